"""Author blocks under titles, and what must not be taken for one."""

import pytest

from procpub.recovery.bylines import byline

TEXT = "The text begins here, in full sentences, and it goes on for a long while."


@pytest.mark.parametrize(
    ("line", "language", "fields"),
    [
        ("By Dr. J. H. Smith, Ohio", "en", ("Dr.", "J. H. Smith", "", "Ohio")),
        ("BY THE REV. JOHN SMITH, M.A.", "en", ("THE REV.", "John Smith", "", "")),
        ("von Prof. Dr. Karl Meier, Wien", "de", ("Prof. Dr.", "Karl Meier", "", "Wien")),
        ("par M. Jean Dupont", "fr", ("M.", "Jean Dupont", "", "")),
        (
            "por Ana Gil García, Directora del Instituto de Historia",
            "es",
            ("", "Ana Gil García", "Directora", "Instituto de Historia"),
        ),
        ("di Mario Rossi", "it", ("", "Mario Rossi", "", "")),
        ("Presented by Dr. Ana Lee, Minister of Health", "en", ("Dr.", "Ana Lee", "Minister of Health", "")),
        ("Author: Ana Lee", "en", ("", "Ana Lee", "", "")),
        ("Referent: Dr. Karl Meier (Wien)", "de", ("Dr.", "Karl Meier", "", "Wien")),
    ],
)
def test_a_line_says_by_whom(line: str, language: str, fields: tuple[str, str, str, str]) -> None:
    found = byline([line, TEXT], language)
    assert found is not None
    assert found.count == 1
    assert found.confidence > 0.9
    (author,) = found.speakers
    assert (author.honorific, author.name, author.role, author.affiliation) == fields


def test_by_may_stand_on_a_line_of_its_own() -> None:
    found = byline(["By", "JOHN SMITH, M.D.", "Professor of Botany, University of Ohio", TEXT], "en")
    assert found is not None
    assert found.count == 3
    assert [(a.name, a.role, a.affiliation) for a in found.speakers] == [
        ("John Smith", "Professor of Botany", "University of Ohio")
    ]


@pytest.mark.parametrize(
    ("names", "places"),
    [
        ("Ana Lee1, Bo Chen2 and Cy Day1,2", ("1 University of Bergen, Norway", "2 Institute of Physics, Spain")),
        (
            "Ana Lee (1), Bo Chen (2), Cy Day (1,2)",
            ("(1) University of Bergen, Norway; (2) Institute of Physics, Spain",),
        ),
        ("Ana Lee¹, Bo Chen², Cy Day¹,²", ("¹ University of Bergen, Norway", "² Institute of Physics, Spain")),
        ("Ana Lee*, Bo Chen† and Cy Day*,†", ("* University of Bergen, Norway", "† Institute of Physics, Spain")),
        ("Ana Lee a, Bo Chen b, Cy Day a,b", ("a University of Bergen, Norway", "b Institute of Physics, Spain")),
    ],
)
def test_marks_share_out_the_affiliations(names: str, places: tuple[str, ...]) -> None:
    found = byline([names, *places, "Abstract", TEXT], "en")
    assert found is not None
    assert found.count == 1 + len(places)
    assert [(a.name, a.affiliation, a.country) for a in found.speakers] == [
        ("Ana Lee", "University of Bergen", "Norway"),
        ("Bo Chen", "Institute of Physics", "Spain"),
        ("Cy Day", "University of Bergen; Institute of Physics", "Norway"),
    ]


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("{ana.lee,bchen}@uib.no", ["ana.lee@uib.no", "bchen@uib.no"]),
        ("bo.chen@x.org, lee@x.org", ["lee@x.org", "bo.chen@x.org"]),
        ("first [at] x.org, second [at] x.org", ["first@x.org", "second@x.org"]),
        ("E-mail: lee@x.org", ["lee@x.org", ""]),
    ],
)
def test_each_author_has_their_own_address(line: str, emails: list[str]) -> None:
    found = byline(["Ana Lee and Bo Chen", "University of Bergen", line, TEXT], "en")
    assert found is not None
    assert found.count == 3
    assert [author.email for author in found.speakers] == emails


