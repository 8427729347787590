"""What the file says about itself, to programs old and new."""

import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from procpub.model.metadata import Date, Metadata
from procpub.model.people import LocalText
from procpub.writers.pdf.metadata import xmp
from tests.documents import every_node
from tests.writers.pdf.books import book, catalog, document, page, written

FULL = every_node().metadata
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def pdf_of(metadata: Metadata) -> PdfReader:
    return PdfReader(BytesIO(written(book(document(), page()), metadata)))


def packet(pdf: PdfReader) -> ElementTree.Element:
    data = catalog(pdf)["/Metadata"].get_data()
    found = ElementTree.fromstring(data).find(f".//{RDF}Description")
    assert found is not None
    return found


def values(described: ElementTree.Element, name: str) -> dict[str, str | None] | list[str | None]:
    """What a property says: by language, or one after the other."""
    namespaces = {"dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/"}
    found = described.find(name, namespaces)
    assert found is not None, name
    items = found.findall(f".//{RDF}li")
    if any(XML_LANG in item.attrib for item in items):
        return {item.attrib[XML_LANG]: item.text for item in items}
    return [item.text for item in items] or [found.text]


def test_xmp_has_all_that_is_known() -> None:
    described = packet(pdf_of(FULL))
    title = "Every Node & More"
    assert values(described, "dc:title") == {"x-default": title, "en": title, "zh": "每个节点"}
    assert values(described, "dc:creator") == ["Eva Editor"]
    assert values(described, "dc:description") == {"x-default": "A volume that holds one of everything."}
    assert values(described, "dc:subject") == ["tests", "nodes"]
    assert values(described, "dc:publisher") == ["Test Press"]
    assert values(described, "dc:rights") == {"x-default": "CC BY 4.0"}
    assert values(described, "dc:language") == ["en", "zh"]
    assert values(described, "dc:date") == ["2021-05"]
    assert values(described, "dc:identifier") == ["urn:isbn:9783161484100"]
    assert values(described, "xmp:CreateDate") == ["2021-05-01T00:00:00Z"]


@pytest.mark.parametrize("metadata", [FULL, Metadata()])
def test_xmp_and_the_information_dictionary_agree(metadata: Metadata) -> None:
    pdf = pdf_of(metadata)
    modern: Any = pdf.xmp_metadata
    assert pdf.metadata
    assert pdf.metadata.title == modern.dc_title["x-default"]
    assert pdf.metadata.author == ("; ".join(modern.dc_creator) or None)
    assert pdf.metadata.subject == modern.dc_description.get("x-default")
    assert pdf.metadata.get("/Keywords") == modern.pdf_keywords
    assert pdf.metadata.creator == modern.xmp_creator_tool
    assert pdf.metadata.producer == modern.pdf_producer
    assert pdf.metadata.creation_date == pdf.metadata.modification_date
    assert pdf.metadata.creation_date and modern.xmp_create_date
    assert pdf.metadata.creation_date.replace(tzinfo=None) == modern.xmp_create_date


def test_the_file_says_what_standards_it_keeps() -> None:
    data = xmp(FULL, 2).decode()
    assert "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>" in data
    assert "<pdfuaid:part>1</pdfuaid:part>" in data
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in data, "PDF/A wants to be told what that is"


def test_xmp_can_be_found_without_knowing_pdf() -> None:
    assert b"<?xpacket begin" in written(book(document(), page()), FULL)


def test_markup_in_titles_is_text() -> None:
    metadata = Metadata(titles=(LocalText(text='<b> & "x"'),))
    assert values(packet(pdf_of(metadata)), "dc:title") == {"x-default": '<b> & "x"', "en": '<b> & "x"'}


def test_a_volume_without_title_is_untitled_in_its_language() -> None:
    pdf = pdf_of(Metadata(languages=("de",)))
    assert pdf.metadata and pdf.metadata.title == "Ohne Titel"
    assert catalog(pdf)["/Lang"] == "de"


def test_the_catalog_says_that_the_file_is_tagged_and_shows_its_title() -> None:
    root = catalog(pdf_of(FULL))
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True}


def test_colours_are_those_of_srgb() -> None:
    (intent,) = catalog(pdf_of(FULL))["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"].get_object()
    data = profile.get_data()
    assert profile["/N"] == 3
    assert int.from_bytes(data[:4], "big") == len(data)
    assert (data[36:40], data[16:20]) == (b"acsp", b"RGB ")


def test_the_profile_changes_no_colour_of_srgb() -> None:
    from PIL import Image, ImageCms

    from procpub.writers.pdf.colour import srgb_profile

    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    colours = Image.frombytes("RGB", (4, 1), bytes((10, 20, 30, 200, 100, 50, 255, 255, 255, 3, 128, 250)))
    theirs = ImageCms.profileToProfile(colours, ours, ImageCms.createProfile("sRGB"))
    assert theirs and theirs.tobytes() == colours.tobytes()


def test_the_date_is_never_the_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    dated = Metadata(date=Date(text="1999", when="1999-12-31"))
    assert b"D:19991231000000Z" in repr(pdf_of(dated).metadata).encode()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert re.search("1980-01-01", xmp(dated, 2).decode())
