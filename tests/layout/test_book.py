"""A whole book is laid out: what stands on which page, and what it is."""

from dataclasses import replace

import pytest
from hypothesis import given

from procpub.diagnostics import Code, Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Page
from procpub.model.contents import contents_of
from procpub.model.metadata import Licence, Metadata
from procpub.model.nodes import Cell as TableCell
from procpub.model.nodes import (
    Figure,
    Image,
    Item,
    ItemList,
    MarkerStyle,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from tests.documents import every_node, paragraph, text
from tests.strategies import proceedings

DEFAULT = load_style("default")


def one_talk(*blocks: Paragraph | Table | Figure | ItemList) -> Proceedings:
    return Proceedings(body=(Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=blocks),))


def laid_out(document: Proceedings, report: Report | None = None) -> list[Page]:
    return lay_out(document, contents_of(document), DEFAULT, Report() if report is None else report).pages


def running_head(page: Page) -> str:
    marks = page.head.box.marks if page.head else ()
    return " ".join(mark.text for mark in marks if isinstance(mark, Line))


def page_lines(page: Page) -> list[str]:
    """The lines on a page, in the order they stand in."""
    marks = [mark for placed in page.boxes for mark in placed.box.marks]
    return [mark.text for mark in marks if isinstance(mark, Line)]


@given(proceedings())
def test_everything_stays_on_the_page(document: Proceedings) -> None:
    assert_on_the_page(document)


def test_a_marker_without_room_beside_its_item_stands_above_it() -> None:
    wide = "W" * 60
    items = ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker=wide, blocks=(paragraph("words"),)),))
    document = one_talk(items, paragraph("called", Note(marker=wide, blocks=(paragraph("noted"),))))
    assert_on_the_page(document)
    shown = "".join(line for page in laid_out(document) for line in page_lines(page))
    assert shown.count("W") == 3 * 60, "the item's, the note's and its call"


def assert_on_the_page(document: Proceedings) -> None:
    for page in laid_out(document):
        for placed in page.boxes:
            for mark in placed.box.marks:
                assert placed.x + mark.x >= 0
                assert placed.x + mark.x + mark.width <= DEFAULT.page.width * 72 / 25.4


def test_contributions_begin_on_right_hand_pages_if_the_style_says_so() -> None:
    document = Proceedings(
        body=tuple(Contribution(id=f"c{n}", kind="speech", heading=text("A")) for n in range(3)),
    )
    book = lay_out(document, contents_of(document), replace(DEFAULT, recto=True), Report())
    assert [book.label(f"c{n}") for n in range(3)] == ["1", "3", "5"]


def test_what_finds_no_room_on_title_page_and_imprint_takes_more_pages() -> None:
    bodies = tuple(Organisation(names=(LocalText(text=f"Body {n}"),)) for n in range(80))
    licence = Licence(text=" ".join(f"clause{n}" for n in range(3000)))
    metadata = Metadata(titles=(LocalText(text="Title"),), organisers=bodies, licence=licence)
    pages = laid_out(replace(every_node(), metadata=metadata))
    words = {word for page in pages for line in page_lines(page) for word in line.split()}
    assert {str(n) for n in range(80)} | {f"clause{n}" for n in range(3000)} <= words
    assert all(0 < placed.y < 842 for page in pages for placed in page.boxes)


def test_a_long_word_is_cut_to_the_measure_and_reported() -> None:
    report = Report()
    pages = laid_out(one_talk(paragraph("W" * 400)), report)
    widest = max(mark.width for p in pages for placed in p.boxes for mark in placed.box.marks if isinstance(mark, Line))
    assert widest <= (DEFAULT.page.width - DEFAULT.page.inner - DEFAULT.page.outer) * 72 / 25.4 + 0.01
    assert [diagnostic.code for diagnostic in report] == [Code.LINE_TOO_WIDE]


@pytest.mark.parametrize("above", range(36, 46))
def test_no_page_ends_or_begins_with_a_single_line_of_a_paragraph(above: int) -> None:
    """However many one-line paragraphs stand above it."""
    words = " ".join(["word"] * 100)
    document = one_talk(*(paragraph("Above.") for _ in range(above)), paragraph(words), paragraph("Below."))
    for page in laid_out(document):
        assert sum(line.startswith("word") for line in page_lines(page)) != 1


