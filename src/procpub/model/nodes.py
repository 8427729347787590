"""The nodes of a document's text: inlines stand inside a line, blocks on lines of their own.

Both unions are closed: a `match` over `Inline` or `Block` ends in `assert_never`, so that a node added here fails type
checking in every writer that forgot it. They share a file because a note, which is an inline, holds blocks.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from procpub.diagnostics import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Common to all nodes of a document: the source lines it came from, no part of what it says."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Node):
    """A run of characters, never empty; two never stand side by side (see `check`)."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Node):
    """Italic in print."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(Node):
    """Bold in print."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Superscript(Node):
    """Raised: ordinals, exponents."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscript(Node):
    """Lowered: chemical formulas, indices."""

    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """A hyperlink: `target` is an absolute URI (http, https, mailto ...), or `#id` of a piece of this document."""

    target: str
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """A footnote at the place where it is called; `marker` is what the source printed there, if anything."""

    marker: str = ""
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign(Node):
    """A phrase in another language than its surroundings; `language` is a BCP 47 tag."""

    language: str
    children: "Inlines"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak(Node):
    """A line end that means something, as in an address or a displayed title."""


OWN_PAGES = "pdf"
"""The `edition` of page breaks that procpub's own print edition makes; no document brings such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Node):
    """Where a page of an edition begins: `label` is the folio as printed, `edition` whose page, in one token (print:
    the source's).

    Stands between blocks or inside a line.
    """

    label: str
    edition: str = "print"


Inline = Text | Emphasis | Strong | Superscript | Subscript | Link | Note | Foreign | LineBreak | PageBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """A paragraph of running text."""

    children: Inlines


class AddressKind(StrEnum):
    """Where in a speech an address stands by its sense."""

    SALUTATION = "salutation"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Node):
    """A line that addresses the audience ("Ladies and Gentlemen,") or takes leave of it ("Thank you.")."""

    kind: AddressKind
    children: Inlines


class MarkerStyle(StrEnum):
    """How the items of a list are marked."""

    BULLET = "bullet"
    DECIMAL = "decimal"
    LOWER_ALPHA = "lower-alpha"
    UPPER_ALPHA = "upper-alpha"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Node):
    """One item: the whole marker as printed ("1.", "(b)", "- a.", "*"; empty if none was) and at least one block."""

    marker: str = ""
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList(Node):
    """A list; nested lists are blocks of an item. `start` is the first item's number (1 for bullets)."""

    style: MarkerStyle
    start: int = 1
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """A quotation set off from the text."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verse(Node):
    """Lines of verse, or anything else whose line ends are part of it; one stanza."""

    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """A table cell; `header` where it names its row or column; spans count columns and rows, from 1."""

    children: Inlines
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Node):
    """A table row. Cells covered by a cell that spans rows from above are left out, as in HTML."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A table: `head` rows are repeated where it breaks over pages."""

    caption: Inlines = ()
    head: tuple[Row, ...] = ()
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture's bytes, with its media type (image/png or image/jpeg) and a file name without folders."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A figure: `alternative` is the text for those who cannot see it; without an image, it stands in for it."""

    image: Image | None = None
    alternative: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Node):
    """What one voice says: the speaker's label as printed, the id of the person if known, and the words."""

    label: Inlines
    who: str | None = None
    blocks: "Blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Node):
    """Something that happens while people speak, as printed: "(Applause.)"."""

    children: Inlines


Block = Paragraph | Address | ItemList | Quote | Verse | Table | Figure | Turn | Event | PageBreak
Blocks = tuple[Block, ...]
