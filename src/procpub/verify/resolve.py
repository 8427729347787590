"""Where lines of a PDF end without a space, another edition tells whether a word ended there (rule 4 of `words`)."""

from collections.abc import Sequence
from itertools import pairwise

from procpub.verify.witness import LINE_END, Witness
from procpub.verify.words import normalized, visible

_UNMISTAKABLE = 20
"""So many characters are not found elsewhere by chance."""


class _Stream:
    """The visible characters of an edition, and before which of them there is white space."""

    def __init__(self, texts: Sequence[str]) -> None:
        parts: list[str] = []
        self.spaces: set[int] = set()
        self._cursor = 0
        count = 0
        for text in texts:
            for word in normalized(text).split():
                self.spaces.add(count)
                parts.append(word)
                count += len(word)
        self.text = "".join(parts)

    def resolved(self, text: str) -> str:
        """The text, which is the next one in order, with its doubtful line ends decided by what this edition has."""
        wanted = visible(text)
        start = self._find(wanted)
        if start >= 0:
            self._cursor = start
        self._cursor += len(wanted)
        if LINE_END not in text or start < 0:
            return text
        lines = text.split(LINE_END)
        parts = [lines[0]]
        for before, line in pairwise(lines):
            start += len(visible(before))
            parts += [" " if start in self.spaces else "", line]
        return "".join(parts)

    def _find(self, wanted: str) -> int:
        """Where the characters stand: right behind the last text, or else somewhere further on; -1 if they do not."""
        if self.text.startswith(wanted, self._cursor):
            return self._cursor
        return self.text.find(wanted, self._cursor) if len(wanted) >= _UNMISTAKABLE else -1


def resolve(doubtful: Witness, other: Witness) -> None:
    """Decides the line ends in one edition by the words of another."""
    entries = [entry for listing in other.listings for entry in listing.entries]
    body = _Stream([block.text for block in other.blocks])
    for block in doubtful.blocks:
        block.text = body.resolved(block.text)
    notes = _Stream([note.text for note in other.notes])
    for note in doubtful.notes:
        note.text = notes.resolved(note.text)
    labels = _Stream([entry.label for entry in entries])
    for listing in doubtful.listings:
        for entry in listing.entries:
            entry.label = labels.resolved(entry.label)
    front = _Stream([other.title_page, other.imprint or ""])
    doubtful.title_page = front.resolved(doubtful.title_page)
    if doubtful.imprint is not None:
        doubtful.imprint = front.resolved(doubtful.imprint)
