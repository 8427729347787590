"""The TEI edition, read back with the standard library's parser."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from lxml import etree

from procpub.diagnostics import Report
from procpub.model.contents import contents_of
from procpub.model.metadata import Metadata, Provenance, Source, Step
from procpub.model.nodes import (
    Address,
    AddressKind,
    Block,
    Blocks,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    Item,
    ItemList,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, Piece, Proceedings, Section
from procpub.model.walk import headings, lines, pieces
from procpub.style import Page, Style, load_style
from procpub.writers.pdf import WRITER as PDF
from procpub.writers.tei import WRITER
from tests.documents import every_node, paragraph, text
from tests.strategies import proceedings

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SCHEMA = Path(__file__).parents[3] / "shared" / "oracles" / "schemas" / "tei_all-4.12.0.rng"
BARE = Style(name="bare", description="", page=Page(), faces={}, fallback=(), roles={}, recto=False, leader=".")
SALUTATION = Address(kind=AddressKind.SALUTATION, children=text("Dear Colleagues,"))
CLOSING = Address(kind=AddressKind.CLOSING, children=text("Thank you."))


def write(document: Proceedings, depth: int = 2) -> bytes:
    return WRITER.write(document, contents_of(document, depth), BARE, Report()).data


def read(document: Proceedings, depth: int = 2) -> ET.Element:
    return ET.fromstring(write(document, depth))


def speech(*blocks: Block, sections: tuple[Section, ...] = ()) -> Contribution:
    return Contribution(id="c1", kind="speech", heading=text("A Speech"), blocks=blocks, sections=sections)


def division(contribution: Contribution, *people: Person) -> ET.Element:
    """The contribution's `div` in an edition of nothing else."""
    found = read(Proceedings(people=people, body=(contribution,))).find(f".//{TEI}body/{TEI}div")
    assert found is not None
    return found


def outline(element: ET.Element) -> list[str]:
    """The names of the child elements, `@rend` in brackets."""
    return [child.tag.removeprefix(TEI) + (f"[{r}]" if (r := child.get("rend")) else "") for child in element]


def words(element: ET.Element) -> Iterator[str]:
    """The text nodes in order, without indentation, pictures and the contents."""
    if element.tag == f"{TEI}binaryObject" or element.get("type") == "contents":
        return
    for node in (element.text, *(part for child in element for part in (*words(child), child.tail))):
        if node and not re.fullmatch(r"\n *", node):
            yield node


def said(piece: Piece) -> str:
    """All that the model says in a piece, notes in their places, without markers."""
    own = "".join(map(line_text, headings(piece)))
    if isinstance(piece, Group):
        return own + "".join(map(said, (*piece.preliminaries, *piece.members)))
    return own + blocks_text(piece.blocks) + "".join(map(said, piece.sections))


def blocks_text(blocks: Blocks) -> str:
    return "".join(map(block_text, blocks))


def block_text(block: Block) -> str:
    own = "".join(map(line_text, lines(block)))
    match block:
        case ItemList():
            return own + "".join(blocks_text(item.blocks) for item in block.items)
        case Quote() | Turn():
            return own + blocks_text(block.blocks)
        case Figure():
            return own + block.alternative
        case _:
            return own


def line_text(inlines: Inlines) -> str:
    parts = []
    for inline in inlines:
        match inline:
            case Text():
                parts.append(inline.text)
            case Note():
                parts.append(blocks_text(inline.blocks))
            case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Foreign():
                parts.append(line_text(inline.children))
            case _:
                pass
    return "".join(parts)


@given(proceedings())
def test_the_contents_are_those_of_every_edition_and_lead_somewhere(document: Proceedings) -> None:
    tree = read(document)
    refs = [(ref.get("target"), ref.text) for ref in tree.iterfind(f".//{TEI}div[@type='contents']//{TEI}ref")]
    assert refs == [(f"#{entry.id}", entry.label) for entry in contents_of(document, 2).entries]
    ids = [element.get(f"{XML}id") for element in tree.iter() if element.get(f"{XML}id")]
    assert len(ids) == len(set(ids))
    assert set(ids) >= {person.id for person in document.people} | {piece.id for piece in pieces(document)}
    for element in tree.iter():
        for name in ("target", "ref", "who", "corresp"):
            pointer = element.get(name, "")
            assert not pointer.startswith("#") or pointer[1:] in ids


@given(proceedings())
def test_every_character_stands_once_in_its_place_and_no_white_space_is_added(document: Proceedings) -> None:
    tree = read(document).find(f"{TEI}text")
    assert tree is not None
    for page in tree.iterfind(f".//{TEI}titlePage"):
        page.clear()
    expected = "".join(said(piece) for part in (document.front, document.body, document.back) for piece in part)
    assert "".join(words(tree)) == expected


