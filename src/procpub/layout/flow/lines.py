"""Lines as word processors break them: each takes what goes on it, with no hyphens but those that are written."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from operator import itemgetter
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
        shown = word.upper() if self._capitals else word
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
    if len(runs) == 1 and not marked and "\n" not in runs[0].text and "  " not in runs[0].text:
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
    unspaced: dict[int, float] = {}
    if any(map(itemgetter(slice(1, None)), words)):
        place = 0
        for word in words:
            place += len(word)
            if len(word) > 1:
                unspaced |= dict.fromkeys(range(place - len(word), place - 1), 0.0)
    return _Stretches(list(chain.from_iterable(words)), widths.space, unspaced)


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
