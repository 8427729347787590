"""People's names, and the labels that say who speaks."""

import pytest

from procpub.recovery.countries import country_within, is_country
from procpub.recovery.names import label_speaker, name_likelihood, parse_name


@pytest.mark.parametrize(
    ("printed", "language", "honorific", "name"),
    [
        ("Prof. Dr. Dr. h.c. Anna Maier", "de", "Prof. Dr. Dr. h.c.", "Anna Maier"),
        ("Herr Dr.-Ing. Max Muster", "de", "Herr Dr.-Ing.", "Max Muster"),
        ("His Excellency Luo Zhaohui", "en", "His Excellency", "Luo Zhaohui"),
        ("H. E. Luo Zhaohui", "en", "H. E.", "Luo Zhaohui"),
        ("H. E. Smith", "en", "", "H. E. Smith"),
        ("the Right Hon. David Lloyd George, O.M., M.P.", "en", "the Right Hon.", "David Lloyd George"),
        ("Rev. Dr. Martin Luther King, Jr.", "en", "Rev. Dr.", "Martin Luther King Jr."),
        ("Sr. D. Juan Pérez", "es", "Sr. D.", "Juan Pérez"),
        ("Don Juan Pérez", "es", "Don", "Juan Pérez"),
        ("Don Smith", "en", "", "Don Smith"),
        ("M. Jean Dupont", "fr", "M.", "Jean Dupont"),
        ("M. Jones", "en", "", "M. Jones"),
        ("Dott.ssa Maria Rossi", "it", "Dott.ssa", "Maria Rossi"),
        ("г-н Иванов", "ru", "г-н", "Иванов"),
        ("Missy Elliott", "en", "", "Missy Elliott"),
        ("Donald Tusk", "en", "", "Donald Tusk"),
    ],
)
def test_titles_stand_before_the_name(printed: str, language: str, honorific: str, name: str) -> None:
    parsed = parse_name(printed, language)
    assert parsed is not None
    assert (parsed.honorific, parsed.name) == (honorific, name)


@pytest.mark.parametrize(
    "printed",
    [
        "John Smith, M.D.",
        "John Smith, M. D.",
        "John Smith, M.D., Ph.D.",
        "John Smith, M. A., LL. D.",
        "John Smith PhD",
        "John Smith, O.B.E.",
        "John Smith, Esq.",
        "John Smith MdB",
    ],
)
def test_degrees_are_no_part_of_a_name(printed: str) -> None:
    parsed = parse_name(printed, "en")
    assert parsed is not None
    assert parsed.name == "John Smith"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SHATTUCK, Harriet R.", "Harriet R. Shattuck"),
        ("SMITH, John", "John Smith"),
        ("Smith, J. H.", "J. H. Smith"),
        ("Smith, M. A.", "M. A. Smith"),
        ("van den BERG, Jan", "Jan van den Berg"),
    ],
)
def test_a_name_turned_round_is_turned_back(printed: str, name: str) -> None:
    parsed = parse_name(printed, "en")
    assert parsed is not None
    assert parsed.name == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HARRIET R. SHATTUCK", "Harriet R. Shattuck"),
        ("RONALD McDONALD", "Ronald McDonald"),
        ("RONALD MCDONALD", "Ronald McDonald"),
        ("PATRICK O'BRIEN", "Patrick O'Brien"),
        ("JAN VAN DER BERG", "Jan van der Berg"),
        ("JUAN DE LA CRUZ", "Juan de la Cruz"),
        ("Katrin GÖRING-ECKARDT", "Katrin Göring-Eckardt"),
        ("LI Wei", "Li Wei"),
        ("JP MORGAN", "JP Morgan"),
        ("HENRY FORD II", "Henry Ford II"),
        ("MARTIN LUTHER KING, JR.", "Martin Luther King Jr."),
        ("Ann Hill", "Ann Hill"),
    ],
)
def test_capitals_become_normal(printed: str, name: str) -> None:
    parsed = parse_name(printed, "en")
    assert parsed is not None
    assert parsed.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Climate Change",
        "Opening Session",
        "The Black Walnut",
        "Annual Report",
        "Table of Contents",
        "New York",
        "University of Bergen",
        "Vice Minister",
        "United States of America",
        "Frauen in der Wissenschaft",
        "Historia de España",
        "A. Introduction",
        "I. History",
        "Mr. Chairman",
        "Ladies and Gentlemen",
        "Thank You",
        "Table 1",
        "Wir danken Ihnen",
        "2020",
        "",
        "引言",
        "清华大学",
    ],
)
def test_ordinary_headings_are_no_names(text: str) -> None:
    assert name_likelihood(text) < 0.5


