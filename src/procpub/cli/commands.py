"""The commands and their options. What they do is imported when they do it, so that `--help` comes at once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from procpub import __version__
from procpub.cli import show
from procpub.cli.batching import batch
from procpub.cli.epilogs import APP_EPILOG, COMPLETION_EPILOG, CONVERT_EPILOG, OUTLINE_EPILOG
from procpub.cli.options import PATH, knowing, making, named_formats, reading
from procpub.cli.progress import progress
from procpub.cli.verifying import as_text, verdict, verify
from procpub.diagnostics import Severity
from procpub.errors import ExitCode, InputError, UsageError
from procpub.findings import findings

if TYPE_CHECKING:
    from procpub.conversion import Conversion
    from procpub.diagnostics import Report
    from procpub.model.proceedings import Proceedings
    from procpub.verify import Verification

_DASH = Path("-")
"""Standard output, where a file is asked for."""


@click.group(epilog=APP_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="procpub %(version)s")
def app() -> None:
    """Turns the proceedings of a conference, as they really come, into editions that agree with each other."""


@app.command(epilog=CONVERT_EPILOG)
@reading
@click.option(
    "--out",
    type=PATH,
    metavar="DIR",
    default=".",
    help="Folder for the editions; made if it is not there. Default: the current one.",
)
@click.option("--name", metavar="STEM", help="Name of the editions, without suffix; that of INPUT if not given.")
@making
@knowing
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Processes to make the editions in; if not given, one for each processor.",
)
@click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the diagnostics.",
)
@click.option(
    "--report-file",
    type=PATH,
    metavar="FILE",
    help="Write all diagnostics there, routine decisions too, instead of the console; - for standard output.",
)
@click.option(
    "--fail-on", type=click.Choice(["warning", "error"]), help="End with 1 if there is a diagnostic as bad as this."
)
@click.option(
    "--verify",
    "verifies",
    is_flag=True,
    help="Read the editions back and compare them, with each other and with INPUT; end with 1 if they differ.",
)
@click.option("--quiet", is_flag=True, help="Show nothing but errors; a --report-file still has everything.")
@click.pass_obj
def convert(
    debug: bool,
    /,
    source: str,
    to: str,
    report: str,
    report_file: Path | None,
    fail_on: str | None,
    verifies: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Makes editions of INPUT, a file or - for standard input."""
    from procpub import conversion

    formats = named_formats(to)
    if options["out"] == _DASH:
        raise UsageError("--out - makes no sense: editions go into a folder")
    _keep(_inputs(source, **options), report_file, "the report", "--report-file")
    data = _input(source)
    if verifies:
        from procpub.agreement import EDITIONS
        from procpub.verify.extract import require

        require()  # before anything is made
        if not EDITIONS & {*formats}:
            raise UsageError(f"--verify takes an edition in {', '.join(sorted(EDITIONS))}")
    with progress(len(formats) + 1 + verifies, hidden=quiet or report == "json") as begin:
        done = conversion.convert(data, formats, progress=begin, **options)
        agreement = _verified(done, data, begin, **options) if verifies and done.editions else None
    name = "<stdin>" if source == "-" else source
    _keep([edition.path for edition in done.editions], report_file, "the report", "--report-file")
    _tell(done, name, agreement, as_json=report == "json", file=report_file, quiet=quiet)
    if report_file or report == "text" or debug:  # JSON on the console stands alone, and has the failures in it
        for failure in done.failures:
            show.failure(failure.error, debug=debug, about=failure.format)
    if not quiet and report_file == _DASH:
        click.echo(show.summary(done, name), nl=False, err=True)  # the report stands alone
    elif not quiet:
        show.put(show.summary(done, name))
        if agreement:
            show.put(f"verified: {verdict(agreement)}\n")
    return _exit_code(done, fail_on, agreement)


def _verified(
    done: "Conversion",
    data: str | bytes,
    begin: Callable[[str], None],
    *,
    format: str | None,  # noqa: A002
    encoding: str | None,
    **others: Any,
) -> "Verification":
    from procpub.agreement import verify_conversion

    begin("verify")
    return verify_conversion(done, data, format=format, encoding=encoding)


def _inputs(source: str, *, metadata: Path | None, corrections: Path | None, **others: Any) -> list[Path]:
    """All files that are read, the corrections found by themselves too."""
    from procpub.corrections_file import beside

    return [Path(path) for path in (source, metadata, corrections or beside(Path(source))) if path]


def _keep(files: list[Path], target: Path | None, what: str, option: str) -> None:
    """Refuses to write `what` into the place of another file of this run."""
    from procpub.files import same_file

    for file in files:
        if target and same_file(file, target):
            raise UsageError(f"{what} would replace {file}; choose another {option}")


def _tell(
    done: "Conversion",
    source: str,
    agreement: "Verification | None",
    *,
    as_json: bool,
    file: Path | None,
    quiet: bool,
) -> None:
    """The diagnostics: all into the file, or those that count to the console; and whether the editions agree.

    JSON has the routine ones too, unless `quiet`, and stands alone on standard error, so that a program can read it.
    """
    from procpub.files import write_file

    console = Severity.ERROR if quiet else Severity.NOTE if as_json else Severity.WARNING
    least = Severity.NOTE if file else console
    found = [finding for finding in findings(done) if finding.diagnostic.severity >= least]
    # click takes the colours out where there is no terminal.
    if as_json:
        text = show.as_json(done, found, source, agreement)
    else:
        text = show.as_text(found, source, colour=file is None)
        if agreement and (file or not agreement.agree):
            text += as_text(agreement)
    if file is None:
        click.echo(text, nl=False, err=True)
    elif file == _DASH:
        show.put(text)
    else:
        write_file(file, text.encode(errors="backslashreplace"))


