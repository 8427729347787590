"""Pass: Markdown-like emphasis in running text. The rules of CommonMark (section 6.2) are markdown-it-py's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from procpub.diagnostics import Code, Report, Span
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Emphasis,
    Inline,
    Inlines,
    Item,
    ItemList,
    Paragraph,
    Strong,
    Text,
)
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks

_MARKS = ("*", "_")


def find_emphasis(proceedings: Proceedings, report: Report) -> Proceedings:
    """Turns `*italic*`, `_italic_` and `**bold**` in paragraphs, addresses and items into emphasis.

    Marks that have no partner are text, and reported.
    """
    return map_blocks(proceedings, lambda blocks: _in_blocks(blocks, report))


def _in_blocks(blocks: Blocks, report: Report) -> Blocks:
    changed = tuple(_in_block(block, report) for block in blocks)
    return blocks if all(a is b for a, b in zip(changed, blocks, strict=True)) else changed


def _in_block(block: Block, report: Report) -> Block:
    match block:
        case Paragraph() | Address():
            children = _in_inlines(block.children, block.span, report)
            return block if children is block.children else replace(block, children=children)
        case ItemList():
            items = tuple(_in_item(item, report) for item in block.items)
            same = all(a is b for a, b in zip(items, block.items, strict=True))
            return block if same else replace(block, items=items)
        case _:
            return block


def _in_item(item: Item, report: Report) -> Item:
    blocks = _in_blocks(item.blocks, report)
    return item if blocks is item.blocks else replace(item, blocks=blocks)


def _in_inlines(inlines: Inlines, span: Span | None, report: Report) -> Inlines:
    if len(inlines) != 1 or not isinstance(inlines[0], Text) or not any(mark in inlines[0].text for mark in _MARKS):
        return inlines
    parsed = tuple(_nodes(_tokens(inlines[0].text)))
    if any("*" in node.text for node in _texts(parsed)):
        report.add(Code.STRAY_MARKUP, "an asterisk without a partner is kept as text", span)
    return inlines if parsed == inlines else parsed


def _texts(inlines: Inlines) -> Iterator[Text]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Emphasis | Strong):
            yield from _texts(inline.children)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable("emphasis")


def _tokens(text: str) -> Sequence[Token]:
    return _parser().parseInline(text)[0].children or ()


def _nodes(tokens: Sequence[Token]) -> Iterator[Inline]:
    """The tokens as inlines, neighbouring runs of text made one."""
    text, i = "", 0
    while i < len(tokens):
        token = tokens[i]
        if token.nesting == 1:
            end = _closing(tokens, i)
            if text:
                yield Text(text=text)
                text = ""
            children = tuple(_nodes(tokens[i + 1 : end]))
            yield Strong(children=children) if token.tag == "strong" else Emphasis(children=children)
            i = end
        else:
            text += token.content
        i += 1
    if text:
        yield Text(text=text)


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for i in range(opening, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    raise ValueError("markdown-it left emphasis open")
