"""Which page everything is on."""

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.layout.book import lay_out
from procpub.layout.page_map import page_map
from procpub.model.contents import contents_of
from procpub.model.nodes import Block, Item, ItemList, MarkerStyle, Note, Paragraph, Text
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from tests.documents import every_node, paragraph, text

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
        first = page.boxes[0].box.marks[0]
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
