"""DOCX files by others: headings, lists and notes as Word counts them."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from procpub.errors import InputError
from procpub.verify.docx.pages import Pages
from procpub.verify.extract import witness_of
from procpub.verify.witness import Kind
from procpub.verify.xml import parse


def saved(document: Any) -> bytes:
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_document_by_others_has_its_headings_lists_and_cells() -> None:
    document = Document()
    document.add_heading("A Volume", 0)
    document.add_heading("Remarks", 1)
    document.add_paragraph("Words of welcome.")
    document.add_paragraph("one", style="List Number")
    document.add_paragraph("two", style="List Number")
    document.add_paragraph("dot", style="List Bullet")
    document.add_table(1, 2).rows[0].cells[1].text = "cell"
    witness = witness_of(saved(document), "x.docx")
    assert witness.title_page == "A Volume"
    assert [(block.kind, block.level, block.text) for block in witness.blocks[:2]] == [
        (Kind.HEADING, 1, "Remarks"),
        (Kind.PARAGRAPH, 0, "Words of welcome."),
    ]
    assert [item.marker for item in witness.items] == ["1.", "2.", "•"]
    assert [(b.cell.row, b.cell.column) for b in witness.blocks if b.cell and b.text == "cell"] == [(1, 2)]


def test_what_was_deleted_with_tracked_changes_is_no_text_and_what_was_put_in_is() -> None:
    document = Document()
    document.add_heading("Remarks", 1)
    paragraph = document.add_paragraph("Kept ")._p
    for tag, text_tag, words in (("w:del", "w:delText", "gone"), ("w:ins", "w:t", "new")):
        change = paragraph.makeelement(qn(tag))
        run = change.makeelement(qn("w:r"))
        text = run.makeelement(qn(text_tag))
        text.text = words
        run.append(text)
        change.append(run)
        paragraph.append(change)
    assert witness_of(saved(document), "x.docx").blocks[1].text == "Kept new"


def added(paragraph: Any, xml: str) -> None:
    """Adds what stands in a paragraph, as Word writes it."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    for element in etree.fromstring(f"<x {names}>{xml}</x>"):
        paragraph._p.append(element)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="2192"/></w:r>', "→", id="a symbol"),
        pytest.param("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "E=mc", id="a formula"),
        pytest.param("<w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo>", "moved", id="words moved to here"),
        pytest.param("<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>", "", id="words moved from here"),
        pytest.param("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "", id="hidden words"),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "new",
            id="alternatives",
        ),
    ],
)
def test_what_word_shows_is_text_and_what_it_does_not_is_none(xml: str, text: str) -> None:
    document = Document()
    document.add_heading("Remarks", 1)
    added(document.add_paragraph("So: "), xml)
    assert witness_of(saved(document), "x.docx").blocks[1].text.strip() == f"So: {text}".strip()


def test_a_text_box_is_text_behind_the_paragraph_that_it_hangs_on() -> None:
    document = Document()
    document.add_heading("Remarks", 1)
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    added(document.add_paragraph("Before."), box)
    assert [block.text for block in witness_of(saved(document), "x.docx").blocks[1:]] == ["Before.", "Boxed."]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    document = Document()
    document.add_heading("Remarks", 1)
    first = document.add_paragraph("One ")._p
    document.add_paragraph("two.")
    first.insert(0, etree.fromstring(f"<w:pPr {W}><w:rPr><w:del/></w:rPr></w:pPr>"))
    assert [block.text for block in witness_of(saved(document), "x.docx").blocks[1:]] == ["One two."]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pages(*sections: str) -> Pages:
    breaks = "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>"
    return Pages(parse(f"<w:body {W}>{breaks}{''.join(sections)}</w:body>".encode(), "body"))


def test_pages_are_numbered_as_their_sections_say() -> None:
    found = pages(
        '<w:sectPr><w:pgNumType w:fmt="lowerRoman" w:start="1"/></w:sectPr>',
        '<w:sectPr><w:pgNumType w:fmt="decimal" w:start="1"/></w:sectPr>',
    )
    found.show()
    assert found.label() == "i"
    found.turn()
    assert found.label() == "ii"
    found.end_section()
    found.turn()  # the mark that the part begins with
    found.show()
    assert found.label() == "1"
    found.turn()
    assert found.label() == "2"


def test_the_blank_page_before_a_section_that_begins_on_the_right_is_counted_marked_or_not() -> None:
    """Word marks one page there, procpub both."""
    for marks in (1, 2):
        found = pages("<w:sectPr/>", '<w:sectPr><w:type w:val="oddPage"/></w:sectPr>')
        found.show()
        found.end_section()
        for _ in range(marks):
            found.turn()
        found.show()
        assert found.label() == "3"


@pytest.mark.parametrize("data", [b"PK\x03\x04 nothing", saved(Document())[:3000]])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x\.docx: "):
        witness_of(data, "x.docx")
