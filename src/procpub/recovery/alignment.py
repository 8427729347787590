"""Aligning the printed contents with the body: fuzzy, and in order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

CLOSE = 78.0
"""The least likeness, from 0 to 100 (rapidfuzz's ratio), at which a line can be an entry's heading."""


def heading_key(text: str) -> str:
    """What two printings of a heading share: no case, no punctuation, no spaces between initials."""
    return " ".join(re.findall(r"\w+", re.sub(r"\b(\w)\.\s?(?=\w\.)", r"\1", text.casefold())))


def align(entries: Sequence[str], candidates: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indexes (entry, candidate), increasing in both, of the best alignment.

    Entries and candidates that are the same but for case and punctuation, and each unique, are fixed first, as patience
    diff does; what lies between them is aligned by dynamic programming over likeness. So the cost stays near linear.
    """
    left, right = [heading_key(text) for text in entries], [heading_key(text) for text in candidates]
    anchors = _increasing(_unique_matches(left, right))
    pairs: list[tuple[int, int]] = []
    last = (-1, -1)
    for anchor in [*anchors, (len(left), len(right))]:
        lefts, rights = range(last[0] + 1, anchor[0]), range(last[1] + 1, anchor[1])
        pairs += [(lefts[i], rights[j]) for i, j in _best([left[i] for i in lefts], [right[j] for j in rights])]
        if anchor[0] < len(left):
            pairs.append(anchor)
        last = anchor
    return pairs


def _unique_matches(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    repeated = {key for keys in (left, right) for key, count in Counter(keys).items() if count > 1}
    places = {key: j for j, key in enumerate(right)}
    for i, key in enumerate(left):
        if key and key not in repeated and key in places:
            yield i, places[key]


def _increasing(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that increases in both numbers (they come increasing in the first)."""
    tails: list[int] = []
    ends: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in pairs:
        place = bisect_left(tails, pair[1])
        before[pair] = ends[place - 1] if place else None
        tails[place : place + 1] = [pair[1]]
        ends[place : place + 1] = [pair]
    run: list[tuple[int, int]] = []
    pair_or_none = ends[-1] if ends else None
    while pair_or_none:
        run.append(pair_or_none)
        pair_or_none = before[pair_or_none]
    return run[::-1]


def _best(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The in-order matching with the greatest sum of likeness above the threshold."""
    if not left or not right:
        return []
    gain = [[max(0.0, fuzz.ratio(a, b, score_cutoff=CLOSE) - CLOSE + 1) for b in right] for a in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            paired = gain[i][j] + best[i + 1][j + 1] if gain[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if gain[i][j] and best[i][j] == gain[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
