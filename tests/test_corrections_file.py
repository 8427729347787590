"""Corrections files: what they may say, how they are refused, and where they are found."""

import re
from pathlib import Path

import pytest

from procpub.corrections_file import KEYS, PERSON_KEYS, beside, load
from procpub.errors import UsageError
from procpub.recovery.corrections import Entry, HeadingLevel, PieceCorrection

PAGE = (Path(__file__).parent.parent / "docs/corrections.md").read_text(encoding="utf-8")

AT = 'line = 4\nquote = "By Ann Lee"\n'


def loaded(tmp_path: Path, text: str) -> tuple[Entry, ...]:
    path = tmp_path / "talks.corrections.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_every_key_is_read(tmp_path: Path) -> None:
    entries = loaded(
        tmp_path,
        """
        [[correction]]
        line = 152
        quote = "REMARKS  BY\\tMRS."
        heading = "contribution"
        keep = true
        kind = "remarks"
        title = "On the Franchise"
        [[correction.person]]
        name = "Ann Lee"
        honorific = "Dr."
        role = ""
        affiliation = "An Institute"
        country = "Kenya"
        email = "ann@example.org"
        orcid = "0000-0002-1825-0097"
        [[correction.person]]
        name = "Bo Hansen"

        [[correction]]
        line = 9
        quote = "which I hereby do"
        join = true

        [[correction]]
        line = 12
        quote = "Next"
        split = true

        [[correction]]
        line = 13
        quote = "- 7 -"
        drop = true
        """,
    )
    ann = {
        "name": "Ann Lee",
        "honorific": "Dr.",
        "role": "",
        "affiliation": "An Institute",
        "country": "Kenya",
        "email": "ann@example.org",
        "orcid": "0000-0002-1825-0097",
    }
    assert entries == (
        Entry(
            line=152,
            quote="REMARKS BY MRS.",
            heading=HeadingLevel.CONTRIBUTION,
            keep=True,
            piece=PieceCorrection(kind="remarks", title="On the Franchise", people=(ann, {"name": "Bo Hansen"})),
        ),
        Entry(line=9, quote="which I hereby do", join=True),
        Entry(line=12, quote="Next", split=True),
        Entry(line=13, quote="- 7 -", drop=True),
    )


@pytest.mark.parametrize("level", HeadingLevel)
def test_a_line_can_be_made_a_heading_of_every_level(tmp_path: Path, level: HeadingLevel) -> None:
    (entry,) = loaded(tmp_path, f'[[correction]]\n{AT}heading = "{level}"\n')
    assert entry.heading is level


def test_nobody_can_be_said_to_speak(tmp_path: Path) -> None:
    (entry,) = loaded(tmp_path, f"[[correction]]\n{AT}person = []\n")
    assert entry.piece.people == ()


