"""`procpub batch`: a line a volume as it is done, and a summary; or JSON lines for machines."""

from collections import Counter
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from procpub.cli import show
from procpub.cli.epilogs import BATCH_EPILOG
from procpub.cli.options import PATH, making, named_formats
from procpub.diagnostics import Severity
from procpub.errors import ExitCode, MissingLibraryError, UsageError

if TYPE_CHECKING:
    from procpub.batch import Outcome, Volume
    from procpub.batch.crew import Crew
    from procpub.batch.outcome import FailureEntry

STATES = ("made", "unchanged", "failed")


@click.command(epilog=BATCH_EPILOG)
@click.argument("shelf", metavar="MANIFEST|FOLDER", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--out", type=PATH, metavar="DIR", required=True, help="Folder for the editions; made if it is not there."
)
@making
@click.option("--language", metavar="TAG", help="The main language of all volumes (BCP 47); found out if not given.")
@click.option("--encoding", metavar="NAME", help="Character encoding of all texts; found out if not given.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="Volumes to make at a time, each in its own process; if not given, one for each processor.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Make the volumes on the Dask cluster with this scheduler (tcp://host:8786)."
)
@click.option(
    "--report",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A line a volume, and a summary; or JSON lines.",
)
@click.option("--quiet", is_flag=True, help="Show nothing but errors.")
@click.option("--debug", is_flag=True, expose_value=False, help="With errors, print where they arose.")
@click.pass_obj
def batch(
    debug: bool,
    /,
    shelf: Path,
    out: Path,
    jobs: int | None,
    scheduler: str | None,
    report: str,
    quiet: bool,
    **options: Any,
) -> int:
    """Makes the editions of a shelf of proceedings.

    FOLDER: every file in it, and in folders in it, that can be read is a volume; STEM.toml beside it is its metadata,
    STEM.corrections.toml its corrections. MANIFEST: a TOML file that lists the volumes, with what is special to each.

    A volume that fails stops no other. Volumes that are finished are not made again, unless their source, metadata,
    corrections, style or options changed, or procpub did: an interrupted batch is begun again by the same command.
    """
    from procpub import registry
    from procpub.libraries import require

    try:
        require("filelock")
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"batch needs the library {error.name!r}, which is not installed; "
            "install it with: pip install 'procpub[batch]'"
        ) from error
    from procpub.batch import Volume, convert_shelf, shelf_of
    from procpub.style import load_style

    if jobs and scheduler:
        raise UsageError("--jobs is about this machine, --scheduler about a cluster; give one of them")
    common = _common(Volume, **options)
    for each in common.to:
        registry.writer(each)
    load_style(common.style)
    volumes = shelf_of(shelf, out, common)
    tally = _Tally(len(volumes))
    for outcome in convert_shelf(volumes, out, _crew(jobs, scheduler)):
        tally.add(outcome)
        if report == "json" and (outcome["failures"] or not quiet):
            show.put(_json_line(outcome))
        if report == "text":
            for failure in outcome["failures"]:
                _tell(failure, outcome["volume"], debug=debug)
            if not quiet:
                show.put(tally.line(outcome))
    if not quiet:
        show.put(_json({"summary": tally.as_data()}) if report == "json" else tally.summary())
    return tally.worst


def _common(kind: "type[Volume]", *, to: str, style: str, format: str | None = None, **others: Any) -> "Volume":  # noqa: A002
    """What holds of every volume, as the options say."""
    formats = named_formats(to)
    if style.lower().endswith(".toml"):
        style = str(Path(style).absolute())
    return kind(source=Path(), name="", to=formats, style=style, format=format, **others)


def _crew(jobs: int | None, scheduler: str | None) -> "Crew":
    from procpub.batch import crew
    from procpub.processes import available_cores

    if scheduler:
        return partial(crew.cluster, scheduler)
    return partial(crew.processes, jobs or available_cores())


def _tell(failure: "FailureEntry", volume: str, *, debug: bool) -> None:
    if debug:
        click.echo(failure["trace"], nl=False, err=True)
    fault = failure["exit_code"] == ExitCode.FAULT
    advice = "this is a fault of procpub; please report it, with what --debug prints" if fault else ""
    show.error_line(": ".join(filter(None, (volume, failure["format"], failure["message"], advice))))


def _json_line(outcome: "Outcome") -> str:
    failures = [{key: value for key, value in each.items() if key != "trace"} for each in outcome["failures"]]
    return _json({**outcome, "failures": failures})


def _json(data: Any) -> str:
    import json

    return json.dumps(data, ensure_ascii=False) + "\n"


class _Tally:
    """What came of the volumes so far."""

    def __init__(self, volumes: int) -> None:
        self._volumes = volumes
        self._started = perf_counter()
        self._states: Counter[str] = Counter()
        self._severities: Counter[str] = Counter()
        self.worst = ExitCode.DONE
        """The exit code."""

    def add(self, outcome: "Outcome") -> None:
        self._states[outcome["state"]] += 1
        self._severities.update(_severities(outcome))
        self.worst = max(self.worst, *(ExitCode(each["exit_code"]) for each in outcome["failures"]), ExitCode.DONE)

    def line(self, outcome: "Outcome") -> str:
        """The line of a volume that was just added."""
        done = f"{self._states.total():>{len(str(self._volumes))}}/{self._volumes}"
        editions = len(outcome["editions"])
        what = [f"{editions} edition{'s' * (editions != 1)}", *_words(_severities(outcome))]
        if outcome["state"] == "made":
            what.append(f"{outcome['seconds']:.2f} s")
        return f"{done}  {outcome['state']:<9}  {outcome['volume']}  ({', '.join(what)})\n"

    def summary(self) -> str:
        """The last line."""
        states = ", ".join(f"{self._states[state]} {state}" for state in STATES)
        found = ", ".join(_words(self._severities)) or "no diagnostics"
        return f"{self._volumes} volume{'s' * (self._volumes != 1)}: {states}; {found}; {self._seconds():.1f} s\n"

    def as_data(self) -> dict[str, Any]:
        """The same for machines."""
        counts = {f"{severity.label}s": self._severities[severity.label] for severity in Severity}
        states = {state: self._states[state] for state in STATES}
        return {"volumes": self._volumes, **states, **counts, "seconds": round(self._seconds(), 3)}

    def _seconds(self) -> float:
        return perf_counter() - self._started


def _severities(outcome: "Outcome") -> Counter[str]:
    return Counter(found["severity"] for found in outcome["diagnostics"])


def _words(severities: Counter[str]) -> list[str]:
    """The counts that are not 0, the worst first."""
    counts = ((severities[each.label], each.label) for each in sorted(Severity, reverse=True))
    return [f"{count:,} {label}{'s' * (count != 1)}" for count, label in counts if count]
