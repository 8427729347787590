"""Blocks are set as in a book: what is set in, what closes up, what stands on the grid."""

from dataclasses import replace

import pytest

from procpub.diagnostics import Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Pages
from procpub.model.contents import contents_of
from procpub.model.nodes import (
    Address,
    AddressKind,
    Block,
    Item,
    ItemList,
    MarkerStyle,
    Note,
    Quote,
    Table,
    Turn,
)
from procpub.model.nodes import Cell as TableCell
from procpub.model.nodes import Row as TableRow
from procpub.model.proceedings import Contribution, Proceedings, Section
from procpub.style import load_style
from tests.documents import paragraph, text

STYLE = load_style("book")
BODY = STYLE.role("body")
LONG = "Words that go on and on over several lines of this paragraph, as they do in speeches. " * 4


def laid_out(*blocks: Block, heading: str = "Speech", sections: tuple[Section, ...] = ()) -> Pages:
    talk = Contribution(id="c1", kind="speech", heading=text(heading), blocks=blocks, sections=sections)
    document = Proceedings(body=(talk,))
    return lay_out(document, contents_of(document), STYLE, Report())


def lines(book: Pages, label: str = "1") -> list[tuple[float, Line]]:
    """The lines on a page with the height of the top of their boxes in the text's area, from above."""
    page = next(page for page in book.pages if page.label == label)
    top = STYLE.page.top * 72 / 25.4
    return [(placed.y - top, mark) for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line)]


def place(book: Pages, words: str) -> tuple[float, Line]:
    return next((y, line) for y, line in lines(book) if line.text.startswith(words))


def x_of(book: Pages, words: str) -> float:
    return round(place(book, words)[1].x, 2)


def salutation(words: str) -> Address:
    return Address(kind=AddressKind.SALUTATION, children=text(words))


def test_only_a_paragraph_that_follows_another_is_set_in() -> None:
    book = laid_out(paragraph("First."), paragraph("Second."), salutation("Friends,"), paragraph("Third."))
    left = x_of(book, "First.")
    assert x_of(book, "Second.") == left + BODY.first
    assert x_of(book, "Friends,") == x_of(book, "Third.") == left


def test_so_it_is_in_what_one_voice_says_in_quotations_and_in_items() -> None:
    two = (paragraph("First."), paragraph("Second."))
    for block, role in (
        (Turn(label=text("Mr. LI:"), blocks=two), "body"),
        (Quote(blocks=two), "quote"),
        (ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker="1.", blocks=two),)), "list-item"),
    ):
        book = laid_out(block)
        assert x_of(book, "Second.") - x_of(book, "First.") == pytest.approx(STYLE.role(role).first, abs=0.01)


def test_a_speakers_label_stands_on_the_line_above_the_words() -> None:
    book = laid_out(paragraph("Before."), Turn(label=text("Mr. LI:"), blocks=(paragraph("Words."),)))
    assert place(book, "Words.")[0] - place(book, "Mr. LI:")[0] == pytest.approx(BODY.leading)


def test_salutations_close_up() -> None:
    book = laid_out(salutation("Excellencies,"), salutation("Friends,"), paragraph("Words."))
    heights = [place(book, words)[0] for words in ("Excellencies,", "Friends,", "Words.")]
    assert heights[1] - heights[0] == pytest.approx(BODY.leading)
    assert heights[2] - heights[1] == pytest.approx(1.5 * BODY.leading)


@pytest.mark.parametrize("heading", ["Speech", "A heading that is too long for one line of a small page, surely"])
@pytest.mark.parametrize("salutations", [0, 1, 2, 3])
def test_running_text_stands_on_the_grid_and_the_heading_is_parted_from_what_follows(
    heading: str, salutations: int
) -> None:
    book = laid_out(*(salutation(f"Friend {n},") for n in range(salutations)), paragraph(LONG), heading=heading)
    found = lines(book)
    on_grid = [y for y, line in found if line.pieces[0].look.size == BODY.size and "Friend" not in line.text]
    assert len(on_grid) > 3
    assert [y / BODY.leading % 1 for y in on_grid] == pytest.approx([round(y / BODY.leading) % 1 for y in on_grid])
    bottom = max(y + STYLE.role("heading").leading for y, line in found if line.pieces[0].look.size > BODY.size)
    first = found[[line.text.split()[0] for _, line in found].index("Friend" if salutations else "Words")][0]
    space = STYLE.role("heading").after
    assert space - 0.2 <= first - bottom < space + BODY.leading


def test_what_is_set_off_takes_whole_lines() -> None:
    items = tuple(Item(marker=f"{n}.", blocks=(paragraph(f"Item {n}."),)) for n in (1, 2))
    book = laid_out(paragraph("Above."), ItemList(style=MarkerStyle.DECIMAL, items=items), paragraph("Below."))
    above, first, second, below = (place(book, words)[0] for words in ("Above.", "Item 1.", "Item 2.", "Below."))
    lead = BODY.leading
    assert [first - above, second - first, below - second] == pytest.approx([1.5 * lead, lead, 1.5 * lead])


def test_a_list_in_an_item_has_no_space_around_it() -> None:
    inner = ItemList(style=MarkerStyle.BULLET, items=(Item(blocks=(paragraph("Inner."),)),))
    items = (Item(marker="1.", blocks=(paragraph("Outer."), inner)), Item(marker="2.", blocks=(paragraph("Next."),)))
    book = laid_out(ItemList(style=MarkerStyle.DECIMAL, items=items))
    heights = [place(book, words)[0] for words in ("Outer.", "Inner.", "Next.")]
    assert [heights[1] - heights[0], heights[2] - heights[1]] == pytest.approx([BODY.leading] * 2)


def test_a_sections_heading_stands_nearer_to_its_text_than_to_what_is_above() -> None:
    section = Section(id="s", heading=text("Heading"), blocks=(paragraph("Below."),))
    book = laid_out(paragraph("Above."), sections=(section,))
    above, heading, below = (place(book, words)[0] for words in ("Above.", "Heading", "Below."))
    assert below - heading < heading - above
    assert below - above == pytest.approx(4 * BODY.leading)


def test_cells_of_a_tables_head_are_headers_unless_they_are_empty() -> None:
    head = TableRow(cells=(TableCell(children=()), TableCell(children=text("Head"))))
    book = laid_out(Table(head=(head,), rows=(TableRow(cells=(TableCell(children=text("a")),) * 2),)))
    bold = STYLE.face(STYLE.role("table-head")).bold
    assert place(book, "Head")[1].pieces[0].look.font.path == bold


def test_a_note_called_in_a_note_stands_after_it() -> None:
    inner = Note(blocks=(paragraph("Inner note."),))
    book = laid_out(paragraph("Called", replace(inner, blocks=(paragraph("Outer note", inner),))))
    assert place(book, "Outer note")[0] < place(book, "Inner note.")[0]
