"""Metadata files: what they may say, how they are refused, and that `template` writes what `load` reads."""

from pathlib import Path

import pytest

from procpub.diagnostics import Report
from procpub.errors import UsageError
from procpub.metadata_file import KEYS, load, override
from procpub.metadata_template import template
from procpub.model.metadata import Date, Identifier, Licence, Metadata
from procpub.model.people import LocalText, Organisation
from tests.documents import every_node


def loaded(tmp_path: Path, text: str) -> Metadata:
    path = tmp_path / "volume.toml"
    path.write_text(text, encoding="utf-8")
    return override(Metadata(), load(path), Report())


def test_every_key_is_read(tmp_path: Path) -> None:
    metadata = loaded(
        tmp_path,
        """
        title = { en = "A Title", zh = "标题" }
        subtitle = "Proceedings"
        date = { text = "22–23 December 2020", when = 2020-12-22, until = "2020-12-23" }
        place = "Vienna"
        organisers = ["A body", { zh = "国际研究院", en = "An institute" }]
        publishers = ["A press"]
        editors = ["Ada Editor", "Ben Editor"]
        languages = ["en", "zh"]
        identifiers = { ISBN = ["978-3-16-148410-0", "0-8044-2957-X"], doi = "10.1/x" }
        licence = { text = "CC BY 4.0", url = "https://example.org" }
        description = "Papers."
        subjects = ["history"]
        """,
    )
    assert metadata == Metadata(
        titles=(LocalText(text="A Title"), LocalText(text="标题", language="zh")),
        subtitles=(LocalText(text="Proceedings"),),
        date=Date(text="22–23 December 2020", when="2020-12-22", until="2020-12-23"),
        place="Vienna",
        organisers=(
            Organisation(names=(LocalText(text="A body"),)),
            Organisation(names=(LocalText(text="国际研究院", language="zh"), LocalText(text="An institute"))),
        ),
        publishers=(Organisation(names=(LocalText(text="A press"),)),),
        editors=("Ada Editor", "Ben Editor"),
        languages=("en", "zh"),
        identifiers=(
            Identifier(scheme="isbn", value="978-3-16-148410-0"),
            Identifier(scheme="isbn", value="0-8044-2957-X"),
            Identifier(scheme="doi", value="10.1/x"),
        ),
        licence=Licence(text="CC BY 4.0", url="https://example.org"),
        description="Papers.",
        subjects=("history",),
    )


def test_a_text_over_several_lines_is_one_line(tmp_path: Path) -> None:
    assert loaded(tmp_path, 'description = """\nPapers\n  of a meeting.\n"""').description == "Papers of a meeting."


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("isbn", "9780306406157"),
        ("isbn", "0 306 40615 2"),
        ("issn", "2049-3630"),
        ("issn", "2434561x"),
        ("doi", "10.1000.10/a(1);<2>"),
        ("uri", "https://example.org/a?b=c#d"),
        ("urn", "urn:nbn:de:101:1-201102033592"),
    ],
)
def test_well_formed_identifiers_are_taken_as_they_are(tmp_path: Path, scheme: str, value: str) -> None:
    found = loaded(tmp_path, f'identifiers = {{ {scheme} = "{value}" }}').identifiers
    assert found == (Identifier(scheme=scheme, value=value),)


@pytest.mark.parametrize(("text", "when"), [("2020-12-22", "2020-12-22"), ('"2020-12"', "2020-12"), ('"2020"', "2020")])
def test_a_date_may_be_short(tmp_path: Path, text: str, when: str) -> None:
    assert loaded(tmp_path, f"date = {text}").date == Date(text=when, when=when)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('title = = "A"', "is no TOML: .*line 1"),
        ('titel = "A"', "unknown key 'titel'; known are: title, subtitle"),
        ("title = 3", "title must be a text, not 3"),
        ('title = " "', "title must be a text"),
        ('title = { "no tag" = "A" }', "title: 'no tag' is not a BCP 47 language tag"),
        ('title = "a\\u0000b"', r"title: U\+0000 cannot stand in XML"),
        ('licence = "a\\u0000b"', r"licence: U\+0000 cannot stand in XML"),
        ('date = "yesterday"', "date: 'yesterday' is not a date"),
        ('date = "2020-13"', "date: '2020-13' is not a date"),
        ('date = { when = "2020" }', "date must have 'text', and may have until, when, nothing else"),
        ('organisers = "A body"', "organisers must be a list of names"),
        ('editors = "Ada"', "editors must be a list of texts"),
        ("languages = []", "languages: no language"),
        ('identifiers = ["1"]', "identifiers must be a table"),
        (
            'identifiers = { lccn = "1" }',
            "identifiers cannot have lccn = '1': the schemes are isbn, issn",
        ),
        ('identifiers = { isbn = "978-3-16-148410-1" }', "identifiers cannot have isbn = .*: its check digit is wrong"),
        ('identifiers = { isbn = "0-8044-2957-1" }', "its check digit is wrong"),
        ('identifiers = { isbn = "3-16" }', "an ISBN has 10 digits, or 13"),
        ('identifiers = { issn = "1234-5678" }', "its check digit is wrong"),
        ('identifiers = { doi = "https://doi.org/10.1/x" }', r"a DOI begins with 10\."),
        ('identifiers = { uri = "www.example.org" }', "an address begins with https://"),
        ('identifiers = { urn = "nbn:de:101:1" }', "a URN begins with urn:"),
        ('identifiers = { uri = "http://a\\u0001b" }', r"identifiers: U\+0001 cannot stand in XML"),
        (
            'licence = { text = "x", url = "javascript:alert(1)" }',
            "licence cannot have url = .*: an address begins with",
        ),
        ('licence = { url = "https://example.org" }', "licence must have 'text'"),
    ],
)
def test_what_it_cannot_say_is_refused_with_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=rf"metadata file .*volume\.toml.*{message}"):
        loaded(tmp_path, text)


def test_a_template_says_the_same_as_the_metadata(tmp_path: Path) -> None:
    metadata, report = every_node().metadata, Report()
    path = tmp_path / "volume.toml"
    path.write_text(template(metadata), encoding="utf-8")
    assert override(metadata, load(path), report) == metadata
    assert len(report) == 0


def test_an_empty_template_names_every_key_and_changes_nothing(tmp_path: Path) -> None:
    text = template(Metadata())
    assert all(f"# {key} = " in text for key in KEYS if key != "languages")
    assert loaded(tmp_path, text) == Metadata()
    for line in text.splitlines():
        if " = " in line:
            loaded(tmp_path, line.removeprefix("# "))
