"""The manifest of a shelf."""

from pathlib import Path

import pytest

from procpub.batch import Volume, shelf_of
from procpub.errors import UsageError

COMMON = Volume(source=Path(), name="", style="default", language="en")


def volumes(folder: Path, text: str) -> tuple[Volume, ...]:
    path = folder / "shelf.toml"
    path.write_text(text, encoding="utf-8")
    return shelf_of(path, folder / "out", COMMON)


def test_every_key_reaches_its_volume_and_paths_are_relative_to_the_manifest(tmp_path: Path) -> None:
    (volume,) = volumes(
        tmp_path,
        """
        [[volume]]
        source = "1999/a.txt"
        name = "seminar/1999"
        to = ["pdf", "tei"]
        style = "mine.toml"
        contents-depth = 2
        attach-source = true
        metadata = "1999/a.toml"
        corrections = "1999/fixes.toml"
        from = "txt"
        encoding = "gb18030"
        language = "zh"
        """,
    )
    assert volume == Volume(
        source=tmp_path / "1999/a.txt",
        name="seminar/1999",
        to=("pdf", "tei"),
        style=str(tmp_path / "mine.toml"),
        contents_depth=2,
        attach_source=True,
        metadata=tmp_path / "1999/a.toml",
        corrections=tmp_path / "1999/fixes.toml",
        format="txt",
        encoding="gb18030",
        language="zh",
    )


def test_a_volume_is_named_like_its_source_and_has_what_holds_of_all_and_what_the_options_say(tmp_path: Path) -> None:
    first, second = volumes(
        tmp_path,
        """
        [all]
        style = "book"
        [[volume]]
        source = "a.tei.xml"
        [[volume]]
        source = "b.txt"
        style = "a5"
        """,
    )
    assert (first.name, first.style, first.language) == ("a", "book", "en")
    assert (second.name, second.style, second.language) == ("b", "a5", "en")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[volume]]\nname = 'a'", "volume 1 has no 'source'"),
        ("[[volume]]\nsource = 'a'\n[[volume]]\nsource = 'b'\ntitle = 'x'", "volume 2: unknown key 'title'; known are"),
        ("[[volume]]\nsource = 1", "volume 1: source must be a text, not 1"),
        ("[[volume]]\nsource = 'a'\nto = 'pdf'", "volume 1: to must be a list of formats, not 'pdf'"),
        ("[[volume]]\nsource = 'a'\ncontents-depth = 7", "contents-depth must be a number from 1 to 6, not 7"),
        ("[[volume]]\nsource = 'a'\nattach-source = 1", "attach-source must be true or false, not 1"),
        (
            "[[volume]]\nsource = 'a'\nname = '../a'",
            "volume 1: name cannot be '../a': '..' cannot be the name of a file",
        ),
        ("[[volume]]\nsource = 'a'\nname = '/a'", "name cannot be '/a': '' cannot be the name of a file"),
        ("[[volume]]\nsource = 'a'\nname = '.b/a'", "name cannot be '.b/a': '.b' begins with a dot"),
        ("[all]\nname = 'a'", r"\[all\] cannot have 'name', which is of one volume"),
        ("[volume]\nsource = 'a'", r"volume must be a table in double brackets, \[\[volume\]\]"),
        ("all = 1", r"all must be a table, \[all\]"),
        ("[[volumes]]\nsource = 'a'", "unknown table or key 'volumes'"),
        ("[[volume]\n", "is no TOML"),
    ],
)
def test_what_is_wrong_with_a_manifest_is_told_with_the_volume(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"manifest .*shelf\.toml") as raised:
        volumes(tmp_path, text)
    assert raised.match(message)
