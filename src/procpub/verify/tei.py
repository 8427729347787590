"""What a TEI document says (TEI P5), read from its XML."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from procpub.verify.facts import identifiers, licence
from procpub.verify.grid import Grid
from procpub.verify.witness import Block, Cell, Entry, Item, Kind, Listing, Note, PageStart, Place, Witness
from procpub.verify.words import one_line, visible
from procpub.verify.xml import parse

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DIVISIONS = frozenset({f"div{number}" for number in range(1, 8)} | {"div", "group", "floatingText", "front", "body", "back", "text"})
_BLOCKS = frozenset(
    {"p", "head", "list", "table", "figure", "quote", "lg", "l", "sp", "stage", "ab", "byline", "opener", "closer",
     "speaker", "note", "cit", "floatingText", "salute", "signed", "dateline", "trailer", "epigraph", "argument",
     "label", "item", "u", "seg"} | _DIVISIONS
)
_INLINE_TOO = frozenset({"quote", "note", "label", "stage", "seg"})
"""Elements that stand among words as well as among paragraphs."""


_TITLES = f"{_TEI}teiHeader/{_TEI}fileDesc/{_TEI}titleStmt/{_TEI}title"


def witness(data: bytes) -> Witness:
    """What the document says.

    Raises:
        InputError: it is no XML that can be read.
    """
    root = parse(data, "the TEI")
    reader = _Reader(root)
    text = root.find(f"{_TEI}text")
    if text is not None:
        reader.read(text)
    contents = [division for division in root.iter(f"{_TEI}div") if division.get("type") == "contents"]
    page = root.find(f".//{_TEI}titlePage")
    unnamed = [one_line("".join(each.itertext())) for each in root.iterfind(f"{_TITLES}[@type='desc']")]
    by_id = {each: index for index, block in enumerate(reader.blocks) for each in block.ids}
    return Witness(
        format="tei",
        blocks=reader.blocks,
        title_page=" ".join(unnamed if page is None else map(_spaced, page)),
        listings=[Listing(name="contents", entries=list(_entries(each, 0, by_id))) for each in contents[:1]],
        notes=reader.notes,
        items=reader.items,
        facts=_facts(root),
        page_starts=reader.pages or None,
    )


def _spaced(element: etree._Element) -> str:
    """The text of elements that each say something of their own."""
    return " ".join(text for text in element.itertext())


class _Reader:
    def __init__(self, root: etree._Element) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.items: list[Item] = []
        self.pages: list[PageStart] = []
        self._count = 0
        """Visible characters so far."""
        self._level = 0
        self._depth = 0
        self._tables = 0
        self._ids: tuple[str, ...] = ()
        self._pages_of_pdf = root.find(f".//{_TEI}pb[@ed='pdf']") is not None

    def read(self, element: etree._Element) -> None:
        """Adds what is in a container of blocks; text among the blocks is a paragraph."""
        inline: list[str | etree._Element] = [element.text or ""]
        first: etree._Element = element
        for child in element:
            if self._is_block(child, inline):
                self._paragraph(inline, first)
                inline = [child.tail or ""]
                self._block(child)
                first = child
            else:
                inline += [child, child.tail or ""]
        self._paragraph(inline, first)

    def _is_block(self, child: etree._Element, before: Sequence[str | etree._Element]) -> bool:
        name = _name(child)
        if name == "note":
            return False
        if name in _SKIPPED or name in _BLOCKS - _INLINE_TOO:
            return True
        holds_blocks = any(_name(inner) in _BLOCKS - _INLINE_TOO for inner in child.iterdescendants())
        if name not in _BLOCKS:
            return holds_blocks
        if name == "stage" and _name(child.getparent()) == "item":
            return not (child.tail or "").strip()  # what happens behind an item's words, not among them
        words = (part if isinstance(part, str) else "" if _name(part) == "pb" else "x" for part in (*before, child.tail or ""))
        return holds_blocks or not "".join(words).strip()

    def _block(self, element: etree._Element) -> None:
        name = _name(element)
        if name in _SKIPPED or (name == "div" and element.get("type") == "contents"):
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

    def _division(self, element: etree._Element) -> None:
        identifier = element.get(f"{_XML}id")
        self._ids += (identifier,) if identifier else ()
        headed = any(_name(child) == "head" and child.get("type") is None for child in element)
        self._level += headed
        self.read(element)
        self._level -= headed

    def _head(self, element: etree._Element) -> None:
        """The heading of a division; a second one that says its type is a title of its own."""
        parent = element.getparent()
        is_heading = element.get("type") is None and parent is not None and _name(parent) in _DIVISIONS
        kind = Kind.HEADING if is_heading else Kind.PARAGRAPH
        self._text([element.text or "", *_mixed(element)], element, kind, level=self._level if is_heading else 0)

    def _paragraph(self, inline: Sequence[str | etree._Element], element: etree._Element) -> None:
        if any(not isinstance(part, str) or part.strip() for part in inline):
            self._text(inline, element, Kind.PARAGRAPH)

    def _list(self, element: etree._Element) -> None:
        self._depth += 1
        label = ""
        for child in element:
            if _name(child) == "item":
                self.items.append(Item(self._depth, child.get("n") or label, len(self.blocks), _place(child)))
                self.read(child)
            elif _name(child) == "label":
                label = "".join(child.itertext())
            elif _name(child) == "pb":
                self._page(child)
            else:
                self._block(child)
        self._depth -= 1

    def _table(self, element: etree._Element) -> None:
        self._tables += 1
        grid, was_head = Grid(), False
        for child in element:
            if _name(child) == "head":
                self._text([child.text or "", *_mixed(child)], child, Kind.CAPTION)
            elif _name(child) == "pb":
                self._page(child)
            elif _name(child) == "row":
                is_head = child.get("role") == "label"
                if was_head and not is_head:
                    grid.end_group()
                was_head = is_head
                grid.next_row()
                for cell in child:
                    if _name(cell) == "pb":
                        self._page(cell)
                    if _name(cell) != "cell" or cell.get("rend") == "none":
                        continue
                    row, column = grid.place(_number(cell.get("rows")), _number(cell.get("cols")))
                    place = Cell(self._tables, row, column, is_head or cell.get("role") == "label")
                    self._text([cell.text or "", *_mixed(cell)], cell, Kind.CELL, cell=place)

    def _figure(self, element: etree._Element) -> None:
        described = element.find(f"{_TEI}figDesc")
        alternative = one_line("".join(described.itertext())) if described is not None else ""
        shown = element.find(f"{_TEI}graphic") is not None or element.find(f"{_TEI}binaryObject") is not None
        if shown:
            self._append(Block(kind=Kind.FIGURE, text="", place=_place(element), alternative=alternative))
        elif alternative:  # editions show the description of a picture that they have not
            self._text([alternative], element, Kind.PARAGRAPH)
            self.blocks[-1].stands_in = True
        for child in element:
            if _name(child) == "head":
                self._text([child.text or "", *_mixed(child)], child, Kind.CAPTION)
            elif _name(child) not in ("figDesc", "graphic", "binaryObject"):
                self._block(child)

    def _stanza(self, element: etree._Element) -> None:
        """The lines of verse are one block."""
        parts: list[str | etree._Element] = []
        for line in element:
            parts += [line] if _name(line) == "pb" else [" ", line.text or "", *_mixed(line)]
        self._text(parts, element, Kind.PARAGRAPH)

    def _text(
        self, parts: Sequence[str | etree._Element], element: etree._Element, kind: Kind, *, level: int = 0, cell: Cell | None = None
    ) -> None:
        """Adds a block with this text; the notes that it calls are gathered, and the pages that begin in it."""
        words: list[str] = []
        notes: list[tuple[etree._Element, int]] = []
        self._words(parts, words, notes)
        text = "".join(words)
        if one_line(text) or cell:
            self._append(Block(kind=kind, text=text, place=_place(element), level=level, cell=cell))
        self._count += len(visible(text))
        index = max(len(self.blocks) - 1, 0)
        for note, offset in notes:
            self._note(note, index, offset)

    def _words(
        self, parts: Sequence[str | etree._Element], words: list[str], notes: list[tuple[etree._Element, int]]
    ) -> None:
        for part in parts:
            if isinstance(part, str):
                words.append(part)
                continue
            name = _name(part)
            if name == "note":
                notes.append((part, len(visible("".join(words)))))
            elif name == "pb":
                self._page(part, "".join(words))
            elif name in ("lb", "l"):
                words.append(" ")
            if name in ("choice", "app"):
                kept = next((child for child in part if _name(child) in _PRINTED), None)
                self._words([kept] if kept is not None else [], words, notes)
            elif name not in ("note", "pb", "lb", "fw", "figDesc", "binaryObject"):
                self._words([part.text or "", *_mixed(part)], words, notes)

    def _note(self, element: etree._Element, block: int, offset: int) -> None:
        inner = _Reader(element)
        inner._pages_of_pdf = False
        inner.read(element)
        text = " ".join(each.text for each in (*inner.blocks, *inner.notes))
        self.notes.append(Note(text=text, place=_place(element), block=block, offset=offset))

    def _page(self, element: etree._Element, before: str = "") -> None:
        if self._pages_of_pdf and element.get("ed") == "pdf":
            offset = self._count + len(visible(before))
            self.pages.append(PageStart(label=element.get("n", ""), offset=offset, place=_place(element)))

    def _append(self, block: Block) -> None:
        block.ids, self._ids = self._ids, ()
        self.blocks.append(block)


_SKIPPED = frozenset({"titlePage", "teiHeader", "fw", "divGen"})
_PRINTED = ("orig", "sic", "abbr", "lem")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _mixed(element: etree._Element) -> Iterator[str | etree._Element]:
    for child in element:
        yield child
        yield child.tail or ""


def _number(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and said != "0" else 1


def _place(element: etree._Element) -> Place:
    return Place(f"line {element.sourceline}")


def _entries(element: etree._Element, level: int, by_id: Mapping[str, int]) -> Iterator[Entry]:
    for child in element:
        name = _name(child)
        if name == "ref":
            target = child.get("target", "")
            yield Entry(
                label=one_line("".join(child.itertext())), level=max(level, 1), place=_place(child),
                link=target, leads_to=by_id.get(target.removeprefix("#")),
            )
        else:
            yield from _entries(child, level + (name == "list"), by_id)


def _facts(root: etree._Element) -> dict[str, tuple[str, ...]]:
    def found(path: str) -> list[etree._Element]:
        return root.findall(f"t:teiHeader/{path}", {"t": _TEI[1:-1]})

    def texts(path: str) -> tuple[str, ...]:
        return tuple(filter(None, (one_line("".join(each.itertext())) for each in found(path))))

    languages = [each.get("ident", "") for each in found("t:profileDesc/t:langUsage/t:language") if each.get("scope") != "minor"]
    language = root.get(f"{_XML}lang") or (languages[0] if languages else "")
    statement = "t:fileDesc/t:titleStmt"
    titles = [each for each in found(f"{statement}/t:title") if each.get("type") in (None, "main", "desc")]
    names = {each.get(f"{_XML}id", ""): one_line(_first(each, "persName/name", "persName")) for each in found(".//t:listPerson/t:person")}
    dates = found("t:fileDesc/t:publicationStmt/t:date")
    licences = found("t:fileDesc/t:publicationStmt/t:availability/t:licence")
    return {
        "title": tuple(one_line(_spaced(each)) for each in titles[:1]),
        "subtitles": texts(f"{statement}/t:title[@type='sub']"),
        "language": (language,) if language else (),
        "languages": tuple(languages),
        "date": tuple(filter(None, [dates[0].get("when") or dates[0].get("from") or ""])) if dates else (),
        "identifiers": identifiers(texts("t:fileDesc/t:publicationStmt/t:idno")),
        "editors": texts(f"{statement}/t:editor"),
        "organisers": tuple(sorted(texts(f"{statement}/t:respStmt/t:orgName"))),
        "publishers": tuple(
            name for each in found("t:fileDesc/t:publicationStmt/t:publisher") for name in _main(each.findall(f"{_TEI}orgName"), language)
        ),
        "contributors": tuple(names.get(each, each) for each in _contributors(root)),
        "description": texts("t:profileDesc/t:abstract"),
        "subjects": texts("t:profileDesc/t:textClass/t:keywords/t:term"),
        "licence": licence(part for each in licences for part in (_spaced(each), each.get("target", ""))),
    }


def _main(names: Sequence[etree._Element], language: str) -> tuple[str, ...]:
    """Of names in several languages, that in the main language, or else the first."""
    own = [each for each in names if each.get(f"{_XML}lang", language) == language] or list(names)
    return tuple(filter(None, (one_line("".join(each.itertext())) for each in own[:1])))


def _first(element: etree._Element, *paths: str) -> str:
    for path in paths:
        inner = element.find(f"{_TEI}" + path.replace("/", f"/{_TEI}"))
        if inner is not None:
            return _spaced(inner)
    return ""


def _contributors(root: etree._Element) -> dict[str, None]:
    """The ids of those whom headings and bylines of contributions name, in order, each once."""
    found: dict[str, None] = {}
    for division in root.iter(f"{_TEI}div"):
        if division.get("type") == "contribution":
            named = [
                name for child in division if _name(child) in ("head", "byline") for name in child.iter(f"{_TEI}persName") if name.get("ref")
            ]
            order = sorted(range(len(named)), key=lambda each: _number(named[each].get("n")) if named[each].get("n") else each + 1)
            found |= {named[each].get("ref", "").removeprefix("#"): None for each in order}
    return found
