"""The figures of the benchmark say what was measured: goals that are met or not, powers of growth."""

from dataclasses import replace
from pathlib import Path

import pytest

import procpub
from grow import SEED, grown
from measurements import Row, Side, load, save
from performance_goals import exponents, goals
from performance_page import page
from procpub.model.walk import contributions, plain_text


def row(times: int, edition: str, ours: float, theirs: float) -> Row:
    """Seconds of both sides; a page each time."""
    return Row(
        times=times,
        edition=edition,
        pages=times,
        date="2026-11-05",
        procpub="0.1.0 (abc)",
        python="3.11.7",
        machine="a processor",
        ours=Side(wall=(ours - 0.01, ours, ours + 0.02), cpu=(ours, ours, ours), peak=10_000_000),
        theirs=Side(wall=(theirs,) * 3, cpu=(theirs,) * 3, peak=40_000_000),
    )


def test_a_volume_three_times_the_seed_has_three_times_its_contributions_under_other_headings() -> None:
    text, markdown = grown(SEED.read_text(encoding="utf-8"), 3)
    headings = [plain_text(each.heading) for each in contributions(procpub.read(text.encode()))]
    assert len(headings) == len(set(headings)) == 60
    assert markdown.count("\n# ") == 60


def test_goals_are_met_or_not_by_what_was_measured() -> None:
    rows = {(each.times, each.edition): each for each in (row(1, "all", 0.4, 1), row(20, "all", 2, 10))}
    verdicts = [goal.verdict for goal in goals(rows)]
    assert verdicts[:3] == ["not met", "met", "not measured"]
    rows[100, "all"] = row(100, "all", 14, 50)
    found = {goal.what: goal for goal in goals(rows)}
    assert found["Time a page for all four, 100 times the seed, by that of 20 times the seed"].verdict == "not met"


def test_time_that_grows_with_the_square_has_the_exponent_two() -> None:
    assert exponents(row(1, "tei", 1, 3), row(100, "tei", 10_000, 300)) == pytest.approx((2, 1))


def test_rows_are_kept_and_one_can_be_measured_again(tmp_path: Path) -> None:
    file = tmp_path / "performance.json"
    assert load(file) == {}
    first = row(1, "pdf", 0.4, 1)
    save(file, [row(20, "pdf", 2, 10), first])
    assert list(load(file)) == [(1, "pdf"), (20, "pdf")]
    kept = load(file)
    assert kept[1, "pdf"] == first
    kept[1, "pdf"] = replace(first, python="3.12.1")
    text = page(kept)
    assert "| PDF | 0.40 s (0.39–0.42) | 1.00 s (1.00–1.00) | 0.40 |" in text
    assert "5 November 2026; procpub 0.1.0 (abc), Python 3.12.1" in text
