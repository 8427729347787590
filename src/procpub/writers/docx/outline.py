"""The heading level that each piece stands on: Word's contents field lists levels, so they decide what it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procpub.diagnostics import Code, Report
from procpub.model.contents import Contents
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings, Section
from procpub.model.walk import plain_text

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
    """The heading levels, from 1, of the pieces that have a heading, by id; how each level looks; on which of them
    parts and sessions stand, and on which contributions with a title or byline under the heading; and how many of the
    levels the contents show.
    """

    levels: Mapping[str, int]
    looks: tuple[Level, ...]
    of_groups: tuple[int, ...]
    titled: tuple[int, ...]
    depth: int

    def opens_page(self, piece: Piece) -> bool:
        """Whether the piece's heading begins a page."""
        return piece.id in self.levels and self.looks[self.levels[piece.id] - 1].opens_page

    def heading_role(self, piece: Piece) -> str:
        """The role of the piece's heading."""
        return GROUP_ROLE if isinstance(piece, Group) else self.looks[self.levels[piece.id] - 1].heading

    def heading_style(self, piece: Piece) -> str:
        """The name of the paragraph style of the piece's heading; its id is the name without spaces."""
        level = self.levels[piece.id]
        if isinstance(piece, Group):
            return group_style(level)
        return titled_style(level) if _is_titled(piece) else f"Heading {level}"


GROUP_ROLE = "group-heading"
"""Parts and sessions have a look of their own, whatever else stands on their level."""


def group_style(level: int) -> str:
    """The name of the paragraph style of parts and sessions on a level."""
    return "Group Heading" if level == 1 else f"Group Heading {level}"


def titled_style(level: int) -> str:
    """The name of the paragraph style of headings on a level that a title or byline stands under."""
    return f"Heading {level} Titled"


def _is_titled(piece: Piece) -> bool:
    return isinstance(piece, Contribution) and bool(piece.title or piece.byline)


_GROUP = Level(heading="heading", entry="contents-group", opens_page=True)
_PIECE = Level(heading="heading", entry="contents-entry", opens_page=True)
_SECTION = Level(heading="section-heading", entry="contents-section", opens_page=False)
_SUBSECTION = Level(heading="subsection-heading", entry="contents-section", opens_page=False)


def outline_of(proceedings: Proceedings, contents: Contents, report: Report) -> Outline:
    """The outline of a document; headings deeper than Word's levels are reported.

    A piece in the contents stands on the level of its entry. The others are sections: they stand below their piece and
    below all levels of the contents, since the field would list them otherwise. A level has one look, that of the
    greatest unit on it: contributions and matter, then sections. Only parts and sessions have another.
    """
    listed = {entry.id: entry.level for entry in contents.entries}
    depth = max(listed.values(), default=1)
    placed = [
        (piece, _within_word(piece, level, report))
        for part in (proceedings.front, proceedings.body, proceedings.back)
        for outermost in part
        for piece, level in _placed(outermost, 0, listed, depth)
    ]
    return Outline(
        levels={piece.id: level for piece, level in placed},
        looks=tuple(_look(level, placed) for level in range(1, max((level for _, level in placed), default=1) + 1)),
        of_groups=tuple(sorted({level for piece, level in placed if isinstance(piece, Group)})),
        titled=tuple(sorted({level for piece, level in placed if _is_titled(piece)})),
        depth=min(depth, DEEPEST),
    )


def _within_word(piece: Piece, level: int, report: Report) -> int:
    if level > DEEPEST:
        message = f"Word has {DEEPEST} levels of headings; {plain_text(piece.heading)!r}, deeper, stands on the last"
        report.add(Code.NOT_EXPRESSIBLE, message, next(filter(None, (inline.span for inline in piece.heading)), None))
    return min(level, DEEPEST)


def _placed(piece: Piece, above: int, listed: Mapping[str, int], depth: int) -> Iterator[tuple[Piece, int]]:
    level = listed.get(piece.id) or max(above, depth) + 1
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
    if kinds & {Group, Contribution, Matter}:
        return _GROUP if kinds == {Group} else _PIECE
    above = {type(piece) for piece, of in placed if of == level - 1}
    return _SUBSECTION if Section in above and not above - {Section} else _SECTION
