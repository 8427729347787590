"""Words in one format: found fonts for, shaped, measured, hyphenated, each once."""

from dataclasses import dataclass, replace
from typing import Self

from procpub.layout.boxes import Look, Piece
from procpub.layout.breaking import After, is_ideographic, segments
from procpub.layout.fallback import Chain
from procpub.layout.fonts import Font
from procpub.layout.hyphenation import divisions
from procpub.layout.structure import Element

SMALL = 0.66
"""Size of raised and lowered characters, of the size around them."""

NO_SPACE = 250.0
"""Width of a space, in thousandths of the size, in a font that has none."""

IDEOGRAPHIC_GAP = 0.15
"""How much of a word space's change a gap between ideographs takes."""

SOFT_HYPHEN = "\u00ad"

_UNCOUNTED = dict.fromkeys(
    (0xA0, 0xAD, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF)
)
"""What `Piece.source` does not count: white space, soft hyphens and their like."""

HANG_LEFT = {"“": 0.5, "‘": 0.6, '"': 0.5, "'": 0.6, "(": 0.1, "«": 0.3, "„": 0.4}
"""How much of a character hangs out of the measure at the beginning of a line, so that margins look even."""

HANG_RIGHT = {
    "-": 0.6, "\u2010": 0.6, SOFT_HYPHEN: 0.6, ".": 0.7, ",": 0.7, ";": 0.4, ":": 0.4, "”": 0.5, "’": 0.6, '"': 0.5,
    "'": 0.6, "–": 0.3, "—": 0.2, "!": 0.2, "?": 0.1, ")": 0.1, "»": 0.3, "“": 0.4,
}  # fmt: skip
"""And at the end of one. Half of what pdfTeX's microtype takes would not be seen; all of it is too much for a serif."""


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

    def __init__(self, form: Format, chain: Chain) -> None:
        """`chain` holds the fonts of the format."""
        super().__init__()
        self.format = form
        self.chain = chain
        self.spaced = _Spaced(self)
        main = chain.main
        space = main.glyph(" ")
        self.space = (main.advance(space) if space else NO_SPACE) * form.size / 1000
        self.line_break = self.shaped(main, "", After.FORCED)
        self._divided: dict[Piece, tuple[tuple[Piece, Piece], ...]] = {}

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        shown = word.upper() if self.format.capitals else word
        for segment, after in segments(shown):
            runs = self.chain.resolve(segment)
            for index, (font, text) in enumerate(runs, start=1):
                pieces.append(self.shaped(font, text, after if index == len(runs) else After.JOIN))
        if len(pieces) == 1:
            pieces[0].divided = self.divided
        _count(pieces, word)
        self[word] = tuple(pieces)
        return self[word]

    def shaped(self, font: Font, text: str, after: After, *, right_to_left: bool = False) -> Piece:
        """The piece of a text that one font has, in one direction."""
        form = self.format
        scale = form.size / 1000
        shape = font.shape(text, right_to_left=right_to_left, language=form.language)
        piece = Piece(
            text,
            shape,
            sum(shape.advances) * scale,
            Look(font, form.size, form.rise, form.colour, form.element),
            after,
        )
        if text:
            if text[0] in HANG_LEFT:
                piece.hang_left = HANG_LEFT[text[0]] * font.advance(shape.glyphs[0]) * scale
            if text[-1] in HANG_RIGHT:
                piece.hang_right = HANG_RIGHT[text[-1]] * font.advance(shape.glyphs[-1]) * scale
        if "\u00a0" in text:
            piece.stretch = text.count("\u00a0")
        piece.source = len(text.translate(_UNCOUNTED))
        if after is After.BREAK and is_ideographic(text[-1]):
            piece.gap = IDEOGRAPHIC_GAP
        elif after is After.HYPHEN:
            piece.hyphen = self._hyphened(piece)
        return piece

    def with_space(self, piece: Piece) -> Piece:
        """The piece with a space after it."""
        return replace(piece, after=After.SPACE, space=self.space, gap=0.0)

    def divided(self, piece: Piece) -> tuple[tuple[Piece, Piece], ...]:
        """Every way to divide the piece at the end of a line: its first part with a hyphen, and what is left."""
        found = self._divided.get(piece)
        if found is None:
            found = self._divided[piece] = self._divisions(piece)
        return found

    def _divisions(self, piece: Piece) -> tuple[tuple[Piece, Piece], ...]:
        font, text = piece.look.font, piece.text
        out: list[tuple[Piece, Piece]] = []
        for place in divisions(text, self.format.language):
            head = self._hyphened(self.shaped(font, text[:place], After.JOIN))
            tail = replace(self.shaped(font, text[place:], piece.after), space=piece.space, note=piece.note)
            out.append((head, tail))
        return tuple(out)

    def _hyphened(self, piece: Piece) -> Piece:
        """The piece with a hyphen, which is read back as a soft one."""
        font = piece.look.font
        hyphen = next((mark for mark in "\u2010-" if font.has(mark)), "")
        drawn = self.shaped(font, piece.text + hyphen, After.JOIN)
        return replace(drawn, text=piece.text + SOFT_HYPHEN if hyphen else piece.text, source=piece.source)


class _Spaced(dict[str, tuple[Piece, ...]]):
    """Words with a space after them. What shows nothing has none: one stands before it, or it begins the text."""

    def __init__(self, style: TextStyle) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, word: str) -> tuple[Piece, ...]:
        pieces = self._style[word]
        self[word] = (*pieces[:-1], self._style.with_space(pieces[-1])) if pieces else ()
        return self[word]


def _count(pieces: list[Piece], word: str) -> None:
    """Tells the pieces how much of the word they stand for; the first one all of it, if the word is not shown as it is."""
    count = len(word.translate(_UNCOUNTED))
    if sum(piece.source for piece in pieces) != count:
        for piece in pieces:
            piece.source = 0
        if pieces:
            pieces[0].source = count
