"""Which page everything is on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from hypothesis import given
from PIL import Image

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Pages
from procpub.layout.page_map import page_map
from procpub.layout.structure import Kind
from procpub.model.contents import contents_of
from procpub.model.nodes import (
    Block,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    Item,
    ItemList,
    Link,
    MarkerStyle,
    Note,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Text,
    Turn,
)
from procpub.model.proceedings import Contribution, Group, Proceedings
from procpub.model.walk import lines, pieces
from procpub.style import load_style
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings

STYLE = load_style("book")
WORDS = "Many words, divided internationally, fill the pages of this paragraph. " * 80


def mapped(*blocks: Block) -> PageMap:
    document = Proceedings(body=(Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=blocks),))
    return page_map(lay_out(document, contents_of(document), STYLE, Report()))


def counted(words: str) -> str:
    """What the offsets count."""
    return "".join(words.split()).replace("\u00ad", "")


def test_headings_and_blocks_have_the_labels_of_their_pages() -> None:
    document = every_node()
    found = page_map(lay_out(document, contents_of(document), STYLE, Report()))
    assert (found.headings["preface"], found.headings["session-1"]) == ("iv", "1")
    assert found.blocks["anna-maier", 0] == found.headings["anna-maier"]
    assert all(":" not in name for name in found.headings), "notes are no pieces"


def test_a_page_that_begins_inside_a_paragraph_is_placed_by_the_characters_before_it() -> None:
    found = mapped(paragraph("Short."), paragraph(WORDS))
    breaks = found.breaks["c1", 1]
    assert [each.label for each in breaks] == ["2", "3"]
    offsets = [each.offset for each in breaks]
    assert 0 < offsets[0] < offsets[1] < len(counted(WORDS))
    assert ("c1", 0) not in found.breaks


def test_no_character_is_counted_twice_or_left_out_whether_pages_begin_in_it_or_not() -> None:
    """A page's first characters are those at its offset, hyphens at line ends or not."""
    document = Proceedings(
        body=(Contribution(id="c1", kind="speech", heading=text("Speech"), blocks=(paragraph(WORDS),)),)
    )
    book = lay_out(document, contents_of(document), STYLE, Report())
    for each in page_map(book).breaks["c1", 0]:
        page = next(page for page in book.pages if page.label == each.label)
        first = page.content[0].box.marks[0]
        begins = counted(first.text)  # type: ignore[union-attr]  # a line
        assert counted(WORDS)[each.offset :].startswith(begins)


def test_notes_and_markers_do_not_count() -> None:
    called = Paragraph(children=(Text(text="Called"), Note(blocks=(paragraph("A note."),)), Text(text=WORDS)))
    plain = mapped(paragraph(f"Called{WORDS}")).breaks["c1", 0]
    noted = mapped(called).breaks["c1", 0]
    assert abs(plain[0].offset - noted[0].offset) < 250, "a few lines give way to the note, and no more"
    items = ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker="Article 1.", blocks=(paragraph(WORDS),)),))
    assert mapped(items).breaks["c1", 0][0].offset < len(counted(WORDS))


def test_a_page_that_begins_with_a_block_is_no_break() -> None:
    assert not mapped(*(paragraph("One line.") for _ in range(90))).breaks


def test_a_block_that_goes_on_with_its_first_words_behind_a_picture_is_a_break() -> None:
    """All that stands on the page before is pictures, which have no characters."""
    picture = replace(PIXEL, data=picture_data(300, 500))
    pictures = (Figure(image=picture, alternative="A wall"), Figure(image=picture, alternative="A wall"))
    found = mapped(Quote(blocks=(*pictures, paragraph("Words."))))
    assert found.breaks["c1", 0][0].offset == 0


def picture_data(width: int, height: int) -> bytes:
    """A grey picture of this size in points."""
    data = BytesIO()
    Image.new("L", (width, height), 128).save(data, "PNG", dpi=(72, 72))
    return data.getvalue()


def characters(inlines: Inlines) -> Iterator[str]:
    """The characters of all texts, notes left out."""
    for inline in inlines:
        if isinstance(inline, Text):
            yield counted(inline.text).replace("\u200b", "")
        elif isinstance(inline, Emphasis | Strong | Superscript | Subscript | Link | Foreign):
            yield from characters(inline.children)


def size(block: Block) -> int:
    """How many characters of a block count."""
    inner: tuple[Block, ...] = block.blocks if isinstance(block, Quote | Turn) else ()
    if isinstance(block, ItemList):
        inner = tuple(part for item in block.items for part in item.blocks)
    return sum(len("".join(characters(line))) for line in lines(block)) + sum(map(size, inner))


def stood_for(book: Pages) -> Counter[str]:
    """How many characters the lines of each piece's blocks stand for."""
    found: Counter[str] = Counter()
    piece = ""
    for placed in (placed for page in book.pages for placed in page.boxes):
        for anchor in placed.box.anchors:
            if isinstance(anchor, tuple):
                piece = anchor[0]
            elif ":" not in anchor:
                piece = ""
        for mark in placed.box.marks:
            if piece and isinstance(mark, Line) and is_text(mark):
                found[piece] += sum(part.source for part in mark.pieces)
    return +found


def is_text(line: Line) -> bool:
    around = element = line.element
    while around and around.kind is not Kind.NOTE:
        around = around.parent
    return bool(element and element.kind is not Kind.LABEL and around is None)


@given(proceedings())
def test_the_lines_of_a_piece_stand_for_all_its_characters(document: Proceedings) -> None:
    expected = Counter(
        {piece.id: sum(map(size, piece.blocks)) for piece in pieces(document) if not isinstance(piece, Group)}
    )
    assert stood_for(lay_out(document, contents_of(document), STYLE, Report())) == +expected
