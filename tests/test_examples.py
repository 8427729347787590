"""The examples run as their first lines say, from the top of the project."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def example(name: str, *arguments: str) -> str:
    command = [sys.executable, f"examples/{name}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_reading_a_file_lists_its_speakers() -> None:
    printed = example("read_a_file.py")
    assert printed.startswith("International Virtual Seminar 2020")
    assert "- Luo Zhaohui: opening-remarks" in printed


def test_rendering_gives_one_edition(tmp_path: Path) -> None:
    assert "application/pdf" in example("render_one_edition.py", str(tmp_path))
    assert (tmp_path / "large-print.pdf").read_bytes().startswith(b"%PDF-")


def test_converting_many_goes_on_where_one_fails(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("A talk\n\nSome words of it.\n", encoding="utf-8")
    printed = example("convert_many.py", str(tmp_path), str(tmp_path / "out")).splitlines()
    assert printed[0] == f"{tmp_path / 'empty.txt'}: it is empty"
    assert [line.split(",")[0] for line in printed[1:]] == ["good.txt: good.epub", "good.txt: good.tei.xml"]


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.name)
def test_every_example_is_tested(path: Path) -> None:
    assert f'"{path.name}"' in Path(__file__).read_text(encoding="utf-8")
