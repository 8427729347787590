"""Formats by entry point: found without import, loaded when used, errors that name what to do. And plug-ins."""

import subprocess
import sys
from pathlib import Path

import pytest

from procpub import registry
from procpub.cli import main
from procpub.errors import MissingLibraryError, UsageError

PLUGIN = '''
from dataclasses import dataclass
from procpub.interfaces import Edition, Line, SourceText
from procpub.model.metadata import Source


def read(data, name, options, report):
    """Reads text that is shouted."""
    lines = data.decode().lower().splitlines()
    return SourceText(
        source=Source(name=name, encoding="utf-8", sha256="", lines=len(lines)),
        lines=tuple(Line(number=n, indent=0, text=line, page=1) for n, line in enumerate(lines, 1)),
    )


@dataclass
class Writer:
    suffix: str = ".headings.txt"

    def write(self, proceedings, contents, style, report, *, pages=None):
        data = "\\n".join([proceedings.metadata.title, *(entry.label for entry in contents.entries)]).encode()
        return Edition(format="headings", suffix=self.suffix, media_type="text/plain", data=data)


WRITER = Writer()
'''


def distribution(folder: Path, name: str, code: str, entry_points: str) -> None:
    """What installing a tiny distribution leaves in site-packages."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, where distributions can be put."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def test_the_built_in_formats_come_with_procpub() -> None:
    assert {"txt", "json"} <= {spec.name for spec in registry.reader_specs()}
    assert {"pdf", "docx", "epub", "tei", "json"} <= {spec.name for spec in registry.writer_specs()}
    assert {spec.distribution for spec in registry.writer_specs()} == {"procpub"}


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no format 'papyrus' that can be written; there are: .*docx, epub, json"):
        registry.writer("papyrus")


def test_listing_imports_no_format() -> None:
    code = (
        "import sys; from procpub import registry; registry.writer_specs(); registry.reader_specs();"
        "assert not {'lxml', 'reportlab', 'docx', 'procpub.writers', 'procpub.readers'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_plugin_reads_and_writes_through_the_command_line(site: Path, tmp_path: Path) -> None:
    distribution(
        site,
        "procpub_shouting",
        PLUGIN,
        "[procpub.readers]\nshout = procpub_shouting:read\n[procpub.writers]\nheadings = procpub_shouting:WRITER\n",
    )
    source = tmp_path / "meeting.shout"
    source.write_text("THE MEETING\n\n" + "SOME WORDS THAT ARE SAID. " * 20, encoding="utf-8")
    assert main(["convert", str(source), "--to", "headings", "--out", str(tmp_path), "--quiet"]) == 0
    assert (tmp_path / "meeting.headings.txt").read_text(encoding="utf-8").startswith("the meeting")
    assert "procpub_shouting" in {spec.distribution for spec in registry.writer_specs()}


def test_two_plugins_of_one_name_are_an_error_that_names_both(site: Path) -> None:
    for name in ("first_plugin", "second_plugin"):
        distribution(site, name, PLUGIN, f"[procpub.writers]\nscroll = {name}:WRITER\n")
    with pytest.raises(UsageError, match=r"(?=.*first_plugin)(?=.*second_plugin)two plug-ins are called 'scroll'"):
        registry.writer("scroll")


def test_a_plugin_cannot_take_a_built_in_name_in_silence(site: Path) -> None:
    distribution(site, "other_tei", PLUGIN, "[procpub.writers]\ntei = other_tei:WRITER\n")
    with pytest.raises(UsageError, match=r"(?=.*other_tei)(?=.*procpub)two plug-ins are called 'tei'"):
        registry.writer("tei")


def test_a_missing_library_says_which_extra_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "procpub.writers.tei", raising=False)
    for name in [name for name in sys.modules if name.startswith("procpub.writers.tei.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingLibraryError, match=r"needs the library 'lxml'.*pip install 'procpub\[tei\]'"):
        registry.writer("tei")


def test_a_missing_library_of_a_plugin_names_the_plugin(site: Path) -> None:
    distribution(site, "needy", "import a_library_that_is_not_there", "[procpub.writers]\nneedy = needy:WRITER\n")
    with pytest.raises(MissingLibraryError, match=r"'a_library_that_is_not_there'.*should have come with needy"):
        registry.writer("needy")


@pytest.mark.parametrize("target", ["broken:NOTHING", "no_such_module:WRITER"])
def test_a_plugin_that_cannot_be_loaded_is_named(site: Path, target: str) -> None:
    distribution(site, "broken", PLUGIN, f"[procpub.writers]\nbroken = {target}\n")
    with pytest.raises(UsageError, match="format 'broken' of broken cannot be loaded"):
        registry.writer("broken")
