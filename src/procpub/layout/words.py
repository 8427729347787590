"""Words in one format: found fonts for, shaped, measured, hyphenated, each once."""

import re
from copy import copy
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

from procpub.layout.boxes import Look, Piece
from procpub.layout.breaking import After, is_ideographic, segments
from procpub.layout.fallback import Chain
from procpub.layout.fonts import Font
from procpub.layout.hyphenation import SHORTEST, divisions
from procpub.layout.structure import Element

SMALL = 0.66
"""Size of raised and lowered characters, of the size around them."""

IDEOGRAPHIC_GAP = 0.15
"""How much of a word space's change a gap between ideographs takes."""

SOFT_HYPHEN = "\u00ad"

_UNCOUNTED = dict.fromkeys((0xA0, 0xAD, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
"""What `Piece.source` does not count: white space, soft hyphens and their like."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of scripts that run from right to left."""

HANG_LEFT = {"“": 0.5, "‘": 0.6, '"': 0.5, "'": 0.6, "(": 0.1, "«": 0.3, "„": 0.4}
"""How much of a character hangs out of the measure at the beginning of a line, so that margins look even."""

HANG_RIGHT = {
    "-": 0.6, "\u2010": 0.6, SOFT_HYPHEN: 0.6, ".": 0.7, ",": 0.7, ";": 0.4, ":": 0.4, "”": 0.5, "’": 0.6, '"': 0.5,
    "'": 0.6, "–": 0.3, "—": 0.2, "!": 0.2, "?": 0.1, ")": 0.1, "»": 0.3, "“": 0.4,
}  # fmt: skip
"""And at the end of one."""


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
    language: str = ""
    """BCP 47 tag, for shaping and hyphenation."""
    element: Element | None = None
    """The inline element that it is in."""

    def moved(self, by: float) -> Self:
        """Smaller, and raised or lowered by this share of the size."""
        return replace(self, size=self.size * SMALL, rise=self.rise + by * self.size)


class TextStyle(dict[str, tuple[Piece, ...]]):
    """A format with its fonts. As a mapping it gives a word's pieces, each word worked out once."""

    def __init__(self, form: Format, chain: Chain, plain: Self | None = None) -> None:
        """`chain` holds the fonts of the format; `plain` is the same format outside of any element, whose words are
        the same.
        """
        super().__init__()
        self._plain = plain
        self.format = form
        self.chain = chain
        self.spaced = _Spaced(self)
        main = chain.main
        self.look = Look(main, form.size, form.rise, form.colour, form.element)
        scale = form.size / 1000
        self.space: float = plain.space if plain else main.space * scale
        self.hyphen_reach: float = (
            plain.hyphen_reach if plain else main.width(_hyphen(main)) * (1 - HANG_RIGHT["-"]) * scale
        )
        self.line_break: Piece = self._inside(plain.line_break) if plain else self.shaped(main, "", After.FORCED)

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        self[word] = tuple(self.fresh(word))
        return self[word]

    def fresh(self, word: str) -> list[Piece]:
        """The word's pieces, worked out."""
        if self._plain:
            return [self._inside(piece) for piece in self._plain[word]]
        shown = word.upper() if self.format.capitals else word
        pieces: list[Piece] = []
        for segment, after in segments(shown) if shown else ():
            runs = self.chain.resolve(segment)
            pieces += [self.shaped(font, text, After.JOIN) for font, text in runs[:-1]]
            if runs:
                pieces.append(self.shaped(*runs[-1], after))
        if len(pieces) == 1 and len(word) >= SHORTEST:
            pieces[0].divisions = WordDivisions(pieces[0], self)
        if not word.isascii() or len(shown) != len(word):
            _count(pieces, word)
        return pieces

    def _inside(self, piece: Piece) -> Piece:
        """A piece of the plain style in this one's element."""
        inside = copy(piece)
        inside.look = self._look(piece.look.font)
        if piece.hyphen:
            inside.hyphen = self._inside(piece.hyphen)
        if piece.divisions:
            inside.divisions = WordDivisions(inside, self)
        return inside

    def _look(self, font: Font) -> Look:
        """The look of what this font draws."""
        return self.look if font is self.look.font else self.look._replace(font=font)

    def shaped(self, font: Font, text: str, after: After, *, right_to_left: bool = False) -> Piece:
        """The piece of a text that one font has, in one direction."""
        form = self.format
        scale = form.size / 1000
        shape = font.shape(text, right_to_left=right_to_left, language=form.language)
        piece = Piece(text, shape, sum(shape.advances) * scale, self._look(font), after, source=len(text))
        if text:
            if text[0] in HANG_LEFT:
                piece.hang_left = HANG_LEFT[text[0]] * font.advance(shape.glyphs[0]) * scale
            if text[-1] in HANG_RIGHT:
                piece.hang_right = HANG_RIGHT[text[-1]] * font.advance(shape.glyphs[-1]) * scale
        if not text.isascii():
            piece.stretch = text.count("\u00a0")
            piece.source = len(text.translate(_UNCOUNTED))
            piece.level = bool(_RIGHT_TO_LEFT.search(text))
            if after is After.BREAK and is_ideographic(text[-1]):
                piece.gap = IDEOGRAPHIC_GAP
        if after is After.HYPHEN:
            piece.hyphen = self.hyphened(piece)
        return piece

    def with_space(self, piece: Piece) -> Piece:
        """The piece with a space after it."""
        spaced = copy(piece)
        spaced.after, spaced.space, spaced.gap = After.SPACE, self.space, 0.0
        return spaced

    def hyphened(self, piece: Piece) -> Piece:
        """The piece with a hyphen, which is read back as a soft one."""
        font = piece.look.font
        hyphen = _hyphen(font)
        drawn = self.shaped(font, piece.text + hyphen, After.JOIN)
        return replace(drawn, text=piece.text + SOFT_HYPHEN if hyphen else piece.text, source=piece.source)


class WordDivisions:
    """Where a word of one style may be divided (see `boxes.Divisions`).

    Widths are those of the undivided word's glyphs; a part is shaped when a line ends with it.
    """

    __slots__ = ("_lefts", "_parts", "_places", "_reaches", "_style", "_word")

    def __init__(self, word: Piece, style: TextStyle) -> None:
        """Nothing is worked out before it is asked for."""
        self._word, self._style = word, style
        self._places: tuple[int, ...] | None = None
        self._lefts: tuple[float, ...] = ()
        self._reaches: tuple[float, ...] = ()
        self._parts: dict[tuple[Piece, int], tuple[Piece, Piece]] = {}

    @property
    def reaches(self) -> tuple[float, ...]:
        """See `boxes.Divisions`."""
        if self._places is None:
            self._divide()
        return self._reaches

    @property
    def lefts(self) -> tuple[float, ...]:
        """See `boxes.Divisions`."""
        if self._places is None:
            self._divide()
        return self._lefts

    def _divide(self) -> None:
        shape, scale = self._word.shape, self._word.look.size / 1000
        begins = dict(
            zip(reversed(shape.clusters), reversed([*accumulate(shape.advances, initial=0.0)][:-1]), strict=True)
        )
        places = divisions(self._word.text, self._style.format.language)
        self._places = tuple(place for place in places if place in begins)
        self._lefts = tuple(begins[place] * scale for place in self._places)
        hyphen = self._style.hyphen_reach
        self._reaches = tuple(left + hyphen for left in self._lefts)

    def parts(self, piece: Piece, number: int) -> tuple[Piece, Piece]:
        """See `boxes.Divisions`."""
        found = self._parts.get((piece, number))
        if found is None:
            if self._places is None:
                self._divide()
            place = (self._places or ())[number]
            font, text = piece.look.font, piece.text
            head = self._style.hyphened(self._style.shaped(font, text[:place], After.JOIN))
            tail = replace(self._style.shaped(font, text[place:], piece.after), space=piece.space)
            found = self._parts[piece, number] = (head, tail)
        return found


class _Spaced(dict[str, tuple[Piece, ...]]):
    """Words with a space after them. What shows nothing has none: one stands before it, or it begins the text."""

    def __init__(self, style: TextStyle) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        pieces = self._style.fresh(word)
        if pieces:
            last = pieces[-1]
            last.after, last.space, last.gap = After.SPACE, self._style.space, 0.0
        self[word] = tuple(pieces)
        return self[word]


def _hyphen(font: Font) -> str:
    """What divides words in the font; nothing if it has no hyphen."""
    return next((mark for mark in "\u2010-" if font.has(mark)), "")


def _count(pieces: list[Piece], word: str) -> None:
    """Tells the pieces what they stand for: the first one all of the word, if that is not shown as it is."""
    count = len(word.translate(_UNCOUNTED))
    if sum(piece.source for piece in pieces) != count:
        for piece in pieces:
            piece.source = 0
        if pieces:
            pieces[0].source = count
