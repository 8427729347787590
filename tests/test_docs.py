"""The documents say what the code does: links lead somewhere, lists are whole, commands are the ones that are run."""

import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from make_docs import PAGE, diagnostics_page
from procpub import style
from procpub.batch import manifest
from procpub.metadata_file import KEYS
from procpub.recovery.pipeline import passes
from procpub.recovery.source_lines import source_lines
from procpub.recovery.words import words_of

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("styles/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub and PyPI make of the page's headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def in_table(page: str) -> set[str]:
    """What stands as code in the first column of the page's tables."""
    rows = re.findall(r"^\| (`.+?`) \|", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = page.parent / path if path else page
        assert there.exists(), f"{page.name} links to {target}"
        assert not anchor or anchor in anchors(there), f"{page.name} links to {target}"


def test_the_list_of_diagnostics_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == diagnostics_page(), "run: python tools/make_docs.py"


def test_every_role_and_key_of_a_style_is_described() -> None:
    keys = {field.name for kind in (style.Page, style.Role, style.Face) for field in fields(kind)}
    assert in_table("styles.md") >= keys | set(style.ROLES)


def test_every_key_of_a_metadata_file_is_described() -> None:
    assert in_table("metadata.md") == set(KEYS)


def test_every_key_of_a_manifest_is_described() -> None:
    assert in_table("batch.md") == set(manifest.KEYS)


def test_every_pass_is_described_in_its_order() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \|", (ROOT / "docs/how-a-document-travels.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert rows == list(passes(source_lines(()), words_of(())))


def test_every_option_of_convert_is_in_the_readme() -> None:
    from procpub.cli.commands import convert

    options = {name for parameter in convert.params for name in parameter.opts if name.startswith("--")}
    assert set(re.findall(r"--[a-z-]+", "\n".join(re.findall(r"^\| `--.*$", README, re.MULTILINE)))) >= options - {
        "--help"
    }


def test_the_readme_has_one_line_for_each_that_ci_runs() -> None:
    runs = re.findall(r"^readme (.+)$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    endings = [" ".join(shlex.split(run)) for run in runs]
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(endings) == len(lines) == 2
    assert all(sum(line.endswith(f" {ending}") for line in lines) == 1 for ending in endings)


def test_the_readme_s_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    for code in re.findall(r"^```python\n(.+?)^```", README, re.MULTILINE | re.DOTALL):
        exec(code, {})
    assert sorted(path.suffix for path in tmp_path.glob("editions/*")) == [".epub", ".xml"]
