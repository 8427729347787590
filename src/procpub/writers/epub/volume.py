"""What all files of an edition share: which file every piece is in, pictures, printed pages, and the report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from procpub.diagnostics import Report
from procpub.model.proceedings import Contribution, Group, Matter, Member, Proceedings, Section
from procpub.writers.epub.pictures import Pictures

TITLE_PAGE = "title_page.xhtml"
IMPRINT_PAGE = "imprint_page.xhtml"
CONTENTS_PAGE = "contents_page.xhtml"
NAVIGATION = "navigation_document.xhtml"
"""Names of files that are no piece's; no id has an underscore, so these never meet the names of pieces' files."""

Leaf = Matter | Contribution
"""What a file holds whole. A group has a file too, with no more than its heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A piece that has a file of its own, the file's name, and the part of the book (`epub:type`) that it is in."""

    piece: Leaf | Group
    file: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """Where a page of the printed source begins: its folio and the address of the place."""

    label: str
    href: str


@dataclass(slots=True, kw_only=True)
class Volume:
    """The edition in the making. `links` leads from the id of a piece to its heading: "file.xhtml#id"."""

    language: str
    title: str
    links: Mapping[str, str]
    report: Report
    pictures: Pictures = field(default_factory=Pictures)
    pages: list[PrintedPage] = field(default_factory=list)

    def href(self, identifier: str, file: str) -> str:
        """The address of a piece as seen from a file."""
        link = self.links[identifier]
        return link.removeprefix(file) if link.startswith(f"{file}#") else link


def places(proceedings: Proceedings) -> tuple[Place, ...]:
    """Every piece with a file of its own, in reading order."""
    taken: set[str] = set()
    return tuple(
        Place(piece=piece, file=_file_name(piece.id, taken), part=part)
        for part, pieces in (
            ("frontmatter", proceedings.front),
            ("bodymatter", proceedings.body),
            ("backmatter", proceedings.back),
        )
        for top in pieces
        for piece in _filed(top)
    )


def _filed(piece: Matter | Member) -> Iterator[Leaf | Group]:
    yield piece
    if isinstance(piece, Group):
        for child in (*piece.preliminaries, *piece.members):
            yield from _filed(child)


def _file_name(identifier: str, taken: set[str]) -> str:
    """The id, in lower case, since names that differ only in case are one file on many systems."""
    name, copy = identifier.lower(), 1
    while name in taken:
        copy += 1
        name = f"{identifier.lower()}_{copy}"
    taken.add(name)
    return f"{name}.xhtml"


def links(filed: tuple[Place, ...]) -> dict[str, str]:
    """The address of every piece's heading by the piece's id."""
    return {identifier: f"{place.file}#{identifier}" for place in filed for identifier in _ids(place.piece)}


def _ids(piece: Leaf | Group | Section) -> Iterator[str]:
    yield piece.id
    if not isinstance(piece, Group):
        for section in piece.sections:
            yield from _ids(section)
