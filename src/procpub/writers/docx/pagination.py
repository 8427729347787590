"""On which page of the document everything stands: the text laid out as a word processor will do it.

It is the finished XML that is laid out, so that nothing is counted which is not in the file. Lengths in twips.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil

from procpub.layout.flow.pages import Flow, Paragraph, Start
from procpub.model.numerals import roman
from procpub.writers.docx.looks import Looks
from procpub.writers.docx.measure import ID, ROW, VALUE, Measurer, P
from procpub.writers.docx.ooxml import Element, name
from procpub.writers.docx.page_marks import mark_pages
from procpub.writers.docx.styles import FOOTNOTE_RULE

_TABLE, _SDT, _SECTION, _BOOKMARK, _FOOTNOTE = (
    name(tag) for tag in ("tbl", "sdt", "sectPr", "bookmarkStart", "footnote")
)


@dataclass(slots=True)
class _Part:
    """What is numbered from one page on: its paragraphs one after the other, and which of them bookmarks stand at."""

    measurer: Measurer
    width: int
    numbers: Element | None
    """The numbering of its pages: `w:pgNumType`."""
    elements: list[Element] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    bookmarks: dict[str, int] = field(default_factory=dict)
    _style: str = ""

    def add(self, elements: Iterable[Element], start: Start) -> None:
        """Adds a section, which begins there."""
        for element in elements:
            if element.tag == P:
                self._add_paragraph(element, start)
            elif element.tag == _TABLE:
                self._mark(element)
                self.paragraphs += self.measurer.rows(element, start)
                self.elements += element.iter(ROW)
                self._style = ""
            elif element.tag == _BOOKMARK:
                self.bookmarks[element.get(name("name"), "")] = len(self.paragraphs)
                continue
            elif element.tag == _SDT:
                self.add(element[-1], start)
            else:
                continue
            start = Start.HERE

    def _add_paragraph(self, element: Element, start: Start) -> None:
        self._mark(element)
        paragraph = self.measurer.paragraph(element, self.width, start)
        style = element[0][0].get(VALUE, "")
        if style == self._style and self.measurer.looks.paragraph(element[0]).closed_up:
            self.paragraphs[-1] = replace(self.paragraphs[-1], after=0)
            paragraph = replace(paragraph, before=0)
        self._style = style
        self.paragraphs.append(paragraph)
        self.elements.append(element)

    def _mark(self, element: Element) -> None:
        for bookmark in element.iter(_BOOKMARK):
            self.bookmarks[bookmark.get(name("name"), "")] = len(self.paragraphs)

    def paginate(self, height: int, separator: int, *, is_first: bool) -> dict[str, str]:
        """Marks where its pages begin; gives the page that each bookmark stands on."""
        if not self.paragraphs or self.numbers is None:
            return {}
        flow = Flow(height, separator)
        begins = flow.fill(self.paragraphs)
        starts = partial(self.measurer.line_starts, width=self.width)
        mark_pages(self.elements, flow.turns, starts, due=0 if is_first else 1)
        first = int(self.numbers.get(name("start"), "1"))
        shown = roman if self.numbers.get(name("fmt")) == "lowerRoman" else str
        return {mark: shown(first + begins[min(index, len(begins) - 1)]) for mark, index in self.bookmarks.items()}


def paginate(body: Element, looks: Looks, footnotes: Element | None, indents: Mapping[str, int]) -> dict[str, str]:
    """Marks where pages begin; gives the page number at each bookmark, as the sections number their pages.

    Args:
        body: the document, finished but for the page numbers; all its sections have pages of one size.
        looks: how its styles look.
        footnotes: the footnotes part, if there is one.
        indents: how far the items of lists are set in, by the ids of numbering instances.
    """
    sections = list(_sections(body))
    size, margins = (sections[0][1].find(name(tag)) for tag in ("pgSz", "pgMar"))
    width = _length(size, "w") - _length(margins, "left") - _length(margins, "right")
    height = _length(size, "h") - _length(margins, "top") - _length(margins, "bottom")
    notes: dict[str, tuple[int, int]] = {}
    if footnotes is not None:
        notes |= _note_sizes(footnotes, Measurer(looks, indents=indents), width)
    measurer = Measurer(looks, notes, indents, height)
    separator = FOOTNOTE_RULE if notes else 0
    parts: list[_Part] = []
    for elements, properties in sections:
        numbers = properties.find(name("pgNumType"))
        if not parts or (numbers is not None and numbers.get(name("start"))):
            parts.append(_Part(measurer, width, numbers))
        recto = properties.find(name("type"))
        start = Start.RECTO if recto is not None and recto.get(VALUE) == "oddPage" else Start.PAGE
        parts[-1].add(elements, start)
    found: dict[str, str] = {}
    for part in parts:
        found |= part.paginate(height, separator, is_first=part is parts[0])
    return found


def _sections(body: Element) -> Iterator[tuple[Sequence[Element], Element]]:
    """What stands in each section, and the section's properties, which come last."""
    elements: list[Element] = []
    for element in body:
        if element.tag == _SECTION:
            yield elements, element
            return
        elements.append(element)
        last = element[0][-1] if element.tag == P else element  # where the schema has a section's properties
        if last.tag == _SECTION:
            yield elements, last
            elements = []


def _note_sizes(footnotes: Element, measurer: Measurer, width: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for footnote in footnotes.iter(_FOOTNOTE):
        paragraphs = [measurer.paragraph(element, width) for element in footnote.iter(P)]
        line = max(each.height for each in paragraphs)
        total = sum(each.lines * each.height + each.before + each.after for each in paragraphs)
        yield footnote.get(ID, ""), (ceil(total / line), line)


def _length(element: Element | None, attribute: str) -> int:
    return int(element.get(name(attribute), "0")) if element is not None else 0
