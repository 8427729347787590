"""What procpub wrote comes back: an equal document, the same bytes when it is written again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import procpub
from procpub.diagnostics import Report, Span
from procpub.interfaces import PageMap, ReadOptions
from procpub.layout.page_breaks import with_page_breaks
from procpub.model.contents import contents_of
from procpub.model.metadata import Provenance, Revision
from procpub.model.nodes import Item, ItemList, LineBreak, MarkerStyle, PageBreak, Paragraph, Text
from procpub.model.proceedings import Contribution, Proceedings
from procpub.readers.tei import read
from procpub.style import load_style
from procpub.writers.pdf import WRITER as PDF
from procpub.writers.tei import WRITER
from tests.documents import every_node, paragraph, text
from tests.strategies import proceedings
from tests.wild import wild_proceedings

ROOT = Path(__file__).parents[3]
DOCUMENTS = [*ROOT.glob("seeds/*.txt"), *ROOT.parent.glob("shared/corpus/*.txt")]
SEED = "000_dfe2a69c2e3356cc"


def written(document: Proceedings, pages: PageMap | None = None) -> bytes:
    return WRITER.write(document, contents_of(document, 2), load_style(), Report(), pages=pages).data


def read_back(data: bytes) -> Proceedings:
    """The document in a TEI edition of procpub, about which there is nothing to report."""
    report = Report()
    document = read(data, "x.tei.xml", ReadOptions(), report)
    assert list(report) == []
    return document


def assert_survives(document: Proceedings) -> None:
    data = written(document)
    again = read_back(data)
    assert again == document
    assert written(again) == data


@pytest.mark.parametrize("document", [every_node(), Proceedings()], ids=["everything", "nothing"])
def test_everything_and_nothing_survive(document: Proceedings) -> None:
    assert_survives(document)


@given(proceedings())
def test_every_document_survives(document: Proceedings) -> None:
    assert_survives(document)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(wild_proceedings())
def test_odd_documents_survive_too(document: Proceedings) -> None:
    assert_survives(document)


@pytest.mark.parametrize("source", DOCUMENTS, ids=lambda path: path.stem)
def test_real_proceedings_survive(source: Path) -> None:
    assert_survives(procpub.read(source))


@settings(max_examples=8)
@given(proceedings())
def test_the_pages_of_the_print_edition_are_left_out_again(document: Proceedings) -> None:
    pages = PDF.write(document, contents_of(document), load_style(), Report()).pages
    assert pages is not None
    assert read_back(written(document, pages)) == document


def test_a_word_that_a_page_of_the_print_edition_divides_is_whole_again() -> None:
    document = Proceedings(
        body=(Contribution(id="c1", kind="speech", heading=text(" A  Speech "), blocks=(paragraph("a  b c "),)),)
    )
    pages = PageMap(headings={"c1": "1"}, blocks={("c1", 0): "2"}, labels=("1", "2"))
    assert with_page_breaks(document, pages) != document
    assert read_back(written(document, pages)) == document


@pytest.mark.parametrize("words", ["two  spaces", " before", "after ", "a\nline", "a\ttab", "a\r\nb", "\u00a0", " "])
def test_white_space_is_kept_where_readers_of_xml_would_fold_it(words: str) -> None:
    content: Sequence[Paragraph] = (paragraph(words), Paragraph(children=(LineBreak(), Text(text=words), LineBreak())))
    assert_survives(
        Proceedings(body=(Contribution(id="c1", kind="speech", heading=text(f"A{words}B"), blocks=tuple(content)),))
    )


def test_changes_that_were_noted_by_hand_stay_and_the_latest_is_first() -> None:
    changes = (Revision(text="A name mended.", who="Eva Editor", when="2026-11-25"), Revision(text="Proofread."))
    assert_survives(replace(every_node(), provenance=Provenance(revisions=changes)))


def test_spans_are_the_lines_of_the_file() -> None:
    document = read_back(written(every_node()))
    lines = written(every_node()).decode().splitlines()
    preface = document.front[0]
    assert preface.span is not None
    assert '<div type="preface"' in lines[preface.span.first - 1]
    assert lines[preface.span.last - 1].strip() == "</div>"
    assert preface.blocks[0].span == Span(preface.span.first + 2, preface.span.first + 2)


def test_a_page_break_behind_an_item_is_not_taken_for_one_in_it() -> None:
    item = Item(marker="-", blocks=(paragraph("a", PageBreak(label="7")), PageBreak(label="8")))
    bullets = ItemList(style=MarkerStyle.BULLET, items=(item,))
    assert_survives(Proceedings(body=(Contribution(id="c1", kind="speech", heading=text("A"), blocks=(bullets,)),)))


@pytest.mark.parametrize("form", ["pdf", "docx", "epub"])
def test_editions_made_of_the_tei_are_the_same_bytes_as_those_made_of_the_text(form: str) -> None:
    document = procpub.read(ROOT / "seeds" / f"{SEED}.txt")
    again = read_back(procpub.render(document, "tei").data)
    assert procpub.render(again, form).data == procpub.render(document, form).data
