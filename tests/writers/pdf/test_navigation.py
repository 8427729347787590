"""Links, destinations, bookmarks and page labels."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from procpub.layout.boxes import Anchor, Pages, Position
from procpub.layout.structure import Kind
from procpub.model.contents import Contents, Entry
from tests.writers.pdf.books import (
    annotations,
    book,
    catalog,
    document,
    line,
    link_area,
    outline,
    page,
    piece,
    read,
    tree,
    written,
)


def linked(target: str, *, alternative: str = "", kind: Kind = Kind.LINK) -> Pages:
    """A book with a link in a line, to this target; the piece "there" and the first note are on its second page."""
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    link = paragraph.inline(kind, target=target)
    link.alternative = alternative
    words = (piece("to", element=link), piece("divi\u00ad", element=link, drawn="divi-"))
    places: dict[Anchor, Position] = {"there": Position(1, 100.0), "note:1": Position(1, 300.0)}
    return book(root, page(link_area(link, target), line("see", *words, element=paragraph)), page(), places=places)


def link_of(made: Pages) -> Any:
    (found,) = annotations(read(made))
    return found


def test_a_link_leads_out_of_the_book_by_its_uri() -> None:
    found = link_of(linked("doi:10.1000/a(b)é"))
    assert found["/A"] == {"/S": "/URI", "/URI": "https://doi.org/10.1000/a(b)%C3%A9"}


@pytest.mark.parametrize(("target", "top"), [("#there", 500), ("#note:1", 300)])
def test_a_link_leads_to_a_place_in_the_book(target: str, top: float) -> None:
    pdf = read(linked(target, kind=Kind.REFERENCE))
    (found,) = annotations(pdf)
    leaf, view, _, height, _ = found["/Dest"]
    assert (leaf.get_object(), view, height) == (pdf.pages[1], "/XYZ", top)


def test_a_link_can_be_printed_and_has_no_border() -> None:
    found = link_of(linked("https://example.org/"))
    assert (found["/F"], found["/Border"], found["/Rect"]) == (4, [0, 0, 0], [50, 538, 90, 550])


def test_a_link_says_in_words_where_it_leads() -> None:
    assert link_of(linked("https://example.org/", alternative="The examples"))["/Contents"] == "The examples"
    assert link_of(linked("https://example.org/"))["/Contents"] == "to divi"


def test_a_link_to_nowhere_is_none() -> None:
    pdf = read(linked("#nowhere"))
    assert annotations(pdf) == []
    assert outline(tree(pdf)) == ("Document", ("P", ("Span",)))


def test_a_link_comes_where_its_words_are_even_if_its_area_comes_first() -> None:
    made = linked("https://example.org/")
    assert outline(tree(read(made))) == ("Document", ("P", ("Link", "OBJR")))


def test_pieces_have_names_that_addresses_can_end_in_and_notes_have_none() -> None:
    assert set(read(linked("#there")).named_destinations) == {"there"}


def bookmarks(levels: list[int]) -> PdfReader:
    entries = tuple(Entry(id=f"p{n}", label=f"Heading {n} 中", level=level) for n, level in enumerate(levels))
    places: dict[Anchor, Position] = {f"p{n}": Position(0, 10.0 * n) for n in range(len(levels))}
    made = book(document(), page(), places=places)
    return PdfReader(BytesIO(written(made, contents=Contents(heading="", entries=entries))))


def nested(found: list[Any]) -> list[Any]:
    return [nested(each) if isinstance(each, list) else str(each.title)[8:-2] for each in found]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 1], ["0", "1"]),
        ([1, 2, 3, 2, 1], ["0", ["1", ["2"], "3"], "4"]),
        ([1, 3, 2, 1], ["0", ["1", "2"], "3"]),
        ([2, 1], ["0", "1"]),
    ],
)
def test_bookmarks_nest_by_level(levels: list[int], expected: list[Any]) -> None:
    assert nested(bookmarks(levels).outline) == expected


def test_bookmarks_count_what_is_in_them() -> None:
    root = catalog(bookmarks([1, 2, 3, 1]))["/Outlines"]
    assert root["/Count"] == 4
    assert root["/First"]["/Count"] == 2


def test_a_book_without_contents_has_no_bookmarks() -> None:
    assert "/Outlines" not in catalog(bookmarks([]))


def test_front_matter_has_roman_page_labels() -> None:
    assert read(book(document(), *[page()] * 5, front=3)).page_labels == ["i", "ii", "iii", "1", "2"]
    assert read(book(document(), *[page()] * 2)).page_labels == ["1", "2"]
