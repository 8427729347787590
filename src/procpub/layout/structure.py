"""The logical structure of a book: what each mark on its pages belongs to, in reading order; no file format.

The kinds are those that accessible formats share (ISO 32000-1, 14.8.4, calls them standard structure types). Whatever
is drawn belongs to an element, or is furniture that reading aloud leaves out: running heads, folios, rules, leaders.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from procpub.model.nodes import MarkerStyle


class Kind(Enum):
    """What an element is."""

    DOCUMENT = auto()
    PART = auto()
    """A group of contributions."""
    SECTION = auto()
    """A piece under a heading, or a section of one."""
    DIVISION = auto()
    """Blocks that belong together: what one voice says."""
    CONTENTS = auto()
    CONTENTS_ENTRY = auto()
    INDEX = auto()
    TITLE = auto()
    """The title of the book, on its title page."""
    HEADING = auto()
    """Its level is the number of headed sections around it."""
    PARAGRAPH = auto()
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    LABEL = auto()
    """Of a list's item or a note: its marker."""
    BODY = auto()
    """What an item holds beside its label."""
    TABLE = auto()
    TABLE_HEAD = auto()
    TABLE_BODY = auto()
    ROW = auto()
    HEADER_CELL = auto()
    CELL = auto()
    CAPTION = auto()
    FIGURE = auto()
    NOTE = auto()
    LINK = auto()
    """Inline, like the next two: such elements have no place among their parent's children, but come where their first
    words are drawn."""
    REFERENCE = auto()
    """A link to another place in the book: the call of a note, a contents entry's words, a page number in an index."""
    SPAN = auto()
    """Words in another language."""


class Scope(Enum):
    """What a header cell is the header of."""

    COLUMN = auto()
    ROW = auto()


@dataclass(slots=True, eq=False)
class Element:
    """One element. Each is itself alone: two are never equal.

    `children` are the blocks in it, in reading order; what is drawn for the element itself comes before these.
    """

    kind: Kind
    parent: "Element | None" = None
    children: "list[Element]" = field(default_factory=list)
    language: str = ""
    """BCP 47 tag, where it is not that of what is around it."""
    alternative: str = ""
    """What a figure shows, or a link leads to, in words."""
    target: str = ""
    """Of a link or reference: a URI, or `#` and an anchor (see `boxes.Anchor`)."""
    numbering: MarkerStyle | None = None
    """Of a list."""
    scope: Scope | None = None
    """Of a header cell."""
    rows: int = 1
    columns: int = 1
    """How many rows and columns of its table a cell takes."""

    def add(self, kind: Kind, *, language: str = "", alternative: str = "") -> "Element":
        """A new last child."""
        child = Element(kind, self, language=language, alternative=alternative)
        self.children.append(child)
        return child

    def inline(self, kind: Kind, *, language: str = "", target: str = "") -> "Element":
        """A new element inside this one's line of text, which is placed where it is drawn."""
        return Element(kind, self, language=language, target=target)
