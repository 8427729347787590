"""One volume: its editions made, and put in their places together when all are there."""

import gc
import traceback
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import perf_counter

from procpub.batch.fingerprint import fingerprint
from procpub.batch.fingerprint import program as own_program
from procpub.batch.outcome import FailureEntry, Outcome, State
from procpub.batch.record import Record
from procpub.batch.volume import REPORT, Volume
from procpub.conversion import Conversion, convert
from procpub.errors import ExitCode, OutputError, ProcpubError
from procpub.files import checksum, make_folder, reason_of, write_file
from procpub.findings import as_data, as_text, findings
from procpub.garbage import uncollected

_ONE_AT_A_TIME = Lock()
"""Workers of a cluster may have several threads, which would gain nothing, and share what libraries keep."""


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
        try:
            with _ONE_AT_A_TIME, uncollected(gc.collect), Record(self.out, volume.name).locked(wait=wait) as ours:
                return self._made(volume) if ours else outcome_of(volume, "busy")
        except Exception as error:
            return failed(volume, error)

    def _made(self, volume: Volume) -> Outcome:
        started = perf_counter()
        if self.program != own_program():
            raise OutputError("another procpub is installed where it was to be made; install the same everywhere")
        record = Record(self.out, volume.name)
        inputs = fingerprint(volume, self.program)
        if before := record.finished(inputs):
            return {**before, "state": "unchanged", "source": str(volume.source)}
        record.begin()
        try:
            conversion = _converted(volume, record.unfinished)
            outcome = self._published(volume, conversion, record.unfinished)
        finally:
            record.end()
        outcome["seconds"] = round(perf_counter() - started, 3)
        # What changed while it was being read is not what the fingerprint is of.
        if not outcome["failures"] and fingerprint(volume, self.program) == inputs:
            record.finish(inputs, outcome)
        return outcome

    def _published(self, volume: Volume, conversion: Conversion, unfinished: Path) -> Outcome:
        """Puts the editions where they belong, with their report, when all are there."""
        found = findings(conversion)
        outcome = outcome_of(volume, "made")
        outcome["diagnostics"] = as_data(conversion, found, "")["diagnostics"]
        outcome["failures"] = [failure(each.error, each.format) for each in conversion.failures]
        report = unfinished / f"{Path(volume.name).name}{REPORT}"
        write_file(report, as_text(found, str(volume.source)).encode(errors="backslashreplace"))
        try:
            make_folder((self.out / volume.name).parent)
            for edition in conversion.editions:
                file, sha256 = self._moved(edition.path, volume)
                outcome["editions"].append(
                    {
                        "format": edition.format,
                        "file": file,
                        "bytes": edition.size,
                        "pages": edition.pages,
                        "sha256": sha256,
                    }
                )
            file, sha256 = self._moved(report, volume)
            outcome["report"] = {"file": file, "sha256": sha256}
        except OutputError as error:
            outcome["failures"].append(failure(error, None))
        if outcome["failures"]:
            outcome["state"] = "failed"
        return outcome

    def _moved(self, path: Path, volume: Volume) -> tuple[str, str]:
        """Puts a file beside the volume's others; its place below the output folder, and its checksum."""
        sha256 = checksum(path)
        target = (self.out / volume.name).parent / path.name
        try:
            path.replace(target)
        except OSError as error:
            raise OutputError(f"{target} cannot be written: {reason_of(error)}") from error
        return target.relative_to(self.out).as_posix(), sha256


def outcome_of(volume: Volume, state: State) -> Outcome:
    """What came of a volume, of which there is nothing yet."""
    return {
        "volume": volume.name,
        "source": str(volume.source),
        "state": state,
        "seconds": 0.0,
        "editions": [],
        "report": None,
        "failures": [],
        "diagnostics": [],
    }


def failed(volume: Volume, error: Exception) -> Outcome:
    """What came of a volume of which nothing came."""
    return {**outcome_of(volume, "failed"), "failures": [failure(error, None)]}


def failure(error: Exception, format: str | None) -> FailureEntry:  # noqa: A002
    """An error as data."""
    return {
        "format": format,
        "message": str(error) if isinstance(error, ProcpubError) else f"{type(error).__name__}: {error}",
        "exit_code": int(error.exit_code if isinstance(error, ProcpubError) else ExitCode.FAULT),
        "trace": "".join(traceback.format_exception(error)),
    }


def _converted(volume: Volume, folder: Path) -> Conversion:
    return convert(
        volume.source,
        volume.to,
        folder,
        name=None if volume.is_named_like_its_source else Path(volume.name).name,
        format=volume.format,
        encoding=volume.encoding,
        language=volume.language,
        metadata=volume.metadata,
        corrections=volume.corrections,
        style=volume.style,
        contents_depth=volume.contents_depth,
        attach_source=volume.attach_source,
    )
