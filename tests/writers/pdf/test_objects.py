"""The file itself: what archives ask of it, and ReportLab does not do."""

import re
from io import BytesIO

from pypdf import PdfReader

from procpub.layout.structure import Kind
from procpub.writers.pdf.objects import File, decimal, text_string
from tests.writers.pdf.books import book, document, line, one_line, page, read, written


def test_a_line_feed_stands_before_endstream() -> None:
    data = written(one_line("words"))
    assert data.count(b"endstream") == data.count(b"\nendstream") > 4


def test_the_file_begins_as_pdf_1_7_with_bytes_that_are_no_text() -> None:
    data = written(one_line("words"))
    assert data.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in data[10:14])


def test_every_length_is_true() -> None:
    data = written(one_line("words"))
    for found in re.finditer(rb"/Length (\d+)>>\nstream\n", data):
        assert data[found.end() + int(found[1]) :].startswith(b"\nendstream")


def test_nothing_is_wrapped_in_ascii() -> None:
    assert b"ASCII85" not in written(one_line("words"))


def test_pages_tell_readers_to_go_by_the_structure() -> None:
    (leaf,) = read(one_line("words")).pages
    assert (str(leaf["/Tabs"]), str(leaf["/StructParents"])) == ("/S", "0")


def test_many_pages_are_all_found() -> None:
    root = document()
    pages = [page(line(f"word-{n}", element=root.add(Kind.PARAGRAPH))) for n in range(250)]
    pdf = read(book(root, *pages))
    assert [leaf.extract_text().strip() for leaf in pdf.pages] == [f"word-{n}" for n in range(250)]


def test_no_font_is_used_that_is_not_embedded() -> None:
    for font in read(one_line("words")).pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        assert font.get_object()["/FontDescriptor"]["/FontFile2"]
    assert b"Helvetica" not in written(one_line("words"))


def test_the_identifier_comes_of_the_contents() -> None:
    first, again, other = (read(one_line(words)).trailer["/ID"] for words in ("a", "a", "b"))
    assert first == again != other


def test_the_same_book_gives_the_same_bytes() -> None:
    assert written(one_line("words")) == written(one_line("words"))


def test_an_object_may_be_filled_later() -> None:
    file = File(100.0, 100.0)
    number = file.reserve()
    file.add_page("", {"Resources": "<<>>"})
    file.fill(number, "(here)")
    pdf = PdfReader(BytesIO(file.save({"Lang": f"{number} 0 R"}, "<<>>")))
    assert str(pdf.root_object["/Lang"]) == "here"


def test_numbers_are_as_short_as_they_can_be() -> None:
    assert [decimal(number) for number in (1.0, 0.12345, -2.5, 1e-9, 595.276)] == ["1", "0.123", "-2.5", "0", "595.276"]


def test_strings_are_ascii_or_utf_16() -> None:
    assert text_string("a (b) \\") == "(a \\(b\\) \\\\)"
    assert text_string("é𐞃") == "<FEFF00E9D801DF83>"
    assert text_string("a\nb") == "<FEFF0061000A0062>"
