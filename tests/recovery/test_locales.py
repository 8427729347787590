"""Names of months and countries: files for common languages, libraries for the others, and both the same."""

import json

import pytest

from make_locales import TAGS, content
from procpub.recovery.locales import FOLDER, names_in


@pytest.mark.parametrize("tag", TAGS)
def test_the_files_say_what_the_libraries_say(tag: str) -> None:
    known, current = json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8")), content(tag)
    for kind, names in current.items():
        # Their releases differ in a name or two; a file that is older than that is to be made again.
        assert len(set(known[kind]) ^ set(names)) <= 0.05 * len(names), "run: python tools/make_locales.py"


def test_there_is_no_file_that_is_not_made() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(TAGS)


def test_other_languages_are_asked_of_the_libraries() -> None:
    polish = names_in("pl")
    assert polish.months["grudnia"] == 12
    assert "niemcy" in polish.usual


def test_an_unknown_language_has_no_names_of_its_own() -> None:
    names = names_in("qqq")
    assert not (names.months or names.usual or names.official)
