"""The file and its objects: ReportLab's document, and what it lacks for archives and accessibility.

Each mend has a test (tests/writers/pdf/test_objects.py):

- A line feed before `endstream` (ISO 19005-2, 6.1.7.1).
- Keys that ReportLab drops: `OutputIntents` and `AF` of the catalog (ISO 19005-2, 6.2.3; 19005-3, 6.8), `StructParents`
  and `Tabs` of pages (ISO 14289-1, 7.18.3). Links are objects of our own, for `StructParent`, `F` and `Contents`
  (ISO 14289-1, 7.18.1; ISO 19005-2, 6.3.2).
- An identifier that comes of the contents (ISO 32000-1, 14.4).

EmbeddedFonts and what they read as are in `embedding`.
"""

import zlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDocument, PDFName, PDFObject, PDFPage

LEVEL = 6
"""How hard streams are compressed: beyond it, time doubles for one part in a hundred."""

_VERSION = (1, 7)


class _Object(PDFObject):
    """An object whose body is made by us: bytes as they stand in the file."""

    def __init__(self, body: str | bytes = b"null") -> None:
        self.body = body.encode("latin-1") if isinstance(body, str) else body

    def format(self, document: object) -> bytes:
        """The body, which is let go of: it goes into the file once, and ReportLab holds its objects to the end."""
        body, self.body = self.body, b""
        return body

    def digest(self, signature: object) -> None:
        """Information adds nothing to the file's identifier: that comes of the streams."""


class _OwnOutlines:
    """Says that there is nothing to be done for bookmarks: ours are objects like others, and the catalog has them."""

    ready = 0

    def prepare(self, document: object, canvas: object) -> None:
        """Nothing."""


class _Page(PDFPage):
    """ReportLab's page, with the keys that it drops."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - as ReportLab has it


class File:
    """A PDF 1.7 file (ISO 32000-1) in the making: pages, and numbered objects, reserved and filled or added at once.

    Bodies are given as text of Latin-1 characters, which stand for bytes.
    """

    def __init__(self, width: float, height: float) -> None:
        """`width` and `height` are those of all pages, in points."""
        self._size = width, height
        self._document = cast(Any, PDFDocument(invariant=True, pdfVersion=_VERSION))  # the stubs know half of it
        self._document.Outlines = _OwnOutlines()
        self._objects: dict[int, _Object] = {}
        self._contents = sha256()
        self._packer = ThreadPoolExecutor(1)
        self._packed: list[Future[None]] = []

    def reserve(self) -> int:
        """The number of a new object, to be filled later."""
        made = _Object()
        self._document.Reference(made)
        number: int = self._document.objectcounter
        self._objects[number] = made
        return number

    def fill(self, number: int, body: str | bytes) -> None:
        """Gives a reserved object its contents."""
        self._objects[number].body = body.encode("latin-1") if isinstance(body, str) else body

    def add(self, body: str) -> int:
        """A new object's number."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def add_stream(self, entries: str, data: bytes, *, compressed: bool = True) -> int:
        """A new stream's number; `entries` are those of its dictionary, besides length and compression.

        It is packed by a thread, in which neither compression nor checksum keeps the interpreter from painting on.
        """
        number = self.reserve()
        self._packed.append(self._packer.submit(self._pack, number, entries, data, compressed))
        return number

    def _pack(self, number: int, entries: str, data: bytes, compressed: bool) -> None:
        if compressed:
            data = zlib.compress(data, LEVEL)
            entries += "/Filter/FlateDecode"
        self._contents.update(data)
        head = f"<<{entries}/Length {len(data)}>>\nstream\n"
        self.fill(number, b"".join((head.encode("latin-1"), data, b"\nendstream")))

    def add_page(self, content: str, entries: Mapping[str, str]) -> int:
        """The number of the next page; `entries` are those of its dictionary, `Resources` among them, besides contents,
        parent and size.
        """
        page = cast(Any, _Page())
        page.pagewidth, page.pageheight = self._size
        page.Rotate = 0
        self._document.addPage(page)
        number: int = self._document.objectcounter
        page.Contents = self._objects[self.add_stream("", content.encode("latin-1"))]
        page.Tabs = PDFName("S")
        for key, value in entries.items():
            setattr(page, key, _Object(value))
        return number

    def save(self, catalog: Mapping[str, str], information: str) -> bytes:
        """The finished file; `catalog` are the entries of its catalog, besides the pages."""
        document = self._document
        root = document.Catalog
        root.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
        root.__Refs__ = ["Pages"]
        root.Outlines = None
        for key, value in catalog.items():
            setattr(root, key, _Object(value))
        document.info = _Object(information)
        with self._packer:
            for packed in self._packed:
                packed.result()
        document.updateSignature(self._contents.digest())
        data: bytes = document.GetPDFData(None)
        return data


def reference(number: int) -> str:
    """A reference to an object."""
    return f"{number} 0 R"


def references(numbers: list[int]) -> str:
    """An array of references."""
    return f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def decimal(value: float) -> str:
    """A number with three decimals at most, as short as it can be written."""
    return f"{round(value, 3):g}"


def text_string(text: str) -> str:
    """A PDF text string (ISO 32000-1, 7.9.2.2): ASCII as it stands, all else in UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


_ESCAPES = {ord(character): f"\\{character}" for character in "()\\"}
