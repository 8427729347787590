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
from procpub.model.openings import with_followers
from procpub.style import Role
from procpub.writers.docx.figures import figure_elements
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.numbering import LEVELS, LIST_LEVELS
from procpub.writers.docx.ooxml import Element, add_property, paragraph, run, twips, w
from procpub.writers.docx.story import BOOKMARK_MARKS, Story
from procpub.writers.docx.tables import table_elements
from procpub.writers.docx.variants import Variants


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: the style of plain paragraphs there, the role that it comes from, how many lists it is in,
    and how far text in the innermost is set in, in points.
    """

    paragraphs: str
    role: str
    lists: int = 0
    left: float = 0.0


def block_elements(blocks: Blocks, story: Story) -> list[Element]:
    """The elements of these blocks, in the main text or in a note."""
    place = _Place("FootnoteText", "note") if story.in_note else _Place("BodyText", "body")
    return list(_elements(blocks, story, place))


def _elements(blocks: Blocks, story: Story, place: _Place, *, follows_paragraph: bool = False) -> Iterator[Element]:
    """`follows_paragraph`: whether a paragraph stands before the first of the blocks."""
    for number, (block, follows) in enumerate(with_followers(blocks)):
        if isinstance(block, Paragraph):
            yield _paragraph(block, story, place, follows=follows or (follows_paragraph and not number))
        else:
            yield from _block(block, story, place)


def _paragraph(block: Paragraph, story: Story, place: _Place, *, follows: bool) -> Element:
    """A plain paragraph, its first line set in if it follows another: body text has a style for each of the two."""
    content = inline_elements(block.children, story)
    if place.paragraphs == "BodyText":
        return paragraph("BodyText" if follows else "FirstParagraph", *content)
    element = paragraph(place.paragraphs, *content)
    if (place.lists or place.role == "quote") and twips(place.left) != twips(_own_left(place, story)):
        story.variants.vary(element, "Set In", w("ind", left=twips(place.left)))
    first = story.style.role(place.role).first
    if follows and first:
        story.variants.vary(element, "Following", w("ind", firstLine=twips(first)))
    return element


def _own_left(place: _Place, story: Story) -> float:
    """How far the style of a quotation's or a list's paragraphs is set in by itself."""
    if place.role == "quote":
        return story.style.role("quote").indent
    return story.style.role("list-item").indent * min(place.lists, LIST_LEVELS)


def _block(block: Block, story: Story, place: _Place) -> Iterator[Element]:
    match block:
        case Paragraph():
            yield _paragraph(block, story, place, follows=False)
        case Address():
            yield paragraph(block.kind.value.title(), *inline_elements(block.children, story))
        case ItemList():
            listed = list(_list(block, story, place))
            yield from listed if place.lists else _set_off(listed, story.style.role("list-item"), story.variants)
        case Quote():
            left = place.left + story.style.role("quote").indent
            quoted = list(_elements(block.blocks, story, replace(place, paragraphs="Quote", role="quote", left=left)))
            yield from _set_off(quoted, story.style.role("quote"), story.variants)
        case Verse():
            verse = paragraph("Verse", *_lines(block.lines, story))
            if place.left:
                left = place.left + story.style.role("verse").indent
                story.variants.vary(verse, "Set In", w("ind", left=twips(left)))
            yield verse
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
            yield from story.page_bookmark(block)
        case _:
            assert_never(block)


def _set_off(elements: list[Element], role: Role, variants: Variants) -> list[Element]:
    """With the role's space above and below the whole, beside the space between its paragraphs."""
    paragraphs = [element for element in elements if element.tag not in BOOKMARK_MARKS]
    if role.before and paragraphs:
        variants.space(paragraphs[0], "First", before=role.before)
        variants.space(paragraphs[-1], "Last", after=max(role.before, role.after))
    return elements


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
    own = story.numbering.place(item_list, place.left)
    inside = _Place(below, "note" if story.in_note else "list-item", place.lists + 1, own.left)
    for item, instance in zip(item_list.items, story.numbering.instances(item_list, level, own), strict=True):
        first, rest = _split(item)
        marked = paragraph(marked_style, *inline_elements(first, story))
        add_property(marked, w("numPr", w("ilvl", val=str(level)), w("numId", val=instance)))
        yield marked
        yield from _elements(rest, story, inside, follows_paragraph=rest != item.blocks)


def _split(item: Item) -> tuple[Inlines, Blocks]:
    """What stands beside the marker (nothing if no paragraph comes first), and what follows below."""
    first = item.blocks[0]
    return (first.children, item.blocks[1:]) if isinstance(first, Paragraph) else ((), item.blocks)
