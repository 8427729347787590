"""A document's editions on disk, made one after the other or side by side in processes: the same bytes either way."""

import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from procpub.diagnostics import Diagnostic, Report
from procpub.errors import FaultError, OutputError, ProcpubError
from procpub.files import write_file
from procpub.interfaces import AttachingWriter, Edition, PageMap, PagingWriter, Writer
from procpub.model.contents import Contents, contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import Style

if TYPE_CHECKING:  # loading it takes as long as making a short edition
    from concurrent.futures import Executor, Future

T = TypeVar("T")

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


@dataclass(frozen=True, slots=True)
class Hands:
    """Who makes editions: this process, and the workers of an executor, if there are any."""

    count: int = 1
    executor: "Executor | None" = None


@contextmanager
def hands(orders: Sequence[Order], style: Style, jobs: int | None) -> Iterator[Hands]:
    """As many processes as are asked for, this one among them, if there is an edition for each.

    They start at once, and load what they need for these editions while the source is still being read.

    Args:
        orders: the editions, one or more.
        style: how they are to look.
        jobs: how many, or None for one for each processor.
    """
    count = len(orders) if jobs is None else min(jobs, len(orders))
    if jobs is None and count > 1:
        from procpub.processes import available_cores

        count = min(count, available_cores())
    if count == 1:
        yield Hands()
        return
    from procpub.processes import workers

    with workers(count - 1) as executor:
        for order in _dealt(orders, count)[1]:
            _submitted(executor, _rehearse, order, style)
        yield Hands(count, executor)


def write_editions(
    manuscript: Manuscript, orders: Sequence[Order], by: Hands, progress: Callable[[str], None]
) -> list[Written | Failed]:
    """Makes the editions and writes them; one that fails stops no other.

    The first is begun, and made, in this process. The others are made after it, or side by side with it as soon as the
    pages are known that they name.

    Args:
        manuscript: what they are made of.
        orders: the editions, one or more.
        by: who makes them.
        progress: called with the name of each format when work on it begins, or is waited for.

    Returns:
        What came of each, in the order of `orders`.
    """
    (first, *ours), theirs = _dealt(orders, by.count)
    packed = pickle.dumps(manuscript, pickle.HIGHEST_PROTOCOL) if theirs else b""
    if by.executor:
        _submitted(by.executor, _unpacked, packed)  # while the pages are laid out
    progress(first.format)
    started, report = perf_counter(), Report()
    pages, finish = _begun(first, manuscript, report)
    futures = [_submitted(by.executor, _made_of, packed, order, pages) for order in theirs] if by.executor else []
    results = {first.format: _written(first, finish, report, started)}
    del finish  # and with it all that is laid out on pages
    for order in ours:
        progress(order.format)
        results[order.format] = _made(manuscript, order, pages)
    for order, future in zip(theirs, futures, strict=True):
        progress(order.format)
        results[order.format] = _result(order, future)
    return [results[order.format] for order in orders]


def _dealt(orders: Sequence[Order], count: int) -> tuple[list[Order], list[Order]]:
    """The orders of this process, and those of the workers, among so many processes.

    This one has the edition with the pages, on which the others wait, and if there are fewer processes than editions,
    the last of the others, too.
    """
    first, *others = sorted(orders, key=lambda order: order.format != PAGED)
    given = len(others) - (len(orders) // count - 1)
    return [first, *others[given:]], others[:given]


def _rehearse(order: Order, style: Style) -> None:
    """Makes an edition of nothing, for which all is loaded that one of something needs."""
    nothing = Proceedings()
    manuscript = Manuscript(proceedings=nothing, contents=contents_of(nothing, 1), style=style)
    with suppress(ProcpubError):  # it will be told of the edition proper
        rendered(order.format, order.writer, manuscript, Report())


@lru_cache(1)
def _unpacked(packed: bytes) -> Manuscript:
    """What a worker makes all its editions of."""
    manuscript: Manuscript = pickle.loads(packed)  # noqa: S301 - our own
    return manuscript


def _made_of(packed: bytes, order: Order, pages: PageMap | None) -> Written | Failed:
    """In a worker."""
    result = _made(_unpacked(packed), order, pages)
    if isinstance(result, Failed):
        # Exceptions are sent without their tracebacks.
        result.error.add_note("".join(traceback.format_exception(result.error)))
    return result


def _submitted(executor: "Executor", work: Callable[..., T], *arguments: object) -> "Future[T]":
    """The work given to the executor; if its processes are dead already, that is told with the result."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return executor.submit(work, *arguments)
    except BrokenExecutor as error:
        dead: Future[T] = Future()
        dead.set_exception(error)
        return dead


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
