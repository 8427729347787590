"""Where a line may end inside a word: word processors take more places than typesetters do."""

import pytest

from procpub.layout.breaking import segments


def stretches(word: str, *, after_any_hyphen: bool) -> tuple[str, ...]:
    return tuple(text for text, _ in segments(word, after_any_hyphen=after_any_hyphen))


@pytest.mark.parametrize(
    "parts",
    [("COVID-", "19"), ("1990-", "1995"), ("hush--", "quiet"), ("75-", "1-", "B"), ("x\u2010", "2")],
)
def test_word_processors_end_lines_after_hyphens_that_typesetters_leave_alone(parts: tuple[str, ...]) -> None:
    assert stretches("".join(parts), after_any_hyphen=True) == parts
    assert parts[0] not in stretches("".join(parts), after_any_hyphen=False)


def test_both_end_lines_after_hyphens_between_letters() -> None:
    for any_hyphen in (False, True):
        assert stretches("well-to-do", after_any_hyphen=any_hyphen) == ("well-", "to-", "do")
        assert stretches("he\u00adre/the\u200bre", after_any_hyphen=any_hyphen) == ("he", "re/", "the", "re")


@pytest.mark.parametrize(
    "word",
    [
        *("-5", "--5", "-x", "-", "--", "a--", "pre-", "-,", "x-,y", "19-)"),
        "COVID-\u206019",
        "(-5)",
    ],
)
def test_no_line_ends_after_a_hyphen_that_opens_or_closes_a_word_or_is_joined_to_the_next(word: str) -> None:
    assert stretches(word, after_any_hyphen=True) == (word.replace("\u2060", ""),)


def test_a_word_of_which_nothing_shows_has_no_stretches() -> None:
    assert stretches("\u200b\u00ad", after_any_hyphen=True) == ()
