"""A document's editions on disk, made one after the other; side_by_side.py makes them in several processes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter

from procpub.diagnostics import Diagnostic, Report
from procpub.errors import FaultError, ProcpubError
from procpub.files import write_file
from procpub.interfaces import AttachingWriter, Edition, PageMap, PagingWriter, Writer
from procpub.model.contents import Contents
from procpub.model.proceedings import Proceedings
from procpub.style import Style

PAGED = "pdf"
"""Begun first, so that the other editions can name its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What every edition is made of."""

    proceedings: Proceedings
    contents: Contents
    style: Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An edition to be made: its format's name, its writer, and where it goes."""

    format: str
    writer: Writer
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An edition on disk: size in bytes, pages if it has any, seconds that it took, what its writer reported."""

    format: str
    path: Path
    size: int
    pages: int | None
    seconds: float
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An edition that was not made, and what its writer reported before; what was at its place still is."""

    format: str
    error: ProcpubError
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class SourceAttached:
    """A writer whose editions carry the document's source, made by another."""

    suffix: str
    writer: AttachingWriter
    source: Writer
    source_format: str
    stem: str

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The edition, with its source attached."""
        manuscript = Manuscript(proceedings=proceedings, contents=contents, style=style)
        source = rendered(self.source_format, self.source, manuscript, Report())
        writer = self.writer.attaching(source, f"{self.stem}{source.suffix}")
        return writer.write(proceedings, contents, style, report, pages=pages)


def rendered(
    name: str, writer: Writer, manuscript: Manuscript, report: Report, pages: PageMap | None = None
) -> Edition:
    """The edition in memory; whatever the writer trips over is a fault of its own, and stops no other.

    Raises:
        ProcpubError: the edition cannot be made.
    """
    with _faults_of(name):
        return writer.write(manuscript.proceedings, manuscript.contents, manuscript.style, report, pages=pages)


def in_turn(
    orders: Sequence[Order], manuscript: Manuscript, progress: Callable[[str], None]
) -> dict[str, Written | Failed]:
    """Makes the editions one after the other and writes them; one that fails stops no other.

    Args:
        orders: the editions.
        manuscript: what they are made of.
        progress: called with the name of each format when work on it begins.

    Returns:
        What came of each, by format.
    """
    results = {}
    pages = None
    for order in paged_first(orders):
        progress(order.format)
        begun = begin(order, manuscript, pages)
        results[order.format] = begun.finish()
        pages = pages or begun.pages
        del begun  # and with it all that was laid out
    return results


def paged_first(orders: Sequence[Order]) -> list[Order]:
    """The orders as they are made: that of the edition with the pages, which the others name, and then the others."""
    return sorted(orders, key=lambda order: order.format != PAGED)


@dataclass(frozen=True, slots=True)
class Begun:
    """An edition of which the pages are known, if others are to name them; `finish` makes it, and writes it to disk."""

    pages: PageMap | None
    finish: Callable[[], Written | Failed]


def begin(order: Order, manuscript: Manuscript, pages: PageMap | None = None) -> Begun:
    """Begins an edition, which names these pages. What goes wrong, now or later, is told when it is finished."""
    started, report = perf_counter(), Report()
    own: PageMap | None = None
    try:
        if isinstance(order.writer, PagingWriter):
            with _faults_of(order.format):
                laid_out = order.writer.lay_out(manuscript.proceedings, manuscript.contents, manuscript.style, report)
            own, make = laid_out.pages, laid_out.edition
        else:
            make = partial(rendered, order.format, order.writer, manuscript, report, pages)
            if order.format == PAGED:
                edition = make()
                own, make = edition.pages, lambda: edition
    except ProcpubError as error:
        make = partial(_raise, error)
    return Begun(own, partial(_written, order, make, report, started))


def _raise(error: ProcpubError) -> Edition:
    raise error


def _written(order: Order, make: Callable[[], Edition], report: Report, started: float) -> Written | Failed:
    """The edition on disk; `report` is what its writer reports to."""
    try:
        with _faults_of(order.format):
            edition = make()
        write_file(order.path, edition.data)
    except ProcpubError as error:
        return Failed(format=order.format, error=error, diagnostics=tuple(report))
    return Written(
        format=order.format,
        path=order.path,
        size=len(edition.data),
        pages=len(edition.pages.labels) if edition.pages else None,
        seconds=perf_counter() - started,
        diagnostics=tuple(report),
    )


@contextmanager
def _faults_of(name: str) -> Iterator[None]:
    """Whatever the writer trips over is a fault of its own."""
    try:
        yield
    except ProcpubError:
        raise
    except Exception as error:
        raise FaultError(f"the {name} writer failed: {type(error).__name__}: {error}") from error
