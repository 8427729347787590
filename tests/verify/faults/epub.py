"""Faults in the EPUB edition."""

from collections.abc import Callable

from lxml import etree

from tests.verify.faults.case import Case, Fault, Names
from tests.verify.faults.packages import drop, edited, exchange, in_part, line_of, only, part, replaced
from tests.verify.faults.running_text import Wrong
from tests.verify.faults.volume import EPUB, editions

X = "{http://www.w3.org/1999/xhtml}"
_FOLDER = "EPUB/"
MAIER, ROSSI, ZHANG = (f"{_FOLDER}{name}.xhtml" for name in ("anna-maier", "carla-rossi", "zhang-wei"))
PACKAGE, NCX = f"{_FOLDER}content.opf", f"{_FOLDER}toc.ncx"
CONTENTS, NAVIGATION = f"{_FOLDER}contents_page.xhtml", f"{_FOLDER}navigation_document.xhtml"
FIRST_ITEM = "<li>\n\t\t\t\t\t\t<p>a staff of oak"
TITLE_PAGE, IMPRINT_PAGE = f"{_FOLDER}title_page.xhtml", f"{_FOLDER}imprint_page.xhtml"


def where(name: str, words: str, *names: str) -> Callable[[], tuple[str, ...]]:
    """These names, and the file and the line that words stand in."""
    return lambda: (
        *names,
        f"{name.removeprefix(_FOLDER)}, line {line_of(part(editions()[EPUB], name), words)}",
    )


def case(sentence: str, kind: str, fault: Fault, checks: str, names: Names, *, alone: bool = True) -> Case:
    return Case(
        sentence=f"EPUB: {sentence}",
        kind=kind,
        edition=EPUB,
        fault=fault,
        checks=frozenset(checks.split("|")),
        names=names,
        alone=alone,
    )


def _file_of(words: str) -> str:
    """The content document that words stand in."""
    return next(name for name in (ROSSI, ZHANG) if words in part(editions()[EPUB], name))


def wrong_words(each: Wrong, check: str) -> Case:
    """Wrong words of the text, which are placed by their own line, or of a note, which is placed by its first."""

    def fault(data: bytes) -> bytes:
        return in_part(_file_of(each.old), replaced(each.old, each.new))(data)

    def names() -> tuple[str, ...]:
        own = each.old if check == "text" else 'id="note_1"'
        return where(_file_of(each.old), own, *each.names)()

    return case(each.sentence, each.kind, fault, check, names)


def link(root: etree._Element, label: str) -> etree._Element:
    """The item of a list of links that has a label."""
    item = only(root, f"{X}a", label).getparent()
    assert item is not None
    return item


def _sections(root: etree._Element) -> tuple[etree._Element, etree._Element, etree._Element]:
    """The sections on gauges, on customs, and the outlook."""
    first, second, third = (only(root, f"{X}section", begins) for begins in ("Gauges", "Customs", "Outlook"))
    return first, second, third


def join_paragraphs(root: etree._Element) -> None:
    first, second = only(root, f"{X}p", "A common gauge"), only(root, f"{X}p", "Whether it")
    first.text = f"{first.text} {second.text}"
    drop(second)


def lose_point(root: etree._Element) -> None:
    drop(only(root, "{http://www.daisy.org/z3986/2005/ncx/}navPoint", "Outlook"))


def lose_page_list(root: etree._Element) -> None:
    drop(next(nav for nav in root.iter(f"{X}nav") if nav.get("role") == "doc-pagelist"))


def exchange_contributions(root: etree._Element) -> None:
    """Exchanges two documents in the order of the book."""
    names = ("file_carla-rossi.xhtml", "file_zhang-wei.xhtml")
    one, other = (each for each in root.iter() if each.get("idref") in names)
    exchange(one, other)


def raise_entry(root: etree._Element) -> None:
    entry, above = link(root, "Outlook"), link(root, "Dr. Carla")
    drop(entry)
    above.addnext(entry)


def page_of(root: etree._Element, label: str) -> etree._Element:
    return next(each for each in root.iter() if each.get("aria-label") == label)


def move_page(root: etree._Element) -> None:
    page = page_of(root, "12")
    drop(page)
    paragraph = only(root, f"{X}p", "The final resolution")
    page.tail, paragraph.text = paragraph.text, None
    paragraph.insert(0, page)


def deepen_heading(root: etree._Element) -> None:
    only(root, f"{X}h2", "Outlook").tag = f"{X}h3"


def flatten_heading(root: etree._Element) -> None:
    only(root, f"{X}h2", "Outlook").tag = f"{X}p"


def make_heading(root: etree._Element) -> None:
    only(root, f"{X}p", "Nobody pilots").tag = f"{X}h2"


def raise_item(root: etree._Element) -> None:
    item, above = only(root, f"{X}li", "one below"), only(root, f"{X}li", "two floats")
    drop(item)
    above.addnext(item)


def empty_cell(root: etree._Element) -> None:
    only(root, f"{X}td", "533").text = None


def exchange_cells(root: etree._Element) -> None:
    exchange(only(root, f"{X}td", "533"), only(root, f"{X}td", "544"))


def plain_cell(root: etree._Element) -> None:
    only(root, f"{X}th", "Spring").tag = f"{X}td"


def move_call(root: etree._Element) -> None:
    paragraph = only(root, f"{X}p", "The oldest tolls")
    call, link = paragraph[0], paragraph[1]
    drop(call)
    call.tail, link.tail = link.tail, None
    link.addnext(call)


def lose_call(root: etree._Element) -> None:
    drop(only(root, f"{X}p", "The oldest tolls")[0])


def exchange_sections(root: etree._Element) -> None:
    gauges, _, outlook = _sections(root)
    exchange(gauges, outlook)


def in_rossi(sentence: str, kind: str, surgery: Callable[[etree._Element], None], checks: str, names: Names) -> Case:
    return case(sentence, kind, in_part(ROSSI, edited(surgery)), checks, names)


def fact(sentence: str, kind: str, old: str, new: str, names: Names, *, alone: bool = True) -> Case:
    return case(sentence, kind, in_part(PACKAGE, replaced(old, new)), "people and metadata", names, alone=alone)
