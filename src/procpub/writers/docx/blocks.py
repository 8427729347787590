"""Blocks as paragraphs and tables (ISO/IEC 29500-1, 17.3 and 17.4), each in the style for what it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from procpub.diagnostics import Code
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Event,
    Figure,
    Inlines,
    Item,
    ItemList,
    MarkerStyle,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Turn,
    Verse,
)
from procpub.writers.docx.figures import figure_elements
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.numbering import LEVELS
from procpub.writers.docx.ooxml import Element, add_property, paragraph, run, w
from procpub.writers.docx.story import Story
from procpub.writers.docx.styles import LIST_LEVELS
from procpub.writers.docx.tables import table_elements


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: the style of plain paragraphs there, and how many lists it is in."""

    paragraphs: str
    lists: int = 0


def block_elements(blocks: Blocks, story: Story) -> list[Element]:
    """The elements of these blocks, in the main text or in a note."""
    return list(_elements(blocks, story, _Place("FootnoteText" if story.in_note else "BodyText")))


def _elements(blocks: Blocks, story: Story, place: _Place) -> Iterator[Element]:
    for block in blocks:
        yield from _block(block, story, place)


def _block(block: Block, story: Story, place: _Place) -> Iterator[Element]:
    match block:
        case Paragraph():
            yield paragraph(place.paragraphs, *inline_elements(block.children, story))
        case Address():
            yield paragraph(block.kind.value.title(), *inline_elements(block.children, story))
        case ItemList():
            yield from _list(block, story, place)
        case Quote():
            yield from _elements(block.blocks, story, replace(place, paragraphs="Quote"))
        case Verse():
            yield paragraph("Verse", *_lines(block.lines, story))
        case Table():
            yield from table_elements(block, story)
        case Figure():
            yield from figure_elements(block, story)
        case Turn():
            yield paragraph("Speaker", *inline_elements(block.label, story))
            yield from _elements(block.blocks, story, place)
        case Event():
            yield paragraph("Event", *inline_elements(block.children, story))
        case PageBreak():
            yield from story.page_bookmark(block.label)
        case _:
            assert_never(block)


def _lines(lines: tuple[Inlines, ...], story: Story) -> Iterator[Element]:
    for number, line in enumerate(lines):
        if number:
            yield run(w("br"))
        yield from inline_elements(line, story)


def _list(item_list: ItemList, story: Story, place: _Place) -> Iterator[Element]:
    if place.lists >= LEVELS:
        story.report.add(
            Code.NOT_EXPRESSIBLE,
            f"Word has {LEVELS} levels of lists; this one, deeper, stands on the last",
            item_list.span,
        )
    level = min(place.lists, LEVELS - 1)
    number = min(place.lists + 1, LIST_LEVELS)
    if story.in_note:
        marked_style, below = "FootnoteText", f"FootnoteContinue{number}"
    else:
        kind = "Bullet" if item_list.style is MarkerStyle.BULLET else "Number"
        marked_style, below = (f"List{name}{number if number > 1 else ''}" for name in (kind, "Continue"))
    inside = _Place(below, place.lists + 1)
    for item, instance in zip(item_list.items, story.numbering.instances(item_list, level), strict=True):
        first, rest = _split(item)
        marked = paragraph(marked_style, *inline_elements(first, story))
        add_property(marked, w("numPr", w("ilvl", val=str(level)), w("numId", val=instance)))
        yield marked
        yield from _elements(rest, story, inside)


def _split(item: Item) -> tuple[Inlines, Blocks]:
    """What stands beside the marker (nothing if no paragraph comes first), and what follows below."""
    first = item.blocks[0]
    return (first.children, item.blocks[1:]) if isinstance(first, Paragraph) else ((), item.blocks)
