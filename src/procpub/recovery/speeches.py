"""Speeches in a debate: what one principal speaker says until another takes the floor, with the interruptions."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from procpub.patterns import regex
from procpub.recovery.events import is_bracketed
from procpub.recovery.labels import Found
from procpub.recovery.paragraphs import Passage

SUBSTANTIAL = 60
"""Words that take the floor; less is an interruption."""

IN_THE_CHAIR = regex(r"\bin the chair\b|\bpresid(?:ing|ed)\b|\bführt den vorsitz\b|\bpréside\b", re.IGNORECASE)

LONGEST_NOTICE = 160
"""Characters in which it is said who presides."""

SHORTEST = 12
"""Words that can take the floor where everybody is brief."""


def find_speeches(passages: Sequence[Passage], labels: Mapping[int, Found], begin: int, end: int) -> tuple[int, ...]:
    """The indexes of the labels at which somebody who does not preside takes the floor."""
    places = [index for index in labels if begin <= index < end]
    words = [_words(passages, labels[place], place, after) for place, after in pairwise([*places, end])]
    presiding = _presiding(passages, labels)
    floor = [
        (place, count)
        for place, count in zip(places, words, strict=True)
        if _may_hold(labels[place]) and labels[place].who not in presiding
    ]
    least = _least([count for _, count in floor])
    starts: list[int] = []
    principal = ""
    for place, count in floor:
        who = labels[place].who
        if who != principal and count >= least:
            starts.append(place)
            principal = who
    return tuple(starts)


def _presiding(passages: Sequence[Passage], labels: Mapping[int, Found]) -> frozenset[str]:
    """Those of whom the text says that they preside: "The MAYOR (Councillor Penhallow) in the Chair"."""
    speakers = {found.who for found in labels.values()}
    said: set[str] = set()
    for passage in passages[: max(labels, default=0)]:
        match = IN_THE_CHAIR.search(passage.text[:LONGEST_NOTICE])
        if match:
            said.update(re.findall(r"\w+", passage.text[: match.start()].casefold()))
    return frozenset(speakers & said)


def _may_hold(found: Found) -> bool:
    return not found.label.chair and not found.label.collective


def _least(counts: Sequence[int]) -> float:
    """The words that take the floor: fewer where even the longer turns of a discussion are short."""
    if len(counts) < 2:
        return SHORTEST
    from statistics import quantiles  # for debates only

    upper = quantiles(counts, n=4, method="inclusive")[2]
    return min(SUBSTANTIAL, max(SHORTEST, 0.5 * upper))


def _words(passages: Sequence[Passage], found: Found, place: int, after: int) -> int:
    """What is said under a label, heckling in brackets left out."""
    own = len(passages[place].text[found.end :].split())
    return own + sum(len(each.text.split()) for each in passages[place + 1 : after] if not is_bracketed(each.text))
