"""Finding people's names in a heading, so that they point to the persons."""

import re
from collections.abc import Sequence

from procpub.model.people import Person
from procpub.writers.tei.xml import Element, add, add_text


class NameTagger:
    """Puts text into elements, with `persName` around the first place where each person is named.

    The honorific belongs to the name where it stands directly before it. A name counts only within one run of text.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._patterns = {person.id: _pattern(person) for person in people}

    def __call__(self, parent: Element, text: str) -> None:
        """Appends the text to `parent`; persons that it names are no longer looked for."""
        at = 0
        while found := self._next(text, at):
            who, start, end = found
            add_text(parent, text[at:start])
            add(parent, "persName", text[start:end], ref=f"#{who}")
            del self._patterns[who]
            at = end
        add_text(parent, text[at:])

    def _next(self, text: str, at: int) -> tuple[str, int, int] | None:
        """The next person named from `at` on, and where; the longest name where several begin."""
        matches = [
            (who, match.start(), match.end())
            for who, pattern in self._patterns.items()
            for match in pattern.finditer(text, at)
            if _stands_alone(match)
        ]
        return min(matches, key=lambda found: (found[1], -found[2]), default=None)

    def add_unnamed(self, parent: Element) -> None:
        """Points to each person not named so far from an empty `persName`, which adds no text."""
        for who in self._patterns:
            add(parent, "persName", ref=f"#{who}")


def _pattern(person: Person) -> re.Pattern[str]:
    """The name in any case, with any white space between its words, and the honorific before it if it is there."""
    honorific = rf"(?:{_words(person.honorific)}\s*)?" if person.honorific else ""
    return re.compile(honorific + _words(person.name), re.IGNORECASE)


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the name is not part of a longer word."""
    start, end = match.span()
    around = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
    return not any(map(_is_joined, around))


def _is_joined(character: str) -> bool:
    """Whether a letter belongs to the word beside it: those from U+2E80 on are of scripts without spaces (Chinese)."""
    return character.isalpha() and character < "\u2e80"
