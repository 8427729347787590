"""The text of a TEI document as blocks, notes and pages (TEI P5, chapters 3 and 4)."""

import re
from base64 import b64decode
from collections.abc import Sequence

from procpub.verify.body import Body
from procpub.verify.grid import Grid
from procpub.verify.images import fault_of
from procpub.verify.numerals import numeral
from procpub.verify.tei.names import TEI, XML
from procpub.verify.witness import Cell, Item, Kind, Link, Place
from procpub.verify.words import Growing, one_line, visible
from procpub.verify.xml import Element, Mixed, local, mixed, text_of, whole

_DIVISIONS = frozenset(
    {f"div{number}" for number in range(1, 8)} | {"div", "group", "floatingText", "front", "body", "back", "text"}
)
_INLINE_TOO = frozenset({"quote", "note", "label", "stage", "seg"})
"""Elements that stand among words as well as among paragraphs."""

_ALWAYS_BLOCKS = _DIVISIONS | frozenset(
    {
        "p",
        "ab",
        "head",
        "list",
        "item",
        "table",
        "figure",
        "lg",
        "l",
        "sp",
        "speaker",
        "u",
        "cit",
        "epigraph",
        "argument",
    }
    | {"byline", "opener", "closer", "salute", "signed", "dateline", "trailer"}
)
_SKIPPED = frozenset({"titlePage", "teiHeader", "fw", "divGen"})
_NUMBERED = re.compile(r"\b(?:ordered|numbered)\b")
_LETTERS = re.compile("(lower|upper)-?(alpha|roman)")
_PRINTED = ("orig", "sic", "abbr", "lem")
"""Of several readings, those that are printed."""


