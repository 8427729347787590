"""The index of speakers: names, what they are, and the pages where they speak, each a link."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from procpub.layout.boxes import Box, Piece, Placed, turn_anchor
from procpub.layout.breaking import After
from procpub.layout.geometry import Geometry
from procpub.layout.pages import fill_pages
from procpub.layout.paragraphs import Frame, set_display, set_paragraph, sunk
from procpub.layout.proportions import TURN_OVER
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.model.speakers import Place, Speaker


def index_pages(
    heading: str, speakers: Sequence[Speaker], labels: Mapping[Place, str], setting: Setting, parent: Element
) -> list[tuple[Placed, ...]]:
    """The index, set; no page if nobody speaks.

    Args:
        heading: what stands over it.
        speakers: who speaks where, in order.
        labels: the page label of every place.
        setting: the style.
        parent: what the index's section is added to.
    """
    if not speakers:
        return []
    geometry = Geometry.of(setting.style.page)
    frame = Frame(0.0, geometry.text_width)
    section = parent.add(Kind.SECTION)
    role = setting.style.role("contents-heading")
    pieces = setting.words(heading, role)
    boxes = sunk(set_display(pieces, role, frame, setting.report, element=section.add(Kind.HEADING)))
    index = section.add(Kind.INDEX)
    for speaker in speakers:
        boxes += _entry(speaker, labels, frame, setting, index.add(Kind.PARAGRAPH))
    return fill_pages(boxes, geometry.text_height, 0.0)


def _entry(
    speaker: Speaker, labels: Mapping[Place, str], frame: Frame, setting: Setting, element: Element
) -> list[Box]:
    """The name, the role if it is known, and the pages, each once."""
    role = replace(setting.style.role("contents-section"), first=0.0, align="left")
    person = speaker.person
    words = ", ".join(filter(None, (person.name, person.role)))
    pieces = _comma(setting.printed(words, role, person.span), setting)
    pages = {labels[place]: place for place in reversed(speaker.places) if place in labels}
    for number, (label, place) in enumerate(reversed(pages.items()), start=1):
        anchor = place if isinstance(place, str) else turn_anchor(*place)
        link = element.inline(Kind.REFERENCE, target=f"#{anchor}")
        own = setting.words(label, role, link)
        pieces += _comma(own, setting) if number < len(pages) else own
    hanging = role.size * TURN_OVER
    return set_paragraph(pieces, role, frame, setting.report, element=element, hanging=hanging)


def _comma(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """The pieces with a comma and a space after them."""
    role = replace(setting.style.role("contents-section"), first=0.0)
    style = setting.text_style(setting.format(role))
    (comma,) = style[","]
    return [*pieces, replace(style.with_space(comma), after=After.SPACE)]
