"""Words are divided by the patterns of their language."""

import pytest

from procpub.layout.hyphenation import divisions, patterns_of


def divided(word: str, language: str) -> str:
    out = word
    for place in reversed(divisions(word, language)):
        out = f"{out[:place]}-{out[place:]}"
    return out


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "pro-ceed-ings"),
        ("en-GB", "pro-ceed-ings"),
        ("de", "Do-nau-dampf-schiff-fahrt"),
        ("fr", "sé-mi-naire"),
        ("es", "se-mi-na-rio"),
        ("ru", "меж-ду-на-род-ный"),
    ],
)
def test_words_are_divided_by_the_rules_of_their_language(language: str, word: str) -> None:
    assert divided(word.replace("-", ""), language) == word


def test_punctuation_around_a_word_stays_with_it() -> None:
    assert divided("(“proceedings”).", "en") == "(“pro-ceed-ings”)."


@pytest.mark.parametrize("word", ["UNESCO", "counter-terrorism", "x", "area", "2020s", "and/or", "", "…"])
def test_abbreviations_compounds_short_words_and_figures_are_not_divided(word: str) -> None:
    assert divisions(word, "en") == ()


@pytest.mark.parametrize("language", ["", "zh", "tlh", "x"])
def test_a_language_without_patterns_has_no_divisions(language: str) -> None:
    assert divisions("proceedings", language) == ()


def test_the_nearest_patterns_serve_a_tag_with_more_in_it() -> None:
    assert patterns_of("de-1996") is patterns_of("de-1996")
    assert divided("Verfassungsgericht", "de-Latn-DE-1996") == "Ver-fas-sungs-ge-richt"
    assert divided("internasjonale", "no") == divided("internasjonale", "nb")


def test_a_few_letters_stay_on_either_side() -> None:
    assert all(2 <= place <= len("establishment") - 3 for place in divisions("establishment", "en"))


def test_where_patterns_leave_single_letters_in_a_row_none_of_the_places_is_taken() -> None:
    assert divided("Zusammenarbeit", "de") == "Zu-sam-menarbeit"
    assert divided("eradicated", "en") == "erad-i-cat-ed".replace("-ed", "ed")


def test_no_word_is_as_long_as_what_is_not_divided() -> None:
    assert divisions("international" * 7, "en")
    assert divisions("international" * 8, "en") == ()
