"""Breaking paragraphs into lines, first fit: each line takes as much as goes on it."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from procpub.layout.boxes import Line, LinkArea, Run
from procpub.layout.breaking import After, characters
from procpub.layout.text import Piece
from procpub.style import Align

LOOSEST = 1.5
"""Word spaces are widened by at most so many times the type size; a line that would need more is left ragged."""

ROUNDING = 1e-6
"""Sums of widths may differ in their last digits."""


class Slice(NamedTuple):
    """One line: the pieces from `start` to `stop`, their width, whether a hyphen follows, whether the line was ended
    on purpose (a line break, the paragraph's end).
    """

    start: int
    stop: int
    width: float
    hyphen: bool
    last: bool


class _Chance(NamedTuple):
    """Where a line may end: after `stop` pieces, `end` from the paragraph's start; the next line begins with piece
    `resume`, at `begin`.
    """

    stop: int
    end: float
    resume: int
    begin: float
    after: After


def fitted(pieces: Sequence[Piece], measure: float) -> list[Piece]:
    """The pieces, with every word that is wider than the measure cut into its letters, so that no line need be."""
    out: list[Piece] = []
    word: list[Piece] = []
    for piece in (*pieces, None):
        if piece is not None and piece.after is not After.SPACE:
            word.append(piece)
        if piece is None or piece.after is not After.JOIN:
            hyphen = hyphen_width(word[-1]) if word and word[-1].after is After.HYPHEN else 0.0
            if sum(part.width for part in word) + hyphen > measure + ROUNDING:
                word = [split for part in word for split in _split(part)]
            out += word
            word = []
            if piece is not None and piece.after is After.SPACE:
                out.append(piece)
    return out


def _split(piece: Piece) -> list[Piece]:
    """One piece a character, with a chance to break after each."""
    font, scale = piece.look.font, piece.look.size / 1000
    parts = characters(piece.text)
    split = [Piece(part, font.width(part) * scale, piece.look, After.BREAK) for part in parts] or [piece]
    if piece.after is not After.JOIN:
        split[-1] = split[-1]._replace(after=piece.after)
    split[0] = split[0]._replace(note=piece.note)
    return split


def hyphen_width(piece: Piece) -> float:
    """The width of a hyphen after this piece, in its look."""
    return piece.look.font.widths.get(0x2D, 0.0) * piece.look.size / 1000


def break_lines(pieces: Sequence[Piece], first: float, rest: float) -> list[Slice]:
    """Breaks a paragraph into lines of at most `first` (the first one) and `rest` points.

    A word that is wider than its line sticks out: see `fitted`. A paragraph without pieces has no lines.
    """
    chances = _chances(pieces)
    ends = [chance.end for chance in chances]
    forced = [index for index, chance in enumerate(chances) if chance.after is After.FORCED]
    lines: list[Slice] = []
    start, begin, chance, measure = 0, 0.0, 0, first
    upcoming = 0
    while chance < len(chances):
        limit = begin + measure + ROUNDING
        found = max(bisect_right(ends, limit, chance) - 1, chance)
        while found > chance and _with_hyphen(pieces, chances[found]) > limit:
            found -= 1
        if found >= forced[upcoming]:
            found = forced[upcoming]
            upcoming += 1
        taken = chances[found]
        hyphen = taken.after is After.HYPHEN
        width = _with_hyphen(pieces, taken) - begin
        lines.append(Slice(start, taken.stop, width, hyphen, taken.after is After.FORCED))
        start, begin, chance, measure = taken.resume, taken.begin, found + 1, rest
    return lines


def _chances(pieces: Sequence[Piece]) -> list[_Chance]:
    chances: list[_Chance] = []
    x = 0.0
    for index, piece in enumerate(pieces, start=1):
        after, end = piece.after, x
        x += piece.width
        if after is After.SPACE:
            chances.append(_Chance(index - 1, end, index, x, after))
        elif after is not After.JOIN:
            chances.append(_Chance(index, x, index, x, after))
    if pieces and pieces[-1].after is not After.FORCED:
        chances.append(_Chance(len(pieces), x, len(pieces), x, After.FORCED))
    return chances


def _with_hyphen(pieces: Sequence[Piece], chance: _Chance) -> float:
    return chance.end + (hyphen_width(pieces[chance.stop - 1]) if chance.after is After.HYPHEN else 0.0)


def set_line(pieces: Sequence[Piece], line: Slice, *, x: float, y: float, measure: float, align: Align) -> Line:
    """The line with its left edge at `x`, its baseline at `y`, in a measure of so many points."""
    runs = _runs(pieces[line.start : line.stop], hyphen=line.hyphen)
    spare = measure - line.width
    word_space = 0.0
    if align == "justify" and not line.last:
        word_space = _word_space(runs, spare)
    elif align == "center":
        x += spare / 2
    elif align == "right":
        x += spare
    spaces = sum(map(stretchable, runs)) if word_space else 0
    return Line(x, y, line.width + word_space * spaces, runs, word_space)


def _word_space(runs: tuple[Run, ...], spare: float) -> float:
    spaces = sum(map(stretchable, runs))
    if not spaces or spare <= 0:
        return 0.0
    widened = spare / spaces
    return widened if widened <= LOOSEST * runs[0].look.size else 0.0


def stretchable(run: Run) -> int:
    """How many spaces in the run are widened in justified text: the common space and the no-break space."""
    return run.text.count(" ") + run.text.count("\u00a0")


def _runs(pieces: Sequence[Piece], *, hyphen: bool) -> tuple[Run, ...]:
    runs = [Run("".join(piece.text for piece in group), look) for look, group in groupby(pieces, attrgetter("look"))]
    if hyphen:
        runs[-1] = runs[-1]._replace(text=runs[-1].text + "-")
    return tuple(run for run in runs if run.text)


def link_areas(line: Line, top: float, height: float) -> tuple[LinkArea, ...]:
    """The areas of the line's links, between `top` and `top + height`."""
    if not any(run.look.target for run in line.runs):
        return ()
    areas: list[LinkArea] = []
    x = line.x
    for run in line.runs:
        width = run.look.font.width(run.text) * run.look.size / 1000 + line.word_space * stretchable(run)
        if run.look.target:
            areas.append(LinkArea(x, top, width, height, run.look.target))
        x += width
    return tuple(areas)
