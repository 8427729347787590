"""Editions made side by side in processes."""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import procpub
from procpub import processes, registry
from procpub.conversion import Conversion
from procpub.diagnostics import Code, Report
from procpub.errors import ExitCode
from procpub.interfaces import Edition, PageMap
from procpub.model.codec import encode
from procpub.model.contents import Contents
from procpub.model.proceedings import Proceedings
from procpub.style import Style
from tests.documents import every_node


@dataclass
class Odd:
    """A writer that does what a test is about, in the process that it is in."""

    suffix: str = ".odd"
    act: str = ""

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        report.add(Code.NOT_EXPRESSIBLE, "something odd")
        if self.act == "raise":
            raise RuntimeError("a slip of the pen")
        if self.act == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return Edition(format="odd", suffix=self.suffix, media_type="text/plain", data=str(os.getpid()).encode())


def converted(folder: Path, *formats: str, jobs: int) -> Conversion:
    return procpub.convert(encode(every_node()).encode(), formats, folder, format="json", jobs=jobs)


def with_writer(monkeypatch: pytest.MonkeyPatch, odd: Odd) -> None:
    real = registry.writer
    monkeypatch.setattr(registry, "writer", lambda name: odd if name == "odd" else real(name))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_editions_made_side_by_side_have_the_same_bytes(
    method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = converted(tmp_path / "one", "tei", "docx", "pdf", "epub", jobs=1)
    monkeypatch.setattr(processes, "start_method", lambda: method)
    several = converted(tmp_path / "several", "tei", "docx", "pdf", "epub", jobs=3)
    assert [edition.format for edition in several.editions] == ["tei", "docx", "pdf", "epub"]
    for before, after in zip(one.editions, several.editions, strict=True):
        assert after.path.read_bytes() == before.path.read_bytes()
        assert (after.pages, after.diagnostics) == (before.pages, before.diagnostics)


def test_the_first_is_made_in_another_process_and_the_second_in_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch, Odd())
    own = str(os.getpid())
    assert converted(tmp_path, "odd", "json", jobs=1).editions[0].path.read_text() == own
    assert converted(tmp_path, "odd", "json", jobs=2).editions[0].path.read_text() != own
    assert converted(tmp_path, "json", "odd", jobs=2).editions[1].path.read_text() == own


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_writer_that_fails_stops_no_other_and_tells_what_it_reported(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch, Odd(act="raise"))
    done = converted(tmp_path, "odd", "json", "tei", jobs=jobs)
    assert [edition.format for edition in done.editions] == ["json", "tei"]
    (failed,) = done.failures
    assert str(failed.error) == "the odd writer failed: RuntimeError: a slip of the pen"
    assert [found.message for found in failed.diagnostics] == ["something odd"]


def test_where_it_failed_in_another_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_writer(monkeypatch, Odd(act="raise"))
    (failed,) = converted(tmp_path, "odd", "json", jobs=2).failures
    (note,) = failed.error.__notes__
    assert 'raise RuntimeError("a slip of the pen")' in note


def test_a_process_that_is_killed_costs_its_edition_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_writer(monkeypatch, Odd(act="die"))
    done = converted(tmp_path, "odd", "json", "tei", jobs=2)
    assert [edition.format for edition in done.editions] == ["json", "tei"]
    (failed,) = done.failures
    assert "ended from outside" in str(failed.error)
    assert failed.error.exit_code == ExitCode.OUTPUT


@pytest.mark.skipif(sys.platform != "linux", reason="what is changed here is changed in a forked process too")
@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_that_cannot_be_laid_out_cost_their_edition_alone(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("no paper")

    monkeypatch.setattr("procpub.layout.book.lay_out", stumble)
    monkeypatch.setattr(processes, "start_method", lambda: "fork")
    done = converted(tmp_path, "pdf", "epub", jobs=jobs)
    assert [edition.format for edition in done.editions] == ["epub"]
    assert str(done.failures[0].error) == "the pdf writer failed: RuntimeError: no paper"


def test_a_source_is_attached_in_another_process_too(tmp_path: Path) -> None:
    data, one, two = encode(every_node()).encode(), tmp_path / "one", tmp_path / "two"
    for folder, jobs in ((one, 1), (two, 2)):
        procpub.convert(data, ["pdf", "epub"], folder, format="json", attach_source=True, jobs=jobs)
    assert (one / "proceedings.pdf").read_bytes() == (two / "proceedings.pdf").read_bytes()
    assert (one / "proceedings.epub").read_bytes() == (two / "proceedings.epub").read_bytes()
