"""The promise of the project: whatever the edition, the same contents in the same order and words."""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from pypdf import PdfReader

from procpub.diagnostics import Report
from procpub.interfaces import Writer
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import Style, load_style
from procpub.writers import docx, epub, pdf, tei
from tests.documents import every_node
from tests.strategies import proceedings

TEI = "{http://www.tei-c.org/ns/1.0}"
XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_entries(data: bytes) -> list[str]:
    """The titles in the outline, depth first."""

    def titles(items: list[Any]) -> Iterator[str]:
        for item in items:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield item.title

    return list(titles(PdfReader(io.BytesIO(data)).outline))


def docx_entries(data: bytes) -> list[str]:
    """The paragraphs in the styles TOC 1 to 9, up to the tab before the page number."""
    body = ET.fromstring(part(data, "word/document.xml"))
    return [
        "".join(until_tab(paragraph))
        for paragraph in body.iter(f"{WORD}p")
        if (style := paragraph.find(f"{WORD}pPr/{WORD}pStyle")) is not None
        and style.get(f"{WORD}val", "").removeprefix("TOC").isdigit()
    ]


def until_tab(paragraph: ET.Element) -> Iterator[str]:
    for run in paragraph.iter(f"{WORD}r"):
        for node in run:
            if node.tag == f"{WORD}tab":
                return
            if node.tag == f"{WORD}t":
                yield node.text or ""


def epub_entries(data: bytes) -> list[str]:
    """The links of the navigation document's table of contents."""
    navs = (
        nav
        for name in names(data)
        if name.endswith(".xhtml")
        for nav in ET.fromstring(part(data, name)).iter(f"{XHTML}nav")
        if nav.get(f"{EPUB}type") == "toc"
    )
    return ["".join(link.itertext()) for link in next(navs).iter(f"{XHTML}a")]


def tei_entries(data: bytes) -> list[str]:
    """The references of the contents division."""
    return [ref.text or "" for ref in ET.fromstring(data).iterfind(f".//{TEI}div[@type='contents']//{TEI}ref")]


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


@cache
def style() -> Style:
    return load_style()


@pytest.mark.parametrize(
    ("writer", "entries"),
    [
        pytest.param(pdf.WRITER, pdf_entries, id="pdf"),
        pytest.param(docx.WRITER, docx_entries, id="docx"),
        pytest.param(epub.WRITER, epub_entries, id="epub"),
        pytest.param(tei.WRITER, tei_entries, id="tei"),
    ],
)
@settings(max_examples=8)
@example(document=every_node())
@given(document=proceedings())
def test_every_edition_lists_the_same_contents(
    writer: Writer, entries: Callable[[bytes], list[str]], document: Proceedings
) -> None:
    contents = contents_of(document)
    edition = writer.write(document, contents, style(), Report())
    assert entries(edition.data) == [entry.label for entry in contents.entries]
