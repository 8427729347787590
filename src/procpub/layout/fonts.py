"""Fonts: the widths of characters, and for every run of characters a font that has them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from procpub.diagnostics import Code, Report, Span
from procpub.errors import UsageError
from procpub.style import Style

IGNORABLE = frozenset({0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)})
"""Characters that are nothing to be seen, besides those of category Cf: the grapheme joiner, variation selectors
(Unicode's Default_Ignorable_Code_Point)."""


class Font:
    """A TrueType font file: its characters and their widths in thousandths of the size.

    `source` is ReportLab's reading of the file, which can embed it too.
    """

    __slots__ = ("glyphs", "source", "widths")

    def __init__(self, path: Path) -> None:
        """Reads the file.

        Raises:
            UsageError: it is no TrueType font that can be embedded.
        """
        try:
            self.source = TTFont(path.stem, str(path), asciiReadable=True)
        except (TTFError, OSError) as error:
            raise UsageError(f"font {path}: {error}") from error
        self.glyphs: Mapping[int, int] = self.source.face.charToGlyph
        self.widths: Mapping[int, float] = self.source.face.charWidths

    def has(self, character: str) -> bool:
        """Whether the font has a glyph of its own for the character (glyph 0 stands for none)."""
        return bool(self.glyphs.get(ord(character)))

    def width(self, text: str) -> float:
        """The width in thousandths of the size; every character must be in the font."""
        return sum(map(self.widths.__getitem__, map(ord, text)))


@cache
def load_font(path: Path) -> Font:
    """The font in this file, read once a process: fonts never change."""
    return Font(path)


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font has: where it first stands, and how often it does."""

    span: Span | None
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What cannot be set as it should: characters without a glyph, and where right-to-left letters first stand."""

    missing: dict[str, Missing] = field(default_factory=dict)
    right_to_left: list[Span | None] = field(default_factory=list)


WHITE_SPACE = "\t\n\r\x0b\x0c\x85\u2028\u2029"
"""Set as a space, so that no font need have it."""


class Chain:
    """A font and those tried after it; a file is read only when a character needs it."""

    def __init__(self, paths: tuple[Path, ...], tally: Tally) -> None:
        """`tally` is where `note` keeps count; the chains of a document share it."""
        self._paths = paths
        self._tally = tally
        self._in_main: set[str] = set()
        self._known: set[str] = {" ", *WHITE_SPACE}

    @property
    def main(self) -> Font:
        """The first font."""
        return load_font(self._paths[0])

    def note(self, text: str, span: Span | None) -> None:
        """Keeps count of what cannot be set as it should in the document's text."""
        if self._known.issuperset(text):
            return
        for character in sorted(set(text) - self._known):
            if self._font_of(character) or _ignorable(character):
                self._known.add(character)
                if unicodedata.bidirectional(character) in {"R", "AL"} and not _ignorable(character):
                    self._tally.right_to_left.append(span)
                continue
            seen = self._tally.missing.get(character)
            count = text.count(character)
            self._tally.missing[character] = Missing(seen.span if seen else span, count + (seen.count if seen else 0))

    def resolve(self, text: str) -> list[tuple[Font, str]]:
        """The text in runs of one font each. A character that no font has becomes its code point in brackets.

        Combining marks stay in the font of what they stand on, if it has them; characters that are nothing to be seen
        are left out where the font lacks them.
        """
        if self._all_in_main(text):
            return [(self.main, text)]
        runs: list[tuple[Font, str]] = []
        for character in text:
            last = runs[-1][0] if runs else None
            if last and unicodedata.combining(character) and last.has(character):
                font: Font | None = last
            else:
                font = self._font_of(character)
            shown = character
            if not font:
                if _ignorable(character):
                    continue
                font, shown = self.main, f"[U+{ord(character):04X}]"
            if last is font:
                runs[-1] = (font, runs[-1][1] + shown)
            else:
                runs.append((font, shown))
        return runs

    def _all_in_main(self, text: str) -> bool:
        """Whether the first font has every character; true for nearly every word, and quick to tell."""
        if not self._in_main.issuperset(text):
            self._in_main.update(filter(self.main.has, text))
            return self._in_main.issuperset(text)
        return True

    def _font_of(self, character: str) -> Font | None:
        return next((font for font in map(load_font, self._paths) if font.has(character)), None)


def _ignorable(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or ord(character) in IGNORABLE


class Fonts:
    """The fonts of a style, for one document."""

    def __init__(self, style: Style) -> None:
        """Reads no file yet."""
        self._style = style
        self._tally = Tally()
        self._chains: dict[tuple[str, bool, bool], Chain] = {}

    def chain(self, face: str, *, bold: bool, italic: bool) -> Chain:
        """The style's face of this name, in bold or italic, and its fallbacks."""
        key = (face, bold, italic)
        if key not in self._chains:
            names = dict.fromkeys((face, *self._style.fallback))
            paths = tuple(self._style.faces[name].file(bold=bold, italic=italic) for name in names)
            self._chains[key] = Chain(paths, self._tally)
        return self._chains[key]

    def tell(self, report: Report) -> None:
        """One diagnostic for every character that no font has, in the order of their first lines; one for all letters
        that should run from right to left.
        """
        for character, missing in sorted(self._tally.missing.items(), key=_first_line):
            times = "once" if missing.count == 1 else f"{missing.count} times"
            name = unicodedata.name(character, "a character without a name")
            message = f"no font has U+{ord(character):04X} {name}, which stands {times}"
            hint = "name a font that has it in the style's faces and its fallback"
            report.add(Code.MISSING_GLYPH, message, missing.span, hint=hint)
        if self._tally.right_to_left:
            message = "right-to-left script is set from left to right, its letters unjoined"
            report.add(Code.NOT_EXPRESSIBLE, message, self._tally.right_to_left[0])


def _first_line(item: tuple[str, Missing]) -> tuple[int, int]:
    character, missing = item
    return (missing.span.first if missing.span else 0, ord(character))
