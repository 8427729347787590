"""Each stage that works on lines, on small texts in the conventions of different houses."""

from pathlib import Path

import pytest

from procpub.diagnostics import Report
from tests.recovery.cases import CASES, compare, shown, source_text
from tests.recovery.stages import STAGES

FOLDERS = sorted(path.parent for path in (CASES / "stages").glob("*/*/in.txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_a_stage_finds_what_is_printed_and_says_so(folder: Path, update_cases: bool) -> None:
    report = Report()
    lines = source_text((folder / "in.txt").read_text(encoding="utf-8")).lines
    found = "".join(f"{line}\n" for line in STAGES[folder.parent.name](lines, report))
    compare(folder, found, "".join(map(shown, report)), update=update_cases)


def test_every_stage_has_cases() -> None:
    assert {folder.parent.name for folder in FOLDERS} == set(STAGES)
