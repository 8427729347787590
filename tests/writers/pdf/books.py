"""Books laid out by hand, for tests of the PDF writer: what is on each page is known to the point."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader

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
HEBREW = FONTS / "NotoSerifHebrew-Regular.ttf"
THAI = FONTS / "NotoSerifThai-Regular.ttf"
WIDTH, HEIGHT = 400.0, 600.0
TOP, LEADING = 50.0, 14.0
"""Where the first box of a page stands, and how far the next is from it."""


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


def line(
    *words: str | Piece, element: Element | None, x: float = 50.0, word_space: float = 0.0, expansion: float = 1.0
) -> Line:
    """A line of words, given as text or as pieces; its baseline is ten points below its box's top."""
    pieces: list[Piece] = []
    for each in words:
        pieces += [each] if isinstance(each, Piece) else map(piece, each.split())
    width = sum(part.width + part.space for part in pieces)
    return Line(x, 10.0, width, tuple(pieces), word_space, element, expansion)


def link_area(element: Element, target: str) -> LinkArea:
    return LinkArea(50.0, 0.0, 40.0, 12.0, target, element)


def page(*marks: Mark, label: str = "1", head: Mark | None = None, folio: Mark | None = None) -> Page:
    """A page of boxes under each other, each with one mark."""
    boxes = tuple(Placed(0.0, TOP + LEADING * index, Box(LEADING, (mark,))) for index, mark in enumerate(marks))
    return Page(
        label,
        True,
        boxes,
        head=Placed(0.0, 20.0, Box(LEADING, (head,))) if head else None,
        folio=Placed(0.0, 570.0, Box(LEADING, (folio,))) if folio else None,
    )


def document() -> Element:
    return Element(Kind.DOCUMENT)


def book(
    root: Element,
    *pages: Page,
    front: int = 0,
    places: Mapping[Anchor, Position] | None = None,
) -> Pages:
    return Pages(WIDTH, HEIGHT, front, list(pages), places or {}, root)


def one_line(*words: str | Piece, word_space: float = 0.0, expansion: float = 1.0) -> Pages:
    """A book of one paragraph in one line."""
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    return book(root, page(line(*words, element=paragraph, word_space=word_space, expansion=expansion)))


def written(
    made: Pages,
    metadata: Metadata | None = None,
    contents: Contents | None = None,
    attachment: Attachment | None = None,
) -> bytes:
    nothing = Contents(heading="", entries=())
    kept = replace(made, pages=[*made.pages])
    return document_of(kept, metadata or Metadata(), contents or nothing, attachment=attachment)


def read(made: Pages) -> PdfReader:
    return PdfReader(BytesIO(written(made)))


def operators(made: Pages, index: int = 0) -> str:
    """The content stream of a page."""
    return content(read(made).pages[index])


def catalog(pdf: PdfReader) -> Any:
    """The root of all that is in the file; without types, for pypdf's stop there."""
    return pdf.root_object


def content(leaf: PageObject) -> str:
    contents = leaf.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def text(made: Pages) -> str:
    """The text of the first page, as pypdf reads it."""
    return str(read(made).pages[0].extract_text()).strip()


def kids(element: Any) -> list[Any]:
    """What is in a structure element, from pypdf: numbers of marked content, and dictionaries."""
    inner = element.get("/K", [])
    inner = inner.get_object() if hasattr(inner, "get_object") else inner
    return [
        kid.get_object() if hasattr(kid, "get_object") else kid
        for kid in (inner if isinstance(inner, list) else [inner])
    ]


def tree(pdf: PdfReader) -> Any:
    """The structure tree's only child."""
    (root,) = kids(catalog(pdf)["/StructTreeRoot"])
    return root


def outline(element: Any) -> Any:
    """The types of elements as nested tuples: (type, number or inner element, ...)."""
    return (
        str(element["/S"])[1:],
        *(outline(kid) if "/S" in kid else str(kid["/Type"])[1:] for kid in kids(element) if hasattr(kid, "keys")),
    )


def elements(element: Any) -> Iterator[Any]:
    """A structure element and all in it, in reading order."""
    yield element
    for kid in kids(element):
        if hasattr(kid, "keys") and "/S" in kid:
            yield from elements(kid)


def annotations(pdf: PdfReader, index: int = 0) -> list[Any]:
    return [link.get_object() for link in pdf.pages[index].get("/Annots", ())]
