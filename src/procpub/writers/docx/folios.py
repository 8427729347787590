"""The page numbers that the contents show until a word processor has laid the book out.

Where the print edition was made in the same run, its numbers are shown. Otherwise they are estimated here, every line
of text taken to hold so many characters of average width. A word processor puts its own in their place when the field
is updated.
"""

from collections.abc import Iterator, Mapping
from math import ceil

from procpub.model.contents import Contents
from procpub.model.nodes import (
    Address,
    Block,
    Event,
    Figure,
    Inlines,
    ItemList,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Turn,
    Verse,
)
from procpub.model.numerals import roman
from procpub.model.proceedings import Contribution, Group, Piece, Proceedings
from procpub.model.walk import lines, nested, pieces_within, plain_text
from procpub.style import Role, Style
from procpub.writers.docx.outline import Outline
from procpub.writers.docx.pages import text_height, text_width

_NARROW, _WIDE = 0.46, 1.0
"""Average widths, in ems, of Latin letters in running text and of Chinese characters."""

_FIRST_WIDE = "\u2e80"
"""Where the East Asian blocks of Unicode begin."""

_FIGURE_HEIGHT = 200.0
"""Of a picture, in points."""

_ROLES: dict[type[Block], str] = {
    Paragraph: "body",
    Address: "salutation",
    ItemList: "list-item",
    Quote: "quote",
    Verse: "verse",
    Table: "table-cell",
    Figure: "caption",
    Turn: "speaker",
    Event: "event",
    PageBreak: "body",
}


def folios(
    proceedings: Proceedings, contents: Contents, style: Style, outline: Outline, contents_page: int
) -> Mapping[str, str]:
    """The estimated folio of each piece, by its id; `contents_page` is the page that the contents begin on."""
    entry = style.role("contents-entry")
    listing = sum(_height(entry, text_width(style.page), label.label) for label in contents.entries)
    front = contents_page + ceil(listing / text_height(style.page))
    body = (*proceedings.body, *proceedings.back)
    return {
        **{identifier: roman(page) for identifier, page in _opened(proceedings.front, front, style, outline)},
        **{identifier: str(page) for identifier, page in _opened(body, 1, style, outline)},
    }


def _opened(parts: tuple[Piece, ...], page: int, style: Style, outline: Outline) -> Iterator[tuple[str, int]]:
    """The page, counted from the given one, that each piece begins on."""
    full = text_height(style.page)
    used = 0.0
    for piece in (piece for part in parts for piece in pieces_within(part)):
        if used and outline.opens_page(piece):
            page, used = page + 1, 0.0
        yield piece.id, page
        used += _piece_height(piece, style, outline)
        page, used = page + int(used // full), used % full


def _piece_height(piece: Piece, style: Style, outline: Outline) -> float:
    width = text_width(style.page)
    height = 0.0
    if piece.heading:
        look = outline.looks[outline.levels[piece.id] - 1]
        height += _height(style.role(look.heading), width, plain_text(piece.heading))
    if isinstance(piece, Contribution):
        height += _optional(style.role("talk-title"), width, piece.title)
        height += _optional(style.role("byline"), width, piece.byline)
    if not isinstance(piece, Group):
        height += sum(_block_height(block, style, width) for outer in piece.blocks for block in nested(outer))
    return height


def _optional(role: Role, width: float, inlines: Inlines) -> float:
    return _height(role, width, plain_text(inlines)) if inlines else 0.0


def _block_height(block: Block, style: Style, width: float) -> float:
    role = style.role(_ROLES[type(block)])
    height = sum(_height(role, width, plain_text(line)) for line in lines(block))
    return height + (_FIGURE_HEIGHT if isinstance(block, Figure) and block.image else 0.0)


def _height(role: Role, width: float, text: str) -> float:
    """In points, of a paragraph of this text, its space included."""
    ems = sum(_WIDE if c >= _FIRST_WIDE else _NARROW for c in text)
    return role.before + role.leading * max(1, ceil(ems * role.size / (width - role.indent))) + role.after
