"""Reading a DOCX back: the package's parts, and what stands in them."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.nodes import (
    Block,
    Item,
    ItemList,
    MarkerStyle,
)
from procpub.model.proceedings import Contribution, Proceedings
from procpub.model.walk import headings, lines, nested, notes, pieces, plain_text
from procpub.style import load_style
from procpub.writers.docx import WRITER
from tests.documents import paragraph, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STYLE = load_style()

NUMERALS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": lambda number: chr(96 + number),
    "upperLetter": lambda number: chr(64 + number),
    "lowerRoman": lambda number: ["", "i", "ii", "iii", "iv", "v"][number],
    "bullet": lambda _: "",
    "none": lambda _: "",
}


class Package:
    """A DOCX file's parts, and what a reader of it sees."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.dates = {info.date_time for info in archive.infolist()}
            self.parts = {n: etree.fromstring(archive.read(n)) for n in self.names if n.endswith((".xml", ".rels"))}
        self.document = self.parts["word/document.xml"]

    def stories(self) -> list[etree._Element]:
        """The main text, and the notes if there are any."""
        return [part for name, part in self.parts.items() if name in ("word/document.xml", "word/footnotes.xml")]

    def paragraphs(self, style: str) -> list[etree._Element]:
        """The paragraphs of the main text in the style with this id."""
        return [p for p in self.document.iter(f"{W}p") if style_of(p) == style]

    def contents(self) -> list[tuple[str, str, str, str]]:
        """Style, label, bookmark and page number of each entry of the contents."""
        entries = [p for p in self.document.iter(f"{W}p") if re.fullmatch(r"TOC\d", style_of(p))]
        found = []
        for entry in entries:
            label, page = (words(run) for run in entry.iter(f"{W}r") if words(run))
            found.append((style_of(entry), label, find(entry, "hyperlink").get(f"{W}anchor", ""), page))
        return found

    def bookmarks(self) -> dict[str, str]:
        """The text of the paragraph that each bookmark is in, by the bookmark's name; empty between paragraphs."""
        marks = [mark for story in self.stories() for mark in story.iter(f"{W}bookmarkStart")]
        names = [mark.get(f"{W}name", "") for mark in marks]
        assert len({name.lower() for name in names}) == len(names)
        assert all(re.fullmatch(r"[A-Za-z_][\w-]{0,39}", name) for name in names)
        parents = (mark.getparent() for mark in marks)
        return {
            name: words(parent) if parent is not None and parent.tag == f"{W}p" else ""
            for name, parent in zip(names, parents, strict=True)
        }

    def running_heads(self) -> list[str]:
        """For each section, the field code in its right-hand pages' head; empty for a head without a field."""
        targets = {rel.get("Id"): rel.get("Target") for rel in self.parts["word/_rels/document.xml.rels"]}
        references = self.document.iterfind(f".//{W}sectPr/{W}headerReference[@{W}type='default']")
        heads = [self.parts[f"word/{targets[reference.get(f'{R}id')]}"] for reference in references]
        return [(head.findtext(f".//{W}instrText") or "").strip() for head in heads]

    def effective(self, style: str, element: str, attribute: str = "val") -> str | None:
        """What a paragraph style says (by the name of the property and its attribute), or else what it is based on."""
        found = find(self.parts["word/styles.xml"], f"style[@{W}styleId='{style}']")
        for said in found.iterfind(f"{W}pPr/{W}{element}[@{W}{attribute}]"):
            return said.get(f"{W}{attribute}")
        if attribute == "val" and found.find(f"{W}pPr/{W}{element}") is not None:
            return "1"
        return self.effective(value(found, "basedOn"), element, attribute) if style != "Normal" else None

    def markers(self) -> list[str]:
        """The marker of each numbered paragraph, counted as Word counts."""
        numbering = self.parts["word/numbering.xml"]
        counted: dict[str, int] = {}
        markers = []
        for number in self.document.iter(f"{W}numPr"):
            instance, level = value(number, "numId"), value(number, "ilvl")
            num = find(numbering, f"num[@{W}numId='{instance}']")
            start = int(value(num, f"lvlOverride[@{W}ilvl='{level}']/{W}startOverride"))
            definition = find(numbering, f"abstractNum[@{W}abstractNumId='{value(num, 'abstractNumId')}']")
            shape = find(definition, f"lvl[@{W}ilvl='{level}']")
            counted[instance] = counted.get(instance, start - 1) + 1
            numeral = NUMERALS[value(shape, "numFmt")](counted[instance])
            markers.append(value(shape, "lvlText").replace(f"%{int(level) + 1}", numeral))
        return markers


def find(element: etree._Element, path: str) -> etree._Element:
    found = element.find(f"{W}{path}")
    assert found is not None, path
    return found


def value(element: etree._Element, path: str) -> str:
    return find(element, path).get(f"{W}val", "")


def style_of(paragraph: etree._Element) -> str:
    return value(paragraph, f"pPr/{W}pStyle")


def words(element: etree._Element) -> str:
    """The text that shows, without field codes."""
    hyphens = {f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
    return "".join(hyphens.get(t.tag, t.text or "") for t in element.iter(f"{W}t", *hyphens))


def words_without_marks(story: etree._Element) -> str:
    """The text that shows, without the marks of notes that stand in it."""
    marks = {mark.getparent() for mark in story.iter(f"{W}footnoteReference")}
    return "".join(words(run) for run in story.iter(f"{W}r") if run not in marks)


def letters(characters: str) -> str:
    """Without white space, and soft hyphens, which headings and contents do without."""
    return "".join(characters.replace("\u00ad", "").split())


def write(
    document: Proceedings, *, report: Report | None = None, depth: int = 1, pages: PageMap | None = None
) -> Package:
    report = Report() if report is None else report
    return Package(WRITER.write(document, contents_of(document, depth), STYLE, report, pages=pages).data)


def speech(*blocks: Block) -> Proceedings:
    return Proceedings(body=(Contribution(id="c-1", kind="speech", heading=text("A speech"), blocks=blocks),))


def numbered(*markers: str, style: MarkerStyle = MarkerStyle.DECIMAL, start: int = 1) -> ItemList:
    items = tuple(Item(marker=marker, blocks=(paragraph("item"),)) for marker in markers)
    return ItemList(style=style, start=start, items=items)


def every_line(document: Proceedings) -> list[str]:
    """All lines that the document says, notes and all."""
    metadata = document.metadata
    names = [*metadata.titles, *metadata.subtitles, *(name for body in metadata.organisers for name in body.names)]
    inlines = []
    for piece in pieces(document):
        inlines += list(headings(piece))
        outer = [*getattr(piece, "blocks", ()), *(b for line in headings(piece) for n in notes(line) for b in n.blocks)]
        inlines += [line for block in outer for inner in nested(block) for line in lines(inner)]
    return [name.text for name in names] + [plain_text(line) for line in inlines]
