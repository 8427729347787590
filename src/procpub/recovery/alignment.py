"""Aligning the printed contents with the body: fuzzy, and in order."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from procpub.patterns import regex
from procpub.recovery.lexicon import ARTICLES

CLOSE = 78.0
"""The least likeness, from 0 to 100 (rapidfuzz's ratio), at which a line can be an entry's heading."""

RAREST = 5
"""Words by which candidates for an entry are looked up."""

MOST_CANDIDATES = 60
"""Lines that are compared for one of those words; of a commoner one, if it is all there is, the nearest in order."""

LEAST_SHARE = 0.3
"""Of the longer text, where the shorter one is a part of it."""

LEAST_LENGTH = 8
"""Characters of such a part."""

SAME_PART = 90.0
"""Likeness of such a part."""

_WORD = regex(r"\w+")
_BETWEEN_INITIALS = regex(r"\.(?<=\b\w\.)\s?(?=\w\.)")


def heading_key(text: str) -> str:
    """What two printings of a heading share: no case, no punctuation, no spaces between initials, no article first."""
    folded = text.casefold()
    words = _WORD.findall(_BETWEEN_INITIALS.sub("", folded) if folded.count(".") > 1 else folded)
    return " ".join(words[1:] if len(words) > 2 and words[0] in ARTICLES else words)


def align(
    entries: Sequence[Sequence[str]], candidates: Sequence[str], weights: Sequence[float] | None = None
) -> list[tuple[int, int]]:
    """Pairs of indexes (entry, candidate), increasing in both, of the best alignment.

    Entries and candidates that are the same but for case and punctuation, and each unique, are fixed first, as patience
    diff does; what lies between them is aligned by dynamic programming over the pairs that are alike.

    Args:
        entries: of each entry the ways in which it can be read, the likeliest first.
        candidates: lines of the body.
        weights: what speaks for each candidate besides its words, in points of likeness.
    """
    left = [tuple(dict.fromkeys(filter(None, map(heading_key, texts)))) or ("",) for texts in entries]
    right = [heading_key(text) for text in candidates]
    extra = weights or [0.0] * len(right)
    anchors = _increasing(_unique_matches([keys[0] for keys in left], right))
    pairs: list[tuple[int, int]] = []
    last = (-1, -1)
    for anchor in [*anchors, (len(left), len(right))]:
        lefts, rights = range(last[0] + 1, anchor[0]), range(last[1] + 1, anchor[1])
        found = _best([left[i] for i in lefts], [right[j] for j in rights], [extra[j] for j in rights])
        pairs += [(lefts[i], rights[j]) for i, j in found]
        if anchor[0] < len(left):
            pairs.append(anchor)
        last = anchor
    return pairs


def likeness(entry: str, candidate: str) -> float:
    """How alike two keys are, from 0 to 100. A heading often says more than the contents do, or less (the author
    stands below it): where one begins or ends as the other does, what is left over counts little.
    """
    ratio = fuzz.ratio(entry, candidate)
    return ratio if ratio >= CLOSE else max(ratio, _partial(entry, candidate))


def _partial(entry: str, candidate: str) -> float:
    shorter, longer = (entry, candidate) if len(entry) <= len(candidate) else (candidate, entry)
    size = len(shorter)
    if size < LEAST_LENGTH or not LEAST_SHARE <= (share := size / len(longer)) < 1:
        return 0.0
    if longer[size] == " " and fuzz.ratio(shorter, longer[:size]) >= SAME_PART:
        return CLOSE + 10 * share
    if longer[-size - 1] == " " and fuzz.ratio(shorter, longer[-size:]) >= SAME_PART:
        return CLOSE + 5 * share
    return 0.0


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


def _best(left: Sequence[Sequence[str]], right: Sequence[str], weights: Sequence[float]) -> list[tuple[int, int]]:
    """The in-order matching with the greatest sum of likeness: the heaviest chain of pairs that are alike."""
    chains: list[_Chain] = []  # by the last candidate, each heavier than those before it
    for i, likely in enumerate(_likely(left, right, weights)):
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


class _Chain(NamedTuple):
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


def _likely(
    left: Sequence[Sequence[str]], right: Sequence[str], weights: Sequence[float]
) -> Iterator[list[tuple[int, float]]]:
    """For each entry the candidates that are close to it, with what pairing them gains, in order.

    Only candidates that share one of the entry's rarest words are compared: those that share none are not close.
    """
    if not left:
        return
    holding: dict[str, list[int]] = {}
    told = {word for keys in left for key in keys for word in key.split()}
    for j, key in enumerate(right):
        for word in told.intersection(key.split()):
            holding.setdefault(word, []).append(j)
    for i, keys in enumerate(left):
        expected = i * len(right) // len(left)
        candidates = sorted({j for key in keys for j in _sharing(key, holding, expected)})
        gains = ((j, _gain(keys, right[j], weights[j])) for j in candidates)
        yield [(j, gain) for j, gain in gains if gain]


def _gain(keys: Sequence[str], candidate: str, weight: float) -> float:
    """What pairing gains; 0 if they are not close. What speaks for a candidate counts if it is the whole entry."""
    whole = max([fuzz.ratio(key, candidate, score_cutoff=CLOSE) for key in keys])
    if whole:
        return whole - CLOSE + 1 + weight
    part = max([_partial(key, candidate) for key in keys])
    return part - CLOSE + 1 if part else 0.0


def _sharing(key: str, holding: Mapping[str, Sequence[int]], expected: int) -> Iterator[int]:
    """The lines that hold the key's rarest words; of a word in many lines, those nearest to where one is expected."""
    known = sorted((len(holding[word]), word) for word in set(key.split()) if word in holding)
    for count, (size, word) in enumerate(known[:RAREST]):
        if size <= MOST_CANDIDATES:
            yield from holding[word]
        elif not count:
            place = max(0, min(bisect_left(holding[word], expected) - MOST_CANDIDATES // 2, size - MOST_CANDIDATES))
            yield from holding[word][place : place + MOST_CANDIDATES]
