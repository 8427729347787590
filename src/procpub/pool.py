"""A pool of processes of which each ends when it is told to."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Pool(ProcessPoolExecutor):
    """The standard library's, but for one thing: there, a worker that is told to end in the middle of its work gives
    SystemExit as the result, and goes on to the next; which raises it in the process that asked for the work, and can
    make that wait for ever for a pool that is being closed.
    """

    def submit(self, work: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> "Future[T]":
        """See `concurrent.futures.Executor`."""
        return super().submit(partial(_done, work), *arguments, **named)


def _done(work: Callable[..., T], *arguments: Any, **named: Any) -> T:
    try:
        return work(*arguments, **named)
    except SystemExit as error:
        os._exit(error.code if isinstance(error.code, int) else 1)
