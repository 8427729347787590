"""`procpub batch`, as a user sees it."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "A Volume\n\nSpeech of Ann Lee, China\n\nSome words.\n\nSpeech of Bo Hansen, Norway\n\nSome more.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").write_text("\n", encoding="utf-8")
    return folder


def test_a_line_a_volume_a_summary_and_the_exit_code_of_the_worst(shelf: Path, run: Run) -> None:
    done = run("batch", shelf, "--out", shelf.parent / "out", "--to", "json", "--jobs", "1")
    assert done.code == 3
    first, second, summary = done.out.splitlines()
    assert first.startswith("1/2  failed     empty  (0 editions")
    assert second.startswith("2/2  made       good  (1 edition, ")
    assert summary.startswith("2 volumes: 1 made, 0 unchanged, 1 failed; ")
    assert done.err == f"procpub: error: empty: {shelf / 'empty.txt'}: it holds nothing but white space\n"


def test_a_second_run_does_what_is_left(shelf: Path, run: Run) -> None:
    command = ("batch", shelf, "--out", shelf.parent / "out", "--to", "json", "--jobs", "1")
    run(*command)
    (shelf / "empty.txt").write_text(TEXT, encoding="utf-8")
    done = run(*command)
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("2 volumes: 1 made, 1 unchanged, 0 failed; ")


def test_json_lines_stand_alone_on_standard_output(shelf: Path, run: Run) -> None:
    done = run("batch", shelf, "--out", shelf.parent / "out", "--to", "json", "--report", "json")
    *lines, last = map(json.loads, done.out.splitlines())
    assert {line["volume"]: line["state"] for line in lines} == {"good": "made", "empty": "failed"}
    assert last["summary"]["made"] == last["summary"]["failed"] == 1
    assert last["summary"]["notes"] == sum(
        found["severity"] == "note" for line in lines for found in line["diagnostics"]
    )
    assert done.err == ""


def test_quiet_shows_errors_alone(shelf: Path, run: Run) -> None:
    done = run("batch", shelf, "--out", shelf.parent / "out", "--to", "json", "--quiet")
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1


def test_a_style_beside_the_user_is_found_whatever_the_manifests_folder(
    shelf: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf.parent)
    Path("mine.toml").write_text('extends = "book"\n', encoding="utf-8")
    Path("shelf/shelf.toml").write_text('[[volume]]\nsource = "good.txt"\n', encoding="utf-8")
    done = run("batch", "shelf/shelf.toml", "--out", "out", "--to", "json", "--style", "mine.toml")
    assert done.code == 0
    assert sorted(path.name for path in Path("out").glob("good.*")) == ["good.json", "good.report.txt"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--to", "word"), "there is no format 'word'"),
        (("--style", "pretty"), "there is no style 'pretty'"),
        (("--to", ","), "--to names no format"),
        (("--jobs", "2", "--scheduler", "tcp://x:1"), "--jobs is about this machine, --scheduler about a cluster"),
        (("--out", "{shelf}"), "would lie among their sources"),
    ],
)
def test_what_holds_of_no_volume_is_refused_before_any_is_made(
    options: tuple[str, ...], message: str, shelf: Path, run: Run
) -> None:
    out = shelf.parent / "out"
    done = run("batch", shelf, "--out", out, *(option.format(shelf=shelf) for option in options))
    assert done.code == 2
    assert message in done.err
    assert not out.exists()


def test_a_text_in_the_place_of_a_manifest_is_sent_to_convert(shelf: Path, run: Run) -> None:
    done = run("batch", shelf / "good.txt", "--out", shelf.parent / "out")
    assert done.code == 2
    assert done.err.endswith(f"one volume is made by: procpub convert {shelf / 'good.txt'}\n")


def test_a_missing_library_says_which_extra_brings_it(shelf: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "filelock", None)
    done = run("batch", shelf, "--out", shelf.parent / "out")
    assert done.code == 2
    assert done.err.endswith("install it with: pip install 'procpub[batch]'\n")


def test_a_shelf_that_is_not_there_is_told_in_one_line(tmp_path: Path, run: Run) -> None:
    done = run("batch", tmp_path / "none.toml", "--out", tmp_path / "out")
    assert done.code == 3
    assert done.err == f"procpub: error: there is no file or folder {tmp_path / 'none.toml'}\n"