def test_a_name_is_the_likelier_the_more_evidence_it_bears() -> None:
    bare, initials, titled = map(name_likelihood, ("Ann Hill", "Ann B. Hill", "Dr. Ann Hill"))
    assert 0.5 < bare < initials < titled < 1


@pytest.mark.parametrize(
    ("label", "language", "fields"),
    [
        ("Mr. SMITH", "en", {"honorific": "Mr.", "name": "Smith"}),
        ("Mr. JONES of Ohio", "en", {"honorific": "Mr.", "name": "Jones", "affiliation": "Ohio"}),
        ("Mr. ABDOU (Egypt)", "en", {"honorific": "Mr.", "name": "Abdou", "country": "Egypt"}),
        (
            "Mr. ABDOU (Egypt) (interpretation from Arabic)",
            "en",
            {"honorific": "Mr.", "name": "Abdou", "country": "Egypt"},
        ),
        ("Dr. Braun (XYZ)", "de", {"honorific": "Dr.", "name": "Braun", "affiliation": "XYZ"}),
        ("Dr. Peter Struck [SPD]", "de", {"honorific": "Dr.", "name": "Peter Struck", "affiliation": "SPD"}),
        (
            "Dr. Angela Merkel, Bundeskanzlerin",
            "de",
            {"honorific": "Dr.", "name": "Angela Merkel", "role": "Bundeskanzlerin"},
        ),
        (
            "Katrin Göring-Eckardt (BÜNDNIS 90/DIE GRÜNEN)",
            "de",
            {"name": "Katrin Göring-Eckardt", "affiliation": "BÜNDNIS 90/DIE GRÜNEN"},
        ),
        (
            "Staatssekretär Meier (Bundesministerium der Finanzen)",
            "de",
            {"name": "Meier", "role": "Staatssekretär", "affiliation": "Bundesministerium der Finanzen"},
        ),
        ("Abgeordneter Müller", "de", {"honorific": "Abgeordneter", "name": "Müller"}),
        ("M. DUPONT", "fr", {"honorific": "M.", "name": "Dupont"}),
        (
            "M. Jean Dupont, ministre de l’Intérieur",
            "fr",
            {"honorific": "M.", "name": "Jean Dupont", "role": "ministre de l’Intérieur"},
        ),
        ("La señora PÉREZ LÓPEZ", "es", {"honorific": "La señora", "name": "Pérez López"}),
        (
            "El señor MINISTRO DE HACIENDA (García Pérez)",
            "es",
            {"name": "García Pérez", "role": "MINISTRO DE HACIENDA"},
        ),
        ("On. ROSSI", "it", {"honorific": "On.", "name": "Rossi"}),
        (
            "Г-н Иванов (Российская Федерация)",
            "ru",
            {"honorific": "Г-н", "name": "Иванов", "country": "Российская Федерация"},
        ),
        ("Senator LAPHAM", "en", {"honorific": "Senator", "name": "Lapham"}),
        ("JOHN SMITH", "en", {"name": "John Smith"}),
        ("The Secretary-General", "en", {"name": "", "role": "Secretary-General"}),
        ("The CLERK", "en", {"name": "", "role": "CLERK"}),
    ],
)
def test_a_label_says_who_speaks(label: str, language: str, fields: dict[str, str]) -> None:
    found = label_speaker(label, language)
    assert found is not None
    said = {field: getattr(found.speaker, field) for field in ("name", "honorific", "role", "affiliation", "country")}
    assert {field: value for field, value in said.items() if value or field in fields} == fields
    assert not found.chair
    assert not found.collective


