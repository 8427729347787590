"""Marked paragraphs as lists: what opens a nested list, what goes on with an open one, what stands beside it."""

import dataclasses
from collections.abc import Sequence
from dataclasses import field, replace
from typing import NamedTuple

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.nodes import Block, Item, ItemList, MarkerStyle, Paragraph, Text
from procpub.recovery.hanging import SLACK, STEP, Hanging
from procpub.recovery.shapes import Marker

ROMAN_OF = {
    MarkerStyle.LOWER_ALPHA: MarkerStyle.LOWER_ROMAN,
    MarkerStyle.UPPER_ALPHA: MarkerStyle.UPPER_ROMAN,
}
"""What a letter of each alphabet may count instead."""

DEEPEST = 8
"""Lists inside one another; what is set in further, by whatever accident, is an item like the one above it."""

RAGGED = 4
"""Columns by which numerals of one list may begin apart, where they are set to end together."""


class Marked(NamedTuple):
    """A paragraph that begins with a marker, and where it stands on its lines, if that is known."""

    paragraph: Paragraph
    marker: Marker
    place: Hanging | None

    @property
    def span(self) -> Span | None:
        """The source lines."""
        return self.paragraph.span

    @property
    def column(self) -> int | None:
        """Where the marker begins."""
        return self.place.marker if self.place else None


class Unmarked(NamedTuple):
    """A paragraph that belongs to an item before it, and the column that it begins in."""

    paragraph: Paragraph
    column: int


@dataclasses.dataclass(slots=True)
class _Level:
    """A list being built: the style and mark that its items share, its last number and column, its items so far, and
    what the last of them has under its first paragraph.
    """

    style: MarkerStyle
    shape: str
    number: int
    start: int
    column: int | None
    items: list[Item] = field(default_factory=list)
    under: list[Block] = field(default_factory=list)

    def takes(self, marker: Marker) -> bool:
        """Whether the marker is of this list's kind (and, for a letter that may be a numeral, of its sequence)."""
        if self.style is MarkerStyle.BULLET:
            return marker.style is self.style and marker.shape == self.shape
        return self.number_of(marker) >= 0 and marker.shape == self.shape

    def number_of(self, marker: Marker) -> int:
        """What the marker counts in this list; -1 if nothing."""
        if marker.style is self.style:
            return marker.number
        return marker.roman or -1 if ROMAN_OF.get(marker.style) is self.style else -1

    def goes_on(self, marked: Marked) -> bool:
        """Whether the marker goes on with this list: it is of its kind, stands in its column and does not count anew.
        The next number may stand a little aside, where numerals are set to end together.
        """
        marker = marked.marker
        if not self.takes(marker):
            return False
        aside = _aside(self.column, marked.column)
        if self.style is MarkerStyle.BULLET:
            return abs(aside) <= SLACK
        if self.number_of(marker) == self.number + 1:
            return abs(aside) <= RAGGED
        return abs(aside) <= SLACK and (marker.number != 1 or self.number == 0)

    def add(self, marked: Marked, report: Report) -> None:
        """Appends the item; a number that is not the next is reported."""
        number = self.number_of(marked.marker)
        if self.style is not MarkerStyle.BULLET and number != self.number + 1:
            message = f"“{marked.marker.printed}” follows number {self.number}"
            report.add(Code.LIST_NUMBERING, message, marked.span)
        self.number, self.column = number, marked.column
        self.append(_item(marked, report))

    def append(self, item: Item) -> None:
        """Appends the item, whatever it counts."""
        self.complete()
        self.items.append(item)

    def complete(self) -> None:
        """Gives the last item what is under it."""
        if self.under:
            item = self.items[-1]
            span = spanning((item.span, *(block.span for block in self.under)))
            self.items[-1] = replace(item, blocks=(*item.blocks, *self.under), span=span)
            self.under = []


@dataclasses.dataclass(slots=True)
class _Building:
    """The lists that are open, the outermost first, and those that are done."""

    report: Report
    levels: list[_Level] = field(default_factory=list)
    done: list[Block] = field(default_factory=list)

    def close_to(self, depth: int) -> None:
        while len(self.levels) > depth:
            block = _finished(self.levels.pop())
            if self.levels:
                self.levels[-1].under.append(block)
            else:
                message = f"a list of {len(block.items)}, marked “{block.items[0].marker}”"
                self.report.add(Code.LIST, message, block.span, confidence=_confidence(block))
                self.done.append(block)

    def add(self, marked: Marked) -> None:
        depth = next((d for d in reversed(range(len(self.levels))) if self.levels[d].goes_on(marked)), None)
        if depth is not None:
            self.close_to(depth + 1)
            self.levels[depth].add(marked, self.report)
            return
        while self.levels and _aside(self.levels[-1].column, marked.column) <= -STEP:
            self.close_to(len(self.levels) - 1)
        # A count that begins anew in the kind of an open list, and in its column, is another list beside it.
        anew = (
            d
            for d, level in enumerate(self.levels)
            if level.takes(marked.marker) and _aside(level.column, marked.column) < STEP
        )
        self.close_to(next(anew, len(self.levels)))
        if len(self.levels) == DEEPEST:
            self.levels[-1].append(_item(marked, self.report))
            return
        style, number = _first_of(marked.marker)
        level = _Level(style, marked.marker.shape, number, max(number, 1), marked.column, [_item(marked, self.report)])
        self.levels.append(level)

    def go_on(self, unmarked: Unmarked) -> None:
        """Puts a paragraph into the innermost item that it is set in under."""
        depth = len(self.levels)
        while depth > 1 and unmarked.column < (self.levels[depth - 1].column or 0) + STEP:
            depth -= 1
        self.close_to(depth)
        self.levels[-1].under.append(unmarked.paragraph)


def build(parts: Sequence[Marked | Unmarked], report: Report) -> list[Block]:
    """The paragraphs as lists: a marker of a new kind, or one set in further, opens a nested list; one of a known kind
    in its column returns to it.
    """
    building = _Building(report)
    for part in parts:
        if isinstance(part, Marked):
            building.add(part)
        else:
            building.go_on(part)
    building.close_to(0)
    return building.done


def _confidence(items: ItemList) -> float:
    """Several markers bear each other out."""
    alone = 0.75 if items.style is MarkerStyle.BULLET else 0.7
    return (alone, 0.85, 0.95)[min(len(items.items), 3) - 1]


def _aside(column: int | None, other: int | None) -> int:
    """Columns by which `other` stands further in; 0 if that is not known."""
    return other - column if column is not None and other is not None else 0


def _first_of(marker: Marker) -> tuple[MarkerStyle, int]:
    """The style and number of a list's first marker: "i" begins Roman numerals, any other letter an alphabet."""
    if marker.roman == 1 and marker.style in ROMAN_OF:
        return ROMAN_OF[marker.style], 1
    return marker.style, marker.number


def _item(marked: Marked, report: Report) -> Item:
    if marked.marker.doubled:
        report.add(Code.DOUBLED_MARKER, f"“{marked.marker.printed}” is two markers", marked.span)
    # The marker was read off the first run of text; what stands behind that (the call of a note) stays.
    children = (Text(text=marked.marker.rest), *marked.paragraph.children[1:])
    words = replace(marked.paragraph, children=children)
    return Item(marker=marked.marker.printed, blocks=(words,), span=marked.span)


def _finished(level: _Level) -> ItemList:
    level.complete()
    start = 1 if level.style is MarkerStyle.BULLET else level.start
    span = spanning(item.span for item in level.items)
    return ItemList(style=level.style, start=start, items=tuple(level.items), span=span)
