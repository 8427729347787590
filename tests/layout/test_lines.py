"""Paragraphs are broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.breaking import segments
from procpub.layout.lines import Slice, break_lines, fitted, set_line, stretchable
from procpub.layout.text import Piece
from procpub.style import Align
from tests.layout.fakes import pieces_of


def broken(text: str, characters: int, *, fit: bool = False) -> list[str]:
    """The lines of a text in a measure of so many characters."""
    pieces: list[Piece] = pieces_of(text)
    if fit:
        pieces = fitted(pieces, 5.0 * characters)
    lines = break_lines(pieces, 5.0 * characters, 5.0 * characters)
    return [shown(pieces, line) for line in lines]


def shown(pieces: list[Piece], line: Slice) -> str:
    mark = set_line(pieces, line, x=0, y=0, measure=100, align="left")
    return "".join(run.text for run in mark.runs)


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert broken("one two three four", 9) == ["one two", "three", "four"]


def test_a_line_may_be_exactly_full() -> None:
    assert broken("one two three", 7) == ["one two", "three"]


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    assert broken("pro\u00adceed\u00adings", 8) == ["proceed-", "ings"]
    assert broken("pro\u00adceed\u00adings", 7) == ["pro-", "ceed-", "ings"]
    assert broken("pro\u00adceed\u00adings", 11) == ["proceedings"]


def test_no_line_ends_at_a_no_break_space() -> None:
    assert broken("in 10\u00a0000 words", 7) == ["in", "10\u00a0000", "words"]


def test_lines_end_after_hyphens_in_words_but_not_in_numbers_or_before_them() -> None:
    assert broken("counter-terrorism", 9) == ["counter-", "terrorism"]
    assert [text for text, _ in segments("2020-12-22")] == ["2020-12-22"]
    assert [text for text, _ in segments("-x")] == ["-x"]


def test_chinese_breaks_between_characters_but_not_before_closing_marks_or_after_opening_ones() -> None:
    assert broken("中国国际，问题", 4) == ["中国国", "际，问题"]
    assert broken("中国国（问题）", 4) == ["中国国", "（问题）"]


def test_a_word_that_is_wider_than_its_line_is_cut() -> None:
    assert broken("a Donaudampfschiff b", 6, fit=True) == ["a Dona", "udampf", "schiff", "b"]


def test_cutting_leaves_combining_marks_with_their_letters() -> None:
    assert broken("ee\u0301ee\u0301ee\u0301", 3, fit=True) == ["ee\u0301", "ee\u0301", "ee\u0301"]


@pytest.mark.parametrize(
    ("align", "x", "space"), [("left", 0, 0), ("right", 15, 0), ("center", 7.5, 0), ("justify", 0, 7.5)]
)
def test_alignment(align: Align, x: float, space: float) -> None:
    pieces = pieces_of("aa bb cc dd")
    first = break_lines(pieces, 55.0, 55.0)[0]._replace(last=False)
    line = set_line(pieces, first._replace(stop=5, width=40), x=0, y=0, measure=55, align=align)
    assert (line.x, line.word_space) == (x, space)


def test_the_last_line_of_a_justified_paragraph_is_not_stretched() -> None:
    pieces = pieces_of("aa bb")
    assert set_line(pieces, break_lines(pieces, 99, 99)[0], x=0, y=0, measure=99, align="justify").word_space == 0


def test_a_line_that_would_be_torn_apart_is_left_ragged() -> None:
    pieces = pieces_of("a b")
    line = Slice(0, 3, 15.0, hyphen=False, last=False)
    assert set_line(pieces, line, x=0, y=0, measure=99, align="justify").word_space == 0


@given(st.text("ab -\u00ad中，“”\u00a0é/", max_size=60), st.integers(1, 12))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, characters: int) -> None:
    lines = broken(text, characters, fit=True)
    assert all(len(line) <= characters for line in lines if len(line) > 1)
    assert letters("".join(lines)) == letters(text)


@given(st.text("ab c", min_size=1, max_size=60), st.integers(4, 12))
def test_justified_lines_are_as_wide_as_the_measure(text: str, characters: int) -> None:
    pieces = fitted(pieces_of(" ".join(text.split())), 5.0 * characters)
    for line in break_lines(pieces, 5.0 * characters, 5.0 * characters):
        mark = set_line(pieces, line, x=0, y=0, measure=5.0 * characters, align="justify")
        if mark.word_space:
            spaces = sum(map(stretchable, mark.runs))
            assert line.width + spaces * mark.word_space == pytest.approx(5.0 * characters)


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
