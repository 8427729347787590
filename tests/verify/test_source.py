"""An edition beside the text that it was made from: what may differ, and what may not."""

import pytest

from procpub.verify.source import SourceLine, fidelity
from procpub.verify.witness import Block, Entry, Item, Kind, Listing, Note, Place, Witness


def lines(*texts: str, **decided: str) -> list[SourceLine]:
    """`decided` says what was decided about a line: line3="furniture"."""
    return [
        SourceLine(number, text, tuple(filter(None, [decided.get(f"line{number}")])))
        for number, text in enumerate(texts, start=1)
    ]


def edition(*paragraphs: str, **more: object) -> Witness:
    blocks = [
        Block(kind=Kind.PARAGRAPH, text=text, place=Place(f"paragraph {n}")) for n, text in enumerate(paragraphs, 1)
    ]
    return Witness(format="tei", blocks=blocks, **more)  # type: ignore[arg-type]


def test_the_same_words_are_no_departure() -> None:
    outcome = fidelity(lines("One two", "three."), edition("One two three."))
    assert (outcome.words, list(outcome.departures)) == (3, [])


@pytest.mark.parametrize(
    ("source", "said", "lost", "instead"),
    [
        pytest.param("One two three four.", "One two four.", "three", "", id="a word lost"),
        pytest.param("One two four.", "One two three four.", "", "three", id="a word put in"),
        pytest.param("One two three four.", "One two tree four.", "three", "tree", id="a word changed"),
        pytest.param("One two three four.", "One twothree four.", "two three", "twothree", id="words run together"),
        pytest.param("Page 12 of it.", "Page of it.", "12", "", id="a number in running text lost"),
    ],
)
def test_any_other_word_is_a_departure(source: str, said: str, lost: str, instead: str) -> None:
    (departure,) = fidelity(lines("First.", source), edition("First.", said)).departures
    assert (departure.line, departure.source, departure.edition) == (2, lost, instead)


def test_a_word_that_a_line_end_divides_is_whole_in_the_edition() -> None:
    assert fidelity(lines("The inter-", "national order"), edition("The international order")).departures == []
    assert fidelity(lines("The counter-", "terrorism order"), edition("The counter-terrorism order")).departures == []
    assert fidelity(lines("The inter- national order"), edition("The international order")).departures, "no line ends"


def test_leaders_and_page_numbers_of_the_contents_are_not_the_editions() -> None:
    contents = Listing(name="contents", entries=[Entry(label="Speech of Ann Lee", level=1, place=Place("contents"))])
    witness = edition("Speech of Ann Lee", "Words.", listings=[contents])
    outcome = fidelity(lines("1. Speech of Ann Lee ........ 7", "Speech of Ann Lee", "Words."), witness)
    assert list(outcome.departures) == []


def test_the_marker_of_an_item_is_no_word_of_the_text() -> None:
    witness = edition("Words.", items=[Item(1, "a.", 0, Place(""))])
    assert fidelity(lines("(a) Words."), witness).departures == []
    assert fidelity(lines("(b) Words."), witness).departures


def test_a_note_at_the_foot_of_the_page_stands_elsewhere() -> None:
    note = Note(text="See the annex.", place=Place(""), block=0, offset=3)
    witness = edition("One two three", "four.", notes=[note])
    assert fidelity(lines("One two three", "See the annex.", "four."), witness).departures == []


def test_the_title_page_may_say_more_than_the_source() -> None:
    assert fidelity(lines("Words."), edition("Words.", title_page="A Title from the Metadata")).departures == []


def test_what_was_decided_about_a_line_explains_what_differs_there_and_nowhere_else() -> None:
    witness = edition("One two", "four five")
    source = lines("One two", "A RUNNING HEAD", "four five", line2="furniture")
    assert fidelity(source, witness).departures == []
    assert fidelity(source, edition("One two", "four")).departures, "another line"


def test_a_decision_about_a_line_does_not_excuse_the_loss_of_others() -> None:
    source = lines("One two", "RUNNING HEAD", "A whole speech.", "four five", line2="furniture")
    (departure,) = fidelity(source, edition("One two", "four five")).departures
    assert "A whole speech." in departure.source


def test_the_colon_of_a_speakers_label_may_go_and_the_name_may_not() -> None:
    source = [SourceLine(1, "Dr. Maier (SPD):", (), has_label=True), SourceLine(2, "Words.")]
    assert fidelity(source, edition("Dr. Maier (SPD)", "Words.")).departures == []
    assert fidelity(source, edition("Dr. Meier (SPD)", "Words.")).departures


def test_a_paragraph_that_stands_elsewhere_is_a_departure() -> None:
    assert fidelity(
        lines("One two.", "Three four.", "Five six."), edition("Three four.", "Five six.", "One two.")
    ).departures


def test_a_note_that_the_source_has_not_is_a_departure() -> None:
    note = Note(text="Never printed.", place=Place("note 1"), block=0, offset=3)
    (departure,) = fidelity(lines("One two three"), edition("One two three", notes=[note])).departures
    assert (departure.line, departure.edition) == (0, "Never printed.")
