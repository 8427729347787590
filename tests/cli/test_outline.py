"""procpub outline: the tree on a terminal and as JSON, and the template of a corrections file."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from procpub.cli.outline import as_text, wrapped
from procpub.cli.show import columns
from procpub.diagnostics import Code, Report, Span
from procpub.model.metadata import Metadata
from procpub.model.nodes import Text
from procpub.model.people import LocalText, Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Proceedings, Section
from procpub.outline import outline_of
from tests.cli.conftest import Run

ANN = Person(
    id="p-ann", name="Ann Lee", honorific="Dr.", role="Chair", affiliation="Office of Works, Kenya", country="Kenya"
)


def unstyled(text: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", text)


@pytest.fixture
def volume() -> Callable[[int], str]:
    section = Section(id="talk-s1", heading=(Text(text="A Section"),), span=Span(140, 150))
    talk = Contribution(
        id="talk",
        kind="speech",
        heading=(Text(text="Speech of Dr. Ann Lee, Chair, on the many things there are"),),
        title=(Text(text="On Things"),),
        contributors=(ANN.id,),
        sections=(section,),
        span=Span(12, 150),
    )
    session = Group(id="g", kind=GroupKind.SESSION, heading=(Text(text="First"),), members=(talk,), span=Span(10, 150))
    document = Proceedings(
        metadata=Metadata(titles=(LocalText(text="A Volume"),), languages=("en",)), people=(ANN,), body=(session,)
    )
    report = Report()
    report.add(Code.GROUP, "a session", Span(10, 10), confidence=1.0)
    report.add(Code.CONTRIBUTION, "a contribution", Span(12, 12), confidence=0.55)
    report.add(Code.SECTION_HEADING, "a section", Span(140, 140), confidence=0.8)
    return lambda width: as_text(outline_of(document, report), "volume.txt", width)


def test_each_piece_has_its_line_its_confidence_and_its_people(volume: Callable[[int], str]) -> None:
    assert unstyled(volume(100)).splitlines() == [
        "A Volume",
        "",
        " 10  100%  First [session]",
        " 12   55%?   Speech of Dr. Ann Lee, Chair, on the many things there are [speech]",
        "                 “On Things”",
        "                 Dr. Ann Lee, Chair, Office of Works, Kenya",
        "140   80%      A Section",
        "",
        "1 part or session, 1 contribution, 1 section; language en",
        "1 warning: --json has them, --corrections-template writes a file for those that it can settle",
    ]


def test_long_lines_are_wrapped_under_their_beginning(volume: Callable[[int], str]) -> None:
    lines = unstyled(volume(50)).splitlines()
    assert max(map(columns, lines)) <= 50
    assert lines[3:6] == [
        " 12   55%?   Speech of Dr. Ann Lee, Chair, on the",
        "               many things there are [speech]",
        "                 “On Things”",
    ]


def test_what_is_doubtful_is_yellow(volume: Callable[[int], str]) -> None:
    (line,) = (line for line in volume(100).splitlines() if "55%" in line)
    assert line.startswith("\x1b[33m")


@pytest.mark.parametrize("width", [1, 10, 24, 30, 80])
def test_wrapped_text_has_all_letters_and_keeps_to_the_width(width: int) -> None:
    text = (
        "Ein Wort und 中文没有空格的很长的标题也要断开来显示 und a-word-that-is-wider-than-any-terminal-of-this-width"
    )
    lines = wrapped(text, width, "  ", "    ")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(columns, lines)) <= max(width, 24 + 4)
    assert all(line.startswith("    ") for line in lines[1:])


def test_nothing_is_one_empty_line() -> None:
    assert wrapped("", 80, "  ", "    ") == ["  "]


def test_the_outline_of_a_text_has_no_colours_where_there_is_no_terminal(run: Run, text: Path) -> None:
    done = run("outline", text)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert done.out.startswith("A Volume\n")
    assert "Speech of Bo Hansen, Norway [speech]" in done.out
    assert "3 contributions; language en" in done.out


def test_it_fits_the_terminal(run: Run, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(columns, run("outline", text).out.splitlines())) <= 40


def test_as_json_it_can_be_read_by_programs(run: Run, text: Path) -> None:
    found = json.loads(run("outline", text, "--json").out)
    assert [piece["people"][0]["name"] for piece in found["tree"]] == ["Ann Lee", "Bo Hansen", "Cy Young"]
    assert found["source"] == str(text)


def test_a_finished_document_has_an_outline_too(run: Run, document: Path) -> None:
    assert json.loads(run("outline", document, "--json").out)["doubts"] == []


def test_it_can_be_written_into_a_file(run: Run, text: Path, tmp_path: Path) -> None:
    shown = run("outline", text, "-o", "-").out
    done = run("outline", text, "-o", tmp_path / "outline.txt")
    assert (done.code, done.out) == (0, f"{tmp_path / 'outline.txt'}: written\n")
    assert (tmp_path / "outline.txt").read_text(encoding="utf-8") == shown


def test_metadata_counts(run: Run, text: Path, tmp_path: Path) -> None:
    (tmp_path / "v.toml").write_text('title = "Another"\n', encoding="utf-8")
    assert run("outline", text, "--metadata", tmp_path / "v.toml").out.startswith("Another\n")


def correct(path: Path, line: int, quote: str, settings: str) -> None:
    path.write_text(f'[[correction]]\nline = {line}\nquote = "{quote}"\n{settings}\n', encoding="utf-8")


def line_of(text: Path, words: str) -> int:
    """The last line with these words: the heading, not its entry in the contents."""
    return max(n for n, line in enumerate(text.read_text(encoding="utf-8").splitlines(), 1) if words in line)


def test_corrections_count_given_or_found(run: Run, text: Path, tmp_path: Path) -> None:
    line = line_of(text, "Bo Hansen")
    correct(tmp_path / "mine.toml", line, "Bo Hansen", 'kind = "lecture"')
    assert "Bo Hansen, Norway [lecture]" in run("outline", text, "--corrections", tmp_path / "mine.toml").out
    correct(text.with_name("talk.corrections.toml"), line, "Bo Hansen", 'kind = "toast"')
    assert "Bo Hansen, Norway [toast]" in run("outline", text).out
    assert "Bo Hansen, Norway [lecture]" in run("outline", text, "--corrections", tmp_path / "mine.toml").out


def test_convert_counts_corrections_and_tells_of_the_file(run: Run, text: Path, tmp_path: Path) -> None:
    line = line_of(text, "Bo Hansen")
    correct(text.with_name("talk.corrections.toml"), line, "Bo Hansen", 'title = "On Fish"')
    report = tmp_path / "report.txt"
    done = run("convert", text, "--to", "json", "--out", tmp_path, "--report-file", report)
    assert done.code == 0
    told = report.read_text(encoding="utf-8")
    assert "note: 1 correction in talk.corrections.toml, found beside the input [corrections]" in told
    assert f":{line}: note: title: On Fish [correction]" in told
    assert "On Fish" in (tmp_path / "talk.json").read_text(encoding="utf-8")


def test_a_changed_text_is_told_as_an_error(run: Run, text: Path, tmp_path: Path) -> None:
    correct(tmp_path / "mine.toml", 3, "Words that were there", 'kind = "lecture"')
    done = run(
        "convert",
        text,
        "--corrections",
        tmp_path / "mine.toml",
        "--to",
        "json",
        "--out",
        tmp_path,
        "--fail-on",
        "error",
    )
    assert done.code == 1
    assert "error: not corrected: the correction quotes “Words that were there”" in done.err


def test_the_template_is_a_corrections_file(run: Run, text: Path, tmp_path: Path) -> None:
    target = tmp_path / "t.toml"
    done = run("outline", text, "--corrections-template", "-o", target)
    assert done.code == 0
    written = target.read_text(encoding="utf-8")
    assert "found by itself if it is called talk.corrections.toml" in written
    assert tomllib.loads(written) == {}
    assert run("outline", text, "--corrections-template").out == written


def test_a_template_does_not_replace_a_file(run: Run, text: Path, tmp_path: Path) -> None:
    target = tmp_path / "t.toml"
    target.write_text("mine", encoding="utf-8")
    done = run("outline", text, "--corrections-template", "-o", target)
    assert (done.code, done.err) == (2, f"procpub: error: {target} is there already; name another file with -o\n")
    assert target.read_text(encoding="utf-8") == "mine"


def test_an_outline_does_not_replace_what_it_is_made_of(run: Run, text: Path) -> None:
    found = text.with_name("talk.corrections.toml")
    correct(found, line_of(text, "Bo Hansen"), "Bo Hansen", 'kind = "toast"')
    for file in (text, found):
        before = file.read_bytes()
        done = run("outline", text, "-o", file)
        assert (done.code, done.err) == (2, f"procpub: error: the outline would replace {file}; choose another -o\n")
        assert file.read_bytes() == before


def test_two_things_at_once_are_refused(run: Run, text: Path) -> None:
    assert run("outline", text, "--json", "--corrections-template").code == 2


@pytest.mark.parametrize("option", ["--corrections-template", "--corrections=c.toml"])
def test_a_finished_document_is_not_corrected(run: Run, document: Path, option: str) -> None:
    done = run("outline", document, option)
    assert done.code == 2
    assert done.err.count("\n") == 1


def test_a_wrong_corrections_file_is_one_line_with_file_and_entry(run: Run, text: Path, tmp_path: Path) -> None:
    correct(tmp_path / "c.toml", 4, "x", "drop = true\nkeep = true")
    done = run("outline", text, "--corrections", tmp_path / "c.toml")
    message = "correction 1 (line 4): drop and keep contradict each other"
    assert (done.code, done.out) == (2, "")
    assert done.err == f"procpub: error: corrections file {tmp_path / 'c.toml'}: {message}\n"
