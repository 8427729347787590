"""What stands before a list's items."""

import pytest

from procpub.model.markers import marker_text, note_marker
from procpub.model.nodes import Item, ItemList, MarkerStyle, Note, Paragraph, Text

BLOCKS = (Paragraph(children=(Text(text="x"),)),)


def listed(style: MarkerStyle, *printed: str, start: int = 1) -> list[str]:
    items = tuple(Item(marker=marker, blocks=BLOCKS) for marker in printed)
    item_list = ItemList(style=style, start=start, items=items)
    return [marker_text(item_list, index) for index in range(len(items))]


def test_a_printed_number_is_kept_without_the_dash_before_it() -> None:
    assert listed(MarkerStyle.LOWER_ALPHA, "- a.", "b)", "(d)") == ["a.", "b)", "(d)"]


def test_a_printed_word_stays_with_its_number() -> None:
    assert listed(MarkerStyle.DECIMAL, "Article 3.", "* Art. 4", "§") == ["Article 3.", "Art. 4", "§"]


def test_bullets_are_all_alike() -> None:
    assert listed(MarkerStyle.BULLET, "-", "- *", "") == ["•", "•", "•"]


@pytest.mark.parametrize(
    ("style", "start", "expected"),
    [
        (MarkerStyle.DECIMAL, 9, ["9.", "10."]),
        (MarkerStyle.LOWER_ALPHA, 26, ["z.", "aa."]),
        (MarkerStyle.UPPER_ALPHA, 3, ["C.", "D."]),
        (MarkerStyle.LOWER_ROMAN, 4, ["iv.", "v."]),
        (MarkerStyle.UPPER_ROMAN, 3999, ["MMMCMXCIX.", "4000."]),
        (MarkerStyle.LOWER_ALPHA, 0, ["0.", "a."]),
    ],
)
def test_without_a_printed_marker_the_style_numbers(style: MarkerStyle, start: int, expected: list[str]) -> None:
    assert listed(style, "", "", start=start) == expected


@pytest.mark.parametrize(
    ("printed", "kept"), [("†", "†"), ("(a)", "a"), ("*", ""), ("[12]", ""), ("", ""), ("\u2028", "")]
)
def test_notes_keep_letters_and_daggers_but_no_numbers_of_the_sources_pages(printed: str, kept: str) -> None:
    assert note_marker(Note(marker=printed, blocks=BLOCKS)) == kept
