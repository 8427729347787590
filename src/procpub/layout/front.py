"""The first leaf: title page and imprint."""

from procpub.layout.boxes import Box, Placed, stack, stack_height
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, set_paragraph
from procpub.layout.text import Setting
from procpub.model.metadata import Date, Identifier, Metadata
from procpub.model.people import LocalText, Organisation
from procpub.model.terms import term

TITLE_SINK = 0.14
"""How far down the title begins, of the text's height."""

FOOT_RISE = 0.03
"""How far up the organisers end, of the text's height."""

BREATHING = 0.06
"""At least so much of the text's height stays white between title and organisers."""

ADDRESSES = {"doi": "https://doi.org/", "uri": "", "urn": "https://nbn-resolving.org/"}
"""Where identifiers of a scheme lead."""


def title_pages(metadata: Metadata, setting: Setting) -> list[tuple[Placed, ...]]:
    """Titles, editors, date and place above, organisers and publishers at the foot; one page, if they fit on it."""
    geometry = Geometry.of(setting.style.page)
    frame, height = Frame(0.0, geometry.text_width), geometry.text_height
    above = _titles(metadata, frame, setting)
    below = [
        box for organisation in _bodies(metadata) for box in _names(organisation.names, "organiser", frame, setting)
    ]
    top = height * TITLE_SINK
    foot = height * (1 - FOOT_RISE) - stack_height(below)
    end = top + stack_height(above) + (height * BREATHING if below else 0.0)
    if end > foot:
        return fill_pages([*above, *below], height, 0.0)
    return [(*stack(above, top), *stack(below, foot))]


def _bodies(metadata: Metadata) -> tuple[Organisation, ...]:
    """Organisers, then publishers that are not among them."""
    return (*metadata.organisers, *(body for body in metadata.publishers if body not in metadata.organisers))


def _titles(metadata: Metadata, frame: Frame, setting: Setting) -> list[Box]:
    titles = metadata.titles or (LocalText(text=term("untitled", metadata.language)),)
    boxes = _names(titles[:1], "title", frame, setting)
    for name in (*titles[1:], *metadata.subtitles):
        boxes += _names((name,), "subtitle", frame, setting)
    meeting = metadata.meeting
    if meeting:
        for name in meeting.names:
            boxes += _names((name,), "title-date", frame, setting)
    if metadata.editors:
        boxes += _names((LocalText(text=", ".join(metadata.editors)),), "title-date", frame, setting)
    dates: list[Date] = [date for date in (metadata.date, meeting and meeting.date) if date]
    places = [place for place in (metadata.place, meeting.place if meeting else "") if place]
    for words in dict.fromkeys([*(date.text for date in dates), *places]):
        boxes += _names((LocalText(text=words),), "title-date", frame, setting)
    return boxes


def _names(names: tuple[LocalText, ...], role_name: str, frame: Frame, setting: Setting) -> list[Box]:
    """Names of one thing, each beginning a line; the role's space stands below the last."""
    role = setting.style.role(role_name)
    boxes: list[Box] = []
    for name in names:
        pieces = setting.printed(name.text, role, name.span, name.language)
        boxes += [box._replace(after=0.0) for box in set_display(pieces, role, frame, setting.report, name.span)]
    return [*boxes[:-1], *(box._replace(after=role.after) for box in boxes[-1:])]


def imprint_pages(metadata: Metadata, setting: Setting) -> list[tuple[Placed, ...]]:
    """Publishers, date, identifiers and licence at the foot of the title page's back, if it has something to say; a
    long licence takes more pages.
    """
    if not (metadata.publishers or metadata.identifiers or metadata.licence):
        return []
    role = setting.style.role("imprint")
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    lines: list[tuple[str, str]] = [(metadata.title, "")]
    lines += [(name.text, "") for body in metadata.publishers for name in body.names]
    lines.append((", ".join(filter(None, (metadata.place, metadata.date.text if metadata.date else ""))), ""))
    lines += [_identifier(identifier) for identifier in metadata.identifiers]
    if metadata.licence:
        lines.append((metadata.licence.text, ""))
        lines.append((metadata.licence.url, metadata.licence.url))
    boxes = [
        box
        for words, target in lines
        for box in set_paragraph(setting.linked(words, role, target), role, frame, setting.report)
    ]
    top = geometry.text_height - stack_height(boxes)
    return [stack(boxes, top)] if top >= 0 else fill_pages(boxes, geometry.text_height, 0.0)


def _identifier(identifier: Identifier) -> tuple[str, str]:
    """The identifier as it is cited, and where it leads."""
    address = ADDRESSES.get(identifier.scheme)
    target = "" if address is None else address + identifier.value
    return f"{identifier.scheme.upper()} {identifier.value}", target
