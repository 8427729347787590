"""Whether the files of a volume agree: editions on disk, and the source that they were made from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from procpub import conversion
from procpub.diagnostics import Code, Diagnostic, Report, Span
from procpub.errors import UsageError
from procpub.files import read_file
from procpub.interfaces import SourceText
from procpub.model.proceedings import Proceedings
from procpub.verify import SourceLine, Verification, verify

CHANGING = frozenset(
    {
        Code.UNDECODABLE_BYTES,
        Code.CONTROL_CHARACTERS,
        Code.UNPLACED_FRONT_MATTER,
        Code.CONTENTS_DISAGREE,
        Code.CONTENTS_ENTRY_NOT_FOUND,
        Code.FURNITURE,
        Code.DOUBLED_MARKER,
        Code.FOOTNOTE,
        Code.EMPHASIS,
        Code.CORRECTION,
        Code.CORRECTION_MOVED,
    }
)
"""The decisions by which words of the source are left out, changed, or put elsewhere."""


EDITIONS = frozenset({"pdf", "docx", "epub", "tei"})
"""The formats that can be verified."""


def verify_files(
    editions: Sequence[str | Path],
    *,
    source: str | Path | None = None,
    encoding: str | None = None,
    language: str | None = None,
    metadata: str | Path | None = None,
    corrections: str | Path | None = None,
) -> Verification:
    """Compares editions with each other, and with the plain text that they were made from.

    Args:
        editions: paths of PDF, DOCX, EPUB and TEI files.
        source: the text; it is read again, to know what was decided about which line.
        encoding: as for `procpub.read`, like `language`, `metadata` and `corrections`.
        language: see `encoding`.
        metadata: see `encoding`.
        corrections: see `encoding`.

    Raises:
        UsageError: no edition, or a source that is no plain text.
        InputError: a file cannot be read, or is no edition.
        MissingLibraryError: a library that reads the editions is not installed.
    """
    if not editions:
        raise UsageError("name the editions to verify")
    files = {name: read_file(Path(path)) for name, path in zip(_names(editions), editions, strict=True)}
    if source is None:
        return verify(files)
    text = conversion.read_source(source, encoding=encoding)
    if not isinstance(text, SourceText):
        raise UsageError("--source takes the plain text that the editions were made from; a TEI file is an edition too")
    report = Report()
    document = conversion.read(
        source, encoding=encoding, language=language, metadata=metadata, corrections=corrections, report=report
    )
    return verify(files, list(_lines(text, document, report)))


def verify_conversion(
    done: conversion.Conversion,
    source: str | Path | bytes,
    *,
    format: str | None,  # noqa: A002
    encoding: str | None,
) -> Verification:
    """Compares the editions that a conversion made with each other, and with the source if that is plain text.

    Args:
        done: what came of the conversion; editions of formats that cannot be verified are left out.
        source: as for `procpub.convert`, like `format` and `encoding`.
        format: see `source`.
        encoding: see `source`.

    Raises:
        UsageError: there is no edition that can be verified.
        InputError: a file cannot be read.
        MissingLibraryError: a library that reads the editions is not installed.
    """
    paths = [edition.path for edition in done.editions if edition.format in EDITIONS]
    if not paths:
        raise UsageError(f"there is nothing to verify: that takes an edition in {', '.join(sorted(EDITIONS))}")
    files = {name: read_file(path) for name, path in zip(_names(paths), paths, strict=True)}
    text = conversion.read_source(source, format=format, encoding=encoding)
    lines = _lines(text, done.proceedings, done.diagnostics) if isinstance(text, SourceText) else ()
    return verify(files, list(lines))


def _lines(text: SourceText, document: Proceedings, diagnostics: Iterable[Diagnostic]) -> Iterator[SourceLine]:
    """The lines of the source, each with the decisions by which editions may differ from it."""
    decisions: defaultdict[int, list[str]] = defaultdict(list)
    labels: set[int] = set()
    for diagnostic in diagnostics:
        if diagnostic.code in CHANGING:
            _mark(decisions, diagnostic.span, diagnostic.code.slug)
        if diagnostic.code is Code.CONTRIBUTION and diagnostic.span:
            labels |= {*range(diagnostic.span.first, diagnostic.span.last + 1)}
    if document.printed_contents:
        _mark(decisions, document.printed_contents.span, "printed-contents")
    for line in text.lines:
        yield SourceLine(line.number, line.text, tuple(decisions[line.number]), line.number in labels)


def _mark(decisions: defaultdict[int, list[str]], span: Span | None, decision: str) -> None:
    for number in range(span.first, span.last + 1) if span else ():
        decisions[number].append(decision)


def _names(paths: Iterable[str | Path]) -> list[str]:
    """What the editions are called: their files' names, or their paths where two have one name."""
    listed = [Path(path) for path in paths]
    for path, count in Counter(listed).items():
        if count > 1:
            raise UsageError(f"{path} is named twice; an edition is not compared with itself")
    counts = Counter(path.name for path in listed)
    return [path.name if counts[path.name] == 1 else str(path) for path in listed]