@pytest.mark.parametrize(
    "lines",
    [
        ["Ana Lee", "University of Bergen, Norway", "Bo Chen", "Institute of Physics, Spain"],
        ["Ana Lee, University of Bergen, Norway", "Bo Chen, Institute of Physics, Spain"],
        [
            "Ana Lee",
            "University of Bergen, Norway",
            "lee@uib.no",
            "Bo Chen",
            "Institute of Physics, Spain",
            "chen@ip.es",
        ],
    ],
)
def test_each_author_may_have_lines_of_their_own(lines: list[str]) -> None:
    found = byline([*lines, TEXT], "en")
    assert found is not None
    assert found.count == len(lines)
    assert [(a.name, a.affiliation, a.country) for a in found.speakers] == [
        ("Ana Lee", "University of Bergen", "Norway"),
        ("Bo Chen", "Institute of Physics", "Spain"),
    ]


@pytest.mark.parametrize(
    ("lines", "language", "names"),
    [
        (
            ["Ana Lee, Bo Chen,", "Cy Day and Di Fox", "Example University"],
            "en",
            ["Ana Lee", "Bo Chen", "Cy Day", "Di Fox"],
        ),
        (["ANA LEE AND BO CHEN", "University of Bergen"], "en", ["Ana Lee", "Bo Chen"]),
        (["Smith, John; Lee, Ana", "University of Ohio"], "en", ["John Smith", "Ana Lee"]),
        (["Ana Lee, PhD, and Bo Chen, MD", "University of Ohio"], "en", ["Ana Lee", "Bo Chen"]),
        (["John Smith", "Columbus, Ohio"], "en", ["John Smith"]),
        (["Dr. Eva Maier", "Leiterin des Instituts für Recht, Wien"], "de", ["Eva Maier"]),
        (["И. И. Иванов", "Институт истории РАН, Москва"], "ru", ["И. И. Иванов"]),
        (["张伟 李娜", "清华大学"], "zh", ["张伟", "李娜"]),
    ],
)
def test_names_over_what_their_bearers_are(lines: list[str], language: str, names: list[str]) -> None:
    found = byline([*lines, TEXT], language)
    assert found is not None
    assert found.count == len(lines)
    assert found.confidence >= 0.7
    assert [author.name for author in found.speakers] == names


def test_a_bare_name_with_nothing_under_it_is_doubtful() -> None:
    bare, initials = byline(["Ann Hill", TEXT], "en"), byline(["Ann B. Hill", TEXT], "en")
    assert bare is not None
    assert initials is not None
    assert bare.count == initials.count == 1
    assert bare.confidence < 0.6 < initials.confidence


@pytest.mark.parametrize(
    "lines",
    [
        [TEXT],
        ["The committee met at ten o’clock.", TEXT],
        ["By the time we arrived, it was late.", TEXT],
        ["By Means of Water", TEXT],
        ["Opening Session", "Monday, June 3"],
        ["Climate Change", "University of Ohio"],
        ["New York", "University of Ohio"],
        ["Mr. Chairman", "Ladies and Gentlemen"],
        ["Dear Colleagues", "University of Ohio"],
        ["Thank you.", "University of Ohio"],
        ["Prepared by the Secretariat", TEXT],
        ["John Smith is a professor at the University of Ohio.", TEXT],
        ["Introduction", "The University of Ohio was founded in 1804."],
        ["Abstract", TEXT],
        ["", ""],
    ],
)
def test_text_and_titles_are_no_bylines(lines: list[str]) -> None:
    assert byline(lines, "en") is None


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        "Mr. President and members of the Committee, it gives me great pleasure to be here.",
        "Ladies and gentlemen of the Association,",
        "The University of Ohio was founded in 1804.",
        "Abstract",
    ],
)
def test_the_text_below_is_left_alone(line: str) -> None:
    found = byline(["By Dr. J. H. Smith", line, TEXT], "en")
    assert found is not None
    assert found.count == 1
