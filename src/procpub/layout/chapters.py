"""Setting pieces: a contribution, a piece of front or back matter, a part's title, each on pages of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from procpub.layout.blocks import anchored, set_piece_blocks
from procpub.layout.boxes import Box, Placed
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, sunk
from procpub.layout.text import Setting
from procpub.model.contents import heading_text
from procpub.model.nodes import Inlines
from procpub.model.proceedings import Contribution, Group, Matter, Member, Piece, Section


@dataclass(frozen=True, slots=True)
class Chapter:
    """A piece that begins on a new page: its running head, and its pages, positions counted from the text's corner."""

    head: str
    pages: tuple[tuple[Placed, ...], ...]


def set_chapters(pieces: tuple[Member, ...] | tuple[Matter, ...], setting: Setting) -> list[Chapter]:
    """All chapters of these pieces, in order: a group's title, its preliminaries, its members."""
    return [_chapter(piece, setting.afresh()) for piece in _opened(pieces)]


def _opened(pieces: tuple[Member, ...] | tuple[Matter, ...]) -> Iterator[Member | Matter]:
    for piece in pieces:
        yield piece
        if isinstance(piece, Group):
            yield from piece.preliminaries
            yield from _opened(piece.members)


def _chapter(piece: Member | Matter, setting: Setting) -> Chapter:
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    boxes = _heading(piece, frame, setting)
    if not isinstance(piece, Group):
        boxes += _text(piece, frame, setting)
        for section in piece.sections:
            boxes += _section(section, 1, frame, setting)
    note_gap = setting.style.role("note").leading
    pages = fill_pages(anchored(boxes, (piece.id,)), geometry.text_height, note_gap)
    return Chapter(heading_text(piece), tuple(pages))


def _heading(piece: Member | Matter, frame: Frame, setting: Setting) -> list[Box]:
    """The piece's displayed lines, as far below the page's head as the style says."""
    first = "group-heading" if isinstance(piece, Group) else "heading"
    boxes = sunk(_display(piece.heading, first, piece, frame, setting))
    if isinstance(piece, Contribution):
        boxes += _display(piece.title, "talk-title", piece, frame, setting)
        boxes += _display(piece.byline, "byline", piece, frame, setting)
    return boxes


def _display(inlines: Inlines, role_name: str, piece: Piece, frame: Frame, setting: Setting) -> list[Box]:
    role = setting.style.role(role_name)
    return set_display(setting.inlines(inlines, role, piece.span), role, frame.inset(role.indent), setting.report)


def _section(section: Section, level: int, frame: Frame, setting: Setting) -> list[Box]:
    boxes = _display(
        section.heading, "section-heading" if level == 1 else "subsection-heading", section, frame, setting
    )
    boxes = anchored(boxes, (section.id,))
    boxes += _text(section, frame, setting)
    for inner in section.sections:
        boxes += _section(inner, level + 1, frame, setting)
    return boxes


def _text(piece: Contribution | Matter | Section, frame: Frame, setting: Setting) -> list[Box]:
    body = setting.style.role("body")
    return set_piece_blocks(piece.id, piece.blocks, frame.inset(body.indent), body, setting)
