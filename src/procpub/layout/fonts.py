"""Fonts: their characters, glyphs and widths, and for every run of characters a font that has them.

HarfBuzz (through uharfbuzz) reads the files and shapes the text: kerning, ligatures, and whatever scripts ask for. A
distinct word is shaped once, in about 5 microseconds, so that all text goes the one way, not only that of scripts which
cannot do without.
"""

import unicodedata
from functools import cache
from pathlib import Path
from threading import local
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations

from procpub.errors import UsageError

IGNORABLE = frozenset({0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
"""Characters that are nothing to be seen, besides those of category Cf: the grapheme joiner, variation selectors
(Unicode's Default_Ignorable_Code_Point)."""

NO_SPACE = 250.0
"""Width of a space, in thousandths of the size, in a font that has none."""

_INVISIBLE_OUT = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES

_TAGS = ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post")
"""The tables that a TrueType font has which can be embedded."""


class _Buffers(local):
    """A buffer for each thread, used again and again for text that needs no flags."""

    def __init__(self) -> None:
        self.plain = hb.Buffer()


_buffers = _Buffers()


class Shape(NamedTuple):
    """A text's glyphs in the order that they are drawn in, from left to right.

    `clusters` are the places in the text that each glyph's characters begin at; `advances` how far each moves on, and
    `offsets` how far each is moved away from where it would stand (x to the right, y up), in thousandths of the size.
    """

    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...] | None
    """None if no glyph is moved."""


class Font:
    """A TrueType font file. All widths are in thousandths of the size."""

    __slots__ = ("_font", "_glyphs", "_scale", "path")

    def __init__(self, path: Path) -> None:
        """Reads the file.

        Raises:
            UsageError: it is no TrueType font that can be embedded.
        """
        self.path = path
        try:
            face = hb.Face(hb.Blob.from_file_path(str(path)))
        except (OSError, hb.HarfBuzzError) as error:
            raise UsageError(f"font {path} cannot be read: {error}") from error
        missing = [tag for tag in _TAGS if tag not in face.table_tags]
        if missing:
            raise UsageError(f"font {path} is no TrueType font: it has no table {missing[0]!r}")
        self._font = hb.Font(face)
        self._scale = 1000 / face.upem
        self._glyphs: dict[str, int] = {}

    def has(self, character: str) -> bool:
        """Whether the font has a glyph of its own for the character (glyph 0 stands for none)."""
        return bool(self.glyph(character))

    def glyph(self, character: str) -> int:
        """The number of the glyph for a character on its own; 0 if there is none."""
        found = self._glyphs.get(character)
        if found is None:
            found = self._glyphs[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return found

    def advance(self, glyph: int) -> float:
        """The width of a glyph on its own."""
        width: float = self._font.get_glyph_h_advance(glyph) * self._scale
        return width

    @property
    def space(self) -> float:
        """The width of a space, which few fonts have none of."""
        glyph = self.glyph(" ")
        return self.advance(glyph) if glyph else NO_SPACE

    def width(self, text: str) -> float:
        """The width of the text, shaped, from left to right."""
        buffer = _buffers.plain
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        advances = sum([position.x_advance for position in buffer.glyph_positions or ()])
        return float(advances * self._scale)

    def shape(self, text: str, *, right_to_left: bool = False, language: str = "") -> Shape:
        """The glyphs of a text in one script and direction, of which the font has every character.

        Args:
            text: in logical order.
            right_to_left: its direction; glyphs come in the order that they are drawn in all the same.
            language: BCP 47 tag, for forms that differ by language.
        """
        plain = text.isascii() and not right_to_left
        buffer = _buffers.plain if plain else hb.Buffer()  # flags and direction would stay for the next text
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language or "und"  # else HarfBuzz takes that of the machine
        if not plain:
            buffer.direction = "rtl" if right_to_left else "ltr"
            buffer.flags = _INVISIBLE_OUT
        hb.shape(self._font, buffer)
        infos, positions, scale = buffer.glyph_infos, buffer.glyph_positions or (), self._scale
        offsets: list[tuple[float, float]] = []
        if not text.isascii():
            offsets = [(position.x_offset * scale, position.y_offset * scale) for position in positions]
        return Shape(
            tuple([info.codepoint for info in infos]),
            tuple([info.cluster for info in infos]),
            tuple([position.x_advance * scale for position in positions]),
            tuple(offsets) if any(map(any, offsets)) else None,
        )


@cache
def load_font(path: Path) -> Font:
    """The font in this file, read once a process: fonts never change."""
    return Font(path)


def is_ignorable(character: str) -> bool:
    """Whether the character is nothing to be seen."""
    return unicodedata.category(character) == "Cf" or ord(character) in IGNORABLE
