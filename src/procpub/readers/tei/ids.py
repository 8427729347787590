"""Ids that fit every edition: those of the file where they do, others made of them or of headings."""

from collections.abc import Iterable, Iterator
from itertools import count

from slugify import slugify

from procpub.model.check import IDENTIFIER

LONGEST = 32
"""Characters of an id (`model.check.IDENTIFIER`)."""


class Ids:
    """Gives each id once. Those that stand in the file and fit are not given to others."""

    def __init__(self, written: Iterable[str]) -> None:
        self._reserved = {raw for raw in written if IDENTIFIER.fullmatch(raw)}
        self._given: set[str] = set()
        self._numbers: dict[str, Iterator[int]] = {}
        """The numbers not tried yet, by what ids begin with."""

    def keep(self, raw: str, otherwise: str) -> str:
        """The id in the file, if it fits and is not given yet; else one made of it, or of these words."""
        if raw in self._reserved and raw not in self._given:
            self._given.add(raw)
            return raw
        return self.new(raw or otherwise)

    def new(self, words: str) -> str:
        """An id that nothing else has, as like the words as can be."""
        stem = slugify(words, max_length=LONGEST, word_boundary=True) or "x"
        stem = stem if stem[0].isalpha() else f"x-{stem}"[:LONGEST]
        for number in self._numbers.setdefault(stem, count(1)):
            suffix = "" if number == 1 else f"-{number}"
            identifier = stem[: LONGEST - len(suffix)] + suffix
            if identifier not in self._given and identifier not in self._reserved:
                self._given.add(identifier)
                return identifier
        raise AssertionError("there are always more numbers")
