"""PDFs by others: as much as they tell is read, and what cannot be read is refused in a sentence."""

from collections.abc import Callable
from io import BytesIO
from typing import cast

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from procpub import conversion
from procpub.errors import InputError
from procpub.model.metadata import Metadata
from procpub.model.proceedings import Contribution, Proceedings
from procpub.verify import verify
from procpub.verify.extract import witness_of
from procpub.verify.verification import PEOPLE
from procpub.verify.words import one_line, words
from tests.documents import paragraph, text
from tests.verify.faults.volume import PDF, editions


def untagged(*lines: str) -> bytes:
    """A page of lines, as a program that knows nothing of structure makes it; its first line is a bookmark."""
    data = BytesIO()
    canvas = Canvas(data)
    canvas.bookmarkPage("first")
    canvas.addOutlineEntry(lines[0], "first")
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * number, line)
    canvas.save()
    return data.getvalue()


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_untagged_pdf_is_read_line_by_line_and_said_to_be_one() -> None:
    witness = witness_of(untagged("Opening Remarks", "Words of welcome,", "and more."), "x.pdf")
    assert words(witness.blocks[0].text) == ["Opening", "Remarks", "Words", "of", "welcome,", "and", "more."]
    assert [entry.label for entry in witness.listings[0].entries] == ["Opening Remarks"]
    assert "not tagged" in witness.complaints[0].message


def test_what_is_printed_on_every_page_is_no_text_nor_are_markers_of_lists() -> None:
    data = BytesIO()
    canvas = Canvas(data)
    for number in (1, 2, 3):
        canvas.drawString(72, 780, "A Volume")
        canvas.drawString(72, 700, "1.")
        canvas.drawString(90, 700, f"Words of page {number}")
        canvas.drawString(300, 40, str(number))
        canvas.showPage()
    canvas.save()
    witness = witness_of(data.getvalue(), "x.pdf")
    assert [one_line(block.text) for block in witness.blocks] == [f"Words of page {number}" for number in (1, 2, 3)]


def test_an_untagged_pdf_is_compared_word_by_word_and_in_nothing_that_takes_structure() -> None:
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head>Opening Remarks</head><p>Words of welcome,</p>'
        "<list><item>and less.</item></list></div></body></text></TEI>"
    )
    found = verify({"x.pdf": untagged("Opening Remarks", "Words of welcome,", "and more."), "x.xml": tei.encode()})
    told = [(each.check, each.readings[0].words) for each in found.differences if each.check != PEOPLE]
    assert told == [("text", "more."), ("headings", "")]
    assert {each.compared for each in found.outcomes if each.check in ("lists", "headings", "tables")} == {None}


def test_words_are_apart_where_no_spaces_are_drawn() -> None:
    """As TeX sets them: every word at its place."""
    data = BytesIO()
    canvas = Canvas(data)
    canvas.drawString(72, 700, "Two")
    canvas.drawString(72 + canvas.stringWidth("Two ", "Helvetica", 12), 700, "words")
    canvas.save()
    assert words(witness_of(data.getvalue(), "x.pdf").blocks[0].text) == ["Two", "words"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\nnothing", id="no PDF behind its first line"),
        pytest.param(editions()[PDF][:20_000], id="cut short"),
        pytest.param(changed(untagged("x"), lambda writer: writer.encrypt("secret")), id="encrypted"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x\.pdf: "):
        witness_of(data, "x.pdf")


def _deep(writer: PdfWriter) -> None:
    element = DictionaryObject({NameObject("/S"): NameObject("/P")})
    for _ in range(300):
        element = DictionaryObject({NameObject("/S"): NameObject("/Div"), NameObject("/K"): ArrayObject([element])})
    writer.root_object[NameObject("/StructTreeRoot")] = DictionaryObject({NameObject("/K"): ArrayObject([element])})


def _endless(writer: PdfWriter) -> None:
    element = DictionaryObject({NameObject("/S"): NameObject("/Div")})
    reference = writer._add_object(element)
    element[NameObject("/K")] = ArrayObject([reference])
    writer.root_object[NameObject("/StructTreeRoot")] = DictionaryObject({NameObject("/K"): ArrayObject([reference])})


@pytest.mark.parametrize("change", [_deep, _endless])
def test_a_structure_that_has_no_bottom_is_refused(change: Callable[[PdfWriter], None]) -> None:
    with pytest.raises(InputError, match="elements deep"):
        witness_of(changed(untagged("x"), change), "x.pdf")


def test_bookmarks_that_lead_to_each_other_end() -> None:
    def endless(writer: PdfWriter) -> None:
        outlines = cast("DictionaryObject", writer.root_object["/Outlines"])
        cast("DictionaryObject", outlines["/First"])[NameObject("/Next")] = outlines.raw_get("/First")

    with pytest.raises(InputError, match="bookmarks"):
        witness_of(changed(untagged("x"), endless), "x.pdf")


def told(data: bytes) -> list[str]:
    """What is wrong with a PDF in itself."""
    return [difference.message for difference in verify({PDF: data}).differences]


def _stamped(writer: PdfWriter) -> None:
    data = BytesIO()
    canvas = Canvas(data)
    canvas.drawString(100, 400, "Never said")
    canvas.save()
    writer.pages[9].merge_page(PdfReader(data).pages[0])


def _commented(writer: PdfWriter) -> None:
    rectangle = ArrayObject([NumberObject(each) for each in (50, 50, 200, 80)])
    comment = {"/Subtype": NameObject("/FreeText"), "/Rect": rectangle, "/Contents": TextStringObject("DRAFT")}
    writer.add_annotation(9, {NameObject(key): value for key, value in comment.items()})


def _without_links(writer: PdfWriter) -> None:
    for page in writer.pages:
        page.pop("/Annots", None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(_stamped, "“Never said” stands outside", id="words of no element"),
        pytest.param(_commented, "bears a comment: “DRAFT”", id="a comment"),
        pytest.param(_without_links, "in the contents leads nowhere", id="links that are on no page"),
    ],
)
def test_what_is_on_the_pages_beside_the_text_is_reported(change: Callable[[PdfWriter], None], words: str) -> None:
    messages = told(changed(editions()[PDF], change))
    assert any(words in message for message in messages), messages


def test_a_pdf_as_it_was_written_has_nothing_wrong_in_itself() -> None:
    assert told(editions()[PDF]) == []


def test_lines_that_run_from_right_to_left_are_read_in_their_order() -> None:
    words = "שלום לכולם, 2021 (עמ' 12)."
    document = Proceedings(
        metadata=Metadata(languages=("he",)),
        body=(Contribution(id="c1", kind="speech", heading=text("שלום"), blocks=(paragraph(words),)),),
    )
    edition = conversion.render(document, "pdf")
    assert [one_line(block.text) for block in witness_of(edition.data, PDF).blocks] == ["שלום", words]
