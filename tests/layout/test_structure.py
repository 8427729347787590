"""Everything on the pages has its place in the book's structure."""

from collections.abc import Iterator

from hypothesis import given

from procpub.diagnostics import Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, LinkArea, Pages, Picture
from procpub.layout.structure import Element, Kind, Scope
from procpub.model.contents import contents_of
from procpub.model.nodes import Cell, MarkerStyle, Row, Table
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from tests.documents import every_node, text
from tests.strategies import proceedings

STYLE = load_style("default")


def laid_out(document: Proceedings, depth: int = 3) -> Pages:
    return lay_out(document, contents_of(document, depth), STYLE, Report())


def within(element: Element) -> Iterator[Element]:
    """The element and all blocks inside it, in reading order."""
    yield element
    for child in element.children:
        yield from within(child)


def all_of(book: Pages, kind: Kind) -> list[Element]:
    return [element for element in within(book.structure) if element.kind is kind]


def lines_of(book: Pages) -> list[Line]:
    marks = (mark for page in book.pages for placed in page.boxes for mark in placed.box.marks)
    return [mark for mark in marks if isinstance(mark, Line)]


def words_of(book: Pages, element: Element) -> str:
    return " ".join(line.text for line in lines_of(book) if line.element is element)


def outline(element: Element) -> object:
    """The kinds of the element and of the blocks in it, as nested tuples."""
    return (element.kind.name, *map(outline, element.children)) if element.children else element.kind.name


def test_a_book_is_title_page_imprint_contents_front_matter_body_and_back_matter_in_reading_order() -> None:
    book = laid_out(every_node())
    headings = [words for heading in all_of(book, Kind.HEADING) if (words := words_of(book, heading))]
    assert headings[:3] == ["Contents", "Preface", "Session 1: Nodes <all>"]
    assert headings[-1] == "Annex"
    assert [child.kind for child in book.structure.children] == [
        *[Kind.SECTION] * 5,  # title page, imprint, contents, preface, the front matter without heading
        Kind.PART,
        Kind.SECTION,
    ]


def test_titles_in_another_language_say_so() -> None:
    book = laid_out(every_node())
    assert [(words_of(book, title), title.language) for title in all_of(book, Kind.TITLE)] == [
        ("Every Node & More", ""),
        ("每个节点", "zh"),
    ]


def test_contents_nest_like_their_entries() -> None:
    (whole, *_) = all_of(laid_out(every_node()), Kind.CONTENTS)
    assert outline(whole) == (
        "CONTENTS",
        "CONTENTS_ENTRY",
        "CONTENTS_ENTRY",
        (
            "CONTENTS",
            "CONTENTS_ENTRY",
            ("CONTENTS", "CONTENTS_ENTRY", ("CONTENTS", "CONTENTS_ENTRY"), "CONTENTS_ENTRY"),
            "CONTENTS_ENTRY",
        ),
        "CONTENTS_ENTRY",
    )


def test_lists_nest_in_the_bodies_of_their_items() -> None:
    talk = next(element for element in all_of(laid_out(every_node()), Kind.LIST) if len(element.children) == 2)
    assert talk.numbering is MarkerStyle.DECIMAL
    items = ("ITEM", "LABEL", ("BODY", "PARAGRAPH")), ("ITEM", "LABEL", ("BODY", "PARAGRAPH", "PARAGRAPH"))
    assert outline(talk) == (
        "LIST",
        ("ITEM", "LABEL", ("BODY", "PARAGRAPH", ("LIST", *items))),
        ("ITEM", "LABEL", ("BODY", "PARAGRAPH", ("LIST", ("ITEM", "LABEL", ("BODY", "PARAGRAPH"))))),
    )


def test_cells_know_their_spans_and_what_they_are_headers_of() -> None:
    (table,) = all_of(laid_out(every_node()), Kind.TABLE)
    cells = [element for element in within(table) if element.kind in (Kind.CELL, Kind.HEADER_CELL)]
    assert [(cell.kind.name, cell.scope, cell.rows, cell.columns) for cell in cells] == [
        ("HEADER_CELL", Scope.COLUMN, 1, 1),
        ("HEADER_CELL", Scope.COLUMN, 1, 2),
        ("HEADER_CELL", Scope.ROW, 2, 1),
        ("CELL", None, 1, 1),
        ("CELL", None, 1, 1),
        ("CELL", None, 1, 1),
        ("CELL", None, 1, 1),
    ]


def test_a_table_head_that_is_shown_again_is_no_part_of_the_text() -> None:
    head = Row(cells=(Cell(children=text("Head"), header=True),))
    table = Table(head=(head,), rows=tuple(Row(cells=(Cell(children=text(f"row {n}")),)) for n in range(90)))
    contribution = Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=(table,))
    shown = [line for line in lines_of(laid_out(Proceedings(body=(contribution,)))) if line.text == "Head"]
    assert len(shown) > 1
    assert [line.element is None for line in shown] == [False, *[True] * (len(shown) - 1)]


def test_a_note_follows_the_paragraph_that_calls_it_and_leads_back() -> None:
    book = laid_out(every_node())
    (note,) = all_of(book, Kind.NOTE)
    siblings = note.parent.children if note.parent else []
    assert siblings[siblings.index(note) - 1].kind is Kind.PARAGRAPH
    targets = {
        area.target
        for page in book.pages
        for placed in page.boxes
        for area in placed.box.marks
        if isinstance(area, LinkArea)
    }
    assert {"#note:1", "#call:1"} <= targets
    assert {"note:1", "call:1"} <= book.places.keys()


def test_a_figure_has_its_alternative_text_and_its_caption() -> None:
    book = laid_out(every_node())
    (figure,) = all_of(book, Kind.FIGURE)
    assert figure.alternative == "A single grey pixel"
    assert outline(figure) == ("FIGURE", "CAPTION")


@given(proceedings())
def test_whatever_is_drawn_belongs_to_the_book(document: Proceedings) -> None:
    book = laid_out(document)
    known = set(within(book.structure))
    for page in book.pages:
        for placed in page.boxes:
            for mark in placed.box.marks:
                if isinstance(mark, Line) and mark.element:
                    assert mark.element in known
                    inline = {piece.look.element for piece in mark.pieces} - {None}
                    assert all(element and mark.element in ancestors(element) for element in inline)
                elif isinstance(mark, Picture):
                    assert mark.element in known
                elif isinstance(mark, LinkArea):
                    assert known & set(ancestors(mark.element))


def ancestors(element: Element) -> Iterator[Element]:
    while element.parent:
        element = element.parent
        yield element
