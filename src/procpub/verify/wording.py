"""Differences in words."""

from collections.abc import Sequence

from procpub.verify.verification import Reading

_LONGEST = 160
"""Characters of a reading that a sentence quotes."""


def sentence(where: str, wrong: Sequence[Reading], others: Sequence[Reading]) -> str:
    """What is wrong in one sentence: the place, what those say who stand alone, and what the others say."""
    by_words: dict[str, list[str]] = {}
    for reading in (*wrong, *others):
        by_words.setdefault(reading.words, []).append(reading.who)
    said = "; ".join(f"{', '.join(names)}: {quoted(words)}" for words, names in by_words.items())
    return f"{where}: {said}" if where else said


def quoted(text: str) -> str:
    """Words in quotation marks, cut off where they are many."""
    if not text:
        return "nothing"
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"