def _input(source: str) -> str | bytes:
    if source != "-":
        return source
    from procpub.files import read_stream

    data = read_stream(sys.stdin.buffer, "standard input")
    if not data:
        raise InputError("standard input is empty")
    return data


def _exit_code(done: "Conversion", fail_on: str | None, agreement: "Verification | None") -> int:
    if done.failures:
        return max(failure.error.exit_code for failure in done.failures)
    worst = max((finding.diagnostic.severity for finding in findings(done)), default=Severity.NOTE)
    failed = fail_on is not None and worst >= Severity[fail_on.upper()]
    failed = failed or (agreement is not None and not agreement.agree)
    return ExitCode.ATTENTION if failed else ExitCode.DONE


@app.command()
@reading
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help="Where to write it, - for standard output; if not given, STEM.toml after INPUT, in the current folder.",
)
def init(source: str, output: Path | None, **options: Any) -> None:
    """Writes a metadata file to fill in.

    What INPUT says about itself stands in it already. A file that is there is not replaced.
    """
    from procpub import conversion
    from procpub.files import write_file
    from procpub.interfaces import stem_of
    from procpub.metadata_template import template

    data = _input(source)
    target = output or Path(f"{conversion.NAMELESS if isinstance(data, bytes) else stem_of(Path(source))}.toml")
    if target != _DASH and target.exists():
        raise UsageError(f"{target} is there already; name another file with -o")
    text = template(conversion.read(data, **options).metadata)
    if target == _DASH:
        show.put(text)
    else:
        write_file(target, text.encode())
        show.put(f"{target}: fill it in, then: procpub convert {source} --metadata {target}\n")


@app.command(epilog=OUTLINE_EPILOG)
@reading
@knowing
@click.option("--json", "as_json", is_flag=True, help="As JSON, with all that is doubtful.")
@click.option(
    "--corrections-template",
    is_flag=True,
    help="Instead of the outline, write a corrections file with an entry for each doubtful decision.",
)
@click.option(
    "-o", "--output", type=PATH, metavar="FILE", help="Where to write it; on standard output if not given, or -."
)
def outline(source: str, as_json: bool, corrections_template: bool, output: Path | None, **options: Any) -> None:
    """Shows what INPUT was taken for: its parts, contributions, sections and people, and how sure that is."""
    from procpub import conversion
    from procpub import outline as outlines
    from procpub.cli.outline import FALLBACK, as_text, terminal_width
    from procpub.diagnostics import Report
    from procpub.files import write_file

    if as_json and corrections_template:
        raise UsageError("--json and --corrections-template are two things; ask for one")
    target = None if output == _DASH else output
    if corrections_template and target and target.exists():
        raise UsageError(f"{target} is there already; name another file with -o")
    _keep(_inputs(source, **options), target, "the outline", "-o")
    data, report = _input(source), Report()
    document = conversion.read(data, report=report, **options)
    name = "<stdin>" if source == "-" else source
    if corrections_template:
        text = _template(data, document, report, **options)
    elif as_json:
        text = outlines.as_json(outlines.outline_of(document, report), name)
    else:
        text = as_text(outlines.outline_of(document, report), name, FALLBACK if target else terminal_width())
    if target is None:
        show.put(text)
        return
    write_file(target, click.unstyle(text).encode(errors="backslashreplace"))
    show.put(f"{target}: written\n")


def _template(
    data: str | bytes, document: "Proceedings", report: "Report", *, corrections: Path | None, **options: Any
) -> str:
    """A corrections file for what is doubtful; what the corrections file that there is settles is left out."""
    from procpub import conversion, corrections_file
    from procpub.corrections_template import template
    from procpub.interfaces import SourceText

    found = conversion.read_source(data, format=options["format"], encoding=options["encoding"])
    if not isinstance(found, SourceText):
        raise UsageError("--corrections-template is for plain texts; a document that is read as it is needs none")
    path = corrections or (corrections_file.beside(Path(data)) if isinstance(data, str) else None)
    settled = corrections_file.load(path) if path else ()
    name = corrections_file.name_for(Path(found.source.name))
    return template(document, report, found.lines, name=name, settled=settled)


@app.command()
@click.option(
    "--schema",
    metavar="FORMAT",
    help="Print the schema that editions of this format follow, to check changes made by hand (tei: RELAX NG).",
)
def formats(schema: str | None) -> None:
    """Lists the formats that can be read and written."""
    from procpub import registry

    if schema is not None:
        from procpub.interfaces import SchemaWriter

        writer = registry.writer(schema)
        if not isinstance(writer, SchemaWriter):
            raise UsageError(f"there is no schema for the format {schema!r}; there is one for tei")
        show.put(writer.schema())
        return
    readers = {spec.name: spec for spec in registry.reader_specs()}
    writers = {spec.name: spec for spec in registry.writer_specs()}
    rows = [
        (
            name,
            "yes" if name in readers else "no",
            "yes" if name in writers else "no",
            ", ".join(sorted({specs[name].distribution for specs in (readers, writers) if name in specs})),
        )
        for name in sorted({*readers, *writers})
    ]
    show.put(show.table(("format", "read", "written", "comes with"), rows))


@app.command()
def styles() -> None:
    """Lists the built-in styles."""
    from procpub.style import load_style, style_names

    show.put(show.table(("style", "what it is"), [(name, load_style(name).description) for name in style_names()]))


@app.command(epilog=COMPLETION_EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Prints the script for completion in a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"there is no completion for {shell}")
    show.put(kind(app, {}, "procpub", "_PROCPUB_COMPLETE").source())


app.add_command(verify)
app.add_command(batch)
