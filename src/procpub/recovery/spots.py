"""Every line of text of a document in reading order, as one sequence over pieces, turns, quotations and lists."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import NamedTuple, TypeVar

from procpub.diagnostics import Span
from procpub.model.nodes import Address, Block, Blocks, Inlines, Item, ItemList, Paragraph, Quote, Text, Turn, Verse
from procpub.model.proceedings import Contribution, Matter, Proceedings, Section
from procpub.model.walk import map_bodies, mapped


class Spot(NamedTuple):
    """A line of inlines; one that is a `paragraph` of its own may be taken out, and a `heading` is no running text."""

    inlines: Inlines
    span: Span | None
    paragraph: bool = False
    heading: bool = False

    @property
    def own_text(self) -> str:
        """The words of a paragraph that is text and nothing else; empty for anything more."""
        first = self.inlines[0] if self.paragraph and len(self.inlines) == 1 else None
        return first.text if isinstance(first, Text) else ""


Change = Callable[[Spot], Inlines | None]
"""What stands in a spot instead: the same inlines, others, or (of paragraphs) nothing."""

P = TypeVar("P", bound=Contribution | Matter | Section)


def map_spots(proceedings: Proceedings, change: Change) -> Proceedings:
    """A copy with every spot changed, in reading order; the same object if nothing changed."""
    return map_bodies(proceedings, lambda piece: _piece(piece, change))


def _piece(piece: P, change: Change) -> P:
    heading = _inlines(Spot(piece.heading, piece.span, heading=True), change)
    title = _inlines(Spot(piece.title, piece.span, heading=True), change) if isinstance(piece, Contribution) else ()
    blocks = _below(piece.blocks, piece.span, change)
    sections = tuple(_piece(section, change) for section in piece.sections)
    if any(a is not b for a, b in zip(sections, piece.sections, strict=True)):
        piece = replace(piece, sections=sections)
    if heading is not piece.heading or blocks is not piece.blocks:
        piece = replace(piece, heading=heading, blocks=blocks)
    if isinstance(piece, Contribution) and title is not piece.title:
        return replace(piece, title=title)
    return piece


def _inlines(spot: Spot, change: Change) -> Inlines:
    changed = change(spot) if spot.inlines else spot.inlines
    return spot.inlines if changed is None else changed


def _blocks(blocks: Blocks, change: Change, *, removable: bool = True) -> Blocks:
    changed = [_block(block, change, removable=removable) for block in blocks]
    return blocks if all(map(is_, changed, blocks)) else tuple(block for block in changed if block)


def _below(blocks: Blocks, span: Span | None, change: Change) -> Blocks:
    """The blocks under a label or heading that begins the span; one on the same line, behind it, begins no line of its
    own and is no paragraph that may go.
    """
    first = blocks[0].span if blocks else None
    if not first or not span or first.first != span.first:
        return _blocks(blocks, change)
    head, rest = _blocks(blocks[:1], change, removable=False), _blocks(blocks[1:], change)
    same = len(head) + len(rest) == len(blocks) and all(map(is_, (*head, *rest), blocks))
    return blocks if same else (*head, *rest)


def _block(block: Block, change: Change, *, removable: bool) -> Block | None:
    match block:
        case Paragraph():
            children = change(Spot(block.children, block.span, paragraph=removable))
            if children is None:
                return None if removable else block
            return block if children is block.children else replace(block, children=children)
        case Address():
            children = _inlines(Spot(block.children, block.span), change)
            return block if children is block.children else replace(block, children=children)
        case Verse():
            lines = mapped(block.lines, lambda line: _inlines(Spot(line, block.span), change))
            return block if lines is block.lines else replace(block, lines=lines)
        case ItemList():
            items = mapped(block.items, lambda item: _item(item, change))
            return block if items is block.items else replace(block, items=items)
        case Turn():
            blocks = _below(block.blocks, block.span, change)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        case Quote():
            blocks = _blocks(block.blocks, change)
            if blocks is block.blocks:
                return block
            return replace(block, blocks=blocks) if blocks else None
        case _:
            return block


def _item(item: Item, change: Change) -> Item:
    blocks = _blocks(item.blocks, change, removable=False)
    return item if blocks is item.blocks else replace(item, blocks=blocks)
