"""The PDF edition, read back with pypdf."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Edition
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Page
from procpub.model.contents import contents_of
from procpub.model.metadata import Licence, Metadata
from procpub.model.nodes import (
    Blocks,
    Figure,
    Image,
    Item,
    ItemList,
    Link,
    MarkerStyle,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from procpub.model.nodes import Cell as TableCell
from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.walk import headings, lines, nested, notes, pieces, plain_text
from procpub.style import load_style
from procpub.writers.pdf import WRITER
from tests.documents import every_node, paragraph, text
from tests.strategies import proceedings

DEFAULT = load_style("default")


def written(document: Proceedings, *, depth: int = 1, style: str = "default", report: Report | None = None) -> Edition:
    return WRITER.write(
        document, contents_of(document, depth), load_style(style), Report() if report is None else report
    )


def reader(edition: Edition) -> PdfReader:
    return PdfReader(BytesIO(edition.data))


def one_talk(*blocks: Paragraph | Table | Figure | ItemList) -> Proceedings:
    return Proceedings(body=(Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=blocks),))


def laid_out(document: Proceedings, report: Report | None = None) -> tuple[Page, ...]:
    return lay_out(document, contents_of(document), DEFAULT, Report() if report is None else report).pages


def page_lines(page: Page) -> list[str]:
    """The lines on a page, in the order they stand in."""
    marks = [mark for placed in page.boxes for mark in placed.box.marks]
    return ["".join(run.text for run in mark.runs) for mark in marks if isinstance(mark, Line)]


def letters(words: str) -> Counter[str]:
    """Letters and digits; compatibility forms count as what they stand for, as readers of PDF give them back."""
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKD", words)))


def said(document: Proceedings) -> Iterator[str]:
    """All that the document's text says; pictures are seen, not read."""
    for piece in pieces(document):
        for line in headings(piece):
            yield plain_text(line)
            for note in notes(line):
                yield from said_in(note.blocks)
        if not hasattr(piece, "members"):
            yield from said_in(piece.blocks)


def said_in(blocks: Blocks) -> Iterator[str]:
    for outer in blocks:
        for block in nested(outer):
            yield from map(plain_text, lines(block))
            if isinstance(block, Figure) and not block.image:
                yield block.alternative


@given(proceedings())
def test_every_letter_of_any_document_is_on_its_pages(document: Proceedings) -> None:
    for style in ("default", "large-print"):
        pdf = reader(written(document, depth=3, style=style))
        shown = letters("".join(page.extract_text() for page in pdf.pages))
        assert not letters("".join(said(document))) - shown


def test_an_invisible_character_after_a_space_does_not_join_two_words() -> None:
    document = one_talk(Paragraph(children=(Text(text="a \u200b"), Strong(children=text("b")))))
    assert any("a b" in page.extract_text() for page in reader(written(document)).pages)


def test_letters_beyond_the_basic_plane_are_read_back() -> None:
    pdf = reader(written(one_talk(paragraph("before \U00010783 behind"))))
    assert any("before \U00010783 behind" in page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize("marker", ["\u2028", "\u200b", "\ufe0f"])
def test_a_note_whose_marker_shows_nothing_is_numbered(marker: str) -> None:
    document = one_talk(Paragraph(children=(Text(text="called"), Note(marker=marker, blocks=(paragraph("note"),)))))
    assert any("called1" in page.extract_text() for page in reader(written(document)).pages)


def test_a_book_that_shows_nothing_is_a_book() -> None:
    document = Proceedings(metadata=Metadata(titles=(LocalText(text="\u200b"),)))
    assert len(reader(written(document)).pages) > 0


@given(proceedings())
def test_everything_stays_on_the_page(document: Proceedings) -> None:
    assert_on_the_page(document)


def test_a_marker_without_room_beside_its_item_stands_above_it() -> None:
    wide = "W" * 60
    items = ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker=wide, blocks=(paragraph("words"),)),))
    document = one_talk(items, paragraph("called", Note(marker=wide, blocks=(paragraph("noted"),))))
    assert_on_the_page(document)
    shown = "".join(page.extract_text() for page in reader(written(document)).pages)
    assert shown.count("W") == 3 * 60, "the item's, the note's and its call"


