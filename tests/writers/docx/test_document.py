"""The DOCX edition, read back as a word processor does: from the package's XML, not with the writer's own functions."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from lxml import etree
from PIL import Image as PillowImage

from procpub.diagnostics import Code, Report
from procpub.model.contents import contents_of
from procpub.model.metadata import Metadata
from procpub.model.nodes import (
    Cell,
    Figure,
    Foreign,
    Image,
    Item,
    ItemList,
    LineBreak,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Quote,
    Row,
    Strong,
    Table,
    Text,
)
from procpub.model.proceedings import Contribution, Matter, Proceedings, Section
from procpub.writers.docx import WRITER
from procpub.writers.pdf import WRITER as PDF
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings
from tests.writers.docx.package import (
    STYLE,
    R,
    W,
    every_line,
    find,
    letters,
    numbered,
    speech,
    style_of,
    value,
    words,
    words_without_marks,
    write,
)


@pytest.mark.parametrize("depth", [1, 3])
def test_contents_are_filled_in_and_lead_to_their_headings(depth: int) -> None:
    entries = contents_of(every_node(), depth).entries
    package = write(every_node(), depth=depth)
    bookmarks = package.bookmarks()
    assert [(style, label) for style, label, _, _ in package.contents()] == [
        (f"TOC{e.level}", e.label) for e in entries
    ]
    assert [bookmarks[target] for _, _, target, _ in package.contents()] == [e.label for e in entries]
    assert all(page for _, _, _, page in package.contents())


def test_the_contents_field_collects_the_levels_of_its_entries_and_no_other_heading() -> None:
    package = write(every_node())
    codes = [code.text or "" for code in package.document.iter(f"{W}instrText")]
    assert codes[0].split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    styles = ("GroupHeading", "Heading1", "Heading2", "Heading2Titled")
    listed = [words(p) for p in package.document.iter(f"{W}p") if style_of(p) in styles]
    assert listed == [label for _, label, _, _ in package.contents()]
    assert package.document.find(f".//{W}updateFields") is None


def test_a_heading_stands_on_one_line_as_in_the_contents() -> None:
    heading = (Text(text=" Opening "), LineBreak(), Strong(children=text(" words ")), Note(blocks=(paragraph("n"),)))
    document = Proceedings(body=(Contribution(id="c", kind="speech", heading=heading),))
    assert [words(p) for p in write(document).paragraphs("Heading1")] == ["Opening words"]


@pytest.mark.parametrize(
    ("item_list", "markers"),
    [
        (numbered("1.", "2.", "3."), ["1.", "2.", "3."]),
        (numbered("1.", "2.", "4.", "5."), ["1.", "2.", "4.", "5."]),
        (numbered("(7)", "(8)", start=7), ["(7)", "(8)"]),
        (numbered("- a.", "- b.", style=MarkerStyle.LOWER_ALPHA), ["a.", "b."]),
        (numbered("iv)", "v)", style=MarkerStyle.LOWER_ROMAN), ["iv)", "v)"]),
        (numbered("1.1", "§", "aa.", style=MarkerStyle.LOWER_ALPHA), ["1.1", "§", "aa."]),
        (numbered("", "", start=2), ["2.", "3."]),
        (numbered("*", "-", style=MarkerStyle.BULLET), ["•", "•"]),
    ],
)
def test_word_counts_the_markers_that_were_printed(item_list: ItemList, markers: list[str]) -> None:
    assert write(speech(item_list)).markers() == markers


def test_every_list_starts_anew_and_goes_on_after_a_list_inside_it() -> None:
    outer = ItemList(
        style=MarkerStyle.DECIMAL,
        items=(
            Item(marker="1.", blocks=(paragraph("first"), numbered("1.", "2."))),
            Item(marker="2.", blocks=(paragraph("second"),)),
        ),
    )
    package = write(speech(outer, numbered("1.", "2.")))
    assert package.markers() == ["1.", "1.", "2.", "2.", "1.", "2."]
    assert [value(n, "ilvl") for n in package.document.iter(f"{W}numPr")] == ["0", "1", "1", "0", "0", "0"]


def test_lists_and_headings_deeper_than_words_nine_levels_are_reported() -> None:
    list_, section = numbered("1."), Section(id="s-11", heading=text("Heading 11"))
    for level in range(10, 1, -1):
        list_ = ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker="1.", blocks=(paragraph("item"), list_)),))
        section = Section(id=f"s-{level}", heading=text(f"Heading {level}"), sections=(section,))
    talk = Contribution(id="c", kind="speech", heading=text("A speech"), blocks=(list_,), sections=(section,))
    report = Report()
    package = write(Proceedings(body=(talk,)), report=report)
    assert len(package.paragraphs("Heading9")) == 3
    assert [value(n, "ilvl") for n in package.document.iter(f"{W}numPr")][-3:] == ["7", "8", "8"]
    told = [diagnostic.message for diagnostic in report if diagnostic.code is Code.NOT_EXPRESSIBLE]
    assert [re.findall("levels of (?:headings; 'Heading 1.|lists)", message) for message in told] == [
        ["levels of headings; 'Heading 10"],
        ["levels of headings; 'Heading 11"],
        ["levels of lists"],
    ]


def test_an_item_that_begins_with_a_table_keeps_its_marker() -> None:
    table = Table(rows=(Row(cells=(Cell(children=text("cell")),)),))
    item_list = ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker="1.", blocks=(table,)),))
    assert write(speech(item_list)).markers() == ["1."]


def test_a_marker_wider_than_the_indent_sets_its_list_in_further() -> None:
    package = write(speech(numbered("(xviii)", "(xix)", style=MarkerStyle.LOWER_ROMAN, start=18)))
    instance = next(package.document.iter(f"{W}numId")).get(f"{W}val")
    numbering = package.parts["word/numbering.xml"]
    definition = value(numbering, f"num[@{W}numId='{instance}']/{W}abstractNumId")
    indent = find(numbering, f"abstractNum[@{W}abstractNumId='{definition}']/{W}lvl/{W}pPr/{W}ind")
    assert int(indent.get(f"{W}hanging", "")) > 20 * STYLE.role("list-item").indent


def test_a_line_break_in_a_heading_is_a_space_that_stays() -> None:
    heading = (Text(text="First line"), LineBreak(), Text(text="sec\u00adond"))
    document = Proceedings(body=(Contribution(id="c", kind="speech", heading=heading),))
    (shown,) = write(document).paragraphs("Heading1")
    assert words(shown) == "First line second"
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert all(t.get(space) == "preserve" for t in shown.iter(f"{W}t") if (t.text or "").strip() != t.text)


def test_hyphens_that_serve_or_forbid_line_ends_are_words_own() -> None:
    package = write(speech(paragraph("co\u00adoperate, e\u2011mail")))
    (shown,) = package.paragraphs("FirstParagraph")
    assert [len(list(shown.iter(f"{W}{tag}"))) for tag in ("softHyphen", "noBreakHyphen")] == [1, 1]
    assert "\u00ad" not in "".join(t.text or "" for t in shown.iter(f"{W}t"))


def test_a_thousand_links_and_pictures_take_a_thousand_times_one() -> None:
    links = tuple(paragraph(Link(target=f"https://example.org/{n}", children=text("x"))) for n in range(300))
    package = write(speech(*links, Figure(image=PIXEL, alternative="a"), Figure(image=PIXEL, alternative="b")))
    rels = package.parts["word/_rels/document.xml.rels"]
    assert len({rel.get("Id") for rel in rels}) == len(rels) > 300
    assert sum("/media/" in f"/{rel.get('Target')}" for rel in rels) == 1


def test_each_footnote_mark_has_its_note() -> None:
    called = [Note(blocks=(paragraph(f"note {n}"),)) for n in range(3)]
    package = write(speech(paragraph("One", called[0], " two", called[1]), paragraph("three", called[2])))
    notes_by_id = {n.get(f"{W}id"): words(n).strip() for n in package.parts["word/footnotes.xml"]}
    calls = [mark.get(f"{W}id") for mark in package.document.iter(f"{W}footnoteReference")]
    assert [notes_by_id[call] for call in calls] == ["note 0", "note 1", "note 2"]
    separators = [n.get(f"{W}id") for n in package.parts["word/settings.xml"].iter(f"{W}footnote")]
    assert separators == ["-1", "0"]
    assert set(separators) < set(notes_by_id)


def test_a_mark_that_is_no_number_is_kept() -> None:
    package = write(speech(paragraph("x", Note(marker="†", blocks=(paragraph("note"),)))))
    assert words(package.document).endswith("x†")
    assert words(package.parts["word/footnotes.xml"]) == "† note"


def test_notes_in_a_note_follow_it_behind_their_marks_and_are_reported() -> None:
    report = Report()
    first, second, third = (Note(marker=marker, blocks=(paragraph(f"inner {marker}"),)) for marker in ("1", "†", "2"))
    outer = Note(blocks=(paragraph("a", first, " b", second, " c", third),))
    package = write(speech(paragraph("x", outer)), report=report)
    shown = [words(p) for p in package.parts["word/footnotes.xml"].iter(f"{W}p")][2:]
    assert shown == [" a* b† c**", "* inner 1", "† inner †", "** inner 2"]
    assert [diagnostic.code for diagnostic in report] == [Code.NOT_EXPRESSIBLE] * 3


def test_what_follows_in_an_item_of_a_note_stands_under_its_first_line() -> None:
    item = Item(marker="1.", blocks=(paragraph("first"), paragraph("second")))
    note = Note(blocks=(ItemList(style=MarkerStyle.DECIMAL, items=(item,)),))
    package = write(speech(paragraph("x", note)))
    second = list(package.parts["word/footnotes.xml"].iter(f"{W}p"))[-1]
    level = find(package.parts["word/numbering.xml"], f"abstractNum/{W}lvl[@{W}ilvl='0']/{W}pPr/{W}ind")
    assert words(second) == "second"
    assert package.effective(style_of(second), "ind", "left") == level.get(f"{W}left")


def test_a_table_repeats_its_head_and_keeps_its_spans() -> None:
    def cell(words: str, *, columns: int = 1, rows: int = 1) -> Cell:
        return Cell(children=text(words), columns=columns, rows=rows)

    table = Table(
        head=(Row(cells=(cell("head", columns=3),)),),
        rows=(Row(cells=(cell("a", rows=2), cell("b"), cell("c"))), Row(cells=(cell("d"), cell("e")))),
    )
    rows = list(write(speech(table)).document.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert [[words(c) for c in row.iter(f"{W}tc")] for row in rows] == [["head"], ["a", "b", "c"], ["", "d", "e"]]
    assert value(rows[0], f"tc/{W}tcPr/{W}gridSpan") == "3"
    assert [value(row, f"tc/{W}tcPr/{W}vMerge") for row in rows[1:]] == ["restart", "continue"]


def test_two_tables_stay_two() -> None:
    table = Table(rows=(Row(cells=(Cell(children=text("cell")),)),))
    after = [table.getnext() for table in write(speech(table, table)).document.iter(f"{W}tbl")]
    assert [element is not None and element.tag for element in after] == [f"{W}p", f"{W}p"]


def test_a_picture_has_its_alternative_text() -> None:
    package = write(speech(Figure(image=PIXEL, alternative='A "grey" pixel'), Figure(image=PIXEL, alternative="again")))
    drawn = [e for e in package.document.iter() if etree.QName(e).localname == "docPr"]
    assert [e.get("descr") for e in drawn] == ['A "grey" pixel', "again"]
    assert len({e.get("id") for e in drawn}) == 2
    assert [name for name in package.names if name.startswith("word/media/")] == ["word/media/image1.png"]


@pytest.mark.parametrize(("options", "inches"), [({}, 1.0), ({"dpi": (72, 72)}, 96 / 72), ({"dpi": (192, 192)}, 0.5)])
def test_a_picture_has_the_size_that_it_says_or_96_dots_an_inch(
    options: dict[str, tuple[int, int]], inches: float
) -> None:
    out = BytesIO()
    PillowImage.new("L", (96, 96)).save(out, "PNG", **options)
    image = Image(name="x.png", media_type="image/png", data=out.getvalue())
    package = write(speech(Figure(image=image, alternative="x")))
    (extent,) = (e for e in package.document.iter() if etree.QName(e).localname == "extent")
    assert int(extent.get("cx", "0")) == pytest.approx(inches * 914400, rel=1e-3)


@pytest.mark.parametrize(
    ("image", "code"),
    [
        (None, Code.MISSING_IMAGE),
        (Image(name="x.png", media_type="image/png", data=b"\x89PNG\r\n\x1a\n"), Code.UNREADABLE_IMAGE),
        (Image(name="x.jpg", media_type="image/jpeg", data=b"\xff\xd8\xff\xe0\x00\x10JFIF"), Code.UNREADABLE_IMAGE),
        (replace(PIXEL, media_type="image/jpeg"), Code.UNREADABLE_IMAGE),
    ],
)
def test_what_cannot_be_shown_is_described(image: Image | None, code: Code) -> None:
    report = Report()
    package = write(speech(Figure(image=image, alternative="a <lost> map")), report=report)
    assert [words(p) for p in package.paragraphs("Figure")] == ["[a <lost> map]"]
    assert [diagnostic.code for diagnostic in report] == [code]
    assert not [name for name in package.names if "media" in name]


def test_links_lead_out_of_the_document_and_within_it() -> None:
    package = write(every_node())
    targets = {rel.get("Id"): rel.get("Target") for rel in package.parts["word/_rels/document.xml.rels"]}
    links = {words(link): link for link in package.document.iter(f"{W}hyperlink")}
    assert targets[links["link"].get(f"{R}id")] == "https://example.org/?a=1&b=2"
    assert package.bookmarks()[links["inner link"].get(f"{W}anchor", "")] == "Annex"


def test_a_doi_leads_to_its_resolver() -> None:
    package = write(speech(paragraph(Link(target="doi:10.1000/182", children=text("there")))))
    assert "https://doi.org/10.1000/182" in {rel.get("Target") for rel in package.parts["word/_rels/document.xml.rels"]}


def test_an_address_that_is_none_stays_as_text() -> None:
    report = Report()
    package = write(speech(paragraph(Link(target="https://[bad]/", children=text("bad")))), report=report)
    assert [words(p) for p in package.paragraphs("FirstParagraph")][-1] == "bad"
    assert [diagnostic.code for diagnostic in report] == [Code.NOT_EXPRESSIBLE]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [("de", {"val": "de"}), ("zh", {"val": "zh", "eastAsia": "zh"}), ("ar", {"val": "ar", "bidi": "ar"})],
)
def test_foreign_phrases_are_in_their_own_language(tag: str, attributes: dict[str, str]) -> None:
    package = write(speech(paragraph("An ", Foreign(language=tag, children=text("x")))))
    phrase = package.paragraphs("FirstParagraph")[-1][-1]
    assert dict(find(phrase, f"rPr/{W}lang").items()) == {f"{W}{key}": tag for key, tag in attributes.items()}
    assert (phrase.find(f"{W}rPr/{W}rtl") is not None) == (tag == "ar")


def test_the_same_document_makes_the_same_bytes() -> None:
    first, second = (WRITER.write(every_node(), contents_of(every_node()), STYLE, Report()).data for _ in range(2))
    assert first == second


def test_a_document_without_anything_still_has_a_title() -> None:
    package = write(Proceedings(metadata=Metadata(languages=("de",))))
    assert [words(p) for p in package.paragraphs("Title")] == ["Ohne Titel"]


@given(proceedings())
def test_any_document_keeps_all_its_letters_and_leads_where_it_says(document: Proceedings) -> None:
    package = write(document, depth=2)
    shown = letters("".join(words_without_marks(story) for story in package.stories()))
    assert [line for line in every_line(document) if letters(line) not in shown] == []
    bookmarks = package.bookmarks()
    contents = contents_of(document, 2)
    assert [label for _, label, _, _ in package.contents()] == [entry.label for entry in contents.entries]
    targets = {link.get(f"{W}anchor") for story in package.stories() for link in story.iter(f"{W}hyperlink")}
    assert {target for target in targets if target} <= bookmarks.keys()


def test_the_pages_of_the_print_edition_are_bookmarks_that_citations_find() -> None:
    blocks = tuple(paragraph(f"Words of paragraph {number}. " * 60) for number in range(12))
    document = speech(*blocks)
    printed = PDF.write(document, contents_of(document), STYLE, Report()).pages
    assert printed is not None
    package = write(document, pages=printed)
    body_pages = [label for label in printed.labels if label.isdigit()]
    names = [mark.get(f"{W}name", "") for mark in package.document.iter(f"{W}bookmarkStart")]
    assert [name for name in names if name.startswith("_page-")] == [f"_page-{label}" for label in body_pages]
    assert len(body_pages) > 3
    assert words(package.document) == words(write(document).document)


@pytest.mark.parametrize(
    "document",
    [
        Proceedings(back=(Matter(id="x", kind="annex"),)),
        Proceedings(body=(Contribution(id="c", kind="speech", heading=text("A"), blocks=(PageBreak(label="1"),)),)),
        replace(every_node(), body=(), back=()),
    ],
)
def test_a_document_with_next_to_nothing_in_it_is_written_and_ends_without_an_empty_page(document: Proceedings) -> None:
    package = write(document)
    assert package.document[0][-1].tag == f"{W}sectPr"
    sections = list(package.document.iter(f"{W}sectPr"))
    assert len(sections) == 2 + bool(document.body or document.back)


def test_a_note_that_begins_with_a_page_has_its_mark_before_its_words() -> None:
    note = Note(blocks=(PageBreak(label="5"), paragraph("words")))
    shown = [words(p) for p in write(speech(paragraph("x", note))).parts["word/footnotes.xml"].iter(f"{W}p")]
    assert shown[2:] == [" words"]


def test_a_mark_in_two_scripts_stays_with_its_call() -> None:
    package = write(speech(paragraph("x", Note(marker="注1", blocks=(paragraph("words"),)))))
    (call,) = (mark.getparent() for mark in package.document.iter(f"{W}footnoteReference"))
    assert call is not None and words(call) == "注1"


def test_a_heading_keeps_the_spaces_around_a_hyphen_that_forbids_a_line_end() -> None:
    document = Proceedings(body=(Contribution(id="c", kind="speech", heading=text("a \u2011 and b\u2011c")),))
    package = write(document)
    assert [words(p) for p in package.paragraphs("Heading1")] == ["a \u2011 and b\u2011c"]
    assert [words(p) for p in package.paragraphs("TOC1")] == ["a \u2011 and b\u2011c1"]


def test_lists_in_quotations_and_quotations_in_lists_are_set_in_by_both() -> None:
    quote = Quote(blocks=(numbered("1.", "2."),))
    item = Item(marker="1.", blocks=(paragraph("item"), Quote(blocks=(paragraph("quoted"),)), paragraph("below")))
    package = write(speech(quote, ItemList(style=MarkerStyle.DECIMAL, items=(item,))))
    step, indent = (20 * STYLE.role(role).indent for role in ("list-item", "quote"))
    first = next(package.document.iter(f"{W}numId")).get(f"{W}val")
    numbering = package.parts["word/numbering.xml"]
    definition = value(numbering, f"num[@{W}numId='{first}']/{W}abstractNumId")
    marked = find(numbering, f"abstractNum[@{W}abstractNumId='{definition}']/{W}lvl/{W}pPr/{W}ind")
    assert marked.get(f"{W}left") == str(round(indent + step))
    styles = {words(p): style_of(p) for p in package.document.iter(f"{W}p")}
    assert package.effective(styles["quoted"], "ind", "left") == str(round(indent + step))


def test_the_second_paragraph_of_an_item_is_set_in_as_the_third_is() -> None:
    item = Item(marker="1.", blocks=(paragraph("first"), paragraph("second"), paragraph("third")))
    package = write(speech(ItemList(style=MarkerStyle.DECIMAL, items=(item,))))
    styles = {words(p): style_of(p) for p in package.document.iter(f"{W}p")}
    indents = [package.effective(styles[said], "ind", "firstLine") for said in ("second", "third")]
    assert indents == [str(round(20 * STYLE.role("list-item").first))] * 2


def test_a_marker_as_wide_as_the_page_leaves_room_for_the_text() -> None:
    package = write(speech(numbered("x" * 100)))
    measure = 20 * (STYLE.page.width - STYLE.page.inner - STYLE.page.outer) * 72 / 25.4
    lefts = [int(indent.get(f"{W}left", "0")) for indent in package.parts["word/numbering.xml"].iter(f"{W}ind")]
    assert max(lefts) <= measure / 2 + 1
