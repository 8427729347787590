"""The structure tree: what belongs to what, in reading order, and how it is tied to the pages."""

from typing import Any

import pytest
from pypdf import PdfReader

from procpub.errors import FaultError
from procpub.layout.boxes import Mark, Pages, Picture, Position, Rule
from procpub.layout.structure import Element, Kind, Scope
from procpub.model.nodes import MarkerStyle
from tests.documents import PIXEL
from tests.writers.pdf.books import (
    annotations,
    book,
    catalog,
    document,
    elements,
    kids,
    line,
    link_area,
    operators,
    outline,
    page,
    piece,
    read,
    tree,
)


def drawn(root: Element) -> Pages:
    """A book in which each element without children is drawn, one line each, all on one page."""
    marks: list[Mark] = []

    def draw(element: Element) -> None:
        if not element.children:
            marks.append(line("words", element=element))
        for child in element.children:
            draw(child)

    draw(root)
    return book(root, page(*marks))


def types(made: Pages) -> list[str]:
    return [str(element["/S"])[1:] for element in elements(tree(read(made)))]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.PART, "Part"),
        (Kind.SECTION, "Sect"),
        (Kind.DIVISION, "Div"),
        (Kind.CONTENTS, "TOC"),
        (Kind.CONTENTS_ENTRY, "TOCI"),
        (Kind.INDEX, "Index"),
        (Kind.TITLE, "Title"),
        (Kind.HEADING, "H1"),
        (Kind.PARAGRAPH, "P"),
        (Kind.QUOTE, "BlockQuote"),
        (Kind.LIST, "L"),
        (Kind.ITEM, "LI"),
        (Kind.LABEL, "Lbl"),
        (Kind.BODY, "LBody"),
        (Kind.TABLE, "Table"),
        (Kind.TABLE_HEAD, "THead"),
        (Kind.TABLE_BODY, "TBody"),
        (Kind.ROW, "TR"),
        (Kind.HEADER_CELL, "TH"),
        (Kind.CELL, "TD"),
        (Kind.CAPTION, "Caption"),
        (Kind.FIGURE, "Figure"),
        (Kind.NOTE, "Note"),
    ],
)
def test_each_kind_of_element_has_its_type(kind: Kind, name: str) -> None:
    root = document()
    root.add(kind)
    assert outline(tree(read(drawn(root)))) == ("Document", (name,))


def test_types_that_pdf_does_not_know_have_a_role() -> None:
    root = document()
    root.add(Kind.TITLE)
    assert catalog(read(drawn(root)))["/StructTreeRoot"]["/RoleMap"] == {"/Title": "/P"}


def test_headings_are_numbered_by_the_headed_sections_around_them() -> None:
    root = document()
    root.add(Kind.HEADING)
    inner = root
    for _ in range(7):
        inner = inner.add(Kind.SECTION)
        inner.add(Kind.HEADING)
    last = root.add(Kind.SECTION)
    last.add(Kind.HEADING)
    assert [name for name in types(drawn(root)) if name[0] == "H"] == [
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "H6",
        "H6",
        "H2",
    ]


def test_no_level_of_headings_is_left_out_for_a_section_without_one() -> None:
    root = document()
    section = root.add(Kind.PART).add(Kind.SECTION)
    section.add(Kind.HEADING)
    section.add(Kind.SECTION).add(Kind.SECTION).add(Kind.HEADING)
    assert [name for name in types(drawn(root)) if name[0] == "H"] == ["H1", "H2"]


def test_an_element_without_anything_in_it_is_left_out_with_what_is_around_it() -> None:
    root = document()
    root.add(Kind.SECTION).add(Kind.SECTION).add(Kind.PARAGRAPH)
    there = root.add(Kind.PARAGRAPH)
    assert outline(tree(read(book(root, page(line("a", element=there)))))) == ("Document", ("P",))


