"""Aligning the printed contents with the body: fuzzy, and in order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

CLOSE = 78.0
"""The least likeness, from 0 to 100 (rapidfuzz's ratio), at which a line can be an entry's heading."""

RAREST = 5
"""Words by which candidates for an entry are looked up."""


def heading_key(text: str) -> str:
    """What two printings of a heading share: no case, no punctuation, no spaces between initials."""
    return " ".join(re.findall(r"\w+", re.sub(r"\b(\w)\.\s?(?=\w\.)", r"\1", text.casefold())))


def align(entries: Sequence[str], candidates: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indexes (entry, candidate), increasing in both, of the best alignment.

    Entries and candidates that are the same but for case and punctuation, and each unique, are fixed first, as patience
    diff does; what lies between them is aligned by dynamic programming over the pairs that are alike.
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
    """The in-order matching with the greatest sum of likeness: the heaviest chain of pairs that are alike."""
    chains: list[_Chain] = []  # by the last candidate, each heavier than those before it
    for i, likely in enumerate(_likely(left, right)):
        grown = []
        for j, gain in likely:
            place = bisect_left(chains, j, key=_last)
            before = chains[place - 1] if place else None
            grown.append(_Chain((before.gain if before else 0.0) + gain, (i, j), before))
        for chain in grown:
            _insert(chains, chain)
    pairs: list[tuple[int, int]] = []
    chain_or_none = chains[-1] if chains else None
    while chain_or_none:
        pairs.append(chain_or_none.pair)
        chain_or_none = chain_or_none.before
    return pairs[::-1]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Pairs that increase in both numbers, from the last one back, and the sum of their gains."""

    gain: float
    pair: tuple[int, int]
    before: "_Chain | None"


def _last(chain: _Chain) -> int:
    return chain.pair[1]


def _insert(chains: list[_Chain], chain: _Chain) -> None:
    """Puts a chain among those that end before and after it, unless one before it is as heavy; those after it that are
    not heavier go.
    """
    place = bisect_left(chains, _last(chain), key=_last)
    if place and chains[place - 1].gain >= chain.gain:
        return
    end = place
    while end < len(chains) and chains[end].gain <= chain.gain:
        end += 1
    if place < len(chains) and end == place and _last(chains[place]) == _last(chain):
        return
    chains[place:end] = [chain]


def _likely(left: Sequence[str], right: Sequence[str]) -> Iterator[list[tuple[int, float]]]:
    """For each entry the candidates that are close to it, with what pairing them gains, in order.

    Only candidates that share one of the entry's rarest words are compared: those that share none are not close.
    """
    holding: dict[str, list[int]] = {}
    for j, key in enumerate(right):
        for word in set(key.split()):
            holding.setdefault(word, []).append(j)
    for key in left:
        rarest = sorted((len(holding[word]), word) for word in set(key.split()) if word in holding)[:RAREST]
        candidates = sorted({j for _, word in rarest for j in holding[word]})
        scores = ((j, fuzz.ratio(key, right[j], score_cutoff=CLOSE)) for j in candidates)
        yield [(j, score - CLOSE + 1) for j, score in scores if score]
