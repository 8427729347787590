"""Running a command as a user does, in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from procpub.cli import main
from procpub.model.codec import encode
from tests.documents import every_node


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command."""

    def once(*arguments: str | Path) -> Outcome:
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return once


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document that needs no recovery, in a path with a space and letters beyond ASCII."""
    folder = tmp_path / "a folder – 文件夹"
    folder.mkdir()
    path = folder / "Tagung é.json"
    path.write_text(encode(every_node()), encoding="utf-8")
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A small plain text, to be recovered."""
    path = tmp_path / "talk.txt"
    entries = ["Speech of Ann Lee, China", "Speech of Bo Hansen, Norway", "Speech of Cy Young, Kenya"]
    contents = "\n".join(f"{entry}.....{page}" for page, entry in enumerate(entries, 1))
    speeches = "\n\n".join(f"{entry}\n\nSome words of welcome." for entry in entries)
    path.write_text(f"A Volume\n\nCONTENTS\n\n{contents}\n\n{speeches}\n", encoding="utf-8")
    return path
