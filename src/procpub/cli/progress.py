"""A progress bar on a terminal; nothing in logs and pipes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(steps: int, *, hidden: bool) -> Iterator[Callable[[str], None]]:
    """Gives what is to be called with the name of each step as it begins."""
    if hidden or not sys.stderr.isatty():
        yield lambda step: None
        return
    with click.progressbar(length=steps, file=sys.stderr, show_eta=False, show_percent=False) as bar:

        def begin(step: str) -> None:
            bar.update(bool(bar.label))  # the step before is done; there is none before the first
            bar.label = f"{step:<6}"
            bar.render_progress()

        yield begin
        bar.update(1)
