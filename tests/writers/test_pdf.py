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
from procpub.model.contents import contents_of
from procpub.model.metadata import Metadata
from procpub.model.nodes import (
    Blocks,
    Figure,
    ItemList,
    Link,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from procpub.model.nodes import Cell as TableCell
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.walk import contributions, headings, lines, nested, notes, pieces, plain_text
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
    talk = next(contributions(every_node()))
    *shown, mark = range(len(talk.blocks))  # the last block is a mark of the source's pages
    assert {(talk.id, index) for index in shown} <= edition.pages.blocks.keys()
    assert (talk.id, mark) not in edition.pages.blocks


def test_front_matter_has_roman_numbers_and_the_body_begins_at_1_on_a_right_hand_page() -> None:
    labels = reader(written(every_node())).page_labels
    assert labels[: labels.index("1")] == ["i", "ii", "iii", "iv", "v", "vi"]


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


def test_a_word_cut_in_a_cell_is_reported() -> None:
    report = Report()
    row = Row(cells=(TableCell(children=text("W" * 300)), TableCell(children=text("b"))))
    written(one_talk(Table(rows=(row,))), report=report)
    assert {diagnostic.code for diagnostic in report} == {Code.LINE_TOO_WIDE}


def test_white_space_is_no_missing_character() -> None:
    report = Report()
    written(one_talk(paragraph("a\tb\nc\x85d")), report=report)
    assert not list(report)


def test_matter_without_heading_or_blocks_can_be_linked_to() -> None:
    document = replace(every_node(), back=(Matter(id="annex", kind="annex"),))
    assert "annex" in reader(written(document)).named_destinations


@pytest.mark.parametrize("style", ["default", "book", "a5"])
def test_words_that_emphasis_ends_inside_of_keep_their_letters(style: str) -> None:
    inlines = [
        inline for _ in range(60) for inline in (Strong(children=text("international")), Text(text="communication of "))
    ]
    pdf = reader(written(one_talk(Paragraph(children=tuple(inlines))), style=style))
    shown = "".join(page.extract_text() for page in pdf.pages).replace("\u00ad", "")
    assert "".join(shown.split()).count("internationalcommunication") == 60
