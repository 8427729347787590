"""From inlines to pieces: stretches of text in one look, measured, between which lines may end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from re import compile as pattern
from typing import NamedTuple, assert_never

from procpub.diagnostics import Report, Span
from procpub.layout.boxes import Box, Look
from procpub.layout.breaking import After, segments
from procpub.layout.fonts import WHITE_SPACE, Chain, Font, Fonts
from procpub.model.markers import note_marker
from procpub.model.nodes import (
    Emphasis,
    Foreign,
    Inlines,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from procpub.style import Role, Style

SMALL = 0.66
"""Size of raised and lowered characters, of the size around them."""
RAISED, LOWERED = 0.34, -0.16
"""How far they are moved, of the size around them."""

NO_SPACE = 250.0
"""Width of a space, in thousandths of the size, in a font that has none."""

_WHITE = pattern(f"[{WHITE_SPACE}]")


class Piece(NamedTuple):
    """A stretch of text in one look, its width, what may happen after it, and the footnote that it calls, if any."""

    text: str
    width: float
    look: Look
    after: After
    note: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """How text is asked to look; `TextStyle` is that with fonts found."""

    face: str
    size: float
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    rise: float = 0.0
    colour: str = "#000000"
    target: str = ""
    language: str = ""

    @staticmethod
    def of(role: Role) -> "Format":
        """How a role's text looks."""
        return Format(role.font, role.size, role.bold, role.italic, role.capitals, 0.0, role.colour)

    def moved(self, by: float) -> "Format":
        """Smaller, and raised or lowered by this share of the size."""
        return replace(self, size=self.size * SMALL, rise=self.rise + by * self.size)


class TextStyle(dict[str, tuple[Piece, ...]]):
    """A format with its fonts. As a mapping it gives a word's pieces, each word worked out once."""

    def __init__(self, form: Format, chain: Chain) -> None:
        """`chain` holds the fonts of the format."""
        super().__init__()
        self.format = form
        self.chain = chain
        main = chain.main
        self.space = Piece(" ", main.widths.get(0x20, NO_SPACE) * form.size / 1000, self._look(main), After.SPACE)
        self.break_ = Piece("", 0.0, self._look(main), After.FORCED)

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for segment, after in segments(word.upper() if self.format.capitals else word):
            runs = self.chain.resolve(segment)
            for index, (font, text) in enumerate(runs, start=1):
                width = font.width(text) * self.format.size / 1000
                pieces.append(Piece(text, width, self._look(font), after if index == len(runs) else After.JOIN))
        self[word] = tuple(pieces)
        return self[word]

    def _look(self, font: Font) -> Look:
        return Look(
            font, self.format.size, self.format.rise, self.format.colour, self.format.target, self.format.language
        )

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of a text on its own: single spaces between words, none at the ends."""
        out: list[Piece] = []
        self.append(text, out)
        return trimmed(out)

    def append(self, text: str, out: list[Piece]) -> None:
        """Adds the pieces of a text that stands among others; every run of white space becomes one space."""
        for index, word in enumerate(_WHITE.sub(" ", text).split(" ")):
            if index and out and out[-1].after not in (After.SPACE, After.FORCED):
                out.append(self.space)
            out += self[word]


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without a space at the end."""
    while pieces and pieces[-1].after is After.SPACE:
        pieces = pieces[:-1]
    return pieces


