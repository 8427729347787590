"""Going through a document, and making changed copies of it, without knowing every node."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import is_
from typing import TypeVar, assert_never

from procpub.diagnostics import Span
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.proceedings import Contribution, Group, Matter, Member, Piece, Proceedings, Section


def plain_text(inlines: Inlines) -> str:
    """The characters of the inlines on one line: line breaks become spaces, notes and page breaks are left out."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return inlines[0].text  # as most are
    return "".join(map(_characters, inlines))


def _characters(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Foreign():
            return plain_text(inline.children)
        case LineBreak():
            return " "
        case Note() | PageBreak():
            return ""
    assert_never(inline)


def contributions(proceedings: Proceedings) -> Iterator[Contribution]:
    """All contributions in reading order, whatever groups they stand in."""

    def members(of: tuple[Member, ...]) -> Iterator[Contribution]:
        for member in of:
            if isinstance(member, Group):
                yield from members(member.members)
            else:
                yield member

    return members(proceedings.body)


def pieces(proceedings: Proceedings) -> Iterator[Piece]:
    """Everything with an id of its own in reading order: front matter, groups, contributions, sections, back matter."""
    for part in (proceedings.front, proceedings.body, proceedings.back):
        for piece in part:
            yield from pieces_within(piece)


def pieces_within(piece: Piece) -> Iterator[Piece]:
    """The piece and all pieces inside it, in reading order."""
    yield piece
    if isinstance(piece, Group):
        for matter in piece.preliminaries:
            yield from pieces_within(matter)
        for member in piece.members:
            yield from pieces_within(member)
    else:
        for section in piece.sections:
            yield from pieces_within(section)


def headings(piece: Piece) -> Iterator[Inlines]:
    """The piece's own displayed lines: heading, talk title, byline; those that it has."""
    if piece.heading:
        yield piece.heading
    if isinstance(piece, Contribution):
        yield from filter(None, (piece.title, piece.byline))


def nested(block: Block) -> Iterator[Block]:
    """The block itself and all blocks inside it, the blocks of notes included, in reading order."""
    yield block
    for inlines in lines(block):
        yield from _in_notes(inlines)
    for child in _children(block):
        yield from nested(child)


def _in_notes(inlines: Inlines) -> Iterator[Block]:
    for note in notes(inlines):
        for block in note.blocks:
            yield from nested(block)


def notes(inlines: Inlines) -> Iterator[Note]:
    """The notes called in these inlines (not those called inside notes), in order."""
    for inline in inlines:
        match inline:
            case Text() | LineBreak() | PageBreak():  # nearly all; cases are tried in order
                pass
            case Note():
                yield inline
            case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Foreign():
                yield from notes(inline.children)
            case _:
                assert_never(inline)


def lines(block: Block) -> Iterator[Inlines]:
    """The inlines that stand directly in the block, without those of blocks inside it."""
    match block:
        case Paragraph() | Address() | Event():
            yield block.children
        case Verse():
            yield from block.lines
        case Table():
            yield from filter(None, (block.caption,))
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield cell.children
        case Figure():
            yield from filter(None, (block.caption,))
        case Turn():
            yield block.label
        case ItemList() | Quote() | PageBreak():
            pass
        case _:
            assert_never(block)


def _children(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph() | Address() | Verse() | Table() | Figure() | Event() | PageBreak():
            pass
        case ItemList():
            for item in block.items:
                yield from item.blocks
        case Quote() | Turn():
            yield from block.blocks
        case _:
            assert_never(block)


def inlines_within(inlines: Inlines) -> Iterator[Inline]:
    """Every inline at any depth, the contents of notes not included."""
    for inline in inlines:
        yield inline
        match inline:
            case Text() | LineBreak() | PageBreak() | Note():  # nearly all
                pass
            case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Foreign():
                yield from inlines_within(inline.children)
            case _:
                assert_never(inline)


P = TypeVar("P", bound=Contribution | Matter | Section)


def map_bodies(
    proceedings: Proceedings, change: "Callable[[Contribution | Matter], Contribution | Matter]"
) -> Proceedings:
    """A copy with `change` applied to every contribution and piece of matter; the same object if nothing changed."""
    front = mapped(proceedings.front, lambda piece: _matter(piece, change))
    body = mapped(proceedings.body, lambda piece: _member(piece, change))
    back = mapped(proceedings.back, lambda piece: _matter(piece, change))
    if front is proceedings.front and body is proceedings.body and back is proceedings.back:
        return proceedings
    return replace(proceedings, front=front, body=body, back=back)


# Functions of their own: inside `map_bodies` the one that calls itself would keep all that `change` holds, the lines of
# the source among it, until garbage is searched for cycles, which the command line does not do.
def _member(piece: Member, change: "Callable[[Contribution | Matter], Contribution | Matter]") -> Member:
    if isinstance(piece, Group):
        preliminaries = mapped(piece.preliminaries, lambda each: _matter(each, change))
        members = mapped(piece.members, lambda each: _member(each, change))
        if preliminaries is piece.preliminaries and members is piece.members:
            return piece
        return replace(piece, preliminaries=preliminaries, members=members)
    changed = change(piece)
    if not isinstance(changed, Contribution):
        raise TypeError(f"contribution {piece.id} turned into matter")
    return changed


def _matter(piece: Matter, change: "Callable[[Contribution | Matter], Contribution | Matter]") -> Matter:
    changed = change(piece)
    if not isinstance(changed, Matter):
        raise TypeError(f"matter {piece.id} turned into a contribution")
    return changed


T = TypeVar("T")


def mapped(values: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """`change` applied to each value; the same tuple if none of them changed."""
    changed = tuple(map(change, values))
    return values if all(map(is_, values, changed)) else changed


def map_blocks(proceedings: Proceedings, change: Callable[[Blocks], Blocks]) -> Proceedings:
    """A copy with `change` applied to the blocks of every contribution, piece of matter and section, each piece's at
    once; the same object if nothing changed.
    """
    return map_bodies(proceedings, lambda piece: _changed(piece, change))


def _changed(piece: P, change: Callable[[Blocks], Blocks]) -> P:
    blocks = change(piece.blocks)
    sections = mapped(piece.sections, lambda section: _changed(section, change))
    if blocks is piece.blocks and sections is piece.sections:
        return piece
    return replace(piece, blocks=blocks, sections=sections)


def map_headings(proceedings: Proceedings, change: Callable[[Inlines, Span | None], Inlines]) -> Proceedings:
    """A copy with `change` applied to the heading of every contribution, piece of matter and section, and to titles of
    talks, each with the piece's span; the same object if nothing changed.
    """
    return map_bodies(proceedings, lambda piece: _headed(piece, change))


def _headed(piece: P, change: Callable[[Inlines, Span | None], Inlines]) -> P:
    heading = change(piece.heading, piece.span)
    sections = mapped(piece.sections, lambda section: _headed(section, change))
    if heading is not piece.heading or sections is not piece.sections:
        piece = replace(piece, heading=heading, sections=sections)
    if isinstance(piece, Contribution):
        title = change(piece.title, piece.span)
        return piece if title is piece.title else replace(piece, title=title)
    return piece
