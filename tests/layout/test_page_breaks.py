"""Where the pages of the print edition begin, marked in the document."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import chain, count, islice
from typing import Any

from hypothesis import given

from procpub.diagnostics import Report, Span
from procpub.interfaces import Break, PageMap
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Page
from procpub.layout.page_breaks import with_page_breaks
from procpub.model.check import check
from procpub.model.contents import contents_of
from procpub.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Figure,
    Inline,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
    Turn,
)
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings, Section
from procpub.model.walk import pieces, plain_text
from procpub.style import load_style
from procpub.writers.pdf import WRITER
from tests.documents import PIXEL, every_node, paragraph, text
from tests.layout.test_page_map import counted
from tests.strategies import proceedings

STYLE = load_style("book")
LABELS = tuple(map(str, range(1, 10)))
WORDS = "Many words, divided internationally, fill the pages. " * 60


def page(label: str) -> PageBreak:
    return PageBreak(label=label, edition="pdf")


def speech(*blocks: Block) -> Proceedings:
    """One speech, "c1"."""
    return Proceedings(body=(Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=blocks),))


def marked(document: Proceedings, pages: PageMap) -> Proceedings:
    """The document with the page breaks, which must leave everything else as it is."""
    found = with_page_breaks(document, pages)
    assert unmarked(found) == document
    assert all("procpub's own pages" in broken_rule for broken_rule in check(found))
    return found


def broken(block: Block, *breaks: tuple[int, str]) -> tuple[Block, ...]:
    """What becomes of a block on page 1 in which pages begin."""
    pages = PageMap(
        headings={"c1": "1"},
        blocks={("c1", 0): "1"},
        breaks={("c1", 0): tuple(Break(*each) for each in breaks)},
        labels=LABELS,
    )
    (piece,) = marked(speech(block), pages).body
    assert isinstance(piece, Contribution)
    return piece.blocks


def unmarked(value: Any) -> Any:
    """A document, or anything in one, without the page breaks."""
    if isinstance(value, tuple):
        out: list[Any] = []
        for each in value:
            if isinstance(each, Text) and out and isinstance(out[-1], Text):
                out[-1] = Text(text=out[-1].text + each.text)
            elif not (isinstance(each, PageBreak) and each.edition == "pdf"):
                out.append(unmarked(each))
        return tuple(out)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: unmarked(getattr(value, field.name)) for field in fields(value)})
    return value


def stream(value: Any) -> Iterator[str | PageBreak]:
    """The characters that count and the page breaks of any part of a document, in reading order."""
    match value:
        case PageBreak():
            if value.edition == "pdf":
                yield value
        case Text():
            yield from counted(value.text).replace("\u200b", "")
        case tuple():
            for each in value:
                yield from stream(each)
        case Proceedings():
            yield from stream((value.front, value.body, value.back))
        case Note() | Span():
            pass
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from stream(getattr(value, field.name))


def labels_of(document: Proceedings) -> list[str]:
    return [each.label for each in stream(document) if isinstance(each, PageBreak)]


def test_a_page_that_begins_with_a_heading_is_marked_inside_it() -> None:
    talk = Contribution(
        id="c1",
        kind="speech",
        heading=text("Speech"),
        blocks=(paragraph("Words."),),
        sections=(
            Section(id="s1", heading=text("On page 2 still"), blocks=(paragraph("Words."),)),
            Section(id="s2", heading=text("On page 3")),
        ),
    )
    group = Group(id="g1", kind=GroupKind.PART, heading=text("Part"), members=(talk,))
    pages = PageMap(
        headings={"g1": "1", "c1": "2", "s1": "2", "s2": "3"}, blocks={("c1", 0): "2", ("s1", 0): "2"}, labels=LABELS
    )
    (part,) = marked(Proceedings(body=(group,)), pages).body
    assert isinstance(part, Group)
    (speaking,) = part.members
    assert part.heading == (page("1"), *text("Part"))
    assert speaking.heading == (page("2"), *text("Speech"))
    assert isinstance(speaking, Contribution)
    assert speaking.blocks is talk.blocks
    assert speaking.sections[0] is talk.sections[0]
    assert speaking.sections[1].heading == (page("3"), *text("On page 3"))


def test_a_piece_without_a_heading_begins_with_its_first_block_or_section() -> None:
    bare = Matter(id="f1", kind="imprint", blocks=(paragraph("Words."),))
    empty = Matter(id="f2", kind="annex", sections=(Section(id="s1", heading=text("Section")),))
    blank = Matter(id="f3", kind="annex")
    pages = PageMap(headings={"f1": "1", "f2": "2", "s1": "2", "f3": "3"}, blocks={("f1", 0): "1"}, labels=LABELS)
    first, second, third = marked(Proceedings(front=(bare, empty, blank)), pages).front
    assert first.blocks == (page("1"), paragraph("Words."))
    assert second.sections[0].heading == (page("2"), *text("Section"))
    assert third is blank


def test_a_page_that_begins_with_a_block_is_marked_before_it() -> None:
    words = paragraph("Words.")
    pages = PageMap(
        headings={"c1": "1"},
        blocks={("c1", 0): "1", ("c1", 1): "2", ("c1", 2): "2", ("c1", 3): "4"},
        labels=LABELS,
    )
    (piece,) = marked(speech(words, words, words, words), pages).body
    assert isinstance(piece, Contribution)
    assert piece.blocks == (words, page("2"), words, words, page("4"), words)


def test_a_block_that_goes_on_over_a_page_leaves_the_next_block_nothing_to_mark() -> None:
    pages = PageMap(blocks={("c1", 0): "1", ("c1", 1): "2"}, breaks={("c1", 0): (Break(3, "2"),)}, labels=LABELS)
    assert labels_of(marked(speech(paragraph("one two"), paragraph("three")), pages)) == ["1", "2"]


def test_a_page_begins_right_before_its_first_character_behind_white_space_and_soft_hyphens() -> None:
    assert broken(paragraph("one \u00a0two"), (3, "2")) == (paragraph("one \u00a0", page("2"), "two"),)
    assert broken(paragraph("inter\u00ad\u200bnational"), (5, "2")) == (
        paragraph("inter\u00ad\u200b", page("2"), "national"),
    )
    assert broken(paragraph(" one"), (0, "2")) == (paragraph(" ", page("2"), "one"),)


def test_a_word_that_a_page_ends_inside_of_is_marked_there() -> None:
    assert broken(paragraph("seventy"), (4, "2"), (5, "3")) == (paragraph("seve", page("2"), "n", page("3"), "ty"),)


def test_inlines_around_the_place_are_not_broken() -> None:
    stress = Emphasis(children=(Strong(children=text("a b")), Text(text=" c")))
    assert broken(paragraph("x ", stress, LineBreak(), " y"), (2, "2"), (4, "3")) == (
        paragraph(
            "x ",
            Emphasis(children=(Strong(children=(Text(text="a "), page("2"), Text(text="b"))), Text(text=" c"))),
            LineBreak(),
            " ",
            page("3"),
            "y",
        ),
    )


def test_notes_do_not_count() -> None:
    note = Note(marker="1", blocks=(paragraph("A note."),))
    assert broken(paragraph("one", note, " two"), (3, "2")) == (paragraph("one", note, " ", page("2"), "two"),)


def test_a_page_begins_inside_the_item_of_a_nested_list() -> None:
    def listed(*blocks: Block) -> ItemList:
        return ItemList(style=MarkerStyle.DECIMAL, items=tuple(Item(marker="1.", blocks=(block,)) for block in blocks))

    (found,) = broken(listed(paragraph("a"), listed(paragraph("b"), paragraph("cd"))), (2, "2"), (3, "3"))
    assert found == listed(paragraph("a"), listed(paragraph("b"), paragraph(page("2"), "c", page("3"), "d")))


def test_a_page_begins_inside_the_cell_of_a_table_after_caption_and_head() -> None:
    def row(*cells: Inlines) -> Row:
        return Row(cells=tuple(Cell(children=children) for children in cells))

    table = Table(caption=text("Sums"), head=(row(text("n")),), rows=(row(text("a b"), ()), row(text("c"), text("d"))))
    (found,) = broken(table, (6, "2"), (8, "3"))
    assert isinstance(found, Table)
    assert found.head is table.head
    assert found.rows == (
        row((Text(text="a "), page("2"), Text(text="b")), ()),
        row(text("c"), (page("3"), Text(text="d"))),
    )


def test_the_label_of_a_turn_counts_before_its_words() -> None:
    turn = Turn(label=text("CHAIR:"), blocks=(Quote(blocks=(paragraph("Order."),)),))
    (found,) = broken(turn, (6, "2"))
    assert found == replace(turn, blocks=(Quote(blocks=(paragraph(page("2"), "Order."),)),))


def test_a_page_with_no_more_of_the_block_than_shows_nothing_begins_behind_it() -> None:
    words = paragraph("one", LineBreak(), " ")
    assert broken(words, (3, "2")) == (words, page("2"))


def test_pages_on_which_nothing_begins_or_goes_on_are_left_out() -> None:
    pages = PageMap(headings={"c1": "1"}, blocks={("c1", 0): "3"}, labels=("i", "ii", *LABELS))
    assert labels_of(marked(speech(paragraph("Words.")), pages)) == ["1", "3"]
    assert with_page_breaks(every_node(), PageMap(labels=LABELS)) == every_node()


def test_what_no_page_begins_in_is_the_same_object_and_what_is_copied_keeps_its_lines() -> None:
    def inside(*children: Inline) -> Paragraph:
        return Paragraph(children=children, span=Span(1, 3))

    whole, torn = inside(*text("Whole.")), inside(Text(text="one two", span=Span(2, 3)))
    document = speech(whole, torn)
    pages = PageMap(breaks={("c1", 1): (Break(3, "2"),)}, labels=LABELS)
    (piece,) = marked(document, pages).body
    assert isinstance(piece, Contribution)
    assert piece.blocks[0] is whole
    copy = piece.blocks[1]
    assert isinstance(copy, Paragraph)
    assert copy.span == Span(1, 3)
    assert [each.span for each in copy.children] == [Span(2, 3), None, Span(2, 3)]
    assert with_page_breaks(document, PageMap()) is document


def dense(document: Proceedings) -> tuple[PageMap, list[str | PageBreak]]:
    """Pages of which one begins at every heading, at every block, at every character of a block and at its end; and
    what the document then is, character by character.
    """
    marks = (page(str(number)) for number in count(1))
    headings: dict[str, str] = {}
    blocks: dict[tuple[str, int], str] = {}
    breaks: dict[tuple[str, int], tuple[Break, ...]] = {}
    said: list[str | PageBreak] = []
    for piece in pieces(document):
        mark = next(marks)
        headings[piece.id] = mark.label
        said += [mark, *stream(piece.heading)] if piece.heading else []
        if isinstance(piece, Contribution):
            said += stream((piece.title, piece.byline))
        for index, block in enumerate(() if isinstance(piece, Group) else piece.blocks):
            characters = list(stream(block))
            mark, *inside = islice(marks, len(characters) + 2)
            blocks[piece.id, index] = mark.label
            breaks[piece.id, index] = tuple(Break(offset, each.label) for offset, each in enumerate(inside))
            said += [mark, *chain.from_iterable(zip(inside, characters, strict=False)), inside[-1]]
    labels = tuple(map(str, range(1, int(next(marks).label))))
    return PageMap(headings=headings, blocks=blocks, breaks=breaks, labels=labels), said


@given(proceedings())
def test_pages_may_begin_anywhere_in_any_document(document: Proceedings) -> None:
    pages, expected = dense(document)
    assert list(stream(marked(document, pages))) == expected


def long_document() -> Proceedings:
    """Pages that begin in all kinds of blocks."""
    note = Note(blocks=(paragraph(WORDS),))
    items = tuple(Item(marker=f"{n}.", blocks=(paragraph("A short item. " * n),)) for n in range(1, 40))
    head, *rows = (Row(cells=(Cell(children=text(f"Sum {n}")), Cell(children=text(f"{n}, {n}")))) for n in range(80))
    talks = tuple(
        Contribution(
            id=f"c{n}",
            kind="speech",
            heading=text(f"Speech {n}"),
            blocks=(
                paragraph(WORDS, note, WORDS[:400]),
                *(paragraph(WORDS[: 80 * n]) for n in range(1, 20)),
                ItemList(style=MarkerStyle.DECIMAL, items=items),
                Table(head=(head,), rows=tuple(rows)),
                Turn(label=text("CHAIR:"), blocks=(Quote(blocks=(paragraph(Emphasis(children=text(WORDS))),)),)),
            ),
            sections=tuple(Section(id=f"c{n}-s{m}", heading=text("Section"), blocks=items[m].blocks) for m in range(9)),
        )
        for n in range(2)
    )
    front = (Matter(id="imprint", kind="imprint", blocks=(paragraph("Printed here."),)),)
    return replace(every_node(), front=front, body=talks, back=(), printed_contents=None)


def first_words(page: Page) -> str:
    """What the first line on the page says, heads of tables and markers of lists not counted."""
    lines = (mark for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line))
    shown = next((line for line in lines if line.element and line.element.kind.name != "LABEL"), None)
    return counted(shown.text) if shown else ""


def words_after_breaks(document: Proceedings) -> Mapping[str, str]:
    """The first characters behind each page break, by its label."""
    parts = list(stream(document))
    return {
        each.label: "".join(part for part in parts[at : at + 40] if isinstance(part, str))
        for at, each in enumerate(parts)
        if isinstance(each, PageBreak)
    }


def test_marks_stand_before_the_first_words_of_the_pages_that_the_pdf_has() -> None:
    document = long_document()
    contents = contents_of(document)
    edition = WRITER.write(document, contents, STYLE, Report())
    assert edition.pages
    words = words_after_breaks(marked(document, edition.pages))
    shown = {page.label: first_words(page) for page in lay_out(document, contents, STYLE, Report()).pages}
    body = [label for label in edition.pages.labels if label.isdigit() and shown[label]]
    assert list(words) == [edition.pages.headings["imprint"], *body]
    assert len(body) > 20
    for label in body:
        assert words[label].startswith(shown[label][:20]), label


def test_a_document_with_every_node_says_the_same_with_the_pages_of_its_pdf() -> None:
    document = every_node()
    edition = WRITER.write(document, contents_of(document), STYLE, Report())
    assert edition.pages
    found = marked(document, edition.pages)
    labels = labels_of(found)
    assert labels == [label for label in edition.pages.labels if label in labels]
    assert {edition.pages.headings[piece.id] for piece in pieces(document) if piece.heading} <= set(labels)
    assert [plain_text(piece.heading) for piece in pieces(found)] == [plain_text(p.heading) for p in pieces(document)]


def test_a_page_that_begins_with_a_caption_inside_a_block_begins_above_its_picture() -> None:
    figure = Figure(image=PIXEL, alternative="A pixel", caption=text("A caption"))
    document = speech(Quote(blocks=(paragraph("Before."), figure)))
    pages = PageMap(
        headings={"c1": "1"}, blocks={("c1", 0): "1"}, breaks={("c1", 0): (Break(len("Before."), "2"),)}, labels=LABELS
    )
    (quote,) = marked(document, pages).body[0].blocks  # type: ignore[union-attr]
    assert quote == Quote(blocks=(paragraph("Before."), page("2"), figure))
