"""Who speaks, from the heading alone."""

import pytest

from procpub.recovery.attribution import Speaker, announces_speaker, attribution


@pytest.mark.parametrize(
    ("heading", "kind", "speaker"),
    [
        (
            "Opening Remarks by H. E. Ada Byron, Vice Minister, Ministry of Number, United Kingdom",
            "opening-remarks",
            Speaker(
                name="Ada Byron",
                honorific="H. E.",
                role="Vice Minister",
                affiliation="Ministry of Number",
                country="United Kingdom",
            ),
        ),
        (
            "Speech of Juan de la Cruz, Former Head of the National Agency for Seas, Spain",
            "speech",
            Speaker(
                name="Juan de la Cruz", role="Former Head", affiliation="National Agency for Seas", country="Spain"
            ),
        ),
        (
            "Statement by Mr. Li Wei, Minister of Foreign Affairs, UAE",
            "statement",
            Speaker(name="Li Wei", honorific="Mr.", role="Minister of Foreign Affairs", country="UAE"),
        ),
        (
            "Report of Ann Hill, Fellow, Centre for Studies under the President of the Republic of Tajikistan",
            "report",
            Speaker(
                name="Ann Hill",
                role="Fellow",
                affiliation="Centre for Studies under the President of the Republic of Tajikistan",
                country="Tajikistan",
            ),
        ),
        (
            "Grußwort von Dr. Eva Maier, Leiterin, Institut für Recht, Österreich",
            "grusswort",
            Speaker(
                name="Eva Maier",
                honorific="Dr.",
                role="Leiterin",
                affiliation="Institut für Recht",
                country="Österreich",
            ),
        ),
        ("Thomas Braun (XYZ):", "contribution", Speaker(name="Thomas Braun", affiliation="XYZ")),
        ("REMARKS BY MRS. CORA D. DALE.", "remarks", Speaker(name="Cora D. Dale", honorific="MRS.")),
    ],
)
def test_a_heading_names_its_speaker(heading: str, kind: str, speaker: Speaker) -> None:
    said = attribution(heading, "de")
    assert (said.kind, said.speakers) == (kind, (speaker,))


def test_two_names_share_what_follows_them() -> None:
    said = attribution("Lecture by Ann Hill and Bo Li, University of Bergen, Norway", "en")
    assert [(s.name, s.role, s.affiliation, s.country) for s in said.speakers] == [
        ("Ann Hill", "", "University of Bergen", "Norway"),
        ("Bo Li", "", "University of Bergen", "Norway"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Global Governance, Past and Present",
        "Climate Change (2020)",
        "Panel (Part One)",
        "Frauen in der Wissenschaft",
    ],
)
def test_a_title_is_nobodys_name(title: str) -> None:
    assert attribution(title, "de").speakers == ()


@pytest.mark.parametrize("name", ["Donald Tusk", "Donna Haraway", "Frauke Petry", "Siri Hustvedt", "Missy Elliott"])
def test_a_name_may_begin_as_an_honorific_does(name: str) -> None:
    (speaker,) = attribution(f"Remarks by {name}, Writer", "en").speakers
    assert (speaker.name, speaker.honorific) == (name, "")


def test_an_announcement_without_a_name_is_uncertain() -> None:
    assert attribution("Report of the Secretary", "en").uncertain


