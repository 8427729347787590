"""The page list, and the places in the text that it leads to."""

from hypothesis import given, settings

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.nodes import Item, ItemList, MarkerStyle, Note, PageBreak, Text
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from procpub.writers.pdf import WRITER as PDF
from tests.documents import every_node, paragraph
from tests.strategies import proceedings
from tests.writers.epub.book import NAMES, Book, assert_links_resolve, listed, said, speech

STYLE = load_style()


def printed(document: Proceedings) -> PageMap:
    pages = PDF.write(document, contents_of(document), STYLE, Report()).pages
    assert pages is not None
    return pages


def page_list(book: Book) -> list[tuple[str, str]]:
    """Labels and addresses."""
    found = book.navigation.findall(".//x:nav[@role='doc-pagelist']", NAMES)
    return [(label, href) for each in found for label, href, _ in listed(each)]


def test_without_a_print_edition_the_pages_of_the_source_are_listed() -> None:
    book = Book(speech(PageBreak(label="iv"), (PageBreak(label="5"),), PageBreak(label="9", edition="pdf")))
    assert [(label, href.partition("#")[0]) for label, href in page_list(book)] == [("iv", "c.xhtml"), ("5", "c.xhtml")]
    assert_links_resolve(book)
    assert [mark.get("aria-label") for mark in book.find("//*[@role='doc-pagebreak']")] == ["iv", "5"]


def test_made_with_the_print_edition_every_page_of_its_body_is_listed_once_and_in_order() -> None:
    document = speech(tuple(paragraph(f"Words of paragraph {n}. " * 60) for n in range(20)), PageBreak(label="7"))
    pages = printed(document)
    book = Book(document, pages=pages)
    body = [label for label in pages.labels if label.isdigit()]
    assert [label for label, _ in page_list(book)] == body and len(body) > 5
    assert_links_resolve(book)
    sources = book.texts("opf:metadata/opf:meta[@property='pageBreakSource']/text()")
    assert sources == ["Untitled proceedings (PDF)"]


def test_pages_of_the_source_keep_their_places_where_those_of_print_are_listed() -> None:
    document = speech(PageBreak(label="7"))
    book = Book(document, pages=printed(document))
    assert [mark.get("data-page") for mark in book.find("//*[@data-edition='print']")] == ["7"]
    assert "7" not in [label for label, _ in page_list(book)]


def test_a_page_that_begins_between_paragraphs_does_not_change_how_they_are_set() -> None:
    rule = next(line for line in Book(every_node()).css().splitlines() if line.startswith("p + p,"))
    assert rule.startswith("p + p, p + .page + p, p + .page + .page + p {")


@given(proceedings())
@settings(max_examples=8)
def test_every_page_leads_into_the_text_of_any_document(document: Proceedings) -> None:
    book = Book(document, pages=printed(document))
    assert_links_resolve(book)
    labels = [label for label, _ in page_list(book)]
    assert len(set(labels)) == len(labels)


def test_a_page_that_begins_in_a_list_is_found_there_though_a_mark_of_the_sources_pages_follows_it() -> None:
    items = tuple(Item(blocks=(paragraph(f"Item {number}"),)) for number in range(35))  # the last is alone on its page
    document = speech((ItemList(style=MarkerStyle.BULLET, items=items), PageBreak(label="9")))
    book = Book(document, pages=printed(document))
    within = [mark.get("aria-label") for mark in book.find("//x:li//*[@role='doc-pagebreak']")]
    assert within == [label for label, _ in page_list(book)][1:] and within


def test_pages_that_begin_in_notes_are_places_and_the_list_is_in_reading_order() -> None:
    note = Note(blocks=(paragraph("over ", PageBreak(label="8"), "the page"),))
    book = Book(Proceedings(body=(*speech((paragraph(PageBreak(label="7"), "a", note, PageBreak(label="9")),)).body,)))
    assert [label for label, _ in page_list(book)] == ["7", "9"]
    assert [mark.get("data-page") for mark in book.find("//*[@data-page]")] == ["8"]


def test_a_page_that_begins_with_a_heading_is_no_part_of_its_name() -> None:
    heading = (PageBreak(label="7"), Text(text="A heading"))
    book = Book(Proceedings(body=(Contribution(id="c", kind="speech", heading=heading),)))
    (name,) = book.find("//x:h1")
    assert len(name) == 0 and name.text == "A heading"
    assert [label for label, _ in page_list(book)] == ["7"]


def test_an_item_that_begins_with_a_page_keeps_its_marker_beside_its_words() -> None:
    item = Item(marker="(1)", blocks=(PageBreak(label="5"), paragraph("words")))
    book = Book(speech((ItemList(style=MarkerStyle.DECIMAL, items=(item,)),)))
    assert [said(line) for line in book.find("//x:li/x:p")] == ["(1) words"]