NoteSetter = Callable[[Note, str, "Setting"], tuple[Box, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the setting of one piece of the document needs: style, fonts, where to report, and how notes are set and
    numbered (from 1 in each piece).
    """

    style: Style
    fonts: Fonts
    report: Report
    set_note: NoteSetter
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    styles: dict[Format, TextStyle] = field(default_factory=dict)

    def afresh(self) -> "Setting":
        """The same for the next piece: notes are numbered from 1 again."""
        return replace(self, numbers=count(1))

    def text_style(self, form: Format) -> TextStyle:
        """The format with its fonts; one object for all that look alike."""
        found = self.styles.get(form)
        if found is None:
            chain = self.fonts.chain(form.face, bold=form.bold, italic=form.italic)
            found = self.styles[form] = TextStyle(form, chain)
        return found

    def words(self, text: str, role: Role) -> list[Piece]:
        """The pieces of words that are no part of the document's running text: running heads, contents, markers."""
        return self.text_style(Format.of(role)).pieces(text)

    def linked(self, text: str, role: Role, target: str) -> list[Piece]:
        """The pieces of words that link to `target`; plain ones if it is empty."""
        form = Format.of(role)
        if target:
            form = replace(form, colour=self.style.role("link").colour, target=target)
        style = self.text_style(form)
        style.chain.note(text, None)
        return style.pieces(text)

    def printed(self, text: str, role: Role, span: Span | None, language: str = "") -> list[Piece]:
        """The pieces of words of the document, a title or name; characters that no font has are noted."""
        style = self.text_style(replace(Format.of(role), language=language))
        style.chain.note(text, span)
        return style.pieces(text)

    def inlines(self, inlines: Inlines, role: Role, span: Span | None) -> list[Piece]:
        """The pieces of inlines in the style of a role. Page breaks of the source show as nothing."""
        run = _Inlines(self, [])
        run.add(inlines, Format.of(role), span)
        return trimmed(run.pieces)


@dataclass(slots=True)
class _Inlines:
    """Goes through inlines, collecting pieces."""

    setting: Setting
    pieces: list[Piece]

    def add(self, inlines: Inlines, form: Format, span: Span | None) -> None:
        """Emphasis inside italics is upright, as printers do."""
        for inline in inlines:
            where = inline.span or span
            match inline:
                case Text():
                    style = self.setting.text_style(form)
                    style.chain.note(inline.text, where)
                    style.append(inline.text, self.pieces)
                case Emphasis():
                    self.add(inline.children, replace(form, italic=not form.italic), where)
                case Strong():
                    self.add(inline.children, replace(form, bold=True), where)
                case Superscript():
                    self.add(inline.children, form.moved(RAISED), where)
                case Subscript():
                    self.add(inline.children, form.moved(LOWERED), where)
                case Link():
                    colour = self.setting.style.role("link").colour
                    self.add(inline.children, replace(form, colour=colour, target=inline.target), where)
                case Foreign():
                    self.add(inline.children, replace(form, language=inline.language), where)
                case Note():
                    self._call(inline, form)
                case LineBreak():
                    self.pieces = trimmed(self.pieces)
                    self.pieces.append(self.setting.text_style(form).break_)
                case PageBreak():
                    pass
                case _:
                    assert_never(inline)

    def _call(self, note: Note, form: Format) -> None:
        """The note's marker or number, raised, on the same line as the word before it."""
        marker = note_marker(note) or str(next(self.setting.numbers))
        boxes = self.setting.set_note(note, marker, self.setting)
        space = self.pieces.pop() if self.pieces and self.pieces[-1].after is After.SPACE else None
        style = self.setting.text_style(replace(form.moved(RAISED), italic=False))
        style.chain.note(marker, note.span)
        call = style.pieces(marker)
        self.pieces += (call[0]._replace(note=boxes), *call[1:])
        if space:
            self.pieces.append(space)


def natural_width(pieces: Iterable[Piece]) -> float:
    """The width of pieces on one line."""
    return sum(piece.width for piece in pieces)


def shortened(pieces: Sequence[Piece], width: float, ellipsis: Sequence[Piece]) -> list[Piece]:
    """The pieces, or as many of them as fit into the width with the ellipsis after them."""
    if natural_width(pieces) <= width:
        return list(pieces)
    room = width - natural_width(ellipsis)
    kept: list[Piece] = []
    for piece in pieces:
        room -= piece.width
        if room < 0:
            break
        kept.append(piece)
    return [*trimmed(kept), *ellipsis]
