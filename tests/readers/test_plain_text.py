"""Reading plain text: which characters, which lines, which pages."""

import gzip
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.diagnostics import Code, Report, Span
from procpub.errors import InputError, UsageError
from procpub.interfaces import ReadOptions, SourceText
from procpub.model.check import NOT_XML
from procpub.readers.plain_text import MOST_REPORTED, read

CHINESE = "中华人民共和国外交部\n中国国际问题研究院\n主席先生，女士们，先生们，大家下午好。\n" * 3
WESTERN = "Señor Presidente: la situación económica es difícil aún.\nJ’ai l’honneur “ici”, à l’été.\n"
RUSSIAN = "Уважаемые коллеги, дамы и господа! Международный терроризм остаётся угрозой.\n" * 3


def reading(data: bytes, encoding: str | None = None) -> tuple[SourceText, Report]:
    report = Report()
    return read(data, "a.txt", ReadOptions(encoding=encoding), report), report


def texts(data: bytes) -> list[str]:
    return [line.text for line in reading(data)[0].lines]


def codes(report: Report) -> list[Code]:
    return [found.code for found in report]


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8-sig"),
        (CHINESE, "utf-16", "utf-16"),
        (CHINESE, "utf-32", "utf-32"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (WESTERN, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (WESTERN.translate({0x2019: "'", 0x201C: '"', 0x201D: '"'}), "latin-1", "cp1252"),
        (WESTERN, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8_r", "koi8_r"),
        ("皆様、こんにちは。国際会議へようこそ。\n" * 3, "shift_jis", "shift_jis"),
    ],
)
def test_the_encoding_is_found_out_and_reported(text: str, codec: str, found: str) -> None:
    source, report = reading(text.encode(codec))
    assert source.source.encoding == found
    assert [line.text for line in source.lines] == text.split("\n")
    assert codes(report) == [Code.ENCODING]
    assert next(iter(report)).message.startswith(f"read as {found}, b")


def test_one_letter_of_latin_1_in_english_is_enough() -> None:
    english = "Plain English words about a subject of interest to all.\n" * 60
    assert texts((english + "Señor Núñez spoke.\n").encode("latin-1"))[60] == "Señor Núñez spoke."


def test_quotation_marks_are_enough_for_chinese_too() -> None:
    english = "It is the member’s “point of order”.\n" * 60
    assert texts((english + CHINESE).encode("gb18030"))[60] == CHINESE.split("\n")[0]


def test_a_given_encoding_counts() -> None:
    source, report = reading("Łódź".encode("cp1250"), "cp1250")
    assert source.lines[0].text == "Łódź"
    assert next(iter(report)).message == "read as cp1250, as asked"


@pytest.mark.parametrize("name", ["klingon", "hex", "idna", "a\0b"])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="there is no text encoding"):
        reading(b"text \xff", name)


def test_lost_bytes_stand_as_replacement_characters_and_are_reported_by_line() -> None:
    source, report = reading("“good” — “text”\n".encode() + b"bad \xe9 byte\n")
    assert source.source.encoding == "utf-8"
    assert source.lines[1].text == "bad \ufffd byte"
    assert [found.span for found in report if found.code is Code.UNDECODABLE_BYTES] == [Span(2, 2)]


def test_all_kinds_of_line_ends_end_lines_but_only_editors_own_are_counted() -> None:
    source, report = reading("a\nb\r\nc\rd\x0be\x85f\u2028g\u2029h".encode())
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "a"), (2, "b"), (3, "c"), (4, "d"), (4, "e"), (4, "f"), (4, "g"), (4, "h"),
    ]  # fmt: skip
    assert [found.message for found in report][1:] == [
        "the source mixes line ends: 1 LF, 1 CRLF, 1 CR, 1 VT, 1 NEL, 1 U+2028, 1 U+2029"
    ]


def test_form_feeds_begin_pages_and_are_no_text() -> None:
    source, report = reading(b"one\n\ftwo\nthree\f\nfour\n\f\nfi\fve")
    assert [(line.number, line.page, line.text) for line in source.lines] == [
        (1, 1, "one"), (2, 2, "two"), (3, 2, "three"), (4, 3, "four"), (5, 4, ""), (6, 4, "fi"), (6, 5, "ve"),
    ]  # fmt: skip
    assert codes(report) == [Code.ENCODING]


def test_indents_are_columns_and_tabs_inside_a_line_stay() -> None:
    source, _ = reading(b"  two\n\tnine\n   \teight\nContents\t12  \n")
    assert [(line.indent, line.text) for line in source.lines][:4] == [
        (2, "two"), (8, "nine"), (8, "eight"), (0, "Contents\t12"),
    ]  # fmt: skip


def test_control_characters_are_taken_out_and_reported() -> None:
    source, report = reading("a\x08b\nclean\n\ufeffc\x9d\n".encode() + b"long enough not to be binary data")
    assert [line.text for line in source.lines][:3] == ["ab", "clean", "c"]
    spans = [found.span for found in report if found.code is Code.CONTROL_CHARACTERS]
    assert spans == [Span(1, 1), Span(3, 3)]


def test_much_damage_is_counted_not_listed() -> None:
    _, report = reading(("a line with a bell\x07 in it\n" * (MOST_REPORTED + 5)).encode())
    found = [found for found in report if found.code is Code.CONTROL_CHARACTERS]
    assert len(found) == MOST_REPORTED + 1
    assert found[-1].message.endswith("5 more, in 5 lines")
    assert found[-1].span == Span(MOST_REPORTED + 1, MOST_REPORTED + 5)


def test_text_is_kept_as_printed() -> None:
    text = "\ufeffﬁne e\u0301tude a\u00adb c\u00a0d \u202bעברית\u202c"
    assert texts(text.encode()) == [text.removeprefix("\ufeff")]


def test_the_source_is_remembered() -> None:
    source, _ = reading(b"one\ntwo\n")
    assert (source.source.name, source.source.lines) == ("a.txt", 2)
    assert source.source.sha256 == sha256(b"one\ntwo\n").hexdigest()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is empty"),
        (b"\xef\xbb\xbf \n\t\r\n\f", "it holds nothing but white space"),
        (b"%PDF-1.7\n...", "a PDF; dump its text first, for example with pdftotext"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (gzip.compress(b"text"), "compressed with gzip"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"\n<!DOCTYPE html><html><body>text", "a web page"),
        (bytes(range(256)) * 40, "binary data"),
        (b"\0" * 100, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        reading(data)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_stumble(data: bytes) -> None:
    try:
        source, _ = reading(data)
    except InputError:
        return
    assert not any(NOT_XML.search(line.text) for line in source.lines)


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=100).filter(str.strip))
def test_no_letter_of_a_line_is_lost(text: str) -> None:
    assert " ".join(texts(f"{text}\n".encode())).split() == text.split()
