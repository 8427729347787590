"""Who is who: one person, one entry, however often and however briefly named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from rapidfuzz import fuzz

from procpub.diagnostics import Code, Report, Span
from procpub.model.people import Person
from procpub.recovery.identifiers import Identifiers
from procpub.recovery.names import Speaker

SAME = 88.0
"""Likeness, from 0 to 100, of two spellings of one name."""

_MALE = frozenset(["mr", "mister", "herr", "herrn", "m", "monsieur", "señor", "sr", "signor", "don", "lord", "sir"])
_FEMALE = frozenset(
    [
        "mrs",
        "ms",
        "miss",
        "frau",
        "fräulein",
        "mme",
        "mlle",
        "madame",
        "señora",
        "sra",
        "signora",
        "doña",
        "lady",
        "dame",
    ]
)


@dataclass(frozen=True, slots=True)
class _Known:
    """A person and the folded words of their name, in order."""

    person: Person
    words: tuple[str, ...]


class People:
    """The persons of a document in the order in which they are first named; the first that says more counts."""

    __slots__ = ("_by_surname", "_by_words", "_identifiers", "_known", "_told")

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._by_words: dict[tuple[str, ...], str] = {}
        self._by_surname: dict[str, list[str]] = {}
        self._identifiers = Identifiers()
        self._told: set[tuple[str, str]] = set()

    @property
    def all(self) -> tuple[Person, ...]:
        """The persons."""
        return tuple(known.person for known in self._known.values())

    def identify(self, speaker: Speaker, span: Span | None, report: Report, *, nearby: Sequence[str] = ()) -> str:
        """The id of the person who is meant; empty if no name is given. `nearby` are ids of those whose piece it is: a
        surname alone means one of them first.
        """
        if not speaker.name.strip():
            return ""
        words = _folded(speaker.name)
        if not words:
            return ""
        identifier = self._by_words.get(words) or self._matching(speaker, words, nearby, span, report)
        if not identifier:
            identifier = self._identifiers.person(speaker.name)
            self._known[identifier] = _Known(Person(id=identifier, name=speaker.name, span=span), words)
            self._by_surname.setdefault(words[-1], []).append(identifier)
        self._by_words.setdefault(words, identifier) if len(words) > 1 else None
        self._enrich(identifier, speaker, words)
        return identifier

    def _matching(
        self, speaker: Speaker, words: tuple[str, ...], nearby: Sequence[str], span: Span | None, report: Report
    ) -> str:
        namesakes = [each for each in self._by_surname.get(words[-1], ()) if self._may_be(each, speaker, words)]
        meant = [each for each in namesakes if each in nearby] or namesakes
        if len(meant) == 1:
            return meant[0]
        if meant or len(words) == 1:
            return ""
        return self._misspelt(speaker, words, span, report)

    def _may_be(self, identifier: str, speaker: Speaker, words: tuple[str, ...]) -> bool:
        """Whether the forenames agree, as far as both are given: an initial stands for a name, and nothing for any."""
        known = self._known[identifier]
        if _gender(known.person.honorific) * _gender(speaker.honorific) < 0:
            return False
        own, theirs = words[:-1], known.words[:-1]
        return all(a.startswith(b) or b.startswith(a) for a, b in zip(own, theirs, strict=False))

    def _misspelt(self, speaker: Speaker, words: tuple[str, ...], span: Span | None, report: Report) -> str:
        """Somebody whose name is spelt nearly so, with the same initials, or has its words in another order."""
        name = " ".join(words)
        for identifier, known in self._known.items():
            if len(known.words) < 2 or _gender(known.person.honorific) * _gender(speaker.honorific) < 0:
                continue
            turned = sorted(known.words) == sorted(words)
            alike = [word[0] for word in known.words] == [word[0] for word in words] and (
                fuzz.ratio(name, " ".join(known.words)) >= SAME
            )
            if turned or alike:
                self._tell(identifier, speaker.name, span, report)
                return identifier
        return ""

    def _tell(self, identifier: str, name: str, span: Span | None, report: Report) -> None:
        if (identifier, name) not in self._told:
            self._told.add((identifier, name))
            usual = self._known[identifier].person.name
            report.add(Code.PERSON_VARIANT, f"“{name}” is taken to be {usual}", span, confidence=0.75)

    def _enrich(self, identifier: str, speaker: Speaker, words: tuple[str, ...]) -> None:
        known = self._known[identifier]
        person = known.person
        fuller = len(words) > len(known.words)
        self._known[identifier] = _Known(
            replace(
                person,
                name=speaker.name if fuller else person.name,
                honorific=person.honorific or speaker.honorific,
                role=person.role or speaker.role,
                affiliation=person.affiliation or speaker.affiliation,
                country=person.country or speaker.country,
                email=person.email or speaker.email,
            ),
            words if fuller else known.words,
        )


def _folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and stops."""
    plain = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    return tuple(re.findall(r"\w+", plain))


def _gender(honorific: str) -> int:
    words = set(re.findall(r"\w+", honorific.casefold()))
    return (not words.isdisjoint(_MALE)) - (not words.isdisjoint(_FEMALE))
