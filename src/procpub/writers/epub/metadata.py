"""What the package document says about the edition (EPUB 3.3, section 5.5; EPUB Accessibility 1.1, section 2)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from procpub.model.addresses import identifier_uri
from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText, main_name
from procpub.model.proceedings import Proceedings
from procpub.model.walk import contributions
from procpub.writers.epub.volume import Volume
from procpub.writers.epub.xhtml import XML_LANG, Attributes

_NONE: Attributes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Statement:
    """One element of the metadata: a name of the Dublin Core ("title") or "meta", its text and attributes."""

    name: str
    text: str
    attributes: Attributes = field(default_factory=dict)


def identifier(metadata: Metadata, contents: Contents) -> str:
    """The edition's unique identifier: the one given to it, or else a UUID.

    A series' ISSN does not identify the volume. The UUID (RFC 9562, version 5) comes of titles, date and contents, so
    that it stays when errors in the text are mended, as EPUB 3.3, section 5.5.3.1.1 asks.
    """
    given = {known.scheme: known for known in reversed(metadata.identifiers)}
    for scheme in ("isbn", "doi", "urn", "uri"):
        if scheme in given:
            return identifier_uri(given[scheme])
    names = (*metadata.titles, *metadata.subtitles)
    facts = [name.text for name in names] + [metadata.date.when if metadata.date else ""]
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(10).join(facts + [entry.label for entry in contents.entries]))}"


def describe(proceedings: Proceedings, volume: Volume, unique: str) -> Iterator[Statement]:
    """All that is said of the edition, but the unique identifier and the time of its making.

    Whoever has a contribution is a creator; editors and organisers contribute (MARC relators aut, edt, orm).
    """
    metadata = proceedings.metadata
    yield from _titles(metadata, volume.title)
    people = {person.id: person.name for person in proceedings.people}
    authors = dict.fromkeys(who for piece in contributions(proceedings) for who in piece.contributors)
    for number, who in enumerate(authors, start=1):
        yield from _agent("creator", number, (LocalText(text=people[who]),), "aut", metadata.language)
    organisers = ((organisation.names, "orm") for organisation in metadata.organisers)
    editors = (((LocalText(text=name),), "edt") for name in metadata.editors)
    for number, (names, role) in enumerate((*editors, *organisers), start=1):
        yield from _agent("contributor", number, names, role, metadata.language)
    for number, publisher in enumerate(metadata.publishers, start=1):
        yield from _agent("publisher", number, publisher.names, "", metadata.language)
    if metadata.date:
        yield Statement("date", metadata.date.when)
    for language in metadata.languages:
        yield Statement("language", language)
    for known in metadata.identifiers:
        if identifier_uri(known) != unique:
            yield Statement("identifier", identifier_uri(known))
    if metadata.description:
        yield Statement("description", metadata.description)
    for subject in metadata.subjects:
        yield Statement("subject", subject)
    if metadata.licence:
        yield Statement("rights", " ".join(filter(None, (metadata.licence.text, metadata.licence.url))))
    yield from _accessibility(volume)


def _titles(metadata: Metadata, title: str) -> Iterator[Statement]:
    """The first title is the one that reading systems show; parallel titles have a language, but no type."""
    first, *others = metadata.titles or (LocalText(text=title),)
    yield Statement("title", first.text, {"id": "title", **_in(first)})
    yield _refined("title", "title-type", "main")
    for parallel in others:
        yield Statement("title", parallel.text, _in(parallel))
    for number, subtitle in enumerate(metadata.subtitles, start=1):
        name = f"subtitle_{number}"
        yield Statement("title", subtitle.text, {"id": name, **_in(subtitle)})
        yield _refined(name, "title-type", "subtitle")


def _agent(
    element: str, number: int, names: tuple[LocalText, ...], role: str, main_language: str
) -> Iterator[Statement]:
    """A person or body: the name in the volume's language if there is one, refined by the others and the role."""
    name = main_name(names, main_language)
    agent = f"{element}_{number}"
    yield Statement(element, name.text, {"id": agent, **_in(name)})
    for other in names:
        if other is not name:
            language = {XML_LANG: other.language or main_language}
            yield _refined(agent, "alternate-script", other.text, language)
    if role:
        yield _refined(agent, "role", role, {"scheme": "marc:relators"})


def _refined(of: str, prop: str, value: str, attributes: Attributes = _NONE) -> Statement:
    return Statement("meta", value, {"refines": f"#{of}", "property": prop, **attributes})


def _in(name: LocalText) -> Attributes:
    return {XML_LANG: name.language} if name.language else {}


def _accessibility(volume: Volume) -> Iterator[Statement]:
    """The schema.org properties, after what the files hold: every picture has a text, so text alone suffices."""
    pictures, pages = bool(volume.pictures.files()), bool(volume.pages)
    features = ["tableOfContents", "structuralNavigation", "readingOrder", "ARIA", "displayTransformability"]
    summary = ["Reflowable text with headings, landmarks and a table of contents."]
    yield _property("schema:accessMode", "textual")
    if pictures:
        yield _property("schema:accessMode", "visual")
        yield _property("schema:accessModeSufficient", "textual,visual")
        features.append("alternativeText")
        summary.append("Every picture has an alternative text.")
    yield _property("schema:accessModeSufficient", "textual")
    if pages:
        features += ["pageBreakMarkers", "pageNavigation"]
        summary.append("The page numbers of the printed source are marked and listed.")
        yield _property("pageBreakSource", volume.title)
    for feature in features:
        yield _property("schema:accessibilityFeature", feature)
    yield _property("schema:accessibilityHazard", "none")
    yield _property("schema:accessibilitySummary", " ".join(summary))


def _property(name: str, value: str) -> Statement:
    return Statement("meta", value, {"property": name})
