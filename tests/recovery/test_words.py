"""Words divided at line ends: the document's own words decide, then the patterns of its language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.recovery.hyphenation import is_division
from procpub.recovery.words import divided, words_of

SHIPS = [
    "The Shipowners' report on cooperation, counter-terrorism and counter-narratives, said the Mayor of New-Town.",
    "A lighthouse keeper of long standing, one term, and an old friend, spoke of the far north and the right course.",
    "L'intervention de M. Blanc; the reported losses; the UN mandate.",
]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("coop", "eration", "cooperation"),
        ("“Coop", "eration,”", "“Cooperation,”"),
        ("counter", "terrorism", "counter-terrorism"),
        ("counter", "measures", "counter-measures"),
        ("un", "known", "unknown"),
        ("re", "porter", "reporter"),
        ("l'inter", "vention", "l'intervention"),
    ],
)
def test_the_documents_own_words_decide(left: str, right: str, whole: str) -> None:
    assert words_of(SHIPS, "en").join_divided(left, right) == whole


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("light", "keeper", "lightkeeper"),  # the patterns divide light-keep-er
        ("long", "term", "long-term"),  # but not here: two words that a hyphen joins
    ],
)
def test_between_two_words_the_patterns_of_the_language_decide(left: str, right: str, whole: str) -> None:
    assert words_of(SHIPS, "en").join_divided(left, right) == whole


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Bergen", "Belsen", "Bergen-Belsen"),
        ("Nicht", "EU", "Nicht-EU"),
        ("UN", "led", "UN-led"),
        ("E", "Mail", "E-Mail"),
        ("X", "ray", "X-ray"),
        ("15", "jährig", "15-jährig"),
        ("COVID", "19", "COVID-19"),
        ("COMMIT", "TEE", "COMMITTEE"),
    ],
)
def test_capitals_and_digits_keep_their_hyphen_unless_the_whole_word_is_in_capitals(
    left: str, right: str, whole: str
) -> None:
    assert words_of([], "de").join_divided(left, right) == whole


def test_the_halves_of_divided_words_testify_to_nothing() -> None:
    lines = ["They signed the coop-", "eration treaty, a coop-", "eration of two."]
    words = words_of(lines, "en")
    assert words.folded["coop"] == 0
    assert words.join_divided("coop", "eration") == "cooperation"


def test_a_source_that_divides_no_words_breaks_lines_after_real_hyphens_only() -> None:
    lines = ["A tax-", "payer of the law-", "abiding kind in the poor-", "house", "tax payer law abiding poor house"]
    assert words_of(lines, "en").join_divided("law", "abiding") == "law-abiding"
    assert words_of(lines[-1:], "en").join_divided("poor", "house") == "poorhouse"


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("Hin-", "und", "de"),
        ("Ein-", "bzw.", "de"),
        ("pre-", "and", "en"),
        ("two-", "to", "en"),
        ("voor-", "en", "nl"),
        ("syd-", "och", "sv"),
        ("vor-", "oder", ""),
        ("war", "time", "en"),
        ("he said –", "no", "en"),
        ("I-", "no", "en"),
        ("born 1939-", "Professor", "en"),
    ],
)
def test_a_hyphen_that_stands_for_half_a_word_divides_none(left: str, right: str, language: str) -> None:
    assert not divided(left, right, language)


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("poten-", "tial", "en"),
        ("tan-", "to", "it"),
        ("1914-", "1918", "en"),
        ("15-", "Jährige", "de"),
        ("E-", "Mail", "de"),
        ("thou¬", "sand", ""),
        ("thou\u00ad", "sand", ""),
    ],
)
def test_other_hyphens_at_a_line_end_divide_a_word(left: str, right: str, language: str) -> None:
    assert divided(left, right, language)


def test_what_looks_like_a_conjunction_is_half_a_word_that_is_printed_whole_elsewhere() -> None:
    assert words_of(["a thousand ships"], "en").divided("thous-", "and")
    assert not words_of(["a thousand ships"], "en").divided("pre-", "and")


def test_patterns_are_found_by_language() -> None:
    assert is_division("Regie", "rung", "de") is True
    assert is_division("Regier", "ung", "de-AT") is False
    assert is_division("uni", "versitet", "no") is True
    assert is_division("会", "议", "zh") is None


@given(st.text(max_size=8), st.text(max_size=8))
def test_no_letter_is_lost_or_added(left: str, right: str) -> None:
    joined = words_of([left, right], "en").join_divided(left, right)
    assert joined in {left + right, f"{left}-{right}"}
    divided(left, right)
