"""The teiHeader of a volume: metadata, provenance, people, and what the source printed (Guidelines 2).

What is read is marked; the rest is reported, but for what procpub makes anew of the same facts: the printed volume, the
list of organisations, its own part of the encoding description.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from procpub.model.check import LANGUAGE, LINK_TARGET
from procpub.model.metadata import (
    Date,
    Identifier,
    Licence,
    Meeting,
    Metadata,
    PrintedContents,
    Provenance,
)
from procpub.model.people import LocalText, Organisation
from procpub.readers.tei.dates import date_of
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.people import People, name_of
from procpub.readers.tei.provenance import read_by_provenance, read_provenance, read_witness
from procpub.readers.tei.xml import Element
from procpub.tei_profile import (
    APPLICATION,
    ORGANIZER,
    PHRASES_ONLY,
    UNKNOWN_PUBLISHER,
    UNTITLED,
)

_MAIN_TITLES = ("", "main", "full")

_HOLDS_MEETINGS = re.compile(r"organi[sz]|convene|host|veranstalt", re.IGNORECASE)
"""What a responsibility says of those who hold a meeting, where it does not point to the MARC relator."""

_SCHEME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a header says: `ours`, whether procpub wrote the file; `pages`, the printed pages that pieces start on, by
    the ids in the file; `authors`, the elements that name who wrote the text.
    """

    ours: bool
    metadata: Metadata
    provenance: Provenance
    printed_contents: PrintedContents | None
    pages: dict[str, str]
    authors: tuple[Element, ...]


def read_header(header: Element, language: str, people: People, leftovers: Leftovers) -> Header:
    """What the header says; persons go to `people`, what has no place to `leftovers`.

    Args:
        header: the `teiHeader`.
        language: what the root says of the text's language; empty if nothing.
        people: everybody known; those whom the header describes are added.
        leftovers: collects the rest.
    """
    return _HeaderReader(header, language, people, leftovers).read()


