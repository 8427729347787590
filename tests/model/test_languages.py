"""The direction of a script, by language tag."""

import pytest

from procpub.model.languages import is_right_to_left


@pytest.mark.parametrize("tag", ["ar", "he-IL", "FA", "az-Arab", "syr-Syrc", "ff-Adlm-GN"])
def test_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["", "en", "zh-Hant", "ku", "ar-Latn", "de-1901"])
def test_left_to_right(tag: str) -> None:
    assert not is_right_to_left(tag)
