"""Where the process begins and ends: signals, streams, and every error as one line and an exit code."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click
from click.exceptions import NoArgsIsHelpError

from procpub.cli import show
from procpub.cli.commands import app
from procpub.errors import ExitCode, ProcpubError

TERMINATED = 128 + signal.SIGTERM
"""As shells do: 143. (Ctrl-C gives 130, by the same rule.)"""


class _TerminatedError(BaseException):
    """SIGTERM, as an exception, so that what is half written is taken away on the way out."""


def run(arguments: list[str]) -> int:
    """Runs one command and returns the exit code (see `ExitCode`).

    Args:
        arguments: without the program's name.
    """
    _never_fail_to_print()
    debug = "--debug" in arguments
    try:
        with _terminable():
            color = False if os.environ.get("NO_COLOR") else None  # https://no-color.org
            result = app.main(arguments, prog_name="procpub", standalone_mode=False, color=color, obj=debug)
            return int(result or ExitCode.DONE)
    except click.Abort as error:  # what click makes of KeyboardInterrupt
        raise KeyboardInterrupt from error
    except _TerminatedError:
        show.error_line("terminated; nothing is half written")
        return TERMINATED
    except NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except click.ClickException as error:
        where = f" (see {error.ctx.command_path} --help)" if isinstance(error, click.UsageError) and error.ctx else ""
        show.error_line(f"{error.format_message()}{where}")
        return ExitCode.USAGE
    except Exception as error:
        show.failure(error, debug=debug)
        return error.exit_code if isinstance(error, ProcpubError) else ExitCode.FAULT


def _never_fail_to_print() -> None:
    """A Chinese title on a console that knows no Chinese is shown by code points, instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _terminable() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TerminatedError

    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's business
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
