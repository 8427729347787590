"""What an edition says: one plain value, whatever the format that it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

LINE_END = "\u2028"
"""In the text of a PDF: a line ends here without a space. Whether words are parted there, the file does not say."""


_HEADING = 40
"""Characters of a heading that tell which it is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, in words that a user finds it by ("page 12", "annex.xhtml, line 8"), the index of the
    page where there are pages, from 0, and the heading that it stands under.
    """

    words: str
    page: int | None = None
    under: str = ""

    def __str__(self) -> str:
        """The place in words, with the heading as far as it is not too long."""
        if not self.under:
            return self.words
        heading = self.under if len(self.under) <= _HEADING else f"{self.under[:_HEADING].rstrip()}…"
        return f"{self.words}, under “{heading}”"


NOWHERE = Place("")
"""The place of what is missing."""


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "table cell"
    CAPTION = "caption"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's number in the edition, the cell's place in the grid, from 1, whether it is a header, and how many rows
    and columns it takes.
    """

    table: int
    row: int
    column: int
    header: bool
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """The item of a list: how many lists it is in, from 1, its marker as far as it is known, and the block that it
    begins with: the index of the next one, if it is empty.
    """

    depth: int
    marker: str
    block: int
    place: Place


@dataclass(slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, a cell: its text as the edition has it, without markers of lists and calls of notes."""

    kind: Kind
    text: str
    place: Place
    level: int = 0
    """Of a heading, from 1."""
    cell: Cell | None = None
    alternative: str = ""
    """Of a figure: what it shows, in words."""
    stands_in: bool = False
    """Whether it is the description of a picture that is not there, shown in its place."""
    ids: tuple[str, ...] = ()
    """What links lead to it by."""
    page: str = ""
    """The label of the page that it begins on, where the edition itself has pages."""
    turns: Sequence[tuple[int, Place]] = ()
    """The pages that begin inside it: behind how many of its visible characters."""


@dataclass(slots=True, kw_only=True)
class Note:
    """A note: its text, and the block that calls it (its index), behind so many characters of its text."""

    text: str
    place: Place
    block: int
    offset: int


@dataclass(slots=True, kw_only=True)
class Entry:
    """A line of the contents or of the navigation: its level from 1, the number that is printed with it, and the block
    that its link leads to: the index, or None if it leads nowhere (`link` is what it says).
    """

    label: str
    level: int
    place: Place
    page: str = ""
    link: str = ""
    leads_to: int | None = None


@dataclass(slots=True, kw_only=True)
class Listing:
    """Contents, bookmarks, navigation: whatever lists the pieces of the volume. `name` says which ("bookmarks")."""

    name: str
    entries: Sequence[Entry]


@dataclass(slots=True, kw_only=True)
class PageStart:
    """Where a page of the PDF edition begins in the running text: behind so many of its visible characters."""

    label: str
    offset: int
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the running text or of a note that lead somewhere: an address outside of the volume, or a place in it.

    Of the latter, `address` is as the file has it, `is_dead` says whether there is no such place, and `leads_to` is the
    block there, if it is one.
    """

    address: str
    place: Place
    is_inner: bool = False
    is_dead: bool = False
    leads_to: int | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one edition in itself: a link that leads nowhere, a page number that is not true."""

    check: str
    message: str
    place: Place
    found: str = ""


@dataclass(slots=True, kw_only=True)
class Witness:
    """What an edition says.

    `blocks` are its running text in reading order, from the first piece to the last: no title page, no contents, no
    index, no notes.
    """

    format: str
    blocks: Sequence[Block]
    is_structured: bool = True
    """Whether paragraphs, headings, lists, tables, notes and pictures can be told apart: not in a PDF without tags."""
    title_page: str = ""
    imprint: str | None = None
    """The imprint page and the colophon; None if the format keeps what they say elsewhere."""
    listings: Sequence[Listing] = ()
    notes: Sequence[Note] = ()
    items: Sequence[Item] = ()
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The metadata. A fact that the format has a place for is there, empty if the edition says nothing."""
    page_starts: Sequence[PageStart] | None = None
    """None if the edition does not tell the pages of the PDF."""
    links: Sequence[Link] = ()
    furniture: Sequence[tuple[str, Place]] = ()
    """What stands at the head and foot of pages, line by line."""
    other_headings: Sequence[str] = ()
    """Headings that are no pieces': of the contents, of an index."""
    complaints: Sequence[Complaint] = ()

    def headings(self) -> Iterator[tuple[int, Block]]:
        """The headings and their indices."""
        return ((index, block) for index, block in enumerate(self.blocks) if block.kind is Kind.HEADING)
