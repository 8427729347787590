"""The heading level that each piece stands on: Word's contents field lists levels, so they decide what it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procpub.model.contents import Contents
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings, Section

DEEPEST = 9
"""Word has nine levels of headings and of contents; what is deeper stands on the ninth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How the headings and contents entries of one level look, by roles of the style."""

    heading: str
    entry: str
    opens_page: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The heading levels, from 1, of the pieces that have a heading, by id; how each level looks; and how many of the
    levels the contents show.
    """

    levels: Mapping[str, int]
    looks: tuple[Level, ...]
    depth: int

    def opens_page(self, piece: Piece) -> bool:
        """Whether the piece's heading begins a page."""
        return piece.id in self.levels and self.looks[self.levels[piece.id] - 1].opens_page


_GROUP = Level(heading="group-heading", entry="contents-entry", opens_page=True)
_PIECE = Level(heading="heading", entry="contents-entry", opens_page=True)
_SECTION = Level(heading="section-heading", entry="contents-section", opens_page=False)
_SUBSECTION = Level(heading="subsection-heading", entry="contents-section", opens_page=False)


def outline_of(proceedings: Proceedings, contents: Contents) -> Outline:
    """The outline of a document.

    A piece in the contents stands on the level of its entry. The others are sections: they stand below their piece and
    below all levels of the contents, since the field would list them otherwise. A level has one look, that of the
    greatest unit on it: parts and sessions, then contributions and matter, then sections.
    """
    listed = {entry.id: min(entry.level, DEEPEST) for entry in contents.entries}
    depth = max(listed.values(), default=1)
    placed = [
        pair
        for part in (proceedings.front, proceedings.body, proceedings.back)
        for piece in part
        for pair in _placed(piece, 0, listed, depth)
    ]
    return Outline(
        levels={piece.id: level for piece, level in placed},
        looks=tuple(_look(level, placed) for level in range(1, max((level for _, level in placed), default=1) + 1)),
        depth=depth,
    )


def _placed(piece: Piece, above: int, listed: Mapping[str, int], depth: int) -> Iterator[tuple[Piece, int]]:
    level = listed.get(piece.id) or min(max(above, depth) + 1, DEEPEST)
    if piece.heading:
        yield piece, level
    else:
        level = above
    for child in _children(piece):
        yield from _placed(child, level, listed, depth)


def _children(piece: Piece) -> tuple[Piece, ...]:
    return (*piece.preliminaries, *piece.members) if isinstance(piece, Group) else piece.sections


def _look(level: int, placed: Sequence[tuple[Piece, int]]) -> Level:
    kinds = {type(piece) for piece, of in placed if of == level}
    if Group in kinds:
        return _GROUP
    if kinds & {Contribution, Matter}:
        return _PIECE
    above = {type(piece) for piece, of in placed if of == level - 1}
    return _SUBSECTION if Section in above and not above - {Section} else _SECTION
