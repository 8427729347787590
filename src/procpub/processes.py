"""Worker processes, behind the executor interface of `concurrent.futures`."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from typing import Any

TERMINATED = 128 + signal.SIGTERM
"""The exit code of a worker that is no longer wanted, as shells count."""

GRACE = 2
"""Seconds in which a worker must have taken away what is half written."""


@contextmanager
def workers(count: int, prepare: Callable[..., None] | None = None, *prepared: Any) -> Iterator[Executor]:
    """An executor with so many processes, which start at once, and end with it, with an exception here, and with this
    process itself.

    Args:
        count: how many.
        prepare: called once in each of them, with all that follows, before any work.
        prepared: the arguments of `prepare`.
    """
    # Loading these takes as long as setting ten pages; who asks for the number of processors needs none of it.
    from concurrent.futures import BrokenExecutor
    from multiprocessing import active_children, get_context

    from procpub.pool import Pool

    before = set(active_children())
    executor = Pool(count, get_context(start_method()), _begin, (prepare, prepared))
    try:
        with suppress(BrokenExecutor):  # who gives them work will be told
            for _ in range(count):  # else they would start with the first work
                executor.submit(_begun)
        yield executor
    except BaseException:
        for process in set(active_children()) - before:
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def start_method() -> str:
    """How processes are started: forked where that is safe, for they then have all that is loaded and read here.

    Other systems than Linux cannot fork, or have libraries that do not survive it; nor do locks that another thread
    holds at that moment (https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods).
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def available_cores() -> int:
    """The processors that this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(prepare: Callable[..., None] | None, prepared: tuple[Any, ...]) -> None:
    """The first that a worker does."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare(*prepared)


def _begun() -> None:
    """Nothing is to be done."""


def _leave(*_: object) -> None:
    """As an exception, so that what is half written is taken away on the way out."""
    sys.unraisablehook = lambda _: None  # it may come in the middle of a destructor, of which nobody need be told
    if hasattr(signal, "alarm"):  # or in the middle of what goes on after every exception; then the system ends it
        signal.alarm(GRACE)
    sys.exit(TERMINATED)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(TERMINATED)
