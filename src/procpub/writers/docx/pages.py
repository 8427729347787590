"""The page: its size and margins, the sections of the book, and their running heads and folios (17.6, 17.10).

Up to the end of the front matter, folios are Roman; the body begins at 1. In the body, each piece
that begins a page is a section: so it has a running head of its own, none on its first page, and can begin on a right-
hand page, where the style wants that.
"""

import re
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.story import StoryPart

from procpub.layout.fallback import Fonts
from procpub.layout.flow.lines import Widths
from procpub.layout.geometry import POINTS_PER_MM, Geometry
from procpub.layout.proportions import EDGE, FOLIO_DROP, HEAD_RISE
from procpub.layout.running_heads import fitted
from procpub.style import Page, Style
from procpub.writers.docx.ooxml import RELATIONSHIP_ID, Element, name, paragraph, run, text, texts, twips, w
from procpub.writers.docx.ooxml import field as field_runs
from procpub.writers.docx.parts import add_part

_HEADING = re.compile("Heading ([1-9])")
_REFERENCES = (name("headerReference"), name("footerReference"))

ABOVE_BASELINE = 0.8
"""How much of a line's exact height word processors put above its baseline."""


def text_width(page: Page) -> float:
    """The measure, in points."""
    return Geometry.of(page).text_width


def text_height(page: Page) -> float:
    """The height of the text area, in points."""
    return Geometry.of(page).text_height


class Head(NamedTuple):
    """What right-hand pages bear at their head: the words, and the field that repeats them from the heading, if they
    are all of it.
    """

    words: str
    field: str = ""


class Sections:
    """Makes the `w:sectPr` of each section, with its running heads and feet: the book's title on the left and over the
    front matter, the heading of the piece on the right and where there is one side only, but nothing on the section's
    first page; folios below, but for the title page.

    What a section does not say of heads and feet is as in the one before it.
    """

    def __init__(self, document: DocumentPart, style: Style, title: str, *, right_to_left: bool) -> None:
        """`title` is the book's."""
        self._document = document
        self._style = style
        self._right_to_left = right_to_left
        role = style.role("running-head")
        fonts = Fonts(style).chain(role.font, bold=role.bold, italic=role.italic)
        self._widths = Widths(fonts, role.size, capitals=role.capitals)
        self._title = self._fitted(title)
        self._heads: dict[Head, str] = {}
        self._folios: dict[str, str] = {}
        self.furniture: list[Element] = []
        """The roots of the parts with heads and feet."""

    def head(self, heading_style: str, heading: str) -> Head:
        """The running head over the pages of a piece with this heading, in the paragraph style of this name.

        Word's own headings are called by their level, as each language of Word has another name for them.
        """
        words = self._fitted(heading)
        if words != heading:
            return Head(words)
        own = _HEADING.fullmatch(heading_style)
        return Head(words, f"STYLEREF {own[1]}" if own else f'STYLEREF "{heading_style}"')

    def title_head(self) -> Head:
        """The running head over the pages of a piece without a heading: the book's title."""
        return Head(self._title)

    def first_leaf(self) -> Element:
        """The section of title page and imprint, which have neither head nor foot."""
        return self._section([], "nextPage", w("pgNumType", fmt="lowerRoman", start="1"))

    def front_matter(self) -> Element:
        """The section from the contents to the end of the front matter."""
        references = [
            _reference("headerReference", "default", self._header("Header", Head(self._title))),
            _reference("footerReference", "default", self._folio("Footer")),
        ]
        if self._style.page.two_sided:
            references += [
                _reference("headerReference", "even", self._header("HeaderLeft", Head(self._title))),
                _reference("footerReference", "even", self._folio("FooterLeft")),
            ]
        return self._section(references, "nextPage", w("pgNumType", fmt="lowerRoman"))

    def first_of_body(self, head: Head) -> Element:
        """The section that the body begins with, at 1, which is a right-hand page by its number."""
        return self._section(self._references(head), "nextPage", w("pgNumType", fmt="decimal", start="1"))

    def next_of_body(self, head: Head) -> Element:
        """A further section of the body, on the next page, or the next right-hand page if the style wants that."""
        start = "oddPage" if self._style.recto else "nextPage"
        return self._section(self._references(head), start, w("pgNumType", fmt="decimal"))

    def open(self, section: Element, *, recto: bool) -> None:
        """Gives a section's first page, which has a foot of its own, that of the side that it is on."""
        style = "Footer" if recto or not self._style.page.two_sided else "FooterLeft"
        place = sum(child.tag in _REFERENCES for child in section)
        section.insert(place, _reference("footerReference", "first", self._folio(style)))

    def _section(self, references: list[Element], start: str, numbers: Element) -> Element:
        page = self._style.page
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
                header=twips(self._above_head()),
                footer=twips(self._below_folio()),
                gutter="0",
            ),
            numbers,
            w("titlePg"),
        )
        if self._right_to_left:
            section.append(w("bidi"))
        return section

    def _above_head(self) -> float:
        """From the edge of the page to the top of the running head's line, whose baseline is as in print."""
        role = self._style.role("running-head")
        baseline = max(self._style.page.top * POINTS_PER_MM - HEAD_RISE * role.leading, EDGE + role.size)
        return baseline - ABOVE_BASELINE * role.leading

    def _below_folio(self) -> float:
        """From the foot of the folio's line to the edge of the page."""
        role = self._style.role("folio")
        baseline = max(self._style.page.bottom * POINTS_PER_MM - FOLIO_DROP * role.leading, EDGE)
        return baseline - (1 - ABOVE_BASELINE) * role.leading

    def _fitted(self, words: str) -> str:
        return fitted(words, text_width(self._style.page), self._widths.width)

    def _references(self, head: Head) -> list[Element]:
        """The reference to a running head of the body."""
        if head not in self._heads:
            self._heads[head] = self._header("Header", head)
        return [_reference("headerReference", "default", self._heads[head])]

    def _header(self, style: str, head: Head) -> str:
        """The relationship to a new running head in the paragraph style with this id."""
        words = run(*texts(head.words))
        content = field_runs(head.field, words) if head.field else [words]
        root = w("hdr", paragraph(style, *content))
        return self._add(HeaderPart, root, "header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)

    def _folio(self, style: str) -> str:
        """The relationship to the foot in this style, which shows the folio."""
        if style not in self._folios:
            root = w("ftr", paragraph(style, *field_runs("PAGE", run(text("1")))))
            kind = (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
            self._folios[style] = self._add(FooterPart, root, "footer", *kind)
        return self._folios[style]

    def _add(self, kind: type[StoryPart], root: Element, stem: str, content_type: str, relationship: str) -> str:
        self.furniture.append(root)
        file = f"{stem}{len(self.furniture)}.xml"
        return add_part(self._document, kind, file, content_type, relationship, root)[1]


def _mm(length: float) -> str:
    return twips(length * POINTS_PER_MM)


def _reference(tag: str, kind: str, relationship: str) -> Element:
    reference = w(tag, type=kind)
    reference.set(RELATIONSHIP_ID, relationship)
    return reference
