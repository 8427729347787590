"""How the outcome of a conversion is shown: diagnostics like a compiler's or as JSON, and a closing table."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from procpub import findings
from procpub.diagnostics import Diagnostic, Severity
from procpub.errors import FaultError, OutputError, ProcpubError
from procpub.findings import Finding

if TYPE_CHECKING:  # at run time it would load the whole model, for `--version` too
    from procpub.conversion import Conversion
    from procpub.verify import Verification

_COLOURS = {Severity.NOTE: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


def as_text(found: Iterable[Finding], source: str, *, colour: bool = False) -> str:
    """See `findings.as_text`; the severities have colours if asked for."""
    return findings.as_text(found, source, _coloured if colour else None)


def _coloured(severity: Severity) -> str:
    return click.style(severity.label, fg=_COLOURS[severity], bold=True)


def as_json(
    conversion: "Conversion", found: Iterable[Finding], source: str, agreement: "Verification | None" = None
) -> str:
    """See `findings.as_data`. `verification` is there if the editions were compared: as `procpub verify --report json`
    writes it.
    """
    data = findings.as_data(conversion, found, source)
    if agreement is not None:
        from procpub.verify.reports.json import as_data

        data["verification"] = as_data(agreement)
    import json

    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def summary(conversion: "Conversion", source: str) -> str:
    """The closing table: a row for what was read, a row an edition."""
    read = ("read", source, "", "", _seconds(conversion.seconds), _counted(conversion.diagnostics))
    editions = (
        (
            edition.format,
            str(edition.path),
            _size(edition.size),
            "" if edition.pages is None else str(edition.pages),
            _seconds(edition.seconds),
            _counted(edition.diagnostics),
        )
        for edition in conversion.editions
    )
    failed = ((each.format, "not made", "", "", "", _counted(each.diagnostics)) for each in conversion.failures)
    return table(("edition", "file", "size", "pages", "time", "diagnostics"), [read, *editions, *failed], right="2345")


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: str = "") -> str:
    """Columns under a head, two spaces between them; `right` has the indices of those that are set flush right."""
    lines = [head, *rows]
    widths = [max(map(columns, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(
            _padded(cell, width, flush_right=str(index) in right)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        + "\n"
        for line in lines
    )


def _padded(cell: str, width: int, *, flush_right: bool) -> str:
    space = " " * (width - columns(cell))
    return space + cell if flush_right else cell + space


def columns(text: str) -> int:
    """Columns on a terminal: East Asian characters take two."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _counted(diagnostics: Iterable[Diagnostic]) -> str:
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    words = (f"{counts[each]} {each.label}{'s' * (counts[each] > 1)}" for each in sorted(counts, reverse=True))
    return ", ".join(words) or "none"


def _size(size: int) -> str:
    return f"{size / 1000:,.0f} kB" if size < 1e6 else f"{size / 1e6:.1f} MB"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s"


def failure(error: Exception, *, debug: bool, about: str = "") -> None:
    """One line on standard error for what went wrong `about` an edition; with `debug`, where it arose stands above."""
    if debug:
        import traceback

        traceback.print_exception(error)
    message = str(error)
    if not isinstance(error, ProcpubError):
        message = f"this is a fault of procpub ({type(error).__name__}: {error})"
    if not isinstance(error, ProcpubError) or isinstance(error, FaultError):
        message += "; please report it" if debug else "; please report it, with what --debug prints"
    error_line(f"{about}: {message}" if about else message)


def error_line(message: str) -> None:
    """A message of whatever form, as the one line on standard error that every error is."""
    click.echo(f"procpub: error: {' '.join(message.split())}", err=True)


def put(text: str) -> None:
    """Prints to standard output. A reader that has gone away (`procpub formats | head`) is no error.

    Raises:
        OutputError: standard output goes where it cannot be written, to a full disk for instance.
    """
    try:
        click.echo(text, nl=False)
    except OSError as error:
        # What is left in the buffer must go somewhere when Python ends (see the note on SIGPIPE in its documentation).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise OutputError(f"standard output cannot be written: {error.strerror}") from error
