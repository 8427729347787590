"""The first leaf: title page and imprint."""

from dataclasses import replace

from procpub.layout.boxes import Box, Placed, stack, stack_height
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, set_paragraph
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.model.metadata import Metadata
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import Kind as Says
from procpub.model.title_page import Statement, imprint_of, title_page_of
from procpub.style import Role, Style

TITLE_SINK = 0.14
"""How far down the title begins, of the text's height."""

FOOT_RISE = 0.03
"""How far up the organisers end, of the text's height."""

BREATHING = 0.06
"""At least so much of the text's height stays white between title and organisers."""

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
    """The title page, organisers at its foot and all else above; one page, if they fit on it."""
    geometry = Geometry.of(setting.style.page)
    frame, height = Frame(0.0, geometry.text_width), geometry.text_height
    element = parent.add(Kind.SECTION)
    above: list[Box] = []
    below: list[Box] = []
    for statement in title_page_of(metadata):
        part = below if statement.kind is Says.ORGANISER else above
        part += _set(statement, frame, setting, element)
    top = height * TITLE_SINK
    foot = height * (1 - FOOT_RISE) - stack_height(below)
    end = top + stack_height(above) + (height * BREATHING if below else 0.0)
    if end > foot:
        return fill_pages([*above, *below], height, 0.0)
    return [(*stack(above, top), *stack(below, foot))]


def imprint_pages(proceedings: Proceedings, setting: Setting, parent: Element) -> list[tuple[Placed, ...]]:
    """The imprint at the foot of the title page's back, if it has something to say; a long one takes more pages."""
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    element = parent.add(Kind.SECTION)
    boxes = [box for statement in imprint_of(proceedings) for box in _set(statement, frame, setting, element)]
    if not boxes:
        return []
    top = geometry.text_height - stack_height(boxes)
    return [stack(boxes, top)] if top >= 0 else fill_pages(boxes, geometry.text_height, 0.0)


def _set(statement: Statement, frame: Frame, setting: Setting, section: Element) -> list[Box]:
    """A statement's lines, each beginning a line; the space of its role stands below the last."""
    role = _role(statement.kind, setting.style)
    set_line = set_paragraph if statement.kind is Says.IMPRINT else set_display
    boxes: list[Box] = []
    for line in statement.lines:
        kind = Kind.TITLE if statement.kind is Says.TITLE else Kind.PARAGRAPH
        element = section.add(kind, language=line.language)
        if statement.target:
            pieces = setting.linked(line.text, role, statement.target, element)
        else:
            pieces = setting.printed(line.text, role, line.span, line.language)
        set_boxes = set_line(pieces, role, frame, setting.report, element=element, span=line.span)
        boxes += [box._replace(after=0.0) for box in set_boxes]
    return [*boxes[:-1], *(box._replace(after=role.after) for box in boxes[-1:])]


def _role(kind: Says, style: Style) -> Role:
    """The role of a kind; three kinds share one, and a line of white parts them."""
    role = style.role(ROLES[kind])
    return replace(role, after=max(role.after, role.leading)) if ROLES[kind] == "title-date" else role
