"""Faults in the DOCX edition."""

import re
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.verify.faults.case import Case, Fault, Names
from tests.verify.faults.packages import TextFault, drop, exchange, in_part, only, part, text_of
from tests.verify.faults.volume import DOCX, editions

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, FOOTNOTES, CORE = "word/document.xml", "word/footnotes.xml", "docProps/core.xml"
CUSTOM, NUMBERING = "docProps/custom.xml", "word/numbering.xml"
LINKS = "word/_rels/document.xml.rels"


def where(words: str, *names: str) -> Callable[[], tuple[str, ...]]:
    """These names, and the number of the paragraph that words of the XML stand in.

    Cells that others reach down to have paragraphs too, but nobody sees these, and they do not count.
    """

    def names_and_place() -> tuple[str, ...]:
        before, *others = part(editions()[DOCX], _DOCUMENT).split(words)
        assert len(others) == 1, f"{words!r} stands there {len(others)} times"
        hidden = before.count("<w:vMerge/>") + before.count('<w:vMerge w:val="continue"/>')
        return (*names, f"paragraph {len(re.findall('<w:p[ >]', before)) - hidden}")

    return names_and_place


def case(sentence: str, kind: str, fault: Fault, checks: str, names: Names) -> Case:
    return Case(
        sentence=f"DOCX: {sentence}",
        kind=kind,
        edition=DOCX,
        fault=fault,
        checks=frozenset(checks.split("|")),
        names=names,
    )


def text(sentence: str, kind: str, fault: TextFault, checks: str, names: Names) -> Case:
    """A case of a fault in the document's story."""
    return case(sentence, kind, in_part(_DOCUMENT, fault), checks, names)


def fact(sentence: str, kind: str, name: str, fault: TextFault, names: Names) -> Case:
    """A case of a fault in a part that holds metadata."""
    return case(sentence, kind, in_part(name, fault), "people and metadata", names)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _restyle(paragraph: etree._Element, style: str) -> None:
    own = paragraph.find(f"{W}pPr/{W}pStyle")
    assert own is not None
    own.set(f"{W}val", style)


def paragraph(root: etree._Element, begins: str) -> etree._Element:
    """The paragraph that begins with words; no entry of the contents."""
    found = [
        each for each in root.iter(f"{W}p") if text_of(each).startswith(begins) and not _style(each).startswith("TOC")
    ]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {begins!r}"
    return found[0]


def _entry(root: etree._Element, begins: str) -> etree._Element:
    """An entry of the contents."""
    found = [each for each in root.iter(f"{W}p") if _style(each).startswith("TOC") and text_of(each).startswith(begins)]
    assert len(found) == 1, f"{len(found)} entries begin with {begins!r}"
    return found[0]


def _bookmark(root: etree._Element, name: str) -> tuple[etree._Element, etree._Element]:
    """A bookmark's start and end."""
    start = next(each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name") == name)
    number = start.get(f"{W}id")
    return start, next(each for each in root.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") == number)


def lose_paragraph(root: etree._Element) -> None:
    drop(paragraph(root, "Nobody pilots"))


def join(root: etree._Element) -> None:
    first, second = paragraph(root, "Nobody pilots"), paragraph(root, "Of custom we heard this: in Moldova")
    for run in first.findall(f"{W}r"):
        second.append(run)
    drop(first)


def divide(root: etree._Element) -> None:
    first = paragraph(root, "The oldest tolls")
    second = etree.Element(f"{W}p")
    second.append(deepcopy(first[0]))
    for run in list(first)[3:]:
        second.append(run)
    first.addnext(second)


def exchange_entries(root: etree._Element) -> None:
    exchange(_entry(root, "Gauges"), _entry(root, "Customs of"))


def lose_entry(root: etree._Element) -> None:
    drop(_entry(root, "Outlook"))


def raise_entry(root: etree._Element) -> None:
    _restyle(_entry(root, "Outlook"), "TOC2")


def lose_page(root: etree._Element) -> None:
    for each in _bookmark(root, "_page-12"):
        drop(each)


def move_page(root: etree._Element) -> None:
    for place, each in enumerate(_bookmark(root, "_page-12"), start=1):
        drop(each)
        paragraph(root, "The final resolution").insert(place, each)


def deepen_heading(root: etree._Element) -> None:
    _restyle(paragraph(root, "Outlook"), "Heading4")


def flatten_heading(root: etree._Element) -> None:
    _restyle(paragraph(root, "Outlook"), "BodyText")


def make_heading(root: etree._Element) -> None:
    _restyle(paragraph(root, "Nobody pilots"), "Heading3")


def lose_item(root: etree._Element) -> None:
    drop(paragraph(root, "one below"))


def unlist_item(root: etree._Element) -> None:
    item = paragraph(root, "a keeper")
    _restyle(item, "BodyText")
    drop(next(item.iter(f"{W}numPr")))


def raise_item(root: etree._Element) -> None:
    level = next(paragraph(root, "one below").iter(f"{W}ilvl"))
    level.set(f"{W}val", "0")


def empty_cell(root: etree._Element) -> None:
    drop(only(root, f"{W}r", "533"))


def exchange_cells(root: etree._Element) -> None:
    exchange(only(root, f"{W}tc", "533"), only(root, f"{W}tc", "544"))


def lose_row(root: etree._Element) -> None:
    drop(only(root, f"{W}tr", "Vidin"))


def plain_head(root: etree._Element) -> None:
    row = only(root, f"{W}tr", "Port")
    drop(next(row.iter(f"{W}tblHeader")))
    for paragraph in row.iter(f"{W}p"):
        _restyle(paragraph, "TableText")


def _reference(root: etree._Element) -> etree._Element:
    return next(each for each in paragraph(root, "The oldest tolls") if each.find(f"{W}footnoteReference") is not None)


def lose_call(root: etree._Element) -> None:
    drop(_reference(root))


def move_call(root: etree._Element) -> None:
    call = _reference(root)
    drop(call)
    only(root, f"{W}hyperlink", "commission").addnext(call)


def lose_figure(root: etree._Element) -> None:
    drop(next(root.iter(f"{W}drawing")))


def exchange_sections(root: etree._Element) -> None:
    first, second = paragraph(root, "Gauges"), paragraph(root, "Outlook")
    for each in (second, paragraph(root, "A common gauge")):
        drop(each)
        first.addprevious(each)


def lose_contribution(root: etree._Element) -> None:
    first, last = paragraph(root, "Prof. Zhang Wei"), paragraph(root, "The final resolution")
    body = first.getparent()
    assert body is not None
    for each in list(body)[body.index(first) : body.index(last) + 1]:
        drop(each)


def hide_paragraph(root: etree._Element) -> None:
    for run in paragraph(root, "Nobody pilots").iter(f"{W}r"):
        properties = etree.Element(f"{W}rPr")
        etree.SubElement(properties, f"{W}vanish")
        run.insert(0, properties)


def move_figure(root: etree._Element) -> None:
    """Puts a picture before the last paragraph of another contribution; its caption stays where it is."""
    (own,) = (each for each in root.iter(f"{W}p") if each.find(f".//{W}drawing") is not None)
    drop(own)
    paragraph(root, "The final resolution").addprevious(own)
