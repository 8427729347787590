"""Finding people's names in a heading, so that they point to the persons."""

import re
from collections.abc import Sequence

from procpub.model.people import Person
from procpub.writers.tei.xml import Element, add, add_text

_LETTER = r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af]"
"""A letter of a script that does not write names and other words without a space between them."""


class NameTagger:
    """Puts text into elements, with `persName` around the first place where each person is named.

    The honorific belongs to the name where it stands directly before it. A name counts only within one run of text.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._patterns = {person.id: _pattern(person) for person in people}

    def __call__(self, parent: Element, text: str) -> None:
        """Appends the text to `parent`; persons that it names are no longer looked for."""
        at = 0
        while self._patterns:
            matches = [(match, who) for who, pattern in self._patterns.items() if (match := pattern.search(text, at))]
            if not matches:
                break
            match, who = min(matches, key=lambda found: (found[0].start(), -found[0].end()))
            add_text(parent, text[at : match.start()])
            add(parent, "persName", match.group(), ref=f"#{who}")
            del self._patterns[who]
            at = match.end()
        add_text(parent, text[at:])

    def add_unnamed(self, parent: Element) -> None:
        """Points to each person not named so far from an empty `persName`, which adds no text."""
        for who in self._patterns:
            add(parent, "persName", ref=f"#{who}")


def _pattern(person: Person) -> re.Pattern[str]:
    """The name in any case, with any white space between its words, and the honorific before it if it is there."""
    name = _words(person.name)
    honorific = rf"(?:{_words(person.honorific)}\s*)?" if person.honorific else ""
    return re.compile(rf"(?<!{_LETTER}){honorific}{name}(?!{_LETTER})", re.IGNORECASE)


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))
