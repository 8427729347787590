"""The persons of a volume: those that the header describes, and those that only names in the text tell."""

import re
from collections.abc import Iterable, Iterator

from procpub.model.people import Person
from procpub.readers.tei.ids import Ids
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.xml import Element

_NAMES = ("forename", "nameLink", "surname", "genName", "addName")
"""The parts of a name, in the order in which they are put together if the text between them does not do it."""

_ORCID = "https://orcid.org/"


class People:
    """Everybody, in the order in which they are met; each has one id in the model, and may have another in the file."""

    def __init__(self, ids: Ids, leftovers: Leftovers) -> None:
        self._ids = ids
        self._leftovers = leftovers
        self._persons: dict[str, Person] = {}
        self._by_raw_id: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self.described_by_us = False
        """Whether procpub wrote the file, so that names in headings are forms of those in the list."""

    @property
    def persons(self) -> tuple[Person, ...]:
        """All persons known so far."""
        return tuple(self._persons.values())

    def name_of(self, identifier: str) -> str:
        """The name of a person of the model."""
        return self._persons[identifier].name

    def describe(self, person: Element, organisations: dict[str, str]) -> bool:
        """Takes a `person` in, who must have a name; `organisations` are names by ids that affiliations point to."""
        raw = person.get("xml:id")
        name = person.first("persName")
        words = name_of(name) if name else ""
        if not words.strip():
            self._leftovers.left_out(person, "it has no name")
            return False
        affiliation = person.first("affiliation")
        self._add(
            Person(
                id=self._ids.keep(raw, f"p-{words}"),
                name=words,
                honorific=_text(name, "roleName"),
                role=_text(affiliation, "roleName") or _text(person, "roleName", "occupation"),
                affiliation=_affiliation(affiliation, organisations),
                country=_text(affiliation, "country"),
                email=_text(affiliation, "email") or _text(person, "email"),
                orcid=orcid_of(person),
            ),
            raw,
        )
        return True

    def authors(self, authors: Iterable[Element]) -> tuple[str, ...]:
        """The ids of those whom a header, a heading or a byline names, each once; new ones for names that are new."""
        return tuple(dict.fromkeys(who for author in authors if (who := self._author(author))))

    def _author(self, author: Element) -> str | None:
        pointed = self.pointed(author)
        if pointed:
            if self.described_by_us and author.text and not _is_called(author.text, self._persons[pointed]):
                self._leftovers.name(author, self.name_of(pointed))
            return pointed
        if "#" in author.get("ref"):
            self._leftovers.attribute(author, "ref")
        name = author if author.name in ("persName", "name") else author.first("persName", "name") or author
        words = name_of(name).strip()
        if not words:
            return None
        known = self._by_name.get(" ".join(words.split()).casefold())
        if known:
            return known
        affiliation = author.first("affiliation")
        person = Person(
            id=self._ids.new(f"p-{words}"),
            name=words,
            honorific=_text(name, "roleName"),
            role=_text(affiliation, "roleName"),
            affiliation=_affiliation(affiliation, {}),
            country=_text(affiliation, "country"),
            email=_text(author, "email") or _text(affiliation, "email"),
            orcid=orcid_of(author),
        )
        self._add(person, author.get("xml:id"))
        return person.id

    def pointed(self, element: Element) -> str | None:
        """The id of the first person that `@ref` or `@who` of the element points to; None if it points to none."""
        pointers = (element.get("ref") or element.get("who")).split()
        found = (self._by_raw_id.get(pointer.partition("#")[2]) for pointer in pointers)
        return next(filter(None, found), None)

    def _add(self, person: Person, raw: str) -> None:
        self._persons[person.id] = person
        for name in (person.name, f"{person.honorific} {person.name}"):
            self._by_name.setdefault(" ".join(name.split()).casefold(), person.id)
        if raw:
            self._by_raw_id.setdefault(raw, person.id)


def name_of(element: Element) -> str:
    """The whole name in a `persName`, `name`, `author` or `editor`, without honorifics and what else stands there."""
    whole = element.first("name")
    if whole:
        return whole.text
    parts = element.all(*_NAMES)
    if parts:
        return " ".join(part.text for part in sorted(parts, key=lambda part: _NAMES.index(part.name)))
    inner = element.first("persName")
    return name_of(inner) if inner else _own_text(element)


def _own_text(element: Element) -> str:
    """The text without that of elements that tell something else about a person."""
    others = ("affiliation", "email", "idno", "note", "orgName", "ptr", "ref", "roleName")
    if not element.first(*others):
        return element.text
    kept = "".join(child if isinstance(child, str) else child.text for child in _others(element, others))
    return " ".join(kept.split()).strip(" ,;")


def _others(element: Element, names: tuple[str, ...]) -> Iterator[Element | str]:
    return (child for child in element.children if isinstance(child, str) or child.name not in names)


def orcid_of(element: Element) -> str:
    """The ORCID in an `idno`, or in the address that `@ref` holds; empty if there is none."""
    numbers = [number.text for number in element.all("idno") if number.get("type").upper() == "ORCID"]
    return numbers[0] if numbers else _address(element)


def _address(element: Element) -> str:
    return next((ref.removeprefix(_ORCID) for ref in element.get("ref").split() if ref.startswith(_ORCID)), "")


def _text(element: Element | None, *names: str) -> str:
    """The text of the first of these elements directly inside; empty if there is none."""
    found = element.first(*names) if element else None
    return found.text if found else ""


def _affiliation(affiliation: Element | None, organisations: dict[str, str]) -> str:
    """The organisation's name, as the element has it, or as the organisation does that it points to."""
    if affiliation is None:
        return ""
    named = _text(affiliation, "orgName")
    if named or affiliation.first("roleName", "country", "email"):
        return named
    return affiliation.text or organisations.get(affiliation.get("ref").removeprefix("#"), "")


def _is_called(words: str, person: Person) -> bool:
    """Whether the words are a form of the name that a heading may have: all of it with or without the honorific, its
    words in any order, or the surname alone or behind titles ("Mr. Smith").
    """
    surname = re.escape(person.name.split()[-1])
    whole = (_letters(person.name), _letters(person.honorific + person.name))
    return _letters(words) in whole or bool(re.fullmatch(rf"(?:[^\W\d_]+\.\s+)*{surname}", words, re.IGNORECASE))


def _letters(words: str) -> list[str]:
    """Letters and figures in the order of the alphabet, so that the order of words does not count."""
    return sorted(filter(str.isalnum, words.casefold()))