class TextReader:
    """Walks the text."""

    def __init__(self, root: Element, known: frozenset[str]) -> None:
        """`known` are the ids of the document."""
        self.body = Body()
        self._level = 0
        self._depth = 0
        self._known = known
        self._pages_of_pdf = root.find(f".//{TEI}pb[@ed='pdf']") is not None

    def read(self, element: Element) -> None:
        """Adds what is in a container of blocks; text among the blocks is a paragraph."""
        inline: list[Mixed] = [element.text or ""]
        first: Element = element
        for child in element:
            if self._is_block(child, inline):
                self._paragraph(inline, first)
                inline = [child.tail or ""]
                self._block(child)
                first = child
            else:
                inline += [child, child.tail or ""]
        self._paragraph(inline, first)

    def _is_block(self, child: Element, before: Sequence[Mixed]) -> bool:
        name = local(child)
        if name == "note":
            return False
        if name in _SKIPPED or name in _ALWAYS_BLOCKS:
            return True
        holds_blocks = _holds_blocks(child)
        if name not in _INLINE_TOO:
            return holds_blocks
        if name == "stage" and local(child.getparent()) == "item":
            return not (child.tail or "").strip()  # what happens behind an item's words, not among them
        words = (
            part if isinstance(part, str) else "" if local(part) == "pb" else "x"
            for part in (*before, child.tail or "")
        )
        return holds_blocks or not "".join(words).strip()

    def _block(self, element: Element) -> None:
        name = local(element)
        if name in _SKIPPED or is_contents(element):
            return
        if name in _DIVISIONS:
            self._division(element)
        elif name == "head":
            self._head(element)
        elif name == "list":
            self._list(element)
        elif name == "table":
            self._table(element)
        elif name == "figure":
            self._figure(element)
        elif name == "lg":
            self._stanza(element)
        else:
            self.read(element)

    def _division(self, element: Element) -> None:
        identifier = element.get(f"{XML}id")
        self.body.waiting += [identifier] if identifier else []
        headed = any(local(child) == "head" and child.get("type") is None for child in element)
        self._level += headed
        self.read(element)
        self._level -= headed

    def _head(self, element: Element) -> None:
        """The heading of a division; a second one that says its type is a title of its own."""
        parent = element.getparent()
        is_heading = element.get("type") is None and parent is not None and local(parent) in _DIVISIONS
        kind = Kind.HEADING if is_heading else Kind.PARAGRAPH
        self._text([*mixed(element)], element, kind, level=self._level if is_heading else 0)

    def _paragraph(self, inline: Sequence[Mixed], element: Element) -> None:
        if any(not isinstance(part, str) or part.strip() for part in inline):
            self._text(inline, element, Kind.PARAGRAPH)

    def _list(self, element: Element) -> None:
        self._depth += 1
        label, count = "", whole(element.get("n"), 1) - 1
        kind = f"{element.get('type')} {element.get('rend')}"
        for child in element:
            if local(child) == "item":
                printed = child.get("n", "")
                count = whole(printed, count + 1)
                marker = "" if printed.isdecimal() else printed  # a bare number tells the place, not the form
                marker = marker or label or _counted(kind, count) or printed
                self.body.items.append(Item(self._depth, marker, len(self.body.blocks), place_of(child)))
                self.read(child)
            elif local(child) == "label":
                label = text_of(child)
            elif local(child) == "pb":
                self._page(child)
            else:
                self._block(child)
        self._depth -= 1

    def _table(self, element: Element) -> None:
        self.body.tables += 1
        grid, was_head = Grid(), False
        for child in element:
            if local(child) == "head":
                self._text([*mixed(child)], child, Kind.CAPTION)
            elif local(child) == "pb":
                self._page(child)
            elif local(child) == "row":
                is_head = child.get("role") == "label"
                if was_head and not is_head:
                    grid.end_group()
                was_head = is_head
                grid.next_row()
                for cell in child:
                    if local(cell) == "pb":
                        self._page(cell)
                    if local(cell) != "cell" or cell.get("rend") == "none":
                        continue
                    rows, columns = number(cell.get("rows")), number(cell.get("cols"))
                    is_header = is_head or cell.get("role") == "label"
                    place = Cell(self.body.tables, *grid.place(rows, columns), is_header, rows, columns)
                    self._text([*mixed(cell)], cell, Kind.CELL, cell=place)

    def _figure(self, element: Element) -> None:
        described = element.find(f"{TEI}figDesc")
        alternative = one_line(text_of(described)) if described is not None else ""
        data = element.find(f"{TEI}binaryObject")
        if data is not None or element.find(f"{TEI}graphic") is not None:
            self.body.add_picture(alternative, place_of(element))
            if data is not None:
                self.body.complain_of_picture(alternative, fault_of(_decoded(text_of(data))), place_of(element))
        elif alternative:  # editions show the description of a picture that they have not
            self._text([alternative], element, Kind.PARAGRAPH)
            self.body.blocks[-1].stands_in = True
        for child in element:
            if local(child) == "head":
                self._text([*mixed(child)], child, Kind.CAPTION)
            elif local(child) not in ("figDesc", "graphic", "binaryObject"):
                self._block(child)

    def _stanza(self, element: Element) -> None:
        """The lines of verse are one block."""
        parts: list[Mixed] = []
        for line in element:
            parts += [line] if local(line) == "pb" else [" ", *mixed(line)]
        self._text(parts, element, Kind.PARAGRAPH)

    def _text(
        self,
        parts: Sequence[Mixed],
        element: Element,
        kind: Kind,
        *,
        level: int = 0,
        cell: Cell | None = None,
    ) -> None:
        """Adds a block with this text; the notes that it calls are gathered, and the pages that begin in it."""
        words = Growing()
        notes: list[tuple[Element, int]] = []
        self._words(parts, words, notes)
        block = self.body.add_text(words, kind, place_of(element), level=level, cell=cell)
        for note, offset in notes:
            self._note(note, block, offset)

    def _words(self, parts: Sequence[Mixed], words: Growing, notes: list[tuple[Element, int]]) -> None:
        for part in parts:
            if isinstance(part, str):
                words.add(part)
                continue
            name = local(part)
            if name == "note":
                notes.append((part, words.visible))
            elif name == "pb":
                self._page(part, words.visible)
            elif name in ("lb", "l"):
                words.add(" ")
            if name == "ref" and (target := part.get("target", "")) and visible(_own_text(part)):
                inner = target.startswith("#")
                dead = inner and target[1:] not in self._known
                address = target[1:] if inner else target
                self.body.links.append(Link(address, place_of(part), is_inner=inner, is_dead=dead))
            if name in ("choice", "app"):
                kept = next((child for child in part if local(child) in _PRINTED), None)
                self._words([kept] if kept is not None else [], words, notes)
            elif name not in ("note", "pb", "lb", "fw", "figDesc", "binaryObject"):
                self._words([*mixed(part)], words, notes)

    def _note(self, element: Element, block: int, offset: int) -> None:
        inner = TextReader(element, self._known)
        inner._pages_of_pdf = False
        inner.read(element)
        self.body.add_note(inner.body, place_of(element), block, offset)

    def _page(self, element: Element, before: int = 0) -> None:
        if self._pages_of_pdf and element.get("ed") == "pdf":
            self.body.begin_page(element.get("n", ""), place_of(element), before)


def _own_text(element: Element) -> str:
    """The text in an element, without the notes that are called there."""
    return "".join(
        part if isinstance(part, str) else "" if local(part) == "note" else _own_text(part) for part in mixed(element)
    )


def _decoded(text: str) -> bytes:
    try:
        return b64decode("".join(text.split()), validate=True)
    except ValueError:
        return b"?"


def is_contents(element: Element) -> bool:
    """Whether a division lists what is in the volume, and is no piece of it: no link leads to it."""
    return local(element) == "div" and element.get("type") == "contents" and not element.get(f"{XML}id")


def _counted(kind: str, count: int) -> str:
    """The marker of an item of which the file says only that it is numbered, by the type of its list."""
    if _NUMBERED.search(kind) is None:
        return ""
    named = _LETTERS.search(kind)
    if named is None:
        return str(count)
    form = numeral(count, "a" if named[2] == "alpha" else "i")
    return form.upper() if named[1] == "upper" else form


def _holds_blocks(element: Element) -> bool:
    """Whether there are blocks in an element: those of notes are not in it, but called from it."""
    return any(local(child) in _ALWAYS_BLOCKS or _holds_blocks(child) for child in element if local(child) != "note")


def number(said: str | None) -> int:
    """A count that an attribute says; 1 if it says none."""
    return max(whole(said, 1), 1)


def place_of(element: Element) -> Place:
    """The line of the file that the element begins on."""
    return Place(f"line {element.sourceline}")
