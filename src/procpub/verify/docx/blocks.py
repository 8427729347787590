"""The body of a DOCX as blocks, notes and contents (ISO/IEC 29500-1, 17.3, 17.4 and 17.11)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from procpub.verify.body import Body
from procpub.verify.docx.numbering import Numbering
from procpub.verify.docx.pages import Pages, sections_end
from procpub.verify.docx.runs import Gathered, Gatherer
from procpub.verify.docx.styles import VALUE, Style, W, integer
from procpub.verify.witness import Block, Cell, Entry, Item, Kind, Link, Place
from procpub.verify.words import Growing, one_line

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGE = "_page-"
"""Bookmarks that tell where pages of the PDF begin are called so, with the page's label behind it."""

_TITLE_STYLES = (
    "title",
    "subtitle",
    "parallel title",
    "meeting",
    "editors",
    "author",
    "date",
    "organiser",
    "imprint",
    "abstract",
)
_ENTRY = frozenset({f"{W}t", f"{W}tab"})
_DEEPEST_OUTLINE = 9
_BRACKETED = re.compile(r"^\[(.*)\]$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the text refers to in other parts of the file."""

    styles: Mapping[str, Style]
    notes: Mapping[str, etree._Element]
    """Footnotes and endnotes, by names like "footnote 2"."""
    addresses: Mapping[str, str]
    """Where links lead that leave the file, by the ids of relationships; `addresses_of_notes`, those in notes."""
    addresses_of_notes: Mapping[str, str]
    fault_of: Callable[[str], str]
    """What is wrong with a picture, by the id of its relationship."""


@dataclass(slots=True)
class Story(Body):
    """What was found."""

    entries: list[Entry] = field(default_factory=list)
    title_page: list[str] = field(default_factory=list)
    imprint: list[str] = field(default_factory=list)


class Reader:
    """Reads the story: paragraph by paragraph, in order."""

    def __init__(self, package: Package, numbering: Numbering) -> None:
        self.story = Story()
        self._package = package
        self._styles = package.styles
        self._numbering = numbering
        self._addresses = package.addresses
        self._gatherer = Gatherer(package.styles, None)
        self._held: Gathered | None = None
        self._bookmarks: frozenset[str] = frozenset()
        self._paragraphs = 0
        self._before_text = True
        """Whether nothing but the title page was found so far."""
        self._has_contents = False
        self._in_note = False
        self._pages: Pages | None = None

    def read(self, body: etree._Element) -> None:
        """Adds what is in the document's body."""
        self._pages = self._gatherer.pages = Pages(body)
        self._bookmarks = frozenset(each.get(f"{W}name", "") for each in body.iter(f"{W}bookmarkStart"))
        self._has_contents = any(self._toc_level(self._style(p)) for p in body.iter(f"{W}p"))
        self._read(body)

    def _read(self, container: Iterable[etree._Element]) -> None:
        for element in container:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)
            elif element.tag == f"{W}sdt":
                content = element.find(f"{W}sdtContent")
                self._read(content if content is not None else ())
            elif element.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml"):
                self._read(element)
            elif element.tag == f"{W}bookmarkStart":
                self._bookmark(element.get(f"{W}name", ""), 0)

    def _paragraph(self, element: etree._Element) -> None:
        """Adds a paragraph, or holds it, where the mark at its end was deleted: then it goes on in the next one."""
        self._paragraphs += 1
        gathered, self._held = self._held or Gathered(), None
        self._gatherer.gather(element, gathered)
        for name, before in gathered.bookmarks:
            self._bookmark(name, before)
        gathered.bookmarks = []
        if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            self._held = gathered
            return
        self._place_paragraph(element, self._style(element), gathered)
        for box in gathered.boxes:
            self._read(box)
        if self._pages is not None and sections_end(element):
            self._pages.end_section()

    def _place_paragraph(self, element: etree._Element, style: Style, gathered: Gathered) -> None:
        text = str(gathered.text)
        if level := self._toc_level(style):
            self._before_text = False
            self._entry(element, level)
        elif style.is_a("toc heading", "section end"):
            return
        elif self._before_text and (self._has_contents or style.is_a(*_TITLE_STYLES)):
            where = self.story.imprint if style.is_a("imprint") else self.story.title_page
            where.append(text)
        else:
            self._before_text = self._before_text and not one_line(text)
            self._text(element, style, gathered)

    def _text(self, element: etree._Element, style: Style, gathered: Gathered) -> None:
        text = str(gathered.text)
        stands_in = style.is_a("figure") and bool(text)
        if stands_in:
            text = _BRACKETED.sub(r"\1", text)
            gathered.text = Growing()
            gathered.text.add(text)
        level = self._heading_level(element, style)
        self._add_item(element, style)
        self._add_pictures(gathered)
        if one_line(text):
            kind = Kind.HEADING if level else Kind.CAPTION if style.is_a("caption") else Kind.PARAGRAPH
            self.story.append(
                Block(
                    kind=kind,
                    text=text,
                    place=self._place(gathered),
                    level=level,
                    page=gathered.page or "",
                    stands_in=stands_in,
                )
            )
        self._close(gathered)

    def _add_pictures(self, gathered: Gathered) -> None:
        for description, relationship in gathered.pictures:
            place = self._place(gathered)
            self.story.add_picture(description, place)
            self.story.complain_of_picture(description, self._package.fault_of(relationship), place)

    def _close(self, gathered: Gathered) -> None:
        """Counts what was read, and adds the notes that it calls."""
        self.story.visible += gathered.text.visible
        self.story.links += map(self._link, gathered.links)
        for note, offset in gathered.calls:
            self._note(note, max(len(self.story.blocks) - 1, 0), offset)

    def _table(self, table: etree._Element) -> None:
        self.story.tables += 1
        self._before_text = False
        row = 0
        for element in table.iterchildren(f"{W}tr"):
            if element.find(f"{W}trPr/{W}del") is not None:
                continue
            row += 1
            column = 1
            is_head = element.find(f"{W}trPr/{W}tblHeader") is not None
            for cell in cells_of(element):
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                columns = integer(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                if merge is None or merge.get(VALUE) == "restart":
                    rows = 1 if merge is None else 1 + _continued(element, column)
                    self._cell(cell, Cell(self.story.tables, row, column, is_head, rows, columns))
                column += columns

    def _cell(self, element: etree._Element, cell: Cell) -> None:
        """Adds a cell: the text of its paragraphs, and of tables in it."""
        whole = Gathered()
        for part in element.iter(f"{W}p", f"{W}bookmarkStart"):
            if part.tag == f"{W}p":
                self._paragraphs += 1
                if self._style(part).is_a("table heading"):
                    cell = replace(cell, header=True)
                whole.text.add(" " if whole.text.visible else "")
                self._gatherer.gather(part, whole)
            elif part in element:  # those inside of paragraphs are met there
                whole.bookmarks.append((part.get(f"{W}name", ""), whole.text.visible))
        for name, before in whole.bookmarks:
            self._bookmark(name, before)
        self.story.append(Block(kind=Kind.CELL, text=str(whole.text), place=self._place(whole), cell=cell))
        self._add_pictures(whole)
        self._close(whole)

    def _link(self, element: etree._Element) -> Link:
        anchor = element.get(f"{W}anchor", "")
        address = self._addresses.get(element.get(f"{_RELATIONSHIPS}id", ""), "")
        dead = not address and anchor not in self._bookmarks
        return Link(address or anchor, self._place(), is_inner=not address, is_dead=dead)

    def _note(self, name: str, block: int, offset: int) -> None:
        """Adds a note; `name` is like "footnote 2"."""
        element = self._package.notes.get(name)
        if element is None or self._in_note:
            return
        package = replace(self._package, addresses=self._package.addresses_of_notes)
        inner = Reader(package, self._numbering)
        inner._in_note, inner._before_text, inner._bookmarks = True, False, self._bookmarks
        inner._read(element)
        self.story.add_note(inner.story, Place(name), block, offset)

    def _bookmark(self, name: str, before: int) -> None:
        if name.startswith(_PAGE):
            self.story.begin_page(name.removeprefix(_PAGE), self._place(), before)
        else:
            self.story.waiting.append(name)

    def _entry(self, element: etree._Element, level: int) -> None:
        """An entry of the contents: its words, a tab, its page."""
        text: list[str] = []
        link = ""
        for part in element.iter(f"{W}r", f"{W}hyperlink"):
            if part.tag == f"{W}hyperlink":
                link = part.get(f"{W}anchor", "")
            text += ("\t" if each.tag == f"{W}tab" else each.text or "" for each in part if each.tag in _ENTRY)
        label, _, page = "".join(text).rpartition("\t") if "\t" in text else ("".join(text), "", "")
        if one_line(label):
            self.story.entries.append(
                Entry(label=one_line(label), level=level, place=self._place(), page=one_line(page), link=link)
            )

    def _place(self, gathered: Gathered | None = None) -> Place:
        page = gathered.page if gathered else ""
        return Place(f"page {page}, paragraph {self._paragraphs}" if page else f"paragraph {self._paragraphs}")

    def _style(self, paragraph: etree._Element) -> Style:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._styles.get(style.get(VALUE, "") if style is not None else "", Style())

    def _toc_level(self, style: Style) -> int:
        """The level of a style for contents, from 1; 0 if it is none."""
        levels = (int(name.removeprefix("toc ")) for name in style.names if name.removeprefix("toc ").isdecimal())
        return next(levels, 0)

    def _heading_level(self, paragraph: etree._Element, style: Style) -> int:
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        level = integer(own, _DEEPEST_OUTLINE) if own is not None else style.outline
        return level + 1 if level is not None and level < _DEEPEST_OUTLINE else 0

    def _add_item(self, paragraph: etree._Element, style: Style) -> None:
        """Adds the item of a list that the paragraph begins, if it does."""
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        numbering = numbering if numbering is not None else style.numbering
        instance = numbering.find(f"{W}numId") if numbering is not None else None
        if numbering is None or instance is None:
            return
        level = integer(numbering.find(f"{W}ilvl"), 0)
        marker = self._numbering.marker(instance.get(VALUE, ""), level)
        if marker is not None:
            self.story.items.append(Item(level + 1, marker, len(self.story.blocks), self._place()))


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, those in content controls too, but not those of tables in them."""
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from cells_of(element)


def _continued(row: etree._Element, column: int) -> int:
    """In how many rows below this one the cell that begins in a column goes on."""
    count = 0
    for below in row.itersiblings(f"{W}tr"):
        place = 1
        for cell in cells_of(below):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if place == column and (merge is None or merge.get(VALUE) == "restart"):
                return count
            place += integer(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        count += 1
    return count
