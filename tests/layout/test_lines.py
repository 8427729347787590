"""Pieces stand on lines; ragged text takes as much on each as goes on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.boxes import Line, Piece
from procpub.layout.breaking import After, segments
from procpub.layout.lines import EXPANSION, Words, first_fit, fitted, link_areas, set_line, words_of
from procpub.layout.structure import Element, Kind
from procpub.style import Align
from tests.layout.fakes import LOOK, piece, pieces_of


def broken(text: str, characters: int, *, fit: bool = False) -> list[str]:
    """The lines of a text in a measure of so many characters."""
    pieces: list[Piece] = pieces_of(text)
    if fit:
        pieces = fitted(pieces, 5.0 * characters)
    return [shown(words) for words in first_fit(pieces, 5.0 * characters, 5.0 * characters)]


def placed(words: Words, align: Align = "left", measure: float = 100.0) -> Line:
    return set_line(words, x=0.0, y=0.0, measure=measure, align=align, element=None)


def shown(words: Words) -> str:
    return placed(words).text


def test_a_line_takes_as_many_words_as_fit() -> None:
    assert broken("one two three four", 9) == ["one two", "three", "four"]


def test_a_line_may_be_exactly_full() -> None:
    assert broken("one two three", 7) == ["one two", "three"]


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    assert broken("pro\u00adceed\u00adings", 8) == ["proceed\u00ad", "ings"]
    assert broken("pro\u00adceed\u00adings", 7) == ["pro\u00ad", "ceed\u00ad", "ings"]
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


def test_a_line_break_ends_a_line_and_one_at_the_end_adds_none() -> None:
    pieces = [piece("one", After.JOIN), piece("", After.FORCED), piece("two", After.JOIN), piece("", After.FORCED)]
    assert [shown(words) for words in first_fit(pieces, 99, 99)] == ["one", "two"]


def test_two_line_breaks_leave_an_empty_line_between() -> None:
    pieces = [piece("one"), piece("", After.FORCED), piece("", After.FORCED), piece("two")]
    assert [shown(words) for words in first_fit(pieces, 99, 99)] == ["one", "", "two"]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("right", 15), ("center", 7.5)])
def test_ragged_lines_stand_left_right_or_in_the_middle(align: Align, x: float) -> None:
    line = placed(words_of(pieces_of("aa bb cc"), last=False), align, 55.0)
    assert (line.x, line.word_space, line.width) == (x, 0.0, 40.0)


def test_a_justified_line_is_as_wide_as_the_measure_by_its_spaces_and_a_little_by_its_glyphs() -> None:
    line = placed(words_of(pieces_of("aa bb cc"), last=False), "justify", 44.0)
    assert (40.0 + 2 * line.word_space) * line.expansion == pytest.approx(44.0)
    assert 1 < line.expansion <= 1 + EXPANSION
    assert line.word_space > 0


def test_a_full_line_is_made_narrower_in_the_same_way() -> None:
    line = placed(words_of(pieces_of("aa bb cc"), last=False), "justify", 39.0)
    assert (40.0 + 2 * line.word_space) * line.expansion == pytest.approx(39.0)
    assert 1 - EXPANSION <= line.expansion < 1
    assert line.word_space < 0


def test_no_break_spaces_stretch_like_others() -> None:
    line = placed(words_of(pieces_of("a\u00a0a bb"), last=False), "justify", 38.0)
    assert (30.0 + 2 * line.word_space) * line.expansion == pytest.approx(38.0)


def test_the_last_line_of_a_justified_paragraph_is_not_stretched() -> None:
    line = placed(words_of(pieces_of("aa bb"), last=True), "justify")
    assert (line.word_space, line.expansion) == (0.0, 1.0)


def test_a_line_that_would_be_torn_apart_is_left_ragged() -> None:
    assert placed(words_of(pieces_of("a b"), last=False), "justify").word_space == 0.0


def test_a_hyphen_hangs_out_of_the_right_margin() -> None:
    pieces = [piece("aa", After.SPACE), piece("bb-")]
    pieces[-1].hang_right = 3.0
    line = placed(words_of(pieces, last=False), "justify", 30.0)
    assert line.x + line.width == 33.0


def linked(*texts: str) -> tuple[list[Piece], Element]:
    """Words of a link."""
    link = Element(Kind.PARAGRAPH).inline(Kind.LINK, target="https://example.org")
    pieces = [piece(text, After.SPACE) for text in texts]
    for made in pieces:
        made.space, made.look = 5.0, LOOK._replace(element=link)
    return pieces, link


def test_the_words_of_a_link_are_one_area_with_the_spaces_between_them() -> None:
    pieces, link = linked("two", "words")
    line = placed(words_of([*pieces_of("a "), *pieces, *pieces_of("b")], last=True))
    (area,) = link_areas(line, 1.0, 12.0)
    assert (area.x, area.y, area.width, area.height) == (10.0, 1.0, 45.0, 12.0)
    assert (area.element, area.target) == (link, "https://example.org")


def test_areas_follow_the_spaces_of_a_justified_line() -> None:
    pieces, _ = linked("link")
    line = placed(words_of([*pieces_of("aa "), *pieces], last=False), "justify", 38.0)
    (area,) = link_areas(line, 0.0, 12.0)
    assert area.x + area.width == pytest.approx(38.0)


@given(st.text("ab -\u00ad中，“”\u00a0é/", max_size=60), st.integers(1, 12))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, characters: int) -> None:
    lines = broken(text, characters, fit=True)
    assert all(len(line) <= characters for line in lines if len(line) > 1)
    assert letters("".join(lines)) == letters(text)


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
