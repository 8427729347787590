"""Blocks inside blocks: a pass that works on the blocks of a piece works on those of turns and quotations too."""

from collections.abc import Callable
from dataclasses import replace

from procpub.model.nodes import Block, Blocks, Quote, Turn
from procpub.model.walk import mapped


def map_nested(blocks: Blocks, change: Callable[[Blocks], Blocks], *, quotes: bool = True) -> Blocks:
    """`change` applied to the blocks inside each turn (and each quotation, unless `quotes` is false), then to the
    blocks themselves; the same object if nothing changed.
    """
    return change(mapped(blocks, lambda block: _inside(block, change, quotes=quotes)))


def _inside(block: Block, change: Callable[[Blocks], Blocks], *, quotes: bool) -> Block:
    if not (isinstance(block, Turn) or (quotes and isinstance(block, Quote))):
        return block
    blocks = map_nested(block.blocks, change, quotes=quotes)
    return block if blocks is block.blocks else replace(block, blocks=blocks)
