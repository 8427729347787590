"""Titles are broken into lines that make sense."""

from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.balance import balanced
from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.lines import first_fit, words_of
from tests.layout.fakes import piece, pieces_of


def broken(title: str, characters: int) -> list[str]:
    return [" ".join(each.text for each in words.pieces) for words in balanced(pieces_of(title), 5.0 * characters)]


def test_a_title_that_fits_is_one_line() -> None:
    assert broken("A short title", 20) == ["A short title"]


def test_lines_are_about_equally_long() -> None:
    assert broken("Seminar about something rather important", 32) == ["Seminar about something", "rather important"]


def test_no_line_ends_in_a_short_word_if_that_can_be_helped() -> None:
    assert broken("Response on Climate", 11) == ["Response", "on Climate"]


def test_a_line_break_in_a_title_stays() -> None:
    pieces = [*pieces_of("One"), piece("", After.FORCED), *pieces_of("Two")]
    assert [shown(words.pieces) for words in balanced(pieces, 100.0)] == ["One", "Two"]


def test_a_word_wider_than_the_line_is_left_as_it_is() -> None:
    assert broken("a Donaudampfschiffahrtsgesellschaft b", 10) == ["a", "Donaudampfschiffahrtsgesellschaft", "b"]


@given(st.lists(st.text("abcdef", min_size=1, max_size=12), min_size=1, max_size=14).map(" ".join), st.integers(12, 60))
def test_a_title_takes_as_few_lines_as_it_can_and_loses_nothing(title: str, characters: int) -> None:
    lines = broken(title, characters)
    assert len(lines) == len(first_fit(pieces_of(title), 5.0 * characters, 5.0 * characters))
    assert " ".join(lines) == title
    assert all(words_of(pieces_of(line), last=True).width <= 5.0 * characters for line in lines)


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(each.text for each in pieces)
