"""Who is who: one person, however they are named."""

import pytest

from procpub.diagnostics import Code, Report
from procpub.recovery.identity import People
from procpub.recovery.names import Speaker


def people(*names: str) -> tuple[People, list[str], Report]:
    """The persons that these names ("Mr. | John Smith": with a title) make, and the id that each was given."""
    known, report = People(), Report()
    ids = []
    for text in names:
        honorific, bar, name = text.rpartition("|")
        speaker = Speaker(name=name.strip(), honorific=honorific.strip() if bar else "")
        ids.append(known.identify(speaker, None, report))
    return known, ids, report


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("John Smith", "Mr. | Smith"),
        ("Mr. | Smith", "John Smith"),
        ("John H. Smith", "J. H. Smith"),
        ("J. H. Smith", "John H. Smith"),
        ("John Smith", "John H. Smith"),
        ("José Pérez", "Jose PEREZ"),
        ("Luo Zhaohui", "Zhaohui Luo"),
        ("Kozhirova Svetlana", "Kozhirova Svetlena"),
        ("Katrin Göring-Eckardt", "Frau | Göring-Eckardt"),
        ("Ursula von der Leyen", "Frau | von der Leyen"),
        ("Gabriel García Márquez", "Sr. | García Márquez"),
        ("Martin Luther King Jr.", "Dr. | King"),
        ("Patrick O’Brien", "Mr. | O'Brien"),
        ("Harriet R. Shattuck", "Mrs. | Shatuck"),
    ],
)
def test_one_person_in_two_ways(first: str, then: str) -> None:
    known, ids, _ = people(first, then)
    assert len(known.all) == 1
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Mr. | John Smith", "Mrs. | Smith"),
        ("John Smith", "Jane Smith"),
        ("J. H. Smith", "J. B. Smith"),
        ("John Smith", "John Smythe-Jones"),
        ("Ana Lee", "Bo Lee"),
        ("Ann Hill", "Ann Bell"),
        ("Mary Lee", "Maria Lee"),
        ("George Bush Sr.", "George Bush Jr."),
        ("Mr. | Hart", "Mr. | Hall"),
        ("Frau | Maier", "Herr | Maier"),
    ],
)
def test_two_persons(first: str, then: str) -> None:
    known, ids, _ = people(first, then)
    assert len(known.all) == 2
    assert ids[0] != ids[1]


def test_a_surname_that_two_bear_is_neither() -> None:
    known, ids, _ = people("John Smith", "James Smith", "Mr. | Smith", "Mr. | Smith")
    assert [person.name for person in known.all] == ["John Smith", "James Smith", "Smith"]
    assert ids[2] == ids[3]


def test_a_surname_that_two_bear_is_the_one_whose_piece_it_is() -> None:
    known, (_, james), report = people("John Smith", "James Smith")
    assert known.identify(Speaker(name="Smith", honorific="Mr."), None, report, nearby=[james]) == james


def test_whoever_speaks_in_their_own_piece_may_have_the_surname_first() -> None:
    known, (luo,), report = people("Luo Zhaohui")
    assert known.identify(Speaker(name="Luo", honorific="Mr."), None, report, nearby=[luo]) == luo


def test_the_fuller_name_is_kept_under_the_first_id() -> None:
    known, _, _ = people("Mr. | Smith", "J. Smith", "John Smith")
    (person,) = known.all
    assert (person.id, person.name, person.honorific) == ("p-smith", "John Smith", "Mr.")


def test_another_spelling_changes_no_name_and_is_reported_once() -> None:
    known, _, report = people("Ansyad Mbai", "Ansyaad Mbai", "Ansyaad Mbai")
    assert [person.name for person in known.all] == ["Ansyad Mbai"]
    (variant,) = report
    assert variant.code is Code.PERSON_VARIANT
    assert "Ansyaad Mbai" in variant.message
    assert 0.5 < variant.confidence < 1


def test_a_surname_alone_is_no_variant() -> None:
    _, _, report = people("John Smith", "Mr. | Smith")
    assert len(report) == 0


def test_what_is_known_of_a_person_is_gathered() -> None:
    known, report = People(), Report()
    known.identify(Speaker(name="Ana Lee", role="Director"), None, report)
    known.identify(Speaker(name="Lee", honorific="Dr.", role="Chair", country="Norway"), None, report)
    (person,) = known.all
    assert (person.name, person.honorific, person.role, person.country) == ("Ana Lee", "Dr.", "Director", "Norway")


def test_an_office_without_a_name_is_nobody() -> None:
    known, ids, _ = people("", "…")
    assert ids == ["", ""]
    assert known.all == ()


def test_ids_are_unique_and_in_order_of_first_appearance() -> None:
    known, ids, _ = people("Ana Lee", "Bo Chen", "Ana Lee", "张伟")
    assert [person.id for person in known.all] == list(dict.fromkeys(ids))
    assert ids[0] == "p-ana-lee"
