"""Breaking justified paragraphs as a whole, so that their word spaces are as even as they can be.

After D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981). Widths
are prefix sums, so that the ends within reach of a line are found by bisection; and only words that stand across the
end of a line are hyphenated. As in TeX, a paragraph is first tried without hyphens, and looser only if it must be.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from operator import attrgetter

from procpub.layout.boxes import Divisions, Piece
from procpub.layout.breaking import After
from procpub.layout.hyphenation import LONGEST
from procpub.layout.lines import EXPANSION, ROUNDING, SHRINK, SPACE, STRETCH, Words, chunks, first_fit, words_of

TOLERANCES = ((1.6, False), (1.6, True), (3.0, True), (9.0, True))
"""What is tried, in order: lines that take at most so many times the stretch, without and with hyphens."""

LINE, HYPHEN = 10.0, 200.0
"""What a line costs, and a hyphen, beside what 100 costs: a line with all of its stretch."""

TWO_HYPHENS, LAST_HYPHEN, SHORT_LAST = 40_000.0, 10_000.0, 8_000.0
"""What hyphens on two lines in a row cost (in squares of the above), one before the last line, a last line that is
shorter than `SHORTEST` of the measure.
"""

SHORTEST = 0.09

PARTS = LONGEST
"""A place where a line may begin is a number: PARTS times the index of the word that it begins with, plus the number of
the division, from 1, if it begins with what is left of that word. There are fewer divisions than letters.
"""


def total_fit(pieces: Sequence[Piece], first: float, rest: float, *, hyphenate: bool) -> list[Words]:
    """Breaks a paragraph into lines of `first` (the first one) and `rest` points.

    Where no tolerable way is found, as in a narrow column, lines are filled first-fit, and left loose.
    """
    lines: list[Words] = []
    for chunk in chunks(pieces):
        lines += _broken(chunk, rest if lines else first, rest, hyphenate=hyphenate)
    return lines


def _broken(pieces: Sequence[Piece], first: float, rest: float, *, hyphenate: bool) -> list[Words]:
    """The lines of pieces without a forced break among them."""
    if not pieces:
        return [words_of((), last=True)]
    starts = list(accumulate([piece.width + piece.space for piece in pieces], initial=0.0))
    if starts[-1] - pieces[-1].space <= first + ROUNDING:
        return [words_of(pieces, last=True)]
    search = _Search(pieces, starts, first, rest)
    for tolerance, hyphens in TOLERANCES:
        if hyphens <= hyphenate or tolerance == TOLERANCES[-1][0]:
            places = search.places(tolerance, hyphens=hyphens and hyphenate)
            if places:
                return search.lines(places)
    return first_fit(pieces, first, rest)


class _Search:
    """Pieces in words, between which lines may end, with the sums that a search needs."""

    def __init__(self, pieces: Sequence[Piece], starts: Sequence[float], first: float, rest: float) -> None:
        """`starts` is where each piece begins in one long line, and where that ends."""
        self.pieces = pieces
        self.first, self.rest = first, rest
        spaces = list(
            accumulate([piece.stretch + (1.0 if piece.space else piece.gap) for piece in pieces], initial=0.0)
        )
        last = len(pieces) - 1
        self.final = [i for i, piece in enumerate(pieces) if piece.after is not After.JOIN or i == last]
        """The index of each word's last piece."""
        whole = last == len(self.final) - 1  # as nearly always
        begins = [0, *[index + 1 for index in self.final]]
        self.starts = starts if whole else [starts[index] for index in begins]
        """Where each word begins, and where all of them end."""
        self.spaces = spaces if whole else [spaces[index] for index in begins]
        """How many word spaces stand before it."""
        ends = pieces if whole else [pieces[index] for index in self.final]
        self.hyphens = any(map(attrgetter("hyphen"), ends))
        """Whether the text has soft hyphens of its own."""
        self.ends = (
            [starts[index] + _reach(pieces[index]) for index in self.final]
            if self.hyphens
            else [starts[index] + piece.width - piece.hang_right for index, piece in zip(self.final, ends, strict=True)]
        )
        """How far a line reaches that ends with it."""
        self.inner = [spaces[index] + piece.stretch for index, piece in zip(self.final, ends, strict=True)]
        """How many word spaces stand before its end."""
        space = pieces[0].look.size * SPACE
        self.stretch, self.shrink = space * STRETCH, space * SHRINK
        self.costs: list[float] = []
        """The least that it costs to begin a line with each word, and to come to the end of all."""
        self.before: dict[int, int] = {}
        """Where the line before each place begins, if it is reached for that least cost."""
        self.parts: dict[int, dict[int, float]] = {}
        """By word, the places where what is left of it begins a line, and what they cost."""

    def places(self, tolerance: float, *, hyphens: bool) -> list[int]:
        """Where the lines of the best way begin, and at last where all ends; empty if there is no way."""
        count = len(self.final)
        self.costs, self.before, self.parts = [0.0, *[inf] * count], {}, {}
        parts = self.parts
        for word, least in enumerate(self.costs):  # which are found while it goes on
            if least < inf and word < count:
                begin = self.starts[word] + self.pieces[self._first(word)].hang_left
                self._from(word * PARTS, begin, least, tolerance, hyphens=hyphens)
            if word in parts:
                lefts = _divisions(self._piece(word)).lefts
                for place, cost in parts[word].items():
                    begin = self.starts[word] + lefts[place % PARTS - 1]
                    self._from(place, begin, cost, tolerance, hyphens=hyphens)
        if self.costs[count] == inf:
            return []
        places = [count * PARTS]
        while places[-1]:
            places.append(self.before[places[-1]])
        return places[::-1]

    def _from(self, place: int, begin: float, base: float, tolerance: float, *, hyphens: bool) -> None:
        """Tries all words that a line from the place may end with, which begins at `begin`."""
        word = place // PARTS
        ends, inner, spaces = self.ends, self.inner, self.spaces[word]
        measure = self.rest if place else self.first
        limit, flex = begin + measure, measure * EXPANSION
        costs, stretch = self.costs, self.stretch
        last = len(ends) - 1
        beyond = bisect_right(ends, limit + ROUNDING, word)
        good = False
        if beyond <= last:  # one word more, if spaces are narrowed
            ratio = (ends[beyond] - limit) / (self.shrink * (inner[beyond] - spaces) + flex)
            if ratio <= 1:
                good = True
                bad = LINE if beyond == last else LINE + 100 * ratio * ratio * ratio
                self._reach(beyond, place, base + bad * bad)
        elif last >= word:
            short = place and ends[last] - begin < SHORTEST * self.rest
            extra = (SHORT_LAST if short else 0.0) + (LAST_HYPHEN if place % PARTS else 0.0)
            self._reach(last, place, base + LINE * LINE + extra)
            good, beyond = True, last
        for end in range(beyond - 1, word - 1, -1):
            ratio = (limit - ends[end]) / (stretch * (inner[end] - spaces) + flex)
            if ratio > tolerance:
                break
            good = good or ratio <= 1
            bad = LINE + 100 * ratio * ratio * ratio
            cost = base + bad * bad
            if cost < costs[end + 1]:
                self._reach(end, place, cost)
        if hyphens and not good and word < beyond:
            self._divide(beyond, place, limit, flex, base, tolerance)

    def _reach(self, word: int, place: int, cost: float) -> None:
        """A line from the place that ends with the word."""
        if self.hyphens and self._piece(word).hyphen:
            cost += HYPHEN**2
        if cost < self.costs[word + 1]:
            self.costs[word + 1] = cost
            self.before[(word + 1) * PARTS] = place

    def _divide(self, word: int, place: int, limit: float, flex: float, base: float, tolerance: float) -> None:
        """Lines from the place that end with a part of the word. They may reach to `limit`, and their glyphs be made
        wider or narrower by `flex` altogether.
        """
        divisions = self._piece(word).divisions
        if divisions is None or self.final[word] != self._first(word):  # of several pieces, none is divided
            return
        spaces = self.spaces[word] - self.spaces[place // PARTS]
        loose, tight = self.stretch * spaces + flex, self.shrink * spaces + flex
        spare = limit - self.starts[word]
        base += HYPHEN * HYPHEN + (TWO_HYPHENS if place % PARTS else 0.0)
        for part, reach in enumerate(divisions.reaches, start=1):
            ratio = (spare - reach) / loose if reach <= spare else (reach - spare) / tight
            if ratio > (tolerance if reach <= spare else 1.0):
                continue
            bad = LINE + 100 * ratio * ratio * ratio
            cost, target = base + bad * bad, word * PARTS + part
            places = self.parts.setdefault(word, {})
            if cost < places.get(target, inf):
                places[target] = cost
                self.before[target] = place

    def _first(self, word: int) -> int:
        """The index of a word's first piece."""
        return self.final[word - 1] + 1 if word else 0

    def _piece(self, word: int) -> Piece:
        """The last piece of a word; the only one of words that can be divided."""
        return self.pieces[self.final[word]]

    def lines(self, places: Sequence[int]) -> list[Words]:
        """The lines that begin at these places."""
        count = len(self.final) * PARTS
        return [self._line(begin, end, last=end == count) for begin, end in pairwise(places)]

    def _line(self, begin: int, end: int, *, last: bool) -> Words:
        (first, left), (beyond, part) = divmod(begin, PARTS), divmod(end, PARTS)
        pieces = self.pieces[self._first(first) : self._first(beyond)]
        if left or part or pieces[-1].hyphen or pieces[-1].after is After.JOIN:
            return words_of(self._divided(pieces, left, beyond, part), last=last)
        width = self.starts[beyond] - self.starts[first] - pieces[-1].space
        return Words(tuple(pieces), width, self.inner[beyond - 1] - self.spaces[first], last)

    def _divided(self, pieces: Sequence[Piece], left: int, beyond: int, part: int) -> list[Piece]:
        """The pieces of words before word `beyond` as they stand on a line that begins with what is left of the first,
        and ends with a part of that word, each after the division of this number; 0 for none.
        """
        line = list(pieces)
        if left:
            line[0] = _divisions(line[0]).parts(line[0], left - 1)[1]
        if part:
            line.append(_divisions(self._piece(beyond)).parts(self._piece(beyond), part - 1)[0])
        elif line[-1].hyphen and beyond < len(self.final):
            line[-1] = line[-1].hyphen
        return line


def _divisions(piece: Piece) -> Divisions:
    """The divisions of a piece that a line was divided in."""
    if piece.divisions is None:
        raise ValueError(f"{piece.text!r} may not be divided")
    return piece.divisions


def _reach(piece: Piece) -> float:
    """How far the piece reaches into the measure at the end of a line."""
    shown = piece.hyphen or piece
    return shown.width - shown.hang_right