def test_a_file_of_comments_corrects_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, "# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[correction]\n", "is no TOML: .*line 1"),
        ("[correction]\nline = 4\n", r"correction must be a table in double brackets, \[\[correction\]\]"),
        ("correction = 4\n", r"correction must be a table in double brackets"),
        ("[[corrections]]\nline = 4\n", r"unknown table or key 'corrections'; there is only \[\[correction\]\]"),
        ("[[correction]]\nline = 4\n", r"correction 1 \(line 4\): quote is missing; each correction has a line"),
        ('[[correction]]\nquote = "By"\n', "correction 1: line is missing"),
        ('[[correction]]\nline = 0\nquote = "By"\njoin = true\n', "line must be the number of a line, .* not 0"),
        ('[[correction]]\nline = true\nquote = "By"\njoin = true\n', "line must be the number of a line, .* not True"),
        ('[[correction]]\nline = 4\nquote = " "\njoin = true\n', "quote must be a text, not ' '"),
        (f"[[correction]]\n{AT}", "it corrects nothing; what it can do: heading, join, split, drop, keep, kind"),
        (f"[[correction]]\n{AT}part = true\n", "unknown key 'part'; known are: line, quote, heading, join, split"),
        (f"[[correction]]\n{AT}join = false\n", "join must be true, not False; leave it out where it is not so"),
        (
            f'[[correction]]\n{AT}heading = "talk"\n',
            "heading must be one of part, session, contribution, .* not 'talk'",
        ),
        (f"[[correction]]\n{AT}heading = 1\n", "heading must be one of part, .* not 1"),
        (f'[[correction]]\n{AT}kind = "a speech"\n', "kind must be one word of letters, .* not 'a speech'"),
        (f"[[correction]]\n{AT}title = 3\n", "title must be a text, not 3"),
        (f'[[correction]]\n{AT}title = "a\\u0000b"\n', r"title cannot have U\+0000, which no edition can carry"),
        (
            f'[[correction]]\n{AT}person = "Ann"\n',
            r"person must be tables in double brackets, \[\[correction.person\]\]",
        ),
        (f'[[correction]]\n{AT}[[correction.person]]\nrole = "Chair"\n', "person must have a name"),
        (f'[[correction]]\n{AT}[[correction.person]]\nname = ""\n', "person has a name that must be a text, not ''"),
        (
            f'[[correction]]\n{AT}[[correction.person]]\nname = "Ann"\nage = "4"\n',
            "person has the unknown key 'age'; known are: name, honorific, role",
        ),
        (
            f'[[correction]]\n{AT}[[correction.person]]\nname = "Ann"\norcid = "0000-0002-1825-0098"\n',
            "person cannot have orcid = '0000-0002-1825-0098'",
        ),
        (f'[[correction]]\n{AT}drop = true\nheading = "none"\n', "drop and heading = 'none' contradict each other"),
        (f"[[correction]]\n{AT}drop = true\nkeep = true\n", "drop and keep contradict each other"),
        (f"[[correction]]\n{AT}join = true\nsplit = true\n", "join and split contradict each other"),
        (f'[[correction]]\n{AT}join = true\nheading = "part"\n', "join and heading = 'part' contradict each other"),
        (f'[[correction]]\n{AT}heading = "none"\ntitle = "A"\n', "heading = 'none' and title contradict each other"),
        (
            f'[[correction]]\n{AT}heading = "section"\nkind = "a"\n',
            "heading = 'section' and kind contradict each other",
        ),
        (f'[[correction]]\n{AT}heading = "matter"\ntitle = "A"\n', "heading = 'matter' and title contradict"),
        (
            f"[[correction]]\n{AT}join = true\n[[correction]]\n{AT}keep = true\n",
            r"correction 2 \(line 4\): there is another for this line; put the keys of both into one",
        ),
    ],
)
def test_what_it_cannot_say_is_refused_with_file_and_entry(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=rf"corrections file .*talks\.corrections\.toml.*{message}"):
        loaded(tmp_path, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corrections file: there is no file .*none\.toml"):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize("source", ["talks.txt", "talks.2020", "talks", "talks.tei.xml"])
def test_the_file_of_the_inputs_name_is_found_beside_it(tmp_path: Path, source: str) -> None:
    path = tmp_path / "talks.corrections.toml"
    assert beside(tmp_path / source) is None
    path.touch()
    assert beside(tmp_path / source) == path


@pytest.mark.parametrize("source", ["-", "", "/", "a\0b.txt", f"{'a' * 300}.txt"])
def test_names_that_have_no_file_beside_them_find_nothing(source: str) -> None:
    assert beside(Path(source)) is None


def test_every_key_is_described() -> None:
    rows = re.findall(r"^\| (`.+?`) \|", PAGE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert named == {*KEYS, *PERSON_KEYS}


def test_every_level_is_described() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `heading` |"))
    assert {*re.findall(r"`([^`]+)`", row)} >= {level.value for level in HeadingLevel}


def test_the_example_of_the_page_can_be_loaded(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert len(loaded(tmp_path, example)) > 2