@pytest.mark.parametrize(
    ("label", "language", "name"),
    [
        ("The CHAIRMAN", "en", ""),
        ("THE CHAIR", "en", ""),
        ("The PRESIDENT (spoke in French)", "en", ""),
        ("The CHAIRMAN (Senator COCKRELL)", "en", "Cockrell"),
        ("The ACTING CHAIRMAN", "en", ""),
        ("The PRESIDENT pro tempore", "en", ""),
        ("Ms. LEE (Chair)", "en", "Lee"),
        ("Moderator (Ms. Kim)", "en", "Kim"),
        ("Präsident Dr. Norbert Lammert", "de", "Norbert Lammert"),
        ("Vizepräsidentin Petra Pau", "de", "Petra Pau"),
        ("Landtagspräsident Klein", "de", "Klein"),
        ("Dr. Otto Braun (Vorsitzender)", "de", "Otto Braun"),
        ("Le Président", "fr", ""),
        ("M. le président", "fr", ""),
        ("El señor PRESIDENTE", "es", ""),
        ("Председатель", "ru", ""),
        ("主席", "zh", ""),
    ],
)
def test_whoever_presides_is_the_chair(label: str, language: str, name: str) -> None:
    found = label_speaker(label, language)
    assert found is not None
    assert found.chair
    assert found.speaker.name == name


@pytest.mark.parametrize(
    "label",
    [
        "A MEMBER",
        "A VOICE",
        "Several MEMBERS",
        "Hon. Members",
        "Unidentified Speaker",
        "Audience Member",
        "Q",
        "Zurufe",
        "Zuruf von der CDU/CSU",
        "Mehrere Abgeordnete",
        "Une voix",
        "Varios diputados",
        "Голоса с места",
    ],
)
def test_nobody_in_particular_is_collective(label: str) -> None:
    found = label_speaker(label, "")
    assert found is not None
    assert found.collective
    assert found.speaker.name == ""


@pytest.mark.parametrize(
    "text",
    [
        "The committee met at ten",
        "Mr. Smith went to Washington",
        "However, I",
        "In Germany",
        "Ladies and Gentlemen",
        "Dear Colleagues",
        "Mr. President,",
        "Note",
        "Resolved",
        "Table 1",
        "Climate Change",
        "Report of the Committee",
        "A. Objective of the Terrorists",
        "and then Mr. Smith",
        "“Mr. Smith",
        "",
    ],
)
def test_the_beginning_of_a_sentence_is_no_label(text: str) -> None:
    assert label_speaker(text, "en") is None


@pytest.mark.parametrize(
    "office", ["Dr. Otto Braun, Vorsitzender des Auswärtigen Ausschusses", "Dr. Kohl, Bundeskanzler"]
)
def test_an_office_elsewhere_does_not_preside(office: str) -> None:
    found = label_speaker(office, "de")
    assert found is not None
    assert not found.chair


@pytest.mark.parametrize(
    "name",
    [
        "China",
        "UAE",
        "U.S.A.",
        "the Netherlands",
        "Republic of Korea",
        "Iran (Islamic Republic of)",
        "Côte d’Ivoire",
        "Deutschland",
        "Fédération de Russie",
        "España",
        "Россия",
        "中国",
        "Soviet Union",
        "Viet Nam",
        "Türkiye",
    ],
)
def test_countries_are_known_in_several_languages(name: str) -> None:
    assert is_country(name, "en")


@pytest.mark.parametrize("name", ["Ohio", "SPD", "CAN", "Bundeskanzlerin", "", "china town", "European Union"])
def test_not_everything_is_a_country(name: str) -> None:
    assert not is_country(name, "en")


def test_a_country_is_found_where_an_affiliation_ends() -> None:
    assert country_within("Office of the President of the Republic of Tajikistan", "en") == "Tajikistan"
    assert country_within("University of Bergen", "en") == ""
