"""The search for cycles of garbage, put off while millions of small objects are made that nearly all stay needed."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(after: Callable[[], object]) -> Iterator[None]:
    """Without the search, which would look through them again and again, for a quarter of the time; then `after` is
    done, and it goes on as before.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        after()
        if enabled:
            gc.enable()