@given(proceedings())
def test_the_same_document_gives_the_same_bytes(document: Proceedings) -> None:
    assert write(document) == write(document)


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(SCHEMA)))


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the schema tei_all is no part of the project; it is not beside it")
@settings(max_examples=10)
@example(every_node())
@example(Proceedings())
@given(proceedings())
def test_editions_are_valid_tei(document: Proceedings) -> None:
    schema().assertValid(etree.fromstring(write(document)))


def test_neighbouring_emphasis_stays_together() -> None:
    div = division(speech(paragraph(Emphasis(children=text("Under")), Strong(children=text("ground")))))
    assert "".join(div.find(f"{TEI}p").itertext()) == "Underground"  # type: ignore[union-attr]


def test_the_title_page_has_each_line_once_in_printed_order() -> None:
    page = read(every_node()).find(f".//{TEI}titlePage")
    assert page is not None
    assert list(words(page)) == [
        "Every Node & More",
        "每个节点",
        "Proceedings of a <Test>",
        "Meeting on Tests",
        "Vienna, 4–5 May 2021",
        "Edited by Eva Editor",
        "May 2021",
        "国际研究院",
        "International Institute",
    ]
    assert [publisher.get(f"{XML}lang") for publisher in page.iter(f"{TEI}publisher")] == ["zh", None]
    dates = [(date.get("from"), date.get("to"), date.get("when")) for date in page.iter(f"{TEI}docDate")]
    assert dates == [("2021-05-04", "2021-05-05", None), (None, None, "2021-05")]


def test_a_document_without_anything_has_no_title_page_and_no_contents() -> None:
    front = read(Proceedings(metadata=Metadata(languages=("de",)))).find(f".//{TEI}front")
    assert front is not None
    assert len(front) == 0


def test_names_in_head_and_byline_point_to_persons() -> None:
    tree = read(every_node())
    names = [(name.get("ref"), name.text) for name in tree.iterfind(f".//{TEI}body//{TEI}persName")]
    assert names == [("#p-anna-maier", "Prof. Anna Maier"), ("#p-bo-li", "Bo Li"), ("#p-bo-li", "Mr. LI")]


@pytest.mark.parametrize(
    ("heading", "name", "expected"),
    [
        ("Remarks by DR.  SUSAN B. ANTHONY, Rochester", "Susan B. Anthony", "DR.  SUSAN B. ANTHONY"),
        ("Little Things, by Li", "Li", "Li"),
        ("外交部罗照辉副部长致辞", "罗照辉", "罗照辉"),
        ("A (b) [c]", "(b)", "(b)"),
        ("The Chair", "Li", None),
    ],
)
def test_a_name_is_found_as_a_word_whatever_its_case(heading: str, name: str, expected: str | None) -> None:
    person = Person(id="p-1", name=name, honorific="Dr.")
    talk = replace(speech(), heading=text(heading), contributors=("p-1",))
    head = division(talk, person).find(f"{TEI}head")
    assert head is not None
    assert "".join(head.itertext()) == heading
    assert [(part.get("ref"), part.text) for part in head] == [("#p-1", expected)]


def test_a_person_is_described_once_field_by_field() -> None:
    person = read(every_node()).find(f".//{TEI}person")
    assert person is not None
    fields = {
        "persName/name": "Anna Maier",
        "persName/roleName": "Prof.",
        "affiliation/roleName": "Director",
        "affiliation/orgName": "Institute of Tests & Trials",
        "affiliation/country": "Austria",
        "affiliation/email": "anna@example.org",
        "idno[@type='ORCID']": "0000-0002-1825-0097",
    }
    assert {path: person.findtext("/".join(TEI + step for step in path.split("/"))) for path in fields} == fields


def test_addresses_open_and_close_a_speech_and_are_paragraphs_elsewhere() -> None:
    div = division(speech(SALUTATION, SALUTATION, paragraph("One."), SALUTATION, CLOSING, paragraph("Two."), CLOSING))
    assert outline(div) == [
        "head",
        "opener",
        "p",
        "p[salutation]",
        "p[salutation closing]",
        "p",
        "closer",
    ]
    assert len(list(div.iter(f"{TEI}salute"))) == 3


