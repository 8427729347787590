"""Breaking justified paragraphs as a whole, so that their word spaces are as even as they can be.

After D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981). Widths are
prefix sums, so that the ends within reach of a line are found by bisection; and only words that stand across the end of a
line are hyphenated. As in TeX, a paragraph is first tried without hyphens, and with looser lines only if it must be.
"""

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import NamedTuple

from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.lines import ROUNDING, Words, chunks, first_fit, words_of

STRETCH, SHRINK = 1 / 2, 1 / 3
"""How much wider a word space may easily be, and how much narrower it may be at all, of its natural width."""

TOLERANCES = ((1.0, False), (2.5, True), (9.0, True))
"""What is tried, in order: lines that take at most so many times the stretch, without and with hyphens."""

LINE, HYPHEN = 10.0, 50.0
"""What a line costs, and a hyphen, beside what 100 costs: a line with all of its stretch."""

TWO_HYPHENS, LAST_HYPHEN, SHORT_LAST = 10_000.0, 5_000.0, 8_000.0
"""What hyphens on two lines in a row cost (in squares of the above), one before the last line, a last line that is
shorter than `SHORTEST` of the measure.
"""

SHORTEST = 0.09

Place = tuple[int, int]
"""Where a line begins: with the piece of this index; or, if the second is not 0, with what is left of that piece after its
so-manieth division, from 1.
"""


class _Node(NamedTuple):
    """The best way found to begin a line at a place: what it costs, where the line before begins, and whether that ends
    with a hyphen.
    """

    cost: float
    before: Place | None
    hyphen: bool


def total_fit(pieces: Sequence[Piece], first: float, rest: float, *, hyphenate: bool) -> list[Words]:
    """Breaks a paragraph into lines of `first` (the first one) and `rest` points.

    Where no tolerable way is found, as in a narrow column, lines are filled first-fit, and left loose.
    """
    lines: list[Words] = []
    for chunk in chunks(pieces):
        measure = rest if lines else first
        lines += _Chunk(chunk, measure, rest).lines(hyphenate=hyphenate) if chunk else [words_of((), last=True)]
    return lines


