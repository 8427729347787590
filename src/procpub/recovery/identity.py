"""Who is who: one person, one entry, however often and however briefly named."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import combining, normalize

from rapidfuzz import fuzz

from procpub.diagnostics import Code, Report, Span
from procpub.model.people import Person
from procpub.recovery.identifiers import Identifiers
from procpub.recovery.name_parts import title_key
from procpub.recovery.names import Speaker
from procpub.recovery.person_words import GENERATIONS, MEN, PARTICLES, WOMEN

SAME = 88.0
"""Likeness, from 0 to 100, of two spellings of one name."""

LONG = 6
"""Letters of a surname that is known alone in another spelling."""


class _Words(NamedTuple):
    """A name folded: forenames and initials, surname, and what tells father from son; particles are left out."""

    forenames: tuple[str, ...]
    surname: str
    generation: str

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.forenames, self.surname)

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(word[0] for word in self.all)


class _Known(NamedTuple):
    person: Person
    words: _Words


class People:
    """The persons of a document in the order in which they are first named; the first that says more counts."""

    __slots__ = ("_by_initials", "_by_letter", "_by_name", "_by_surname", "_identifiers", "_known", "_told")

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._by_name: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        self._by_surname: defaultdict[str, list[str]] = defaultdict(list)
        self._by_initials: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._identifiers = Identifiers()
        self._told: set[tuple[str, str]] = set()

    @property
    def all(self) -> tuple[Person, ...]:
        """The persons."""
        return tuple(known.person for known in self._known.values())

    def identify(self, speaker: Speaker, span: Span | None, report: Report, *, nearby: Sequence[str] = ()) -> str:
        """The id of the person who is meant; empty if no name is given.

        A surname alone means the only one who bears it, or the one of several who is `nearby` (ids of those whose piece
        it is). Forenames must agree with initials, and titles with each other. Nearly the same spelling of a name is
        taken for a variant, and reported once.
        """
        words = _folded(speaker.name)
        if words is None:
            return ""
        identifier = self._exact(speaker, words, nearby) or self._likely(speaker, words, nearby, span, report)
        if not identifier:
            identifier = self._identifiers.person(speaker.name)
            self._known[identifier] = _Known(Person(id=identifier, name=speaker.name, span=span), words)
            self._by_surname[words.surname].append(identifier)
            self._by_letter[words.surname[0]].append(identifier)
            self._index(identifier, words)
        self._enrich(identifier, speaker, words)
        return identifier

    def _index(self, identifier: str, words: _Words) -> None:
        self._by_name[words.all].append(identifier)
        self._by_initials[tuple(sorted(words.initials))].append(identifier)

    def _exact(self, speaker: Speaker, words: _Words, nearby: Sequence[str]) -> str:
        """Somebody known by just this name; a surname alone only where nobody else bears it."""
        same = [each for each in self._by_name.get(words.all, ()) if self._may_be(each, speaker, words)]
        if words.forenames:
            return same[0] if same else ""
        meant = [each for each in self._namesakes(speaker, words) if each in nearby]
        return "" if meant or not same else same[0]

    def _namesakes(self, speaker: Speaker, words: _Words) -> list[str]:
        return [each for each in self._by_surname.get(words.surname, ()) if self._may_be(each, speaker, words)]

    def _likely(self, speaker: Speaker, words: _Words, nearby: Sequence[str], span: Span | None, report: Report) -> str:
        """Somebody whose name is given more or less fully, or spelt otherwise."""
        namesakes = self._namesakes(speaker, words)
        meant = [each for each in namesakes if each in nearby] or namesakes
        if len(meant) == 1:
            known = self._known[meant[0]].words
            if words.forenames and known.forenames and words.forenames != known.forenames:
                self._tell(meant[0], speaker.name, span, report, 0.85)
            return meant[0]
        if meant:
            return ""
        if not words.forenames:
            return self._by_part(speaker, words, nearby, span, report)
        return self._misspelt(speaker, words, span, report)

    def _by_part(
        self, speaker: Speaker, words: _Words, nearby: Sequence[str], span: Span | None, report: Report
    ) -> str:
        """Somebody nearby whose surname stands first ("Luo Zhaohui"), or somebody's in another spelling."""
        here = [each for each in nearby if each in self._known and self._agrees(each, speaker)]
        placed = [each for each in here if words.surname in self._known[each].words.all]
        if len(placed) == 1:
            return placed[0]
        if len(words.surname) < LONG:
            return ""
        for among in (here, self._by_letter[words.surname[0]]):
            alike = [
                each
                for each in among
                if _alike(words.surname, self._known[each].words.surname) and self._agrees(each, speaker)
            ]
            if len(alike) == 1:
                self._tell(alike[0], speaker.name, span, report, 0.75 if among is here else 0.6)
                return alike[0]
        return ""

    def _misspelt(self, speaker: Speaker, words: _Words, span: Span | None, report: Report) -> str:
        """Somebody whose name is spelt nearly so, with the same initials, or has its words in another order."""
        for identifier in self._by_initials.get(tuple(sorted(words.initials)), ()):
            known = self._known[identifier].words
            if not self._agrees(identifier, speaker) or _generations_differ(known, words):
                continue
            turned = sorted(known.all) == sorted(words.all)
            alike = known.initials == words.initials and _alike(" ".join(words.all), " ".join(known.all))
            if turned or alike:
                self._tell(identifier, speaker.name, span, report, 0.85 if turned else 0.75)
                return identifier
        return ""

    def _may_be(self, identifier: str, speaker: Speaker, words: _Words) -> bool:
        """Whether the forenames agree, as far as both are given: an initial stands for a name, and nothing for any."""
        known = self._known[identifier].words
        if not self._agrees(identifier, speaker) or _generations_differ(known, words):
            return False
        own, theirs = words.forenames, known.forenames
        shorter, longer = sorted((own, theirs), key=len)
        if shorter and len(shorter) < len(longer) and shorter == longer[-len(shorter) :]:
            return len(shorter[0]) > 1  # "García Márquez" for "Gabriel García Márquez"
        return all(_stands_for(a, b) for a, b in zip(own, theirs, strict=False))

    def _agrees(self, identifier: str, speaker: Speaker) -> bool:
        return _gender(self._known[identifier].person.honorific) * _gender(speaker.honorific) >= 0

    def _tell(self, identifier: str, name: str, span: Span | None, report: Report, confidence: float) -> None:
        if (identifier, name) not in self._told:
            self._told.add((identifier, name))
            usual = self._known[identifier].person.name
            report.add(Code.PERSON_VARIANT, f"“{name}” is taken to be {usual}", span, confidence=confidence)

    def _enrich(self, identifier: str, speaker: Speaker, words: _Words) -> None:
        known = self._known[identifier]
        person = known.person
        fuller = _is_fuller(words, known.words)
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
        if fuller:
            self._index(identifier, words)


