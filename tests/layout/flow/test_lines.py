"""Paragraphs are broken into lines as word processors break them."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from procpub.layout.fallback import Fonts
from procpub.layout.flow.lines import TWIPS, Lines, Run, Widths, broken, line_starts
from procpub.style import load_style

FONTS = Fonts(load_style("default"))
PLAIN = Widths(FONTS.chain("text", bold=False, italic=False), 10.0)
BOLD = Widths(FONTS.chain("text", bold=True, italic=False), 14.0)
CAPITALS = Widths(FONTS.chain("text", bold=False, italic=False), 10.0, capitals=True)


def twips(text: str, widths: Widths = PLAIN) -> float:
    return widths.width(text) * TWIPS


def lines(text: str, measure: str, *, less: int = 0) -> int:
    """How many lines a text takes in a column that is as wide as another, or some twips less."""
    return broken([Run(PLAIN, text)], twips(measure) - less, twips(measure) - less).number


def standing(words: Sequence[str], first: str, rest: str) -> tuple[int, ...]:
    """On which line each of the words begins."""
    runs = [Run(PLAIN, f"{word} ") for word in words]
    return broken(runs, twips(first), twips(rest), range(len(runs))).marked


def test_a_line_takes_what_goes_on_it_to_the_last_twip() -> None:
    assert standing(["one", "two", "six", "ten"], "one two", "one two") == (0, 0, 1, 1)
    assert lines("AV. To, AV.", "AV. To,") == 2
    assert lines("AV. To, AV.", "AV. To,", less=1) == 3


def test_the_space_at_the_end_of_a_line_does_not_count() -> None:
    assert lines("one two ", "one two") == 1
    assert lines("one two   ", "one two") == 1
    assert broken([Run(PLAIN, "one two"), Run(BOLD, " ")], twips("one two"), 1.0).number == 1


def test_nor_do_several_spaces_there() -> None:
    assert lines("one two  one two", "one two") == 2
    assert broken([Run(PLAIN, "one two "), Run(BOLD, " ")], twips("one two"), twips("one two")).number == 1


def test_nor_does_the_space_of_another_format() -> None:
    assert broken([Run(PLAIN, "one"), Run(BOLD, " "), Run(PLAIN, "one")], twips("one"), twips("one")).number == 2


@pytest.mark.parametrize("word", ["COVID-19", "hush--quiet", "well-known"])
def test_lines_end_after_hyphens_before_letters_and_digits(word: str) -> None:
    head = word[: word.rindex("-") + 1]
    assert lines(f"is {word}", f"is {head}") == 2
    assert lines(f"is {word}", f"is {head}", less=1) == 3  # the head alone, and then the rest
    assert lines(word, word) == 1


def test_no_line_ends_after_an_opening_hyphen() -> None:
    assert twips("is -") < twips("5 is")
    assert lines("is -5 is", "5 is") == 3


def test_runs_of_two_formats_are_parted_at_spaces_only() -> None:
    measure = twips("one tw")
    together = [Run(PLAIN, "one tw"), Run(BOLD, "o"), Run(PLAIN, ".")]
    assert broken(together, measure, measure, (0, 1, 2)) == Lines(2, (0, 1, 1))
    for before, after in (("one ", "two"), ("one", " two")):
        apart = [Run(PLAIN, before), Run(BOLD, after)]
        assert broken(apart, measure, twips("two", BOLD)).number == 2
    hyphen = [Run(PLAIN, "COVID-"), Run(BOLD, "19")]
    assert broken(hyphen, twips("COVID-") + twips("19", BOLD), 1.0).number == 1


@pytest.mark.parametrize(
    ("text", "number"), [("one\ntwo", 2), ("one\n", 1), ("\none", 2), ("one\n\ntwo", 3), ("\n", 1), ("\n\n", 2)]
)
def test_a_line_feed_ends_a_line_and_one_at_the_end_adds_none(text: str, number: int) -> None:
    assert lines(text, "one two three") == number
    each = [Run(widths, character) for character, widths in zip(text, (PLAIN, BOLD) * len(text), strict=False)]
    assert broken(each, 9999.0, 9999.0).number == number


def test_a_word_that_is_wider_than_its_line_goes_on_over_the_next_ones() -> None:
    assert lines("n" * 8, "nnnn") == 2
    assert lines("n" * 9, "nnnn") == 3
    assert lines("n" * 9 + " nn", "nnnn") == 3  # what follows stands behind its end
    assert lines("a " + "n" * 9, "nnnn") == 4  # it begins on a line of its own


def test_the_first_line_may_be_shorter_than_the_rest_and_no_other_is() -> None:
    assert standing(["one", "two", "six", "ten"], "one", "two six") == (0, 1, 1, 2)
    assert lines("one\ntwo six", "two six") == broken([Run(PLAIN, "one\ntwo six")], twips("one"), twips("two six"))[0]


def test_there_is_an_end_to_lines_without_any_width() -> None:
    assert broken([Run(PLAIN, "a b")], -20.0, 0.0).number >= 2


def test_chinese_is_broken_between_characters_but_not_before_closing_marks() -> None:
    assert lines("中国国际问题问题", "中国国际") == 2
    assert lines("中国国际，题问题", "中国国际") == 3
    assert lines("中国国际问题问题", "中国国际", less=1) == 3


AFTER_NO_SPACE = "a line that begins after no space is thought one space shorter than it is"


def test_every_line_of_chinese_takes_the_same() -> None:
    assert lines("中" * 10, "中" * 4, less=1) == 4


def test_runs_that_are_looked_for_are_found_on_the_lines_that_they_begin_on() -> None:
    call = Run(PLAIN, "1")
    runs = [Run(PLAIN, "one two"), call, Run(PLAIN, " six"), call, Run(BOLD, "\nten"), Run(PLAIN, " one two"), call]
    assert broken(runs, twips("one two1"), twips("one two1"), (1, 3, 6)) == Lines(4, (0, 1, 3))
    assert broken(runs, 9999.0, 9999.0, (3, 4, 5)) == Lines(2, (0, 0, 1))


def test_a_run_that_is_all_there_is_is_found_too() -> None:
    assert broken([Run(PLAIN, "1")], 999.0, 999.0, (0,)) == Lines(1, (0,))


def test_an_empty_paragraph_has_one_line_and_nothing_none() -> None:
    assert lines("", "x") == 1
    assert broken([Run(PLAIN, ""), Run(BOLD, "")], 9.0, 9.0, (1,)) == Lines(1, (0,))
    assert broken([], 9.0, 9.0) == Lines(1)


def test_spaces_alone_are_one_line() -> None:
    assert lines("     ", "x") == 1
    assert broken([Run(PLAIN, " "), Run(BOLD, "     ")], twips("one"), twips("one")).number == 1


def test_what_does_not_show_takes_no_room() -> None:
    assert lines("one \u200b\u00adtwo", "one two") == 1
    assert PLAIN["\u200b"] == PLAIN[""] == (PLAIN.space,)


def test_capitals_are_measured_where_capitals_are_shown() -> None:
    assert CAPITALS["straße-mit"] == PLAIN["STRASSE-MIT"] != PLAIN["straße-mit"]
    assert CAPITALS.width("straße") == PLAIN.width("STRASSE")
    assert CAPITALS["中"] == PLAIN["中"]


TOLERANCE = 1.0
"""The letters below are not kerned with spaces or hyphens: so whole lines are as wide as their words."""

words = st.text("ghijlmnstuz", min_size=1, max_size=6)
measures = st.integers(1300, 4000)


def greedy(text: str, first: float, rest: float) -> int:
    """The number of lines, found by trying how wide each line would be with one more word, or part of one."""
    full = [""]
    for part in re.findall(r" ?[a-z]+-?", text):
        longer = full[-1] + part
        if twips(longer.strip()) <= (rest if full[1:] else first):
            full[-1] = longer
        else:
            full.append(part)
    return len(full)


@pytest.mark.parametrize("joint", [" ", "-"])
@given(drawn=st.lists(st.lists(words, min_size=1, max_size=2), min_size=1, max_size=50), first=measures, rest=measures)
@example(drawn=[["mmmmm", "mmm"], ["mmm"]], first=1300, rest=1200)
def test_no_line_could_take_more_and_none_takes_too_much(
    joint: str, drawn: list[list[str]], first: int, rest: int
) -> None:
    text = " ".join(joint.join(each) for each in drawn)
    number = broken([Run(PLAIN, text)], first, rest).number
    assert greedy(text, first + TOLERANCE, rest + TOLERANCE) <= number
    assert number <= greedy(text, first - TOLERANCE, rest - TOLERANCE)


@given(st.lists(words, min_size=1, max_size=60), measures, st.booleans())
def test_it_makes_no_difference_how_a_text_is_cut_into_runs(
    drawn: list[str], measure: int, spaces_behind: bool
) -> None:
    whole = broken([Run(PLAIN, " ".join(drawn))], measure, measure).number
    runs = [Run(PLAIN, drawn[0]), *(Run(PLAIN, f" {word}") for word in drawn[1:])]
    if spaces_behind:
        runs = [*(Run(PLAIN, f"{word} ") for word in drawn[:-1]), Run(PLAIN, drawn[-1])]
    found = broken([*runs, Run(PLAIN, "")], measure, measure, range(len(runs)))
    assert found.number == whole
    assert found.marked == tuple(sorted(found.marked))
    assert found.marked[0] == 0
    assert found.marked[-1] < whole


def cut(text: str, measure: str, *, widths: Widths = PLAIN, parts: Sequence[int] = ()) -> list[str]:
    """The lines of a text in a column that is as wide as another, the text being in runs that begin at `parts` too."""
    begins = (0, *parts, len(text))
    runs = [Run(widths, text[begin:end]) for begin, end in pairwise(begins)]
    width = twips(measure, widths)
    number = broken(runs, width, width).number
    starts = line_starts(runs, width, width, range(number))
    return [text[begin:end] for begin, end in pairwise((*starts, len(text)))]


def test_the_characters_that_lines_begin_with_are_behind_spaces_hyphens_and_line_ends() -> None:
    assert cut("one two six ten", "one two") == ["one two ", "six ten"]
    assert cut("one two  six ten", "one two") == ["one two  ", "six ten"]
    assert cut("is COVID-19", "is COVID-") == ["is COVID-", "19"]
    assert cut("one\ntwo six ten", "two six") == ["one\n", "two six ", "ten"]
    assert cut("中国国际，题问题", "中国国际") == ["中国国", "际，题问", "题"]
    assert cut("one two ten", "one two", parts=(2, 5)) == ["one two ", "ten"]
    assert cut("COVID-19 is", "COVID-", parts=(3,)) == ["COVID-", "19 is"]
    assert cut("one two\nsix ten", "one two", parts=(4, 7, 8)) == ["one two\n", "six ten"]


def test_soft_hyphens_that_are_used_up_are_counted() -> None:
    assert cut("a\u00adb\u2060c-d\u200bdd", "abc-") == ["a\u00adb\u2060c-", "d\u200bdd"]
    assert cut("one \u00adone", "one") == ["one ", "\u00adone"]


def test_letters_that_are_two_as_capitals_are_one() -> None:
    assert cut("ßß-ßß-ß", "ßß-", widths=CAPITALS) == ["ßß-", "ßß-", "ß"]


def test_a_space_at_the_beginning_is_counted_but_stands_on_no_line() -> None:
    assert cut(" one one", "one") == ["one ", "one"]


def test_a_line_inside_of_a_word_is_said_to_begin_behind_it_and_one_that_there_is_not_behind_all() -> None:
    width = twips("nnnn")
    assert line_starts([Run(PLAIN, "n" * 9 + " nnn")], width, width, [1, 2, 3]) == [10, 10, 10]
    assert line_starts([Run(PLAIN, "a\nb c")], width, width, [0, 1, 2, 7]) == [0, 2, 6, 6]
    assert line_starts([], width, width, [0, 1]) == [0, 1]
    assert line_starts([Run(PLAIN, "")], width, width, [0]) == [0]


@given(st.lists(words, min_size=1, max_size=60), measures, st.lists(st.integers(0, 300), max_size=5))
def test_lines_begin_where_the_runs_of_their_words_are_found(drawn: list[str], measure: int, cuts: list[int]) -> None:
    runs = [Run(PLAIN, f"{word} ") for word in drawn]
    found = broken(runs, measure, measure, range(len(runs)))
    places = list(accumulate((len(run.text) for run in runs), initial=0))
    first = [found.marked.index(line) for line in range(found.number) if line in found.marked]
    text = "".join(run.text for run in runs)
    whole = line_starts([Run(PLAIN, text)], measure, measure, sorted(set(found.marked)))
    assert whole == [places[index] for index in first]
    begins = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    parts = [Run(PLAIN, text[begin:end]) for begin, end in pairwise(begins)]
    assert line_starts(parts, measure, measure, sorted(set(found.marked))) == whole