def assert_on_the_page(document: Proceedings) -> None:
    for page in laid_out(document):
        for placed in page.boxes:
            for mark in placed.box.marks:
                assert placed.x + mark.x >= 0
                assert placed.x + mark.x + mark.width <= DEFAULT.page.width * 72 / 25.4


def outline(pdf: PdfReader) -> list[tuple[int, str]]:
    """Level and words of the bookmarks, in order."""

    def entries(items: list[object], level: int) -> Iterator[tuple[int, str]]:
        for item in items:
            if isinstance(item, list):
                yield from entries(item, level + 1)
            elif isinstance(item, Destination):
                yield level, str(item.title)

    return list(entries(list(pdf.outline), 1))


@pytest.mark.parametrize("depth", [1, 3])
def test_bookmarks_are_the_contents(depth: int) -> None:
    document = every_node()
    expected = [(entry.level, entry.label) for entry in contents_of(document, depth).entries]
    assert outline(reader(written(document, depth=depth))) == expected


def test_contents_print_the_label_of_each_headings_page_and_link_to_it() -> None:
    document = every_node()
    edition = written(document, depth=3)
    pdf = reader(edition)
    assert edition.pages
    page = next(page for page in pdf.pages if page.extract_text().startswith("Contents"))
    numbers = [line.split()[-1] for line in page.extract_text().splitlines() if " . . ." in line]
    expected = [edition.pages.headings[entry.id] for entry in contents_of(document, 3).entries]
    assert numbers == expected
    expected_pages = [pdf.page_labels.index(label) for label in expected]
    assert sorted(set(linked_pages(pdf, page))) == sorted(set(expected_pages))


def linked_pages(pdf: PdfReader, page: PageObject) -> list[int]:
    """The indices of the pages that the page's links lead to."""
    destinations = [link.get_object()["/Dest"] for link in page.get("/Annots", ()) if "/Dest" in link.get_object()]
    indices = [pdf.get_page_number(target[0].get_object()) for target in destinations]
    return [index for index in indices if index is not None]


def test_the_page_map_is_where_headings_and_blocks_are() -> None:
    edition = written(every_node())
    pdf = reader(edition)
    assert edition.pages
    assert list(edition.pages.labels) == pdf.page_labels
    for piece in ("preface", "session-1", "anna-maier", "bo-li", "annex"):
        index = pdf.get_destination_page_number(pdf.named_destinations[piece])
        assert index is not None
        assert pdf.page_labels[index] == edition.pages.headings[piece]
    talk = contribution_of(every_node())
    assert {(talk.id, index) for index in range(len(talk.blocks))} <= edition.pages.blocks.keys()


def test_front_matter_has_roman_numbers_and_the_body_begins_at_1_on_a_right_hand_page() -> None:
    labels = reader(written(every_node())).page_labels
    assert labels[: labels.index("1")] == ["i", "ii", "iii", "iv", "v", "vi"]


def test_contributions_begin_on_right_hand_pages_if_the_style_says_so() -> None:
    document = Proceedings(
        body=tuple(Contribution(id=f"c{n}", kind="speech", heading=text("A")) for n in range(3)),
    )
    book = lay_out(document, contents_of(document), replace(DEFAULT, recto=True), Report())
    assert [book.label(f"c{n}") for n in range(3)] == ["1", "3", "5"]


def test_the_file_tells_what_it_is() -> None:
    pdf = reader(written(every_node()))
    assert pdf.metadata
    assert (pdf.metadata.title, pdf.metadata.author) == ("Every Node & More", "Eva Editor")
    assert str(pdf.root_object["/Lang"]) == "en"
    assert pdf.viewer_preferences
    assert pdf.viewer_preferences.display_doctitle
    assert pdf.metadata.creation_date
    assert pdf.metadata.creation_date.date().isoformat() == "2021-05-01"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(every_node()).data == written(every_node()).data


def test_a_document_without_anything_still_has_a_title_page() -> None:
    assert "Untitled proceedings" in reader(written(Proceedings())).pages[0].extract_text()


