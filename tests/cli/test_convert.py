"""`procpub convert`: editions, messages and exit codes."""

import errno
import io
import json
import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from procpub import conversion
from procpub.cli.options import FORMATS
from procpub.errors import OutputError
from procpub.model.codec import decode
from procpub.writers.json import JsonWriter
from tests.cli.conftest import Run
from tests.documents import every_node


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_editions_are_named_after_the_input_in_the_folder_asked_for(run: Run, document: Path, tmp_path: Path) -> None:
    done = run("convert", document, "--to", "tei,json", "--out", tmp_path / "new" / "editions")
    assert done.code == 0
    assert names(tmp_path / "new" / "editions") == ["Tagung é.json", "Tagung é.tei.xml"]
    assert decode((tmp_path / "new" / "editions" / "Tagung é.json").read_text(encoding="utf-8")) == every_node()


def test_the_table_at_the_end_tells_what_was_made(run: Run, document: Path, tmp_path: Path) -> None:
    done = run("convert", document, "--to", "tei,json", "--out", tmp_path, "--name", "volume")
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0] == ["edition", "file", "size", "pages", "time", "diagnostics"]
    assert [row[0] for row in rows[1:]] == ["read", "tei", "json"]
    assert rows[2][1] == str(tmp_path / "volume.tei.xml")


def test_quiet_prints_nothing(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("convert", text, "--to", "json", "--out", tmp_path, "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_standard_input_is_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Rede\n\nEin Wort für alle.\n".encode())))
    assert run("convert", "-", "--to", "json", "--out", tmp_path, "--language", "de").code == 0
    volume = decode((tmp_path / "proceedings.json").read_text(encoding="utf-8"))
    assert volume.metadata.language == "de"


def test_diagnostics_look_like_a_compilers(run: Run, text: Path, tmp_path: Path) -> None:
    text.write_bytes(text.read_bytes() + b"A bell\x07 rings.\n")
    done = run("convert", text, "--to", "json", "--out", tmp_path)
    assert f"{text}:20: warning: control characters taken out: 1 [control-characters]" in done.err.splitlines()
    assert " note: " not in done.err


