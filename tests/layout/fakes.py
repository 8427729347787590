"""A type style without fonts: every character is as wide as half the size."""

from typing import cast

from procpub.layout.boxes import Look
from procpub.layout.breaking import After, segments
from procpub.layout.fonts import Font
from procpub.layout.text import Piece


class FakeFont:
    """All characters are 500 thousandths wide."""

    def __init__(self) -> None:
        self.widths = {ord("-"): 500.0}

    def width(self, text: str) -> float:
        return 500.0 * len(text)


LOOK = Look(cast(Font, FakeFont()), 10.0, 0.0, "#000000", "", "")
"""At 10 points: five points a character."""


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text, each character five points wide."""
    out: list[Piece] = []
    for word in text.split(" "):
        out += (Piece(part, 5.0 * len(part), LOOK, after) for part, after in segments(word))
        out.append(Piece(" ", 5.0, LOOK, After.SPACE))
    return out[:-1]
