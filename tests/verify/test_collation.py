"""Readings side by side: where editions part, and who stands alone."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.verify.collation import Column, Variation, changes_between, collated
from procpub.verify.witness import Place


def column(text: str) -> Column:
    keys = text.split()
    return Column(keys, lambda first, last: " ".join(keys[first:last]), lambda index: Place(str(index)))


def variations(**texts: str) -> list[Variation[str]]:
    return list(collated({name: column(text) for name, text in texts.items()}))


def readings(variation: Variation[str], texts: Mapping[str, str]) -> dict[str, str]:
    return {name: " ".join(texts[name].split()[span.first : span.last]) for name, span in variation.spans.items()}


def test_editions_that_say_the_same_do_not_part() -> None:
    assert not variations(pdf="a b c", docx="a b c", epub="a b c")


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        pytest.param("a x c d", "x", id="another word"),
        pytest.param("a c d", "", id="a lost word"),
        pytest.param("a b b c d", "b", id="a doubled word"),
        pytest.param("", "", id="everything lost"),
    ],
)
@pytest.mark.parametrize("who", ["pdf", "docx", "epub"])
def test_who_stands_alone_is_taken_to_be_wrong_wherever_it_stands_in_the_order(
    odd: str, expected: str, who: str
) -> None:
    texts = dict.fromkeys(("pdf", "docx", "epub"), "a b c d") | {who: odd}
    (variation,) = variations(**texts)
    assert variation.dissenting == (who,)
    assert readings(variation, texts)[who] == expected


def test_if_no_reading_has_most_all_are_doubtful() -> None:
    (variation,) = variations(pdf="a b", docx="a x")
    assert variation.dissenting == ("pdf", "docx")
    (variation,) = variations(pdf="a b", docx="a b", epub="a x", tei="a x")
    assert variation.dissenting == ("pdf", "docx", "epub", "tei")


def test_faults_of_several_editions_at_one_place_are_one_variation() -> None:
    texts = {"pdf": "a b c d", "docx": "a x c d", "epub": "a b y d", "tei": "a b c d"}
    (variation,) = variations(**texts)
    assert readings(variation, texts) == {"pdf": "b c", "docx": "x c", "epub": "b y", "tei": "b c"}
    assert variation.dissenting == ("docx", "epub")


def test_what_was_lost_is_the_same_against_all_however_else_it_could_be_cut_out() -> None:
    """One edition has lost a paragraph; every other one may be aligned with it in two ways."""
    whole = "one . two . three ."
    texts = {"docx": "one . three .", "pdf": f"{whole} x", "epub": f"y {whole}", "tei": whole}
    lost = [each for each in variations(**texts) if "docx" in each.dissenting]
    assert [readings(each, texts)["tei"] for each in lost] == ["two ."]


def test_words_that_moved_passages_have_in_common_by_chance_do_not_cut_them_up() -> None:
    first, second = "the cat of the house sat on a mat", "a dog by the gate ran to the road of old"
    assert len(changes_between(f"{first} {second}".split(), f"{second} {first}".split())) <= 2


def test_a_long_text_is_aligned_beyond_the_window() -> None:
    words = [f"{number % 700}" for number in range(50_000)]
    other = [*words[:30_000], "put in", *words[30_000:41_000], *words[41_003:]]
    found = changes_between(words, other)
    assert [(each.first, each.last, each.other_first, each.other_last) for each in found] == [
        (30_000, 30_000, 30_000, 30_001),
        (41_000, 41_003, 41_001, 41_001),
    ]


def test_a_part_as_long_as_the_window_that_is_lost_is_one_change() -> None:
    words = [f"w{number}" for number in range(60_000)]
    found = changes_between(words, words[:15_000] + words[40_000:])
    assert [(each.first, each.last, each.other_last - each.other_first) for each in found] == [(15_000, 40_000, 0)]


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_the_changes_make_one_sequence_of_the_other(base: list[str], other: list[str]) -> None:
    made: list[str] = []
    position = 0
    for change in changes_between(base, other):
        made += base[position : change.first] + other[change.other_first : change.other_last]
        position = change.last
    assert made + base[position:] == other
