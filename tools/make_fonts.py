# /// script
# requires-python = ">=3.11"
# dependencies = ["brotli==1.2.1", "fonttools==4.68.0", "pip"]
# ///
"""Make the static TrueType fonts that procpub ships, in ``styles/fonts``.

Usage::

    python tools/make_fonts.py [--out styles/fonts] [--cache DIR] [--only NAME ...]

It needs fontTools (the version that made the committed files is in the header above; another version may
give other bytes for the same shapes) with brotli, pip, and, for four of the scripts, npm. The inputs are
packages on PyPI and npm, pinned by version and by sha256; pip and npm fetch them as they fetch anything else,
so a mirror or an offline index set up for them serves here too. ``--cache`` keeps the packages for the next
run. Nothing else is read from the network.

What is made, why it is named as it is, and under which licence, is told in ``styles/fonts/README.md``.
Every file is checked before it is written: it has ``glyf`` outlines, no variations, free embedding, and
the characters in ``REQUIRED``.
"""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import argparse
import hashlib
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen

from font_marks import centre_marks, letters, seat_marks
from font_operations import (
    OFL,
    compose,
    finish,
    instance,
    keep,
    make_quadratic,
    merge,
    read,
    rescale,
    same_glyph,
    set_names,
    set_style,
)
from font_scripts import SCRIPTS, make_script
from font_sources import Wheel, text

ROOT = Path(__file__).resolve().parent.parent
TEXT_SIZE = 11
"""The optical size, in points, of the text serif: drawn for the body of a book, not for its title page."""

WESTERN = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA1, 0x250)))
    + "".join(map(chr, range(0x250, 0x2B0)))
    + "ưệḥṣẖΆΎαβγἀὦабґєїіҷѣ“”‘’„«»–—‑…•†‡§¶№€£™©°½²³⁰⁻₂ﬁﬂ"
)
CHINESE = "、。《》（）；：！？「」中华人民共和国外交部中国国际问题研究院國際會議論文のカ〇"
SYMBOLS = "→←↔⇒≤≥≠≈√∞∑∈□■●○★☆☐☑☒✓✗℃№™②"

REQUIRED = {"serif": WESTERN, "song": CHINESE, "symbols": SYMBOLS}

SOURCE_SERIF = Wheel(
    "fontpkg-source-serif-4", "4.4", "6c33ac5d27b0396b0ed228e400d9c7ee4445c359ce21b3d8d9b9723e8c5c49a7"
)
NOTO_SERIF = Wheel("fontpkg-noto-serif", "2.15", "3cc09442fea9c5f852ca4b3ae2984acf7033c20f5d67bb35f4381549c74f370f")
NOTO_SERIF_SC = Wheel(
    "pylopdf-fonts-zh-cn", "0.1.1", "e2661ef3790cbe0f0f6aa5338b6859b7cd288ee75bc88cd4239c62cd025d4fb3"
)
DEJAVU_SANS = Wheel(
    "rinoh-typeface-dejavusans", "0.1.0", "33969baf201b9249979f4e923e973d48de2bb6e049ffaf0714ddd57d82f647b4"
)


@dataclass(frozen=True)
class Face:
    """One of the four styles of the text serif."""

    style: str
    suffix: str
    weight: int
    italic: bool
    noto_weight: int
    """The weight at which Noto Serif's stems, at `NOTO_SCALE`, are as thick as Source Serif's at `weight`."""

    @property
    def bold(self) -> bool:
        """Whether this is one of the bold styles."""
        return self.weight >= 700


FACES = (
    Face("Regular", "Regular", 400, False, 430),
    Face("Bold", "Bold", 700, False, 830),
    Face("Italic", "Italic", 400, True, 385),
    Face("Bold Italic", "BoldItalic", 700, True, 800),
)

NOTO_SCALE = 0.935
"""Brings Noto Serif's x-height and capitals (536, 714) to Source Serif's at `TEXT_SIZE` (500, 670)."""

