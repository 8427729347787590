"""Verify is not fooled: whatever fault an edition has, it says which edition, and where.

The faults and what a report must say of each are in `tests/verify/faults`.
"""

from collections import Counter

import pytest

from procpub.verify import verify
from procpub.verify.extract import witness_of
from procpub.verify.witness import LINE_END
from tests.verify.faults.case import Case
from tests.verify.faults.cases import CASES, UNREPORTED
from tests.verify.faults.packages import in_file, in_part, replaced
from tests.verify.faults.pdf import DIVIDED
from tests.verify.faults.pdf_file import File
from tests.verify.faults.reading import compared
from tests.verify.faults.volume import DOCX, EPUB, NAMES, PDF, TEI, Editions, editions

_STORY, _ROSSI = "word/document.xml", "EPUB/carla-rossi.xhtml"


@pytest.fixture(scope="session")
def volume() -> Editions:
    """The editions without faults."""
    return editions()


def _marked(case: Case) -> object:
    reason = UNREPORTED.get(case.sentence)
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(case, id=case.sentence, marks=marks)


def test_editions_without_faults_agree(volume: Editions) -> None:
    verification = verify(volume)
    assert verification.editions == NAMES
    assert [each.message for each in verification.differences] == []


def test_every_check_compares_something_in_the_volume(volume: Editions) -> None:
    counts = Counter[str]()
    for each in verify(volume).outcomes:
        counts[each.check] += each.compared or 0
    assert [check for check, count in counts.items() if not count and check != "source"] == []


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_a_fault_is_reported(case: Case, volume: Editions) -> None:
    assert case.complaint(compared(case.done_to(volume), [case.edition])) == ""


def test_the_pdf_divides_words_on_more_than_one_page_and_addresses_without_a_hyphen() -> None:
    pages = File(editions()[PDF]).pages
    assert sum(DIVIDED in page.text for page in pages) > 1
    ends = [block.text.split(LINE_END) for block in witness_of(editions()[PDF], PDF).blocks]
    assert [line for lines in ends for line in lines[:-1] if line[-1].isalpha()]


def test_the_faults_are_many_and_of_many_kinds() -> None:
    assert len(CASES) >= 300
    assert len({case.kind for case in CASES}) >= 50
    assert {case.edition for case in CASES} == set(NAMES)


def test_no_two_faults_have_one_name_and_all_that_are_unreported_are_faults() -> None:
    names = Counter(case.sentence for case in CASES)
    assert [name for name, count in names.items() if count > 1] == []
    assert set(UNREPORTED) <= set(names)


def test_what_was_read_before_is_judged_as_if_it_were_read_now(volume: Editions) -> None:
    case = next(case for case in CASES if case.sentence == "EPUB: a word is lost")
    faulty = case.done_to(volume)
    assert compared(faulty, [EPUB]) == verify(faulty)


def test_a_paragraph_that_the_first_edition_beside_the_pdf_lacks_makes_no_other_edition_wrong(volume: Editions) -> None:
    lost = in_part(_ROSSI, replaced("<p>Nobody pilots a ferry by statute alone.</p>", ""))(volume[EPUB])
    differences = verify({PDF: volume[PDF], EPUB: lost, TEI: volume[TEI]}).differences
    assert [each.dissenting for each in differences] == [(EPUB,)]


def test_two_editions_with_one_fault_and_two_without_are_all_called_wrong(volume: Editions) -> None:
    lost = replaced(" harbours;", "")
    faulty = {**volume, DOCX: in_part(_STORY, lost)(volume[DOCX]), TEI: in_file(lost)(volume[TEI])}
    (difference,) = compared(faulty, [DOCX, TEI]).differences
    assert (difference.check, difference.dissenting) == ("text", NAMES)
    assert "harbours;" in difference.message


def test_two_faults_in_two_editions_are_told_apart(volume: Editions) -> None:
    faulty = {
        **volume,
        DOCX: in_part(_STORY, replaced(" harbours;", ""))(volume[DOCX]),
        EPUB: in_part(_ROSSI, replaced("nineteen", "ninety"))(volume[EPUB]),
    }
    differences = compared(faulty, [DOCX, EPUB]).differences
    assert [each.dissenting for each in differences] == [(EPUB,), (DOCX,)]
    assert "ninety" in differences[0].message
    assert "harbours;" in differences[1].message


def test_two_editions_that_are_wrong_in_two_ways_at_one_place_are_both_called_wrong(volume: Editions) -> None:
    faulty = {
        **volume,
        DOCX: in_part(_STORY, replaced("nineteen", "ninety"))(volume[DOCX]),
        EPUB: in_part(_ROSSI, replaced("nineteen", "nine"))(volume[EPUB]),
    }
    (difference,) = compared(faulty, [DOCX, EPUB]).differences
    assert difference.dissenting == (DOCX, EPUB)
    assert {each.edition: each.words for each in difference.readings} == {
        PDF: "nineteen", DOCX: "ninety", EPUB: "nine", TEI: "nineteen",
    }  # fmt: skip


def test_of_two_editions_that_differ_neither_is_taken_for_the_right_one(volume: Editions) -> None:
    faulty = in_file(replaced("nineteen", "ninety"))(volume[TEI])
    (difference,) = verify({PDF: volume[PDF], TEI: faulty}).differences
    assert difference.dissenting == (PDF, TEI)


def test_a_fault_is_found_in_whatever_order_the_editions_come(volume: Editions) -> None:
    faulty = {**volume, PDF: volume[PDF], TEI: in_file(replaced("nineteen", "ninety"))(volume[TEI])}
    turned = dict(reversed(list(faulty.items())))
    (difference,) = verify(turned).differences
    assert difference.dissenting == (TEI,)
    assert "ninety" in difference.message
