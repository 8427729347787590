"""The EPUB edition, read back with zipfile and lxml."""

from dataclasses import replace
from itertools import pairwise
from zipfile import ZIP_STORED

import pytest
from hypothesis import given
from lxml import etree

from procpub.diagnostics import Code
from procpub.model.metadata import Identifier, Metadata
from procpub.model.nodes import (
    Emphasis,
    Figure,
    Foreign,
    Item,
    ItemList,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Text,
)
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Proceedings, Section
from procpub.model.walk import contributions, headings, lines, plain_text
from procpub.style import load_style
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings
from tests.writers.epub.book import (
    EPUB_TYPE,
    HEADINGS,
    LANG,
    NAMES,
    Book,
    assert_links_resolve,
    assert_same_contents,
    codes,
    letters,
    listed,
    said,
    speech,
    words_of,
)


@given(proceedings())
def test_any_document_becomes_a_sound_book_that_holds_every_letter(document: Proceedings) -> None:
    book = Book(document, depth=3)
    assert_links_resolve(book)
    read = letters(said(book.xhtml[name]) for name in book.spine)
    assert not letters(words_of(document)) - read
    for tree in book.xhtml.values():
        levels = [int(element.tag[-1]) for element in tree.iter() if str(element.tag)[-2:] in HEADINGS]
        assert levels[:1] in ([], [1])
        assert all(after <= before + 1 for before, after in pairwise(levels))


@given(proceedings())
def test_contents_page_navigation_and_ncx_hold_the_same_entries(document: Proceedings) -> None:
    assert_same_contents(document, 3)


@pytest.mark.parametrize("depth", [1, 2])
def test_contents_of_groups_nest(depth: int) -> None:
    assert_same_contents(every_node(), depth)


def test_contents_of_a_book_without_entries_lead_to_its_title_page() -> None:
    assert_same_contents(Proceedings(), 1)


def test_the_spine_is_cover_title_imprint_contents_and_one_file_a_piece() -> None:
    book = Book(every_node())
    assert book.spine[4:] == [
        *("preface.xhtml", "imprint.xhtml", "session-1.xhtml", "session-1-pre.xhtml"),
        *("anna-maier.xhtml", "bo-li.xhtml", "annex.xhtml"),
    ]
    kinds = [book.find("//x:body/*", name)[0].get(EPUB_TYPE) for name in book.spine[1:4]]
    assert kinds == ["titlepage", "imprint", "toc"]


def test_the_cover_is_found_by_old_programs_and_new_ones_and_says_what_it_shows() -> None:
    book = Book(every_node())
    (item,) = book.texts("opf:manifest/opf:item[@properties='cover-image']/@id")
    assert book.texts("opf:metadata/opf:meta[@name='cover']/@content") == [item]
    (image,) = book.find("//x:img", book.spine[0])
    assert image.get("alt", "").startswith("Every Node & More. 每个节点. ")


def test_text_stands_in_its_order() -> None:
    document = every_node()
    read = said(Book(document).xhtml["anna-maier.xhtml"]).replace(" ", "")
    (talk, *_) = contributions(document)
    position = 0
    for words in (*map(plain_text, headings(talk)), *(plain_text(line) for b in talk.blocks for line in lines(b))):
        if words.strip() and "called" not in words:  # the number of a note stands between the words
            position = read.index(words.replace(" ", ""), position)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert Book(every_node()).data == Book(every_node()).data


def test_the_archive_begins_with_its_type_and_bears_the_documents_date() -> None:
    entries = Book(every_node()).archive.infolist()
    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", ZIP_STORED)
    assert {entry.date_time for entry in entries} == {(2021, 5, 1, 0, 0, 0)}


def test_source_date_epoch_is_the_modified_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    modified = Book(every_node()).texts("opf:metadata/opf:meta[@property='dcterms:modified']/text()")
    assert modified == ["2023-11-14T22:13:20Z"]


def test_hostile_titles_come_through() -> None:
    title = "<b>&\"' ]]> 😀 שלום " + "x" * 500
    book = Book(Proceedings(metadata=Metadata(titles=(LocalText(text=title),), languages=("he",))))
    assert book.texts("opf:metadata/dc:title/text()") == [title]
    assert book.navigation.get("dir") == "rtl"
    assert book.texts("opf:spine/@page-progression-direction") == ["rtl"]