DEJAVU_SCALE = 0.92
"""Brings DejaVu Sans's capitals to the same height."""


def serif(cache: Path, out: Path) -> None:
    """Procpub Serif: Source Serif 4 for text sizes; the letters it lacks, from Noto Serif made to match."""
    source, noto = SOURCE_SERIF.fetch(cache), NOTO_SERIF.fetch(cache)
    for face in FACES:
        tilt = "-Italic" if face.italic else ""
        main = instance(read(source, f"SourceSerif4{tilt}[opsz,wght].ttf"), wght=face.weight, opsz=TEXT_SIZE)
        here = set(main.getBestCmap())
        keep(main, here, ["*"])
        centre_marks(main)
        more = instance(read(noto, f"NotoSerif{tilt}[wdth,wght].ttf"), wght=face.noto_weight, wdth=100)
        drawn = letters(more, NOTO_SCALE)
        keep(more, set(more.getBestCmap()) - here, ["ccmp", "kern", "locl", "mark", "mkmk"])
        rescale(more, NOTO_SCALE)
        measured = main.getGlyphSet()
        font = merge([main, more])
        seat_marks(font, drawn)
        same_glyph(font, SAME)
        compose(font, ROMAN_NUMERALS)
        for glyph, field in (("x", "sxHeight"), ("H", "sCapHeight")):
            setattr(font["OS/2"], field, top(measured, glyph))
        # The box of every glyph, so that Windows cuts nothing off.
        font["OS/2"].usWinAscent = max(font["OS/2"].usWinAscent, font["head"].yMax)
        font["OS/2"].usWinDescent = max(font["OS/2"].usWinDescent, -font["head"].yMin)
        set_style(font, weight=face.weight, italic=face.italic)
        set_names(
            font,
            "Procpub Serif",
            face.style,
            "4.004",
            {
                0: "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), "
                "with Reserved Font Name ‘Source’. Copyright 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic)",
                9: "Frank Grießhammer; Noto Serif: Monotype Design Team",
                10: f"Source Serif 4 at {TEXT_SIZE} pt, renamed as its licence asks of a modified version; "
                "characters that it lacks are from Noto Serif",
                **OFL,
            },
        )
        (out / f"ProcpubSerif-{face.suffix}.ttf").write_bytes(finish(font, "serif", REQUIRED["serif"]))
    ofl = text(source, "/LICENSE")
    (out / "LICENSE-ProcpubSerif.txt").write_text(
        "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.\n"
        + first_line(ofl)
        + first_line(text(noto, "/LICENSE"))
        + "Modified versions made by procpub, under another name, as condition 3 below asks.\n"
        + ofl.split("\n", 1)[1],
        encoding="utf-8",
    )


SAME = {0x2011: 0x2010, **dict.fromkeys(range(0x2060, 0x2065), 0x200B)}
"""What must look like another character: a hyphen that doesn't break, joiners and operators that aren't seen."""

ROMAN_NUMERALS = {code: unicodedata.normalize("NFKD", chr(code)) for code in range(0x2160, 0x2180)}
"""Numerals of one character each, which East Asian and Russian text has, in the letters that they stand for."""


def top(glyphs: Any, name: str) -> int:
    """The height of a flat-topped glyph."""
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    height: float = pen.bounds[3]
    return round(height)


def double_byte(encoding: str) -> set[int]:
    """What the two-byte codes of a legacy East Asian encoding stand for."""
    characters = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            character = bytes([lead, trail]).decode(encoding, "ignore")
            if len(character) == 1:
                characters.add(ord(character))
    return characters


def song_characters() -> set[int]:
    """What the Chinese font keeps: GBK, Big5 and JIS X 0208, and what surrounds them in a Chinese page."""
    characters = double_byte("gbk") | double_byte("big5") | double_byte("euc_jp")
    for first, last in (
        (0x0020, 0x007E),  # so that a run of Chinese can hold a numeral
        (0x2010, 0x2027),
        (0x2E80, 0x2FDF),  # radicals, which text taken out of a PDF has in place of ideographs
        (0x2FF0, 0x33FF),  # punctuation, kana, bopomofo, enclosed and squared forms
        (0xFE10, 0xFE1F),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFFEF),
    ):
        characters.update(range(first, last + 1))
    return characters


