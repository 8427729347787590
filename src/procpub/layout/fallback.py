"""For every run of characters a font that has them: a style's face, then its fallbacks; and what none of them has."""

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from procpub.diagnostics import Code, Report, Span
from procpub.layout.fonts import Font, is_ignorable, load_font
from procpub.style import Style

WHITE_SPACE = "\t\n\r\x0b\x0c\x85\u2028\u2029"
"""Set as a space, so that no font need have it."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font has: where it first stands, and how often it does."""

    span: Span | None
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The characters that no font has."""

    missing: dict[str, Missing] = field(default_factory=dict)


class Chain:
    """A font and those tried after it; a file is read only when a character needs it."""

    def __init__(self, paths: tuple[Path, ...], tally: Tally) -> None:
        """`tally` is where `note` keeps count; the chains of a document share it."""
        self._paths = paths
        self._tally = tally
        self._in_main: set[str] = set()
        self._known: set[str] = {" ", *WHITE_SPACE}

    @cached_property
    def main(self) -> Font:
        """The first font."""
        return load_font(self._paths[0])

    def note(self, text: str, span: Span | None) -> None:
        """Keeps count of what no font has in the document's text."""
        if self._known.issuperset(text):
            return
        for character in sorted(set(text) - self._known):
            if self.font_of(character) or is_ignorable(character):
                self._known.add(character)
                continue
            seen = self._tally.missing.get(character)
            count = text.count(character)
            self._tally.missing[character] = Missing(seen.span if seen else span, count + (seen.count if seen else 0))

    def resolve(self, text: str) -> list[tuple[Font, str]]:
        """The text in runs of one font each. A character that no font has becomes its code point in brackets.

        Combining marks stay in the font of what they stand on, if it has them. So do characters that are nothing to be
        seen, for they may join or part the letters beside them; where there are none, they are left out.
        """
        if self.all_in_main(text):
            return [(self.main, text)]
        runs: list[tuple[Font, str]] = []
        for character in text:
            last = runs[-1][0] if runs else None
            if last and unicodedata.combining(character) and last.has(character):
                font: Font | None = last
            else:
                font = self.font_of(character)
            shown = character
            if is_ignorable(character):
                font = last
                if not font:
                    continue
            if not font:
                shown = f"[U+{ord(character):04X}]"
                font = self._font_of_all(shown)
                shown = "".join(filter(font.has, shown))  # of a style whose fonts have no Latin, nothing is left
            if last is font:
                runs[-1] = (font, runs[-1][1] + shown)
            else:
                runs.append((font, shown))
        return runs

    def all_in_main(self, text: str) -> bool:
        """Whether the first font has every character; true for nearly every word, and quick to tell."""
        if not self._in_main.issuperset(text):
            self._in_main.update(filter(self.main.has, text))
            return self._in_main.issuperset(text)
        return True

    def _font_of_all(self, text: str) -> Font:
        """The first font that has all of the text; the first of all if none has."""
        return next((font for font in map(load_font, self._paths) if all(map(font.has, text))), self.main)

    def font_of(self, character: str) -> Font | None:
        """The first font that has the character; None if none has."""
        return next((font for font in map(load_font, self._paths) if font.has(character)), None)


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
        """One diagnostic for every character that no font has, in the order of their first lines."""
        for character, missing in sorted(self._tally.missing.items(), key=_first_line):
            times = "once" if missing.count == 1 else f"{missing.count} times"
            name = unicodedata.name(character, "a character without a name")
            message = f"no font has U+{ord(character):04X} {name}, which stands {times}"
            hint = "name a font that has it in the style's faces and its fallback"
            report.add(Code.MISSING_GLYPH, message, missing.span, hint=hint)


def _first_line(item: tuple[str, Missing]) -> tuple[int, int]:
    character, missing = item
    return (missing.span.first if missing.span else 0, ord(character))