def test_a_book_without_identifier_keeps_its_uuid_when_its_text_is_mended_and_not_when_its_title_changes() -> None:
    def uuid(document: Proceedings) -> str:
        (identifier,) = Book(document).texts("opf:metadata/dc:identifier/text()")
        assert identifier.startswith("urn:uuid:")
        return identifier

    draft, mended = speech((paragraph("Teh words"),)), speech((paragraph("The words"),))
    other = replace(draft, metadata=Metadata(titles=(LocalText(text="Another volume"),)))
    assert uuid(draft) == uuid(mended) != uuid(other)


def test_a_series_issn_is_not_the_volumes_identifier() -> None:
    metadata = Metadata(identifiers=(Identifier(scheme="issn", value="1234-5679"),))
    first, second = Book(Proceedings(metadata=metadata)).texts("opf:metadata/dc:identifier/text()")
    assert first.startswith("urn:uuid:")
    assert second == "urn:issn:1234-5679"


@pytest.mark.parametrize(("document", "expected"), [(every_node(), True), (Proceedings(), False)])
def test_accessibility_metadata_says_what_the_book_has(document: Proceedings, *, expected: bool) -> None:
    said_of_it = Book(document).texts("opf:metadata/opf:meta[starts-with(@property, 'schema:')]/text()")
    for feature in ("visual", "alternativeText", "pageNavigation"):
        assert (feature in said_of_it) is expected


def test_a_note_leads_to_its_text_and_back() -> None:
    inner = Note(marker="", blocks=(paragraph("Inner."),))
    book = Book(speech(Note(marker="†", blocks=(paragraph("Outer", inner),))))
    assert [said(aside) for aside in book.find("//x:aside")] == ["† Outer1", "1 Inner."]
    for kind, target in (("noteref", "footnote"), ("backlink", "noteref")):
        for link in book.find(f"//x:a[@role='doc-{kind}']"):
            (found,) = book.find(f"//*[@id='{link.get('href', '')[1:]}']")
            assert found.get(EPUB_TYPE) == target
            assert found.get("role") == f"doc-{target}"


def test_a_note_or_link_within_a_link_is_no_link_within_a_link() -> None:
    note = Note(blocks=(paragraph("Note."),))
    within = Link(target="https://example.org/inner", children=text("in"))
    book = Book(speech(Link(target="#c", children=(Text(text="out"), within, note))))
    assert [said(link) for link in book.find("//x:p//x:a")] == ["outin", "1", "1"]
    assert not book.find("//x:a//x:a")
    assert codes(book) == [Code.NOT_EXPRESSIBLE]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("#c", "#c"),
        ("#d", "d.xhtml#d"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("https://example.org/é?a=1&b=<2>", "https://example.org/%C3%A9?a=1&b=%3C2%3E"),
        ("https://example.org/100%", "https://example.org/100%25"),
    ],
)
def test_links_lead_where_they_should(target: str, href: str) -> None:
    document = speech(Link(target=target, children=text("there")))
    document = replace(document, body=(*document.body, Contribution(id="d", kind="speech", heading=text("D"))))
    assert [link.get("href") for link in Book(document).find("//x:p/x:a")] == [href]


def test_an_address_without_a_host_is_reported_and_its_words_stay() -> None:
    book = Book(speech(Link(target="https://[the-site]/", children=text("there"))))
    assert [said(line) for line in book.find("//x:p")] == ["Words there."]
    assert not book.find("//x:a")
    assert codes(book) == [Code.NOT_EXPRESSIBLE]


def numbered(style: MarkerStyle, *markers: str, start: int = 1) -> ItemList:
    items = tuple(Item(marker=marker, blocks=(paragraph("item"),)) for marker in markers)
    return ItemList(style=style, start=start, items=items)


def test_lists_that_html_can_number_are_left_to_it() -> None:
    book = Book(speech((numbered(MarkerStyle.LOWER_ROMAN, "iv.", "v.", "- viii.", "ix.", start=4),)))
    (items,) = book.find("//x:ol")
    assert (items.get("type"), items.get("start")) == ("i", "4")
    assert [item.get("value") for item in items] == [None, None, "8", None]
    assert said(items) == "item item item item"


def test_markers_of_other_shapes_stand_in_the_text() -> None:
    book = Book(speech((numbered(MarkerStyle.LOWER_ALPHA, "(a)", "(c)"),)))
    (items,) = book.find("//x:ol")
    assert items.get("role") == "list"
    assert said(items) == "(a) item (c) item"


