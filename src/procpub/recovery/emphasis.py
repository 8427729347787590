"""Pass: Markdown-like emphasis in running text. The rules of CommonMark (section 6.2) are markdown-it-py's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from procpub.diagnostics import Code, Report, Span
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Cell,
    Emphasis,
    Event,
    Inline,
    Inlines,
    Item,
    ItemList,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks, map_headings, mapped, plain_text
from procpub.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MOST_MARKS = 200

_MARKS = ("*", "_", "=")
_ORNAMENT = regex("[*_]{4,}|\ue000")
_TIMES = regex(r"(?<=\d)\*(?=\d)")
_STAND_IN = "\ue000"
"""From the private use area, as the next; where a source uses them too, no emphasis is read."""

_PLACE = "\ue001"
"""Stands for what is no text: a note, a page break."""

_BOLD = regex(r"(?<![\w=])=([^=\s][^=]*)(?<=\S)=(?![\w=])")
"""Bold as Project Gutenberg's volunteers write it."""

_WORD = regex(r"[^\W\d_]{2}")
"""What is bold has words in it; equations have figures and single letters."""


def find_emphasis(proceedings: Proceedings, report: Report) -> Proceedings:
    """Turns `*italic*`, `_italic_`, `**bold**` and `=bold=` in headings and in every kind of block into emphasis.

    Marks that have no partner are text, and reported.
    """
    headed = map_headings(proceedings, lambda heading, span: _in_inlines(heading, span, report))
    return map_blocks(headed, lambda blocks: _in_blocks(blocks, report))


def _in_blocks(blocks: Blocks, report: Report) -> Blocks:
    return mapped(blocks, lambda block: _in_block(block, report))


def _in_block(block: Block, report: Report) -> Block:
    match block:
        case Paragraph() | Address() | Event():
            children = _in_inlines(block.children, block.span, report)
            return block if children is block.children else replace(block, children=children)
        case ItemList():
            items = mapped(block.items, lambda item: _in_item(item, report))
            return block if items is block.items else replace(block, items=items)
        case Quote() | Turn():
            blocks = _in_blocks(block.blocks, report)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        case Verse():
            lines = mapped(block.lines, lambda line: _in_inlines(line, block.span, report))
            return block if lines is block.lines else replace(block, lines=lines)
        case Table():
            head, rows = (
                mapped(part, lambda row: _in_row(row, block.span, report)) for part in (block.head, block.rows)
            )
            return block if head is block.head and rows is block.rows else replace(block, head=head, rows=rows)
        case _:
            return block


def _in_item(item: Item, report: Report) -> Item:
    blocks = _in_blocks(item.blocks, report)
    return item if blocks is item.blocks else replace(item, blocks=blocks)


def _in_row(row: Row, span: Span | None, report: Report) -> Row:
    cells = mapped(row.cells, lambda cell: _in_cell(cell, span, report))
    return row if cells is row.cells else replace(row, cells=cells)


def _in_cell(cell: Cell, span: Span | None, report: Report) -> Cell:
    children = _in_inlines(cell.children, span, report)
    return cell if children is cell.children else replace(cell, children=children)


def _in_inlines(inlines: Inlines, span: Span | None, report: Report) -> Inlines:
    """The inlines with what is emphasised in their text, notes included. Where there is emphasis already, there is
    nothing left to do.
    """
    inlines = mapped(inlines, lambda inline: _in_note(inline, report))
    if not any(isinstance(inline, Text) and any(map(inline.text.__contains__, _MARKS)) for inline in inlines):
        return inlines
    if not all(isinstance(inline, Text | Note | PageBreak) for inline in inlines):
        return inlines
    text = "".join(inline.text if isinstance(inline, Text) else _PLACE for inline in inlines)
    others = [inline for inline in inlines if not isinstance(inline, Text)]
    # Long runs of marks are rules or masks, and hundreds of marks a paragraph of formulas; neither is emphasis.
    masked = _ORNAMENT.search(text) or text.count("*") > MOST_MARKS or text.count(_PLACE) > len(others)
    parsed = inlines if masked else _parsed(text, others)
    if parsed != inlines:
        report.add(Code.EMPHASIS, f"emphasis in “{plain_text(parsed)[:60]}”", span, confidence=0.95)
    if any("*" in _TIMES.sub("", node.text) for node in _texts(parsed)):
        report.add(Code.STRAY_MARKUP, "an asterisk without a partner is kept as text", span)
    return inlines if parsed == inlines else parsed


def _in_note(inline: Inline, report: Report) -> Inline:
    if not isinstance(inline, Note):
        return inline
    blocks = _in_blocks(inline.blocks, report)
    return inline if blocks is inline.blocks else replace(inline, blocks=blocks)


def _parsed(text: str, others: Sequence[Inline]) -> Inlines:
    """The text as inlines, with `others` where the text has their places."""
    bold = _BOLD.sub(lambda match: f"**{match[1]}**" if _WORD.search(match[1]) else match[0], text)
    parsed = tuple(_nodes(_tokens(bold), iter(others)))
    if bold != text and sum("**" in node.text for node in _texts(parsed)):
        return tuple(_nodes(_tokens(text), iter(others)))  # some of the marks made nothing bold
    return parsed


def _texts(inlines: Inlines) -> Iterator[Text]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Emphasis | Strong):
            yield from _texts(inline.children)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # for texts that have marks: it takes a while to load

    return MarkdownIt("zero").enable("emphasis")


def _tokens(text: str) -> "Sequence[Token]":
    """The text as markdown-it's tokens. An asterisk between digits multiplies, whatever CommonMark says."""
    return _parser().parseInline(_TIMES.sub(_STAND_IN, text))[0].children or ()


def _nodes(tokens: "Sequence[Token]", others: Iterator[Inline]) -> Iterator[Inline]:
    """The tokens as inlines, neighbouring runs of text made one, and `others` put where the text has their places."""
    text, i = "", 0
    while i < len(tokens):
        token = tokens[i]
        if token.nesting == 1:
            end = _closing(tokens, i)
            yield from _plain(text, others)
            text = ""
            children = tuple(_nodes(tokens[i + 1 : end], others))
            yield Strong(children=children) if token.tag == "strong" else Emphasis(children=children)
            i = end
        else:
            text += token.content
        i += 1
    yield from _plain(text, others)


def _plain(text: str, others: Iterator[Inline]) -> Iterator[Inline]:
    first, *rest = text.replace(_STAND_IN, "*").split(_PLACE)
    if first:
        yield Text(text=first)
    for piece in rest:
        yield next(others)
        if piece:
            yield Text(text=piece)


def _closing(tokens: "Sequence[Token]", opening: int) -> int:
    depth = 0
    for i in range(opening, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    raise ValueError("markdown-it left emphasis open")
