"""The edition that carries its own source."""

from hashlib import md5
from io import BytesIO

from pypdf import PdfReader

from procpub.diagnostics import Report
from procpub.interfaces import AttachingWriter, Edition
from procpub.model.contents import contents_of
from procpub.style import load_style
from procpub.writers.pdf import WRITER
from procpub.writers.pdf.attachment import Attachment
from tests.documents import every_node
from tests.writers.pdf.books import book, catalog, document, page, written

SOURCE = b"<TEI/>"
ATTACHMENT = Attachment(
    name="völume.tei.xml", media_type="application/tei+xml", data=SOURCE, description="The source of this document"
)


def pdf() -> PdfReader:
    return PdfReader(BytesIO(written(book(document(), page()), attachment=ATTACHMENT)))


def test_the_file_is_there_byte_for_byte() -> None:
    assert dict(pdf().attachments) == {"völume.tei.xml": [SOURCE]}


def test_it_is_told_to_be_the_source_of_the_document() -> None:
    (found,) = catalog(pdf())["/AF"]
    specification = found.get_object()
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/Desc"] == "The source of this document"
    assert specification["/F"] == specification["/UF"] == "völume.tei.xml"


def test_its_kind_size_and_checksum_are_told() -> None:
    (found,) = catalog(pdf())["/AF"]
    stream = found.get_object()["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/application/tei+xml"
    parameters = stream["/Params"]
    assert parameters["/Size"] == len(SOURCE)
    assert parameters["/CheckSum"].original_bytes == md5(SOURCE).digest()
    assert parameters["/ModDate"] == "D:20000101000000Z"


def test_the_file_is_then_of_part_3_of_pdf_a() -> None:
    described = catalog(pdf())["/Metadata"].get_data()
    assert b"<pdfaid:part>3</pdfaid:part>" in described


def test_the_writer_attaches_another_edition() -> None:
    assert isinstance(WRITER, AttachingWriter)
    source = Edition(format="tei", suffix=".tei.xml", media_type="application/tei+xml", data=SOURCE)
    writer = WRITER.attaching(source, "volume.tei.xml")
    made = writer.write(every_node(), contents_of(every_node()), load_style("default"), Report())
    assert dict(PdfReader(BytesIO(made.data)).attachments) == {"volume.tei.xml": [SOURCE]}
    assert WRITER.attachment is None
