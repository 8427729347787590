"""Which font family a character must be set in by name, as the font of its paragraph has not got it.

Word and LibreOffice would take some other font of the machine. Chinese and its like need no name: their font is part of
every style (`w:eastAsia`).
"""

from pathlib import Path

from procpub.layout.breaking import is_ideographic
from procpub.layout.fallback import Chain
from procpub.style import Style
from procpub.writers.docx.ooxml import Element, w

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


class Families:
    """The font families of a style."""

    def __init__(self, style: Style) -> None:
        """Reads no file."""
        self._by_file: dict[Path, str] = {
            file: face.family
            for face in reversed(tuple(style.faces.values()))
            for file in (face.regular, face.bold, face.italic, face.bold_italic)
            if file
        }
        self._east_asian = east_asian_family(style)

    def of(self, character: str, chain: Chain) -> str:
        """The family to name for a character in a format with these fonts; empty if there is none to name."""
        font = chain.font_of(character)
        family = self._by_file[font.path] if font else ""
        is_own = family == self._by_file[chain.main.path]
        return "" if is_own or (family == self._east_asian and is_ideographic(character)) else family


def east_asian_family(style: Style) -> str:
    """The font family for Chinese, Japanese and Korean: the style's first fallback face; empty if it has none."""
    return style.faces[style.fallback[0]].family if style.fallback else ""


def named(family: str) -> Element:
    """`w:rFonts` that names one family, whichever of its fonts a program looks for."""
    return w("rFonts", **dict.fromkeys(_SLOTS, family))