def test_what_finds_no_room_on_title_page_and_imprint_takes_more_pages() -> None:
    bodies = tuple(Organisation(names=(LocalText(text=f"Body {n}"),)) for n in range(80))
    licence = Licence(text=" ".join(f"clause{n}" for n in range(3000)))
    metadata = Metadata(titles=(LocalText(text="Title"),), organisers=bodies, licence=licence)
    pages = laid_out(replace(every_node(), metadata=metadata))
    words = {word for page in pages for line in page_lines(page) for word in line.split()}
    assert {str(n) for n in range(80)} | {f"clause{n}" for n in range(3000)} <= words
    assert all(0 < placed.y < 842 for page in pages for placed in page.boxes)


def test_links_lead_into_the_document_and_out_of_it() -> None:
    pdf = reader(written(every_node()))
    links = [link.get_object() for page in pdf.pages for link in page.get("/Annots", ())]
    assert any(link.get("/A", {}).get("/URI") == "https://example.org/?a=1&b=2" for link in links)
    assert any(pdf.page_labels.index("6") in linked_pages(pdf, page) for page in pdf.pages[7:])


def test_a_doi_leads_to_its_resolver() -> None:
    pdf = reader(written(one_talk(paragraph(Link(target="doi:10.1000/182", children=text("there"))))))
    links = [link.get_object() for page in pdf.pages for link in page.get("/Annots", ())]
    assert [link["/A"]["/URI"] for link in links if "/A" in link] == ["https://doi.org/10.1000/182"]


def test_a_missing_character_is_shown_by_its_code_point_and_reported_once() -> None:
    report = Report()
    span = Span(7, 7)
    document = one_talk(
        Paragraph(children=(Text(text="\U0001f984 and \U0001f984", span=span),)), paragraph("again \U0001f984")
    )
    shown = "".join(page.extract_text() for page in reader(written(document, report=report)).pages)
    assert shown.count("[U+1F984]") == 3
    (missing,) = [diagnostic for diagnostic in report if diagnostic.code is Code.MISSING_GLYPH]
    assert missing.span == span
    assert "UNICORN FACE, which stands 3 times" in missing.message


def test_a_long_word_is_cut_to_the_measure_and_reported() -> None:
    report = Report()
    pages = laid_out(one_talk(paragraph("W" * 400)), report)
    widest = max(mark.width for p in pages for placed in p.boxes for mark in placed.box.marks if isinstance(mark, Line))
    assert widest <= (DEFAULT.page.width - DEFAULT.page.inner - DEFAULT.page.outer) * 72 / 25.4 + 0.01
    assert [diagnostic.code for diagnostic in report] == [Code.LINE_TOO_WIDE]


def test_a_word_cut_in_a_cell_is_reported() -> None:
    report = Report()
    row = Row(cells=(TableCell(children=text("W" * 300)), TableCell(children=text("b"))))
    written(one_talk(Table(rows=(row,))), report=report)
    assert {diagnostic.code for diagnostic in report} == {Code.LINE_TOO_WIDE}


def test_white_space_is_no_missing_character() -> None:
    report = Report()
    written(one_talk(paragraph("a\tb\nc\x85d")), report=report)
    assert not list(report)


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
        pages = [page_lines(page)[:-1] for page in laid_out(document)]
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
    first, second, third, *_ = [page_lines(page)[-1] for page in laid_out(document) if page.label in "123"]
    assert (first, second) == ("1", "The Book")
    assert third.startswith("A very long heading A") and third.endswith("…")


def test_the_markers_of_a_list_end_at_the_same_distance_from_the_text() -> None:
    items = tuple(Item(marker=f"{n}.", blocks=(paragraph("item"),)) for n in (9, 10))
    listed = ItemList(style=MarkerStyle.DECIMAL, start=9, items=items)
    pages = laid_out(one_talk(listed))
    marks = [mark for page in pages for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line)]
    ends = {round(mark.x + mark.width, 3) for mark in marks if mark.runs[0].text in ("9.", "10.") and mark.y < 15}
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
        line.runs[0].text: line.x
        for page in pages
        for placed in page.boxes
        for line in placed.box.marks
        if isinstance(line, Line) and line.runs
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


def test_matter_without_heading_or_blocks_can_be_linked_to() -> None:
    document = replace(every_node(), back=(Matter(id="annex", kind="annex"),))
    assert "annex" in reader(written(document)).named_destinations
