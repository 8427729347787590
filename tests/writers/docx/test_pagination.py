"""The page numbers in the contents: the document's own, as a word processor will lay it out."""

from dataclasses import replace

import pytest

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.nodes import Block, Cell, Note, Row, Table, Text
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from procpub.writers.docx import WRITER
from tests.documents import every_node, paragraph, text
from tests.writers.docx.package import STYLE, Package, W, write

LINE = "word " * 11
"""Eleven such words and their spaces fill most of a line in the default style, so that twelve don't go on one."""


def pieces(*contents: tuple[Block, ...]) -> Proceedings:
    return Proceedings(
        body=tuple(
            Contribution(id=f"c-{number}", kind="speech", heading=text(f"Speech {number}"), blocks=blocks)
            for number, blocks in enumerate(contents)
        )
    )


def pages(document: Proceedings, style: str = "default") -> list[str]:
    look = load_style(style)
    package = Package(WRITER.write(document, contents_of(document), look, Report()).data)
    return [page for *_, page in package.contents()]


def lines_of_a_page(style: str = "default") -> int:
    look = load_style(style)
    height = (look.page.height - look.page.top - look.page.bottom) * 72 / 25.4
    return int(height / look.role("body").leading + 0.01)


def test_pages_are_its_own_and_not_those_of_the_print_edition() -> None:
    printed = PageMap(headings={entry.id: f"p{n}" for n, entry in enumerate(contents_of(every_node()).entries)})
    assert write(every_node(), pages=printed).contents() == write(every_node()).contents()


def test_a_piece_goes_on_for_as_many_pages_as_its_lines_fill() -> None:
    heading = STYLE.role("heading")
    above = heading.before + heading.leading + heading.after
    left = int((lines_of_a_page() * STYLE.role("body").leading - above) / STYLE.role("body").leading + 0.01)
    one_a_line = tuple(paragraph("x") for _ in range(left))
    assert pages(pieces(one_a_line, ())) == ["1", "2"]
    assert pages(pieces((*one_a_line, paragraph("x")), ())) == ["1", "3"]


def test_long_paragraphs_are_broken_into_the_lines_that_they_take() -> None:
    total = lines_of_a_page() * 2
    assert pages(pieces((paragraph("word " * 12 * total),), ())) == ["1", "4"]
    assert pages(pieces((paragraph("wo " * 12 * total),), ())) == ["1", "3"]


def test_front_matter_has_roman_numbers_and_the_body_begins_at_1() -> None:
    shown = [page for *_, page in write(every_node()).contents()]
    assert shown == ["iv", "1", "2", "4", "5"]


def test_where_the_style_wants_right_hand_pages_every_number_is_odd() -> None:
    document = pieces((), (), ())
    package = Package(WRITER.write(document, contents_of(document), replace(STYLE, recto=True), Report()).data)
    assert [page for *_, page in package.contents()] == ["1", "3", "5"]


def test_a_row_higher_than_a_page_goes_on_and_cells_over_rows_take_what_the_rows_lack() -> None:
    tall = Table(rows=(Row(cells=(Cell(children=text("word " * 3000)),)),))
    assert int(pages(pieces((tall,), ()))[1]) > 4
    beside = Cell(children=text("word " * 80))

    def spanning(over: str) -> Table:
        first = Row(cells=(Cell(children=text(over), rows=3), beside))
        return Table(rows=(first, Row(cells=(beside,)), Row(cells=(beside,))))

    assert pages(pieces((spanning("word " * 200),), ())) == pages(pieces((spanning("x"),), ()))
    assert pages(pieces((spanning("word " * 900),), ())) != pages(pieces((spanning("x"),), ()))


def test_notes_take_room_on_the_page() -> None:
    lines = lines_of_a_page() - 10
    note = Note(blocks=tuple(paragraph("A note.") for _ in range(20)))
    called = paragraph(Text(text="x"), note)
    plain = tuple(paragraph("x") for _ in range(lines - 1))
    assert pages(pieces((paragraph("x"), *plain), ())) == ["1", "2"]
    assert pages(pieces((called, *plain), ())) == ["1", "3"]


@pytest.mark.parametrize("style", ["a5", "book", "letter", "large-print"])
def test_pages_are_counted_in_every_page_format(style: str) -> None:
    blocks = tuple(paragraph("x") for _ in range(3 * lines_of_a_page(style)))
    body = load_style(style).role("body")
    shown = pages(pieces(blocks, ()), style)
    expected = -(-3 * lines_of_a_page(style) * (body.leading + body.after) // (lines_of_a_page(style) * body.leading))
    assert int(shown[1]) - 1 in (expected, expected + 1)


def test_every_section_but_the_first_leaf_goes_on_with_the_numbers_of_its_part() -> None:
    numbers = [
        {str(key).removeprefix(W): kept for key, kept in section[-2].items()}
        for section in write(every_node()).document.iter(f"{W}sectPr")
    ]
    assert numbers == [
        {"fmt": "lowerRoman", "start": "1"},
        {"fmt": "lowerRoman"},
        {"fmt": "decimal", "start": "1"},
        *[{"fmt": "decimal"}] * 3,
    ]
