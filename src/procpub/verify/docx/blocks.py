"""The body of a DOCX as blocks, notes and contents (ISO/IEC 29500-1, 17.3, 17.4 and 17.11)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from procpub.verify.docx.numbering import Numbering
from procpub.verify.docx.pages import BREAK, Pages, sections_end
from procpub.verify.docx.styles import VALUE, Style, W, integer
from procpub.verify.witness import Block, Cell, Entry, Item, Kind, Link, Note, PageStart, Place
from procpub.verify.words import one_line, visible

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PAGE = "_page-"
"""Bookmarks that tell where pages of the PDF begin are called so, with the page's label behind it."""

_SHOWN = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
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
_SHOWING = frozenset({f"{W}t", f"{W}tab", f"{W}drawing", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}sym"})
_ENTRY = frozenset({f"{W}t", f"{W}tab"})
_DEEPEST_OUTLINE = 9
_BRACKETED = re.compile(r"^\[(.*)\]$", re.DOTALL)


@dataclass(slots=True)
class Story:
    """What was found."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    pages: list[PageStart] = field(default_factory=list)
    title_page: list[str] = field(default_factory=list)
    imprint: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Gathered:
    """The text of a paragraph, the notes that it calls, the descriptions of its pictures, and the page that it begins
    on.
    """

    text: list[str] = field(default_factory=list)
    calls: list[tuple[str, int]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    links: list[etree._Element] = field(default_factory=list)
    page: str | None = None

    def visible(self) -> int:
        return len(visible("".join(self.text)))


class Reader:
    """Reads the story: paragraph by paragraph, in order."""

    def __init__(
        self,
        styles: Mapping[str, Style],
        numbering: Numbering,
        footnotes: Mapping[str, etree._Element],
        addresses: Mapping[str, str],
        addresses_of_notes: Mapping[str, str],
    ) -> None:
        """The addresses are those of links, by the ids of relationships: in the text and in the notes."""
        self.story = Story()
        self._styles = styles
        self._numbering = numbering
        self._footnotes = footnotes
        self._addresses = addresses
        self._addresses_of_notes = addresses_of_notes
        self._bookmarks: frozenset[str] = frozenset()
        self._ids: list[str] = []
        self._count = 0
        self._tables = 0
        self._paragraphs = 0
        self._before_text = True
        """Whether nothing but the title page was found so far."""
        self._has_contents = False
        self._in_note = False
        self._pages: Pages | None = None

    def read(self, body: etree._Element) -> None:
        """Adds what is in the document's body."""
        self._pages = Pages(body)
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
            elif element.tag in (f"{W}ins", f"{W}customXml"):
                self._read(element)
            elif element.tag == f"{W}bookmarkStart":
                self._bookmark(element, 0)

    def _paragraph(self, element: etree._Element) -> None:
        self._paragraphs += 1
        self._read_paragraph(element, self._style(element))
        if self._pages is not None and sections_end(element):
            self._pages.end_section()

    def _read_paragraph(self, element: etree._Element, style: Style) -> None:
        gathered = self._gather(element)
        text = "".join(gathered.text)
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

    def _text(self, element: etree._Element, style: Style, gathered: _Gathered) -> None:
        text = "".join(gathered.text)
        stands_in = style.is_a("figure") and bool(text)
        if stands_in:
            text = _BRACKETED.sub(r"\1", text)
            gathered.text = [text]
        level = self._heading_level(element, style)
        self._add_item(element, style)
        for picture in gathered.pictures:
            self._append(Block(kind=Kind.FIGURE, text="", place=self._place(gathered), alternative=picture))
        if one_line(text):
            kind = Kind.HEADING if level else Kind.CAPTION if style.is_a("caption") else Kind.PARAGRAPH
            self._append(
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

    def _close(self, gathered: _Gathered) -> None:
        """Counts what was read, and adds the notes that it calls."""
        self._count += gathered.visible()
        self.story.links += map(self._link, gathered.links)
        for note, offset in gathered.calls:
            self._note(note, max(len(self.story.blocks) - 1, 0), offset)

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        self._before_text = False
        for row, element in enumerate(table.findall(f"{W}tr"), start=1):
            column = 1
            is_head = element.find(f"{W}trPr/{W}tblHeader") is not None
            for cell in element.iter(f"{W}tc"):
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                columns = integer(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                if merge is None or merge.get(VALUE) == "restart":
                    rows = 1 if merge is None else 1 + _continued(element, column)
                    self._cell(cell, Cell(self._tables, row, column, is_head, rows, columns))
                column += columns

    def _cell(self, element: etree._Element, cell: Cell) -> None:
        whole = _Gathered()
        for paragraph in element.iter(f"{W}p", f"{W}bookmarkStart"):
            if paragraph.tag != f"{W}p":
                if paragraph in element:  # those inside of paragraphs are met there
                    self._bookmark(paragraph, whole.visible())
                continue
            self._paragraphs += 1
            if self._style(paragraph).is_a("table heading"):
                cell = replace(cell, header=True)
            if whole.text:
                whole.text.append(" ")
            self._gather_into(paragraph, whole)
        self._append(Block(kind=Kind.CELL, text="".join(whole.text), place=self._place(whole), cell=cell))
        for picture in whole.pictures:
            self._append(Block(kind=Kind.FIGURE, text="", place=self._place(whole), alternative=picture))
        self._close(whole)

    def _gather(self, paragraph: etree._Element) -> _Gathered:
        found = _Gathered()
        self._gather_into(paragraph, found)
        return found

    def _gather_into(self, paragraph: etree._Element, found: _Gathered) -> None:
        found.links += filter(_has_words, paragraph.iter(f"{W}hyperlink"))
        for element in _inside(paragraph):
            tag = element.tag
            if tag == f"{W}r":
                self._run(element, found)
            elif tag == f"{W}bookmarkStart":
                self._bookmark(element, found.visible())

    def _run(self, run: etree._Element, found: _Gathered) -> None:
        style = run.find(f"{W}rPr/{W}rStyle")
        is_mark = style is not None and self._styles.get(style.get(VALUE, ""), Style()).is_a(
            "footnote reference", "endnote reference"
        )
        hidden = run.find(f"{W}rPr/{W}vanish")
        if hidden is not None and hidden.get(VALUE) not in ("0", "false"):
            return
        for part in run:
            if part.tag == BREAK:
                self._turn()
            elif part.tag in _SHOWING:
                self._show(found)
            if part.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                found.calls.append((part.get(f"{W}id", ""), found.visible()))
                if part.get(f"{W}customMarkFollows"):
                    return
            elif is_mark:
                continue
            elif part.tag == f"{W}t":
                found.text.append(part.text or "")
            elif part.tag in _SHOWN:
                found.text.append(_SHOWN[part.tag])
            elif part.tag == f"{W}drawing":
                found.pictures += [one_line(each.get("descr", "")) for each in part.iter(f"{_DRAWING}docPr")]

    def _link(self, element: etree._Element) -> Link:
        anchor = element.get(f"{W}anchor", "")
        address = self._addresses.get(element.get(f"{_RELATIONSHIPS}id", ""), "")
        dead = not address and anchor not in self._bookmarks
        return Link(address or anchor, self._place(), is_inner=not address, is_dead=dead)

    def _turn(self) -> None:
        if self._pages is not None:
            self._pages.turn()

    def _show(self, found: _Gathered) -> None:
        """Something of a paragraph is on the page now."""
        if self._pages is not None:
            self._pages.show()
            if found.page is None:
                found.page = self._pages.label()

    def _note(self, identifier: str, block: int, offset: int) -> None:
        element = self._footnotes.get(identifier)
        if element is None or self._in_note:
            return
        inner = Reader(self._styles, self._numbering, {}, self._addresses_of_notes, {})
        inner._in_note, inner._before_text, inner._bookmarks = True, False, self._bookmarks
        inner._read(element)
        text = " ".join(each.text for each in inner.story.blocks)
        self.story.notes.append(Note(text=text, place=Place(f"footnote {identifier}"), block=block, offset=offset))
        self.story.links += inner.story.links

    def _bookmark(self, element: etree._Element, before: int) -> None:
        name = element.get(f"{W}name", "")
        if name.startswith(_PAGE):
            start = PageStart(label=name.removeprefix(_PAGE), offset=self._count + before, place=self._place())
            self.story.pages.append(start)
        else:
            self._ids.append(name)

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

    def _append(self, block: Block) -> None:
        block.ids, self._ids = tuple(self._ids), []
        self.story.blocks.append(block)

    def _place(self, gathered: _Gathered | None = None) -> Place:
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


def _continued(row: etree._Element, column: int) -> int:
    """In how many rows below this one the cell that begins in a column goes on."""
    count = 0
    for below in row.itersiblings(f"{W}tr"):
        place = 1
        for cell in below.iter(f"{W}tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if place == column and (merge is None or merge.get(VALUE) == "restart"):
                return count
            place += integer(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        count += 1
    return count


def _has_words(link: etree._Element) -> bool:
    return bool(visible("".join(part.text or "" for part in link.iter(f"{W}t"))))


def _inside(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Runs and bookmarks in a paragraph, whatever links and insertions they are in; what was deleted is left out."""
    for element in paragraph:
        if element.tag in (f"{W}r", f"{W}bookmarkStart"):
            yield element
        elif element.tag in (f"{W}hyperlink", f"{W}ins", f"{W}smartTag", f"{W}fldSimple"):
            yield from _inside(element)
        elif element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            yield from _inside(content) if content is not None else ()
