"""What came of a volume: the data of one JSON line."""

from typing import Any, Literal, TypedDict

State = Literal["made", "unchanged", "failed", "busy"]
"""`made`: all editions are new. `unchanged`: nothing that they depend on changed since they were made. `failed`: one of
them at least could not be made. `busy`: another run is making them just now.
"""


class EditionEntry(TypedDict):
    """An edition that is there: its file below the output folder, size in bytes, pages if it has any."""

    format: str
    file: str
    bytes: int
    pages: int | None
    sha256: str


class ReportEntry(TypedDict):
    """The file with every decision that was taken, below the output folder."""

    file: str
    sha256: str


class FailureEntry(TypedDict):
    """What went wrong, and the exit code that it means; `format` is the edition, or null if there could be none.

    `trace` says where in the program it arose; it is no part of the JSON line.
    """

    format: str | None
    message: str
    exit_code: int
    trace: str


class Outcome(TypedDict):
    """What came of a volume. `diagnostics` are as `convert --report json` has them; those of an unchanged volume are of
    the time when it was made, like its `seconds`.
    """

    volume: str
    source: str
    state: State
    seconds: float
    editions: list[EditionEntry]
    report: ReportEntry | None
    failures: list[FailureEntry]
    diagnostics: list[dict[str, Any]]
