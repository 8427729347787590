"""Finding people's names in a heading, so that they point to the persons."""

import re
from collections.abc import Sequence

from procpub.model.people import Person
from procpub.writers.tei.xml import Element, add, add_text


class NameTagger:
    """Puts text into elements, with `persName` around the first place where each person is named.

    The honorific belongs to the name where it stands directly before it. A name counts only within one run of text,
    in any case and with the surname first or last; where it is not there, the surname in capitals or behind a title is.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._order = [person.id for person in people]
        self._patterns = {person.id: (_whole(person), _brief(person)) for person in people}
        self._names: dict[str, Element] = {}

    def __call__(self, parent: Element, text: str) -> None:
        """Appends the text to `parent`; persons that it names are no longer looked for."""
        at = 0
        while found := self._next(text, at):
            who, start, end = found
            add_text(parent, text[at:start])
            self._names[who] = add(parent, "persName", ref=f"#{who}")
            self._names[who].text = text[start:end]
            del self._patterns[who]
            at = end
        add_text(parent, text[at:])

    def _next(self, text: str, at: int) -> tuple[str, int, int] | None:
        """The next person named from `at` on, and where; the longest name where several begin."""
        matches = [
            (who, *span)
            for who, patterns in self._patterns.items()
            if (span := next((span for pattern in patterns if (span := _first(pattern, text, at))), None))
        ]
        return min(matches, key=lambda found: (found[1], -found[2]), default=None)

    def add_unnamed(self, parent: Element) -> None:
        """Points to each person not named so far from an empty `persName`, which adds no text."""
        for who in self._patterns:
            self._names[who] = add(parent, "persName", ref=f"#{who}")

    def number(self) -> None:
        """Tells the persons' order by `@n`, where their names do not stand in it."""
        if list(self._names) != self._order:
            for number, who in enumerate(self._order, 1):
                self._names[who].set("n", str(number))


def _first(pattern: re.Pattern[str], text: str, at: int) -> tuple[int, int] | None:
    return next((match.span() for match in pattern.finditer(text, at) if _stands_alone(match)), None)


def _whole(person: Person) -> re.Pattern[str]:
    """The name in any case, with any white space between its words, turned round or not ("SMITH, John H."), and the
    honorific before it if it is there.
    """
    words = person.name.split()
    turned = [rf"{_words(words[cut:])},?\s+{_words(words[:cut])}" for cut in range(1, len(words))]
    names = "|".join([_words(words), *turned])
    honorific = rf"(?:{_words(person.honorific.split())}\s*)?" if person.honorific else ""
    return re.compile(f"{honorific}(?:{names})", re.IGNORECASE)


def _brief(person: Person) -> re.Pattern[str]:
    """The surname alone, where a label has no more: in capitals ("Senator SMITH"), or behind a title ("Mr. Smith")."""
    surname = person.name.split()[-1]
    return re.compile(rf"(?:\b[^\W\d_]{{1,5}}\.\s+){{1,3}}(?i:{re.escape(surname)})|{re.escape(surname.upper())}")


def _words(words: Sequence[str]) -> str:
    return r",?\s+".join(map(re.escape, words))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the name is not part of a longer word."""
    start, end = match.span()
    around = match.string[max(0, start - 1) : start] + match.string[end : end + 1]
    return not any(map(_is_joined, around))


def _is_joined(character: str) -> bool:
    """Whether a letter belongs to the word beside it: those from U+2E80 on are of scripts without spaces (Chinese)."""
    return character.isalpha() and character < "\u2e80"
