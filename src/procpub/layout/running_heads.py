"""What running heads say, in all editions that have pages of their own."""

from collections.abc import Callable

_FULLEST, _SHORTEST = 0.8, 0.2
"""Running heads that are cut short take so much of the measure at most and at least."""


def fitted(words: str, measure: float, width: Callable[[str], float]) -> str:
    """The words on one line: as many of their parts between commas as it takes, or else as many words.

    Args:
        words: a title or heading.
        measure: the length of the line.
        width: tells how wide a text would be, in the same unit.
    """
    if width(words) <= measure:
        return words
    parts = words.split(", ")
    for count in range(len(parts) - 1, 0, -1):
        shorter = ", ".join(parts[:count])
        if measure * _SHORTEST <= width(shorter) <= measure:
            return shorter
    singles = words.split(" ")
    for count in range(len(singles) - 1, 0, -1):
        shorter = " ".join(singles[:count]) + "…"
        if width(shorter) <= measure * _FULLEST:
            return shorter
    return "…"