@dataclass(slots=True)
class _HeaderReader:
    header: Element
    language: str
    people: People
    leftovers: Leftovers
    seen: set[int] = field(default_factory=set)
    """The `id` of each element that is read, or made anew when the document is written."""

    def read(self) -> Header:
        ours = self.is_ours()
        self.people.described_by_us |= ours
        file = _part(self.header, "fileDesc")
        titles, publication, source = (_part(file, name) for name in ("titleStmt", "publicationStmt", "sourceDesc"))
        profile = _part(self.header, "profileDesc")
        organisers = self.organisers(titles)
        metadata = Metadata(
            titles=self.titles(titles),
            subtitles=self.names(self.titled(titles, ("sub",))),
            meeting=self.meeting(profile, titles),
            date=self.date(publication),
            place=self.one(publication, "pubPlace"),
            organisers=organisers,
            publishers=self.publishers(publication, organisers),
            editors=tuple(filter(None, map(name_of, self.take(titles, "editor")))),
            languages=self.languages(profile),
            identifiers=tuple(self.identifiers(publication)),
            licence=self.licence(publication),
            description=self.description(profile),
            subjects=tuple(self.subjects(profile)),
        )
        self.participants(profile)
        provenance, witness = read_provenance(self.header, self.leftovers), read_witness(source)
        self.seen.update(map(id, read_by_provenance(self.header)))
        authors = tuple(self.take(titles, "author"))
        self.skip_derived(source, metadata, ours=ours)
        self.report_rest()
        return Header(
            ours=ours,
            metadata=metadata,
            provenance=provenance,
            printed_contents=witness.contents,
            pages=witness.pages,
            authors=authors,
        )

    # The elements that are read

    def take(self, parent: Element, *names: str, type: tuple[str, ...] = ()) -> list[Element]:  # noqa: A002
        """The elements of these names directly inside, of these types if any are given: they are read as a whole."""
        found = [child for child in parent.all(*names) if not type or child.get("type") in type]
        for element in found:
            self.seen.update(map(id, element.within()))
        return found

    def one(self, parent: Element, *names: str) -> str:
        """The text of the first such element; the others are left."""
        found = parent.first(*names)
        if found is None:
            return ""
        self.seen.update(map(id, found.within()))
        return found.text

    # The file's description

    def titles(self, statement: Element) -> tuple[LocalText, ...]:
        self.take(statement, "title", type=(UNTITLED,))
        return self.names(self.titled(statement, _MAIN_TITLES))

    def titled(self, statement: Element, types: tuple[str, ...]) -> list[Element]:
        """The titles of these types; where a title holds titles, those inside."""
        found = self.take(statement, "title", type=types)
        for whole in statement.all("title"):
            if whole.first("title"):
                found = [each for each in found if each is not whole] + self.take(whole, "title", type=types)
        return found

    def names(self, elements: list[Element]) -> tuple[LocalText, ...]:
        """Names or titles, each in the language that it says it is in."""
        return tuple(
            LocalText(text=element.text, language=tag if LANGUAGE.fullmatch(tag := element.get("xml:lang")) else "")
            for element in elements
            if element.text.strip()
        )

    def organisers(self, statement: Element) -> tuple[Organisation, ...]:
        holding = [responsible for responsible in statement.all("respStmt") if _holds_meeting(responsible)]
        for responsible in holding:
            self.seen.add(id(responsible))
        names = (self.names(self.take(responsible, "orgName", "name")) for responsible in holding)
        return tuple(Organisation(names=each) for each in names if each)

    def publishers(self, statement: Element, organisers: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
        """Those who publish; who answers for the volume for want of a publisher is an organiser."""
        publishers = tuple(self.organisations(self.take(statement, "publisher")))
        others = tuple(self.organisations(self.take(statement, "authority", "distributor")))
        return publishers + tuple(other for other in others if other not in organisers)

    def organisations(self, elements: list[Element]) -> Iterator[Organisation]:
        for element in elements:
            names = self.names(element.all("orgName"))
            if names:
                yield Organisation(names=names)
            elif element.text and element.text != UNKNOWN_PUBLISHER:
                yield Organisation(names=self.names([element]))

    def date(self, parent: Element) -> Date | None:
        """The first date that tells a year."""
        for element in parent.all("date"):
            date = date_of(element)
            if date:
                self.seen.add(id(element))
                return date
        return None

    def identifiers(self, statement: Element) -> Iterator[Identifier]:
        for number in statement.all("idno"):
            scheme = number.get("type").lower() or ("uri" if number.text.startswith("http") else "")
            if _SCHEME.fullmatch(scheme) and number.text.strip():
                self.seen.add(id(number))
                yield Identifier(scheme=scheme, value=number.text)

    def licence(self, statement: Element) -> Licence | None:
        availability = statement.first("availability")
        terms = availability.first("licence", "p") if availability else None
        if terms is None:
            return None
        self.seen.update(map(id, terms.within()))
        target = terms.get("target")
        return Licence(text=terms.text, url=target if LINK_TARGET.fullmatch(target) else "")

    # The profile

    def meeting(self, profile: Element, titles: Element) -> Meeting | None:
        settings = [setting for part in profile.all("settingDesc") for setting in part.all("setting")]
        if not settings:
            names = self.names(self.take(titles, "meeting"))
            return Meeting(names=names) if names else None
        setting = settings[0]
        self.seen.add(id(setting))
        named = self.take(setting, "name", type=("meeting",))
        places = self.take(setting, "locale", "name", "placeName", "settlement", "country")
        place = ", ".join(place.text for place in places if place not in named)
        return Meeting(names=self.names(named), date=self.date(setting), place=place)

    def languages(self, profile: Element) -> tuple[str, ...]:
        """Those of the volume, the main one first: what the text says it is in, if it says it."""
        usage = _part(profile, "langUsage")
        tags = [language.get("ident") for language in self.take(usage, "language")]
        ours = [language.get("ident") for language in usage.all("language") if language.get("scope") != PHRASES_ONLY]
        found = [tag for tag in (ours or tags) if LANGUAGE.fullmatch(tag)]
        main = self.language if LANGUAGE.fullmatch(self.language) else ""
        if main and (not found or found[0] != main):
            found = [main, *(tag for tag in found if tag != main)]
        return tuple(found) or ("en",)

    def description(self, profile: Element) -> str:
        abstracts = self.take(profile, "abstract")[:1]
        paragraphs = [paragraph.text for abstract in abstracts for paragraph in abstract.all("p", "ab")]
        return " ".join(paragraphs) if paragraphs else "".join(abstract.text for abstract in abstracts)

    def subjects(self, profile: Element) -> Iterator[str]:
        for keywords in _part(profile, "textClass").all("keywords"):
            for term in keywords.within():
                if term.name in ("term", "item") and not term.first("term") and term.text.strip():
                    self.seen.update(map(id, term.within()))
                    yield term.text

    def participants(self, profile: Element) -> None:
        participants = _part(profile, "particDesc")
        named = {org.get("xml:id"): _text(org, "orgName") for org in participants.within() if org.name == "org"}
        for person in participants.within():
            if person.name == "person":
                known = self.people.describe(person, named)
                self.seen.update(id(part) for part in person.within() if part.name in _OF_A_PERSON or not known)

    # What is left

    def is_ours(self) -> bool:
        applications = (each for part in _part(self.header, "encodingDesc").all("appInfo") for each in part)
        return any(application.get("ident") == APPLICATION for application in applications)

    def skip_derived(self, source: Element, metadata: Metadata, *, ours: bool) -> None:
        """Marks what is made anew whenever the document is written: in procpub's own files, and organisations that are
        called as elsewhere in the document.
        """
        known = set(strings(metadata)) | {person.affiliation for person in self.people.persons}
        for part in self.header.all("profileDesc"):
            for organisation in part.within():
                if organisation.name == "org" and all(name.text in known for name in organisation):
                    self.seen.update(map(id, organisation.within()))
        if not ours:
            return
        self.take(source, "bibl", type=("printed",))
        encoding = _part(self.header, "encodingDesc")
        self.take(encoding, "appInfo")
        practice = _part(encoding, "editorialDecl")
        ours_too = [part for part in practice if part.name != "p" or part.first("list")]
        self.seen.update(id(each) for part in ours_too for each in part.within())
        self.seen.add(id(practice))
        for remark in practice:
            if id(remark) not in self.seen:
                self.leftovers.left_out(remark)

    def report_rest(self) -> None:
        """Reports each element that is not read and says something of its own, and none inside such."""
        stack = list(self.header)[::-1]
        while stack:
            element = stack.pop()
            if id(element) in self.seen:
                continue
            says = any(isinstance(child, str) and child.strip() for child in element.children)
            if says or element.name in _WHOLE or (element.attributes and not element.children):
                self.leftovers.left_out(element)
            else:
                stack.extend(list(element)[::-1])


_WHOLE = (
    "respStmt", "org", "projectDesc", "samplingDecl", "editorialDecl", "tagsDecl", "refsDecl", "classDecl", "appInfo",
)  # fmt: skip
"""Elements that are reported as one, not part by part."""

_OF_A_PERSON = frozenset(
    {
        "persName", "name", "forename", "nameLink", "surname", "genName", "addName", "roleName",
        "affiliation", "orgName", "country", "email", "idno",
    }
)  # fmt: skip
"""What is read of a person."""


def _part(parent: Element, name: str) -> Element:
    """The first element of this name, or an empty one."""
    return parent.first(name) or Element(name, {}, parent.line, False, "")


def _text(parent: Element, name: str) -> str:
    found = parent.first(name)
    return found.text if found else ""


def _holds_meeting(responsible: Element) -> bool:
    for role in responsible.all("resp"):
        if ORGANIZER in role.get("ref").split() or _HOLDS_MEETINGS.search(role.text):
            return True
    return False


def strings(value: object) -> Iterator[str]:
    """Every text in the metadata."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))
