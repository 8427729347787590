"""Setting paragraphs: pieces broken into lines, each a box; widows and orphans held together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procpub.diagnostics import Code, Report, Span
from procpub.layout.boxes import Box, Line
from procpub.layout.lines import ROUNDING, Slice, break_lines, fitted, link_areas, set_line
from procpub.layout.text import Piece, natural_width
from procpub.style import Role

CAPITALS = 0.66
"""Height of capitals, of the size: they stand in the middle of their line's leading."""

NARROWEST = 60.0
"""No frame is made narrower than this, however deep lists nest."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text goes: its left edge, from that of the page's text, and its measure. Points."""

    left: float
    width: float

    def inset(self, left: float, right: float = 0.0) -> "Frame":
        """The frame made narrower on both sides; as it is, if it would be too narrow to set text in."""
        width = self.width - left - right
        return Frame(self.left + left, width) if width >= NARROWEST else self


def baseline(role: Role) -> float:
    """The distance of the baseline from the top of a line in this role."""
    return role.leading / 2 + role.size * CAPITALS / 2


def lines_of(pieces: list[Piece], first: float, rest: float) -> tuple[list[Piece], list[Slice], bool]:
    """The lines of a paragraph, none wider than it may be; its pieces, and whether words had to be cut for that."""
    slices = break_lines(pieces, first, rest)
    if all(line.width <= (rest if index else first) + 2 * ROUNDING for index, line in enumerate(slices)):
        return pieces, slices, False
    pieces = fitted(pieces, min(first, rest))
    return pieces, break_lines(pieces, first, rest), True


def set_paragraph(
    pieces: list[Piece],
    role: Role,
    frame: Frame,
    report: Report,
    *,
    span: Span | None = None,
    hanging: float = 0.0,
) -> list[Box]:
    """A paragraph in the frame, one box a line; empty if it has no pieces.

    Args:
        pieces: what it says.
        role: how it is set; indentation is the frame's matter, but for the first line's.
        frame: its place and measure.
        report: told of words that had to be cut.
        span: its source lines, for the report.
        hanging: further indentation of all lines but the first.
    """
    pieces, slices, cut = lines_of(pieces, frame.width - role.first, frame.width - hanging)
    if cut:
        report.add(Code.LINE_TOO_WIDE, "a word that is wider than its line was cut", span)
    count = len(slices)
    y = baseline(role)
    boxes: list[Box] = []
    for index, line in enumerate(slices):
        inset = hanging if index else role.first
        measure = frame.width - inset
        mark = set_line(pieces, line, x=frame.left + inset, y=y, measure=measure, align=role.align)
        boxes.append(
            Box(
                height=role.leading,
                marks=(mark, *link_areas(mark, 0.0, role.leading)),
                before=role.before if index == 0 else 0.0,
                after=role.after if index == count - 1 else 0.0,
                keep=role.keep or (count > 1 and index in {0, count - 2}),
                notes=tuple(piece.note for piece in pieces[line.start : line.stop] if piece.note),
            )
        )
    return boxes


def set_display(pieces: list[Piece], role: Role, frame: Frame, report: Report, span: Span | None = None) -> list[Box]:
    """A title or heading in the frame: in as few lines as it takes, and those about equally long."""
    lines = break_lines(pieces, frame.width, frame.width)
    narrow, wide = frame.width / max(len(lines), 1), frame.width
    while len(lines) > 1 and wide - narrow > role.size / 2:
        width = (narrow + wide) / 2
        tried = break_lines(pieces, width, width)
        if len(tried) > len(lines) or any(line.width > width + ROUNDING for line in tried):
            narrow = width
        else:
            wide = width
    spare = frame.width - wide
    left = {"left": 0.0, "justify": 0.0, "center": spare / 2, "right": spare}[role.align]
    role = replace(role, first=0.0, align="left" if role.align == "justify" else role.align)
    return set_paragraph(pieces, role, Frame(frame.left + left, wide), report, span=span)


def sunk(boxes: list[Box]) -> list[Box]:
    """The boxes of a heading that begins a page, with the space above it that boxes at the top of a page lose."""
    return [Box(0.0, keep=True), *boxes] if boxes and boxes[0].before else boxes


def set_words(pieces: Sequence[Piece], x: float, y: float) -> Line:
    """Pieces on one line as they are, from `x` on the baseline `y`."""
    width = natural_width(pieces)
    line = Slice(0, len(pieces), width, hyphen=False, last=True)
    return set_line(pieces, line, x=x, y=y, measure=width, align="left")
