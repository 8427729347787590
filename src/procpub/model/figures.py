"""What editions do alike with figures: the size of images that do not say it, and words for those that are missing."""

from collections.abc import Iterator

from procpub.diagnostics import Code, Report
from procpub.model.nodes import Block, Figure
from procpub.model.proceedings import Group, Proceedings
from procpub.model.walk import headings, nested, notes, pieces

DOTS_PER_INCH = 96.0
"""The resolution of images that do not say theirs, as in CSS (CSS Values and Units 3, section 6.2)."""


def report_missing_images(proceedings: Proceedings, report: Report) -> None:
    """Reports each figure without an image; its description stands in for it in every edition."""
    for block in _blocks(proceedings):
        if isinstance(block, Figure) and block.image is None:
            message = f"a figure has no image; its description stands in for it: {block.alternative!r}"
            report.add(Code.MISSING_IMAGE, message, block.span)


def _blocks(proceedings: Proceedings) -> Iterator[Block]:
    """Every block of the document, in reading order."""
    for piece in pieces(proceedings):
        called = (block for line in headings(piece) for note in notes(line) for block in note.blocks)
        for outer in (*called, *(() if isinstance(piece, Group) else piece.blocks)):
            yield from nested(outer)
