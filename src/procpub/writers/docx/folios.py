"""The page numbers that the contents show until a word processor has laid the book out.

They are estimates: letters are taken to be as wide as in the sans-serif font that LibreOffice takes for fonts that it
has not, which is what these numbers were compared with, and no line is laid out. The print edition's are no better: its
pages are others. A word processor puts its own in their place when the field is updated.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from procpub.model.contents import Contents
from procpub.model.nodes import (
    Address,
    Block,
    Event,
    Figure,
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

_SPACE, _LETTER, _WIDE = 0.269, 0.568, 1.0
"""Widths, in ems, of the word space, of most letters, and of Chinese characters, by those of Noto Sans."""

_WIDTHS = {
    **dict.fromkeys("ijlI.,;:'’‘!|", 0.279),
    **dict.fromkeys('frt()[]-–“”"/sJ', 0.413),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZÄÖÜ", 0.67),
    **dict.fromkeys("mwMW", 0.887),
}

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


@dataclass(frozen=True, slots=True)
class _Lines:
    """A paragraph as so many lines of the same height, with the space before and after it; all in points."""

    count: int
    height: float
    before: float = 0.0
    after: float = 0.0


def folios(
    proceedings: Proceedings, contents: Contents, style: Style, outline: Outline, contents_page: int
) -> Mapping[str, str]:
    """The estimated folio of each piece, by its id; `contents_page` is the page that the contents begin on."""
    full, width = text_height(style.page), text_width(style.page)
    entry = style.role("contents-entry")
    page, used = contents_page, 0.0
    for listed in contents.entries:
        page, used = _placed(_paragraph(entry, width, listed.label), page, used, full)
    body = (*proceedings.body, *proceedings.back)
    return {
        **{identifier: roman(number) for identifier, number in _opened(proceedings.front, page + 1, style, outline)},
        **{identifier: str(number) for identifier, number in _opened(body, 1, style, outline)},
    }


def _opened(parts: tuple[Piece, ...], page: int, style: Style, outline: Outline) -> Iterator[tuple[str, int]]:
    """The page, counted from the given one, that each piece begins on."""
    full, used = text_height(style.page), 0.0
    for piece in (piece for part in parts for piece in pieces_within(part)):
        if used and outline.opens_page(piece):
            page, used = page + 1, 0.0
        yield piece.id, page
        for paragraph in _paragraphs(piece, style, outline):
            page, used = _placed(paragraph, page, used, full)


def _placed(paragraph: _Lines, page: int, used: float, full: float) -> tuple[int, float]:
    """The page that the paragraph ends on and how much of it is used then, if it begins with so much of this one used.

    No line stands alone at the foot or the head of a page.
    """
    used += paragraph.before
    left, fits = paragraph.count, max(0, int((full - used) // paragraph.height))
    while left > fits:
        fits = min(fits, left - 2)
        left -= fits if fits > 1 else 0
        page, used, fits = page + 1, 0.0, max(3, int(full // paragraph.height))
    return page, used + left * paragraph.height + paragraph.after


def _paragraphs(piece: Piece, style: Style, outline: Outline) -> Iterator[_Lines]:
    width = text_width(style.page)
    yield from _display(piece, style, width, outline)
    if not isinstance(piece, Group):
        upper: Block | None = None
        for block in piece.blocks:
            closed_up = isinstance(block, Address) and isinstance(upper, Address) and upper.kind is block.kind
            yield from _block(block, style, width, closed_up=closed_up)
            upper = block


def _display(piece: Piece, style: Style, width: float, outline: Outline) -> Iterator[_Lines]:
    """Heading, title and byline: the space below all of them is the largest of theirs."""
    shown = [(outline.heading_role(piece), piece.heading)] if piece.heading else []
    if isinstance(piece, Contribution):
        shown += [(name, line) for name, line in (("talk-title", piece.title), ("byline", piece.byline)) if line]
    after = max((style.role(name).after for name, _ in shown), default=0.0)
    for number, (name, line) in enumerate(shown, start=1):
        paragraph = _paragraph(style.role(name), width, plain_text(line))
        yield replace(paragraph, after=after if number == len(shown) else 0.0)


def _block(outer: Block, style: Style, width: float, *, closed_up: bool) -> Iterator[_Lines]:
    """The paragraphs of a block; what it holds is as wide as its role says, and has space around it as a whole."""
    around = style.role(_ROLES[type(outer)])
    holds = isinstance(outer, ItemList | Quote)
    yield _Lines(0, around.leading, 0.0 if closed_up else around.before)
    for block in nested(outer):
        role = around if holds and isinstance(block, Paragraph) else style.role(_ROLES[type(block)])
        if isinstance(block, Figure) and block.image:
            yield _Lines(1, _FIGURE_HEIGHT)
        for line in lines(block):
            yield replace(_paragraph(role, width, plain_text(line)), before=0.0, after=0.0)
    yield _Lines(0, around.leading, 0.0, max(around.before, around.after) if holds else around.after)


def _paragraph(role: Role, width: float, text: str) -> _Lines:
    """Words on lines, as many as each takes."""
    measure = (width - role.indent) / role.size
    count, used = 1, 0.0
    for word in text.replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b"):  # lines may end after hyphens too
        shown = word.rstrip()
        ems = sum(_WIDE if c >= _FIRST_WIDE else _WIDTHS.get(c, _LETTER) for c in shown)
        if used and used + ems > measure:
            count, used = count + 1, 0.0
        used += ems + _SPACE * (len(word) - len(shown))
        count, used = count + int(used // measure), used % measure
    return _Lines(count, role.leading, role.before, role.after)