def test_foreign_phrases_have_a_language_and_a_direction() -> None:
    phrase = Foreign(language="ar", children=(Foreign(language="fr", children=text("oui")),))
    (arabic, french) = Book(speech(phrase)).find("//x:span")
    assert [(e.get("lang"), e.get(LANG), e.get("dir")) for e in (arabic, french)] == [
        ("ar", "ar", "rtl"),
        ("fr", "fr", "ltr"),
    ]


def test_a_picture_used_twice_is_one_file_and_others_of_its_name_are_not() -> None:
    other = replace(PIXEL, name="Pixel.PNG", data=PIXEL.data + b"\0")
    book = Book(speech(tuple(Figure(image=image, alternative="Grey") for image in (PIXEL, other, PIXEL))))
    assert [image.get("src") for image in book.find("//x:img[@alt='Grey']")] == [
        *("images/pixel.png", "images/Pixel_2.png", "images/pixel.png"),
    ]
    assert book.files["EPUB/images/pixel.png"] == PIXEL.data


def test_figures_without_a_readable_image_show_their_description() -> None:
    broken = replace(PIXEL, media_type="image/jpeg")
    book = Book(speech(tuple(Figure(image=image, alternative="A pixel") for image in (None, broken))))
    assert [said(figure) for figure in book.find("//x:figure")] == ["A pixel", "A pixel"]
    assert codes(book) == [Code.MISSING_IMAGE, Code.UNREADABLE_IMAGE]


def test_table_headers_name_rows_and_columns() -> None:
    headers = Book(every_node()).find("//x:th", "anna-maier.xhtml")
    found = [(said(header), header.get("scope"), header.get("colspan"), header.get("rowspan")) for header in headers]
    assert found == [("What", "col", None, None), ("How many", "col", "2", None), ("apples", "row", None, "2")]


def test_ids_that_differ_in_case_have_files_that_differ_in_more() -> None:
    body = tuple(Contribution(id=name, kind="speech", heading=text(name)) for name in ("Ab", "aB"))
    book = Book(Proceedings(body=body))
    assert book.spine[-2:] == ["ab.xhtml", "ab_2.xhtml"]
    assert_links_resolve(book)


def test_sections_deeper_than_html_has_headings_say_their_level() -> None:
    section = Section(id="c-s8", heading=text("Level 8"))
    for level in range(7, 1, -1):
        section = Section(id=f"c-s{level}", heading=text(f"Level {level}"), sections=(section,))
    (contribution,) = contributions(speech())
    book = Book(Proceedings(body=(replace(contribution, sections=(section,)),)))
    assert [heading.get("aria-level") for heading in book.find("//x:h6")] == [None, "7", "8"]


def test_only_paragraphs_that_follow_another_are_set_in() -> None:
    css = Book(every_node()).css()
    body = load_style().role("body")
    rule = next(line for line in css.splitlines() if line.startswith("p + p,"))
    assert rule.endswith(f"{{ text-indent: {body.first / body.size:.3f}em; }}")
    assert next(line for line in css.splitlines() if line.startswith("p {")).endswith("text-indent: 0; }")
    assert ".salutation + p:not([class])" in css


def test_the_style_shows() -> None:
    assert Book(every_node()).css() != Book(every_node(), style="large-print").css()


def test_landmarks_are_named_by_what_they_are() -> None:
    german = replace(every_node().metadata, languages=("de",))
    document = replace(every_node(), metadata=german, printed_contents=None)
    marks = Book(document).navigation.findall(".//x:nav", NAMES)[1]
    assert [label for label, _, _ in listed(marks)] == ["Umschlag", "Titelseite", "Inhalt", "Anfang"]


def test_old_readers_are_told_the_order_of_the_contents() -> None:
    ncx = etree.fromstring(Book(every_node()).files["EPUB/toc.ncx"])
    orders = [point.get("playOrder") for point in ncx.iter("{*}navPoint")]
    assert orders == [str(number) for number in range(1, len(orders) + 1)]


def test_a_link_without_words_is_none() -> None:
    book = Book(speech(Link(target="https://example.org", children=(PageBreak(label="1"),))))
    assert book.find("//x:p//x:a") == [] and codes(book) == [Code.NOT_EXPRESSIBLE]


def test_a_paragraph_of_ten_thousand_phrases_takes_no_longer_than_its_words() -> None:
    phrases = tuple(Emphasis(children=text("x")) if number % 2 else Text(text="y") for number in range(4000))
    (line,) = Book(speech((Paragraph(children=phrases),))).find("//x:section/x:p")
    assert said(line) == "yx" * 2000