def test_a_heading_of_a_section_is_never_the_last_line_of_a_page() -> None:
    for above in range(25, 34):
        matter = replace(every_node().front[0], blocks=(paragraph("Above."),) * above, sections=())
        section = replace(contribution_of(every_node()).sections[0], id="s", sections=())
        document = Proceedings(front=(replace(matter, sections=(section,)),))
        pages = [page_lines(page) for page in laid_out(document)]
        assert all(page[-1] != "A section" for page in pages if page)


def contribution_of(document: Proceedings) -> Contribution:
    group = document.body[0]
    assert not isinstance(group, Contribution)
    talk = group.members[0]
    assert isinstance(talk, Contribution)
    return talk


def test_running_heads_are_shortened_and_stand_on_no_page_that_opens_a_contribution() -> None:
    document = Proceedings(
        metadata=Metadata(titles=(LocalText(text="The Book"),)),
        body=(
            Contribution(
                id="c1", kind="speech", heading=text("A very long heading " * 20), blocks=(paragraph("x. " * 4000),)
            ),
        ),
    )
    first, second, third, *_ = [running_head(page) for page in laid_out(document) if page.label in "123"]
    assert (first, second) == ("", "The Book")
    assert third.startswith("A very long heading A") and third.endswith("…")


def test_the_markers_of_a_list_end_at_the_same_distance_from_the_text() -> None:
    items = tuple(Item(marker=f"{n}.", blocks=(paragraph("item"),)) for n in (9, 10))
    listed = ItemList(style=MarkerStyle.DECIMAL, start=9, items=items)
    pages = laid_out(one_talk(listed))
    marks = [mark for page in pages for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line)]
    ends = {round(mark.x + mark.width, 3) for mark in marks if mark.text in ("9.", "10.") and mark.y < 15}
    assert len(ends) == 1


def test_the_head_of_a_table_is_repeated_on_every_page() -> None:
    def row(words: str, *, header: bool = False) -> Row:
        return Row(cells=(TableCell(children=text(words), header=header),) * 2)

    table = Table(head=(row("Head", header=True),), rows=tuple(row(f"row {n}") for n in range(90)))
    pages = [page_lines(page) for page in laid_out(one_talk(table)) if page.label in ("1", "2", "3")]
    assert [lines.count("Head") for lines in pages] == [2, 2, 2]
    assert sum(line.startswith("row") for lines in pages for line in lines) == 180


def test_a_cell_over_more_rows_takes_its_place() -> None:
    tall, wide = TableCell(children=text("tall"), rows=2), TableCell(children=text("wide"), columns=2)
    cells = [TableCell(children=text(letter)) for letter in "abc"]
    table = Table(rows=(Row(cells=(tall, cells[0])), Row(cells=(cells[1],)), Row(cells=(wide,))))
    pages = laid_out(one_talk(table))
    x = {
        line.text: line.x
        for page in pages
        for placed in page.boxes
        for line in placed.box.marks
        if isinstance(line, Line)
    }
    assert x["a"] == x["b"] > x["tall"] == x["wide"]


def test_an_image_that_cannot_be_read_is_reported_and_its_text_shown() -> None:
    report = Report()
    broken = Image(name="broken.png", media_type="image/png", data=b"no image")
    pages = laid_out(one_talk(Figure(image=broken, alternative="A lost map")), report)
    assert any("A lost map" in page_lines(page) for page in pages)
    assert [diagnostic.code for diagnostic in report] == [Code.UNREADABLE_IMAGE]


def test_hundreds_of_notes_stand_on_the_pages_that_call_them() -> None:
    children: list[Text | Note] = []
    for n in range(300):
        children += (Text(text=f" called.{n}."), Note(blocks=(paragraph(f"note.{n}."),)))
    for page in laid_out(one_talk(Paragraph(children=tuple(children)))):
        words = " ".join(page_lines(page)).split()
        called = {word.split(".")[1] for word in words if word.startswith("called")}
        noted = {word.split(".")[1] for word in words if word.startswith("note.")}
        assert called == noted
