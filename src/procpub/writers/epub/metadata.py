"""What the package document says about the edition (EPUB 3.3, section 5.5; EPUB Accessibility 1.1, section 2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5

from procpub import __version__
from procpub.model.addresses import identifier_uri
from procpub.model.contents import contents_of
from procpub.model.family_names import inverted
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText, Organisation, main_name
from procpub.model.proceedings import Proceedings
from procpub.model.walk import contributions
from procpub.writers.epub.volume import SOURCE, Volume
from procpub.writers.epub.xhtml import XML_LANG, Attributes

PAPER = "paper"
"""The kind of contributions that are written, not spoken."""

CONFORMANCE = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""In the form that EPUB Accessibility 1.1, section 2.3.1.1 demands. What it takes holds of every edition, but for the
style's colours: a document without alternative texts is refused, and everything else is of the writer's making.
"""

_NONE: Attributes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Statement:
    """One element of the metadata: a name of the Dublin Core ("title") or "meta", its text and attributes."""

    name: str
    text: str
    attributes: Attributes = field(default_factory=dict)


def identifier(proceedings: Proceedings) -> str:
    """The edition's unique identifier: the one given to it, or else a UUID.

    A series' ISSN does not identify the volume. The UUID (RFC 9562, version 5) comes of titles, date, the name of the
    source, and the contents, so that it stays when errors in the text are mended, as EPUB 3.3, section 5.5.3.1.1 asks.
    """
    metadata, source = proceedings.metadata, proceedings.provenance.source
    given = {known.scheme: known for known in reversed(metadata.identifiers)}
    for scheme in ("isbn", "doi", "urn", "uri"):
        if scheme in given:
            return identifier_uri(given[scheme])
    names = (*metadata.titles, *metadata.subtitles)
    facts = [name.text for name in names] + [metadata.date.when if metadata.date else "", source.name if source else ""]
    facts += (entry.label for entry in contents_of(proceedings).entries)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, chr(10).join(facts))}"


def describe(proceedings: Proceedings, volume: Volume, unique: str) -> Iterator[Statement]:
    """All that is said of the edition, but the unique identifier and the time of its making.

    Whoever has a contribution is a creator; editors and organisers contribute (MARC relators aut or spk, edt, orm).
    """
    metadata = proceedings.metadata
    yield from _titles(metadata, volume.title)
    people = {person.id: person.name for person in proceedings.people}
    for number, (who, roles) in enumerate(_creators(proceedings).items(), start=1):
        yield from _person("creator", number, people[who], roles)
    editors = tuple(filter(str.strip, metadata.editors))
    for number, editor in enumerate(editors, start=1):
        yield from _person("contributor", number, editor, ("edt",))
    for number, organiser in enumerate(metadata.organisers, start=len(editors) + 1):
        yield from _body("contributor", number, organiser, ("orm",), metadata.language)
    for number, publisher in enumerate(metadata.publishers, start=1):
        yield from _body("publisher", number, publisher, (), metadata.language)
    if metadata.date:
        yield Statement("date", metadata.date.when)
    for language in dict.fromkeys(metadata.languages):
        yield Statement("language", language)
    for known in dict.fromkeys(map(identifier_uri, metadata.identifiers)):
        if known != unique:
            yield Statement("identifier", known)
    if metadata.description.strip():
        yield Statement("description", metadata.description)
    for subject in filter(str.strip, metadata.subjects):
        yield Statement("subject", subject)
    if metadata.licence and (terms := " ".join(filter(None, (metadata.licence.text, metadata.licence.url))).strip()):
        yield Statement("rights", terms)
    yield from _accessibility(volume, unique)


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


def _creators(proceedings: Proceedings) -> dict[str, tuple[str, ...]]:
    """Whoever has a contribution, by id, with the roles: authors of papers, speakers of all else."""
    roles: dict[str, dict[str, None]] = {}
    for piece in contributions(proceedings):
        for who in piece.contributors:
            roles.setdefault(who, {})["aut" if piece.kind == PAPER else "spk"] = None
    return {who: tuple(found) for who, found in roles.items()}


def _person(element: str, number: int, name: str, roles: Iterable[str]) -> Iterator[Statement]:
    """A person, with the name that catalogues sort by if it differs."""
    agent = f"{element}_{number}"
    yield Statement(element, name, {"id": agent})
    if inverted(name) != name:
        yield _refined(agent, "file-as", inverted(name))
    yield from _roles(agent, roles)


def _body(
    element: str, number: int, body: Organisation, roles: Iterable[str], main_language: str
) -> Iterator[Statement]:
    """An organisation: the name in the volume's language if there is one, refined by the others."""
    name = main_name(body.names, main_language)
    agent = f"{element}_{number}"
    yield Statement(element, name.text, {"id": agent, **_in(name)})
    for other in body.names:
        if other is not name:
            language = {XML_LANG: other.language or main_language}
            yield _refined(agent, "alternate-script", other.text, language)
    yield from _roles(agent, roles)


def _roles(agent: str, roles: Iterable[str]) -> Iterator[Statement]:
    for role in roles:
        yield _refined(agent, "role", role, {"scheme": "marc:relators"})


def _refined(of: str, prop: str, value: str, attributes: Attributes = _NONE) -> Statement:
    return Statement("meta", value, {"refines": f"#{of}", "property": prop, **attributes})


def _in(name: LocalText) -> Attributes:
    return {XML_LANG: name.language} if name.language else {}


def _accessibility(volume: Volume, unique: str) -> Iterator[Statement]:
    """The schema.org properties, after what the files hold: every picture has a text, so text alone suffices."""
    pictures, pages = bool(volume.pictures.files()), bool(volume.pages)
    features = ["tableOfContents", "structuralNavigation", "readingOrder", "ARIA", "displayTransformability"]
    summary = ["Reflowable text with headings, landmarks and a table of contents."]
    if volume.is_legible:
        yield Statement("meta", CONFORMANCE, {"property": "dcterms:conformsTo", "id": "conformance"})
        yield _refined("conformance", "a11y:certifiedBy", f"procpub {__version__}")
    yield _property("schema:accessMode", "textual")
    if pictures:
        yield _property("schema:accessMode", "visual")
        yield _property("schema:accessModeSufficient", "textual,visual")
        features.append("alternativeText")
        summary.append("Every picture has an alternative text.")
    yield _property("schema:accessModeSufficient", "textual")
    if pages:
        features += ["pageBreakMarkers", "pageNavigation"]
        printed = volume.pagination != SOURCE
        summary.append(
            f"The page numbers of the {'PDF edition' if printed else 'printed source'} are marked and listed."
        )
        known = "" if unique.startswith("urn:uuid:") else unique
        yield _property("pageBreakSource", (known or f"{volume.title} (PDF)") if printed else volume.title)
    for feature in features:
        yield _property("schema:accessibilityFeature", feature)
    yield _property("schema:accessibilityHazard", "none")
    said = {"property": "schema:accessibilitySummary", XML_LANG: "en"}
    yield Statement("meta", " ".join(summary), said)


def _property(name: str, value: str) -> Statement:
    return Statement("meta", value, {"property": name})
