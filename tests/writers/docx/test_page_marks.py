"""Where pages begin is marked in the text, so that whoever reads the file can count them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from lxml import etree

from procpub.diagnostics import Report
from procpub.model.contents import contents_of
from procpub.model.nodes import Cell, Emphasis, Figure, LineBreak, Link, Note, Row, Table, Text
from procpub.model.numerals import roman
from procpub.model.proceedings import Proceedings
from procpub.style import Style, load_style
from procpub.writers.docx import WRITER
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings
from tests.writers.docx.package import STYLE, Package, W, find, style_of, words
from tests.writers.docx.test_pagination import lines_of_a_page, pieces

BOOK = load_style("book")
LOW = replace(STYLE, page=replace(STYLE.page, height=STYLE.page.top + STYLE.page.bottom + 40))
"""Pages of eight lines."""
STYLES = {"default": STYLE, "book": BOOK, "recto": replace(STYLE, recto=True), "low": LOW}
STYLES["low recto"] = replace(LOW, recto=True)

BREAK = f"{W}lastRenderedPageBreak"
WIDE = "n" * 45
"""A word that has no room beside it for another on its line."""


def written(document: Proceedings, style: Style = STYLE) -> Package:
    return Package(WRITER.write(document, contents_of(document), style, Report()).data)


def sections(document: etree._Element) -> Iterator[tuple[list[etree._Element], etree._Element]]:
    """What stands in each section, and its properties, which come last."""
    elements: list[etree._Element] = []
    for element in find(document, "body"):
        if element.tag == f"{W}sectPr":
            yield elements, element
        elements.append(element)
        properties = element.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            yield elements, properties
            elements = []


def counted(package: Package) -> dict[str, str]:
    """The page of the first words behind each bookmark, by counting."""
    found: dict[str, str] = {}
    page = 0
    shown: Callable[[int], str] = str
    for number, (elements, properties) in enumerate(sections(package.document)):
        numbering = find(properties, "pgNumType")
        if start := numbering.get(f"{W}start"):
            page = int(start) - (
                1 if number else 0
            )  # the first break of a part but the first is that of its first page
            shown = roman if numbering.get(f"{W}fmt") == "lowerRoman" else str
        names: list[str] = []
        for element in (inner for outer in elements for inner in outer.iter()):
            if element.tag == f"{W}bookmarkStart":
                names.append(element.get(f"{W}name", ""))
            elif element.tag == BREAK:
                page += 1
            elif element.tag == f"{W}t" and element.text:
                found |= dict.fromkeys(names, shown(page))
                names.clear()
    return found


def marked(package: Package) -> list[str]:
    """The text from each break to the end of its run."""
    runs = [run for run in package.document.iter(f"{W}r") if run.find(BREAK) is not None]
    return [words(run) for run in runs]


def characters(package: Package) -> list[list[tuple[str, bytes]]]:
    """Each paragraph's characters and what else is in its runs, with the properties of their runs."""
    found: list[list[tuple[str, bytes]]] = []
    for p in package.document.iter(f"{W}p"):
        found.append([])
        for run in p.iter(f"{W}r"):
            properties = run.find(f"{W}rPr")
            look = b"" if properties is None else etree.tostring(properties)
            for part in run:
                if part.tag == f"{W}t":
                    found[-1] += [(character, look) for character in part.text or ""]
                elif part.tag not in (f"{W}rPr", BREAK):
                    found[-1].append((part.tag, look))
    return found


def assert_counted(document: Proceedings, style: Style) -> None:
    package = written(document, style)
    pages = counted(package)
    contents = package.contents()
    assert [pages[target] for *_, target, _ in contents] == [page for *_, page in contents]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_pages_that_the_contents_state_can_be_counted(style: Style) -> None:
    assert_counted(every_node(), style)
    long = tuple(paragraph(f"{WIDE} " * 30) for _ in range(10))
    assert_counted(pieces(long, long[:3], (), long), style)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(document=proceedings())
def test_in_any_document(style: Style, document: Proceedings) -> None:
    assert_counted(document, style)


@pytest.mark.parametrize("style", [STYLE, LOW], ids=["default", "low"])
@given(document=proceedings())
def test_no_letter_and_no_look_is_another_than_without_the_marks(style: Style, document: Proceedings) -> None:
    package = written(document, style)
    with patch("procpub.writers.docx.pagination.mark_pages"):
        plain = written(document, style)
    assert not list(plain.document.iter(BREAK))
    assert characters(package) == characters(plain)
    assert package.contents() == plain.contents()
    preserved = {t.get("{http://www.w3.org/XML/1998/namespace}space") for t in package.document.iter(f"{W}t")}
    assert preserved == {"preserve"}


@given(proceedings())
def test_runs_begin_with_their_breaks(document: Proceedings) -> None:
    for mark in written(document, LOW).document.iter(BREAK):
        before = [element.tag for element in mark.itersiblings(preceding=True)]
        assert set(before) <= {f"{W}rPr", BREAK}
        assert mark.getnext() is not None


def body_lines(style: Style = STYLE) -> int:
    """How many lines go below a heading on the first page."""
    heading, body = style.role("heading"), style.role("body")
    return int(lines_of_a_page() - (heading.before + heading.leading + heading.after) / body.leading + 0.01)


