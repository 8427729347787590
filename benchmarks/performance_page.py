"""Writes docs/performance.md from what was measured."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from statistics import median
from string import Template

from measurements import EDITIONS, Row, Rows, Side
from performance_goals import LARGE, MIDDLE, SMALL, called, exponents, goals, page_time

PLOT = "performance.svg"

TEXT = Path(__file__).with_suffix(".md")
"""The prose, with the places of plot and tables."""

_RATIO = "{:.2f}"


def page(rows: Rows) -> str:
    """The whole page."""
    ordered = sorted(rows.values(), key=lambda row: (row.times, EDITIONS.index(row.edition)))
    sizes = [_size(times, list(group)) for times, group in groupby(ordered, key=lambda row: row.times)]
    plot = f"\n![Time and peak memory over the size, of procpub and its peers, on logarithmic scales]({PLOT})\n"
    return Template(TEXT.read_text(encoding="utf-8")).substitute(
        goals="\n".join(_goals(rows)),
        plot=plot if rows else "",
        sizes="".join(sizes),
        growth="\n".join(_growth(rows)),
    )


def _goals(rows: Rows) -> Iterator[str]:
    for goal in goals(rows):
        measured = "" if goal.value is None else _RATIO.format(goal.value)
        yield f"| {goal.what} | {_RATIO.format(goal.limit)} | {measured} | {goal.verdict} |"


def _size(times: int, rows: Sequence[Row]) -> str:
    """The section of one size, before which stands a blank line."""
    name = called(times)
    lines = [
        "",
        f"## {name[0].upper()}{name[1:]}",
        "",
        *sorted({_about(row, rows) for row in rows}),
        "",
        "| Edition | Time: procpub | Peers | Ratio | Processor time: procpub | Peers | Ratio "
        "| Peak memory: procpub | Peers | Ratio |",
        f"| ---{' | ---:' * 9} |",
        *map(_row, rows),
    ]
    return "\n".join(lines) + "\n"


def _about(row: Row, rows: Sequence[Row]) -> str:
    """The day and what else belongs to a row, with the names of all editions of which it is true."""
    of = ", ".join(_name(other) for other in rows if _circumstances(other) == _circumstances(row))
    return f"{of}: {_circumstances(row)}."


def _circumstances(row: Row) -> str:
    day = date.fromisoformat(row.date)
    rounds = f"{len(row.ours.wall)} round{'s' if len(row.ours.wall) > 1 else ''}"
    return (
        f"{row.pages:,} pages; medians of {rounds}, from the fastest to the slowest in brackets; "
        f"{day.day} {day:%B %Y}; procpub {row.procpub}, Python {row.python}; {row.machine}"
    )


def _name(row: Row) -> str:
    return "All four" if row.edition == "all" else row.edition.upper()


def _row(row: Row) -> str:
    ours, theirs = row.ours, row.theirs
    cells = [
        _name(row),
        *(_seconds(ours.wall), _seconds(theirs.wall), _RATIO.format(row.time_ratio)),
        *(_seconds(ours.cpu), _seconds(theirs.cpu), _RATIO.format(row.processor_ratio)),
        *(_megabytes(ours), _megabytes(theirs), _RATIO.format(row.memory_ratio)),
    ]
    return f"| {' | '.join(cells)} |"


def _seconds(rounds: Sequence[float]) -> str:
    return f"{median(rounds):.2f} s ({min(rounds):.2f}–{max(rounds):.2f})"


def _megabytes(side: Side) -> str:
    return f"{side.peak / 1e6:,.0f} MB"


def _growth(rows: Rows) -> Iterator[str]:
    """The table of time a page at each size that was measured, and of exponents."""
    sizes = sorted({times for times, _ in rows})
    spans = [(small, LARGE) for small in (SMALL, MIDDLE)]
    heads = [f"Time a page: {called(times)}" for times in sizes]
    heads += [f"Exponent, {small} to {large}: {side}" for small, large in spans for side in ("procpub", "peers")]
    yield f"| Edition | {' | '.join(heads)} |"
    yield f"| ---{' | ---:' * len(heads)} |"
    for edition in EDITIONS:
        times = [_page_time(rows.get((size, edition))) for size in sizes]
        powers = [_exponents(rows.get((small, edition)), rows.get((large, edition))) for small, large in spans]
        cells = [*times, *(power for pair in powers for power in pair)]
        yield f"| {'All four' if edition == 'all' else edition.upper()} | {' | '.join(cells)} |"


def _page_time(row: Row | None) -> str:
    return f"{1000 * page_time(row):.2f} ms" if row else ""


def _exponents(small: Row | None, large: Row | None) -> tuple[str, str]:
    if not small or not large:
        return "", ""
    ours, theirs = exponents(small, large)
    return f"{ours:.2f}", f"{theirs:.2f}"
