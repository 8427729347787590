"""Blocks inside turns, quotations and notes, which passes must not pass over."""

from functools import partial

import pytest

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Pass
from procpub.model.check import check
from procpub.model.dump import dump, inline_text
from procpub.model.nodes import (
    Block,
    Cell,
    ItemList,
    Note,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.proceedings import Contribution, Proceedings
from procpub.recovery.emphasis import find_emphasis
from procpub.recovery.footnotes import find_footnotes
from procpub.recovery.lists import find_lists
from procpub.recovery.set_off import find_set_off
from procpub.recovery.source_lines import SourceLines, source_lines
from tests.recovery.cases import source_text


def paragraph(text: str, line: int | None = None) -> Paragraph:
    return Paragraph(children=(Text(text=text),), span=Span(line, line) if line else None)


def speech(*blocks: Block, heading: str = "Speech of A. Hill") -> Proceedings:
    return Proceedings(body=(Contribution(id="c", kind="speech", heading=(Text(text=heading),), blocks=blocks),))


def refined(refine: Pass, document: Proceedings, report: Report | None = None) -> Contribution:
    changed = refine(document, Report() if report is None else report)
    assert check(changed) == ()
    assert refine(changed, Report()) is changed
    (piece,) = changed.body
    assert isinstance(piece, Contribution)
    return piece


def turn(*blocks: Block) -> Turn:
    return Turn(label=(Text(text="Mr. HILL."),), blocks=blocks)


def printed(text: str) -> SourceLines:
    return source_lines(source_text(text).lines)


def test_lists_are_found_in_turns_and_quotations() -> None:
    items = (paragraph("1. first"), paragraph("2. second"))
    piece = refined(partial(find_lists, source=printed("")), speech(turn(*items), Quote(blocks=items)))
    for block in piece.blocks:
        assert isinstance(block, Turn | Quote)
        assert [type(inner) for inner in block.blocks] == [ItemList]


def test_an_item_keeps_the_note_that_is_called_in_it() -> None:
    note = Note(marker="*", blocks=(paragraph("below"),))
    first = Paragraph(children=(Text(text="- with a note"), note))
    piece = refined(partial(find_lists, source=printed("")), speech(first))
    assert isinstance(piece.blocks[0], ItemList)
    assert piece.blocks[0].items[0].blocks == (Paragraph(children=(Text(text="with a note"), note)),)


def test_verse_in_a_turn_is_kept_line_by_line() -> None:
    verses = ["Over the river and under the wood", "There is a house that nobody knows,", "And so it goes."]
    prose = "The house listened to him while he sang what everybody there knew by heart\nfrom the time of the war.\n"
    text = "\n".join([prose, *(f"  {line}" for line in verses), "", prose, prose])
    lines = printed(text).lines[:6]
    blocks = [paragraph(line.text, line.number) for line in lines if line.text]
    piece = refined(partial(find_set_off, source=printed(text)), speech(turn(*blocks)))
    assert isinstance(piece.blocks[0], Turn)
    verse = piece.blocks[0].blocks[2]
    assert isinstance(verse, Verse)
    assert [inline_text(line) for line in verse.lines] == verses


def test_a_label_on_the_first_line_keeps_a_display_from_being_read_without_it() -> None:
    text = "Mr. HILL.   12   4\nMr. DALE.   13   5\nMr. HART.   10   2\n"
    blocks = [turn(paragraph("12 4", 1)), turn(paragraph("13 5", 2))]
    document = speech(*blocks)
    assert find_set_off(document, Report(), source=printed(text)) is document


def test_notes_are_called_in_headings_turns_and_items() -> None:
    document = speech(
        turn(paragraph("I said so.†"), paragraph("* Member for Vik."), paragraph("† In the autumn.")),
        heading="Speech of A. Hill*",
    )
    report = Report()
    piece = refined(find_footnotes, document, report)
    assert inline_text(piece.heading) == "Speech of A. Hill{note * paragraph: Member for Vik.}"
    assert "I said so.{note † paragraph: In the autumn.}" in dump(Proceedings(body=(piece,)))
    assert [each.code for each in report] == [Code.FOOTNOTE, Code.FOOTNOTE]


def test_a_quotation_of_nothing_but_a_note_goes_with_it() -> None:
    piece = refined(find_footnotes, speech(paragraph("He said so.*"), Quote(blocks=(paragraph("* In 1848."),))))
    assert len(piece.blocks) == 1


def test_a_symbol_calls_no_note_many_pages_on() -> None:
    document = speech(paragraph("So it was.*", 1), paragraph("* A bullet in another place.", 900))
    assert find_footnotes(document, Report()) is document


def test_emphasis_is_found_in_every_kind_of_block() -> None:
    line = (Text(text="so *very* old"),)
    note = Note(marker="1", blocks=(Paragraph(children=line),))
    blocks = (
        Quote(blocks=(Paragraph(children=line),)),
        Verse(lines=(line,)),
        Table(rows=(Row(cells=(Cell(children=line),)),)),
        turn(Paragraph(children=(Text(text="noted"), note))),
    )
    piece = refined(find_emphasis, speech(*blocks))
    assert dump(Proceedings(body=(piece,))).count("so {em very} old") == len(blocks)


def test_emphasis_may_have_a_note_inside() -> None:
    note = Note(marker="1", blocks=(paragraph("below"),))
    before = Paragraph(children=(Text(text="the _Gazette"), note, Text(text=" of Vik_ has it")))
    piece = refined(find_emphasis, speech(before))
    assert isinstance(piece.blocks[0], Paragraph)
    assert inline_text(piece.blocks[0].children) == "the {em Gazette{note 1 paragraph: below} of Vik} has it"


@pytest.mark.parametrize("text", ["x =a= y and =2+3=", "a == b == c", "= apart =", "\ue000=stand in=\ue001"])
def test_equals_signs_of_equations_are_no_emphasis(text: str) -> None:
    document = speech(paragraph(text))
    assert find_emphasis(document, Report()) is document


def test_lists_nest_no_deeper_than_anybody_prints_them() -> None:
    text = "\n".join(" " * (2 * depth) + "- item" for depth in range(500))
    blocks = [paragraph(line.text, line.number) for line in printed(text).lines]
    piece = refined(partial(find_lists, source=printed(text)), speech(*blocks))
    assert dump(Proceedings(body=(piece,))).count("item -") == 500