def test_the_document_begins_without_a_break_and_its_sections_with_one() -> None:
    package = written(pieces((paragraph("x"),), (paragraph("y"),)))
    assert marked(package) == ["Contents", "Speech 0", "Speech 1"]


def test_a_page_that_begins_inside_a_paragraph_is_marked_at_the_first_word_of_its_line() -> None:
    number = body_lines()
    listed = [f"{WIDE}{line}" for line in range(number + 10)]
    package = written(pieces((paragraph(" ".join(listed)),)))
    assert marked(package)[2:] == [" ".join(listed[number:])]
    (whole,) = (words(p) for p in package.paragraphs("FirstParagraph"))
    assert whole == " ".join(listed)


def test_or_behind_a_line_end_that_is_forced() -> None:
    number = body_lines()
    lines = [part for line in range(number + 10) for part in (Text(text=f"Line {line}"), LineBreak())]
    assert marked(written(pieces((paragraph(*lines),))))[2:] == [f"Line {number}"]


def test_or_behind_a_hyphen_or_a_chinese_character() -> None:
    number = body_lines()
    listed = [f"{WIDE[:30]}{line}" for line in range(number + 10)]
    assert marked(written(pieces((paragraph("-".join(listed)),))))[2:] == ["-".join(listed[number:])]
    chinese = "中" * 5000
    (second, third, *_) = marked(written(pieces((paragraph(chinese),))))[2:]
    assert len(second) == len(third) >= 20 * lines_of_a_page()
    assert len(second) % lines_of_a_page() == 0


def test_a_run_that_is_cut_keeps_its_look_and_its_link() -> None:
    listed = [f"{WIDE}{line}" for line in range(body_lines() + 10)]
    package = written(
        pieces((paragraph(Link(target="https://example.org", children=(Emphasis(children=text(" ".join(listed))),))),))
    )
    first, second = package.document.iterfind(f".//{W}hyperlink[@{W}history]/{W}r[{W}rPr]")
    assert words(second) == " ".join(listed[body_lines() :])
    assert etree.tostring(first[0]) == etree.tostring(second[0])
    assert [child.tag for child in second] == [f"{W}rPr", BREAK, f"{W}t"]


def test_a_call_of_a_note_that_begins_a_page_is_marked_before_the_note_s_own_mark() -> None:
    number = body_lines()
    lines = [part for line in range(number) for part in (Text(text=f"Line {line}"), LineBreak())]
    note = Note(marker="†", blocks=(paragraph("n"),))
    more = [part for line in range(9) for part in (LineBreak(), Text(text=f"More {line}"))]
    package = written(pieces((paragraph(*lines, note, *more),)))
    (run,) = (mark.getparent() for mark in package.document.iter(f"{W}footnoteReference"))
    assert run is not None
    assert [child.tag for child in run] == [f"{W}rPr", BREAK, f"{W}footnoteReference", f"{W}t"]


def test_rows_of_tables_are_marked_in_their_first_cell_that_shows_something() -> None:
    rows = tuple(Row(cells=(Cell(children=()), Cell(children=text(f"Row {number}")))) for number in range(100))
    first, *others = (int(label.removeprefix("Row ")) for label in marked(written(pieces((Table(rows=rows),))))[2:])
    assert 20 < first < 50
    assert len(others) in (1, 2, 3)


def test_pages_on_which_nothing_is_shown_are_marked_in_the_next_run_that_shows_something() -> None:
    rows = tuple(Row(cells=(Cell(children=()),)) for _ in range(100))
    package = written(pieces((Table(rows=rows), paragraph("x")), ()))
    (run,) = (run for run in package.document.iter(f"{W}r") if words(run) == "x")
    assert len(run.findall(BREAK)) > 1
    assert_counted(pieces((Table(rows=rows),), ()), STYLE)


def test_a_picture_that_begins_a_page_is_marked() -> None:
    lines = tuple(paragraph("x") for _ in range(body_lines()))
    package = written(pieces((*lines, Figure(image=PIXEL, alternative="A picture"))))
    assert [[child.tag for child in find(p, "r")] for p in package.paragraphs("Figure")] == [[BREAK, f"{W}drawing"]]


def test_a_page_that_is_left_blank_before_a_right_hand_one_has_a_break_too() -> None:
    package = written(pieces((), (), ()), STYLES["recto"])
    heads = [p for p in package.document.iter(f"{W}p") if style_of(p) == "Heading1"]
    assert [len(list(p.iter(BREAK))) for p in heads] == [1, 2, 2]


def test_a_page_that_begins_inside_a_word_wider_than_its_line_is_marked_before_the_next() -> None:
    package = written(pieces((paragraph("n" * 20000 + " end"),), ()))
    assert marked(package)[2:] == ["end", "Speech 1"]
    assert_counted(pieces((paragraph("n" * 20000),), ()), STYLE)


def test_a_page_that_begins_inside_a_row_is_marked_behind_it() -> None:
    tall = Table(rows=(Row(cells=(Cell(children=text("word " * 3000)),)), Row(cells=(Cell(children=text("next")),))))
    assert marked(written(pieces((tall,), ())))[2:] == ["next", "Speech 1"]
    assert_counted(pieces((tall,), ()), STYLE)