def test_a_report_file_has_the_routine_decisions_too(run: Run, text: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    run("convert", text, "--to", "json", "--out", tmp_path, "--report-file", report)
    assert f"{text}: note: read as utf-8" in report.read_text(encoding="utf-8")


def test_quiet_shows_errors_alone_and_a_report_file_still_has_everything(run: Run, text: Path, tmp_path: Path) -> None:
    text.write_bytes(text.read_bytes() + b"A bell\x07 rings, and \xff.\n")
    arguments = (
        "convert",
        text,
        "--to",
        "json",
        "--out",
        tmp_path,
        "--encoding",
        "utf-8",
        "--report",
        "json",
        "--quiet",
    )
    shown = json.loads(run(*arguments).err)["diagnostics"]
    assert {found["code"] for found in shown if found["severity"] == "error"} == {found["code"] for found in shown}
    assert "undecodable-bytes" in {found["code"] for found in shown}
    done = run(*arguments, "--report-file", tmp_path / "report.json")
    assert (done.out, done.err) == ("", "")
    written = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["diagnostics"]
    assert {"encoding", "control-characters", "undecodable-bytes"} <= {found["code"] for found in written}


def test_a_report_on_standard_output_stands_there_alone(
    run: Run, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("convert", text, "--to", "json", "--report", "json", "--report-file", "-")
    assert json.loads(done.out)["diagnostics"]
    assert done.err.startswith("edition  file")
    assert names(tmp_path) == ["talk.json", "talk.txt"]


def test_the_json_report_is_one_object_and_nothing_else(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("convert", text, "--to", "json", "--out", tmp_path, "--report", "json")
    report = json.loads(done.err)
    assert report["source"] == str(text)
    assert [edition["format"] for edition in report["editions"]] == ["json"]
    assert {"code": "encoding", "severity": "note", "line": None}.items() <= report["diagnostics"][0].items()


def test_fail_on_turns_a_warning_into_exit_code_1(run: Run, text: Path, tmp_path: Path) -> None:
    text.write_bytes(text.read_bytes() + b"A bell\x07 rings.\n")
    arguments = ("convert", text, "--to", "json", "--out", tmp_path, "--fail-on")
    assert run(*arguments, "warning").code == 1
    assert run(*arguments, "error").code == 0


def test_metadata_from_a_file_replaces_what_was_recovered(run: Run, text: Path, tmp_path: Path) -> None:
    metadata = tmp_path / "volume.toml"
    metadata.write_text('title = "Another Title"', encoding="utf-8")
    done = run("convert", text, "--to", "json", "--out", tmp_path, "--metadata", metadata, "--report", "json")
    assert "metadata-overrides" in done.err
    assert decode((tmp_path / "talk.json").read_text(encoding="utf-8")).metadata.title == "Another Title"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere.txt",), 3, "there is no file nowhere.txt"),
        ((".",), 3, ". is a folder"),
        (("sub/empty.txt",), 3, f"{Path('sub/empty.txt')}: it is empty"),
        (("rubbish.txt",), 3, "rubbish.txt: this is no plain text but binary data"),
        (("broken.json",), 3, "broken.json: this is no document that procpub can read"),
        (("good.txt", "--to", "papyrus"), 2, "there is no format 'papyrus' that can be written"),
        (("good.txt", "--to", ","), 2, "--to names no format"),
        (("good.txt", "--from", "papyrus"), 2, "there is no format 'papyrus' that can be read"),
        (("good.txt", "--style", "baroque"), 2, "there is no style 'baroque'"),
        (("good.txt", "--language", "en us"), 2, "'en us' is not a language tag"),
        (("good.txt", "--encoding", "klingon"), 2, "there is no text encoding 'klingon'"),
        (("good.txt", "--metadata", "none.toml"), 2, "metadata file: there is no file none.toml"),
        (("good.txt", "--metadata", "."), 2, "metadata file: . is a folder; name a file"),
        (("good.txt", "--style", "sub.toml"), 2, "sub.toml is a folder; name a file"),
        (("good.txt", "--out", "-"), 2, "--out - makes no sense"),
        (("good.txt", "--name", "../x"), 2, "cannot be the name of a file"),
        (("good.txt", "--name", "con"), 2, "cannot be the name of a file"),
        (("good.txt", "--out", "empty.txt"), 4, "empty.txt cannot be the output folder"),
        (("good.txt", "--out", "empty.txt/x"), 4, "cannot be the output folder"),
        (("good.txt", "--contents-depth", "0"), 2, "(see procpub convert --help)"),
        (("good.txt", "--colour"), 2, "No such option"),
        ((), 2, "Missing argument"),
    ],
)
def test_errors_are_one_line_and_leave_no_trace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub.toml").mkdir()
    Path("sub").mkdir()
    Path("sub/empty.txt").write_bytes(b"")
    Path("empty.txt").write_bytes(b"")
    Path("rubbish.txt").write_bytes(bytes(range(256)) * 10)
    Path("broken.json").write_text('{"format": "procpub-1", "body": 3}', encoding="utf-8")
    Path("good.txt").write_text("Words.\n", encoding="utf-8")
    before = names(tmp_path)
    extra = () if "--to" in arguments else ("--to", "tei")
    done = run("convert", *arguments, *extra)
    assert done.code == code
    assert done.err.startswith("procpub: error: ")
    assert message in done.err
    assert done.err.count("\n") == 1
    assert names(tmp_path) == before


def test_a_folder_that_may_not_be_written_is_told_at_once(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    done = run("convert", document, "--to", "json,tei", "--out", tmp_path)
    assert done.code == 4
    assert done.err == f"procpub: error: nothing may be written into the folder {tmp_path}: permission denied\n"


def test_an_edition_never_replaces_its_own_source(run: Run, document: Path) -> None:
    before = document.read_bytes()
    done = run("convert", document, "--to", "json", "--out", document.parent)
    assert done.code == 2
    assert "would replace its own source" in done.err
    assert document.read_bytes() == before


@pytest.mark.parametrize("place", ["Tagung é.json", "out/Tagung é.tei.xml"])
def test_a_report_never_replaces_the_source_or_an_edition(run: Run, document: Path, place: str) -> None:
    report = document.parent / place
    before = document.read_bytes()
    done = run("convert", document, "--to", "tei", "--out", document.parent / "out", "--report-file", report)
    assert done.code == 2
    assert "the report would replace" in done.err
    assert document.read_bytes() == before
    assert not (document.parent / "out").exists() or report.read_bytes().startswith(b"<?xml")


def test_a_name_that_is_too_long_is_an_input_that_is_not_there(run: Run) -> None:
    done = run("convert", "a" * 300 + ".txt")
    assert done.code == 3
    assert done.err.count("\n") == 1


def test_the_formats_of_the_command_line_are_those_of_the_library() -> None:
    assert tuple(FORMATS.split(",")) == conversion.FORMATS


def test_a_full_disk_leaves_the_old_edition(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "volume.json").write_text("the old edition")
    whole = Path.write_bytes

    def half(path: Path, data: Any) -> int:
        whole(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    done = run("convert", document, "--to", "json", "--out", out, "--name", "volume")
    assert done.code == 4
    assert done.err.endswith(f"json: {out / 'volume.json'} cannot be written: no space left on device\n")
    assert names(out) == ["volume.json"]
    assert (out / "volume.json").read_text() == "the old edition"


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_nothing_half_written(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: signal.Signals, code: int
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "volume.json").write_text("the old edition")
    replace = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        signal.raise_signal(stop)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    done = run("convert", document, "--to", "json", "--out", out, "--name", "volume")
    assert done.code == code
    assert done.err.strip().startswith("procpub: error: ")
    assert done.err.strip().count("\n") == 0
    assert names(out) == ["volume.json"]
    assert (out / "volume.json").read_text() == "the old edition"


def test_one_writers_failure_leaves_the_other_editions(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OutputError("the table on page 3 is too wide")

    monkeypatch.setattr(JsonWriter, "write", fail)
    done = run("convert", document, "--to", "json,tei", "--out", tmp_path, "--name", "volume", "--jobs", "1")
    assert done.code == 4
    assert done.err.splitlines()[-1] == "procpub: error: json: the table on page 3 is too wide"
    assert (tmp_path / "volume.tei.xml").is_file()
    assert ["json", "not", "made", "none"] in [line.split() for line in done.out.splitlines()]


def test_a_writer_that_stumbles_is_a_fault_and_stops_no_other(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JsonWriter, "write", lambda *arguments, **options: 1 / 0)
    done = run("convert", document, "--to", "json,tei", "--out", tmp_path, "--name", "volume", "--jobs", "1", "--quiet")
    assert done.code == 5
    fault = "procpub: error: json: the json writer failed: ZeroDivisionError: division by zero; please report it"
    assert done.err == f"{fault}, with what --debug prints\n"
    assert (tmp_path / "volume.tei.xml").is_file()


@pytest.mark.parametrize("report", ["text", "json"])
def test_debug_shows_where_a_writer_stumbled(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: str
) -> None:
    monkeypatch.setattr(JsonWriter, "write", lambda *arguments, **options: 1 / 0)
    done = run(
        "convert", document, "--to", "json", "--out", tmp_path, "--name", "volume", "--debug", "--report", report
    )
    assert done.code == 5
    assert "\nZeroDivisionError: division by zero\n" in done.err  # the cause
    assert "\nprocpub.errors.FaultError: " in done.err
    assert done.err.endswith("; please report it\n")


def test_the_unforeseen_is_called_a_fault_and_debug_shows_where(
    run: Run, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procpub.conversion.contents_of", lambda *arguments: [][0])
    done = run("convert", document, "--to", "json", "--out", tmp_path)
    assert done.code == 5
    assert done.err.count("\n") == 1
    assert "this is a fault of procpub (IndexError: list index out of range); please report it" in done.err
    done = run("convert", document, "--to", "json", "--out", tmp_path, "--debug")
    assert "Traceback" in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_unicode_does_no_harm(run: Run, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    path.write_text("Words.\n", encoding="utf-8")
    report = tmp_path / "report.txt"
    done = run("convert", path, "--to", "json,tei", "--out", tmp_path, "--report-file", report)
    assert done.code == 0
    assert "a\\udcff.txt: note: read as utf-8" in report.read_text(encoding="utf-8")


def test_two_runs_give_the_same_bytes(run: Run, document: Path, tmp_path: Path) -> None:
    for out in ("a", "b"):
        run("convert", document, "--to", "json,tei", "--out", tmp_path / out)
    for name in names(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
