"""The TEI element, put together."""

from procpub.model.contents import Contents
from procpub.model.proceedings import Proceedings
from procpub.writers.tei.divisions import add_matter, add_member
from procpub.writers.tei.front import add_contents, add_title_page
from procpub.writers.tei.header import add_header
from procpub.writers.tei.xml import Element, add, root


def tei(proceedings: Proceedings, contents: Contents) -> Element:
    """The document's TEI element, without white space between elements."""
    tree = root(proceedings.metadata.language)
    add_header(tree, proceedings)
    text = add(tree, "text")
    front = add(text, "front")
    add_title_page(front, proceedings.metadata)
    add_contents(front, contents)
    for matter in proceedings.front:
        add_matter(front, matter)
    body = add(text, "body")
    people = {person.id: person for person in proceedings.people}
    for member in proceedings.body:
        add_member(body, member, people)
    if not proceedings.body:
        add(body, "ab")  # TEI demands a block (Guidelines 4); this one says nothing
    if proceedings.back:
        back = add(text, "back")
        for matter in proceedings.back:
            add_matter(back, matter)
    return tree
