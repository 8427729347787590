"""Lines to raw paragraphs: a line each, or several where the source is hard-wrapped, told apart by measuring."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from procpub.diagnostics import Span
from procpub.interfaces import Line
from procpub.model.nodes import Paragraph, Text
from procpub.recovery.shapes import marker_of
from procpub.recovery.words import Words, words_of

WRAPPED_SHARE = 0.3
"""A source is hard-wrapped where at least this share of its lines is followed by another without a blank between."""

WIDEST = 120
"""Columns; longer lines are nobody's hard wrap."""


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The lines as paragraphs, blank lines left out, white space inside a line made single.

    In hard-wrapped text a line continues the one before it where its first word would not have fitted there.
    """
    measure = _measure(lines)
    words = words_of(line.text for line in lines)
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if line.text:
            if previous and measure and _continues(previous, line, measure):
                groups[-1].append(line)
            else:
                groups.append([line])
        previous = line if line.text else None
    return tuple(_paragraph(group, words) for group in groups)


def _measure(lines: Sequence[Line]) -> int:
    """The width in columns that the text was wrapped to; 0 if it was not."""
    widths = sorted(line.indent + len(line.text) for line in lines if line.text)
    if not widths:
        return 0
    neighbours = sum(bool(a.text and b.text) for a, b in pairwise(lines))
    widest = widths[int(0.95 * (len(widths) - 1))]
    return widest if neighbours >= WRAPPED_SHARE * len(widths) and widest <= WIDEST else 0


def _continues(previous: Line, line: Line, measure: int) -> bool:
    if marker_of(line.text) and not previous.text.endswith("-"):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    return previous.indent + len(previous.text) + 1 + len(first_word) > 0.9 * measure


def _paragraph(lines: Sequence[Line], words: Words) -> Paragraph:
    span = Span(lines[0].number, lines[-1].number)
    return Paragraph(children=(Text(text=joined((line.text for line in lines), words)),), span=span)


def joined(texts: Iterable[str], words: Words) -> str:
    """The texts as one, with single spaces; words divided at the seams are made whole."""
    whole = ""
    for text in texts:
        piece = " ".join(text.split())
        if not whole:
            whole = piece
            continue
        left, right = whole.rpartition(" ")[2], piece.partition(" ")[0]
        if len(left) > 2 and left.endswith("-") and left[-2].isalpha() and right[:1].isalpha():
            whole = whole[: -len(left)] + words.join_divided(left[:-1], right) + piece[len(right) :]
        else:
            whole = f"{whole} {piece}"
    return whole
