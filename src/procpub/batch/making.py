"""One volume: its editions made, and put in their places together when all are there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from procpub.batch.fingerprint import fingerprint
from procpub.batch.fingerprint import program as own_program
from procpub.batch.outcome import EditionEntry, FailureEntry, Outcome, State
from procpub.batch.record import Record
from procpub.batch.volume import Volume
from procpub.conversion import Conversion, convert
from procpub.errors import FaultError, OutputError, ProcpubError
from procpub.files import make_folder, reason_of, write_file
from procpub.findings import as_data, as_text, findings

REPORT = ".report.txt"
"""Suffix of the file beside the editions with every decision that was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is done with every volume of a shelf, in whatever process: called with a volume, it makes its editions.

    `out` is the output folder; `program` the fingerprint of the procpub that the run was begun with.
    """

    out: Path
    program: str

    def __call__(self, volume: Volume, wait: bool = False) -> Outcome:
        """What came of the volume; nothing that goes wrong with it is raised.

        Args:
            volume: which.
            wait: if another run is at it, wait until it is done, and look again.
        """
        started = perf_counter()
        try:
            with _uncollected(), Record(self.out, volume.name).locked(wait=wait) as ours:
                return self._made(volume, started) if ours else outcome_of(volume, "busy")
        except ProcpubError as error:
            return failed(volume, error)
        except Exception as error:
            return failed(volume, FaultError(f"this is a fault of procpub ({type(error).__name__}: {error})"))

    def _made(self, volume: Volume, started: float) -> Outcome:
        if self.program != own_program():
            raise OutputError("another procpub is installed where it was to be made; install the same everywhere")
        record = Record(self.out, volume.name)
        inputs = fingerprint(volume, self.program)
        if before := record.finished(inputs):
            return {**before, "state": "unchanged"}
        record.begin()
        try:
            conversion = _converted(volume, record.unfinished)
            outcome = self._published(volume, conversion, perf_counter() - started)
        finally:
            record.end()
        if not outcome["failures"]:
            record.finish(inputs, outcome)
        return outcome

    def _published(self, volume: Volume, conversion: Conversion, seconds: float) -> Outcome:
        """Puts the editions where they belong, with their report."""
        place = (self.out / volume.name).parent
        make_folder(place)
        found = findings(conversion)
        report = as_text(found, str(volume.source))
        editions: list[EditionEntry] = []
        for edition in conversion.editions:
            digest = sha256(edition.path.read_bytes()).hexdigest()
            target = place / edition.path.name
            _move(edition.path, target)
            editions.append(
                {
                    "format": edition.format,
                    "file": target.relative_to(self.out).as_posix(),
                    "bytes": edition.size,
                    "pages": edition.pages,
                    "sha256": digest,
                }
            )
        write_file(place / f"{Path(volume.name).name}{REPORT}", report.encode(errors="backslashreplace"))
        failures = [failure(each.error, each.format) for each in conversion.failures]
        outcome = outcome_of(volume, "failed" if failures else "made", seconds)
        diagnostics = as_data(conversion, found, "")["diagnostics"]
        return {**outcome, "editions": editions, "failures": failures, "diagnostics": diagnostics}


def outcome_of(volume: Volume, state: State, seconds: float = 0.0) -> Outcome:
    """What came of a volume, of which there are no editions."""
    return {
        "volume": volume.name,
        "source": str(volume.source),
        "state": state,
        "seconds": round(seconds, 3),
        "editions": [],
        "failures": [],
        "diagnostics": [],
    }


def failed(volume: Volume, error: ProcpubError) -> Outcome:
    """What came of a volume of which nothing came."""
    return {**outcome_of(volume, "failed"), "failures": [failure(error, None)]}


def failure(error: ProcpubError, format: str | None) -> FailureEntry:  # noqa: A002
    """An error as data."""
    return {"format": format, "message": str(error), "exit_code": int(error.exit_code)}


def _converted(volume: Volume, folder: Path) -> Conversion:
    return convert(
        volume.source,
        volume.to,
        folder,
        name=Path(volume.name).name,
        format=volume.format,
        encoding=volume.encoding,
        language=volume.language,
        metadata=volume.metadata,
        corrections=volume.corrections,
        style=volume.style,
        contents_depth=volume.contents_depth,
        attach_source=volume.attach_source,
    )


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {reason_of(error)}") from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Cycles of garbage are looked for once, after the volume, and not a thousand times while it is made."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if enabled:
            gc.enable()
