"""Pass: Markdown-like emphasis in running text. The rules of CommonMark (section 6.2) are markdown-it-py's."""

import re
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
from procpub.model.walk import map_blocks, map_headings, plain_text

MOST_MARKS = 200

_MARKS = ("*", "_")
_ORNAMENT = re.compile("[*_]{4,}|\ue000")
_TIMES = re.compile(r"(?<=\d)\*(?=\d)")
_STAND_IN = "\ue000"
"""From the private use area; where a source uses it too, no emphasis is read."""


def find_emphasis(proceedings: Proceedings, report: Report) -> Proceedings:
    """Turns `*italic*`, `_italic_` and `**bold**` in headings, paragraphs, addresses and items into emphasis.

    Marks that have no partner are text, and reported.
    """
    headed = map_headings(proceedings, lambda heading, span: _in_inlines(heading, span, report))
    return map_blocks(headed, lambda blocks: _in_blocks(blocks, report))


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
    text = inlines[0].text
    # Long runs of marks are rules or masks, and hundreds of marks a paragraph of formulas; neither is emphasis.
    parsed = inlines if _ORNAMENT.search(text) or text.count("*") > MOST_MARKS else tuple(_nodes(_tokens(text)))
    if parsed != inlines:
        report.add(Code.EMPHASIS, f"emphasis in “{plain_text(parsed)[:60]}”", span)
    if any("*" in _TIMES.sub("", node.text) for node in _texts(parsed)):
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
    """The text as markdown-it's tokens. An asterisk between digits multiplies, whatever CommonMark says."""
    return _parser().parseInline(_TIMES.sub(_STAND_IN, text))[0].children or ()


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
            text += token.content.replace(_STAND_IN, "*")
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