def test_a_heading_that_is_not_drawn_does_not_count() -> None:
    root = document()
    section = root.add(Kind.SECTION)
    section.add(Kind.HEADING)
    inner = section.add(Kind.SECTION).add(Kind.HEADING)
    assert types(book(root, page(line("a", element=inner)))) == ["Document", "Sect", "Sect", "H1"]


def test_empty_cells_stay_but_an_empty_table_does_not() -> None:
    root = document()
    row = root.add(Kind.TABLE).add(Kind.TABLE_BODY).add(Kind.ROW)
    full, empty = row.add(Kind.CELL), row.add(Kind.CELL)
    root.add(Kind.TABLE).add(Kind.TABLE_BODY).add(Kind.ROW).add(Kind.CELL)
    made = book(root, page(line("a", element=full)))
    assert outline(tree(read(made))) == ("Document", ("Table", ("TBody", ("TR", ("TD",), ("TD",)))))
    assert not empty.children


def attributes(made: Pages, name: str) -> list[Any]:
    return [element.get("/A") for element in elements(tree(read(made))) if element["/S"] == f"/{name}"]


def test_cells_tell_what_they_head_and_span() -> None:
    root = document()
    row = root.add(Kind.TABLE).add(Kind.TABLE_BODY).add(Kind.ROW)
    for scope in (Scope.COLUMN, Scope.ROW, None):
        row.add(Kind.HEADER_CELL).scope = scope
    cell = row.add(Kind.CELL)
    cell.rows, cell.columns = 2, 3
    made = drawn(root)
    assert [found["/Scope"] for found in attributes(made, "TH")] == ["/Column", "/Row", "/Both"]
    assert attributes(made, "TD") == [{"/O": "/Table", "/RowSpan": 2, "/ColSpan": 3}]


@pytest.mark.parametrize(
    ("style", "name"),
    [
        (MarkerStyle.BULLET, "Disc"),
        (MarkerStyle.DECIMAL, "Decimal"),
        (MarkerStyle.LOWER_ALPHA, "LowerAlpha"),
        (MarkerStyle.UPPER_ALPHA, "UpperAlpha"),
        (MarkerStyle.LOWER_ROMAN, "LowerRoman"),
        (MarkerStyle.UPPER_ROMAN, "UpperRoman"),
    ],
)
def test_lists_tell_how_they_are_numbered(style: MarkerStyle, name: str) -> None:
    root = document()
    listed = root.add(Kind.LIST)
    listed.numbering = style
    listed.add(Kind.ITEM)
    assert attributes(drawn(root), "L") == [{"/O": "/List", "/ListNumbering": f"/{name}"}]


def test_a_figure_has_words_and_a_place() -> None:
    root = document()
    figure = root.add(Kind.FIGURE, alternative="Ein Bild (grau)")
    made = book(root, page(Picture(100.0, 10.0, 30.0, 20.0, PIXEL, figure)))
    (found,) = [element for element in elements(tree(read(made))) if element["/S"] == "/Figure"]
    assert found["/Alt"] == "Ein Bild (grau)"
    assert found["/A"] == {"/O": "/Layout", "/Placement": "/Block", "/BBox": [100, 520, 130, 540]}


def test_each_note_has_an_identifier_of_its_own() -> None:
    root = document()
    for _ in range(3):
        root.add(Kind.NOTE)
    pdf = read(drawn(root))
    found = [element["/ID"] for element in elements(tree(pdf)) if element["/S"] == "/Note"]
    names = catalog(pdf)["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert len(set(found)) == 3
    assert names[::2] == found


def test_other_languages_are_told() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH, language="fr")
    phrase = paragraph.inline(Kind.SPAN, language="zh-Hans")
    made = book(root, page(line("mots", piece("ici", element=phrase), element=paragraph)))
    assert [element.get("/Lang") for element in elements(tree(read(made)))] == [None, "fr", "zh-Hans"]


