"""Editions made side by side in processes: with the same bytes as one after the other, but sooner.

Half of a short volume's time goes into loading libraries, half of a long one's into laying out the pages that the
other editions name. So a worker, the press, starts before the source is read, and loads what the edition with the pages
needs. It lays the document out as soon as there is one; this process loads what other editions need meanwhile. When the
pages are known, all editions are made at once: each process, and further workers if there are, takes its share of them.
"""

import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from procpub.diagnostics import Report
from procpub.editions import Begun, Failed, Manuscript, Order, Written, begin, in_turn, paged_first, rendered
from procpub.errors import OutputError, ProcpubError
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import Style

if TYPE_CHECKING:  # loading it takes as long as making a short edition
    from concurrent.futures import Executor, Future

T = TypeVar("T")

Make = Callable[[Manuscript, Callable[[str], None]], dict[str, Written | Failed]]
"""Makes all editions of a manuscript, telling the progress, and gives what came of each, by format."""


@contextmanager
def makers(orders: Sequence[Order], style: Style, jobs: int | None) -> Iterator[Make]:
    """Whoever makes these editions, in as many processes as are asked for, this one among them, if each has an edition.

    Args:
        orders: the editions, one or more.
        style: how they are to look.
        jobs: processes, or None for one for each processor.
    """
    count = min(jobs or len(orders), len(orders))
    if jobs is None and count > 1:
        from procpub.processes import available_cores

        count = min(count, available_cores())
    if count == 1:
        yield partial(in_turn, orders)
        return
    from procpub.processes import workers

    shares = [paged_first(orders)[number::count] for number in range(count)]
    with ExitStack() as stack:
        # Each has an executor of its own, so that what one of them has laid out is finished by it.
        others = [stack.enter_context(workers(1)) for _ in range(count - 1)]
        for executor, share in zip(others, (shares[0], *shares[2:]), strict=True):
            for order in share:
                _submitted(executor, _rehearse, order, style)
        yield partial(_side_by_side, shares, others)


def _side_by_side(
    shares: Sequence[Sequence[Order]],
    executors: "Sequence[Executor]",
    manuscript: Manuscript,
    progress: Callable[[str], None],
) -> dict[str, Written | Failed]:
    """Makes the editions. The first share is the press's, the second is this process's."""
    (first, *more), ours, *theirs = shares
    press, *workers = executors
    packed = pickle.dumps(manuscript, pickle.HIGHEST_PROTOCOL)
    progress(first.format)
    laid_out = _submitted(press, _lay_out, packed, first)
    for order in ours:
        _rehearse(order, manuscript.style)
    pages = None if laid_out.exception() else laid_out.result()
    printed = _submitted(press, _finish)
    futures = [(first, printed)]
    for executor, share in zip((press, *workers), (more, *theirs), strict=True):
        futures += [(order, _submitted(executor, _made, packed, order, pages)) for order in share]
    results = {}
    for order in ours:
        progress(order.format)
        results[order.format] = begin(order, manuscript, pages).finish()
    for order, future in futures:
        progress(order.format)
        if order in more and _died(printed):  # it was never begun
            results[order.format] = begin(order, manuscript, pages).finish()
        else:
            results[order.format] = _result(order, future)
    return results


def _rehearse(order: Order, style: Style) -> None:
    """Makes an edition of nothing, for which all is loaded that one of something needs."""
    nothing = Proceedings()
    manuscript = Manuscript(proceedings=nothing, contents=contents_of(nothing, 1), style=style)
    with suppress(ProcpubError):  # it will be told of the edition proper
        rendered(order.format, order.writer, manuscript, Report())


def _submitted(executor: "Executor", work: Callable[..., T], *arguments: object) -> "Future[T]":
    """The work given to the executor; if its process is dead already, that is told with the result."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return executor.submit(work, *arguments)
    except BrokenExecutor as error:
        dead: Future[T] = Future()
        dead.set_exception(error)
        return dead


def _died(future: "Future[Written | Failed]") -> bool:
    """Whether the process died that was to do the work."""
    from concurrent.futures import BrokenExecutor

    return isinstance(future.exception(), BrokenExecutor)


def _result(order: Order, future: "Future[Written | Failed]") -> Written | Failed:
    if _died(future):
        error = OutputError("the process that made it was ended from outside; if memory was short, try --jobs 1")
        return Failed(format=order.format, error=error, diagnostics=())
    return future.result()


# What follows runs in a worker.

_begun: list[Begun] = []
"""The edition of which the pages have been told."""


@lru_cache(1)
def _unpacked(packed: bytes) -> Manuscript:
    """What all of the worker's editions are made of."""
    manuscript: Manuscript = pickle.loads(packed)  # noqa: S301 - our own
    return manuscript


def _lay_out(packed: bytes, order: Order) -> PageMap | None:
    _begun.append(begin(order, _unpacked(packed)))
    return _begun[0].pages


def _finish() -> Written | Failed:
    return _noted(_begun.pop().finish())


def _made(packed: bytes, order: Order, pages: PageMap | None) -> Written | Failed:
    return _noted(begin(order, _unpacked(packed), pages).finish())


def _noted(result: Written | Failed) -> Written | Failed:
    """The result, with a note of where an error arose: exceptions are sent without their tracebacks."""
    if isinstance(result, Failed):
        result.error.add_note("".join(traceback.format_exception(result.error)))
    return result
