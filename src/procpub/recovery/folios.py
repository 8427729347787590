"""The numbers that lines bear: what a line is without them, and whether they count pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from procpub.patterns import regex
from procpub.recovery.shapes import roman_value

UNREADABLE = "?"
"""The label of a page whose folio is cut or misread."""

FEWEST = 3
"""Occurrences that make a pattern."""

LONGEST_STEP = 4
"""Pages from one folio to the next: where pages are blank, or only every other one bears the head."""

_NUMBER = regex(r"\d[\d\s]*\d|\d")
_DIGITS = regex(r"\d+")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_YEAR_AND_FOLIO = regex(r"(?:1[5-9]|20)\d\d(\d{1,4})")
_EDGE_NUMBER = regex(r"^\W*\d[\d\s]*\W*|\W*(?<![\d])\d[\d\s]*\W*$")
_ROMAN_FOLIO = regex(r"\W*([ivxlc]{1,7}|[IVXLC]{1,7})\W*")


def form_of(text: str) -> str:
    """The words of a line without the numbers at either end, # for those inside; "i" for a roman numeral alone."""
    roman = _ROMAN_FOLIO.fullmatch(text)
    if roman and roman_value(roman[1]):
        return "i"
    words = (_NUMBER.sub("#", _EDGE_NUMBER.sub("", text)) if _DIGITS.search(text) else text).casefold()
    return " ".join(words.split()).strip(" #") or "#"


def edge_numbers(text: str) -> list[str]:
    """The numbers that a line begins and ends with."""
    first, last = re.match(r"\W*(\d{1,5})(?!\d)", text), re.search(r"(?<!\d)(\d{1,5})\W*$", text)
    return [match[1] for match in (first, last) if match]


def counted(texts: Sequence[str]) -> list[str]:
    """The number in each text that counts pages, as printed; empty if there is none. A folio may be glued to a year:
    of "June 201617882" only the last digits count.
    """
    romans = [_ROMAN_FOLIO.fullmatch(text) for text in texts]
    if all(romans):
        printed = [match[1] for match in romans if match]
        return printed if _counts([roman_value(label) for label in printed]) else []
    runs = [_DIGITS.findall(text) for text in texts]
    if not all(runs):
        return []
    runs = [[_without_year(numbers)] for numbers in runs] if all(map(_without_year, runs)) else runs
    for labels in ([run[-1] for run in runs], [run[0] for run in runs], *_unglued(runs)):
        if _counts([int(label) for label in labels]):
            return _without_strays(labels)
    return _chained([list(_readings(run)) for run in runs])


def _readings(numbers: Sequence[str]) -> Iterator[str]:
    """What may be the folio in a head that has it left and right by turns, on one side glued to a year."""
    yield from dict.fromkeys((numbers[-1], numbers[0]))
    year = _YEAR_AND_FOLIO.fullmatch(numbers[-1])
    if year:
        yield year[1]


def _chained(readings: Sequence[Sequence[str]]) -> list[str]:
    """One reading of each line, so that as many as can be go on from the one before; empty if too few do."""
    steps = [[(0, 0, label) for label in readings[0]]]  # how many go on, the reading before it, the reading
    for choices in readings[1:]:
        before, grown = steps[-1], []
        for label in choices:
            counts = [count + (1 <= int(label) - int(one) <= LONGEST_STEP) for count, _, one in before]
            back = max(range(len(counts)), key=counts.__getitem__)
            grown.append((counts[back], back, label))
        steps.append(grown)
    last = steps[-1]
    at = max(range(len(last)), key=lambda i: last[i][0])
    if last[at][0] < max(FEWEST - 1, 0.7 * (len(readings) - 1)):
        return []
    labels = []
    for step in reversed(steps):
        _, back, label = step[at]
        labels.append(label)
        at = back
    return _without_strays(labels[::-1])


def _without_year(numbers: Sequence[str]) -> str:
    """The folio that is glued to a year, "1999101"; empty if none is."""
    match = _YEAR_AND_FOLIO.fullmatch(numbers[-1]) if numbers else None
    return match[1] if match else ""


def _unglued(runs: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The last numbers without the years that some of them are glued to: of "June 201617882" only 17882 counts."""
    for width in (5, 4, 3, 2, 1):
        cut = [run[-1][:-width] for run in runs]
        if any(cut) and all(not year or _YEAR.fullmatch(year) for year in cut):
            yield [run[-1][-width:] for run in runs]


def _counts(numbers: Sequence[int]) -> bool:
    """Whether the numbers go up as pages do, a few misread ones aside."""
    steps = [1 <= b - a <= LONGEST_STEP for a, b in pairwise(numbers)]
    return len(steps) >= FEWEST - 1 and sum(steps) >= 0.7 * len(steps)


def _without_strays(labels: list[str]) -> list[str]:
    """The labels, `UNREADABLE` where one stands in no sequence with its neighbours: it is cut or misread."""
    kept = []
    for i, label in enumerate(labels):
        near = [int(other) for other in (*labels[max(0, i - 1) : i], *labels[i + 1 : i + 2])]
        kept.append(label if any(abs(int(label) - other) <= LONGEST_STEP for other in near) else UNREADABLE)
    return kept
