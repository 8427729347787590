"""The teiHeader: what the volume is, where its text came from, what was done to it, who is in it (Guidelines 2)."""

from collections.abc import Sequence

from procpub import __version__
from procpub.model.metadata import Date, Licence, Metadata, PrintedContents, Provenance, Source
from procpub.model.people import LocalText, Organisation, Person
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import book_title
from procpub.model.walk import contributions
from procpub.writers.tei.front import dating
from procpub.writers.tei.xml import XML_ID, XML_LANG, Element, add, add_in

_ORGANIZER = "http://id.loc.gov/vocabulary/relators/orm"
"""The MARC relator for those who hold a meeting."""

_UNKNOWN_PUBLISHER = "[s.n.]"
"""ISBD 4.2.11: sine nomine, without a name. TEI demands a publisher, or prose in place of all publication data."""

_EDITORIAL_PRACTICE = (
    (
        "normalization",
        {"method": "silent"},
        "Paragraphs that a page break divided are joined. Running heads and page numbers are left out. The markers of "
        "list items and notes are given in @n.",
    ),
    ("quotation", {"marks": "all"}, "Quotation marks are kept as printed."),
    ("hyphenation", {"eol": "none"}, "Words divided at the end of a line are written whole."),
)
"""What recovery does to every text: elements of TEI's model.editorialDeclPart, their attributes and words."""


def add_header(tei: Element, proceedings: Proceedings) -> None:
    """Appends the header."""
    header = add(tei, "teiHeader")
    _add_file_description(header, proceedings)
    _add_encoding_description(header, proceedings.provenance)
    _add_profile_description(header, proceedings.metadata, proceedings.people)


def _add_file_description(header: Element, proceedings: Proceedings) -> None:
    metadata = proceedings.metadata
    description = add(header, "fileDesc")
    statement = add(description, "titleStmt")
    _add_titles(statement, metadata)
    for editor in metadata.editors:
        add(statement, "editor", editor)
    for organiser in metadata.organisers:
        responsibility = add(statement, "respStmt")
        add(responsibility, "resp", "organizer", ref=_ORGANIZER).set(XML_LANG, "en")
        _add_organisation_names(responsibility, organiser)
    _add_publication(add(description, "publicationStmt"), metadata)
    source = add(description, "sourceDesc")
    _add_printed_volume(source, metadata)
    if proceedings.provenance.source:
        _add_source_file(source, proceedings.provenance.source)
    if proceedings.printed_contents:
        _add_printed_contents(source, proceedings.printed_contents)
    _add_printed_pages(source, proceedings)


def _add_titles(parent: Element, metadata: Metadata) -> None:
    titles = metadata.titles or (LocalText(text=book_title(metadata)),)
    for kind, names in (("main", titles), ("sub", metadata.subtitles)):
        for name in names:
            add_in(parent, "title", name.text, name.language, type=kind)


def _add_organisation_names(parent: Element, organisation: Organisation) -> None:
    for name in organisation.names:
        add_in(parent, "orgName", name.text, name.language)


def _add_publication(statement: Element, metadata: Metadata) -> None:
    publishers = metadata.publishers or metadata.organisers
    for publisher in publishers:
        _add_organisation_names(add(statement, "publisher"), publisher)
    if not publishers:
        add(statement, "publisher", _UNKNOWN_PUBLISHER)
    _add_place_and_date(statement, metadata)
    for identifier in metadata.identifiers:
        add(statement, "idno", identifier.value, type=identifier.scheme)
    if metadata.licence:
        _add_licence(add(statement, "availability"), metadata.licence)


def _add_place_and_date(parent: Element, metadata: Metadata) -> None:
    if metadata.place:
        add(parent, "pubPlace", metadata.place)
    if metadata.date:
        _add_date(parent, metadata.date)


def _add_date(parent: Element, date: Date) -> None:
    add(parent, "date", date.text, **dating(date))


def _add_licence(availability: Element, licence: Licence) -> None:
    add(availability, "licence", licence.text, target=licence.url)


def _add_printed_volume(source: Element, metadata: Metadata) -> None:
    volume = add(source, "bibl", type="printed")
    _add_titles(volume, metadata)
    _add_place_and_date(volume, metadata)


