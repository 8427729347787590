"""Which paragraphs follow another one."""

from procpub.model.nodes import Address, AddressKind, Block, PageBreak, Quote
from procpub.model.openings import with_followers
from tests.documents import paragraph, text


def followers(*blocks: Block) -> list[bool]:
    return [follows for _, follows in with_followers(blocks)]


def test_a_paragraph_follows_the_one_before_it() -> None:
    assert followers(paragraph("a"), paragraph("b"), paragraph("c")) == [False, True, True]


def test_what_stands_after_something_else_opens_anew() -> None:
    salutation = Address(kind=AddressKind.SALUTATION, children=text("Friends,"))
    assert followers(paragraph("a"), salutation, paragraph("b")) == [False, False, False]
    assert followers(Quote(blocks=(paragraph("quoted"),)), paragraph("b")) == [False, False]


def test_a_page_of_the_source_parts_no_paragraphs() -> None:
    assert followers(paragraph("a"), PageBreak(label="2"), paragraph("b")) == [False, False, True]
