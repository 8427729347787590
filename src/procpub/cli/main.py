"""Where the process begins and ends: signals, streams, and every error as one line and an exit code."""

import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from procpub.cli.commands import app
from procpub.errors import ExitCode, ProcpubError

INTERRUPTED = 128
"""An interrupted run ends with this and the signal's number, as shells do: 130 after Ctrl-C, 143 after SIGTERM."""


class _TerminatedError(BaseException):
    """SIGTERM, as an exception, so that what is half written is taken away on the way out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code (see `ExitCode`).

    Args:
        arguments: without the program's name; by default the process's own.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    _never_fail_to_print()
    debug = "--debug" in arguments
    try:
        with _terminable():
            color = False if os.environ.get("NO_COLOR") else None  # https://no-color.org
            result = app.main(list(arguments), prog_name="procpub", standalone_mode=False, color=color)
            return int(result or ExitCode.DONE)
    except (click.Abort, KeyboardInterrupt):
        return _end("interrupted; nothing is half written", INTERRUPTED + signal.SIGINT)
    except _TerminatedError:
        return _end("terminated; nothing is half written", INTERRUPTED + signal.SIGTERM)
    except click.ClickException as error:
        where = f" (see {error.ctx.command_path} --help)" if isinstance(error, click.UsageError) and error.ctx else ""
        return _end(f"{error.format_message()}{where}", ExitCode.USAGE)
    except ProcpubError as error:
        return _end(str(error), error.exit_code, error if debug else None)
    except Exception as error:
        advice = "please report it" if debug else "please report it, with what --debug prints"
        message = f"this is a fault of procpub ({type(error).__name__}: {error}); {advice}"
        return _end(message, ExitCode.FAULT, error if debug else None)


def _end(message: str, code: int, cause: Exception | None = None) -> int:
    if cause:
        traceback.print_exception(cause)
    click.echo(f"procpub: error: {' '.join(message.split())}", err=True)
    return code


def _never_fail_to_print() -> None:
    """A Chinese title on a console that knows no Chinese is shown by code points, instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _terminable() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _TerminatedError

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
