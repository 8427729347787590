"""The smaller parts of recovery: alignment, dates, languages, the document's words, printed contents."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.recovery.alignment import align
from procpub.recovery.dates import find_date
from procpub.recovery.identifiers import Identifiers
from procpub.recovery.language import language_of_name, language_of_text
from procpub.recovery.printed_contents import find_printed_contents
from procpub.recovery.words import words_of
from tests.recovery.cases import source_text


def test_alignment_is_fuzzy_and_in_order() -> None:
    entries = ["Speech of Ann Hill, Director", "Speech of Bo Lee, Analyst", "Closing by Cy Dale", "Lost"]
    lines = ["Dear all,", "Speech of Ann Hil, Director", "Text.", "SPEECH OF BO LEE, ANALYST", "Closing by Cy Dale"]
    assert align([[entry] for entry in entries], lines) == [(0, 1), (1, 3), (2, 4)]


@given(st.lists(st.sampled_from(["Speech of A", "Speech of B", "Text about", ""]), max_size=12), st.data())
def test_alignment_increases_and_finds_identical_lists(lines: list[str], data: st.DataObject) -> None:
    entries = data.draw(st.lists(st.sampled_from(["Speech of A", "Speech of B", "Nothing"]), max_size=6))
    pairs = align([[entry] for entry in entries], lines)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    unique = list(dict.fromkeys(line for line in lines if line))
    assert align([[entry] for entry in unique], unique) == [(i, i) for i in range(len(unique))]


@pytest.mark.parametrize(
    ("text", "language", "when", "until"),
    [
        ("December 22, 2020", "en", "2020-12-22", ""),
        ("held on 3rd of May 2019 in Paris", "en", "2019-05-03", ""),
        ("12–14 March 2018", "en", "2018-03-12", "2018-03-14"),
        ("Berlin, Dienstag, den 28. Juni 2016", "de", "2016-06-28", ""),
        ("le 1er août 1999", "fr", "1999-08-01", ""),
        ("3 de mayo de 2019", "es", "2019-05-03", ""),
        ("2020年12月22日", "zh", "2020-12-22", ""),
        ("5 мая 2011 г.", "ru", "2011-05-05", ""),
        ("Autumn, October 2004", "en", "2004-10", ""),
    ],
)
def test_dates_are_read_as_houses_print_them(text: str, language: str, when: str, until: str) -> None:
    date = find_date(text, language)
    assert date is not None
    assert (date.when, date.until) == (when, until)


@pytest.mark.parametrize("text", ["Seminar 2020 on Rivers", "February 30, 2020", "no date at all", "12 Mayors 2019"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_date(text, "en") is None


def test_the_language_is_told_by_the_commonest_words_or_the_script() -> None:
    assert language_of_text(["The words of the speech are in the language that is used in it."]) == "en"
    assert language_of_text(["Die Worte der Rede sind in der Sprache, die in ihr auch von allen ist."]) == "de"
    assert language_of_text(["会议在北京召开，与会者就反恐问题交换意见。"]) == "zh"
    assert language_of_text(["1 2 3"]) is None
    assert language_of_name("中国国际问题研究院", "en") == "zh"
    assert language_of_name("Ministry", "en") == ""


def test_a_divided_word_is_made_whole_as_the_document_prints_it() -> None:
    words = words_of(["Cooperation and counter-terrorism, said the Mayor of New-Town."])
    assert words.join_divided("coop", "eration") == "cooperation"
    assert words.join_divided("counter", "terrorism") == "counter-terrorism"
    assert words.join_divided("un", "known") == "unknown"
    assert words.join_divided("Bergen", "Belsen") == "Bergen-Belsen"


def test_contents_entries_have_leaders_tabs_or_space_and_may_be_wrapped() -> None:
    text = (
        "Title\n\nContents\n\nPreface .......... iv\n1. First talk\t3\n"
        "2. A talk with a title that\nis long . . . . . 12\nThird     17 A\n\nPreface\n"
    )
    found = find_printed_contents(source_text(text).lines)
    assert found is not None
    assert [(entry.number, entry.label, entry.page) for entry in found.contents.entries] == [
        ("", "Preface", "iv"),
        ("1.", "First talk", "3"),
        ("2.", "A talk with a title that is long", "12"),
        ("", "Third", "17 A"),
    ]
    assert (found.begin, found.end) == (2, 9)


def test_contents_end_where_the_text_begins_with_the_heading_of_a_piece() -> None:
    text = "Contents\nFirst Talk ..... 1\nSecond Talk ..... 9\nFirst Talk\nWe met.\nTable 1. People\nMen\t120\n"
    found = find_printed_contents(source_text(text).lines)
    assert found is not None
    assert [entry.label for entry in found.contents.entries] == ["First Talk", "Second Talk"]
    assert found.end == 3


def test_ids_of_pieces_look_like_no_persons_and_no_sections() -> None:
    identifiers = Identifiers()
    assert identifiers.new("P. Smith", "piece") == "piece-p-smith"
    assert identifiers.new("Panel S1", "piece") == "panel-s-1"
    assert identifiers.person("Smith") == "p-smith"


def test_ids_are_short_unique_and_ascii() -> None:
    identifiers = Identifiers()
    given = [
        identifiers.new(words, "piece")
        for words in ("Łukasz Żak", "Łukasz Żak", "12 Angry Men", "!!!", "会议", "x" * 60)
    ]
    assert given[:4] == ["lukasz-zak", "lukasz-zak-2", "piece-12-angry-men", "piece"]
    assert len(set(given)) == len(given)
    assert all(len(identifier) <= 26 and identifier.isascii() for identifier in given)
