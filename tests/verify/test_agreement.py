"""Editions of one document agree, whatever is in it; and with the text that they were made from."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procpub import conversion, registry
from procpub.agreement import verify_conversion, verify_files
from procpub.diagnostics import Report
from procpub.errors import InputError, UsageError
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import load_style
from procpub.verify import verify
from tests.strategies import proceedings

TEXT = """A Volume

CONTENTS

Speech of Ann Lee, China.....1
Speech of Bo Hansen, Norway.....2

Speech of Ann Lee, China

Some words of wel-
come to the guests.

Speech of Bo Hansen, Norway

Other words, and thanks.
"""


@given(proceedings(), st.sampled_from(["default", "book"]), st.integers(1, 3))
@settings(max_examples=8)
def test_there_is_no_false_alarm(document: Proceedings, style: str, depth: int) -> None:
    """benchmarks/verify_documents.py does it for hundreds."""
    contents = contents_of(document, depth)
    pages: PageMap | None = None
    files: dict[str, bytes] = {}
    for name in conversion.FORMATS:
        edition = registry.writer(name).write(document, contents, load_style(style), Report(), pages=pages)
        pages = pages or edition.pages
        files[name] = edition.data
    assert [each.message for each in verify(files).differences] == []


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_editions_agree_with_their_source(text: Path, tmp_path: Path) -> None:
    made = conversion.convert(text, out=tmp_path)
    paths = [edition.path for edition in made.editions]
    found = verify_files(paths, source=text)
    assert found.editions == tuple(path.name for path in paths)
    assert [each.message for each in found.differences] == []
    assert [each.compared for each in found.outcomes if each.check == "source"] == [37] * 4
    assert verify_conversion(made, text, format=None, encoding=None) == found


def test_a_word_that_all_editions_have_lost_is_missed_by_the_source(text: Path, tmp_path: Path) -> None:
    made = conversion.convert(text, out=tmp_path)
    text.write_text(TEXT.replace("Other words", "Other wise words"), encoding="utf-8")
    (difference,) = verify_files([edition.path for edition in made.editions], source=text).differences
    assert difference.check == "source"
    assert len(difference.dissenting) == 4
    assert (difference.readings[0].words, difference.readings[0].place.words) == ("wise", "line 15")


def test_editions_of_one_name_are_called_by_their_paths(text: Path, tmp_path: Path) -> None:
    paths = [conversion.convert(text, "tei", tmp_path / folder).editions[0].path for folder in ("a", "b")]
    assert verify_files(paths).editions == tuple(map(str, paths))


def test_a_source_that_is_no_plain_text_is_refused(text: Path, tmp_path: Path) -> None:
    (edition,) = conversion.convert(text, "tei", tmp_path).editions
    with pytest.raises(UsageError, match="plain text"):
        verify_files([edition.path], source=edition.path)


def test_a_missing_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.pdf"):
        verify_files([tmp_path / "nowhere.pdf"])