class _Chunk:
    """Pieces without a forced break among them, with the prefix sums that a search needs."""

    def __init__(self, pieces: Sequence[Piece], first: float, rest: float) -> None:
        self.pieces = pieces
        self.first, self.rest = first, rest
        self.starts = list(accumulate([piece.width + piece.space for piece in pieces], initial=0.0))
        self.whole = self.starts[-1] - pieces[-1].space

    def lines(self, *, hyphenate: bool) -> list[Words]:
        if self.whole <= self.first + ROUNDING:
            return [words_of(self.pieces, last=True)]
        space = max((piece.space for piece in self.pieces), default=0.0) or self.pieces[0].look.size / 4
        self.stretch, self.shrink = space * STRETCH, space * SHRINK
        self._measure()
        for tolerance, hyphens in TOLERANCES:
            if hyphenate or not hyphens or tolerance == TOLERANCES[-1][0]:
                found = self._search(tolerance, hyphens=hyphens and hyphenate)
                if found is not None:
                    return self._built(found)
        return first_fit(self.pieces, self.first, self.rest)

    def _measure(self) -> None:
        """Where lines may end, how far they reach there, and how many word spaces stand before."""
        pieces, starts = self.pieces, self.starts
        self.spaces = list(
            accumulate([piece.stretch + (1.0 if piece.space else piece.gap) for piece in pieces], initial=0.0)
        )
        last = len(pieces) - 1
        self.legal = [i for i, piece in enumerate(pieces) if piece.after is not After.JOIN or i == last]
        self.ends = [
            starts[i]
            + (piece.hyphen.width - piece.hyphen.hang_right if piece.hyphen else piece.width - piece.hang_right)
            for i, piece in ((i, pieces[i]) for i in self.legal)
        ]
        self.ended = [self.spaces[i] + pieces[i].stretch for i in self.legal]

    def _search(self, tolerance: float, *, hyphens: bool) -> dict[Place, _Node] | None:
        """The best way to every place that is reached, the end among them; None if that is not."""
        nodes: dict[Place, _Node] = {(0, 0): _Node(0.0, None, False)}
        goal = (len(self.pieces), 0)
        queue: list[Place] = [(0, 0)]
        while queue:
            place = heappop(queue)
            if place == goal:
                return nodes
            node = nodes[place]
            for reached, cost, hyphen in self._next(place, node, tolerance, hyphens=hyphens):
                known = nodes.get(reached)
                if known is None:
                    heappush(queue, reached)
                elif known.cost <= cost:
                    continue
                nodes[reached] = _Node(cost, place, hyphen)
        return None

    def _next(self, place: Place, node: _Node, tolerance: float, *, hyphens: bool) -> list[tuple[Place, float, bool]]:
        """Where the next line may begin if one begins here: the places, what they cost then, whether by a hyphen."""
        pieces, legal, ends, ended, stretch = self.pieces, self.legal, self.ends, self.ended, self.stretch
        index, part = place
        if part:
            tail = pieces[index].divided(pieces[index])[part - 1][1]  # type: ignore[misc]  # a place of its own making
            begin, spaces = self.starts[index] + pieces[index].width - tail.width, self.spaces[index]
        else:
            begin, spaces = self.starts[index] + pieces[index].hang_left, self.spaces[index]
        limit = begin + (self.rest if index or part else self.first)
        chance = beyond = bisect_right(ends, limit + ROUNDING)
        final = len(legal) - 1
        out: list[tuple[Place, float, bool]] = []
        if beyond <= final and legal[beyond] >= index:  # one more, if spaces are narrowed
            room = ended[beyond] - spaces
            over = ends[beyond] - limit
            if room and over <= self.shrink * room:
                bad = 100 * (over / (self.shrink * room)) ** 3
                out.append(self._cost(beyond, node, 0.0 if beyond == final else bad, begin))
        while chance > 0:
            chance -= 1
            stop = legal[chance]
            if stop < index:
                break
            if chance == final:
                out.append(self._cost(chance, node, 0.0, begin))
                continue
            room = ended[chance] - spaces
            ratio = (limit - ends[chance]) / (room * stretch) if room > 0 else tolerance + 1
            if ratio > tolerance:
                break
            out.append(self._cost(chance, node, 100 * ratio**3, begin))
        if hyphens and beyond <= final:
            out += self._hyphenated(legal[beyond], index, begin, spaces, limit, node, tolerance)
        return out

    def _cost(self, chance: int, node: _Node, bad: float, begin: float) -> tuple[Place, float, bool]:
        """A line that ends at this chance."""
        stop = self.legal[chance]
        cost = node.cost + (LINE + bad) ** 2
        if chance == len(self.legal) - 1:
            if node.hyphen:
                cost += LAST_HYPHEN
            if node.before is not None and self.ends[chance] - begin < SHORTEST * self.rest:
                cost += SHORT_LAST
            return (len(self.pieces), 0), cost, False
        if self.pieces[stop].hyphen:
            cost += HYPHEN**2 + (TWO_HYPHENS if node.hyphen else 0.0)
            return (stop + 1, 0), cost, True
        return (stop + 1, 0), cost, False

    def _hyphenated(
        self, index: int, start: int, begin: float, spaces: float, limit: float, node: _Node, tolerance: float
    ) -> list[tuple[Place, float, bool]]:
        """Lines that end with a part of the piece that stands across their end."""
        piece = self.pieces[index]
        if index <= start or piece.divided is None:
            return []
        out: list[tuple[Place, float, bool]] = []
        room = self.spaces[index] - spaces
        for part, (head, _) in enumerate(piece.divided(piece), start=1):
            spare = limit - (self.starts[index] + head.width - head.hang_right)
            if room <= 0 or spare > tolerance * self.stretch * room or spare < -self.shrink * room:
                continue
            ratio = spare / (self.stretch * room) if spare >= 0 else -spare / (self.shrink * room)
            cost = node.cost + (LINE + 100 * ratio**3) ** 2 + HYPHEN**2 + (TWO_HYPHENS if node.hyphen else 0.0)
            out.append(((index, part), cost, True))
        return out

    def _built(self, nodes: dict[Place, _Node]) -> list[Words]:
        """The lines of the best way to the end."""
        places: list[Place] = []
        place: Place | None = (len(self.pieces), 0)
        while place is not None:
            places.append(place)
            place = nodes[place].before
        places.reverse()
        count = len(places) - 1
        return [
            words_of(self._between(begin, end), last=number == count)
            for number, (begin, end) in enumerate(zip(places, places[1:], strict=False), start=1)
        ]

    def _between(self, begin: Place, end: Place) -> list[Piece]:
        """The pieces from one place to another, as they stand on a line."""
        line = list(self.pieces[begin[0] : end[0]])
        if begin[1]:
            line[0] = _part(self.pieces[begin[0]], begin[1], tail=True)
        if end[1]:
            line.append(_part(self.pieces[end[0]], end[1], tail=False))
        elif line[-1].hyphen and end[0] < len(self.pieces):
            line[-1] = line[-1].hyphen
        return line


def _part(piece: Piece, part: int, *, tail: bool) -> Piece:
    """A part of a divided piece."""
    if piece.divided is None:
        raise ValueError("the piece is not divided")
    return piece.divided(piece)[part - 1][tail]
