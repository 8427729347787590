"""Breaking titles and headings: into as few lines as it takes, about equally long, and at places that make sense."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.lines import ROUNDING, Words, chunks, first_fit, words_of

SHORT = 3
"""Words of so many letters or fewer, such as articles and prepositions, belong to what follows them."""

PARTED, NOT_AFTER_COMMA = 0.25, 0.1
"""What it costs to end a line between words that belong together, and anywhere but after a comma: as much as a line
that is so much of the measure too short.
"""


def balanced(pieces: Sequence[Piece], measure: float) -> list[Words]:
    """The lines of a title in a measure of so many points; a word that is wider sticks out."""
    lines: list[Words] = []
    for chunk in chunks(pieces):
        lines += _balanced(chunk, measure)
    return lines


def _balanced(pieces: Sequence[Piece], measure: float) -> list[Words]:
    filled = first_fit(pieces, measure, measure)
    if len(filled) < 2 or any(line.width > measure + ROUNDING for line in filled):
        return filled
    ideal = sum(line.width for line in filled) / len(filled)
    last = len(pieces)
    ends = [index for index, piece in enumerate(pieces, start=1) if piece.after is not After.JOIN and index < last]
    starting = list(accumulate([piece.width + piece.space for piece in pieces], initial=0.0))
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for number in range(len(filled), 0, -1):
        best = _next(pieces, best, [last] if number == 1 else ends, starting, ideal, measure)
    if last not in best:
        return filled
    _, places = best[last]
    return [words_of(_line(pieces, start, stop), last=True) for start, stop in pairwise(places)]


def _next(
    pieces: Sequence[Piece],
    starts: dict[int, tuple[float, tuple[int, ...]]],
    ends: Sequence[int],
    starting: Sequence[float],
    ideal: float,
    measure: float,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """The best ways to all places where one line more may end: what they cost, and where their lines begin."""
    found: dict[int, tuple[float, tuple[int, ...]]] = {}
    for start, (cost, places) in starts.items():
        for end in ends:
            if end <= start:
                continue
            last = pieces[end - 1]
            width = starting[end] - starting[start] - last.space
            if last.hyphen and end < len(pieces):
                width += last.hyphen.width - last.width
            if width > measure + ROUNDING:
                break
            total = cost + (width - ideal) ** 2
            if end < len(pieces):
                total += (_cost(last, pieces[end]) * measure) ** 2
            if end not in found or total < found[end][0]:
                found[end] = (total, (*places, end))
    return found


def _cost(last: Piece, following: Piece) -> float:
    """What it costs to end a line with a piece: least after a comma, most inside a word, after a short one, or before
    an initial, which belongs to the forename.
    """
    if last.text.endswith((",", ";", ":")):
        return 0.0
    inside = last.after is not After.SPACE
    initial = len(following.text) == 2 and following.text.endswith(".")
    return PARTED if inside or initial or sum(map(str.isalpha, last.text)) <= SHORT else NOT_AFTER_COMMA


def _line(pieces: Sequence[Piece], start: int, stop: int) -> list[Piece]:
    """The pieces of a line, the last as it stands at a line's end."""
    last = pieces[stop - 1]
    return [*pieces[start : stop - 1], last.hyphen if last.hyphen and stop < len(pieces) else last]
