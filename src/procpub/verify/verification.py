"""What came of comparing editions: plain values, for whoever shows them."""

from dataclasses import dataclass

from procpub.verify.witness import Place

CONTENTS = "contents"
LINKS = "links"
PAGE_NUMBERS = "page numbers"
RUNNING_HEADS = "running heads"
TEXT = "text"
PEOPLE = "people and metadata"
SOURCE = "source"
"""The comparison with the text that the editions were made from."""

NAMES = (
    CONTENTS, LINKS, PAGE_NUMBERS, RUNNING_HEADS, "title page", "imprint", TEXT, "notes", "headings", "lists",
    "tables", "figures", "addresses", "pages", PEOPLE, SOURCE,
)  # fmt: skip
"""The checks in the order of reports; docs/verify.md says what each compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an edition says at a place: the words, those before and behind, and where; `part` tells which list of the
    edition says it, if it has several: its contents, its bookmarks.
    """

    edition: str
    words: str
    before: str = ""
    behind: str = ""
    place: Place
    part: str = ""

    @property
    def who(self) -> str:
        """The edition, and the list."""
        return f"{self.edition} ({self.part})" if self.part else self.edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A disagreement: the check that found it, one sentence, which editions are wrong as far as can be told, and what
    each says.
    """

    check: str
    message: str
    dissenting: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A check of one edition: how much was compared (None: the edition does not speak of it, or stands alone)."""

    check: str
    edition: str
    compared: int | None
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of it: the names of the editions in order, an outcome a check and edition, and the differences."""

    editions: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def agree(self) -> bool:
        """Whether all is well."""
        return not self.differences
