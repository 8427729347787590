"""Lines as word processors break them: each takes what goes on it, with no hyphens but those that are written."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, repeat
from typing import NamedTuple

from procpub.layout.breaking import segments
from procpub.layout.fallback import Chain

TWIPS = 20
"""In a point."""


class Widths(dict[str, tuple[float, ...]]):
    """How wide words are in one format, in twips: a dictionary that fills itself.

    A word is a tuple of the stretches that no line ends inside of; the last has the space after the word with it.
    """

    __slots__ = ("_capitals", "_main", "_scale", "fonts", "space")

    def __init__(self, fonts: Chain, size: float, *, capitals: bool = False) -> None:
        """`fonts` are those of the format, `size` is in points; `capitals` are shown for small letters too."""
        super().__init__()
        self.fonts = fonts
        self._scale = size * TWIPS / 1000
        self._capitals = capitals
        self._main = main = fonts.main
        self.space = main.space * self._scale
        self[""] = (self.space,)

    def __missing__(self, word: str) -> tuple[float, ...]:
        shown = self._shown(word)
        if shown.isascii() and shown.isalpha():  # most words: no line ends inside of them
            self[word] = (self._width(f" {shown} ") - self.space,)
            return self[word]
        stretches = [text for text, _ in segments(shown, after_any_hyphen=True)]
        # Measured with the spaces around the word, which letters may be kerned with.
        if len(stretches) == 1:
            self[word] = (self._width(f" {stretches[0]} ") - self.space,)
        elif stretches:
            first, *between, last = stretches
            head = self._width(f" {first}") - self.space
            self[word] = (head, *map(self._width, between), self._width(f"{last} "))
        else:
            self[word] = self[""]  # it holds nothing that shows
        return self[word]

    def width(self, text: str) -> float:
        """How wide a text is on one line, in points."""
        return (sum(sum(self[word]) for word in text.split(" ")) - self.space) / TWIPS

    def starts(self, word: str) -> list[int]:
        """The character of a word that each of its stretches begins with, from 0."""
        if len(self[word]) == 1:
            return [0]
        shown = self._shown(word)
        origins = [index for index, letter in enumerate(word) for _ in self._shown(letter)]
        found: list[int] = []
        place = -1
        for stretch, _ in segments(shown, after_any_hyphen=True):
            for number, character in enumerate(stretch):
                place = shown.index(character, place + 1)  # past soft hyphens and the like, which are in no stretch
                if number == 0:
                    found.append(origins[place])
        return found

    def _shown(self, word: str) -> str:
        return word.upper() if self._capitals else word

    def _width(self, text: str) -> float:
        if self.fonts.all_in_main(text):
            return self._main.width(text) * self._scale
        return sum(font.width(part) for font, part in self.fonts.resolve(text)) * self._scale


class Run(NamedTuple):
    """A stretch of text in one format. Line feeds in it end the line."""

    widths: Widths
    text: str


class Lines(NamedTuple):
    """How many lines a paragraph has, and on which of them, from 0, each of the runs asked for begins."""

    number: int
    marked: tuple[int, ...] = ()


def broken(runs: Sequence[Run], first: float, rest: float, marked: Sequence[int] = ()) -> Lines:
    """Breaks a paragraph whose first line is `first` twips long and the others `rest`.

    Args:
        runs: what it says.
        first: see above.
        rest: see above.
        marked: the indices of the runs to look for, in order.
    """
    if not marked and _is_plain(runs):
        return Lines(len(_line_ends(_of_words(*runs[0]), first, rest)))
    count = 0
    lines: list[int] = []
    wanted_runs = set(marked)
    for paragraph in _between_line_feeds(runs, marked):
        stretches, starts = _joined([run for _, run in paragraph])
        ends = _line_ends(stretches, rest if count else first, rest)
        wanted = (start for (index, _), start in zip(paragraph, starts, strict=True) if index in wanted_runs)
        lines += (count + min(bisect_right(ends, start), len(ends) - 1) for start in wanted)
        count += len(ends)
    return Lines(count, tuple(lines))


def line_starts(runs: Sequence[Run], first: float, rest: float, lines: Sequence[int]) -> list[int]:
    """The character that each of some lines begins with, from 0, counted through all runs.

    A line that begins inside of a stretch which is wider than a line is said to begin with the next stretch.

    Args:
        runs: as for `broken`.
        first: the same.
        rest: the same.
        lines: which lines, from 0, in order; one that there is not begins behind all characters.
    """
    starts: list[int] = []
    count = place = 0
    if is_plain := _is_plain(runs):
        widths, text = runs[0]
        parts = [[Run(widths, text.strip(" "))]]
        place = len(text) - len(text.lstrip(" "))
    else:
        parts = [[run for _, run in part] for part in _between_line_feeds(runs, ())]
    for part in parts:
        stretches = _of_words(*part[0]) if is_plain else _joined(part)[0]
        begins = [0, *_line_ends(stretches, rest if count else first, rest)]
        for line in lines[len(starts) :]:
            number = line - count
            if number + 1 >= len(begins):
                break
            is_inside = number > 0 and begins[number] == begins[number - 1]
            starts.append(place + _character(part, begins[number] + is_inside))
        count += len(begins) - 1
        place += sum(len(run.text) for run in part) + 1
    return starts + [place] * (len(lines) - len(starts))


def _is_plain(runs: Sequence[Run]) -> bool:
    """Whether it is text in one format, with single spaces and no line feeds."""
    return len(runs) == 1 and "\n" not in runs[0].text and "  " not in runs[0].text


def _between_line_feeds(runs: Sequence[Run], marked: Sequence[int]) -> list[list[tuple[int, Run]]]:
    """The runs with their indices, anew after each line feed; nothing after the last one is no line."""
    parts: list[list[tuple[int, Run]]] = [[]]
    for index, (widths, text) in enumerate(runs):
        head, *tails = text.split("\n")
        parts[-1].append((index, Run(widths, head)))
        # What is looked for is where a run begins, so that what follows in it has no index.
        parts += [[(-1, Run(widths, tail))] for tail in tails]
    if len(parts) > 1 and not any(run.text or index in marked for index, run in parts[-1]):
        parts.pop()
    return parts


class _Stretches(NamedTuple):
    """What no line ends inside of: how far each stretch moves on, and how much of that is the space at its end, which
    may stand out of the line: `space`, but for those that `spaces` names.
    """

    advances: list[float]
    space: float
    spaces: dict[int, float]


def _of_words(widths: Widths, text: str) -> _Stretches:
    """The stretches of a text in one format, with single spaces: the quick way, for most paragraphs."""
    words = list(map(widths.__getitem__, text.strip(" ").split(" ")))
    advances = list(chain.from_iterable(words))
    unspaced: dict[int, float] = {}
    if len(advances) > len(words):
        counts = list(map(len, words))
        for count, end in zip(counts, accumulate(counts), strict=True):
            if count > 1:
                unspaced |= dict.fromkeys(range(end - count, end - 1), 0.0)
    return _Stretches(advances, widths.space, unspaced)


def _joined(runs: Iterable[Run]) -> tuple[_Stretches, list[int]]:
    """The stretches of all runs, and the one that each run begins in.

    No line ends between two runs without a space: the last stretch of the one and the first of the other are one.
    """
    advances: list[float] = []
    spaces: list[float] = []
    starts: list[int] = []
    is_open = False
    for widths, text in runs:
        starts.append(max(len(advances) - is_open, 0))
        *spaced, last = text.split(" ")
        for word in spaced:
            if word or not advances:
                _add(widths[word], advances, spaces, is_open=is_open)
                spaces[-1] = widths.space if word else 0.0
            else:  # a further space hangs at the end of what there is
                advances[-1] += widths.space
                spaces[-1] += widths.space
            is_open = False
        if last:
            _add(widths[last], advances, spaces, is_open=is_open)
            advances[-1] -= widths.space
            is_open = True
    if not advances:
        advances, spaces = [0.0], [0.0]
    return _Stretches(advances, max(spaces), dict(enumerate(spaces))), starts


def _character(runs: Iterable[Run], stretch: int) -> int:
    """The character, counted through all runs, that one of the stretches of `_joined` begins with; where they end, if
    there are no more stretches than that.
    """
    place = number = 0
    is_open = False
    for widths, text in runs:
        words = text.split(" ")
        for word, space in zip(words, chain(repeat(1, len(words) - 1), (0,)), strict=True):
            if word or (space and not number):
                count = len(widths[word]) - is_open
                if stretch < number + count:
                    return place + widths.starts(word)[stretch - number + is_open]
                number += count
                is_open = True
            if space:
                is_open = False
            place += len(word) + space
    return place


def _add(word: tuple[float, ...], advances: list[float], spaces: list[float], *, is_open: bool) -> None:
    """Adds a word's stretches, the first to the last one that there is if that is open."""
    head, *others = word
    if is_open:
        advances[-1] += head
    else:
        advances.append(head)
        spaces.append(0.0)
    advances += others
    spaces += [0.0] * len(others)


_ROUNDING = 0.5
"""Word processors keep widths in whole twips."""


def _line_ends(stretches: _Stretches, first: float, rest: float) -> list[int]:
    """How many of the stretches stand before the end of each line.

    One that is wider than its line goes on over the next ones, as it is cut wherever it has to be.
    """
    advances, space, spaces = stretches
    ends = list(accumulate(advances))
    lines: list[int] = []
    start, begin, measure = 0, 0.0, first
    while start < len(ends):
        limit = begin + measure + _ROUNDING
        stop = bisect_right(ends, limit + space, start)
        while stop > start and ends[stop - 1] - spaces.get(stop - 1, space) > limit:
            stop -= 1
        if stop == start:
            begin += max(measure, 1.0)
            if ends[start] - begin <= spaces.get(start, space):
                stop = start + 1
        if stop > start:
            begin = ends[stop - 1]
        lines.append(stop)
        start, measure = stop, rest
    return lines
