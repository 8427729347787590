"""The page: its size and margins, the sections of the book, and their running heads and folios (17.6, 17.10).

The front matter, from the title page on, is one section with Roman folios; the body begins at 1. Where the style wants
contributions on right-hand pages, each is a section of its own, since no other break leaves a page empty.
"""

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from procpub.style import Page
from procpub.writers.docx.ooxml import RELATIONSHIP_ID, Element, field, paragraph, run, text, twips, w
from procpub.writers.docx.parts import add_part

_POINTS_PER_MM = 72 / 25.4


def text_width(page: Page) -> float:
    """The measure, in points."""
    return (page.width - page.inner - page.outer) * _POINTS_PER_MM


def text_height(page: Page) -> float:
    """The height of the text area, in points."""
    return (page.height - page.top - page.bottom) * _POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Sections:
    """Makes the `w:sectPr` of each section; the relationships are those of its headers and footers."""

    page: Page
    right_to_left: bool
    front: tuple[Element, ...]
    body: tuple[Element, ...]

    def front_matter(self) -> Element:
        """The section from the title page, which has no head or foot, to the end of the front matter."""
        return self._section(self.front, "nextPage", w("pgNumType", fmt="lowerRoman", start="1"), title_page=True)

    def first_of_body(self) -> Element:
        """The section that the body begins with, at 1, which is a right-hand page by its number."""
        return self._section(self.body, "nextPage", w("pgNumType", fmt="decimal", start="1"))

    def next_of_body(self) -> Element:
        """A further section of the body, on the next right-hand page; heads and feet are those of the one before."""
        return self._section((), "oddPage", w("pgNumType", fmt="decimal"))

    def _section(
        self, references: tuple[Element, ...], start: str, numbers: Element, *, title_page: bool = False
    ) -> Element:
        page = self.page
        section = w(
            "sectPr",
            *references,
            w("type", val=start),
            w("pgSz", w=_mm(page.width), h=_mm(page.height)),
            w(
                "pgMar",
                top=_mm(page.top),
                right=_mm(page.outer),
                bottom=_mm(page.bottom),
                left=_mm(page.inner),
                header=_mm(page.top / 2),
                footer=_mm(page.bottom / 2),
                gutter="0",
            ),
            numbers,
        )
        if title_page:
            section.append(w("titlePg"))
        if self.right_to_left:
            section.append(w("bidi"))
        return section


def _mm(length: float) -> str:
    return twips(length * _POINTS_PER_MM)


def add_sections(document: DocumentPart, page: Page, title: str, *, right_to_left: bool) -> Sections:
    """Adds headers and footers to the package: the book's title on the left and over the front matter, the heading of
    the piece on the right and where there is one side only; folios below.
    """
    book = run(text(title))
    # Until a program has laid the pages out it shows the result in the file, which must not be wrong on any page.
    piece = field('STYLEREF "Heading 1"', run(text(title)))
    front = [_header(document, "default", book), _footer(document, "default")]
    body = [_header(document, "default", *piece)]
    if page.two_sided:
        front += [_header(document, "even", run(text(title))), _footer(document, "even")]
    return Sections(page, right_to_left, tuple(_ordered(front)), tuple(body))


def _ordered(references: list[Element]) -> list[Element]:
    """Header references before footer references, as most programs write them."""
    return sorted(references, key=lambda reference: reference.tag, reverse=True)


def _header(document: DocumentPart, kind: str, *content: Element) -> Element:
    root = w("hdr", paragraph("Header", *content))
    file = f"header{len(document.rels)}.xml"
    _, identifier = add_part(document, HeaderPart, file, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, root)
    return _reference("headerReference", kind, identifier)


def _footer(document: DocumentPart, kind: str) -> Element:
    root = w("ftr", paragraph("Footer", *field("PAGE", run(text("1")))))
    file = f"footer{len(document.rels)}.xml"
    _, identifier = add_part(document, FooterPart, file, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, root)
    return _reference("footerReference", kind, identifier)


def _reference(tag: str, kind: str, relationship: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(RELATIONSHIP_ID, relationship)
    return reference
