"""Damaged text never breaks recovery, never makes an unsound document, and loses no letter that is not reported."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noise import CONFUSIONS, DAMAGES, damaged, excerpt, faults, letters, misread, recovered
from procpub.errors import InputError
from procpub.model.walk import contributions

SEED = Path(__file__).parents[2] / "seeds" / "000_dfe2a69c2e3356cc.txt"
TEXT = SEED.read_text(encoding="utf-8")


def found(text: str) -> list[str]:
    try:
        return faults(*recovered(text))
    except InputError:
        return []  # nothing but blanks is left, which the reader says


@pytest.mark.parametrize("share", [0.01, 0.02, 0.05])
def test_a_misread_volume_loses_no_letter(share: float) -> None:
    assert found(misread(TEXT, share, Random(0))) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_no_kind_of_damage_breaks_recovery(name: str) -> None:
    assert found(damaged(TEXT, Random(1), [name])) == []


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from([3, 30, 150]), st.lists(st.sampled_from(list(DAMAGES)), max_size=4))
def test_no_damage_to_any_part_of_a_volume_breaks_recovery(seed: int, length: int, names: list[str]) -> None:
    random = Random(seed)
    assert found(damaged(excerpt(TEXT, random, length), random, names)) == []


def test_a_few_misread_letters_hide_few_contributions() -> None:
    clean, noisy = (recovered(misread(TEXT, share, Random(2)))[1] for share in (0, 0.01))
    assert len(list(contributions(noisy))) >= 0.9 * len(list(contributions(clean)))


def test_damage_is_what_its_name_says_and_is_repeated_by_its_seed() -> None:
    assert misread(TEXT, 0.0, Random(3)) == TEXT
    assert misread(TEXT, 0.05, Random(3)) == misread(TEXT, 0.05, Random(3)) != TEXT
    lines = ["one", "two", "three", "four"]
    assert len(damaged("\n".join(lines), Random(0), ["drop lines"]).split("\n")) < len(lines)
    assert set(damaged("\n".join(lines), Random(0), ["double lines", "shuffle lines"]).split("\n")) == set(lines)
    assert letters(damaged(TEXT, Random(0), ["wrap"])) == letters(TEXT)
    assert all(character not in options for character, options in CONFUSIONS.items())
