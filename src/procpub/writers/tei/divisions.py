"""Front and back matter, groups, contributions and sections as `div` elements.

The order inside a division is TEI's (Guidelines 4.2 and the declaration of `div`): heads, byline and opener; blocks;
inner divisions; closer.
"""

from collections.abc import Mapping

from procpub.model.nodes import Address, AddressKind, Blocks, Figure, Inlines, PageBreak
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, Matter, Member, Section
from procpub.writers.tei.names import NameTagger
from procpub.writers.tei.text import add_blocks, add_line
from procpub.writers.tei.xml import XML_ID, Element, add


def add_member(parent: Element, member: Member, people: Mapping[str, Person]) -> None:
    """Appends a group with all in it, or a contribution; `people` are the document's persons by id."""
    if isinstance(member, Contribution):
        add_contribution(parent, member, people)
        return
    div = _add_div(parent, member, member.kind.value)
    for matter in member.preliminaries:
        add_matter(div, matter)
    for inner in member.members:
        add_member(div, inner, people)


def add_matter(parent: Element, matter: Matter) -> None:
    """Appends a piece of front or back matter, or preliminaries."""
    _add_content(_add_div(parent, matter, matter.kind), matter, opens=True, closes=True)


def add_contribution(parent: Element, contribution: Contribution, people: Mapping[str, Person]) -> None:
    """Appends a contribution; names in its heading and byline point to its contributors."""
    tagger = NameTagger([people[who] for who in contribution.contributors])
    div = add(parent, "div", type="contribution", subtype=contribution.kind)
    div.set(XML_ID, contribution.id)
    naming = add_line(div, "head", contribution.heading, tagger)
    byline_first = 0 < _line(contribution.byline) < _line(contribution.title)
    if contribution.title and not byline_first:
        add_line(div, "head", contribution.title, type="title")
    if contribution.byline:
        naming = add_line(div, "byline", contribution.byline, tagger)
    if contribution.title and byline_first:
        add_line(div, "head", contribution.title, type="title")
    tagger.add_unnamed(naming)
    tagger.number()
    _add_content(div, contribution, opens=True, closes=True)


def _line(inlines: Inlines) -> int:
    """The source line that inlines begin on; 0 if it is not known. What is under a speaker's name in print, above the
    title of the talk, stays there: the declaration of `div` lets heads and bylines stand in any order.
    """
    return inlines[0].span.first if inlines and inlines[0].span else 0


def _add_div(parent: Element, piece: Matter | Group | Section, kind: str) -> Element:
    div = add(parent, "div", type=kind)
    div.set(XML_ID, piece.id)
    if piece.heading:
        add_line(div, "head", piece.heading)
    return div


def _add_content(div: Element, piece: Contribution | Matter | Section, *, opens: bool, closes: bool) -> None:
    """Appends what follows the heads. `opens` and `closes`: the whole piece begins, or ends, with this division."""
    opener, blocks, closer = _parts(piece.blocks, opens=opens, closes=closes and not piece.sections)
    _add_salutes(div, "opener", opener)
    add_blocks(div, blocks)
    last = len(piece.sections) - 1
    for i, section in enumerate(piece.sections):
        _add_content(
            _add_div(div, section, "section"),
            section,
            opens=opens and i == 0 and not piece.blocks,
            closes=closes and i == last,
        )
    _add_salutes(div, "closer", closer)


def _parts(blocks: Blocks, *, opens: bool, closes: bool) -> tuple[tuple[Address, ...], Blocks, tuple[Address, ...]]:
    """The salutations that the blocks begin with, the rest, and the closing lines that they end with.

    A closer may only follow something of the division's own text (page breaks and figures may stand anywhere and do not
    count); without that, the closing lines are blocks like others.
    """
    opener = _leading(blocks, AddressKind.SALUTATION) if opens else ()
    closer = _leading(blocks[::-1], AddressKind.CLOSING)[::-1] if closes else ()
    rest = blocks[len(opener) : len(blocks) - len(closer)]
    if all(isinstance(block, PageBreak | Figure) for block in rest):
        return opener, blocks[len(opener) :], ()
    return opener, rest, closer


def _leading(blocks: Blocks, kind: AddressKind) -> tuple[Address, ...]:
    addresses: list[Address] = []
    for block in blocks:
        if not isinstance(block, Address) or block.kind is not kind:
            break
        addresses.append(block)
    return tuple(addresses)


def _add_salutes(div: Element, name: str, addresses: tuple[Address, ...]) -> None:
    if addresses:
        element = add(div, name)
        for address in addresses:
            add_line(element, "salute", address.children)
