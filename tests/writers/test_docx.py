"""The DOCX edition, read back as a word processor does: from the package's XML, not with the writer's own functions."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from hypothesis import given
from lxml import etree
from PIL import Image as PillowImage

from procpub.diagnostics import Code, Report
from procpub.interfaces import PageMap
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
    Quote,
    Row,
    Strong,
    Table,
    Text,
)
from procpub.model.proceedings import Contribution, Proceedings, Section
from procpub.writers.docx import WRITER
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings
from tests.writers.docx_package import (
    STYLE,
    Package,
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
    styles = ("GroupHeading", "Heading1", "Heading2")
    listed = [words(p) for p in package.document.iter(f"{W}p") if style_of(p) in styles]
    assert listed == [label for _, label, _, _ in package.contents()]
    assert package.document.find(f".//{W}updateFields") is None


def test_pages_are_its_own_and_not_those_of_the_print_edition() -> None:
    pages = PageMap(headings={entry.id: f"p{n}" for n, entry in enumerate(contents_of(every_node()).entries)})
    assert write(every_node(), pages=pages).contents() == write(every_node()).contents()


def test_estimated_pages_count_on_over_long_pieces() -> None:
    page = tuple(paragraph("word " * 700) for _ in range(2))
    pieces = tuple(Contribution(id=f"c-{n}", kind="speech", heading=text(f"Speech {n}"), blocks=page) for n in range(3))
    first, second, third = (int(number) for *_, number in write(Proceedings(body=pieces)).contents())
    assert first == 1
    assert second - first == third - second
    assert second in (4, 5), "a word processor takes three pages for each, with the fonts that it has"


def test_estimated_pages_are_roman_before_the_body_and_never_go_back() -> None:
    shown = [page for *_, page in write(every_node()).contents()]
    assert shown[0] == "iv"
    assert [int(page) for page in shown[1:]] == sorted(int(page) for page in shown[1:])


def test_headings_have_levels_that_the_navigation_pane_shows() -> None:
    package = write(every_node())
    styles = package.parts["word/styles.xml"]
    for level in (1, 2, 3, 4):
        assert value(styles, f"style[@{W}styleId='Heading{level}']/{W}name") == f"heading {level}"
        assert value(styles, f"style[@{W}styleId='Heading{level}']/{W}pPr/{W}outlineLvl") == str(level - 1)
        assert package.paragraphs(f"Heading{level}")


def test_groups_have_a_look_of_their_own_on_the_level_of_other_pieces() -> None:
    package = write(every_node())
    assert [words(p) for p in package.paragraphs("GroupHeading")] == ["Session 1: Nodes <all>"]
    assert [words(p) for p in package.paragraphs("Heading1")] == ["Preface", "Annex"]
    size, styles = f"{W}rPr/{W}sz", package.parts["word/styles.xml"]
    for style, role in (("GroupHeading", "group-heading"), ("Heading1", "heading"), ("Heading2", "heading")):
        assert value(styles, f"style[@{W}styleId='{style}']/{size}") == str(round(2 * STYLE.role(role).size))
    group = find(styles, f"style[@{W}styleId='GroupHeading']")
    assert (value(group, "basedOn"), value(group, f"pPr/{W}outlineLvl")) == ("Heading1", "0")


def test_running_heads_repeat_the_heading_over_the_page() -> None:
    heads = write(every_node()).running_heads()
    assert heads == ["", 'STYLEREF "Group Heading"', 'STYLEREF "Heading 2"', 'STYLEREF "Heading 1"']


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
    style = find(package.parts["word/styles.xml"], f"style[@{W}styleId='{style_of(second)}']")
    level = find(package.parts["word/numbering.xml"], f"abstractNum/{W}lvl[@{W}ilvl='0']/{W}pPr/{W}ind")
    assert words(second) == "second"
    assert find(style, f"pPr/{W}ind").get(f"{W}left") == level.get(f"{W}left")


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


def test_front_matter_has_roman_folios_and_the_body_begins_at_1() -> None:
    numbers = [dict(find(s, "pgNumType").items()) for s in write(every_node()).document.iter(f"{W}sectPr")]
    assert numbers == [
        {f"{W}fmt": "lowerRoman", f"{W}start": "1"},
        {f"{W}fmt": "decimal", f"{W}start": "1"},
        {f"{W}fmt": "decimal"},
        {f"{W}fmt": "decimal"},
    ]


def test_only_paragraphs_that_follow_another_are_set_in() -> None:
    two = (paragraph("first"), paragraph("second"))
    package = write(speech(*two, Quote(blocks=two)))
    first, second, quoted, more = [p for p in package.document.iter(f"{W}p") if words(p) in ("first", "second")]
    assert [style_of(p) for p in (first, second)] == ["FirstParagraph", "BodyText"]
    indent = f"{W}pPr/{W}ind[@{W}firstLine]"
    assert [p.find(indent) is not None for p in (quoted, more)] == [False, True]
    styles = package.parts["word/styles.xml"]
    indents = {
        style: find(styles, f"style[@{W}styleId='{style}']/{W}pPr/{W}ind").get(f"{W}firstLine")
        for style in ("Normal", "BodyText", "FirstParagraph")
    }
    assert indents == {"Normal": "0", "BodyText": str(round(20 * STYLE.role("body").first)), "FirstParagraph": "0"}


def test_space_stands_around_a_list_and_not_between_its_items() -> None:
    package = write(speech(numbered("1.", "2.", "3.")))
    items = [p for p in package.document.iter(f"{W}p") if (style_of(p) or "").startswith("ListNumber")]
    spaces = [p.find(f"{W}pPr/{W}spacing") for p in items]
    around = str(round(20 * STYLE.role("list-item").before))
    assert [None if space is None else dict(space.items()) for space in spaces] == [
        {f"{W}before": around},
        None,
        {f"{W}after": around},
    ]


def test_heading_title_and_byline_stand_together() -> None:
    talk = Contribution(id="c", kind="paper", heading=text("Heading"), title=text("Title"), byline=text("By line"))
    package = write(Proceedings(body=(talk,)))
    shown = [p for p in package.document.iter(f"{W}p") if words(p) in ("Heading", "Title", "By line")]
    after = [p.find(f"{W}pPr/{W}spacing[@{W}after]") for p in shown if style_of(p) != "TOC1"]
    spaces = ["" if space is None else space.get(f"{W}after") for space in after]
    assert spaces == ["0", "0", str(round(20 * STYLE.role("heading").after))]


def test_the_style_decides_on_fonts_and_measures() -> None:
    styles = write(every_node()).parts["word/styles.xml"]
    fonts = find(styles, f"docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == STYLE.face(STYLE.role("body")).family
    assert fonts.get(f"{W}eastAsia") == STYLE.faces[STYLE.fallback[0]].family
    quote = find(styles, f"style[@{W}styleId='Quote']/{W}pPr")
    assert find(quote, "ind").get(f"{W}left") == str(round(20 * STYLE.role("quote").indent))


def test_a_machine_without_the_fonts_takes_others_with_serifs() -> None:
    fonts = {font.get(f"{W}name"): font for font in write(every_node()).parts["word/fontTable.xml"]}
    assert fonts.keys() == {"Noto Serif SC", "Procpub Serif"}
    assert {value(font, "family") for font in fonts.values()} == {"roman"}
    assert "Noto Serif" in value(fonts["Procpub Serif"], "altName").split(",")


def test_properties_come_from_the_document_and_not_from_the_clock() -> None:
    data = WRITER.write(every_node(), contents_of(every_node()), STYLE, Report()).data
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == ("Every Node & More", "Eva Editor", "en")
    assert properties.created == properties.modified == datetime(2021, 5, 1, tzinfo=UTC)
    assert Package(data).dates == {(2021, 5, 1, 0, 0, 0)}


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
