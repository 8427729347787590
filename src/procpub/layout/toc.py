"""The contents pages: labels, leaders, page numbers, each line a link."""

from collections.abc import Mapping
from dataclasses import replace

from procpub.diagnostics import Report
from procpub.layout.boxes import Box, Line, LinkArea, Placed
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, baseline, set_display, set_paragraph, set_words, sunk
from procpub.layout.text import Setting, natural_width
from procpub.model.contents import Contents, Entry
from procpub.style import Role

LEVEL_INDENT = 1.5
"""How far each level is set in, of the type size."""

TURN_OVER = 1.5
"""How far turned-over lines are set in, of the type size."""

LEADER_PITCH = 0.55
"""From one leader dot to the next, of the type size; dots of all entries stand under each other."""

CLEAR = 0.6
"""White between text and leader, and leader and page number, at least, of the type size."""


def contents_pages(contents: Contents, labels: Mapping[str, str], setting: Setting) -> list[tuple[Placed, ...]]:
    """The contents, set; no page if there are no entries. Of words that are cut, the headings themselves are told.

    Args:
        contents: heading and entries.
        labels: the page label of every entry's piece.
        setting: the style.
    """
    if not contents.entries:
        return []
    setting = replace(setting, report=Report())
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    heading = setting.style.role("contents-heading")
    boxes = sunk(set_display(setting.words(contents.heading, heading), heading, frame, setting.report))
    numbers = _number_width({labels[entry.id] for entry in contents.entries}, setting)
    for entry in contents.entries:
        boxes += _entry(entry, labels[entry.id], frame, numbers, setting)
    return fill_pages(boxes, geometry.text_height, 0.0)


def entry_role(entry: Entry, setting: Setting) -> Role:
    """How an entry is set, by its level; turned-over lines are set in, so that its first line is not."""
    return replace(setting.style.role("contents-entry" if entry.level == 1 else "contents-section"), first=0.0)


def _number_width(labels: set[str], setting: Setting) -> float:
    """Room for the widest of the page numbers that are shown."""
    role = setting.style.role("contents-entry")
    return max(natural_width(setting.words(label, role)) for label in labels)


def _entry(entry: Entry, number: str, frame: Frame, numbers: float, setting: Setting) -> list[Box]:
    role = entry_role(entry, setting)
    pieces = setting.words(entry.label, role)
    inner = frame.inset(role.size * LEVEL_INDENT * (entry.level - 1), numbers + role.size * 2 * CLEAR)
    boxes = set_paragraph(pieces, role, inner, setting.report, hanging=role.size * TURN_OVER)
    linked = [
        box._replace(
            marks=(
                *box.marks,
                LinkArea(inner.left, 0.0, frame.left + frame.width - inner.left, box.height, f"#{entry.id}"),
            ),
            keep=index < len(boxes) - 1,
        )
        for index, box in enumerate(boxes)
    ]
    return [*linked[:-1], *(_numbered(box, number, frame, role, setting) for box in linked[-1:])]


def _numbered(box: Box, number: str, frame: Frame, role: Role, setting: Setting) -> Box:
    """The last line of an entry, with leader and page number."""
    text = next(mark for mark in box.marks if isinstance(mark, Line))
    right = frame.left + frame.width
    page = setting.words(number, role)
    page_left = right - natural_width(page)
    marks = (*box.marks, *_leader(text.x + text.width, page_left, right, role, setting))
    return box._replace(marks=(*marks, set_words(page, page_left, baseline(role))))


def _leader(left: float, right: float, edge: float, role: Role, setting: Setting) -> tuple[Line, ...]:
    """Dots between two positions, on a grid that is counted from the right edge."""
    dot = setting.words(setting.style.leader, role)
    if not dot:
        return ()
    pitch = max(role.size * LEADER_PITCH, natural_width(dot))
    clear = role.size * CLEAR
    last = int((edge - right + clear) / pitch) + 1
    first = int((edge - left - clear) / pitch)
    count = first - last + 1
    if count < 1:
        return ()
    dots = setting.words(" ".join([setting.style.leader] * count), role)
    line = set_words(dots, edge - first * pitch, baseline(role))
    width = (count - 1) * pitch + natural_width(dot)
    return (line._replace(width=width, word_space=(width - line.width) / max(count - 1, 1)),)
