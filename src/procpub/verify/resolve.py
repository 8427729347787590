"""Where lines of a PDF end without a space, another edition tells whether a word ended there (rule 4 of `words`)."""

from collections.abc import Sequence
from itertools import pairwise

from procpub.verify.witness import LINE_END, Witness
from procpub.verify.words import normalized, visible

_UNMISTAKABLE = 20
"""So many characters are not found elsewhere by chance."""


_AROUND = 10
"""So many characters on both sides of a line end tell where it is, in a text that is otherwise another."""

_NEAR = 2000
"""So far from where it is looked for, in characters."""


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

    def spaces_in(self, text: str) -> list[bool | None]:
        """For each doubtful line end of a text, the next one in order, whether there is white space here; None if this
        edition has other characters there.
        """
        wanted = visible(text)
        start = self._find(wanted)
        if start >= 0:
            self._cursor = start
        lines = [visible(line) for line in text.split(LINE_END)]
        found: list[bool | None] = []
        position = self._cursor
        for before, behind in pairwise(lines):
            position += len(before)
            at = position if start >= 0 else self._near(before, behind, position)
            found.append(at in self.spaces if at is not None else None)
        self._cursor += len(wanted)
        return found

    def _near(self, before: str, behind: str, position: int) -> int | None:
        """Where a line ends in a text that is not here as it is: between the same characters, nearby."""
        around = before[-_AROUND:] + behind[:_AROUND]
        at = self.text.find(around, max(position - _NEAR, 0), position + _NEAR)
        return at + min(len(before), _AROUND) if at >= 0 else None

    def _find(self, wanted: str) -> int:
        """Where the characters stand: right behind the last text, or else nearby, or else at the only place where they
        stand at all; -1 if that is not clear. Short texts are not looked for: they are found by chance.
        """
        if self.text.startswith(wanted, self._cursor):
            return self._cursor
        if len(wanted) < _UNMISTAKABLE:
            return -1
        near = self.text.find(wanted, max(self._cursor - _NEAR, 0), self._cursor + len(wanted) + _NEAR)
        if near >= 0:
            return near
        first = self.text.find(wanted)
        return first if first == self.text.rfind(wanted) else -1


def resolve(doubtful: Witness, others: Sequence[Witness]) -> None:
    """Decides the line ends in one edition by the words of others: by those of the first that has the characters."""
    body = [_Stream([block.text for block in other.blocks]) for other in others]
    for block in doubtful.blocks:
        block.text = _resolved(block.text, body)
    notes = [_Stream([note.text for note in other.notes]) for other in others]
    for note in doubtful.notes:
        note.text = _resolved(note.text, notes)
    labels = [_Stream([entry.label for listing in other.listings for entry in listing.entries]) for other in others]
    for listing in doubtful.listings:
        for entry in listing.entries:
            entry.label = _resolved(entry.label, labels)
    front = [_Stream([other.title_page, other.imprint or ""]) for other in others]
    doubtful.title_page = _resolved(doubtful.title_page, front)
    if doubtful.imprint is not None:
        doubtful.imprint = _resolved(doubtful.imprint, front)


def _resolved(text: str, streams: Sequence[_Stream]) -> str:
    """The text with its line ends decided by the first edition that has the characters around each."""
    known = [stream.spaces_in(text) for stream in streams]  # all of them, for they go forward together
    if LINE_END not in text:
        return text
    first, *lines = text.split(LINE_END)
    for line, opinions in zip(lines, zip(*known, strict=True), strict=True):
        space = next((each for each in opinions if each is not None), None)
        first += f"{LINE_END if space is None else ' ' if space else ''}{line}"
    return first
