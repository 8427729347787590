"""What cannot go on: one exception a kind, each with the exit code that the command line ends with.

A message is one sentence for a stranger: it names the file, the line where there is one, and what to do.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the command ended; documented in the README."""

    DONE = 0
    ATTENTION = 1
    """Done, but the `--fail-on` level was reached or editions disagree."""
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    FAULT = 5


class ProcpubError(Exception):
    """Base of all errors that procpub raises on purpose."""

    exit_code = ExitCode.FAULT


class UsageError(ProcpubError):
    """The request makes no sense: an unknown format, style or option."""

    exit_code = ExitCode.USAGE


class MissingLibraryError(UsageError):
    """A format's library is not installed; the message names the extra that brings it."""


class InputError(ProcpubError):
    """The input cannot be read: missing, empty, binary, malformed, too large."""

    exit_code = ExitCode.INPUT


class OutputError(ProcpubError):
    """An edition cannot be made or written."""

    exit_code = ExitCode.OUTPUT


class FaultError(ProcpubError):
    """procpub broke one of its own rules; please report it."""

    exit_code = ExitCode.FAULT
