"""Who speaks, from the heading alone."""

import pytest

from procpub.recovery.attribution import Speaker, attribution


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
