"""Each pass, and the whole pipeline, on small documents with the conventions of different houses."""

from pathlib import Path

import pytest

from procpub.diagnostics import Report
from procpub.model.check import check
from procpub.model.dump import dump
from procpub.model.metadata import Metadata
from procpub.model.nodes import Text
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Proceedings
from procpub.recovery.corrections import NONE
from procpub.recovery.paragraphs import paragraphs
from procpub.recovery.pipeline import passes, recover
from procpub.recovery.source_lines import source_lines
from procpub.recovery.words import words_of
from tests.recovery.cases import CASES, compare, shown, source_text

NAMES = set(passes(source_lines(()), words_of(())))


def folders(of: str) -> list[Path]:
    found = sorted(path.parent for path in (CASES / of).glob("**/in.txt"))
    assert found, f"no cases under {of}"
    return found


def names(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


@pytest.mark.parametrize("folder", folders("passes"), ids=names)
def test_a_pass_changes_what_it_is_for_and_says_so(folder: Path, update_cases: bool) -> None:
    source = source_lines(source_text((folder / "in.txt").read_text(encoding="utf-8")).lines)
    words = words_of(line.text for line in source.lines)
    refine = passes(source, words)[folder.parent.name]
    speech = Contribution(
        id="c",
        kind="speech",
        heading=(Text(text="Speech of A. Speaker"),),
        contributors=("p-a",),
        blocks=tuple(
            passage.paragraph
            for passage in paragraphs(source, words_of(line.text for line in source.lines), NONE, Report())
        ),
    )
    document = Proceedings(metadata=Metadata(), people=(Person(id="p-a", name="A. Speaker"),), body=(speech,))
    report = Report()
    changed = refine(document, report)
    compare(folder, dump(changed), "".join(map(shown, report)), update=update_cases)
    assert check(changed) == ()
    assert refine(changed, Report()) is changed, "a pass has nothing to do the second time"


@pytest.mark.parametrize("folder", folders("volumes"), ids=names)
def test_a_volume_is_recovered(folder: Path, update_cases: bool) -> None:
    report = Report()
    document = recover(source_text((folder / "in.txt").read_text(encoding="utf-8")), report)
    compare(folder, dump(document), "".join(map(shown, report)), update=update_cases)
    assert check(document) == ()


def test_every_pass_has_a_case() -> None:
    assert {folder.parent.name for folder in folders("passes")} == NAMES
