"""A shelf of small volumes."""

from pathlib import Path

import pytest

TEXT = "A Volume\n\nSpeech of Ann Lee, China\n\nSome words of welcome.\n\nSpeech of Bo Hansen, Norway\n\nSome more.\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with three volumes, one of them in a folder of its own."""
    folder = tmp_path / "shelf"
    (folder / "1999").mkdir(parents=True)
    for name in ("one.txt", "two.txt", "1999/three.txt"):
        (folder / name).write_text(TEXT.replace("Volume", f"Volume {name}"), encoding="utf-8")
    return folder
