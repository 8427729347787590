"""ReportLab's document, mended: what it gets wrong or lacks for archives (PDF/A) and accessibility (PDF/UA).

Each mend names the clause that asks for it; tests/writers/pdf/test_mends.py has a test for each. They are written
for ReportLab 5.1, to which pyproject.toml holds us.
"""

import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

LEVEL = 6
"""How hard streams are compressed: beyond it, time doubles for one part in a hundred."""


class _Written(PDFObject):
    """An object that is written as it stands.

    ReportLab's own dictionaries take ten times as long, and drop keys that they do not know: `OutputIntents` of the
    catalog (ISO 19005-2, 6.2.3), `StructParents` and `Tabs` of pages (ISO 14289-1, 7.18.3), `StructParent` of links.
    """

    def __init__(self) -> None:
        self.body = b"null"

    def format(self, document: PDFDocument) -> bytes:
        return self.body


class File(PDFDocument):
    """A PDF 1.7 file (ISO 32000-1) in the making: numbered objects, each reserved and filled, or added at once.

    Bodies are given as text of Latin-1 characters, which stand for bytes.
    """

    def __init__(self) -> None:
        super().__init__(dummyoutline=1, compression=1, invariant=1, pdfVersion=(1, 7))
        self._objects: dict[int, _Written] = {}
        # ReportLab's dictionary of standard fonts, which may not be used (ISO 19005-2, 6.2.11.4): now the first object.
        self.idToObject["BasicFonts"] = self._objects[1] = _Written()
        self._spare = [1]

    def reserve(self) -> int:
        """The number of a new object, to be filled later."""
        if self._spare:
            return self._spare.pop()
        written = _Written()
        self.Reference(written)  # type: ignore[no-untyped-call]
        number: int = self.objectcounter
        self._objects[number] = written
        return number

    def fill(self, number: int, body: str | bytes) -> None:
        """Gives a reserved object its contents."""
        data = body.encode("latin-1") if isinstance(body, str) else body
        self._objects[number].body = data
        # The file's identifier comes of its contents, not of a clock (ISO 32000-1, 14.4).
        self.signature.update(data)  # type: ignore[attr-defined]  # not in the stubs

    def add(self, body: str) -> int:
        """A new object's number."""
        number = self.reserve()
        self.fill(number, body)
        return number

    def add_stream(self, entries: str, data: bytes, *, compressed: bool = True) -> int:
        """A new stream's number; `entries` are those of its dictionary, besides length and compression.

        A line feed stands before `endstream` (ISO 19005-2, 6.1.7.1), which ReportLab leaves out; nor is anything
        wrapped in ASCII85.
        """
        if compressed:
            data = zlib.compress(data, LEVEL)
            entries += "/Filter/FlateDecode"
        number = self.reserve()
        head = f"<<{entries}/Length {len(data)}>>\nstream\n"
        self.fill(number, b"".join((head.encode("latin-1"), data, b"\nendstream")))
        return number

    def save(self, catalog: int, information: int) -> bytes:
        """The finished file."""
        self.Catalog = self._objects[catalog]
        self.info = self._objects[information]  # type: ignore[assignment]  # any object does
        data: bytes = self.format()
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
