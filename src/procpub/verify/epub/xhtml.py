"""The documents of an EPUB as blocks and notes (HTML Living Standard; EPUB Structural Semantics Vocabulary 1.1)."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from procpub.verify.body import Body
from procpub.verify.grid import Grid
from procpub.verify.numerals import numeral
from procpub.verify.witness import Cell, Item, Kind, Link, PageStart, Place
from procpub.verify.words import Growing, one_line, visible
from procpub.verify.xml import Element, Mixed, local, mixed, text_of, whole

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "figure",
        "figcaption",
        "nav",
        "main",
        "hgroup",
        "pre",
        "hr",
        "address",
        "body",
        "details",
        "summary",
        *_HEADINGS,
    }
)
_NOTES = frozenset({"footnote", "endnote", "rearnote"})
_NOTE_LISTS = frozenset({"footnotes", "endnotes", "rearnotes"})


def kinds(element: Element) -> frozenset[str]:
    """What an element says it is: its `epub:type` and its role, without the prefix of the latter."""
    said = f"{element.get(f'{EPUB}type', '')} {element.get('role', '')}".split()
    return frozenset(each.removeprefix("doc-") for each in said)


@dataclass(slots=True)
class PageMark:
    """Where a page begins, as the text says it: the label and the id, with the file."""

    label: str
    address: str
    start: PageStart


@dataclass(slots=True)
class Text(Body):
    """The running text of the book so far."""

    pictures: list[tuple[str, str, Place]] = field(default_factory=list)
    """Their addresses, descriptions and places."""
    ids: set[str] = field(default_factory=set)
    """All addresses in the book."""
    marks: list[PageMark] = field(default_factory=list)
    """Where pages begin, as the text says it."""
    notes_by_address: dict[str, Element] = field(default_factory=dict)
    """The notes of all documents, by their addresses."""
    called: set[str] = field(default_factory=set)

    def survey(self, body: Element, file: str) -> None:
        """Finds the notes in a document, wherever they are called, and all that links can lead to."""
        self.ids.add(file)
        for element in body.iter(f"{XHTML}*"):
            self.ids.add(f"{file}#{element.get('id', '')}")
            if kinds(element) & _NOTES:
                self.notes_by_address[f"{file}#{element.get('id', '')}"] = element

    def uncalled(self) -> Iterator[Place]:
        """The places of notes that nothing calls."""
        for address, note in self.notes_by_address.items():
            if address not in self.called:
                yield Place(f"{address.partition('#')[0]}, line {note.sourceline}")


def read(body: Element, file: str, text: Text) -> None:
    """Adds a document to the text; `file` is its name."""
    _Reader(file, text).read(body)


class _Reader:
    def __init__(self, file: str, text: Text) -> None:
        self._file = file
        self._text = text
        self._depth = 0
        text.waiting.append(file)

    def read(self, element: Element) -> None:
        """Adds what is in a container; text among blocks is a paragraph."""
        inline: list[Mixed] = [element.text or ""]
        for child in element:
            if _is_block(child):
                self._paragraph(inline, element)
                inline = [child.tail or ""]
                self._block(child)
            else:
                inline += [child, child.tail or ""]
        self._paragraph(inline, element)

    def _block(self, element: Element) -> None:
        name, said = local(element), kinds(element)
        if identifier := element.get("id"):
            self._text.waiting.append(f"{self._file}#{identifier}")
        if said & (_NOTES | _NOTE_LISTS) or name == "nav" or _is_hidden(element):
            return  # notes are read where they are called
        if "pagebreak" in said:
            self._page(element)
        elif name in _HEADINGS:
            self._add(element, Kind.HEADING, level=whole(element.get("aria-level"), _HEADINGS[name]))
        elif name in ("ul", "ol"):
            self._list(element)
        elif name == "table":
            self._table(element)
        elif name == "figure":
            self._figure(element)
        elif name in ("figcaption", "caption"):
            self._add(element, Kind.CAPTION)
        else:
            self.read(element)

    def _paragraph(self, inline: Sequence[Mixed], element: Element) -> None:
        if any(not isinstance(part, str) or part.strip() for part in inline):
            self._add_text(inline, element, Kind.PARAGRAPH)

    def _list(self, element: Element) -> None:
        self._depth += 1
        number = whole(element.get("start"), 1)
        for child in element:
            if local(child) != "li":
                self._block(child)
                continue
            number = whole(child.get("value"), number)
            marker = "" if local(element) == "ul" else numeral(number, element.get("type", "1"))
            marker = _taken_out(child) or marker
            number += 1
            self._text.items.append(Item(self._depth, marker, len(self._text.blocks), self._place(child)))
            if identifier := child.get("id"):
                self._text.waiting.append(f"{self._file}#{identifier}")
            self.read(child)
        self._depth -= 1

    def _table(self, element: Element) -> None:
        self._text.tables += 1
        grid = Grid()
        for part in element.iter(f"{XHTML}caption", f"{XHTML}thead", f"{XHTML}tbody", f"{XHTML}tfoot", f"{XHTML}tr"):
            if local(part) == "caption":
                self._add(part, Kind.CAPTION)
            elif local(part) != "tr":
                grid.end_group()
            else:
                grid.next_row()
                for cell in part:
                    if local(cell) in ("th", "td"):
                        rows, columns = whole(cell.get("rowspan"), 1), whole(cell.get("colspan"), 1)
                        place = Cell(self._text.tables, *grid.place(rows, columns), local(cell) == "th", rows, columns)
                        self._add(cell, Kind.CELL, cell=place)

    def _figure(self, element: Element) -> None:
        for picture in element.iter(f"{XHTML}img"):
            self._picture(picture)
        for child in element:
            if _is_block(child):
                first = len(self._text.blocks)
                self._block(child)
                for block in self._text.blocks[first:]:
                    block.stands_in = child.get("class") == "alternative"

    def _add(self, element: Element, kind: Kind, *, level: int = 0, cell: Cell | None = None) -> None:
        self._add_text([*mixed(element)], element, kind, level=level, cell=cell)

    def _add_text(
        self,
        parts: Sequence[Mixed],
        element: Element,
        kind: Kind,
        *,
        level: int = 0,
        cell: Cell | None = None,
    ) -> None:
        words = Growing()
        calls: list[tuple[Element, int]] = []
        self._words(parts, words, calls)
        block = self._text.add_text(words, kind, self._place(element), level=level, cell=cell)
        for note, offset in calls:
            self._note(note, block, offset)

    def _words(self, parts: Sequence[Mixed], words: Growing, calls: list[tuple[Element, int]]) -> None:
        for part in parts:
            if isinstance(part, str):
                words.add(part)
                continue
            name, said = local(part), kinds(part)
            if _is_hidden(part):
                continue
            if identifier := part.get("id"):
                self._text.waiting.append(f"{self._file}#{identifier}")
            called = address(part.get("href", ""), self._file)
            if "pagebreak" in said:
                self._page(part, words.visible)
            elif "noteref" in said and called in self._text.notes_by_address:
                calls.append((self._text.notes_by_address[called], words.visible))
                self._text.called.add(called)
            elif name == "br":
                words.add(" ")
            elif name == "img":
                self._picture(part)
            elif "backlink" not in said:
                if name == "a" and part.get("href") and visible(text_of(part)):
                    self._link(part)
                self._words([*mixed(part)], words, calls)

    def _picture(self, element: Element) -> None:
        description = one_line(element.get("alt", ""))
        place = self._place(element)
        self._text.add_picture(description, place)
        self._text.pictures.append((address(element.get("src", ""), self._file), description, place))

    def _link(self, element: Element) -> None:
        href = element.get("href", "")
        inner = not urlsplit(href).scheme
        dead = inner and address(href, self._file) not in self._text.ids
        leads = address(href, self._file) if inner else href
        self._text.links.append(Link(leads, self._place(element), is_inner=inner, is_dead=dead))

    def _note(self, element: Element, block: int, offset: int) -> None:
        own = Text(notes_by_address=self._text.notes_by_address, called=self._text.called, ids=self._text.ids)
        _Reader(self._file, own).read(element)
        self._text.add_note(own, self._place(element), block, offset)

    def _page(self, element: Element, before: int = 0) -> None:
        label = element.get("aria-label") or element.get("title") or one_line(text_of(element))
        start = self._text.begin_page(label, self._place(element), before)
        self._text.marks.append(PageMark(label, f"{self._file}#{element.get('id', '')}", start))

    def _place(self, element: Element) -> Place:
        return Place(f"{self._file}, line {element.sourceline}")


def _taken_out(item: Element) -> str:
    """The marker that an item begins with, where that is text; it is no word of the item's then."""
    for element in item.iter():
        if element.get("class") == "marker":
            marker = text_of(element)
            _empty(element)
            return marker
        if (element.text or "").strip() or (element is not item and local(element) in ("ol", "ul")):
            break
    return ""


def address(href: str, file: str) -> str:
    """The address that a link in a file leads to, seen from the package document."""
    path, mark, fragment = unquote(href).partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
    return f"{name}{mark}{fragment}"


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or "display:none" in element.get("style", "").replace(" ", "")


def _is_block(element: Element) -> bool:
    return local(element) in _BLOCKS


def _empty(element: Element) -> None:
    """Takes the content of an element out, but not what follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail
