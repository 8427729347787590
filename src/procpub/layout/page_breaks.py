"""Marks in the document where the pages of the print edition begin, for editions that have no pages of their own."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, TypeVar, assert_never

from procpub.interfaces import Break, PageMap
from procpub.model.nodes import (
    OWN_PAGES,
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
    Node,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.proceedings import Contribution, Group, Matter, Member, Piece, Proceedings, Section
from procpub.model.walk import pieces, plain_text
from procpub.patterns import regex

_COUNTED = regex(r"[^\s\u00ad\u200b]")
"""The characters that `Break.offset` counts; white space is the same for regular expressions and `str.isspace`."""

_BlockKey = tuple[str, int]
_Place = str | _BlockKey | tuple[_BlockKey, Break]
"""A piece's heading, by the piece's id; a block, by that and its index there; a place inside a block."""

T = TypeVar("T")
N = TypeVar("N", bound=Node | Proceedings)
P = TypeVar("P", bound=Contribution | Matter | Section)


def with_page_breaks(proceedings: Proceedings, pages: PageMap) -> Proceedings:
    """A copy with a page break wherever a page begins in running text; the same object if none does.

    A page that begins with a heading is marked inside it, before its words; one that begins with a block of a piece,
    before the block; one that begins inside a block, right before its first character there, however deep in the block
    that is, or behind the block if it has no more. Nothing is said of a page that no heading, no block and no text of
    one stands on: a title page, the contents, a blank page, one with nothing but the rest of a note.

    Args:
        proceedings: the document that the pages were made from.
        pages: the pages; every label is used once at most, and in their order.
    """
    beginnings = _beginnings(_things(proceedings, pages), pages.labels)
    marker = _Marker(pages, {place: PageBreak(label=label, edition=OWN_PAGES) for place, label in beginnings})
    return _with(
        proceedings,
        front=_mapped(proceedings.front, marker.piece),
        body=_mapped(proceedings.body, marker.member),
        back=_mapped(proceedings.back, marker.piece),
    )


def _things(proceedings: Proceedings, pages: PageMap) -> Iterator[tuple[_Place, str]]:
    """All headings and blocks, and the places where pages begin inside blocks, in reading order, with their pages'
    labels. A piece without a heading begins where its first block does, or its first section.
    """
    for piece in pieces(proceedings):
        if piece.heading and piece.id in pages.headings:
            yield piece.id, pages.headings[piece.id]
        for index in range(0 if isinstance(piece, Group) else len(piece.blocks)):
            block = piece.id, index
            if block in pages.blocks:
                yield block, pages.blocks[block]
            for inside in pages.breaks.get(block, ()):
                yield (block, inside), inside.label


def _beginnings(things: Iterable[tuple[_Place, str]], labels: Sequence[str]) -> Iterator[tuple[_Place, str]]:
    """The things that are the first on their pages: those that stand further on in the edition than all before them."""
    numbers = {label: number for number, label in enumerate(labels)}
    last = -1
    for place, label in things:
        number = numbers.get(label, -1)
        if number > last:
            last = number
            yield place, label


@dataclass(frozen=True, slots=True)
class _Marker:
    """Puts page breaks into pieces: those of the places where pages begin."""

    pages: PageMap
    begun: Mapping[_Place, PageBreak]

    def member(self, member: Member) -> Member:
        """A group with all in it, or a contribution."""
        if not isinstance(member, Group):
            return self.piece(member)
        return _with(
            member,
            heading=self._heading(member),
            preliminaries=_mapped(member.preliminaries, self.piece),
            members=_mapped(member.members, self.member),
        )

    def piece(self, piece: P) -> P:
        """A piece that has blocks, and its sections."""
        return _with(
            piece,
            heading=self._heading(piece),
            blocks=_kept(piece.blocks, tuple(self._blocks(piece.id, piece.blocks))),
            sections=_mapped(piece.sections, self.piece),
        )

    def _heading(self, piece: Piece) -> Inlines:
        page = self.begun.get(piece.id)
        return (page, *piece.heading) if page else piece.heading

    def _blocks(self, piece: str, blocks: Blocks) -> Iterator[Block]:
        for index, block in enumerate(blocks):
            key = piece, index
            if key in self.begun:
                yield self.begun[key]
            inside = [each for each in self.pages.breaks.get(key, ()) if (key, each) in self.begun]
            splitter = _Splitter(deque((each.offset, self.begun[key, each]) for each in inside))
            yield splitter.block(block)
            yield from (page for _, page in splitter.coming)


@dataclass(slots=True)
class _Splitter:
    """Goes through a block once, from its first character to its last, and puts pages in that begin inside it."""

    coming: deque[tuple[int, PageBreak]]
    """The pages still to come, and how many of the block's characters stand before each."""
    passed: int = 0
    """How many characters are behind."""

    def block(self, block: Block) -> Block:
        """The block or one inside it, its parts in reading order."""
        if not self.coming:
            return block
        match block:
            case Paragraph() | Address() | Event():
                return _with(block, children=self._inlines(block.children))
            case ItemList():
                items = _mapped(block.items, lambda item: _with(item, blocks=self._blocks(item.blocks)))
                return _with(block, items=items)
            case Quote():
                return _with(block, blocks=self._blocks(block.blocks))
            case Verse():
                return _with(block, lines=_mapped(block.lines, self._inlines))
            case Table():
                caption = self._inlines(block.caption)
                return _with(
                    block, caption=caption, head=_mapped(block.head, self._row), rows=_mapped(block.rows, self._row)
                )
            case Figure():
                return _with(block, caption=self._inlines(block.caption))
            case Turn():
                label = self._inlines(block.label)
                return _with(block, label=label, blocks=self._blocks(block.blocks))
            case PageBreak():
                return block
        assert_never(block)

    def _blocks(self, blocks: Blocks) -> Blocks:
        return _kept(blocks, tuple(chain.from_iterable(map(self._page_and_block, blocks))))

    def _page_and_block(self, block: Block) -> Iterator[Block]:
        """The block, and before it the page that begins with its caption: this stands with its picture on one page."""
        is_captioned = isinstance(block, Figure) and _COUNTED.search(plain_text(block.caption))
        if is_captioned and self.coming and self.coming[0][0] == self.passed:
            yield self.coming.popleft()[1]
        yield self.block(block)

    def _row(self, row: Row) -> Row:
        return _with(row, cells=_mapped(row.cells, lambda cell: _with(cell, children=self._inlines(cell.children))))

    def _inlines(self, inlines: Inlines) -> Inlines:
        return _kept(inlines, tuple(chain.from_iterable(map(self._inline, inlines)))) if self.coming else inlines

    def _inline(self, inline: Inline) -> Iterable[Inline]:
        match inline:
            case Text():
                return self._text(inline)
            case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Foreign():
                return (_with(inline, children=self._inlines(inline.children)),)
            case Note() | LineBreak() | PageBreak():
                return (inline,)
        assert_never(inline)

    def _text(self, text: Text) -> Iterator[Inline]:
        """The text in parts, with the pages between them that begin in it or with it."""
        count = len(_COUNTED.findall(text.text))
        characters = _COUNTED.finditer(text.text)
        gone = done = place = 0
        while self.coming and self.coming[0][0] < self.passed + count:
            offset, page = self.coming.popleft()
            if offset >= self.passed + gone:  # else it is where the page before was
                place = next(islice(characters, offset - self.passed - gone, None)).start()
                gone = offset - self.passed + 1
            if place > done:
                yield replace(text, text=text.text[done:place])
            yield page
            done = place
        self.passed += count
        yield replace(text, text=text.text[done:]) if done else text


def _with(node: N, **fields: Any) -> N:
    """The node with other values in these fields; itself if they are what it has."""
    same = all(getattr(node, name) is value for name, value in fields.items())
    return node if same else replace(node, **fields)


def _mapped(values: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """What the values turn into, each into one; they themselves if none changes."""
    return _kept(values, tuple(map(change, values)))


def _kept(before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    """What came of the values; they themselves if it is the same."""
    same = len(before) == len(after) and all(a is b for a, b in zip(before, after, strict=True))
    return before if same else after
