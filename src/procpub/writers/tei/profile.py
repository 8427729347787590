"""The profileDesc: what the volume is about, in which languages, where it was spoken, and by whom (Guidelines 2.4)."""

from collections.abc import Iterator

from procpub.model.metadata import Meeting
from procpub.model.nodes import Foreign
from procpub.model.people import Person
from procpub.model.proceedings import Group, Proceedings
from procpub.model.walk import headings, inlines_within, lines, nested, notes, pieces
from procpub.tei_profile import PHRASES_ONLY
from procpub.writers.tei.dates import add_date
from procpub.writers.tei.organisations import Directory
from procpub.writers.tei.xml import XML_ID, Element, add, add_in


def add_profile_description(header: Element, proceedings: Proceedings, directory: Directory) -> None:
    """Appends the description; people and organisations are those that the rest of the document points to."""
    metadata = proceedings.metadata
    description = add(header, "profileDesc")
    if metadata.description:
        add(add(description, "abstract"), "p", metadata.description)
    _add_languages(description, proceedings)
    if metadata.subjects:
        keywords = add(add(description, "textClass"), "keywords")
        for subject in metadata.subjects:
            add(keywords, "term", subject)
    if metadata.meeting:
        _add_setting(add(description, "settingDesc"), metadata.meeting)
    participants = add(description, "particDesc")
    if proceedings.people:
        listing = add(participants, "listPerson")
        for person in proceedings.people:
            _add_person(listing, person, directory)
    directory.add_list(participants)
    if not len(participants):
        description.remove(participants)


def _add_languages(description: Element, proceedings: Proceedings) -> None:
    """Those that the volume is in, the main one first, then those that only phrases are in."""
    languages = add(description, "langUsage")
    for tag in proceedings.metadata.languages:
        add(languages, "language", ident=tag)
    for tag in dict.fromkeys(_phrases(proceedings)):
        if tag not in proceedings.metadata.languages:
            add(languages, "language", ident=tag, scope=PHRASES_ONLY)


def _phrases(proceedings: Proceedings) -> Iterator[str]:
    """The language of every foreign phrase, in reading order."""
    for piece in pieces(proceedings):
        blocks = () if isinstance(piece, Group) else piece.blocks
        called = (block for line in headings(piece) for note in notes(line) for block in note.blocks)
        inner = (line for outer in (*called, *blocks) for block in nested(outer) for line in lines(block))
        for line in (*headings(piece), *inner):
            yield from (inline.language for inline in inlines_within(line) if isinstance(inline, Foreign))


def _add_setting(parent: Element, meeting: Meeting) -> None:
    setting = add(parent, "setting")
    for name in meeting.names:
        add_in(setting, "name", name.text, name.language, type="meeting")
    if meeting.date:
        add_date(setting, "date", meeting.date)
    if meeting.place:
        add(setting, "locale", meeting.place)


def _add_person(listing: Element, person: Person, directory: Directory) -> None:
    element = add(listing, "person")
    element.set(XML_ID, person.id)
    name = add(element, "persName")
    if person.honorific:
        add(name, "roleName", person.honorific)
    add(name, "name", person.name)
    if any((person.role, person.affiliation, person.country, person.email)):
        affiliation = add(element, "affiliation")
        if person.role:
            add(affiliation, "roleName", person.role)
        if person.affiliation:
            directory.add_affiliation(affiliation, person.affiliation)
        if person.country:
            add(affiliation, "country", person.country)
        if person.email:
            add(affiliation, "email", person.email)
    if person.orcid:
        add(element, "idno", person.orcid, type="ORCID")