@pytest.mark.parametrize(
    ("heading", "language", "kind", "fields"),
    [
        (
            "STATEMENT OF HON. JOHN DOE, A REPRESENTATIVE IN CONGRESS FROM THE STATE OF OHIO",
            "en",
            "statement",
            ("HON.", "John Doe", "REPRESENTATIVE IN CONGRESS", "STATE OF OHIO", ""),
        ),
        ("REMARKS BY MRS. ANNA G. WALL, OF IOWA.", "en", "remarks", ("MRS.", "Anna G. Wall", "", "IOWA", "")),
        ("REMARKS BY MRS. ANNA L. SAX, OF UTAH,", "en", "remarks", ("MRS.", "Anna L. Sax", "", "UTAH", "")),
        ("ADDRESS OF WELCOME BY MAYOR SMITH", "en", "address-of-welcome", ("MAYOR", "Smith", "", "", "")),
        ("First Lecture by Prof. A. B. Cook", "en", "lecture", ("Prof.", "A. B. Cook", "", "", "")),
        (
            "Response by Hon. William Seward, of New York, Secretary of State",
            "en",
            "response",
            ("Hon.", "William Seward", "Secretary of State", "New York", ""),
        ),
        (
            "Remarks by Mr. B. Li, Minister of Trade of Japan",
            "en",
            "remarks",
            ("Mr.", "B. Li", "Minister of Trade", "", "Japan"),
        ),
        (
            "Eröffnungsrede des Präsidenten Prof. Dr. Hans Klein",
            "de",
            "eroffnungsrede",
            ("Prof. Dr.", "Hans Klein", "Präsidenten", "", ""),
        ),
        ("Grußwort Oberbürgermeisterin Eva Maier", "de", "grusswort", ("", "Eva Maier", "Oberbürgermeisterin", "", "")),
        (
            "Allocution de M. Jean Dupont, ministre de l’Intérieur",
            "fr",
            "allocution",
            ("M.", "Jean Dupont", "ministre de l’Intérieur", "", ""),
        ),
        (
            "Discours d'ouverture de M. Paul Martin, directeur de l'Institut Pasteur, France",
            "fr",
            "discours",
            ("M.", "Paul Martin", "directeur", "Institut Pasteur", "France"),
        ),
        (
            "Palabras de apertura de D. Juan Pérez, Director del Instituto de Historia, España",
            "es",
            "palabras-de-apertura",
            ("D.", "Juan Pérez", "Director", "Instituto de Historia", "España"),
        ),
        (
            "Discurso del Sr. Pedro García Márquez, Embajador de Chile",
            "es",
            "discurso",
            ("Sr.", "Pedro García Márquez", "Embajador", "", "Chile"),
        ),
        (
            "Relazione del prof. Mario Rossi, Università di Bologna",
            "it",
            "relazione",
            ("prof.", "Mario Rossi", "", "Università di Bologna", ""),
        ),
        ("Доклад профессора Петрова", "ru", "doklad", ("профессора", "Петрова", "", "", "")),
        (
            "Dr. Angela Merkel, Bundeskanzlerin:",
            "de",
            "contribution",
            ("Dr.", "Angela Merkel", "Bundeskanzlerin", "", ""),
        ),
        (
            "Katrin Göring-Eckardt (BÜNDNIS 90/DIE GRÜNEN):",
            "de",
            "contribution",
            ("", "Katrin Göring-Eckardt", "", "BÜNDNIS 90/DIE GRÜNEN", ""),
        ),
        (
            "Ana Lee, Director, Institute of Physics, Spain",
            "en",
            "contribution",
            ("", "Ana Lee", "Director", "Institute of Physics", "Spain"),
        ),
        ("SMITH, John H.", "en", "contribution", ("", "John H. Smith", "", "", "")),
    ],
)
def test_announcements_in_several_languages(
    heading: str, language: str, kind: str, fields: tuple[str, str, str, str, str]
) -> None:
    said = attribution(heading, language)
    assert said.kind == kind
    (speaker,) = said.speakers
    assert (speaker.honorific, speaker.name, speaker.role, speaker.affiliation, speaker.country) == fields


@pytest.mark.parametrize(
    ("heading", "title", "name"),
    [
        ("Vortrag des Herrn Dr. Klein (Wien): Ueber die Sonne", "Ueber die Sonne", "Klein"),
        ("I. Vortrag des Herrn Prof. Dr. Karl Meier: Ueber das Licht", "Ueber das Licht", "Karl Meier"),
        ("Dr. Klein: Die Sonne", "Die Sonne", "Klein"),
        ("The Hungry Tide, by Dr. J. H. Smith, Ohio", "The Hungry Tide", "J. H. Smith"),
    ],
)
def test_a_title_may_stand_beside_the_speaker(heading: str, title: str, name: str) -> None:
    said = attribution(heading, "de")
    assert said.title == title
    assert [speaker.name for speaker in said.speakers] == [name]


def test_each_speaker_may_have_an_office_of_their_own() -> None:
    said = attribution("Remarks by Dr. A. Hill, Minister of Trade, Japan, and Mr. B. Li, Ambassador, China", "en")
    assert [(s.name, s.role, s.country) for s in said.speakers] == [
        ("A. Hill", "Minister of Trade", "Japan"),
        ("B. Li", "Ambassador", "China"),
    ]


def test_three_names_share_what_follows_them() -> None:
    said = attribution("Statement of Ann Hill, Bo Li and Cy Day, University of Bergen", "en")
    assert [(s.name, s.affiliation) for s in said.speakers] == [
        (name, "University of Bergen") for name in ("Ann Hill", "Bo Li", "Cy Day")
    ]


def test_a_place_behind_a_name_is_no_second_speaker() -> None:
    (speaker,) = attribution("Statement by Mr. Klein, New Delhi", "en").speakers
    assert (speaker.name, speaker.affiliation) == ("Klein", "New Delhi")


@pytest.mark.parametrize(
    "heading",
    [
        "Report of the Committee on Resolutions",
        "Presentation of Awards",
        "Statement of Financial Position",
        "Summary of Main Findings",
        "Introduction of Speakers",
        "Discussion",
        "Rapport de la commission",
        "Die Geschichte von Österreich",
        "Silent Spring",
    ],
)
def test_a_kind_with_anything_else_names_nobody(heading: str) -> None:
    assert attribution(heading, "en").speakers == ()
    assert not announces_speaker(heading)


def test_a_bare_name_is_a_speaker_only_where_headings_are_names() -> None:
    assert attribution("Ann Hill", "en").speakers == ()
    assert [speaker.name for speaker in attribution("Ann Hill", "en", named=True).speakers] == ["Ann Hill"]


def test_a_committee_that_reports_is_not_a_name_misread() -> None:
    assert not attribution("Report of the Committee on Resolutions", "en").uncertain