def song(cache: Path, out: Path) -> None:
    """Noto Serif SC: one weight, its common characters, with quadratic outlines in place of cubic ones."""
    wheel = NOTO_SERIF_SC.fetch(cache)
    font = read(wheel, "NotoSerifSC-Regular.otf")
    copyright_, trademark = (font["name"].getDebugName(n) or "" for n in (0, 7))
    keep(font, song_characters() & set(font.getBestCmap()), [])
    make_quadratic(font)
    set_style(font, weight=400, italic=False)
    set_names(
        font,
        "Noto Serif SC",
        "Regular",
        "2.003",
        {
            0: copyright_,
            7: trademark,
            10: "The common characters of Noto Serif SC, with TrueType outlines",
            **OFL,
        },
    )
    (out / "NotoSerifSC-Regular.ttf").write_bytes(finish(font, "song", REQUIRED["song"]))
    (out / "LICENSE-NotoSerifSC.txt").write_text(
        f"{copyright_}\nModified version (fewer characters, TrueType outlines) made by procpub.\n\n"
        + text(wheel, "/LICENSE"),
        encoding="utf-8",
    )


def symbols(cache: Path, out: Path) -> None:
    """Procpub Symbols: arrows, operators, shapes and marks of DejaVu Sans, in the size of the text serif."""
    wheel = DEJAVU_SANS.fetch(cache)
    font = read(wheel, "/DejaVuSans.ttf")
    copyright_ = font["name"].getDebugName(0) or ""
    ranges = ((0x20, 0x20), (0xA0, 0xA0), (0x2000, 0x27FF), (0x2900, 0x2BFF), (0xFFFC, 0xFFFD))
    keep(font, {c for first, last in ranges for c in range(first, last + 1)} & set(font.getBestCmap()), [])
    rescale(font, DEJAVU_SCALE)
    font["OS/2"].sxHeight, font["OS/2"].sCapHeight = round(547 * DEJAVU_SCALE), round(729 * DEJAVU_SCALE)
    set_style(font, weight=400, italic=False)
    set_names(
        font,
        "Procpub Symbols",
        "Regular",
        "2.37",
        {
            0: copyright_,
            10: "Symbols of DejaVu Sans, renamed",
            13: "Bitstream Vera and Arev licences; DejaVu changes are in the public domain",
            14: "https://dejavu-fonts.github.io/License.html",
        },
    )
    (out / "ProcpubSymbols-Regular.ttf").write_bytes(finish(font, "symbols", REQUIRED["symbols"]))
    (out / "LICENSE-ProcpubSymbols.txt").write_text(text(wheel, "/LICENSE"), encoding="utf-8")


def first_line(content: str) -> str:
    """The first line, with its end."""
    return content.split("\n", 1)[0] + "\n"


MAKERS: dict[str, Callable[[Path, Path], None]] = {
    "serif": serif,
    "song": song,
    "symbols": symbols,
    **{name: partial(make_script, name) for name in SCRIPTS},
}


def main() -> None:
    """Make the fonts that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--out", type=Path, default=ROOT / "styles" / "fonts", help="where the fonts go")
    parser.add_argument("--cache", type=Path, help="where the packages are kept (default: nowhere)")
    parser.add_argument("--only", nargs="+", choices=sorted(MAKERS), default=sorted(MAKERS), help="which fonts")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        cache: Path = arguments.cache or Path(temporary)
        cache.mkdir(parents=True, exist_ok=True)
        for name in arguments.only:
            MAKERS[name](cache, arguments.out)
    for path in sorted(arguments.out.glob("*.ttf")):
        print(f"{path.stat().st_size:>10,}  {hashlib.sha256(path.read_bytes()).hexdigest()[:16]}  {path.name}")


if __name__ == "__main__":
    main()
