"""What a conversion found, in one list: as lines like a compiler's, or as data for machines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from procpub.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:  # at run time it would load the whole model, for `--version` too
    from procpub.conversion import Conversion
    from procpub.editions import Failed, Written


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


def as_text(found: Iterable[Finding], source: str, label: Callable[[Severity], str] | None = None) -> str:
    """A line each, as compilers write them: `proceedings.txt:71: warning: message [code]`, and hints below.

    Args:
        found: what is told.
        source: the name of what was read.
        label: how severities are shown, if not by their names alone.
    """
    return "".join(f"{line}\n" for finding in found for line in _lines(finding, source, label))


def _lines(finding: Finding, source: str, label: Callable[[Severity], str] | None) -> Iterator[str]:
    diagnostic = finding.diagnostic
    where = f"{source}:{diagnostic.span.first}" if diagnostic.span else source
    severity = label(diagnostic.severity) if label else diagnostic.severity.label
    about = f"{finding.edition}: " if finding.edition else ""
    yield f"{where}: {severity}: {about}{diagnostic.message} [{diagnostic.code.slug}]"
    if diagnostic.hint:
        yield f"    hint: {diagnostic.hint}"


def as_data(conversion: "Conversion", found: Iterable[Finding], source: str) -> dict[str, Any]:
    """The outcome as the data of one JSON object, the same for the same input; of the diagnostics, those in `found`.

    `source` is what was read; `editions` have format, file, bytes and pages (null if it has none); `failures` have
    format and message; `diagnostics` have severity, code, line and last_line (null if they are about no line), edition
    (null if they are about reading), message, hint and confidence (from 0 to 1).
    """
    return {
        "source": source,
        "editions": [
            {"format": edition.format, "file": str(edition.path), "bytes": edition.size, "pages": edition.pages}
            for edition in conversion.editions
        ],
        "failures": [{"format": failed.format, "message": str(failed.error)} for failed in conversion.failures],
        "diagnostics": list(map(_data, found)),
    }


def _data(finding: Finding) -> dict[str, Any]:
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
