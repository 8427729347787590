"""What is drawn where for each element: marked content, link annotations, the rectangles of pictures. Collected while
pages are painted, for the structure tree (ISO 32000-1, 14.7).
"""

from collections.abc import Sequence
from typing import NamedTuple

from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.structure import Element, Kind

TAGS = {
    Kind.DOCUMENT: "Document",
    Kind.PART: "Part",
    Kind.SECTION: "Sect",
    Kind.DIVISION: "Div",
    Kind.CONTENTS: "TOC",
    Kind.CONTENTS_ENTRY: "TOCI",
    Kind.INDEX: "Index",
    Kind.TITLE: "Title",
    Kind.HEADING: "H",
    Kind.PARAGRAPH: "P",
    Kind.QUOTE: "BlockQuote",
    Kind.LIST: "L",
    Kind.ITEM: "LI",
    Kind.LABEL: "Lbl",
    Kind.BODY: "LBody",
    Kind.TABLE: "Table",
    Kind.TABLE_HEAD: "THead",
    Kind.TABLE_BODY: "TBody",
    Kind.ROW: "TR",
    Kind.HEADER_CELL: "TH",
    Kind.CELL: "TD",
    Kind.CAPTION: "Caption",
    Kind.FIGURE: "Figure",
    Kind.NOTE: "Note",
    Kind.LINK: "Link",
    Kind.REFERENCE: "Reference",
    Kind.SPAN: "Span",
}
"""Structure types (ISO 32000-1, 14.8.4). In the tree, headings have numbers; `Title` is no standard type of PDF 1.7."""

INLINE = frozenset({Kind.LINK, Kind.REFERENCE, Kind.SPAN})

Rectangle = tuple[float, float, float, float]


class Marked(NamedTuple):
    """Marked content: the page's index, and the number of the content on it."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link annotation: the page's index, and the object's number."""

    page: int
    number: int


Kid = Marked | Annotation | Element


class Tagging:
    """What has been drawn for each element, in the order that it was drawn in.

    `pages` has the elements of each page's marked content, by its number; `links` those of the link annotations.
    """

    def __init__(self) -> None:
        self.kids: dict[Element, list[Kid]] = {}
        self.pages: list[list[Element]] = []
        self.links: list[Element] = []
        self.rectangles: dict[Element, Rectangle] = {}
        self._words: dict[Element, list[str]] = {}

    def begin_page(self) -> None:
        """What is marked from now on stands on the next page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """The number of new marked content of an element on this page."""
        marked = self.pages[-1]
        number = len(marked)
        marked.append(element)
        self._kids(element).append(Marked(len(self.pages) - 1, number))
        return number

    def annotate(self, element: Element, number: int) -> None:
        """Notes a link annotation on this page, by its object's number."""
        self._kids(element).append(Annotation(len(self.pages) - 1, number))
        self.links.append(element)

    def enclose(self, element: Element, rectangle: Rectangle) -> None:
        """Notes where an element's picture is; of several, the first counts."""
        self.rectangles.setdefault(element, rectangle)

    def read(self, pieces: Sequence[Piece]) -> None:
        """Notes what the inline elements in a line say."""
        for piece in pieces:
            element = piece.look.element
            while element and element.kind in INLINE:
                space = " " if piece.after is After.SPACE else ""
                self._words.setdefault(element, []).append(f"{piece.text}{space}")
                element = element.parent

    def words(self, element: Element) -> str:
        """What was drawn for an inline element, in one line."""
        return " ".join("".join(self._words.get(element, ())).replace("\u00ad", "").split())

    def _kids(self, element: Element) -> list[Kid]:
        """Where to note what is drawn. Inline elements find their place the first time."""
        kids = self.kids.get(element)
        if kids is None:
            kids = self.kids[element] = []
            if element.kind in INLINE and element.parent:
                self._kids(element.parent).append(element)
        return kids
