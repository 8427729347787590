"""Lines: pieces that stand on one, and how they are drawn in their measure. First-fit breaking, for ragged text."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from procpub.layout.boxes import Line, LinkArea, Piece
from procpub.layout.breaking import After, characters
from procpub.layout.structure import Element, Kind
from procpub.style import Align

SPACE, STRETCH, SHRINK = 0.25, 0.6, 0.28
"""What a word space is taken for, of the type size; how much wider it may easily be, of that, and how much narrower at
all: software that reads PDF (poppler) takes gaps under 0.15 of the size for none.
"""

LOOSEST = 1.5
"""Word spaces are widened by at most so many times the type size; a line that would need more is left ragged."""

EXPANSION = 0.02
"""Glyphs are made so much wider or narrower at most, where a line is justified: too little to be seen, but a third of
what word spaces would have to take. After Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system,
2000, and with the limit that pdfTeX has.
"""

ROUNDING = 1e-6
"""Sums of widths may differ in their last digits."""


class Words(NamedTuple):
    """What stands on one line: its pieces in logical order, their natural width, how many word spaces share what
    the measure leaves, and whether the line was ended on purpose (a line break, the paragraph's end).
    """

    pieces: tuple[Piece, ...]
    width: float
    stretch: float
    last: bool


def words_of(pieces: Sequence[Piece], *, last: bool) -> Words:
    """The pieces as one line; the space after the last of them is none of it."""
    if not pieces:
        return Words((), 0.0, 0.0, last)
    width = sum([piece.width + piece.space for piece in pieces]) - pieces[-1].space
    stretch = sum([piece.stretch + (1.0 if piece.space else piece.gap) for piece in pieces[:-1]]) + pieces[-1].stretch
    return Words(tuple(pieces), width, stretch, last)


def chunks(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """The pieces between line breaks, these left out; nothing after the last one is no chunk."""
    if After.FORCED not in map(attrgetter("after"), pieces):
        return [pieces] if pieces else []
    ends = [index for index, piece in enumerate(pieces) if piece.after is After.FORCED]
    parts = [pieces[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    return [*parts, pieces[ends[-1] + 1 :]] if ends[-1] + 1 < len(pieces) else parts


def first_fit(pieces: Sequence[Piece], first: float, rest: float) -> list[Words]:
    """Breaks a paragraph into lines, each of which takes as much as goes on it: `first` points, then `rest`.

    A word that is wider than its line sticks out: see `fitted`. A paragraph without pieces has no lines.
    """
    lines: list[Words] = []
    for chunk in chunks(pieces):
        lines += _fill(chunk, rest if lines else first, rest)
    return lines


def _fill(pieces: Sequence[Piece], first: float, rest: float) -> list[Words]:
    """The lines of pieces without a forced break among them."""
    starts = list(accumulate((piece.width + piece.space for piece in pieces), initial=0.0))
    legal = [index for index, piece in enumerate(pieces[:-1]) if piece.after is not After.JOIN]
    legal.append(len(pieces) - 1)
    ends = [starts[index] + _end(pieces[index]).width for index in legal] if pieces else []
    lines: list[Words] = []
    start = chance = 0
    while start < len(pieces):
        limit = starts[start] + (rest if lines else first) + ROUNDING
        chance = max(bisect_right(ends, limit, chance) - 1, chance)
        stop = legal[chance]
        line = [*pieces[start:stop], _end(pieces[stop])]
        lines.append(words_of(line, last=stop == len(pieces) - 1))
        start, chance = stop + 1, chance + 1
    return lines or [words_of((), last=True)]


def _end(piece: Piece) -> Piece:
    """The piece as it stands at the end of a line."""
    return piece.hyphen or piece


def fitted(pieces: Sequence[Piece], measure: float) -> list[Piece]:
    """The pieces, with every word that is wider than the measure cut into its letters, so that no line need be."""
    out: list[Piece] = []
    word: list[Piece] = []
    for piece in pieces:
        word.append(piece)
        if piece.after is not After.JOIN:
            out += _cut(word, measure)
            word = []
    return out + _cut(word, measure)


def _cut(word: list[Piece], measure: float) -> list[Piece]:
    if not word or sum(piece.width for piece in word[:-1]) + _end(word[-1]).width <= measure + ROUNDING:
        return word
    return [part for piece in word for part in _split(piece)]


def _split(piece: Piece) -> list[Piece]:
    """One piece a character, with a chance to break after each."""
    look = piece.look
    out: list[Piece] = []
    for text in characters(piece.text):
        shape = look.font.shape(text, right_to_left=piece.level % 2 == 1)
        width = sum(shape.advances) * look.size / 1000
        out.append(Piece(text, shape, width, look, After.BREAK, source=1, level=piece.level))
    if not out:
        return [piece]
    last = out[-1]
    last.after, last.space, last.gap = piece.after, piece.space, piece.gap
    if last.after is After.HYPHEN:
        last.after = After.BREAK
    out[0].note, out[0].call = piece.note, piece.call
    return out


def set_line(words: Words, *, x: float, y: float, measure: float, align: Align, element: Element | None) -> Line:
    """The line with its left edge at `x`, its baseline at `y`, in a measure of so many points.

    The edges of a justified line hang out of the measure a little, where a hyphen or quotation mark stands.
    """
    pieces, width = words.pieces, words.width
    if not pieces:
        return Line(x, y, 0.0, (), 0.0, element)
    if align == "justify":
        x -= pieces[0].hang_left
        reach = measure + pieces[0].hang_left + pieces[-1].hang_right
        if not words.last or width > reach:
            return _justified(words, x, y, reach, element)
    elif align == "center":
        x += (measure - width) / 2
    elif align == "right":
        x += measure - width
    return Line(x, y, width, pieces, 0.0, element)


def _justified(words: Words, x: float, y: float, measure: float, element: Element | None) -> Line:
    """The line as wide as the measure, by its spaces and by its glyphs, each taking what it can of what is spare.

    As it is, if its spaces would be too wide; without spaces, its glyphs alone don't fill it.
    """
    pieces, width, stretch = words.pieces, words.width, words.stretch
    spare = measure - width
    flexible = pieces[0].look.size * SPACE * (SHRINK if spare < 0 else STRETCH) * stretch
    share = spare / (flexible + width * EXPANSION) if width else 0.0
    expansion = 1 + EXPANSION * max(-1.0, min(share, 1.0))
    word_space = (measure / expansion - width) / stretch if stretch else 0.0
    if not stretch or word_space > LOOSEST * pieces[0].look.size:
        return Line(x, y, width, pieces, 0.0, element)
    return Line(x, y, measure, pieces, word_space, element, expansion)


def link_areas(line: Line, top: float, height: float) -> tuple[LinkArea, ...]:
    """The areas of the line's links, between `top` and `top + height`; one for each stretch of words."""
    if not any(piece.look.element for piece in line.pieces):
        return ()
    areas: list[LinkArea] = []
    x = line.x
    space = 0.0
    for piece in line.pieces:
        width = (piece.width + line.word_space * piece.stretch) * line.expansion
        link = _link_around(piece.look.element)
        if link:
            if areas and areas[-1].element is link and abs(areas[-1].x + areas[-1].width + space - x) < ROUNDING:
                areas[-1] = areas[-1]._replace(width=x + width - areas[-1].x)
            else:
                areas.append(LinkArea(x, top, width, height, link.target, link))
        space = (piece.space + line.word_space * (1.0 if piece.space else piece.gap)) * line.expansion
        x += width + space
    return tuple(areas)


def _link_around(element: Element | None) -> Element | None:
    """The link that an inline element is, or is in."""
    while element and element.kind not in (Kind.LINK, Kind.REFERENCE):
        inline = element.kind is Kind.SPAN
        element = element.parent if inline else None
    return element
