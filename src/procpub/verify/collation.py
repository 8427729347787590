"""Several editions' readings of the same, side by side: where they part, and who stands alone.

As philologists collate manuscripts: everything is aligned with one edition, differences at one place become one, and
the reading that most editions have is taken for the right one.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from rapidfuzz.distance import Indel

from procpub.verify.witness import Place

V = TypeVar("V", bound=Hashable)
"""Whoever has a column: editions, or lists in editions."""

_WINDOW = 20_000
"""So many readings are aligned at a time: the time and memory that takes grow by the square."""

_PASSAGE = 8
"""So many readings in a row are a passage that is hardly anywhere else."""

_SURE = 20
"""So many readings that are the same in a row are no chance."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one edition says in a check, as a sequence.

    `keys` are compared; `shown(first, last)` are those readings in words, and `place(index)` is where one stands.
    """

    keys: Sequence[Hashable]
    shown: Callable[[int, int], str]
    place: Callable[[int], Place]


@dataclass(frozen=True, slots=True)
class Span:
    """Readings of an edition, from the first up to before the last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Variation(Generic[V]):
    """A place where editions part: what of each stands there, and which of them say other than most.

    If there are no most, all do.
    """

    spans: Mapping[V, Span]
    dissenting: tuple[V, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Readings of the base from the first up to before the last, and what another sequence has instead."""

    first: int
    last: int
    other_first: int
    other_last: int


def collated(columns: Mapping[V, Column]) -> Iterator[Variation[V]]:
    """The places where the columns part, in order."""
    keys = {name: list(column.keys) for name, column in columns.items()}
    base = _base(keys)
    changes = {name: deque(changes_between(keys[base], own)) for name, own in keys.items() if own != keys[base]}
    moved = dict.fromkeys(keys, 0)
    for first, last in _clusters(change for each in changes.values() for change in each):
        spans: dict[V, Span] = {}
        for name in keys:
            begin = first + moved[name]
            waiting = changes.get(name, ())
            while waiting and waiting[0].last <= last:
                change = changes[name].popleft()
                moved[name] += (change.other_last - change.other_first) - (change.last - change.first)
            spans[name] = Span(begin, last + moved[name])
        yield Variation(spans, _dissenting({name: tuple(keys[name][s.first : s.last]) for name, s in spans.items()}))


def _base(keys: Mapping[V, list[Hashable]]) -> V:
    """The edition that most others agree with altogether; the first of several."""
    return max(keys, key=lambda name: (sum(keys[name] == other for other in keys.values()), -list(keys).index(name)))


def _dissenting(readings: Mapping[V, tuple[Hashable, ...]]) -> tuple[V, ...]:
    counts: dict[tuple[Hashable, ...], int] = {}
    for reading in readings.values():
        counts[reading] = counts.get(reading, 0) + 1
    most = max(counts.values())
    common = [reading for reading, count in counts.items() if count == most]
    return tuple(name for name, reading in readings.items() if len(common) > 1 or reading != common[0])


def _clusters(changes: Iterable[Change]) -> list[tuple[int, int]]:
    """Stretches of the base in which some edition has something else; those that meet are one."""
    found: list[tuple[int, int]] = []
    for change in sorted(changes, key=lambda each: (each.first, each.last)):
        if found and change.first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], change.last))
        else:
            found.append((change.first, change.last))
    return found


def changes_between(base: Sequence[Hashable], other: Sequence[Hashable]) -> list[Change]:
    """The changes that make the other sequence of the base.

    What was taken out or put in could often as well be a little further on ("a b a" in place of "a" has got "b a" or
    "a b"): it is as far on as can be, so that it is the same against all.
    """
    found = _tidied(_aligned(base, other))
    ends = chain((change.first for change in found[1:]), (len(base),))
    return [_slid(change, end, base, other) for change, end in zip(found, ends, strict=False)]


def _tidied(changes: Iterable[Change]) -> list[Change]:
    """Changes made one where what is between them is less than either: words that long passages have in common by
    chance tell nobody anything.
    """
    found: list[Change] = []
    for change in changes:
        while found:
            last = found[-1]
            if change.first - last.last >= min(_size(last), _size(change)):
                break
            change = Change(last.first, change.last, last.other_first, change.other_last)
            found.pop()
        found.append(change)
    return found


def _size(change: Change) -> int:
    return max(change.last - change.first, change.other_last - change.other_first)


def _slid(change: Change, end: int, base: Sequence[Hashable], other: Sequence[Hashable]) -> Change:
    """The change as far on as it can be before another begins at `end`."""
    first, last, other_first, other_last = change.first, change.last, change.other_first, change.other_last
    if first != last and other_first != other_last:
        return change
    chunk, place, stop = (base, first, last) if first != last else (other, other_first, other_last)
    steps = 0
    while last + steps < end and chunk[place + steps] == chunk[stop + steps]:
        steps += 1
    return Change(first + steps, last + steps, other_first + steps, other_last + steps)


def _aligned(base: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Change]:
    """The changes of long sequences piece by piece, between passages that stand in both once, and in the same order."""
    i = j = 0
    short = len(base) * len(other) <= _WINDOW * _WINDOW
    for next_i, next_j in [*([] if short else _anchors(base, other)), (len(base), len(other))]:
        for change in _by_windows(base[i:next_i], other[j:next_j]):
            yield Change(change.first + i, change.last + i, change.other_first + j, change.other_last + j)
        i, j = next_i, next_j


def _anchors(base: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where passages of some length stand that are in both sequences once: the most that are in one order, as patience
    sorting finds them.
    """
    places, others = _once(base), _once(other)
    pairs = [(place, others[passage]) for passage, place in places.items() if passage in others]  # in order of the base
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [index]
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _once(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    """Passages that there are once, and where they begin, in order."""
    found: dict[Hashable, int | None] = {}
    for index in range(len(sequence) - _PASSAGE + 1):
        passage = tuple(sequence[index : index + _PASSAGE])
        found[passage] = index if passage not in found else None
    return {passage: index for passage, index in found.items() if index is not None}


def _by_windows(base: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Change]:
    """The changes, window after window, each up to where both surely agree."""
    i = j = 0
    while i < len(base) or j < len(other):
        while i < len(base) and j < len(other) and base[i] == other[j]:
            i, j = i + 1, j + 1
        window, opposite = base[i : i + _WINDOW], other[j : j + _WINDOW]
        is_last = i + _WINDOW >= len(base) and j + _WINDOW >= len(other)
        operations = Indel.opcodes(window, opposite)
        sure = [op for op in operations if op.tag == "equal" and op.src_end - op.src_start >= _SURE]
        end, opposite_end = (len(window), len(opposite))
        if not is_last and sure:
            end, opposite_end = sure[-1].src_end, sure[-1].dest_end
        first: Change | None = None
        for op in operations:
            if op.src_start >= end and op.dest_start >= opposite_end:
                break
            if op.tag == "equal":
                if first:
                    yield first
                first = None
            else:
                start = first or Change(i + op.src_start, 0, j + op.dest_start, 0)
                first = Change(start.first, i + op.src_end, start.other_first, j + op.dest_end)
        if first:
            yield first
        i, j = i + end, j + opposite_end
