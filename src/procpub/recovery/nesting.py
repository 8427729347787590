"""Blocks inside blocks: a pass that works on the blocks of a piece works on those of turns and quotations too."""

from collections.abc import Callable
from dataclasses import replace

from procpub.model.nodes import Block, Blocks, Quote, Turn


def map_nested(blocks: Blocks, change: Callable[[Blocks], Blocks]) -> Blocks:
    """`change` applied to the blocks inside each turn and quotation, then to the blocks themselves; the same object if
    nothing changed.
    """
    inner = tuple(_inside(block, change) for block in blocks)
    same = all(a is b for a, b in zip(inner, blocks, strict=True))
    return change(blocks if same else inner)


def _inside(block: Block, change: Callable[[Blocks], Blocks]) -> Block:
    if not isinstance(block, Turn | Quote):
        return block
    blocks = map_nested(block.blocks, change)
    return block if blocks is block.blocks else replace(block, blocks=blocks)
