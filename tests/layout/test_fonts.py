"""Fonts are read, and shape text."""

from pathlib import Path

import pytest

from procpub.errors import UsageError
from procpub.layout.fonts import Font, load_font
from procpub.style import load_style

REGULAR = load_style("default").faces["text"].regular


@pytest.fixture(scope="module")
def font() -> Font:
    return load_font(REGULAR)


def test_a_font_knows_its_characters(font: Font) -> None:
    assert font.has("é")
    assert not font.has("\U0001f984")


def test_pairs_are_kerned(font: Font) -> None:
    assert font.width("AV") < font.width("A") + font.width("V")


def test_a_ligature_is_one_glyph_that_stands_for_its_letters(font: Font) -> None:
    shape = font.shape("office")
    assert len(shape.glyphs) < len("office")
    assert shape.clusters[:3] == (0, 1, 4)


def test_a_combining_mark_stands_over_its_letter(font: Font) -> None:
    shape = font.shape("x\u0301")
    assert shape.offsets is not None
    assert font.width("x\u0301") == pytest.approx(font.width("x"))


def test_what_is_nothing_to_be_seen_has_no_glyph(font: Font) -> None:
    assert font.shape("a\u200db").glyphs == font.shape("ab").glyphs


def test_nothing_has_no_width(font: Font) -> None:
    assert font.width("") == 0.0


@pytest.mark.parametrize("data", [b"no font", b"", b"\x00\x01\x00\x00" + bytes(200)])
def test_a_file_that_is_no_font_is_a_fault_of_the_style(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=r"broken\.ttf"):
        Font(path)


def test_a_font_that_is_not_there_is_a_fault_of_the_style(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"lost\.ttf"):
        Font(tmp_path / "lost.ttf")
