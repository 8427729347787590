"""What is known about the volume can be read in every edition that has pages."""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from procpub.diagnostics import Report
from procpub.interfaces import Writer
from procpub.model.contents import contents_of
from procpub.model.metadata import Metadata
from procpub.style import load_style
from procpub.writers import docx, epub, pdf
from tests.documents import every_node

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def docx_text(data: bytes) -> str:
    body = ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return " ".join(text.text or "" for text in body.iter(f"{WORD}t"))


def epub_text(data: bytes) -> str:
    archive = zipfile.ZipFile(io.BytesIO(data))
    pages = ("EPUB/title_page.xhtml", "EPUB/imprint_page.xhtml")
    return " ".join(text for page in pages for text in ET.fromstring(archive.read(page)).itertext())


def words_of(metadata: Metadata) -> list[str]:
    """Everything that the metadata holds for readers, each field by itself."""
    meeting, licence = metadata.meeting, metadata.licence
    assert meeting
    assert meeting.date
    assert metadata.date
    assert licence
    names = [*metadata.titles, *metadata.subtitles, *meeting.names]
    names += [name for body in (*metadata.organisers, *metadata.publishers) for name in body.names]
    return [
        *(name.text for name in names),
        *(meeting.date.text, meeting.place, metadata.date.text, metadata.place, licence.text, licence.url),
        *metadata.editors,
        *(identifier.value for identifier in metadata.identifiers),
        metadata.description,
        *metadata.subjects,
    ]


@pytest.mark.parametrize(
    ("writer", "shown"),
    [
        pytest.param(pdf.WRITER, pdf_text, id="pdf"),
        pytest.param(docx.WRITER, docx_text, id="docx"),
        pytest.param(epub.WRITER, epub_text, id="epub"),
    ],
)
def test_every_field_of_the_metadata_can_be_read(writer: Writer, shown: Callable[[bytes], str]) -> None:
    document = every_node()
    text = " ".join(shown(writer.write(document, contents_of(document), load_style(), Report()).data).split())
    assert [words for words in words_of(document.metadata) if words not in text] == []
