"""Books laid out by hand, for tests of the PDF writer: what is on each page is known to the point."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from procpub.layout.boxes import Anchor, Box, Line, LinkArea, Look, Mark, Page, Pages, Piece, Placed, Position
from procpub.layout.breaking import After
from procpub.layout.fonts import load_font
from procpub.layout.structure import Element, Kind
from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.writers.pdf.attachment import Attachment
from procpub.writers.pdf.document import document_of

FONTS = Path(__file__).parents[3] / "styles" / "fonts"
REGULAR = FONTS / "ProcpubSerif-Regular.ttf"
ITALIC = FONTS / "ProcpubSerif-Italic.ttf"
CHINESE = FONTS / "NotoSerifSC-Regular.ttf"
WIDTH, HEIGHT = 400.0, 600.0


def piece(
    text: str,
    after: After = After.SPACE,
    *,
    font: Path = REGULAR,
    size: float = 10.0,
    rise: float = 0.0,
    colour: str = "#000000",
    element: Element | None = None,
    gap: float = 0.0,
    drawn: str = "",
    right_to_left: bool = False,
) -> Piece:
    """A piece of text; `drawn` is what is shaped instead, character by character."""
    loaded = load_font(font)
    shape = loaded.shape(drawn or text, right_to_left=right_to_left)
    return Piece(
        text=text,
        shape=shape,
        width=sum(shape.advances) * size / 1000,
        look=Look(loaded, size, rise, colour, element),
        after=after,
        space=loaded.advance(loaded.glyph(" ")) * size / 1000 if after is After.SPACE else 0.0,
        stretch=text.count("\u00a0"),
        gap=gap,
    )


def line(*words: str | Piece, element: Element | None, y: float = 0.0, x: float = 50.0, **more: float) -> Line:
    """A line of words, given as text or as pieces."""
    pieces = tuple(
        part
        for each in words
        for part in ([each] if isinstance(each, Piece) else [piece(word) for word in each.split()])
    )
    return Line(x, y + 10.0, sum(part.width + part.space for part in pieces), pieces, element=element, **more)


def page(*marks: Mark, label: str = "1", head: Mark | None = None, folio: Mark | None = None) -> Page:
    """A page of boxes under each other, each with one mark."""
    boxes = tuple(Placed(0.0, 50.0 + 14.0 * index, Box(14.0, (mark,))) for index, mark in enumerate(marks))
    return Page(
        label,
        True,
        boxes,
        head=Placed(0.0, 20.0, Box(14.0, (head,))) if head else None,
        folio=Placed(0.0, 570.0, Box(14.0, (folio,))) if folio else None,
    )


def book(root: Element, *pages: Page, front: int = 0, places: Mapping[Anchor, Position] | None = None) -> Pages:
    return Pages(WIDTH, HEIGHT, front, pages, places or {}, root)


def document() -> Element:
    return Element(Kind.DOCUMENT)


def written(
    made: Pages,
    metadata: Metadata | None = None,
    contents: Contents | None = None,
    attachment: Attachment | None = None,
) -> bytes:
    return document_of(
        made, metadata or Metadata(), contents or Contents(heading="", entries=()), attachment=attachment
    )


def read(made: Pages) -> PdfReader:
    return PdfReader(BytesIO(written(made)))


def one_page(*words: Piece | str, **more: float) -> Pages:
    """A book of one paragraph in one line."""
    root = document()
    return book(root, page(line(*words, element=root.add(Kind.PARAGRAPH), **more)))


def link_area(element: Element, target: str, y: float = 0.0) -> LinkArea:
    return LinkArea(50.0, y, 40.0, 12.0, target, element)


def texts(made: Pages) -> Sequence[str]:
    """The text of each page, as pypdf reads it."""
    return [each.extract_text() for each in read(made).pages]
