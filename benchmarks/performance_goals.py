"""What is asked of procpub's speed and memory, and how time grows with size."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from measurements import EDITIONS, Row, Rows

SMALL, MIDDLE, LARGE = 1, 20, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A ratio that is to be no greater than `limit`; the value is None where it has not been measured."""

    what: str
    limit: float
    value: float | None

    @property
    def verdict(self) -> str:
        """Whether it is met."""
        if self.value is None:
            return "not measured"
        return "met" if self.value <= self.limit else "not met"


def goals(rows: Rows) -> Iterator[Goal]:
    """All that is asked, with what was measured."""
    for times, limit in ((SMALL, 1 / 3), (MIDDLE, 1 / 4), (LARGE, 1 / 4)):
        row = rows.get((times, "all"))
        what = f"Time for all four editions, {called(times)}, by the peers' time"
        yield Goal(what=what, limit=limit, value=row.time_ratio if row else None)
    large, middle = rows.get((LARGE, "all")), rows.get((MIDDLE, "all"))
    what = f"Peak memory for all four, {called(LARGE)}, by the peers' memory"
    yield Goal(what=what, limit=1 / 5, value=large.memory_ratio if large else None)
    what = f"Time a page for all four, {called(LARGE)}, by that of {called(MIDDLE)}"
    grown = page_time(large) / page_time(middle) if large and middle else None
    yield Goal(what=what, limit=1.3, value=grown)
    for times in (MIDDLE, LARGE):
        for edition in EDITIONS[:-1]:
            row = rows.get((times, edition))
            what = f"Time for the {edition.upper()} alone, {called(times)}, by the peers' time"
            yield Goal(what=what, limit=1, value=row.time_ratio if row else None)


def called(times: int) -> str:
    """What a volume of the seed so many times is called."""
    return "the seed" if times == 1 else f"{times} times the seed"


def page_time(row: Row) -> float:
    """Procpub's seconds a page."""
    return row.ours.seconds / row.pages


def exponents(small: Row, large: Row) -> tuple[float, float]:
    """The powers of the size by which procpub's time and the peers' grow between two volumes: 1 if linear."""
    sizes = log(large.times / small.times)
    ours, theirs = large.ours.seconds / small.ours.seconds, large.theirs.seconds / small.theirs.seconds
    return log(ours) / sizes, log(theirs) / sizes
