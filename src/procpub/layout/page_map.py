"""Which page everything is on, for editions that have no pages of their own."""

from collections.abc import Iterator
from types import MappingProxyType

from procpub.interfaces import Break, PageMap
from procpub.layout.boxes import Anchor, Line, Page, Pages, is_piece
from procpub.layout.structure import Element, Kind

_Block = tuple[str, int]


def page_map(book: Pages) -> PageMap:
    """The labels of the pages where pieces and blocks begin, and the pages that begin inside blocks."""
    breaks: dict[_Block, list[Break]] = {}
    for block, found in _breaks(book):
        breaks.setdefault(block, []).append(found)
    return PageMap(
        headings=MappingProxyType({key: book.label(key) for key in book.places if is_piece(key)}),
        blocks=MappingProxyType({key: book.label(key) for key in book.places if isinstance(key, tuple)}),
        breaks=MappingProxyType({block: tuple(found) for block, found in breaks.items()}),
        labels=tuple(page.label for page in book.pages),
    )


def _breaks(book: Pages) -> Iterator[tuple[_Block, Break]]:
    """Every page that begins inside a block. Only of the block that a page ends with need the characters be counted."""
    block: _Block | None = None
    before = 0
    for page in book.pages:
        if block and _goes_on(page):
            yield block, Break(before, page.label)
        lines: list[Line] = []
        for placed in page.content:
            for anchor in placed.box.anchors:
                if _begins(anchor):
                    block = anchor if isinstance(anchor, tuple) else None
                    before, lines = 0, []
            lines += (mark for mark in placed.box.marks if isinstance(mark, Line))
        before += sum(piece.source for line in lines if _is_text(line.element) for piece in line.pieces)


def _goes_on(page: Page) -> bool:
    """Whether the page begins with more of what the one before ends with."""
    for placed in page.content:
        if any(map(_begins, placed.box.anchors)):
            return False
        if any(isinstance(mark, Line) and _is_text(mark.element) for mark in placed.box.marks):
            return True
    return False


def _begins(anchor: Anchor) -> bool:
    """Whether it is a piece or a block that begins there."""
    return isinstance(anchor, tuple) or is_piece(anchor)


def _is_text(element: Element | None) -> bool:
    """Whether a line of the element is text of its block: no marker, no note, nothing shown again."""
    if element is None or element.kind is Kind.LABEL:
        return False
    while element and element.kind is not Kind.NOTE:
        element = element.parent
    return element is None
