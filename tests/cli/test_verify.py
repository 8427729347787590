"""`procpub verify`, and `procpub convert --verify`, as a user runs them."""

import json
from pathlib import Path

import pytest

from procpub.errors import ExitCode
from procpub.files import write_file
from tests.cli.conftest import Run


@pytest.fixture
def editions(run: Run, text: Path, tmp_path: Path) -> list[Path]:
    folder = tmp_path / "my editions"
    run("convert", text, "--out", folder)
    return sorted(folder.iterdir())


def changed(path: Path) -> Path:
    """A TEI edition with another word."""
    path.write_text(path.read_text(encoding="utf-8").replace("words of welcome", "words of farewell"), encoding="utf-8")
    return path


def test_editions_that_agree_end_with_0_and_a_line_a_check_and_edition(
    run: Run, editions: list[Path], text: Path
) -> None:
    done = run("verify", *editions, "--source", text)
    assert (done.code, done.err) == (ExitCode.DONE, "")
    assert done.out.startswith("check ")
    assert done.out.endswith("\n4 editions: no differences\n")
    assert sum(path.name in line for path in editions for line in done.out.splitlines()) == 4 * 16


def test_a_difference_ends_with_1_and_is_told_with_its_place(run: Run, editions: list[Path]) -> None:
    tei = changed(next(path for path in editions if path.name.endswith(".tei.xml")))
    done = run("verify", *editions)
    assert done.code == ExitCode.ATTENTION
    assert f"{tei.name}: “farewell.”" in done.out
    assert "text: line " in done.out
    assert done.out.endswith("4 editions: 3 differences\n")


def test_of_very_many_differences_some_are_printed_and_all_are_counted(
    run: Run, editions: list[Path], tmp_path: Path
) -> None:
    tei = next(path for path in editions if path.name.endswith(".tei.xml"))
    words = " ".join(f"w{number} same{number} and so it is" for number in range(300))
    one, other = tmp_path / "one.xml", tmp_path / "other.xml"
    one.write_text(tei.read_text(encoding="utf-8").replace("words of welcome", words, 1), encoding="utf-8")
    other.write_text(one.read_text(encoding="utf-8").replace(" same", " other"), encoding="utf-8")
    done = run("verify", one, other)
    assert "text: 200 more; --report json has them all\n" in done.out
    assert done.out.endswith("2 editions: 300 differences\n")


def test_reports_go_into_files(run: Run, editions: list[Path], tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = run("verify", *editions, "--report", "json", "--report-file", report)
    assert (done.code, done.out) == (ExitCode.DONE, f"{report}: 4 editions: no differences\n")
    assert json.loads(report.read_text(encoding="utf-8"))["agree"] is True
    run("verify", *editions, "--report", "html", "--report-file", tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param([], ExitCode.USAGE, "EDITION", id="no edition"),
        pytest.param(["nowhere.pdf"], ExitCode.INPUT, "nowhere.pdf", id="a missing file"),
        pytest.param(["{text}"], ExitCode.INPUT, "no PDF, DOCX, EPUB or TEI", id="a file that is no edition"),
        pytest.param(["{tei}", "{tei}"], ExitCode.USAGE, "named twice", id="an edition twice"),
        pytest.param(["{tei}", "--source", "-"], ExitCode.USAGE, "--source", id="a source from standard input"),
        pytest.param(["{tei}", "--language", "en"], ExitCode.USAGE, "--source", id="an option about no source"),
        pytest.param(["{tei}", "--report-file", "{tei}"], ExitCode.USAGE, "would replace", id="in an edition's place"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    run: Run, editions: list[Path], text: Path, arguments: list[str], code: int, words: str
) -> None:
    tei = next(path for path in editions if path.name.endswith(".tei.xml"))
    before = tei.read_bytes()
    done = run("verify", *(argument.format(text=text, tei=tei) for argument in arguments))
    assert done.code == code
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert tei.read_bytes() == before


def test_convert_verifies_what_it_made(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("convert", text, "--out", tmp_path, "--verify")
    assert done.code == ExitCode.DONE
    assert done.out.endswith("verified: 4 editions: no differences\n")


def test_the_json_of_convert_has_the_verification(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("convert", text, "--to", "tei,epub", "--out", tmp_path, "--verify", "--report", "json")
    assert json.loads(done.err)["verification"]["agree"] is True


def test_convert_ends_with_1_if_what_it_made_differs(
    run: Run, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(path: Path, data: bytes) -> None:
        write_file(path, data.replace(b"words of welcome", b"words of farewell"))

    monkeypatch.setattr("procpub.editions.write_file", damaged)
    done = run("convert", text, "--to", "docx,tei", "--out", tmp_path, "--verify")
    assert done.code == ExitCode.ATTENTION
    assert "“farewell.”" in done.err


def test_nothing_to_verify_is_refused(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("convert", text, "--to", "json", "--out", tmp_path, "--verify")
    assert done.code == ExitCode.USAGE
    assert "--verify takes an edition" in done.err
    assert not (tmp_path / "talk.json").exists()
