"""Which volumes a folder has."""

from pathlib import Path

import pytest

from procpub.batch import Volume, shelf_of
from procpub.errors import InputError, UsageError

COMMON = Volume(source=Path(), name="", style="book")


def names(shelf: Path, out: Path | None = None) -> list[str]:
    return [volume.name for volume in shelf_of(shelf, out or shelf.parent / "out", COMMON)]


def test_all_files_that_can_be_read_are_volumes_those_in_folders_after_those_beside_them(shelf: Path) -> None:
    (shelf / "notes.docx").touch()
    (shelf / ".hidden.txt").touch()
    (shelf / ".git").mkdir()
    (shelf / ".git" / "description.txt").touch()
    assert names(shelf) == ["one", "two", "1999/three"]


def test_a_volume_is_as_the_options_say_and_its_paths_hold_anywhere(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shelf)
    first = shelf_of(Path(), Path("../out"), COMMON)[0]
    assert (first.style, first.source) == ("book", shelf / "one.txt")


def test_the_metadata_file_beside_a_source_is_its_own(shelf: Path) -> None:
    (shelf / "two.toml").write_text('title = "Two"\n', encoding="utf-8")
    assert [volume.metadata for volume in shelf_of(shelf, shelf.parent, COMMON)] == [None, shelf / "two.toml", None]


def test_editions_in_a_folder_of_the_shelf_are_no_volumes(shelf: Path) -> None:
    (shelf / "editions").mkdir()
    (shelf / "editions" / "one.tei.xml").touch()
    assert names(shelf, shelf / "editions") == ["one", "two", "1999/three"]


def test_editions_must_not_lie_among_their_sources(shelf: Path) -> None:
    for out in (shelf, shelf / "1999" / ".."):
        with pytest.raises(UsageError, match="would lie among their sources"):
            names(shelf, out)


def test_two_volumes_of_one_name_are_refused_whatever_their_capitals(shelf: Path) -> None:
    (shelf / "ONE.json").touch()
    with pytest.raises(UsageError, match=r"ONE\.json and .*one\.txt would have one name, ONE; give one of them"):
        names(shelf)


def test_what_an_earlier_run_made_in_the_shelf_is_no_source(shelf: Path) -> None:
    (shelf / "before" / ".procpub").mkdir(parents=True)
    (shelf / "before" / "one.tei.xml").touch()
    assert names(shelf, shelf / "editions") == ["one", "two", "1999/three"]


def test_no_edition_replaces_a_file_that_a_volume_is_made_of(shelf: Path) -> None:
    (shelf / "one.tei.xml").touch()
    manifest = shelf / "shelf.toml"
    manifest.write_text('[[volume]]\nsource = "one.tei.xml"\nto = ["tei"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"an edition of .*one\.tei\.xml would replace .*one\.tei\.xml"):
        shelf_of(manifest, shelf / "1999" / "..", COMMON)


def test_a_shelf_without_a_volume_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no volume in it"):
        names(tmp_path)


def test_a_folder_that_leads_to_itself_is_not_followed(shelf: Path) -> None:
    (shelf / "1999" / "again").symlink_to(shelf, target_is_directory=True)
    assert names(shelf) == ["one", "two", "1999/three"]
