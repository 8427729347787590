"""Where printed items stand: the columns of their markers and words, and which paragraphs are set in under them."""

from collections.abc import Sequence
from typing import NamedTuple

from procpub.interfaces import Line
from procpub.model.nodes import ItemList, Paragraph, Text
from procpub.recovery.shapes import Marker, marker_of
from procpub.recovery.source_lines import SourceLines

STEP = 2
"""Columns that set one line in under another."""

SLACK = 1
"""Columns by which lines that should begin together may miss each other."""


class Hanging(NamedTuple):
    """Columns of an item: where its marker begins, where its words begin, and whether its further lines hang under
    the words (None if there is but one line).
    """

    marker: int
    words: int
    hangs: bool | None

    def holds(self, lines: Sequence[Line], source: SourceLines) -> bool:
        """Whether an unmarked paragraph of these lines goes on with the item: it begins under the item's words, and
        all of it is set in. In wrapped text a single line may be set in as new paragraphs are, so there the item must
        hang, or stand further in than running text.
        """
        if not lines or self.hangs is False or min(line.indent for line in lines) < self.marker + STEP:
            return False
        if abs(lines[0].indent - self.words) > SLACK + STEP * (self.hangs is True):
            return False
        return len(lines) > 1 or not source.measure or self.hangs is True or self.marker >= source.margin + STEP


def hanging(lines: Sequence[Line], marker: Marker) -> Hanging | None:
    """The columns of an item whose printed lines these are; None if they do not begin with its marker."""
    if not lines or not lines[0].text.startswith(marker.printed.split()[0]):
        return None
    first = lines[0]
    printed = marker_of(first.text)
    words = first.indent + len(first.text) - len(printed.rest if printed else marker.rest)
    hangs = min(line.indent for line in lines[1:]) >= first.indent + STEP if len(lines) > 1 else None
    return Hanging(first.indent, words, hangs)


def marker_in(paragraph: Paragraph, source: SourceLines) -> Marker | None:
    """The list marker that a paragraph begins with. Some are told only by the white space after them, which the printed
    line still has.
    """
    first = paragraph.children[0] if paragraph.children else None
    if not isinstance(first, Text):
        return None
    text = first.text
    marker = marker_of(text)
    if marker is None and text.startswith("o ") and paragraph.span:
        lines = source.within(paragraph.span)
        printed = marker_of(lines[0].text) if lines else None
        if printed and printed.printed == "o":
            return Marker(printed.printed, printed.style, printed.number, printed.shape, text[2:])
    return marker


def opened_by(item: Hanging | None, before: Sequence[Hanging]) -> tuple[Hanging, ...]:
    """The items that a paragraph may go on with after this one has begun: it and those that it is set in under."""
    return (*(each for each in before if each.marker + STEP <= item.marker), item) if item else ()


def opened_in(items: ItemList, source: SourceLines) -> tuple[Hanging, ...]:
    """The items that a paragraph after this list may go on with: the last one, and the last of lists inside it."""
    item = items.items[-1]
    lines = source.within(item.blocks[0].span)
    marker = marker_of(lines[0].text) if lines else None
    opened = opened_by(hanging(lines, marker) if marker else None, ())
    for block in item.blocks:
        for inner in opened_in(block, source) if isinstance(block, ItemList) else ():
            opened = opened_by(inner, opened)
    return opened