def _folded(name: str) -> _Words | None:
    """The words of a name without case, accents, stops and hyphens; None if there are none."""
    plain = "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))
    words = re.findall(r"\w+", re.sub(r"[-‐‑'’]", "", plain))
    generation = ""
    while len(words) > 1 and words[-1] in GENERATIONS:
        generation = words.pop()
    if not words:
        return None
    forenames = tuple(word for word in words[:-1] if word not in PARTICLES or len(word) == 1)
    return _Words(forenames, words[-1], generation)


def _is_fuller(words: _Words, known: _Words) -> bool:
    """Whether a name says more than is known: forenames for initials or for nothing; another spelling does not."""
    own, theirs = words.forenames, known.forenames
    if words.surname != known.surname or len(" ".join(own)) <= len(" ".join(theirs)):
        return False
    return own[len(own) - len(theirs) :] == theirs or all(map(_stands_for, own, theirs))


def _stands_for(one: str, other: str) -> bool:
    """Whether two forenames can be one person's: the same, or one the initial of the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _alike(one: str, other: str) -> bool:
    return one[:1] == other[:1] and fuzz.ratio(one, other) >= SAME


def _generations_differ(one: _Words, other: _Words) -> bool:
    return bool(one.generation and other.generation) and one.generation != other.generation


def _gender(honorific: str) -> int:
    """1 for a title of men, -1 for one of women, 0 for others and none."""
    keys = set(_keys(honorific.split()))
    return (not keys.isdisjoint(MEN)) - (not keys.isdisjoint(WOMEN))


def _keys(words: Sequence[str]) -> Iterable[str]:
    yield title_key(" ".join(words))
    yield from map(title_key, words)
