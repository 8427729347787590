"""The page: its size and margins, the sections of the book, and their running heads and folios (17.6, 17.10).

The front matter, from the title page on, is one section with Roman folios; the body begins at 1. Where the style wants
contributions on right-hand pages, each is a section of its own, since no other break leaves a page empty.
"""

from dataclasses import dataclass, field

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from procpub.style import Page, Style
from procpub.writers.docx.ooxml import RELATIONSHIP_ID, Element, paragraph, run, text, twips, w
from procpub.writers.docx.ooxml import field as field_runs
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
    """Makes the `w:sectPr` of each section, with its running heads and feet: the book's title on the left and over the
    front matter, the heading of the piece on the right and where there is one side only; folios below.

    What a section does not say of heads and feet is as in the one before it.
    """

    document: DocumentPart
    style: Style
    title: str
    right_to_left: bool
    _heads: dict[str, str] = field(default_factory=dict)
    """The relationships to the running heads that there are, by the styles of the headings that they repeat."""

    def front_matter(self) -> Element:
        """The section from the title page, which has no head or foot, to the end of the front matter."""
        kinds = ("default", "even") if self.style.page.two_sided else ("default",)
        references = [
            *(_reference("headerReference", kind, self._header(run(text(self.title)))) for kind in kinds),
            *(_reference("footerReference", kind, self._footer()) for kind in kinds),
        ]
        numbers = w("pgNumType", fmt="lowerRoman", start="1")
        return self._section(references, "nextPage", numbers, title_page=True)

    def first_of_body(self, heading_style: str) -> Element:
        """The section that the body begins with, at 1, which is a right-hand page by its number.

        `heading_style` is the name of the style of the headings that the running heads repeat.
        """
        return self._section([self._head(heading_style)], "nextPage", w("pgNumType", fmt="decimal", start="1"))

    def next_of_body(self, heading_style: str) -> Element:
        """A further section of the body, on the next page, or the next right-hand page if the style wants that."""
        start = "oddPage" if self.style.recto else "nextPage"
        return self._section([self._head(heading_style)], start, w("pgNumType", fmt="decimal"))

    def _section(self, references: list[Element], start: str, numbers: Element, *, title_page: bool = False) -> Element:
        page = self.style.page
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

    def _head(self, heading_style: str) -> Element:
        """The reference to the running head that repeats the headings of a style."""
        if heading_style not in self._heads:
            # Until a program has laid the pages out it shows the result in the file, which must not be wrong on any.
            repeated = field_runs(f'STYLEREF "{heading_style}"', run(text(self.title)))
            self._heads[heading_style] = self._header(*repeated)
        return _reference("headerReference", "default", self._heads[heading_style])

    def _header(self, *content: Element) -> str:
        """The relationship to a new running head."""
        root = w("hdr", paragraph("Header", *content))
        file = f"header{len(self.document.rels)}.xml"
        part = add_part(self.document, HeaderPart, file, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, root)
        return part[1]

    def _footer(self) -> str:
        """The relationship to a new foot, which shows the folio."""
        root = w("ftr", paragraph("Footer", *field_runs("PAGE", run(text("1")))))
        file = f"footer{len(self.document.rels)}.xml"
        part = add_part(self.document, FooterPart, file, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, root)
        return part[1]


def _mm(length: float) -> str:
    return twips(length * _POINTS_PER_MM)


def _reference(tag: str, kind: str, relationship: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(RELATIONSHIP_ID, relationship)
    return reference
