"""Blocks and inlines as TEI: one module, because a note is an inline that holds blocks.

Elements after the TEI P5 Guidelines 4.12.0, chapters 3 (elements available in all documents), 6 (verse), 7 (speech)
and 14 (tables and figures). Text is never changed; a marker that the source printed before an item or at a note is in
`@n`.
"""

from base64 import b64encode
from collections.abc import Callable
from typing import assert_never

from procpub.model.nodes import (
    OWN_PAGES,
    Address,
    Block,
    Blocks,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Inline,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.walk import inlines_within, plain_text
from procpub.tei_profile import ADDRESSES, NAMESPACE, NO_CELL, RENDITIONS
from procpub.writers.tei.xml import Element, add, add_in, add_text, keep_space

PutText = Callable[[Element, str], None]
"""How a run of characters gets into an element."""

_SPEECH = f"{{{NAMESPACE}}}sp"
_LINE = f"{{{NAMESPACE}}}l"

_SPACES = " \t\n\r"
"""What is white space in XML (1.0, section 2.3)."""

_FOLDED = ("  ", "\t", "\n", "\r")
"""White space that readers of XML make one space. Four searches are quicker than one with a pattern."""


def add_line(parent: Element, name: str, inlines: Inlines, put: PutText = add_text, /, **attributes: str) -> Element:
    """A new last child that holds the inlines and nothing else; it says so if their white space is unusual."""
    element = add(parent, name, **attributes)
    _fill(element, inlines, put)
    return element


def _fill(element: Element, inlines: Inlines, put: PutText = add_text) -> None:
    if _is_unusual(inlines):
        keep_space(element)
    add_inlines(element, inlines, put)


def _is_unusual(inlines: Inlines) -> bool:
    """Whether readers of XML would change the white space: fold some, or strip it at the ends of the line. Where the
    pages of the print edition begin does not count: readers leave it out.
    """
    kept = [inline for inline in inlines if not (isinstance(inline, PageBreak) and inline.edition == OWN_PAGES)]
    if not kept:
        return False
    first, last = kept[0], kept[-1]
    return (
        (isinstance(first, Text) and first.text.startswith(" "))
        or (isinstance(last, Text) and last.text.endswith(" "))
        or any(isinstance(inline, Text) and _is_folded(inline.text) for inline in inlines_within(inlines))
    )


def _is_folded(text: str) -> bool:
    return any(white in text for white in _FOLDED)


def add_inlines(parent: Element, inlines: Inlines, put: PutText = add_text) -> None:
    """Appends the inlines; `put` is used for runs of text at any depth, those of notes excepted."""
    for inline in inlines:
        _add_inline(parent, inline, put)


def _add_inline(parent: Element, inline: Inline, put: PutText) -> None:
    match inline:
        case Text():
            put(parent, inline.text)
        case Emphasis() | Strong() | Superscript() | Subscript():
            add_inlines(add(parent, "hi", rend=RENDITIONS[type(inline)]), inline.children, put)
        case Link():
            add_inlines(add(parent, "ref", target=inline.target), inline.children, put)
        case Foreign():
            add_inlines(add_in(parent, "foreign", "", inline.language), inline.children, put)
        case Note():
            _add_note(parent, inline)
        case LineBreak():
            add(parent, "lb")
        case PageBreak():
            _add_page_break(parent, inline)
        case _:
            assert_never(inline)


def _add_note(parent: Element, note: Note) -> None:
    """Inside a line of verse, TEI has paragraphs only right in a note, or in a text of its own within the line."""
    element = add(parent, "note", place="bottom", n=note.marker)
    in_verse = parent.tag == _LINE or next(parent.iterancestors(_LINE), None) is not None
    if in_verse and not all(isinstance(block, Paragraph | Address | Figure | PageBreak) for block in note.blocks):
        element = add(add(element, "floatingText"), "body")
    add_blocks(element, note.blocks)


def add_blocks(parent: Element, blocks: Blocks) -> None:
    """Appends the blocks, each as elements of its own."""
    for block in blocks:
        _add_block(parent, block)


def _add_block(parent: Element, block: Block) -> None:
    match block:
        case Paragraph():
            add_line(parent, "p", block.children)
        case Address():
            add_line(parent, "p", block.children, rend=ADDRESSES[block.kind])
        case ItemList():
            _add_list(parent, block)
        case Quote():
            add_blocks(add(parent, "quote"), block.blocks)
        case Verse():
            stanza = add(parent, "lg")
            for line in block.lines:
                add_line(stanza, "l", line)
        case Table():
            _add_table(parent, block)
        case Figure():
            _add_figure(parent, block)
        case Turn():
            _add_turn(parent, block)
        case Event():
            add_line(parent, "stage", block.children)
        case PageBreak():
            _add_page_break(parent, block)
        case _:
            assert_never(block)


def _add_page_break(parent: Element, page: PageBreak) -> None:
    add(parent, "pb", n=page.label, ed=page.edition)


def _add_list(parent: Element, block: ItemList) -> None:
    """`@type` is the kind of numbers and `@n` the first, where it is not 1: the printed markers need not tell them."""
    bulleted = block.style is MarkerStyle.BULLET
    items = add(
        parent,
        "list",
        rend="bulleted" if bulleted else "numbered",
        type="" if bulleted else block.style.value,
        n="" if block.start == 1 else str(block.start),
    )
    for item in block.items:
        _add_item(add(items, "item", n=item.marker), item)


def _add_item(element: Element, item: Item) -> None:
    """The first paragraph stands in the item itself, as is usual in TEI, unless it has no text to tell it by, or a page
    begins right behind it, which could be taken for one that begins inside it.
    """
    first, *rest = item.blocks
    told = isinstance(first, Paragraph) and plain_text(first.children).strip(_SPACES)
    if isinstance(first, Paragraph) and told and not (rest and isinstance(rest[0], PageBreak)):
        _fill(element, first.children)
        add_blocks(element, tuple(rest))
    else:
        add_blocks(element, item.blocks)


def _add_table(parent: Element, block: Table) -> None:
    table = add(parent, "table")
    if block.caption:
        add_line(table, "head", block.caption)
    for row in block.head:
        _add_row(table, row, "label")
    for row in block.rows:
        _add_row(table, row, "")


def _add_row(table: Element, row: Row, role: str) -> None:
    """TEI knows no row without cells; one whose cells are all covered from above gets one that is none."""
    element = add(table, "row", role=role)
    for cell in row.cells:
        add_line(
            element,
            "cell",
            cell.children,
            role="label" if cell.header else "",
            rows="" if cell.rows == 1 else str(cell.rows),
            cols="" if cell.columns == 1 else str(cell.columns),
        )
    if not row.cells:
        add(element, "cell", rend=NO_CELL)


def _add_figure(parent: Element, block: Figure) -> None:
    figure = add(parent, "figure")
    if block.caption:
        add_line(figure, "head", block.caption)
    add(figure, "figDesc", block.alternative)
    if block.image:
        data = b64encode(block.image.data).decode("ascii")
        add(figure, "binaryObject", data, mimeType=block.image.media_type, encoding="base64", n=block.image.name)


def _add_turn(parent: Element, block: Turn) -> None:
    """A speech; where one reports another, TEI wants the inner one in a `q`."""
    if parent.tag == _SPEECH:
        parent = add(parent, "q")
    speech = add(parent, "sp", who=f"#{block.who}" if block.who else "")
    add_line(speech, "speaker", block.label)
    add_blocks(speech, block.blocks)
