"""Text in a font without a file: every character is as wide as half the size."""

from typing import cast

from procpub.layout.boxes import Look, Piece
from procpub.layout.breaking import After, segments
from procpub.layout.fonts import Font, Shape
from procpub.layout.words import SOFT_HYPHEN


class FakeFont:
    """All characters are 500 thousandths wide."""

    def shape(self, text: str, *, right_to_left: bool = False) -> Shape:
        return Shape(tuple(map(ord, text)), tuple(range(len(text))), (500.0,) * len(text), None)


LOOK = Look(cast(Font, FakeFont()), 10.0, 0.0, "#000000", None)
"""At 10 points: five points a character."""


def piece(text: str, after: After = After.JOIN) -> Piece:
    """A stretch of text, each character five points wide, with its space or hyphen."""
    made = Piece(text, LOOK.font.shape(text), 5.0 * len(text), LOOK, after, source=len(text))
    made.stretch = text.count("\u00a0")
    if after is After.SPACE:
        made.space = 5.0
    elif after is After.HYPHEN:
        made.hyphen = piece(text + SOFT_HYPHEN)
    return made


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text."""
    words = [[piece(part, after) for part, after in segments(word)] for word in text.split(" ")]
    for word in words[:-1]:
        if word:
            word[-1].after, word[-1].space = After.SPACE, 5.0
    return [part for word in words for part in word]