def test_inline_elements_stand_where_they_are_drawn() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    link = paragraph.inline(Kind.LINK, target="https://example.org/")
    phrase = link.inline(Kind.SPAN, language="de")
    words = line(
        "before",
        piece("to", element=link),
        piece("da", element=phrase),
        piece("it", element=link),
        "behind",
        element=paragraph,
    )
    pdf = read(book(root, page(words, link_area(link, link.target))))
    (found,) = kids(tree(pdf))
    first, inner, last = kids(found)
    assert (first, last) == (0, 4)
    assert outline(inner) == ("Link", ("Span",), "OBJR")
    assert [kid for kid in kids(inner) if isinstance(kid, int)] == [1, 3]


def test_a_paragraph_over_two_pages_is_one() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    pdf = read(book(root, page(line("a", element=paragraph)), page(line("b", element=paragraph))))
    (found,) = kids(tree(pdf))
    first, second = kids(found)
    assert first == 0
    assert second["/MCID"] == 0
    assert found["/Pg"] == pdf.pages[0]
    assert second["/Pg"] == pdf.pages[1]


def test_lines_of_one_element_that_follow_each_other_are_marked_once() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    assert operators(book(root, page(line("a", element=paragraph), line("b", element=paragraph)))).count("BDC") == 1


def test_furniture_is_no_part_of_the_structure() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    made = book(
        root,
        page(
            line("a", element=paragraph),
            line(". . .", element=None),
            Rule(50.0, 5.0, 100.0, 0.5),
            head=line("head", element=None),
            folio=line("1", element=None),
        ),
    )
    content = operators(made)
    assert "/Artifact BMC" in content
    assert "/Artifact<</Type/Layout>>BDC 50 516.75 100 0.5 re f EMC" in content
    assert "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC" in content
    assert "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC" in content
    assert outline(tree(read(made))) == ("Document", ("P",))
    assert content.count("BDC") + content.count("BMC") == content.count("EMC")


def numbers(pdf: PdfReader) -> dict[int, Any]:
    """The parent tree."""
    flat = catalog(pdf)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(key): value.get_object() for key, value in zip(flat[::2], flat[1::2], strict=True)}


def test_the_parent_tree_leads_from_marked_content_and_links_to_their_elements() -> None:
    root = document()
    paragraph = root.add(Kind.PARAGRAPH)
    call = paragraph.inline(Kind.REFERENCE, target="#a")
    link = paragraph.inline(Kind.LINK, target="https://example.org/")
    first = page(
        line("a", piece("1", element=call), piece("b", element=link), element=paragraph), link_area(call, "#a")
    )
    second = page(line("c", piece("d", element=link), element=paragraph), link_area(link, link.target))
    pdf = read(book(root, first, page(), second, places={"a": Position(2, 50.0)}))
    parents = numbers(pdf)
    for index, leaf in enumerate(pdf.pages):
        assert (str(leaf["/StructParents"]), str(leaf["/Tabs"])) == (str(index), "/S")
    names = [[str(element.get_object()["/S"]) for element in parents.get(index, ())] for index in range(3)]
    assert names == [["/P", "/Link", "/Link"], [], ["/P", "/Link"]]
    for index in (0, 2):
        (annotation,) = annotations(pdf, index)
        owner = parents[annotation["/StructParent"]]
        assert owner["/S"] == "/Link"
        assert [kid["/Obj"].get_object() for kid in kids(owner) if hasattr(kid, "keys") and "/Obj" in kid] == [
            annotation
        ]
    assert parents[3]["/P"]["/S"] == "/Reference", "a reference holds its link"


def test_what_is_drawn_for_an_element_outside_of_the_structure_is_a_fault() -> None:
    stray = Element(Kind.PARAGRAPH, document())
    with pytest.raises(FaultError, match="a paragraph was drawn, but is not in the structure"):
        read(book(document(), page(line("a", element=stray))))


def test_a_book_without_anything_has_a_structure_all_the_same() -> None:
    assert outline(tree(read(book(document(), page())))) == ("Document",)