def _add_source_file(source: Element, file: Source) -> None:
    bibl = add(source, "bibl", type="file")
    add(bibl, "title", file.name)
    add(bibl, "idno", file.sha256, type="SHA-256")
    note = add(bibl, "note", f"Plain text, {file.encoding}, {file.lines} lines.")
    note.set(XML_LANG, "en")


def _add_printed_contents(source: Element, printed: PrintedContents) -> None:
    """The contents list as printed, page numbers included: a witness, which the edition's own may contradict."""
    testimony = add(source, "listBibl", type="printed-contents")
    if printed.heading:
        add(testimony, "head", printed.heading)
    for entry in printed.entries:
        bibl = add(testimony, "bibl", n=entry.number, corresp=f"#{entry.target}" if entry.target else "")
        add(bibl, "title", entry.label, level="a")
        if entry.page:
            add(bibl, "biblScope", entry.page, unit="page")


def _add_printed_pages(source: Element, proceedings: Proceedings) -> None:
    """The printed pages that contributions start on, where the printed contents do not say so. A page may begin long
    before the heading on it, so a `pb` would not be true.
    """
    printed = proceedings.printed_contents.entries if proceedings.printed_contents else ()
    told = {(entry.target, entry.page) for entry in printed}
    untold = [piece for piece in contributions(proceedings) if piece.page and (piece.id, piece.page) not in told]
    if untold:
        pages = add(source, "listBibl", type="printed-pages")
        for piece in untold:
            add(add(pages, "bibl", corresp=f"#{piece.id}"), "biblScope", piece.page, unit="page")


def _add_encoding_description(header: Element, provenance: Provenance) -> None:
    description = add(header, "encodingDesc")
    description.set(XML_LANG, "en")
    application = add(add(description, "appInfo"), "application", ident="procpub", version=__version__)
    add(application, "label", "procpub")
    if provenance.source or provenance.steps:
        _add_editorial_practice(add(description, "editorialDecl"), provenance)


def _add_editorial_practice(declaration: Element, provenance: Provenance) -> None:
    if provenance.steps:
        paragraph = add(declaration, "p", "Decisions taken when the structure was recovered, by kind and number:")
        steps = add(paragraph, "list", type="gloss")
        for step in provenance.steps:
            add(steps, "label", step.code)
            add(steps, "item", str(step.count))
    for name, attributes, words in _EDITORIAL_PRACTICE:
        add(add(declaration, name, **attributes), "p", words)


def _add_profile_description(header: Element, metadata: Metadata, people: Sequence[Person]) -> None:
    description = add(header, "profileDesc")
    if metadata.description:
        add(add(description, "abstract"), "p", metadata.description)
    languages = add(description, "langUsage")
    for tag in metadata.languages:
        add(languages, "language", ident=tag)
    if metadata.subjects:
        keywords = add(add(description, "textClass"), "keywords")
        for subject in metadata.subjects:
            add(keywords, "term", subject)
    if metadata.meeting:
        setting = add(add(description, "settingDesc"), "setting")
        for name in metadata.meeting.names:
            add_in(setting, "name", name.text, name.language, type="meeting")
        if metadata.meeting.date:
            _add_date(setting, metadata.meeting.date)
        if metadata.meeting.place:
            add(setting, "locale", metadata.meeting.place)
    _add_people(description, people)


def _add_people(description: Element, people: Sequence[Person]) -> None:
    if not people:
        return
    listing = add(add(description, "particDesc"), "listPerson")
    for person in people:
        _add_person(listing, person)


def _add_person(listing: Element, person: Person) -> None:
    element = add(listing, "person")
    element.set(XML_ID, person.id)
    name = add(element, "persName")
    if person.honorific:
        add(name, "roleName", person.honorific)
    add(name, "name", person.name)
    values = {
        "roleName": person.role,
        "orgName": person.affiliation,
        "country": person.country,
        "email": person.email,
    }
    if any(values.values()):
        affiliation = add(element, "affiliation")
        for field, value in values.items():
            if value:
                add(affiliation, field, value)
    if person.orcid:
        add(element, "idno", person.orcid, type="ORCID")
