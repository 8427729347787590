"""THE FLOW: bytes -> reader -> recovery -> document -> contents -> writers -> editions on disk.

The module is not called after its chief function, for a module `procpub.convert` would hide the function
`procpub.convert`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from procpub import corrections_file, metadata_file, registry
from procpub.clock import source_date_epoch
from procpub.diagnostics import Code, Diagnostic, Report
from procpub.editions import PAGED, Failed, Manuscript, Order, SourceAttached, Written, rendered
from procpub.errors import FaultError, InputError, ProcpubError, UsageError
from procpub.files import check_name, make_folder, read_file, same_file
from procpub.interfaces import AttachingWriter, Edition, ReadOptions, SourceText, Writer, stem_of
from procpub.model.check import LANGUAGE, check
from procpub.model.contents import Contents, contents_of
from procpub.model.proceedings import Proceedings
from procpub.recovery.corrections import Entry
from procpub.side_by_side import makers
from procpub.style import load_style

FORMATS = ("pdf", "docx", "epub", "tei")
"""The editions that are made if nobody says otherwise."""

NAMELESS = "proceedings"
"""What bytes without a file are called."""

SOURCE = "tei"
"""The edition that an archival PDF carries as its source."""

PLAIN_TEXT = "txt"
"""The reader for files of which the suffix says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What came of a file: the document, its editions in the order asked for, what reading it reported, and the seconds
    that reading took.
    """

    proceedings: Proceedings
    editions: tuple[Written, ...]
    failures: tuple[Failed, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: float


def read(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the word that users look for
    encoding: str | None = None,
    language: str | None = None,
    metadata: str | Path | None = None,
    corrections: str | Path | None = None,
    report: Report | None = None,
) -> Proceedings:
    """The normalized document in a file, or in bytes.

    Args:
        source: a path, or the contents of a file.
        format: name of the reader; by default after the file's suffix, plain text if that says nothing.
        encoding: the Python codec of a plain text; by default found out.
        language: BCP 47 tag of the main language; by default found out.
        metadata: path of a metadata file, of which the values replace what the text says.
        corrections: path of a corrections file for a plain text; by default the one beside it that bears its name
            (`proceedings.corrections.toml`), if there is one.
        report: collects the diagnostics.

    Raises:
        UsageError: an unknown format, encoding or language, a metadata or corrections file that is not well-formed, or
            corrections for a document that needs no recovery.
        InputError: the source cannot be read.
        FaultError: recovery broke a rule of the model.
    """
    report = Report() if report is None else report
    if language is not None and not LANGUAGE.fullmatch(language):
        raise UsageError(f"{language!r} is not a language tag; en, zh and pt-BR are some")
    overrides = metadata_file.load(Path(metadata)) if metadata is not None else {}
    where = "the input" if isinstance(source, bytes) else str(source)
    found = read_source(source, format=format, encoding=encoding, report=report)
    if isinstance(found, SourceText):
        entries = _corrections(source, corrections, report)
        proceedings = _sound(_recover(found, language, entries, report), where, FaultError)
    elif corrections is not None:
        raise UsageError(f"corrections file {corrections}: {where} is no plain text, and needs no recovery to correct")
    elif found.front or found.body or found.back:
        proceedings = _sound(found, where, InputError)
    else:
        raise InputError(f"{where}: the document holds no text")
    known = proceedings.metadata
    if language and language != known.language:
        known = replace(known, languages=(language, *(tag for tag in known.languages if tag != language)))
    known = metadata_file.override(known, overrides, report)
    if not known.titles:
        report.add(Code.NO_TITLE, "the volume has no title", hint="give one with --metadata")
    return replace(proceedings, metadata=known)


def read_source(
    source: str | Path | bytes,
    *,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    report: Report | None = None,
) -> SourceText | Proceedings:
    """What the reader finds in a file, or in bytes: a plain text's lines, or a document that needs no recovery.

    Args:
        source: as for `read`, like `format`, `encoding` and `report`.
        format: see `read`.
        encoding: see `read`.
        report: see `read`.

    Raises:
        UsageError: an unknown format or encoding.
        InputError: the source cannot be read.
    """
    name, data = (NAMELESS, source) if isinstance(source, bytes) else _named(Path(source))
    reader = registry.reader(format or _format_of(name))
    try:
        return reader(data, name, ReadOptions(encoding=encoding), Report() if report is None else report)
    except InputError as error:
        where = "the input" if isinstance(source, bytes) else str(source)
        raise InputError(f"{where}: {error}") from error


def render(
    proceedings: Proceedings,
    format: str,  # noqa: A002
    *,
    style: str = "default",
    contents_depth: int = 1,
    report: Report | None = None,
) -> Edition:
    """One edition of a document, in memory.

    Args:
        proceedings: the document.
        format: name of the writer, such as "pdf".
        style: name of a built-in style, or path of a style file that ends in ".toml".
        contents_depth: levels of the contents; 1 lists contributions, 2 their sections too, and so on.
        report: collects the diagnostics.

    Raises:
        UsageError: an unknown format or style, a contents depth below 1, a SOURCE_DATE_EPOCH that is no date.
        InputError: the document breaks a rule of the model.
        OutputError: the edition cannot be made.
        FaultError: the writer failed.
    """
    writer = registry.writer(format)
    look = load_style(style)
    source_date_epoch()  # a wrong one is refused here, not where a library of the writer trips over it
    contents = _contents(_sound(proceedings, "the document is not sound", InputError), contents_depth)
    manuscript = Manuscript(proceedings=proceedings, contents=contents, style=look)
    return rendered(format, writer, manuscript, Report() if report is None else report)


def convert(
    source: str | Path | bytes,
    to: str | Sequence[str] = FORMATS,
    out: str | Path = ".",
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    language: str | None = None,
    metadata: str | Path | None = None,
    corrections: str | Path | None = None,
    style: str = "default",
    contents_depth: int = 1,
    attach_source: bool = False,
    jobs: int | None = 1,
    progress: Callable[[str], None] = lambda step: None,
) -> Conversion:
    """All editions of a file, on disk. One that fails leaves the others', and what stood at its place before.

    Args:
        source: a path, or the contents of a file.
        to: names of the writers, or of one.
        out: the folder for the editions; made if it is not there.
        name: what the editions are called, without suffix; by default like the source.
        format: as for `read`, like `encoding`, `language`, `metadata` and `corrections`.
        encoding: see `read`.
        language: see `read`.
        metadata: see `read`.
        corrections: see `read`.
        style: as for `render`, like `contents_depth`.
        contents_depth: see `render`.
        attach_source: whether the PDF carries the TEI edition, so that nobody need look for it.
        jobs: processes to make the editions in, or None for one for each processor. Where processes cannot be forked,
            the main module of a program that asks for more than one must be importable (see `multiprocessing`).
        progress: called with "read" and the name of each format when work on it begins, or is waited for.

    Raises:
        UsageError: see `read` and `render`; also a name that files cannot have, an edition in the source's place, or
            a source to be attached where no PDF is made.
        InputError: see `read`.
        OutputError: the folder cannot be made or written.
        FaultError: see `read`. (What stops one edition is in the result's `failures`.)
    """
    writers = {each: registry.writer(each) for each in ((to,) if isinstance(to, str) else to)}
    if attach_source and PAGED not in writers:
        raise UsageError(f"a source is attached to the {PAGED} edition, but only {', '.join(writers)} is asked for")
    look = load_style(style)
    source_date_epoch()  # a wrong one is refused before there is any edition
    paths = _paths(writers, Path(out), name, source)
    if attach_source:
        writers[PAGED] = _attaching(writers[PAGED], paths[PAGED].stem)
    orders = [Order(format=each, writer=writer, path=paths[each]) for each, writer in writers.items()]
    with makers(orders, look, jobs) as make:
        progress("read")
        started, report = perf_counter(), Report()
        proceedings = read(
            source,
            format=format,
            encoding=encoding,
            language=language,
            metadata=metadata,
            corrections=corrections,
            report=report,
        )
        seconds = perf_counter() - started
        manuscript = Manuscript(proceedings=proceedings, contents=_contents(proceedings, contents_depth), style=look)
        make_folder(Path(out))
        made = make(manuscript, progress)
    results = [made[order.format] for order in orders]
    return Conversion(
        proceedings=proceedings,
        editions=tuple(result for result in results if isinstance(result, Written)),
        failures=tuple(result for result in results if isinstance(result, Failed)),
        diagnostics=tuple(report),
        seconds=seconds,
    )


def _named(path: Path) -> tuple[str, bytes]:
    """A file's name, fit to stand in an edition whatever bytes the system has in it, and its contents."""
    return _printable(path.name), read_file(path)


def _printable(name: str) -> str:
    return name.encode(errors="backslashreplace").decode()


def _format_of(name: str) -> str:
    suffix = Path(name).suffix.removeprefix(".").lower()
    if suffix == "xml":
        return "tei"
    return suffix if suffix in {spec.name for spec in registry.reader_specs()} else PLAIN_TEXT


def _corrections(source: str | Path | bytes, given: str | Path | None, report: Report) -> tuple[Entry, ...]:
    """The entries of the corrections file that is given, or lies beside the source; none if there is no such file."""
    found = None if given or isinstance(source, bytes) else corrections_file.beside(Path(source))
    path = Path(given) if given else found
    if path is None:
        return ()
    entries = corrections_file.load(path)
    count = f"{len(entries)} correction{'' if len(entries) == 1 else 's'}"
    where = ", found beside the input" if found else ""
    report.add(Code.CORRECTIONS, f"{count} in {_printable(path.name)}{where}")
    return entries


def _recover(text: SourceText, language: str | None, corrections: tuple[Entry, ...], report: Report) -> Proceedings:
    from procpub.recovery.pipeline import recover  # not for documents that come in whole

    return recover(text, report, language=language, corrections=corrections)


def _sound(proceedings: Proceedings, where: str, error: type[ProcpubError]) -> Proceedings:
    """The document itself, if it breaks no rule of the model; otherwise the error, which names the first."""
    violations = check(proceedings)
    if not violations:
        return proceedings
    more = f" (and {len(violations) - 1} more)" if len(violations) > 1 else ""
    raise error(f"{where}: {violations[0]}{more}")


def _contents(proceedings: Proceedings, depth: int) -> Contents:
    try:
        return contents_of(proceedings, depth)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _paths(
    writers: Mapping[str, Writer], folder: Path, name: str | None, source: str | Path | bytes
) -> dict[str, Path]:
    """Where each edition goes; never two at one place, never over the source."""
    own = None if isinstance(source, bytes) else Path(source)
    stem = check_name(name) if name is not None else stem_of(own) if own else NAMELESS
    paths = {each: folder / f"{stem}{writer.suffix}" for each, writer in writers.items()}
    for each, path in paths.items():
        if own and same_file(path, own):
            raise UsageError(f"the {each} edition would replace its own source {path}; choose another --name or --out")
    if len(set(paths.values())) < len(paths):
        raise UsageError(f"two of the formats {', '.join(paths)} write files of the same name")
    return paths


def _attaching(writer: Writer, stem: str) -> Writer:
    """The writer, which attaches the document's source to what it writes."""
    if not isinstance(writer, AttachingWriter):
        raise UsageError(f"the installed writer of {PAGED} cannot attach a source")
    return SourceAttached(writer.suffix, writer, registry.writer(SOURCE), SOURCE, stem)
