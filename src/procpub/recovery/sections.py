"""Pass: headings inside a contribution, and the sections under them."""

from dataclasses import replace

from procpub.diagnostics import Code, Report, spanning
from procpub.model.nodes import Block, ItemList, Paragraph, Quote, Table
from procpub.model.proceedings import Contribution, Matter, Proceedings, Section
from procpub.model.walk import map_bodies, plain_text
from procpub.recovery.shapes import can_be_heading, marker_of

LONGEST = 120
"""Characters in a section's heading."""


def find_sections(proceedings: Proceedings, report: Report) -> Proceedings:
    """Divides the blocks of each contribution at its headings: short unfinished lines with text under them."""

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        if piece.sections:
            return piece
        starts = [i for i in range(len(piece.blocks)) if _is_heading(piece.blocks, i)]
        if not starts:
            return piece
        sections = []
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(piece.blocks)], strict=True), 1):
            heading, *blocks = piece.blocks[start:end]
            if not isinstance(heading, Paragraph):
                raise TypeError("only a paragraph can be a heading")
            report.add(Code.SECTION_HEADING, f"“{plain_text(heading.children)}” heads a section", heading.span)
            span = spanning((heading.span, *(block.span for block in blocks)))
            identifier = f"{piece.id}-s{number}"
            sections.append(Section(id=identifier, heading=heading.children, blocks=tuple(blocks), span=span))
        return replace(piece, blocks=piece.blocks[: starts[0]], sections=tuple(sections))

    return map_bodies(proceedings, change)


def _is_heading(blocks: tuple[Block, ...], index: int) -> bool:
    """A heading-like paragraph over text, a list or the like; a line at the end heads nothing."""
    block = blocks[index]
    follows = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(follows, Paragraph | ItemList | Quote | Table):
        return False
    text = plain_text(block.children)
    marker = marker_of(text)
    words = marker.rest if marker else text
    if not can_be_heading(words, LONGEST):
        return False
    if isinstance(follows, Paragraph):
        below = plain_text(follows.children)
        return len(below) > len(text) or can_be_heading(below, LONGEST)
    return True
