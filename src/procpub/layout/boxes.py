"""What layout produces: marks with coordinates, boxes that stack, pages. Values only; no file format.

All lengths are in points. Inside a box, `x` runs to the right from the frame's left edge and `y` down from the box's
top; on a page, both run from the page's top left corner.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from procpub.layout.fonts import Font
from procpub.model.nodes import Image


class Look(NamedTuple):
    """How characters are drawn: a font at a size, raised by `rise`, in a colour (#rrggbb); `target` is what they link
    to and `language` their BCP 47 tag where it is not the volume's, each empty if there is none.
    """

    font: Font
    size: float
    rise: float
    colour: str
    target: str
    language: str


class Run(NamedTuple):
    """Characters of one look; every one of them is in the look's font."""

    text: str
    look: Look


class Line(NamedTuple):
    """Runs that follow each other from `x` on the baseline `y`; `word_space` is added to every space in them."""

    x: float
    y: float
    width: float
    runs: tuple[Run, ...]
    word_space: float = 0.0


class Rule(NamedTuple):
    """A horizontal rule; `y` is its middle."""

    x: float
    y: float
    width: float
    thickness: float


class Picture(NamedTuple):
    """An image with its text for those who cannot see it; `x` and `y` are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    image: Image
    alternative: str


class LinkArea(NamedTuple):
    """Where a click leads to `target`: a URI, or `#id`; `x` and `y` are the top left corner."""

    x: float
    y: float
    width: float
    height: float
    target: str


Mark = Line | Rule | Picture | LinkArea

Anchor = str | tuple[str, int]
"""What begins at a box: a piece, by its id, or a block, by the id of its piece and its index there."""


class Box(NamedTuple):
    """What cannot be divided: a line of text, a picture. Boxes stack; between two stands the larger of the upper one's
    `after` and the lower one's `before`.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """No page ends after this box."""
    notes: "tuple[tuple[Box, ...], ...]" = ()
    """The footnotes called in it, in order, each as a stack."""
    anchors: tuple[Anchor, ...] = ()
    repeat: "tuple[Box, ...]" = ()
    """What stands above it if it begins a page: a table's head."""


class Placed(NamedTuple):
    """A box and where its top left corner is."""

    x: float
    y: float
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its label (the folio, printed or not), and what stands on it; a recto is a right-hand page."""

    label: str
    recto: bool
    boxes: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the book: the page's index from 0, and the distance from its top."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole book, laid out. The first `front` pages are numbered in Roman numerals from i, the others from 1."""

    width: float
    height: float
    front: int
    pages: tuple[Page, ...]
    places: Mapping[Anchor, Position]
    """Where every piece and every block begins."""

    def label(self, anchor: Anchor) -> str:
        """The label of the page that the piece or block begins on.

        Raises:
            KeyError: the book has no such piece or block.
        """
        return self.pages[self.places[anchor].page].label


def stack(boxes: Sequence[Box], top: float = 0.0) -> tuple[Placed, ...]:
    """The boxes one under the other from `top` on, at x 0."""
    placed: list[Placed] = []
    y, after = top, 0.0
    for box in boxes:
        if placed:
            y += max(after, box.before)
        placed.append(Placed(0.0, y, box))
        y += box.height
        after = box.after
    return tuple(placed)


def stack_height(boxes: Sequence[Box]) -> float:
    """The height of the boxes one under the other; spaces above the first and below the last don't count."""
    placed = stack(boxes)
    return placed[-1].y + placed[-1].box.height if placed else 0.0
