"""The teiHeader: what the volume is, where its text came from, what was done to it (Guidelines 2)."""

from procpub import __version__
from procpub.clock import source_date_epoch
from procpub.model.metadata import Licence, Metadata, PrintedContents, Provenance, Source
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import book_title
from procpub.model.walk import contributions
from procpub.tei_profile import (
    APPLICATION,
    CHECKSUM,
    CONVERSION,
    LEVEL,
    LINES,
    ORGANIZER,
    UNKNOWN_PUBLISHER,
    UNTITLED,
)
from procpub.writers.tei.dates import add_date
from procpub.writers.tei.organisations import Directory
from procpub.writers.tei.profile import add_profile_description
from procpub.writers.tei.xml import XML_LANG, Element, add, add_in

_EDITORIAL_PRACTICE: tuple[tuple[str, dict[str, str], str], ...] = (
    (
        "correction",
        {"status": "unknown"},
        "The text is as printed: readings that look wrong are neither corrected nor marked.",
    ),
    (
        "normalization",
        {"method": "silent"},
        "Paragraphs that a page break divided are joined. Running heads and page numbers are left out; where a page of "
        "the source is known to begin, a pb says so. The markers of list items and notes are given in @n.",
    ),
    ("quotation", {"marks": "all"}, "Quotation marks are kept as printed."),
    ("hyphenation", {"eol": "none"}, "Words divided at the end of a line are written whole."),
    (
        "interpretation",
        {},
        "Persons are identified across headings and turns, and described once. Phrases in another language are marked "
        "where their script or spelling tells it.",
    ),
)
"""What recovery does to every text: elements of TEI's model.editorialDeclPart, their attributes and words."""


def add_header(tei: Element, proceedings: Proceedings) -> None:
    """Appends the header."""
    header = add(tei, "teiHeader")
    directory = Directory(proceedings)
    _add_file_description(header, proceedings, directory)
    _add_encoding_description(header, proceedings.provenance)
    add_profile_description(header, proceedings, directory)
    _add_revision_description(header, proceedings.provenance)


def _add_file_description(header: Element, proceedings: Proceedings, directory: Directory) -> None:
    metadata = proceedings.metadata
    description = add(header, "fileDesc")
    statement = add(description, "titleStmt")
    _add_titles(statement, metadata)
    for editor in metadata.editors:
        add(statement, "editor", editor)
    for organiser in metadata.organisers:
        responsibility = add(statement, "respStmt")
        add(responsibility, "resp", "organizer", ref=ORGANIZER).set(XML_LANG, "en")
        directory.add_names(responsibility, organiser)
    _add_publication(add(description, "publicationStmt"), metadata, directory)
    source = add(description, "sourceDesc")
    _add_printed_volume(source, metadata)
    if proceedings.provenance.source:
        _add_source_file(source, proceedings.provenance.source)
    if proceedings.printed_contents:
        _add_printed_contents(source, proceedings.printed_contents)
    _add_printed_pages(source, proceedings)


def _add_titles(parent: Element, metadata: Metadata) -> None:
    if not metadata.titles:
        add(parent, "title", book_title(metadata), type=UNTITLED)
    for kind, names in (("main", metadata.titles), ("sub", metadata.subtitles)):
        for name in names:
            add_in(parent, "title", name.text, name.language, type=kind)


def _add_publication(statement: Element, metadata: Metadata, directory: Directory) -> None:
    """The publishers; without one, those who hold the meeting answer for the volume."""
    for publisher in metadata.publishers:
        directory.add_names(add(statement, "publisher"), publisher)
    if not metadata.publishers:
        for organiser in metadata.organisers:
            directory.add_names(add(statement, "authority"), organiser)
    if not (metadata.publishers or metadata.organisers):
        add(statement, "publisher", UNKNOWN_PUBLISHER)
    _add_place_and_date(statement, metadata)
    for identifier in metadata.identifiers:
        add(statement, "idno", identifier.value, type=identifier.scheme)
    if metadata.licence:
        _add_licence(add(statement, "availability"), metadata.licence)


def _add_place_and_date(parent: Element, metadata: Metadata) -> None:
    if metadata.place:
        add(parent, "pubPlace", metadata.place)
    if metadata.date:
        add_date(parent, "date", metadata.date)


def _add_licence(availability: Element, licence: Licence) -> None:
    add(availability, "licence", licence.text, target=licence.url)


def _add_printed_volume(source: Element, metadata: Metadata) -> None:
    volume = add(source, "bibl", type="printed")
    _add_titles(volume, metadata)
    _add_place_and_date(volume, metadata)


def _add_source_file(source: Element, file: Source) -> None:
    bibl = add(source, "bibl", type="file")
    add(bibl, "title", file.name)
    add(bibl, "idno", file.sha256, type=CHECKSUM)
    extent = add(bibl, "extent")
    extent.set(XML_LANG, "en")
    add(extent, "measure", f"{file.lines} lines", unit=LINES, quantity=str(file.lines))
    add(bibl, "note", file.encoding, type="encoding")


def _add_printed_contents(source: Element, printed: PrintedContents) -> None:
    """The contents list as printed, page numbers included: a witness, which the edition's own may contradict."""
    testimony = add(source, "listBibl", type="printed-contents")
    if printed.heading:
        add(testimony, "head", printed.heading)
    for entry in printed.entries:
        bibl = add(
            testimony,
            "bibl",
            n=entry.number,
            rend="" if entry.level == 1 else f"{LEVEL}{entry.level}",
            corresp=f"#{entry.target}" if entry.target else "",
        )
        add(bibl, "title", entry.label, level="a")
        if entry.page:
            add(bibl, "biblScope", entry.page, unit="page")


def _add_printed_pages(source: Element, proceedings: Proceedings) -> None:
    """The printed pages that contributions start on. A page may begin long before the heading on it, so a `pb` would
    not be true; and the printed contents may err.
    """
    paged = [piece for piece in contributions(proceedings) if piece.page]
    if paged:
        pages = add(source, "listBibl", type="printed-pages")
        for piece in paged:
            add(add(pages, "bibl", corresp=f"#{piece.id}"), "biblScope", piece.page, unit="page")


def _add_encoding_description(header: Element, provenance: Provenance) -> None:
    description = add(header, "encodingDesc")
    description.set(XML_LANG, "en")
    application = add(add(description, "appInfo"), "application", ident=APPLICATION, version=__version__)
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


def _add_revision_description(header: Element, provenance: Provenance) -> None:
    """What happened to the document, the latest first (Guidelines 2.6): what was changed by hand, and that procpub made
    it. That bears a date only where the environment gives one, for the same document is the same bytes.
    """
    description = add(header, "revisionDesc")
    for revision in provenance.revisions:
        change = add(description, "change", when=revision.when)
        if revision.who:
            add(change, "name", revision.who)
        add(change, "desc", revision.text)
    moment = source_date_epoch()
    change = add(description, "change", type=CONVERSION, when=moment.date().isoformat() if moment else "")
    change.set(XML_LANG, "en")
    made = f"Recovered from {provenance.source.name}" if provenance.source else "Written"
    add(change, "desc", f"{made} by procpub {__version__}.")
