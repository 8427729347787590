"""Blocks and inlines as TEI: one module, because a note is an inline that holds blocks.

Elements after the TEI P5 Guidelines 4.12.0, chapters 3 (elements available in all documents), 6 (verse), 7 (speech)
and 14 (tables and figures). Text is never changed; a marker that the source printed before an item or at a note is in
`@n`.
"""

from base64 import b64encode
from collections.abc import Callable
from typing import assert_never

from procpub.model.nodes import (
    Address,
    AddressKind,
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
from procpub.model.walk import plain_text
from procpub.writers.tei.xml import NAMESPACE, Element, add, add_in, add_text

PutText = Callable[[Element, str], None]
"""How a run of characters gets into an element."""

_SPEECH = f"{{{NAMESPACE}}}sp"
_LINE = f"{{{NAMESPACE}}}l"

_ADDRESS_REND = {AddressKind.SALUTATION: "salutation", AddressKind.CLOSING: "salutation closing"}
"""`@rend` holds words separated by spaces: every address is a "salutation", as the profile says; one that takes leave
is told apart by a second word.
"""


def add_inlines(parent: Element, inlines: Inlines, put: PutText = add_text) -> None:
    """Appends the inlines; `put` is used for runs of text at any depth, those of notes excepted."""
    for inline in inlines:
        _add_inline(parent, inline, put)


def _add_inline(parent: Element, inline: Inline, put: PutText) -> None:
    match inline:
        case Text():
            put(parent, inline.text)
        case Emphasis():
            add_inlines(add(parent, "hi", rend="italic"), inline.children, put)
        case Strong():
            add_inlines(add(parent, "hi", rend="bold"), inline.children, put)
        case Superscript():
            add_inlines(add(parent, "hi", rend="superscript"), inline.children, put)
        case Subscript():
            add_inlines(add(parent, "hi", rend="subscript"), inline.children, put)
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
            add_inlines(add(parent, "p"), block.children)
        case Address():
            add_inlines(add(parent, "p", rend=_ADDRESS_REND[block.kind]), block.children)
        case ItemList():
            _add_list(parent, block)
        case Quote():
            add_blocks(add(parent, "quote"), block.blocks)
        case Verse():
            stanza = add(parent, "lg")
            for line in block.lines:
                add_inlines(add(stanza, "l"), line)
        case Table():
            _add_table(parent, block)
        case Figure():
            _add_figure(parent, block)
        case Turn():
            _add_turn(parent, block)
        case Event():
            add_inlines(add(parent, "stage"), block.children)
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
    """The first paragraph stands in the item itself, as is usual in TEI, unless it has no text to tell it by."""
    first, *rest = item.blocks
    if isinstance(first, Paragraph) and plain_text(first.children).strip():
        add_inlines(element, first.children)
        add_blocks(element, tuple(rest))
    else:
        add_blocks(element, item.blocks)


def _add_table(parent: Element, block: Table) -> None:
    table = add(parent, "table")
    if block.caption:
        add_inlines(add(table, "head"), block.caption)
    for row in block.head:
        _add_row(table, row, "label")
    for row in block.rows:
        _add_row(table, row, "")


def _add_row(table: Element, row: Row, role: str) -> None:
    """TEI knows no row without cells; one whose cells are all covered from above gets an empty cell."""
    element = add(table, "row", role=role)
    for cell in row.cells:
        add_inlines(
            add(
                element,
                "cell",
                role="label" if cell.header else "",
                rows="" if cell.rows == 1 else str(cell.rows),
                cols="" if cell.columns == 1 else str(cell.columns),
            ),
            cell.children,
        )
    if not row.cells:
        add(element, "cell")


def _add_figure(parent: Element, block: Figure) -> None:
    figure = add(parent, "figure")
    if block.caption:
        add_inlines(add(figure, "head"), block.caption)
    add(figure, "figDesc", block.alternative)
    if block.image:
        data = b64encode(block.image.data).decode("ascii")
        add(figure, "binaryObject", data, mimeType=block.image.media_type, encoding="base64", n=block.image.name)


def _add_turn(parent: Element, block: Turn) -> None:
    """A speech; where one reports another, TEI wants the inner one in a `q`."""
    if parent.tag == _SPEECH:
        parent = add(parent, "q")
    speech = add(parent, "sp", who=f"#{block.who}" if block.who else "")
    add_inlines(add(speech, "speaker"), block.label)
    add_blocks(speech, block.blocks)
