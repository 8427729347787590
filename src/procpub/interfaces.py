"""The shapes that readers, passes and writers share. A plug-in needs this module and the model, nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, runtime_checkable

from procpub.diagnostics import Report
from procpub.model.contents import Contents
from procpub.model.metadata import Source
from procpub.model.proceedings import Proceedings
from procpub.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of plain text as it came: its number from 1, columns of indent (tabs to 8), text without either end's
    white space, and the page it is on, counted from 1 by form feeds.
    """

    number: int
    indent: int
    text: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """Plain text as it came, where recovery starts."""

    source: Source
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user knows better than the reader: `encoding` is a Python codec name."""

    encoding: str | None = None


class Reader(Protocol):
    """Turns the bytes of a file into text to be recovered, or into a document if the format holds one.

    Registered under the entry point group `procpub.readers`, by the file suffix that it reads (`txt`, `json`).

    Raises:
        InputError: the bytes cannot be read; the message says why, and will be shown behind the path.
    """

    def __call__(self, data: bytes, name: str, options: ReadOptions, report: Report, /) -> SourceText | Proceedings:
        """Reads `data`, the contents of the file called `name` (no folders)."""
        ...


Pass = Callable[[Proceedings, Report], Proceedings]
"""Idempotent; returns the same object if it has nothing to do; reports what an editor could doubt."""


class Break(NamedTuple):
    """A page that begins inside a block of a piece: how many of the block's characters stand before it, and its label.

    The page begins before the block's character with this number, counted from 0, or at the block's end if it has no
    more. What counts are the characters of the `Text` in the block and in all blocks inside it, in reading order, but
    for white space (`str.isspace`), soft hyphens (U+00AD) and zero-width spaces (U+200B), so that neither blanks nor
    divided words change the count. The text of notes does not count, nor do calls of notes, markers of lists, and
    descriptions of pictures, which are no `Text`. Where a page ends inside a row of a table, the lines of all its cells
    that stand on the pages before count.
    """

    offset: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMap:
    """The pages of the print edition: the labels of the pages that pieces' headings stand on, by the pieces' ids, and
    that their blocks begin on, by the piece's id and the block's index in it (not of blocks at its end that show
    nothing); and where pages begin inside blocks.
    """

    headings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    blocks: Mapping[tuple[str, int], str] = field(default_factory=lambda: MappingProxyType({}))
    breaks: Mapping[tuple[str, int], tuple[Break, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The pages that begin inside a block of a piece (with the block's index there, like `blocks`), in order. A page
    that begins with a heading or with such a block itself is not among them.
    """
    labels: tuple[str, ...] = ()
    """The labels of all pages, in the order of the edition."""

    def __reduce__(self) -> "tuple[Callable[..., PageMap], tuple[Any, ...]]":
        """As other processes can be sent it; mapping proxies cannot be."""
        return _page_map, (dict(self.headings), dict(self.blocks), dict(self.breaks), self.labels)


def _page_map(
    headings: dict[str, str],
    blocks: dict[tuple[str, int], str],
    breaks: dict[tuple[str, int], tuple[Break, ...]],
    labels: tuple[str, ...],
) -> PageMap:
    return PageMap(
        headings=MappingProxyType(headings),
        blocks=MappingProxyType(blocks),
        breaks=MappingProxyType(breaks),
        labels=labels,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A finished edition: format name, file suffix with its dot, media type, bytes, and its pages if it has any."""

    format: str
    suffix: str
    media_type: str
    data: bytes
    pages: PageMap | None = None


class Writer(Protocol):
    """Renders a document that passed `check`. Pure: no clock, no random ids, no network, no file outside the style.

    Registered under the entry point group `procpub.writers`, by the format's name.

    Raises:
        OutputError: the edition cannot be made.
    """

    suffix: str
    """File suffix of the editions, with its dot."""

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The edition. `pages` is the print edition's pagination where it was made in the same run."""
        ...


class LaidOut(Protocol):
    """A document on the pages of its edition, of which the file is still to be made."""

    @property
    def pages(self) -> PageMap:
        """The pages, as the edition will have them."""
        ...

    def edition(self) -> Edition:
        """The edition.

        Raises:
            OutputError: it cannot be made.
        """
        ...


@runtime_checkable
class PagingWriter(Writer, Protocol):
    """A writer that knows its pages before the edition is made, so that other writers can begin."""

    def lay_out(self, proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> LaidOut:
        """The pages; `write` does the same, and makes the edition of them."""
        ...


@runtime_checkable
class AttachingWriter(Writer, Protocol):
    """A writer whose editions can carry the document that they were made from."""

    def attaching(self, source: Edition, name: str) -> Writer:
        """A writer of editions with this one attached, as a file of this name."""
        ...


@runtime_checkable
class SchemaWriter(Writer, Protocol):
    """A writer whose editions follow a schema that users can check their own changes against."""

    def schema(self) -> str:
        """The schema, as the text of a file."""
        ...


def stem_of(path: Path) -> str:
    """The name that editions of this file bear: without any suffix that is a format's ("x.tei.xml" gives "x")."""
    stem = path.stem
    return stem.removesuffix(".tei") if path.suffix == ".xml" else stem
