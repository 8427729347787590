"""What layout produces: marks with coordinates, boxes that stack, pages. Values only; no file format.

All lengths are in points. Inside a box, `x` runs to the right from the frame's left edge and `y` down from the box's
top; on a page, both run from the page's top left corner.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from math import ceil
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeGuard

from procpub.layout.breaking import After
from procpub.layout.fonts import Font, Shape
from procpub.layout.structure import Element
from procpub.model.nodes import Image


class Look(NamedTuple):
    """How characters are drawn: a font at a size, raised by `rise`, in a colour (#rrggbb); `element` is the inline
    element that they belong to, None if they are plain words of their line's.
    """

    font: Font
    size: float
    rise: float
    colour: str
    element: Element | None


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of text in one look that no line ends inside of, unless it is hyphenated. Each is itself alone, so that
    what is worked out for one can be kept by it: equal words of one style share one piece.
    """

    text: str
    """In logical order, as it is to be read back; a hyphen at a line's end is U+00AD there."""
    shape: Shape
    """Its glyphs, in the order that they are drawn in."""
    width: float
    look: Look
    after: After
    """What may happen after it; it is followed by a space if that is `After.SPACE`."""
    space: float = 0.0
    """The natural width of that space; 0 without one."""
    stretch: float = 0.0
    """How many word spaces there are in it, of those that change where a line is justified: its no-break spaces."""
    gap: float = 0.0
    """How much of a word space's change a gap after it takes where there is no space: between ideographs."""
    hyphen: "Piece | None" = None
    """Itself with a hyphen, for the end of a line, if `after` is `After.HYPHEN`."""
    divisions: "Divisions | None" = None
    """How it may be divided at the end of a line; None if it may not."""
    hang_left: float = 0.0
    hang_right: float = 0.0
    """How far it may stand out of the measure at the beginning and at the end of a line."""
    source: int = 0
    """How many characters of the document it stands for, white space and soft hyphens not counted."""
    level: int = 0
    """Its bidirectional embedding level (UAX #9): odd runs from right to left. Before its paragraph is worked out, 1 if
    it has letters that do.
    """
    note: "tuple[Box, ...]" = ()
    """The footnote that it calls."""
    call: int = 0
    """The number of that note in the book, from 1."""

    def __copy__(self) -> "Piece":
        return Piece(*_values(self))  # a fifth of the time that `copy` or `replace` take on their own


_values = attrgetter(*[field.name for field in fields(Piece)])


class Divisions(Protocol):
    """Where a word may be divided at the end of a line."""

    @property
    def reaches(self) -> Sequence[float]:
        """How wide what is left on the line is, its hyphen too, as far as it does not hang out; for each division."""
        ...

    @property
    def lefts(self) -> Sequence[float]:
        """Where in the word what goes over to the next line begins."""
        ...

    def parts(self, piece: Piece, number: int) -> tuple[Piece, Piece]:
        """Both parts of the piece by the division of this number, from 0; the first with a hyphen."""
        ...


class Line(NamedTuple):
    """Pieces that follow each other from `x` on the baseline `y`, in the order that they are drawn in.

    `word_space` is added to the space after each piece that has one (but not after the last piece) and to each no-break
    space; so much times `Piece.gap` to each gap. All of that, glyphs and spaces, is then made wider or narrower by
    `expansion`, a factor near 1. `element` is what the line belongs to; None for furniture.
    """

    x: float
    y: float
    width: float
    pieces: tuple[Piece, ...]
    word_space: float = 0.0
    element: Element | None = None
    expansion: float = 1.0

    @property
    def text(self) -> str:
        """Its characters, spaces among them."""
        return "".join(f"{piece.text} " if piece.after is After.SPACE else piece.text for piece in self.pieces).rstrip()


class Rule(NamedTuple):
    """A horizontal rule; `y` is its middle."""

    x: float
    y: float
    width: float
    thickness: float


class Picture(NamedTuple):
    """An image; `x` and `y` are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    image: Image
    element: Element


class LinkArea(NamedTuple):
    """Where a click leads to `target`: a URI, or `#` and an anchor; `x` and `y` are the top left corner."""

    x: float
    y: float
    width: float
    height: float
    target: str
    element: Element
    """A link or reference."""


ON_GRID = 0.01
"""A line that is so little of the grid's pitch below it stands on it."""

Mark = Line | Rule | Picture | LinkArea

Anchor = str | tuple[str, int]
"""What begins at a box: a piece, by its id, or a block, by the id of its piece and its index there. The string
`note:N` is where the Nth note of the book stands, `call:N` where it is called; no id has a colon."""


def is_piece(anchor: Anchor) -> TypeGuard[str]:
    """Whether it is a piece that begins there."""
    return isinstance(anchor, str) and ":" not in anchor


def turn_anchor(piece: str, index: int) -> str:
    """What begins at a block, besides it, in which somebody takes the floor: links lead to strings only."""
    return f"turn:{piece}:{index}"


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
    grid: bool = False
    """It stands on the baseline grid."""
    notes: "tuple[tuple[Box, ...], ...]" = ()
    """The footnotes called in it, in order, each as a stack."""
    anchors: tuple[Anchor, ...] = ()
    repeat: "tuple[Box, ...]" = ()
    """What stands above it if it begins a page: a table's head, its marks without elements."""


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
    content: tuple[Placed, ...]
    """The text and its notes; positions are counted from the text's top left corner."""
    left: float = 0.0
    top: float = 0.0
    """Where that corner is on the page."""
    head: Placed | None = None
    """The running head, placed on the page."""
    folio: Placed | None = None

    @property
    def boxes(self) -> Iterator[Placed]:
        """The content, placed on the page."""
        return (Placed(self.left + x, self.top + y, box) for x, y, box in self.content)


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the book: the page's index from 0, and the distance from its top."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """A whole book, laid out. The first `front` pages are numbered in Roman numerals from i, the others from 1. Whoever
    draws the pages may take them out, so that a long book is not held as marks and as what these become.
    """

    width: float
    height: float
    front: int
    pages: list[Page]
    places: Mapping[Anchor, Position]
    """Where every piece, every block and every note begins."""
    structure: Element
    """The book in reading order: an element of the kind `DOCUMENT`."""

    def label(self, anchor: Anchor) -> str:
        """The label of the page that the piece or block begins on.

        Raises:
            KeyError: the book has no such piece or block.
        """
        return self.pages[self.places[anchor].page].label


def next_top(bottom: float, after: float, box: Box, grid: float) -> float:
    """Where a box begins that follows one which ends at `bottom` with this space after it.

    `grid` is the pitch of the baseline grid, counted from where the stack begins; 0 for none.
    """
    top = bottom + max(after, box.before)
    return ceil(top / grid - ON_GRID) * grid if grid and box.grid else top


def stack(boxes: Sequence[Box], top: float = 0.0, grid: float = 0.0) -> tuple[Placed, ...]:
    """The boxes one under the other from `top` on, at x 0; lines on a baseline grid if there is one."""
    placed: list[Placed] = []
    y = after = 0.0
    for box in boxes:
        if placed:
            y = next_top(y, after, box, grid)
        placed.append(Placed(0.0, top + y, box))
        y += box.height
        after = box.after
    return tuple(placed)


def stack_height(boxes: Sequence[Box], grid: float = 0.0) -> float:
    """The height of the boxes one under the other; spaces above the first and below the last don't count."""
    placed = stack(boxes, 0.0, grid)
    return placed[-1].y + placed[-1].box.height if placed else 0.0
