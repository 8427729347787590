"""A document's editions on disk, made one after the other or side by side in processes: the same bytes either way."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from procpub.diagnostics import Diagnostic, Report
from procpub.errors import FaultError, OutputError, ProcpubError
from procpub.files import write_file
from procpub.interfaces import AttachingWriter, Edition, PageMap, PagingWriter, Writer
from procpub.model.contents import Contents
from procpub.model.proceedings import Group, Proceedings
from procpub.model.walk import pieces
from procpub.style import Style

if TYPE_CHECKING:  # loading it takes as long as making a short edition
    from concurrent.futures import Executor, Future

PAGED = "pdf"
"""Begun first, so that the other editions can name its pages."""

LONG = 1000
"""Blocks of a document for which other processes are worth starting."""


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


def write_editions(
    manuscript: Manuscript, orders: Sequence[Order], jobs: int | None, progress: Callable[[str], None]
) -> list[Written | Failed]:
    """Makes the editions and writes them; one that fails stops no other.

    The first is begun, and made, in this process. The others are made after it, or side by side with it as soon as the
    pages are known that they name.

    Args:
        manuscript: what they are made of.
        orders: the editions, one or more.
        jobs: processes to make them in, or None for as many as are worth it.
        progress: called with the name of each format when work on it begins, or is waited for.

    Returns:
        What came of each, in the order of `orders`.
    """
    first, *others = sorted(orders, key=lambda order: order.format != PAGED)
    count = min(_worth(manuscript) if jobs is None else jobs, len(orders))
    given = len(others) - (len(orders) // count - 1)  # to the workers; the last few are made here
    with _workers(manuscript, count - 1) as executor:
        progress(first.format)
        started, report = perf_counter(), Report()
        pages, finish = _begun(first, manuscript, report)
        futures = [executor.submit(_made_of_held, order, pages) for order in others[:given]] if executor else []
        results = {first.format: _written(first, finish, report, started)}
        del finish  # and with it all that is laid out on pages
        for order in others[given:]:
            progress(order.format)
            results[order.format] = _made(manuscript, order, pages)
        for order, future in zip(others, futures, strict=False):
            progress(order.format)
            results[order.format] = _result(order, future)
    return [results[order.format] for order in orders]


def _worth(manuscript: Manuscript) -> int:
    """How many processes pay: one for a short document, which is done before another process is there."""
    blocks = sum(len(piece.blocks) for piece in pieces(manuscript.proceedings) if not isinstance(piece, Group))
    if blocks < LONG:
        return 1
    from procpub.processes import available_cores

    return available_cores()


@contextmanager
def _workers(manuscript: Manuscript, count: int) -> Iterator["Executor | None"]:
    """So many processes that hold the manuscript, or none."""
    if not count:
        yield None
        return
    from procpub.processes import workers

    with workers(count, _hold, manuscript) as executor:
        yield executor


def _result(order: Order, future: "Future[Written | Failed]") -> Written | Failed:
    from concurrent.futures import BrokenExecutor

    try:
        return future.result()
    except BrokenExecutor:
        error = OutputError("the process that made it was ended from outside; if memory was short, try --jobs 1")
        return Failed(format=order.format, error=error, diagnostics=())


def _begun(order: Order, manuscript: Manuscript, report: Report) -> tuple[PageMap | None, Callable[[], Edition]]:
    """The edition's pages, if others are to name them, and what makes the edition, or raises why it cannot be made."""
    try:
        if isinstance(order.writer, PagingWriter):
            with _faults_of(order.format):
                laid_out = order.writer.lay_out(manuscript.proceedings, manuscript.contents, manuscript.style, report)
            return laid_out.pages, laid_out.edition
        if order.format == PAGED:
            edition = rendered(order.format, order.writer, manuscript, report)
            return edition.pages, lambda: edition
    except ProcpubError as error:
        return None, partial(_raise, error)
    return None, partial(rendered, order.format, order.writer, manuscript, report)


def _raise(error: ProcpubError) -> Edition:
    raise error


_held: list[Manuscript] = []
"""In a worker process: what all its editions are made of."""


def _hold(manuscript: Manuscript) -> None:
    _held[:] = [manuscript]


def _made_of_held(order: Order, pages: PageMap | None) -> Written | Failed:
    result = _made(_held[0], order, pages)
    if isinstance(result, Failed):
        # Exceptions are sent without their tracebacks.
        result.error.add_note("".join(traceback.format_exception(result.error)))
    return result


def _made(manuscript: Manuscript, order: Order, pages: PageMap | None) -> Written | Failed:
    started, report = perf_counter(), Report()
    return _written(order, partial(rendered, order.format, order.writer, manuscript, report, pages), report, started)


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
