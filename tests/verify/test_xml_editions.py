"""EPUB and TEI by others, and files that mean harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from procpub.errors import InputError
from procpub.verify import package
from procpub.verify.extract import witness_of
from procpub.verify.witness import Kind, Witness

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="content.opf"/></rootfiles></container>'
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>A Volume</dc:title></metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
)
ITEM = '<item id="{0}" href="{0}" media-type="application/xhtml+xml"/>'


def epub(**files: str) -> Witness:
    """What a book of these bodies says: `one="<p>x</p>"` is the file one.xhtml."""
    names = [f"{name}.xhtml" for name in files]
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        manifest = "".join(ITEM.format(name) for name in names)
        spine = "".join(f'<itemref idref="{name}"/>' for name in names)
        archive.writestr("content.opf", OPF.format(manifest=manifest, spine=spine))
        for name, body in zip(names, files.values(), strict=True):
            head = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head/>'
            archive.writestr(name, f"{head}<body>{body}</body></html>")
    return witness_of(data.getvalue(), "x.epub")


def tei(text: str, header: str = "") -> Witness:
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text>{text}</text></TEI>'
    return witness_of(data.encode(), "x.xml")


def texts(witness: Witness) -> list[str]:
    return [block.text for block in witness.blocks]


def test_a_book_without_navigation_has_text_and_headings_of_no_known_level() -> None:
    found = epub(one="<h1>Remarks</h1><div>Loose words<p>A paragraph.</p></div>")
    assert texts(found) == ["Remarks", "Loose words", "A paragraph."]
    assert found.blocks[0].level == 0


def test_notes_in_another_file_are_found_where_they_are_called() -> None:
    call = '<p>Words<a epub:type="noteref" href="two.xhtml#n1">1</a> go on.</p>'
    note = '<aside epub:type="footnote" id="n1"><p>A note.</p></aside>'
    found = epub(one=call, two=note)
    assert texts(found) == ["Words go on."]
    assert [(each.text, each.block, each.offset) for each in found.notes] == [("A note.", 0, 5)]


def test_a_note_that_nothing_calls_is_a_complaint() -> None:
    found = epub(one='<p>Words.</p><aside epub:type="footnote" id="n1"><p>A note.</p></aside>')
    assert ["called nowhere" in each.message for each in found.complaints] == [True]


def test_tei_by_others_gives_what_is_printed() -> None:
    found = tei(
        "<body><div><head>Remarks</head><p>It <choice><sic>recieved</sic><corr>received</corr></choice> a "
        "<q>quoted</q> word<note>by nobody</note>.<fw>RUNNING HEAD</fw></p>"
        "<sp><speaker>CHAIR</speaker><p>Order.</p></sp><lg><l>one</l><l>two</l></lg></div></body>"
    )
    assert [text.strip() for text in texts(found)] == [
        "Remarks",
        "It recieved a quoted word.",
        "CHAIR",
        "Order.",
        "one two",
    ]
    assert (found.blocks[0].kind, found.blocks[0].level) == (Kind.HEADING, 1)
    assert [note.text for note in found.notes] == ["by nobody"]


def test_entities_that_a_file_defines_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&b;</TEI>'
    with pytest.raises(InputError, match="entities"):
        witness_of(bomb, "x.xml")


def test_an_archive_that_unpacks_to_more_than_can_be_meant_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_LARGEST", 1000)
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("bomb", b"0" * 2000)
    with pytest.raises(InputError, match="unpacks to more"):
        witness_of(data.getvalue(), "x.epub")


def test_an_edition_without_text_is_refused_for_it_would_agree_with_any_other() -> None:
    with pytest.raises(InputError, match="no text"):
        tei("<body><p/></body>")


@pytest.mark.parametrize("data", [b"", b"plain words", b"\x89PNG\r\n", b"<TEI><p>cut short"])
def test_what_is_no_edition_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x: "):
        witness_of(data, "x")


def test_xml_that_is_no_tei_is_refused() -> None:
    with pytest.raises(InputError, match="no TEI"):
        witness_of(b"<article><p>Words.</p></article>", "x.xml")


def test_the_texts_of_a_corpus_are_read_one_after_the_other() -> None:
    one = "<TEI><teiHeader/><text><body><p>{}</p></body></text></TEI>"
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{one.format("One.")}{one.format("Two.")}</teiCorpus>'
    assert texts(witness_of(data.encode(), "x.xml")) == ["One.", "Two."]


def test_tei_in_utf_16_is_read() -> None:
    data = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Wörter.</p></body></text></TEI>'
    assert texts(witness_of(data.encode("utf-16"), "x.xml")) == ["Wörter."]


def test_a_link_with_a_note_in_it_is_among_its_words() -> None:
    found = tei('<body><p>See <ref target="https://x.org/">the<note><p>A note.</p></note> page</ref> there.</p></body>')
    assert texts(found) == ["See the page there."]
    assert [note.text for note in found.notes] == ["A note."]


def test_a_link_on_nothing_but_the_call_of_a_note_is_none() -> None:
    assert not tei('<body><p>See<ref target="https://x.org/"><note><p>A note.</p></note></ref>.</p></body>').links


@pytest.mark.parametrize("data", ["", "bm90IGEgcGljdHVyZQ==", "%%%"])
def test_a_picture_that_cannot_be_shown_is_a_complaint(data: str) -> None:
    found = tei(f"<body><figure><figDesc>A wall</figDesc><binaryObject>{data}</binaryObject></figure></body>")
    assert ["“A wall”" in each.message for each in found.complaints] == [True]


def test_numbers_that_no_table_has_are_none() -> None:
    found = tei(f'<body><table><row><cell rows="{"9" * 6000}">x</cell></row></table></body>')
    assert found.blocks[0].cell and found.blocks[0].cell.rows == 1
