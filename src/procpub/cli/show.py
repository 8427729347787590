"""How the outcome of a conversion is shown: diagnostics like a compiler's or as JSON, and a closing table."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from procpub.diagnostics import Diagnostic, Severity
from procpub.errors import FaultError, OutputError, ProcpubError

if TYPE_CHECKING:  # at run time it would load the whole model, for `--version` too
    from procpub.conversion import Conversion
    from procpub.editions import Failed, Written
    from procpub.verify import Verification

_COLOURS = {Severity.NOTE: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic, and the edition that it is about; None if it is about reading."""

    diagnostic: Diagnostic
    edition: str | None


def findings(conversion: "Conversion") -> tuple[Finding, ...]:
    """All diagnostics of the conversion: those of reading in the order of lines, then those of each edition."""
    results: tuple[Written | Failed, ...] = (*conversion.editions, *conversion.failures)
    reading = sorted(conversion.diagnostics, key=lambda found: found.span.first if found.span else 0)
    return (
        *(Finding(found, None) for found in reading),
        *(Finding(found, result.format) for result in results for found in result.diagnostics),
    )


def as_text(found: Iterable[Finding], source: str, *, colour: bool = False) -> str:
    """A line each, as compilers write them: `proceedings.txt:71: warning: message [code]`, and hints below."""
    return "".join(f"{line}\n" for finding in found for line in _lines(finding, source, colour))


def _lines(finding: Finding, source: str, colour: bool) -> Iterator[str]:
    diagnostic = finding.diagnostic
    where = f"{source}:{diagnostic.span.first}" if diagnostic.span else source
    label = diagnostic.severity.label
    if colour:
        label = click.style(label, fg=_COLOURS[diagnostic.severity], bold=True)
    about = f"{finding.edition}: " if finding.edition else ""
    yield f"{where}: {label}: {about}{diagnostic.message} [{diagnostic.code.slug}]"
    if diagnostic.hint:
        yield f"    hint: {diagnostic.hint}"


def as_json(
    conversion: "Conversion", found: Iterable[Finding], source: str, agreement: "Verification | None" = None
) -> str:
    """The outcome as one JSON object, the same for the same input; of the diagnostics, those in `found`.

    `source` is what was read; `editions` have format, file, bytes and pages (null if it has none); `failures` have
    format and message; `diagnostics` have severity, code, line and last_line (null if they are about no line), edition
    (null if they are about reading), message, hint and confidence (from 0 to 1). `verification` is there if the
    editions were compared: as `procpub verify --report json` writes it.
    """
    data: dict[str, Any] = {
        "source": source,
        "editions": [
            {"format": edition.format, "file": str(edition.path), "bytes": edition.size, "pages": edition.pages}
            for edition in conversion.editions
        ],
        "failures": [{"format": failed.format, "message": str(failed.error)} for failed in conversion.failures],
        "diagnostics": [_json(finding) for finding in found],
    }
    if agreement is not None:
        from procpub.verify.reports.json import as_data

        data["verification"] = as_data(agreement)
    import json

    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json(finding: Finding) -> dict[str, Any]:
    diagnostic = finding.diagnostic
    return {
        "severity": diagnostic.severity.label,
        "code": diagnostic.code.slug,
        "line": diagnostic.span.first if diagnostic.span else None,
        "last_line": diagnostic.span.last if diagnostic.span else None,
        "edition": finding.edition,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "confidence": diagnostic.confidence,
    }


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
