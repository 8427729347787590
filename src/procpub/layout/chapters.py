"""Setting pieces: a contribution, a piece of front or back matter, a part's title, each on pages of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from procpub.layout.blocks import anchored, set_blocks
from procpub.layout.boxes import ON_GRID, Box, Placed, stack
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, sunk
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.model.contents import heading_text
from procpub.model.nodes import Inlines
from procpub.model.proceedings import Contribution, Group, Matter, Member, Piece, Section


@dataclass(frozen=True, slots=True)
class Chapter:
    """A piece that begins on a new page: its running head, and its pages, positions counted from the text's corner."""

    head: str
    pages: tuple[tuple[Placed, ...], ...]


def set_chapters(pieces: tuple[Member, ...] | tuple[Matter, ...], setting: Setting, parent: Element) -> list[Chapter]:
    """All chapters of these pieces, in order: a group's title, its preliminaries, its members."""
    return [_chapter(piece, setting.afresh(), element) for piece, element in _opened(pieces, parent)]


def _opened(
    pieces: tuple[Member, ...] | tuple[Matter, ...], parent: Element
) -> Iterator[tuple[Member | Matter, Element]]:
    """Each piece with its element; those of a group's members are inside the group's."""
    for piece in pieces:
        element = parent.add(Kind.PART if isinstance(piece, Group) else Kind.SECTION)
        yield piece, element
        if isinstance(piece, Group):
            yield from _opened(piece.preliminaries, element)
            yield from _opened(piece.members, element)


def _chapter(piece: Member | Matter, setting: Setting, element: Element) -> Chapter:
    style = setting.style
    geometry = Geometry.of(style.page)
    frame = Frame(0.0, geometry.text_width)
    grid = grid_of(setting)
    boxes = _heading(piece, frame, setting, element)
    if not isinstance(piece, Group):
        text = _text(piece, frame, setting, element)
        boxes = [*_settled(boxes, text, grid), *text]
        for section in piece.sections:
            boxes += _section(section, 1, frame, setting, element)
    pages = fill_pages(anchored(boxes, (piece.id,)), geometry.text_height, style.role("note").leading, grid)
    return Chapter(heading_text(piece), tuple(pages))


def grid_of(setting: Setting) -> float:
    """The pitch of the style's baseline grid; 0 if it has none."""
    return setting.style.role("body").leading if setting.style.grid else 0.0


def _heading(piece: Member | Matter, frame: Frame, setting: Setting, element: Element) -> list[Box]:
    """The piece's displayed lines, as far below the page's head as the style says. What parts two of them is the space
    above the lower one; the largest space that any has below stands below the last.
    """
    lines = [("group-heading" if isinstance(piece, Group) else "heading", piece.heading)]
    if isinstance(piece, Contribution):
        lines += [("talk-title", piece.title), ("byline", piece.byline)]
    boxes: list[Box] = []
    after = 0.0
    for role, inlines in lines:
        if inlines:
            kind = Kind.PARAGRAPH if boxes else Kind.HEADING
            below = _display(inlines, role, piece, frame, setting, element.add(kind))
            after = max(after, *(box.after for box in below))
            boxes += below
    closed = [box._replace(after=0.0) for box in boxes]
    return sunk([*closed[:-1], *(box._replace(after=after) for box in closed[-1:])])


def _settled(heading: list[Box], text: list[Box], grid: float) -> list[Box]:
    """The heading with so much space below that the first line of running text comes to stand on the grid, and no
    salutation is parted from it by more than its own space.
    """
    first = next((index for index, box in enumerate(text) if box.grid), None)
    if not (grid and heading) or first is None:
        return heading
    top = stack([*heading, *text[: first + 1]])[-1].y
    after = max(heading[-1].after, text[0].before) + ceil(top / grid - ON_GRID) * grid - top
    return [*heading[:-1], heading[-1]._replace(after=after)]


def _display(
    inlines: Inlines, role_name: str, piece: Piece, frame: Frame, setting: Setting, element: Element
) -> list[Box]:
    role = setting.style.role(role_name)
    pieces = setting.inlines(inlines, role, piece.span, element)
    return set_display(pieces, role, frame.inset(role.indent), setting.report, element=element)


def _section(section: Section, level: int, frame: Frame, setting: Setting, parent: Element) -> list[Box]:
    element = parent.add(Kind.SECTION)
    role = "section-heading" if level == 1 else "subsection-heading"
    boxes = _display(section.heading, role, section, frame, setting, element.add(Kind.HEADING))
    boxes = anchored(boxes, (section.id,))
    boxes += _text(section, frame, setting, element)
    for inner in section.sections:
        boxes += _section(inner, level + 1, frame, setting, element)
    return boxes


def _text(piece: Contribution | Matter | Section, frame: Frame, setting: Setting, element: Element) -> list[Box]:
    body = setting.style.role("body")
    main = Frame(frame.left + body.indent, frame.width - body.indent, grid=True)
    return set_blocks(piece.blocks, main, body, setting, element, piece.id)
