"""The contents pages: labels, leaders, page numbers, each line a link."""

from collections.abc import Mapping
from dataclasses import replace

from procpub.diagnostics import Report
from procpub.layout.boxes import Box, Line, LinkArea, Placed
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, baseline, set_display, set_paragraph, set_words, sunk
from procpub.layout.proportions import LEVEL_INDENT, TURN_OVER
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting, natural_width
from procpub.model.contents import Contents, Entry
from procpub.model.proceedings import Group, Piece, Proceedings, Section
from procpub.model.walk import pieces
from procpub.style import Role

LEADER_PITCH = 0.55
"""From one leader dot to the next, of the type size; dots of all entries stand under each other."""

ROLES: dict[type[Piece], str] = {Group: "contents-group", Section: "contents-section"}
"""The roles of entries of these kinds; of all others it is `contents-entry`."""

CLEAR = 0.6
"""White between text and leader, and leader and page number, at least, of the type size."""


def contents_pages(
    contents: Contents,
    labels: Mapping[str, str],
    proceedings: Proceedings,
    setting: Setting,
    parent: Element,
) -> list[tuple[Placed, ...]]:
    """The contents, set; no page if there are no entries. Of words that are cut, the headings themselves are told.

    Args:
        contents: heading and entries.
        labels: the page label of every entry's piece.
        proceedings: the document, which knows what kinds of pieces the entries are of, and people's names.
        setting: the style.
        parent: what the contents' section is added to.
    """
    if not contents.entries:
        return []
    setting = replace(setting, report=Report())
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    section = parent.add(Kind.SECTION)
    heading = setting.style.role("contents-heading")
    title = section.add(Kind.HEADING)
    boxes = sunk(set_display(setting.words(contents.heading, heading), heading, frame, setting.report, element=title))
    numbers = _number_width({labels[entry.id] for entry in contents.entries}, setting)
    names = {person.id: person.name for person in proceedings.people}
    kinds = {piece.id: type(piece) for piece in pieces(proceedings)}
    lists = [section.add(Kind.CONTENTS)]
    for entry in contents.entries:
        while len(lists) < entry.level:
            lists.append(lists[-1].add(Kind.CONTENTS))
        element = lists[entry.level - 1].add(Kind.CONTENTS_ENTRY)
        del lists[entry.level :]
        role = replace(setting.style.role(ROLES.get(kinds[entry.id], "contents-entry")), first=0.0)
        further = _further(entry, names, setting)
        boxes += _entry(entry, labels[entry.id], further, role, frame, numbers, setting, element)
    return fill_pages(boxes, geometry.text_height, 0.0)


def _further(entry: Entry, names: Mapping[str, str], setting: Setting) -> list[str]:
    """What stands under an entry: the title of the talk and its people, if the style asks for them and the entry does
    not say them itself.
    """
    said = f"{entry.label} {entry.title}".casefold()
    people = ", ".join(names[who] for who in entry.people if names[who].casefold() not in said)
    title = entry.title if entry.title.casefold() not in entry.label.casefold() else ""
    shown = (title if setting.style.contents_title else "", people if setting.style.contents_people else "")
    return [words for words in shown if words]


def _number_width(labels: set[str], setting: Setting) -> float:
    """Room for the widest of the page numbers that are shown."""
    role = setting.style.role("contents-entry")
    return max(natural_width(setting.words(label, role)) for label in labels)


def _entry(
    entry: Entry,
    number: str,
    further: list[str],
    role: Role,
    frame: Frame,
    numbers: float,
    setting: Setting,
    element: Element,
) -> list[Box]:
    """The entry's lines, turned over ones set in, its number on the last of its label's, and what stands under it."""
    link = element.inline(Kind.REFERENCE, target=f"#{entry.id}")
    inner = frame.inset(role.size * LEVEL_INDENT * (entry.level - 1), numbers + role.size * 2 * CLEAR)
    hanging = role.size * TURN_OVER
    words = setting.words(entry.label, role, link)
    boxes = set_paragraph(words, role, inner, setting.report, element=element, hanging=hanging)
    boxes = [box._replace(marks=tuple(mark for mark in box.marks if isinstance(mark, Line))) for box in boxes]
    boxes[-1] = _numbered(boxes[-1], number, frame, role, setting, element, link)
    small = replace(setting.style.role("contents-title"), first=0.0)
    for line in further:
        boxes[-1] = boxes[-1]._replace(after=0.0)
        own = set_paragraph(
            setting.words(line, small, link), small, inner.inset(hanging), setting.report, element=element, balance=True
        )
        boxes += [box._replace(marks=box.marks[:1]) for box in own]
        boxes[-1] = boxes[-1]._replace(after=role.after)
    width = frame.left + frame.width - inner.left
    return [
        box._replace(
            marks=(*box.marks, LinkArea(inner.left, 0.0, width, box.height, link.target, link)),
            keep=role.keep or index < len(boxes) - 1,
        )
        for index, box in enumerate(boxes)
    ]


def _numbered(
    box: Box, number: str, frame: Frame, role: Role, setting: Setting, element: Element, link: Element
) -> Box:
    """The last line of an entry, with leader and page number."""
    text = next(mark for mark in box.marks if isinstance(mark, Line))
    right = frame.left + frame.width
    page = setting.words(number, role, link)
    page_left = right - natural_width(page)
    marks = (*box.marks, *_leader(text.x + text.width, page_left, right, role, setting))
    return box._replace(marks=(*marks, set_words(page, page_left, baseline(role), element)))


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
