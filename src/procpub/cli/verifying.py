"""`procpub verify`, and what `procpub convert --verify` shows: whether editions agree, as a table and line by line."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from procpub.cli import show
from procpub.cli.epilogs import VERIFY_EPILOG
from procpub.cli.options import PATH, knowing
from procpub.errors import ExitCode, MissingLibraryError, UsageError

if TYPE_CHECKING:
    from procpub.verify import Verification

_DASH = Path("-")

_MOST = 100
"""So many differences of a check are printed: who has more does not read them one by one."""


@click.command(epilog=VERIFY_EPILOG)
@click.argument(
    "editions", metavar="EDITION...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path)
)
@click.option("--source", type=PATH, metavar="FILE", help="The plain text that the editions were made from.")
@click.option("--language", metavar="TAG", help="The main language of the source, if it was given to convert.")
@click.option("--encoding", metavar="NAME", help="The encoding of the source, if it was given to convert.")
@knowing
@click.option(
    "--report",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="A table and a line a difference; all of it as JSON; a page with the differences side by side.",
)
@click.option(
    "--report-file", type=PATH, metavar="FILE", help="Where to write the report; on standard output if not given, or -."
)
@click.option("--debug", is_flag=True, expose_value=False, help="With errors, print where they arose.")
def verify(editions: tuple[Path, ...], report: str, report_file: Path | None, **known: Any) -> int:
    """Reads editions back and tells whether they say the same.

    Editions of one volume, as procpub or anybody else made them: PDF, DOCX, EPUB, TEI, in any number. They are compared
    with each other: contents, text, notes, headings, lists, tables, pictures, people, metadata, links, page numbers.
    """
    from procpub.agreement import verify_files
    from procpub.corrections_file import beside
    from procpub.files import same_file, write_file

    if known["source"] is None and (unused := [name for name, value in known.items() if value is not None]):
        raise UsageError(f"--{unused[0]} is about a source; give it with --source")
    target = None if report_file == _DASH else report_file
    if known["source"] == _DASH:
        raise UsageError("--source takes a file, which is read twice; standard input cannot be")
    corrections = known["corrections"] or (beside(known["source"]) if known["source"] else None)
    for file in (*editions, known["source"], known["metadata"], corrections):
        if file and target and same_file(file, target):
            raise UsageError(f"the report would replace {file}; choose another --report-file")
    found = verify_files(editions, **known)
    text = _written(found, report, editions)
    if target is None:
        show.put(text)
    else:
        write_file(target, text.encode(errors="backslashreplace"))
        show.put(f"{target}: {verdict(found)}\n")
    return ExitCode.DONE if found.agree else ExitCode.ATTENTION


def _written(found: "Verification", report: str, editions: Sequence[Path]) -> str:
    """The report in the form that was asked for."""
    if report == "json":
        from procpub.verify.reports.json import as_json

        return as_json(found)
    if report == "html":
        from procpub.files import read_file

        try:
            from procpub.verify.reports.html import as_html
        except ModuleNotFoundError as error:
            raise MissingLibraryError(
                f"{error.name} is needed for a report with pictures: pip install 'procpub[verify]'"
            ) from error
        return as_html(found, {name: read_file(path) for name, path in zip(found.editions, editions, strict=True)})
    return as_text(found)


def as_text(found: "Verification") -> str:
    """A table with a line a check and edition, the differences one by one, and the verdict."""
    rows = []
    last = ""
    for outcome in found.outcomes:
        compared = "" if outcome.compared is None else f"{outcome.compared:,}"
        if outcome.differences:
            result = f"{outcome.differences:,} different"
        else:
            result = {None: "not compared", 0: "none there"}.get(outcome.compared, "agrees")
        rows.append(("" if outcome.check == last else outcome.check, outcome.edition, compared, result))
        last = outcome.check
    lines = []
    for check, differences in groupby(found.differences, key=lambda each: each.check):
        some = list(differences)
        lines += [f"{check}: {difference.message}\n" for difference in some[:_MOST]]
        if len(some) > _MOST:
            lines.append(f"{check}: {len(some) - _MOST:,} more; --report json has them all\n")
    table = show.table(("check", "edition", "compared", "result"), rows, right="2")
    return "\n".join(filter(None, (table, "".join(lines), f"{verdict(found)}\n")))


def verdict(found: "Verification") -> str:
    """What came of it, in a sentence."""
    editions = f"{len(found.editions)} edition{'s' * (len(found.editions) != 1)}"
    if found.agree:
        return f"{editions}: no differences"
    count = len(found.differences)
    return f"{editions}: {count:,} difference{'s' * (count != 1)}"
