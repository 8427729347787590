"""The first leaf: title page and imprint."""

from dataclasses import replace

from procpub.layout.boxes import Box, Placed, stack, stack_height
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, set_paragraph
from procpub.layout.proportions import ABOVE_MIDDLE, BREATHING, PARALLEL, TITLE_SINK
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import Kind as Says
from procpub.model.title_page import Statement, imprint_of, title_page_of
from procpub.style import Role, Style

IN_CAPITALS = 0.86
"""Size of words in capitals among others, of the size around them: no smaller, but as loud as these."""

ROLES = {
    Says.TITLE: "title",
    Says.SUBTITLE: "subtitle",
    Says.MEETING: "title-date",
    Says.EDITORS: "title-date",
    Says.DATE: "title-date",
    Says.ORGANISER: "organiser",
    Says.IMPRINT: "imprint",
}


def title_pages(metadata: Metadata, setting: Setting, parent: Element) -> list[tuple[Placed, ...]]:
    """The title page: titles above, organisers at its foot, meeting and date between; one page, if they fit on it."""
    geometry = Geometry.of(setting.style.page)
    frame, height = Frame(0.0, geometry.text_width), geometry.text_height
    section = parent.add(Kind.SECTION)
    above: list[Box] = []
    middle: list[Box] = []
    below: list[Box] = []
    for statement in title_page_of(metadata):
        high = statement.kind in (Says.TITLE, Says.SUBTITLE)
        part = above if high else below if statement.kind is Says.ORGANISER else middle
        part += _set(statement, frame, setting, section)
    top = height * TITLE_SINK
    foot = height - stack_height(below)
    white = foot - top - stack_height(above) - stack_height(middle)
    if white < height * BREATHING * sum(map(bool, (middle, below))):
        return fill_pages([*above, *middle, *below], height, 0.0)
    centre = top + stack_height(above) + white * ABOVE_MIDDLE
    return [(*stack(above, top), *stack(middle, centre), *stack(below, foot))]


def imprint_pages(proceedings: Proceedings, setting: Setting, parent: Element) -> list[tuple[Placed, ...]]:
    """The imprint at the foot of the title page's back, if it has something to say; a long one takes more pages."""
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    statements = imprint_of(proceedings)
    if not statements:
        return []
    section = parent.add(Kind.SECTION)
    boxes = [box for statement in statements for box in _set(statement, frame, setting, section)]
    top = geometry.text_height - stack_height(boxes)
    return [stack(boxes, top)] if top >= 0 else fill_pages(boxes, geometry.text_height, 0.0)


def _set(statement: Statement, frame: Frame, setting: Setting, section: Element) -> list[Box]:
    """A statement's lines, each beginning a line; the space of its role stands below the last.

    The first statement of the title page is its title; those that follow in other languages are smaller.
    """
    main = statement.kind is Says.TITLE and not section.children
    role = _role(statement.kind, setting.style)
    if statement.kind is Says.TITLE and not main:
        role = _scaled(role, PARALLEL)
    boxes: list[Box] = []
    for line in statement.lines:
        kind = Kind.TITLE if statement.kind is Says.TITLE else Kind.PARAGRAPH
        element = section.add(kind, language=line.language)
        boxes += [box._replace(after=0.0) for box in _line(line, statement, role, frame, setting, element)]
    return [*boxes[:-1], *(box._replace(after=role.after) for box in boxes[-1:])]


def _line(
    line: LocalText, statement: Statement, role: Role, frame: Frame, setting: Setting, element: Element
) -> list[Box]:
    displayed = statement.kind is not Says.IMPRINT
    if displayed and line.text.isupper() and len(line.text.split()) > 1:
        role = _scaled(role, IN_CAPITALS)
    if statement.target:
        pieces = setting.linked(line.text, role, statement.target, element)
    else:
        pieces = setting.printed(line.text, role, line.span, line.language)
    set_line = set_display if displayed else set_paragraph
    return set_line(pieces, role, frame, setting.report, element=element, span=line.span)


def _role(kind: Says, style: Style) -> Role:
    """The role of a kind; three kinds share one, and a line of white parts them."""
    role = style.role(ROLES[kind])
    return replace(role, after=max(role.after, role.leading)) if ROLES[kind] == "title-date" else role


def _scaled(role: Role, by: float) -> Role:
    return replace(role, size=role.size * by, leading=role.leading * by)
