"""Pass: the talk's own title, printed on a line of its own under the contribution's heading."""

from dataclasses import replace

from procpub.diagnostics import Code, Report
from procpub.model.nodes import Address, Paragraph
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.walk import map_bodies, plain_text
from procpub.recovery.features import is_capitals
from procpub.recovery.lexicon import GENERIC_SECTIONS
from procpub.recovery.shapes import can_be_heading, marker_of

LONGEST = 200
"""Characters."""


def find_talk_titles(proceedings: Proceedings, report: Report) -> Proceedings:
    """Makes a heading-like first line of a contribution its title, where the heading announces a speaker.

    A numbered line, or one that names a section's function ("Introduction"), heads a section instead.
    """

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        if not isinstance(piece, Contribution) or piece.title or not piece.contributors or len(piece.blocks) < 2:
            return piece
        first, second = piece.blocks[:2]
        if not isinstance(first, Paragraph) or not isinstance(second, Paragraph | Address):
            return piece
        text = plain_text(first.children)
        if not _is_title(text) or (isinstance(second, Paragraph) and _is_title(plain_text(second.children))):
            return piece
        report.add(Code.TALK_TITLE, f"“{text}” is the title of the talk", first.span)
        return replace(piece, title=first.children, blocks=piece.blocks[1:])

    return map_bodies(proceedings, change)


def _is_title(text: str) -> bool:
    generic = text.casefold().strip(" .:") in GENERIC_SECTIONS
    words = text.rstrip(".") if is_capitals(text) else text
    return can_be_heading(words, LONGEST) and not generic and marker_of(text) is None
