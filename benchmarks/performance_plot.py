"""Draws time and memory over size, of procpub and its peers."""

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from measurements import Row, Rows


def draw(rows: Rows, path: Path) -> None:
    """Writes an SVG with two panels: the time for all four editions, and their peak memory, both logarithmic."""
    measured = sorted((row for row in rows.values() if row.edition == "all"), key=lambda row: row.times)
    # The same figures make the same bytes; letters stay letters.
    with mpl.rc_context({"svg.hashsalt": "procpub", "svg.fonttype": "none", "axes.grid": True}):
        figure = Figure(figsize=(10, 4), layout="constrained")
        time, memory = figure.subplots(1, 2)
        _lines(time, measured, [row.ours.seconds for row in measured], [row.theirs.seconds for row in measured])
        time.set(title="Time for all four editions", ylabel="seconds")
        _lines(memory, measured, [row.ours.peak / 1e6 for row in measured], [row.theirs.peak / 1e6 for row in measured])
        memory.set(title="Peak memory", ylabel="MB")
        figure.savefig(path, metadata={"Date": None})


def _lines(axes: Axes, rows: list[Row], ours: list[float], theirs: list[float]) -> None:
    sizes = [row.times for row in rows]
    axes.loglog(sizes, ours, marker="o", label="procpub")
    axes.loglog(sizes, theirs, marker="s", linestyle="--", label="pandoc and Typst")
    axes.set_xticks(sizes, [f"{row.times}×\n{row.pages:,} pages" for row in rows])
    axes.yaxis.set_major_formatter("{x:g}")
    axes.minorticks_off()
    axes.set_xlabel("contributions of the seed, times")
    axes.legend()
