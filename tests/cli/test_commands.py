"""The other commands, and what all share: help, start-up, consoles that cannot show everything."""

import gc
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from procpub import __version__
from procpub.cli import main
from tests.cli.conftest import Run

FORMATS = ["docx", "epub", "json", "pdf", "tei", "txt"]


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"procpub {__version__}\n"


@pytest.mark.parametrize(
    "command", [(), ("convert",), ("init",), ("outline",), ("formats",), ("styles",), ("completion",)]
)
def test_help_is_there(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "-h")
    assert done.code == 0
    assert done.out.startswith("Usage: procpub")


@pytest.mark.parametrize("command", [(), ("convert",)])
def test_help_ends_with_examples_and_exit_codes(run: Run, command: tuple[str, ...]) -> None:
    printed = run(*command, "--help").out
    assert "procpub convert proceedings.txt --out editions" in printed
    assert "130  interrupted" in printed


def test_formats_are_listed_without_importing_one(run: Run) -> None:
    rows = [line.split() for line in run("formats").out.splitlines()]
    assert {"txt", "json"} <= {row[0] for row in rows if row[1] == "yes"}
    assert {"pdf", "docx", "epub", "tei", "json"} <= {row[0] for row in rows if row[2] == "yes"}
    assert ["tei", "yes", "yes", "procpub"] in rows
    assert ["epub", "no", "yes", "procpub"] in rows


def test_styles_are_listed_with_their_descriptions(run: Run) -> None:
    printed = run("styles").out
    assert "default      A book in A4" in printed
    assert "large-print  Large print: 18 pt" in printed


def test_a_command_that_is_missing_shows_the_help(run: Run) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err == run("--help").out


def test_init_writes_what_was_recovered_and_what_is_missing(run: Run, text: Path, tmp_path: Path) -> None:
    done = run("init", text, "-o", tmp_path / "volume.toml")
    assert done.code == 0
    written = (tmp_path / "volume.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written) == {"title": "A Volume", "languages": ["en"]}
    assert '# place = "Vienna"' in written


def test_init_does_not_replace_a_file_filled_in_by_hand(run: Run, text: Path, tmp_path: Path) -> None:
    target = tmp_path / "volume.toml"
    target.write_text("mine", encoding="utf-8")
    done = run("init", text, "-o", target)
    assert done.code == 2
    assert "is there already" in done.err
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    assert "_PROCPUB_COMPLETE" in run("completion", shell).out


def procpub(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    code = "import sys; from procpub.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment)


def test_the_schema_of_a_format_is_printed_for_validators(run: Run) -> None:
    assert run("formats", "--schema", "tei").out.startswith("<?xml")
    refused = run("formats", "--schema", "epub")
    assert refused.code == 2
    assert "there is no schema for the format 'epub'" in refused.err


def test_completion_knows_formats_after_a_comma() -> None:
    words = {"COMP_WORDS": "procpub convert --to pdf,d", "COMP_CWORD": "3", "_PROCPUB_COMPLETE": "bash_complete"}
    assert procpub(**words).stdout == b"plain,pdf,docx\n"


def test_completion_offers_styles_after_files() -> None:
    words = {"COMP_WORDS": "procpub convert --style ", "COMP_CWORD": "3", "_PROCPUB_COMPLETE": "bash_complete"}
    assert procpub(**words).stdout.split() == [
        b"file,",
        *(b"plain," + style for style in (b"a5", b"book", b"default", b"large-print", b"letter")),
    ]


def test_a_console_that_knows_no_chinese_gets_code_points(tmp_path: Path) -> None:
    done = procpub("convert", str(tmp_path / "文.txt"), "--to", "json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 3
    assert done.stderr.decode("cp1252").strip().endswith("\\u6587.txt")


def test_an_interruption_while_the_command_line_loads_is_one_line() -> None:
    code = """if True:
        import signal, sys

        class Interrupter:
            def find_spec(self, name, path, target=None):
                if name == "click":
                    signal.raise_signal(signal.SIGINT)

        sys.meta_path.insert(0, Interrupter())
        from procpub.cli import main
        sys.exit(main())
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (130, "procpub: error: interrupted; nothing is half written\n")


def test_start_up_loads_neither_model_nor_formats() -> None:
    code = "import sys, procpub.cli.process, procpub; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    unwanted = {"procpub.model", "procpub.conversion", "lxml", "reportlab", "docx", "importlib.metadata", "tomlkit"}
    assert not loaded & unwanted


def test_a_conversion_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    source = tmp_path / "meeting.txt"
    source.write_text(
        "A Meeting\n\nOpening remarks by Ms. Ann Hill, Minister, Peru\n\n*All* of us are here.\n", "utf-8"
    )
    code = "import sys; from procpub.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, "convert", str(source), "--to", "json", "--out", str(tmp_path), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split())
    assert "procpub.recovery.pipeline" in loaded
    # Corrections, other editions, other encodings and languages are not asked for here.
    assert not loaded & {"tomlkit", "lxml", "reportlab", "docx", "charset_normalizer"}
    assert not loaded & {"babel", "pycountry", "pyphen", "statistics"}


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(collecting: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        assert main(["--version"]) == 0
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
