"""Lines to raw paragraphs: a line each, or several where the source is hard-wrapped, told apart by measuring."""

import re
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

SOFT_HYPHEN = "\u00ad"

IDEOGRAPH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Chinese and Japanese letters and punctuation, which have no space between them."""

_SPACES = re.compile(r"[ \t]+")


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
    """The texts as one: words divided at the seams are made whole, ideographs stand together, all else apart.

    Spaces and tabs inside a text become one space; other white space, such as U+00A0, means something and stays.
    """
    parts: list[str] = []
    for text in texts:
        piece = _SPACES.sub(" ", text)
        if not parts:
            parts.append(piece)
            continue
        left, right = parts[-1].rpartition(" ")[2], piece.partition(" ")[0]
        if _is_divided(left, right):
            whole = left[:-1] + right if left[-1] == SOFT_HYPHEN else words.join_divided(left[:-1], right)
            parts[-1] = parts[-1][: -len(left)] + whole
            parts.append(piece[len(right) :])
        else:
            parts += ["" if IDEOGRAPH.match(left[-1:]) and IDEOGRAPH.match(right[:1]) else " ", piece]
    return "".join(parts)


def _is_divided(left: str, right: str) -> bool:
    return len(left) > 2 and left[-1] in f"-{SOFT_HYPHEN}" and left[-2].isalpha() and right[:1].isalpha()
