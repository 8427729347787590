"""Faults in the TEI edition."""

from collections.abc import Callable

from lxml import etree

from tests.verify.faults.case import Case, Names
from tests.verify.faults.packages import TextFault, drop, exchange, in_file, line_of, only
from tests.verify.faults.volume import TEI, editions

_T = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def where(words: str, *names: str) -> Callable[[], tuple[str, ...]]:
    """These names, and the line that words stand in."""
    return lambda: (*names, f"line {line_of(editions()[TEI].decode(), words)}")


def case(sentence: str, kind: str, fault: TextFault, checks: str, names: Names, *, alone: bool = True) -> Case:
    return Case(
        sentence=f"TEI: {sentence}",
        kind=kind,
        edition=TEI,
        fault=in_file(fault),
        checks=frozenset(checks.split("|")),
        names=names,
        alone=alone,
    )


def _division(root: etree._Element, identifier: str) -> etree._Element:
    return next(each for each in root.iter(f"{_T}div") if each.get(_ID) == identifier)


def _page(root: etree._Element, label: str) -> etree._Element:
    return next(each for each in root.iter(f"{_T}pb") if each.get("n") == label and each.get("ed") == "pdf")


def lose_paragraph(root: etree._Element) -> None:
    drop(only(root, f"{_T}p", "Nobody pilots"))


def join_paragraphs(root: etree._Element) -> None:
    first, second = only(root, f"{_T}p", "A common gauge"), only(root, f"{_T}p", "Whether it")
    first.text = f"{first.text} {second.text}"
    drop(second)


def exchange_entries(root: etree._Element) -> None:
    items = [each for each in root.iter(f"{_T}item") if each.find(f"{_T}ref") is not None]
    one, other = (each for each in items if each[0].get("target") in ("#rossi-gauges", "#rossi-custom"))
    exchange(one, other)


def _entry(root: etree._Element, label: str) -> etree._Element:
    contents = next(each for each in root.iter(f"{_T}div") if each.get("type") == "contents")
    return only(contents, f"{_T}item", label)


def lose_entry(root: etree._Element) -> None:
    drop(_entry(root, "Outlook"))


def raise_entry(root: etree._Element) -> None:
    entry = _entry(root, "Outlook")
    above = _entry(root, "Dr. Carla Rossi")
    drop(entry)
    above.addnext(entry)


def lose_page(root: etree._Element) -> None:
    drop(_page(root, "12"))


def move_page(root: etree._Element) -> None:
    page = _page(root, "12")
    drop(page)
    paragraph = only(root, f"{_T}p", "The final resolution")
    page.tail, paragraph.text = paragraph.text, None
    paragraph.insert(0, page)


def deepen_section(root: etree._Element) -> None:
    _division(root, "rossi-custom").append(_division(root, "rossi-outlook"))


def flatten_heading(root: etree._Element) -> None:
    next(iter(_division(root, "rossi-outlook").iter(f"{_T}head"))).tag = f"{_T}p"


def make_heading(root: etree._Element) -> None:
    paragraph = only(root, f"{_T}p", "Whether it")
    section = etree.SubElement(_division(root, "rossi-outlook"), f"{_T}div")
    section.append(paragraph)
    paragraph.tag = f"{_T}head"


def lose_item(root: etree._Element) -> None:
    drop(only(root, f"{_T}item", "one below"))


def raise_item(root: etree._Element) -> None:
    item, above = only(root, f"{_T}item", "one below"), only(root, f"{_T}item", "two floats")
    drop(item)
    above.addnext(item)


def empty_cell(root: etree._Element) -> None:
    only(root, f"{_T}cell", "533").text = None


def exchange_cells(root: etree._Element) -> None:
    exchange(only(root, f"{_T}cell", "533"), only(root, f"{_T}cell", "544"))


def lose_row(root: etree._Element) -> None:
    row = only(root, f"{_T}cell", "Vidin").getparent()
    assert row is not None
    drop(row)


def plain_head(root: etree._Element) -> None:
    cell = only(root, f"{_T}cell", "Port")
    row = cell.getparent()
    assert row is not None
    for each in (row, *row):
        del each.attrib["role"]


def _note(root: etree._Element, begins: str) -> etree._Element:
    return only(root, f"{_T}note", begins)


def lose_note(root: etree._Element) -> None:
    drop(_note(root, "See the register"))


def move_note(root: etree._Element) -> None:
    note = _note(root, "See the register")
    link = only(root, f"{_T}ref", "commission")
    drop(note)
    note.tail = link.tail
    link.tail = None
    link.addnext(note)


def lose_description(root: etree._Element) -> None:
    drop(only(root, f"{_T}figDesc", "A single grey"))


def lose_figure(root: etree._Element) -> None:
    drop(only(root, f"{_T}figure", "Figure 1."))


def exchange_sections(root: etree._Element) -> None:
    exchange(_division(root, "rossi-gauges"), _division(root, "rossi-outlook"))


def lose_contribution(root: etree._Element) -> None:
    drop(_division(root, "zhang-wei"))


HEADER = "people and metadata"
