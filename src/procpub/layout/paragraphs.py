"""Setting paragraphs: pieces broken into lines, each a box; widows and orphans held together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from procpub.diagnostics import Code, Report, Span
from procpub.layout.balance import balanced
from procpub.layout.bidi import is_mixed, levelled, visual
from procpub.layout.boxes import Box, Line, Piece
from procpub.layout.lines import (
    EXPANSION,
    ROUNDING,
    SHRINK,
    SPACE,
    Words,
    first_fit,
    fitted,
    link_areas,
    set_line,
    words_of,
)
from procpub.layout.structure import Element
from procpub.layout.total_fit import total_fit
from procpub.style import Align, Role

CAPITALS = 0.66
"""Height of capitals, of the size: they stand in the middle of their line's leading."""

NARROWEST = 60.0
"""No frame is made narrower than this, however deep lists nest."""

MIRRORED: dict[Align, Align] = {"left": "right", "right": "left"}
"""How a paragraph is aligned that runs from right to left."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text goes: its left edge, from that of the page's text, and its measure, in points; and whether its lines
    stand on the baseline grid, as those of running text do, not those of what is set in.
    """

    left: float
    width: float
    grid: bool = False

    def inset(self, left: float, right: float = 0.0) -> "Frame":
        """The frame made narrower on both sides; as it is, if it would be too narrow to set text in."""
        width = self.width - left - right
        return Frame(self.left + left, width) if width >= NARROWEST else self


def baseline(role: Role) -> float:
    """The distance of the baseline from the top of a line in this role."""
    return role.leading / 2 + role.size * CAPITALS / 2


class Broken(NamedTuple):
    """A paragraph's lines, their pieces as they are drawn; whether words had to be cut to fit, and whether it runs from
    right to left.
    """

    lines: list[Words]
    cut: bool
    right_to_left: bool


def lines_of(
    pieces: list[Piece],
    first: float,
    rest: float,
    *,
    align: Align = "left",
    hyphenate: bool = False,
    balance: bool = False,
) -> Broken:
    """Breaks a paragraph into lines of `first` (the first one) and `rest` points, none wider than it may be.

    Justified lines are broken as a whole; ragged ones take what goes on them, or are made equally long.
    """
    mixed, right_to_left = is_mixed(pieces), False
    if mixed:
        pieces, right_to_left = levelled(pieces)

    def broken(pieces: list[Piece]) -> list[Words]:
        if align == "justify":
            return total_fit(pieces, first, rest, hyphenate=hyphenate and not mixed)
        return balanced(pieces, rest) if balance else first_fit(pieces, first, rest)

    lines, cut, narrow = broken(pieces), False, min(first, rest)
    if any(line.width > narrow and _overfull(line, rest if index else first) for index, line in enumerate(lines)):
        smaller = fitted(pieces, narrow)
        if len(smaller) > len(pieces):
            lines, cut = broken(smaller), True
    if mixed:
        lines = [line._replace(pieces=visual(line.pieces)) for line in lines]
    return Broken(lines, cut, right_to_left)


def _overfull(line: Words, measure: float) -> bool:
    """Whether a line sticks out of its measure although its spaces are as narrow as may be."""
    narrowed = line.stretch * line.pieces[0].look.size * SPACE * SHRINK + measure * EXPANSION
    hanging = line.pieces[0].hang_left + line.pieces[-1].hang_right
    return line.width - narrowed - hanging > measure + 2 * ROUNDING


def set_paragraph(
    pieces: list[Piece],
    role: Role,
    frame: Frame,
    report: Report,
    *,
    element: Element | None,
    span: Span | None = None,
    hanging: float = 0.0,
    hyphenate: bool = False,
    balance: bool = False,
) -> list[Box]:
    """A paragraph in the frame, one box a line; empty if it has no pieces.

    Args:
        pieces: what it says.
        role: how it is set; indentation is the frame's matter, but for the first line's.
        frame: its place and measure.
        report: told of words that had to be cut.
        element: what it is in the book's structure.
        span: its source lines, for the report.
        hanging: further indentation of all lines but the first.
        hyphenate: whether words may be divided.
        balance: whether ragged lines are to be about equally long.
    """
    first, rest = frame.width - role.first, frame.width - hanging
    lines, cut, right_to_left = lines_of(pieces, first, rest, align=role.align, hyphenate=hyphenate, balance=balance)
    if cut:
        report.add(Code.LINE_TOO_WIDE, "a word that is wider than its line was cut", span)
    align = MIRRORED.get(role.align, role.align) if right_to_left else role.align
    count = len(lines)
    plain = not (any(map(attrgetter("call"), pieces)) or any(map(attrgetter("look.element"), pieces)))
    y = baseline(role)
    boxes: list[Box] = []
    for index, words in enumerate(lines):
        measure = rest if index else first
        x = frame.left if right_to_left else frame.left + frame.width - measure
        own = "right" if right_to_left and words.last and align == "justify" and words.width <= measure else align
        mark = set_line(words, x=x, y=y, measure=measure, align=own, element=element)
        keep = role.keep or (count > 1 and index in {0, count - 2})
        before, after = 0.0 if index else role.before, role.after if index == count - 1 else 0.0
        box = Box(role.leading, (mark,) if plain else (), before, after, keep, frame.grid)
        boxes.append(box if plain else with_line(box, mark, role.leading))
    return boxes


def with_line(box: Box, line: Line, height: float) -> Box:
    """The box with a line of that height at its top, the links in it and the notes that it calls."""
    called = [piece for piece in line.pieces if piece.call]
    return box._replace(
        marks=(*box.marks, line, *link_areas(line, 0.0, height)),
        notes=(*box.notes, *(piece.note for piece in called)),
        anchors=(*box.anchors, *(f"call:{piece.call}" for piece in called)),
    )


def set_display(
    pieces: list[Piece], role: Role, frame: Frame, report: Report, *, element: Element | None, span: Span | None = None
) -> list[Box]:
    """A title or heading in the frame: in as few lines as it takes, those about equally long, and none ending in one of
    the short words that belong to what follows them.
    """
    role = replace(role, first=0.0, align="left" if role.align == "justify" else role.align)
    return set_paragraph(pieces, role, frame, report, element=element, span=span, balance=True)


def sunk(boxes: list[Box]) -> list[Box]:
    """The boxes of a heading that begins a page, with the space above it that boxes at the top of a page lose."""
    return [Box(0.0, keep=True), *boxes] if boxes and boxes[0].before else boxes


def set_words(pieces: Sequence[Piece], x: float, y: float, element: Element | None = None) -> Line:
    """Pieces on one line as they are, from `x` on the baseline `y`."""
    if is_mixed(pieces):
        pieces = visual(levelled(list(pieces))[0])
    words = words_of(pieces, last=True)
    return set_line(words, x=x, y=y, measure=words.width, align="left", element=element)
