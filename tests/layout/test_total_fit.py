"""Justified paragraphs are broken as a whole."""

from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.boxes import Line, Piece
from procpub.layout.breaking import After
from procpub.layout.lines import first_fit, set_line
from procpub.layout.total_fit import total_fit
from tests.layout.fakes import piece, pieces_of

FABLE = (
    "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the "
    "youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her "
    "face."
)
"""What Knuth and Plass set as their example."""


class Halves:
    """Divides every word in its middle."""

    def __init__(self, word: Piece) -> None:
        middle = len(word.text) // 2
        self.lefts = (5.0 * middle,)
        self.reaches = (5.0 * middle + 5.0,)

    def parts(self, word: Piece, number: int) -> tuple[Piece, Piece]:
        middle = len(word.text) // 2
        tail = piece(word.text[middle:], word.after)
        return piece(word.text[:middle] + "\u00ad"), tail


def divisible(text: str) -> list[Piece]:
    pieces = pieces_of(text)
    for made in pieces:
        if len(made.text) > 3:
            made.divisions = Halves(made)
    return pieces


def set_lines(pieces: list[Piece], measure: float, *, hyphenate: bool = False) -> list[Line]:
    return [
        set_line(words, x=0.0, y=0.0, measure=measure, align="justify", element=None)
        for words in total_fit(pieces, measure, measure, hyphenate=hyphenate)
    ]


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_paragraph_that_fits_is_one_line() -> None:
    assert texts(set_lines(pieces_of("one two"), 35.0)) == ["one two"]


def test_no_word_is_lost_doubled_or_moved() -> None:
    assert " ".join(texts(set_lines(pieces_of(FABLE), 250.0))) == FABLE


def test_spaces_are_more_even_than_where_each_line_is_filled() -> None:
    pieces = pieces_of(FABLE)
    whole = [line.word_space for line in set_lines(pieces, 250.0)][:-1]
    filled = [
        set_line(words, x=0.0, y=0.0, measure=250.0, align="justify", element=None).word_space
        for words in first_fit(pieces, 250.0, 250.0)
    ][:-1]
    assert pstdev(whole) < pstdev(filled)


def test_words_are_divided_only_if_lines_would_be_loose_without() -> None:
    assert "\u00ad" not in "".join(texts(set_lines(divisible(FABLE), 250.0, hyphenate=True)))
    narrow = texts(set_lines(divisible("aaaa bbbbbbbbbbbb cccccccc dd"), 62.0, hyphenate=True))
    assert any(line.endswith("\u00ad") for line in narrow)
    assert "".join(narrow).replace("\u00ad", "").replace(" ", "") == "aaaabbbbbbbbbbbbccccccccdd"


def test_without_leave_to_hyphenate_no_word_is_divided() -> None:
    assert "\u00ad" not in "".join(texts(set_lines(divisible("aaaa bbbbbbbbbbbb cccccccc dd"), 62.0)))


def test_a_soft_hyphen_of_the_source_may_end_a_line() -> None:
    pieces = pieces_of("aaaa bbbb\u00adcccc dddd eeee")
    assert texts(set_lines(pieces, 52.0))[0] == "aaaa bbbb\u00ad"


def test_a_line_break_ends_a_line_which_is_not_stretched() -> None:
    pieces = [*pieces_of("one two"), piece("", After.FORCED), *pieces_of("three")]
    lines = set_lines(pieces, 60.0)
    assert texts(lines) == ["one two", "three"]
    assert lines[0].word_space == 0.0


def test_the_first_line_may_be_shorter() -> None:
    lines = total_fit(pieces_of("aaaa bbbb cccc dddd"), 25.0, 50.0, hyphenate=False)
    assert [len(words.pieces) for words in lines] == [1, 2, 1]


def test_the_gaps_between_ideographs_fill_a_chinese_line() -> None:
    pieces = pieces_of("中国国际问题研究院中国国际问题研究院")
    for made in pieces[:-1]:
        made.gap = 0.15
    lines = set_lines(pieces, 51.0)
    assert all(line.width == pytest.approx(51.0) for line in lines[:-1])


def test_where_nothing_fits_well_lines_are_filled() -> None:
    assert texts(set_lines(pieces_of("aaaaaaaaaaaa b cccccccccccc"), 60.0)) == ["aaaaaaaaaaaa", "b", "cccccccccccc"]


words = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=60).map(" ".join)


@given(words, st.integers(50, 300))
def test_every_justified_line_is_as_wide_as_the_measure_or_left_ragged(text: str, measure: int) -> None:
    for line in set_lines(divisible(text), float(measure), hyphenate=True)[:-1]:
        natural = line.word_space == 0.0 and line.expansion == 1.0
        assert natural or line.width == pytest.approx(measure)


@given(words, st.integers(50, 300))
def test_hyphenated_or_not_every_letter_stays(text: str, measure: int) -> None:
    lines = texts(set_lines(divisible(text), float(measure), hyphenate=True))
    joined = " ".join(lines).replace("\u00ad ", "")
    assert joined == text


def glued(words: list[list[str]]) -> list[Piece]:
    """Words of several pieces, as where emphasis ends inside them; each piece by itself could be divided."""
    out: list[Piece] = []
    for parts in words:
        made = [piece(part) for part in parts]
        made[-1] = piece(parts[-1], After.SPACE)
        out += made
    for each in out:
        if len(each.text) > 3:
            each.divisions = Halves(each)
    return out


glued_words = st.lists(
    st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=3), min_size=1, max_size=40
)


@given(glued_words, st.integers(60, 200))
def test_words_of_several_pieces_keep_all_their_letters(words: list[list[str]], measure: int) -> None:
    lines = texts(set_lines(glued(words), float(measure), hyphenate=True))
    assert " ".join(lines).replace("\u00ad ", "") == " ".join("".join(parts) for parts in words)
