"""The title page and the imprint: what stands on them, computed once, that editions set theirs from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from procpub import __version__
from procpub.model.addresses import uri
from procpub.model.metadata import Date, Metadata, Source
from procpub.model.people import LocalText
from procpub.model.proceedings import Proceedings
from procpub.model.terms import term


class Kind(Enum):
    """What a statement says; an edition gives each kind its look."""

    TITLE = auto()
    SUBTITLE = auto()
    MEETING = auto()
    EDITORS = auto()
    DATE = auto()
    ORGANISER = auto()
    IMPRINT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement, such as an organiser with its names: its lines, the address that they link to, and the date that
    the last of them ends with.
    """

    kind: Kind
    lines: tuple[LocalText, ...]
    target: str = ""
    date: Date | None = None


CHECKSUM_DIGITS = 16
"""As many of the source's checksum tell two sources apart."""

_SCHEMES = {"doi": "doi:", "uri": "", "urn": ""}
"""What makes an address of an identifier that can be resolved: the scheme of its URI, if the value does without."""


def book_title(metadata: Metadata) -> str:
    """The main title, or the words for a book without one."""
    return metadata.title or term("untitled", metadata.language)


def title_page_of(metadata: Metadata) -> tuple[Statement, ...]:
    """The title page, in order: titles, subtitles, the meeting with its place and date, editors, the volume's own place
    and date where they are not the meeting's, organisers. It begins with a title, and each title is a statement.
    """
    return tuple(statement for statement in _title_page(metadata) if statement.lines)


def _title_page(metadata: Metadata) -> Iterator[Statement]:
    for title in metadata.titles or (LocalText(text=book_title(metadata)),):
        yield Statement(kind=Kind.TITLE, lines=(title,))
    for subtitle in metadata.subtitles:
        yield Statement(kind=Kind.SUBTITLE, lines=(subtitle,))
    place, date = metadata.place, metadata.date
    if meeting := metadata.meeting:
        when = _place_and_date(meeting.place, meeting.date)
        yield Statement(kind=Kind.MEETING, lines=(*meeting.names, *when), date=meeting.date)
        place = "" if place == meeting.place else place
        date = None if date == meeting.date else date
    if metadata.editors:
        words = term("edited-by", metadata.language).format(", ".join(metadata.editors))
        yield Statement(kind=Kind.EDITORS, lines=(LocalText(text=words),))
    yield Statement(kind=Kind.DATE, lines=_place_and_date(place, date), date=date)
    for organiser in metadata.organisers:
        yield Statement(kind=Kind.ORGANISER, lines=organiser.names)


def imprint_of(proceedings: Proceedings) -> tuple[Statement, ...]:
    """The imprint, in order: main title, publishers, place and date, identifiers, licence, description, keywords, and
    how the edition was produced, where the file is known that it came from.

    Empty if it would say nothing that the title page does not.
    """
    metadata = proceedings.metadata
    publication = Statement(kind=Kind.IMPRINT, lines=_place_and_date(metadata.place, metadata.date))
    publishers = tuple(Statement(kind=Kind.IMPRINT, lines=publisher.names) for publisher in metadata.publishers)
    rest = (*_rest_of_imprint(metadata), *colophon_of(proceedings))
    if not (publishers or rest):
        return ()
    return tuple(said for said in (_line(metadata.title), *publishers, publication, *rest) if said.lines)


def colophon_of(proceedings: Proceedings) -> tuple[Statement, ...]:
    """How the edition was made, which the imprint ends with; empty if the file is not known that it came from."""
    return tuple(_produced(proceedings.provenance.source, proceedings.metadata.language))


def _rest_of_imprint(metadata: Metadata) -> Iterator[Statement]:
    for identifier in metadata.identifiers:
        scheme = _SCHEMES.get(identifier.scheme)
        target = "" if scheme is None else uri(scheme + identifier.value)
        yield _line(f"{identifier.scheme.upper()} {identifier.value}", target)
    if metadata.licence:
        yield _line(metadata.licence.text)
        yield _line(metadata.licence.url, metadata.licence.url)
    if metadata.description:
        yield _line(metadata.description)
    if metadata.subjects:
        yield _line(term("keywords", metadata.language).format(", ".join(metadata.subjects)))


def _produced(source: Source | None, language: str) -> Iterator[Statement]:
    """How the edition was made: two that say the same here are the same."""
    if source:
        checksum = source.sha256[:CHECKSUM_DIGITS]
        yield _line(term("produced", language).format(__version__, source.name, checksum))


def _place_and_date(place: str, date: Date | None) -> tuple[LocalText, ...]:
    """On one line; none if neither is known."""
    words = ", ".join(filter(None, (place, date.text if date else "")))
    return (LocalText(text=words),) if words else ()


def _line(words: str, target: str = "") -> Statement:
    """A statement of the imprint on one line; without a line if there are no words."""
    return Statement(kind=Kind.IMPRINT, lines=(LocalText(text=words),) if words else (), target=target)
