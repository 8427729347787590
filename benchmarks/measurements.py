"""What was measured of procpub and its peers, kept as JSON from one measurement to the next."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from cattrs import structure, unstructure

EDITIONS = ("pdf", "docx", "epub", "tei", "all")
"""In the order of the tables; "all" are the four in one job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side's figures: seconds of each round that counts, of the wall clock and of all processors together; bytes
    of the peak memory.
    """

    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    peak: int

    @property
    def seconds(self) -> float:
        """The median of the wall times."""
        return median(self.wall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Both sides on one edition, or on all four, of the seed `times` over, which has `pages` in procpub's PDF; the day,
    what was measured, and on what.
    """

    times: int
    edition: str
    pages: int
    date: str
    procpub: str
    python: str
    machine: str
    ours: Side
    theirs: Side

    @property
    def time_ratio(self) -> float:
        """Procpub's time by the peers'."""
        return self.ours.seconds / self.theirs.seconds

    @property
    def processor_ratio(self) -> float:
        """Procpub's processor time by the peers'."""
        return median(self.ours.cpu) / median(self.theirs.cpu)

    @property
    def memory_ratio(self) -> float:
        """Procpub's peak memory by the peers'."""
        return self.ours.peak / self.theirs.peak


Rows = Mapping[tuple[int, str], Row]
"""By size and edition."""


def load(path: Path) -> dict[tuple[int, str], Row]:
    """The rows kept in a file; none if it is not there."""
    kept = structure(json.loads(path.read_text(encoding="utf-8")), list[Row]) if path.exists() else []
    return {(row.times, row.edition): row for row in kept}


def save(path: Path, rows: Iterable[Row]) -> None:
    """Writes the rows, the smallest volume first."""
    ordered = sorted(rows, key=lambda row: (row.times, EDITIONS.index(row.edition)))
    path.write_text(json.dumps(unstructure(ordered), indent=1) + "\n", encoding="utf-8")
