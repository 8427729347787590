"""What all files of an edition share: which file every piece is in, pictures, printed pages, and the report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from procpub.diagnostics import Report
from procpub.model.nodes import Blocks
from procpub.model.proceedings import Contribution, Group, Matter, Member, Proceedings, Section
from procpub.model.walk import lines, nested, pieces_within, plain_text
from procpub.writers.epub.names import unused
from procpub.writers.epub.pictures import Pictures

COVER_PAGE = "cover_page.xhtml"
COVER_IMAGE = "cover_image.png"
TITLE_PAGE = "title_page.xhtml"
IMPRINT_PAGE = "imprint_page.xhtml"
CONTENTS_PAGE = "contents_page.xhtml"
COLOPHON_PAGE = "colophon_page.xhtml"
NAVIGATION = "navigation_document.xhtml"
"""Names of files that are no piece's; no id has an underscore, so these never meet the names of pieces' files."""

SOURCE = "print"
"""What page breaks bear that the printed source made."""

Leaf = Matter | Contribution
"""What a file holds whole. A group has a file too, with no more than its heading."""


LONGEST = 200_000
"""So many characters of text are in a file at most, if there is a section that another one can begin with: old readers
take long to open more, or fail.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file with a piece, or with some of its sections if it is too long for one: the file's name, the part of the
    book (`epub:type`) that it is in, the sections, and whether the heading and what is above all sections are in it.
    """

    piece: Leaf | Group
    file: str
    part: str
    sections: tuple[Section, ...] = ()
    opens: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """Where a page in print begins: its folio and the address of the place."""

    label: str
    href: str


@dataclass(slots=True, kw_only=True)
class Volume:
    """The edition in the making. `links` leads from the id of a piece to its heading: "file.xhtml#id"."""

    language: str
    title: str
    links: Mapping[str, str]
    report: Report
    is_legible: bool = True
    """Whether the style's colours are strong enough to be read by everybody."""
    pagination: str = SOURCE
    """Whose pages are listed: page breaks of this edition."""
    pictures: Pictures = field(default_factory=Pictures)
    pages: list[PrintedPage] = field(default_factory=list)
    _note_numbers: dict[str, "count[int]"] = field(default_factory=dict)

    def note_numbers(self, piece: str) -> "count[int]":
        """Numbers the notes of a piece, in however many files."""
        return self._note_numbers.setdefault(piece, count(1))

    def href(self, identifier: str, file: str) -> str:
        """The address of a piece as seen from a file."""
        link = self.links[identifier]
        return link.removeprefix(file) if link.startswith(f"{file}#") else link


def places(proceedings: Proceedings) -> tuple[Place, ...]:
    """Every piece with a file of its own, in reading order."""
    taken: set[str] = set()
    return tuple(
        Place(piece=piece, file=_file_name(piece.id, taken), part=part, sections=sections, opens=not number)
        for part, pieces in (
            ("frontmatter", proceedings.front),
            ("bodymatter", proceedings.body),
            ("backmatter", proceedings.back),
        )
        for top in pieces
        for piece in _filed(top)
        for number, sections in enumerate(_shares(piece))
    )


def _shares(piece: Leaf | Group) -> list[tuple[Section, ...]]:
    """The sections of each of the files that a piece takes."""
    if isinstance(piece, Group):
        return [()]
    shares: list[list[Section]] = [[]]
    length = _length(piece.blocks) if piece.sections else 0
    for section in piece.sections:
        own = sum(_length(each.blocks) for each in pieces_within(section) if isinstance(each, Section))
        if length and length + own > LONGEST:
            shares.append([])
            length = 0
        shares[-1].append(section)
        length += own
    return [tuple(share) for share in shares]


def _length(blocks: Blocks) -> int:
    return sum(len(plain_text(line)) for outer in blocks for block in nested(outer) for line in lines(block))


def _filed(piece: Matter | Member) -> Iterator[Leaf | Group]:
    yield piece
    if isinstance(piece, Group):
        for child in (*piece.preliminaries, *piece.members):
            yield from _filed(child)


def _file_name(identifier: str, taken: set[str]) -> str:
    """The id, in lower case."""
    return unused(identifier.lower(), ".xhtml", taken)


def links(filed: tuple[Place, ...]) -> dict[str, str]:
    """The address of every piece's heading by the piece's id."""
    return {identifier: f"{place.file}#{identifier}" for place in filed for identifier in _ids(place)}


def _ids(place: Place) -> Iterator[str]:
    if place.opens:
        yield place.piece.id
    for section in place.sections:
        yield from (piece.id for piece in pieces_within(section))
