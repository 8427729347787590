"""What lines look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.model.nodes import MarkerStyle
from procpub.model.numerals import roman
from procpub.recovery.shapes import can_be_heading, has_inner_sentence, marker_of, roman_value


@pytest.mark.parametrize(
    ("text", "printed", "style", "number", "rest"),
    [
        ("1. Internal causes", "1.", MarkerStyle.DECIMAL, 1, "Internal causes"),
        ("(2) in brackets", "(2)", MarkerStyle.DECIMAL, 2, "in brackets"),
        ("b) half a bracket", "b)", MarkerStyle.LOWER_ALPHA, 2, "half a bracket"),
        ("iv. a numeral", "iv.", MarkerStyle.LOWER_ROMAN, 4, "a numeral"),
        ("XII) another", "XII)", MarkerStyle.UPPER_ROMAN, 12, "another"),
        ("- a. doubled", "- a.", MarkerStyle.LOWER_ALPHA, 1, "doubled"),
        ("- * doubled", "- *", MarkerStyle.BULLET, 0, "doubled"),
        ("• a bullet", "•", MarkerStyle.BULLET, 0, "a bullet"),
        ("1° premier", "1°", MarkerStyle.DECIMAL, 1, "premier"),
        ("2º segundo", "2º", MarkerStyle.DECIMAL, 2, "segundo"),
        ("3.- tercero", "3.-", MarkerStyle.DECIMAL, 3, "tercero"),
        ("4.—The fourth", "4.—", MarkerStyle.DECIMAL, 4, "The fourth"),
        ("1.2 Scope", "1.2", MarkerStyle.DECIMAL, 2, "Scope"),
        ("1.2.3. deeper", "1.2.3.", MarkerStyle.DECIMAL, 3, "deeper"),
        ("(a) in brackets", "(a)", MarkerStyle.LOWER_ALPHA, 1, "in brackets"),
        ("③第三", "③", MarkerStyle.DECIMAL, 3, "第三"),
        ("十二、会议", "十二、", MarkerStyle.DECIMAL, 12, "会议"),
        ("（二）会议", "（二）", MarkerStyle.DECIMAL, 2, "会议"),
        ("２．全角", "２．", MarkerStyle.DECIMAL, 2, "全角"),
        ("в) третий", "в)", MarkerStyle.LOWER_ALPHA, 3, "третий"),
        ("나. 둘째", "나.", MarkerStyle.LOWER_ALPHA, 2, "둘째"),
        ("Ⅳ. four", "Ⅳ.", MarkerStyle.UPPER_ROMAN, 4, "four"),
        ("\uf0b7 of a symbol font", "\uf0b7", MarkerStyle.BULLET, 0, "of a symbol font"),
        ("o\ttyped for a circle", "o", MarkerStyle.BULLET, 0, "typed for a circle"),
    ],
)
def test_markers_are_read_as_printed(text: str, printed: str, style: MarkerStyle, number: int, rest: str) -> None:
    marker = marker_of(text)
    assert marker is not None
    assert (marker.printed, marker.style, marker.number, marker.rest) == (printed, style, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2020. A year",
        "1.5 percent",
        "e.g. this",
        "e. g. this",
        "-dash",
        "*emphasis* first",
        "1.",
        "A word",
        "* * *",
        "A. B. Smith spoke",
        "12. May 1990",
        "3. Oktober war ein Mittwoch",
        "1º de mayo",
        "12. 5. 2016",
        "Li. Wang",
        "mix) of letters",
        "(s)he",
        "o presidente",
        "§ 1 of the law",
        "[1] a note",
    ],
)
def test_other_openings_are_no_markers(text: str) -> None:
    assert marker_of(text) is None


def test_a_month_that_is_a_word_too_needs_a_year_to_make_a_date() -> None:
    assert marker_of("2. May we ask for more") is not None
    assert marker_of("2. May 2019") is None


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("text", ["iiii", "vx", "abc", ""])
def test_letters_that_are_no_numeral_have_no_value(text: str) -> None:
    assert roman_value(text) == 0


def test_titles_before_names_end_no_sentence() -> None:
    assert not has_inner_sentence("Remarks by Mrs. Hart and Prof. Lee")
    assert has_inner_sentence("It was read. The delegates agreed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Definitions and concepts", True),
        ("How Will They Come to Us?", True),
        ("Is this a question in the text?", False),
        ("A sentence with its full stop.", False),
        ("Mr. President,", False),
        ("continued in small letters", False),
        ("", False),
    ],
)
def test_headings_do_not_end_as_running_text_does(text: str, expected: bool) -> None:
    assert can_be_heading(text) is expected