def test_the_last_section_holds_the_closer_and_the_first_may_hold_the_opener() -> None:
    first = Section(id="s1", heading=text("First"), blocks=(SALUTATION, paragraph("One."), CLOSING))
    last = Section(id="s2", heading=text("Last"), blocks=(SALUTATION, paragraph("Two."), CLOSING))
    _, one, two = division(speech(sections=(first, last)))
    assert outline(one) == ["head", "opener", "p", "p[salutation closing]"]
    assert outline(two) == ["head", "p[salutation]", "p", "closer"]


def test_a_speech_of_nothing_but_addresses_has_no_closer_as_tei_wants_text_before_it() -> None:
    assert outline(division(speech(SALUTATION, CLOSING))) == ["head", "opener", "p[salutation closing]"]
    assert outline(division(speech(PageBreak(label="2"), CLOSING))) == ["head", "pb", "p[salutation closing]"]


def test_items_keep_their_markers_out_of_the_text() -> None:
    inner = ItemList(style=MarkerStyle.BULLET, items=(Item(marker="*", blocks=(paragraph("inner"),)),))
    numbered = ItemList(
        style=MarkerStyle.LOWER_ALPHA, start=2, items=(Item(marker="- b.", blocks=(paragraph("outer"), inner)),)
    )
    outer = division(speech(numbered)).find(f"{TEI}list")
    assert outer is not None
    assert outer.attrib == {"rend": "numbered", "type": "lower-alpha", "n": "2"}
    items = [(item.get("n"), item.text) for item in outer.iter(f"{TEI}item")]
    assert items == [("- b.", "outer"), ("*", "inner")]


def test_a_speech_within_a_speech_is_quoted() -> None:
    inner = Turn(label=text("B:"), blocks=(paragraph("No."),))
    div = division(speech(Turn(label=text("A:"), blocks=(inner,))))
    assert div.findtext(f"{TEI}sp/{TEI}q/{TEI}sp/{TEI}speaker") == "B:"


def test_a_list_in_a_note_to_a_line_of_verse_stands_in_a_text_of_its_own() -> None:
    bullets = ItemList(style=MarkerStyle.BULLET, items=(Item(blocks=(paragraph("one"), paragraph("two"))),))
    line = (Text(text="A line"), Note(blocks=(bullets,)))
    div = division(speech(Verse(lines=(line,))))
    assert div.findtext(f"{TEI}lg/{TEI}l/{TEI}note/{TEI}floatingText/{TEI}body/{TEI}list/{TEI}item") == "one"


def test_a_table_row_whose_cells_are_covered_gets_one_that_is_none() -> None:
    row = division(speech(Table(rows=(Row(cells=()),)))).find(f"{TEI}table/{TEI}row")
    assert row is not None
    assert outline(row) == ["cell[none]"]


def test_the_header_tells_the_source_and_what_recovery_did() -> None:
    source = Source(name="a & b.txt", encoding="utf-8", sha256="0f" * 32, lines=12)
    document = Proceedings(provenance=Provenance(source=source, steps=(Step(code="joined-paragraph", count=3),)))
    header = read(document).find(f"{TEI}teiHeader")
    assert header is not None
    assert header.findtext(f".//{TEI}bibl[@type='file']/{TEI}title") == "a & b.txt"
    assert header.findtext(f".//{TEI}idno[@type='SHA-256']") == "0f" * 32
    steps = header.find(f".//{TEI}editorialDecl//{TEI}list")
    assert steps is not None
    assert [step.text for step in steps] == ["joined-paragraph", "3"]


def test_the_header_keeps_what_the_contents_printed() -> None:
    entries = read(every_node()).findall(f".//{TEI}listBibl[@type='printed-contents']/{TEI}bibl")
    found = [(e.get("n"), e.get("corresp"), e.findtext(f"{TEI}title"), e.findtext(f"{TEI}biblScope")) for e in entries]
    assert found == [
        ("1.", "#anna-maier", "Keynote by Prof. Anna Maier", "07"),
        (None, None, "A lost talk", "11"),
    ]


def test_the_pages_of_the_print_edition_are_marked_as_its_own_beside_those_of_the_source() -> None:
    blocks = tuple(paragraph(f"Words of paragraph {number}. " * 60) for number in range(12))
    document = Proceedings(body=(speech(PageBreak(label="7"), *blocks),))
    pages = PDF.write(document, contents_of(document), load_style(), Report()).pages
    assert pages is not None
    edition = WRITER.write(document, contents_of(document), BARE, Report(), pages=pages)
    breaks = [(mark.get("ed"), mark.get("n")) for mark in ET.fromstring(edition.data).iter(f"{TEI}pb")]
    body = [label for label in pages.labels if label.isdigit()]
    assert breaks == [("pdf", "1"), ("print", "7"), *(("pdf", label) for label in body[1:])]
