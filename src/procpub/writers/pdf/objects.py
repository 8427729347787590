"""The file and its objects: what ReportLab's documents lack for archives (PDF/A) and accessibility (PDF/UA).

Of ReportLab, only the fonts and the file are used, not the canvas and its document. Those would need these mends, each
of which has a test (tests/writers/pdf/test_objects.py):

- A line feed before `endstream` (ISO 19005-2, 6.1.7.1).
- Keys that they drop: `OutputIntents` of the catalog (ISO 19005-2, 6.2.3), `StructParents` and `Tabs` of pages
  (ISO 14289-1, 7.18.3), `StructParent`, `F` and `Contents` of links (ISO 14289-1, 7.18.1; ISO 19005-2, 6.3.2).
- No standard fonts, which are not embedded, not even as the first of a page (ISO 19005-2, 6.2.11.4).
- Fonts that say what they read as, with no code 0 (ISO 19005-2, 6.2.11.7.2): see `embedding`.
- Objects packed into streams (ISO 32000-1, 7.5.7), without which a tagged book is nearly half as large again.
- An identifier that comes of the contents (ISO 32000-1, 14.4).

Their dictionaries, which check and sort, would also take ten times as long as text.
"""

import zlib
from collections.abc import Sequence
from hashlib import md5
from struct import pack

from reportlab.pdfbase.pdfdoc import PDFFile

LEVEL = 6
"""How hard streams are compressed: beyond it, time doubles for one part in a hundred."""

PACKED = 100
"""How many objects share a stream; readers unpack all to find one."""

_VERSION = (1, 7)


class File:
    """A PDF 1.7 file (ISO 32000-1) in the making: numbered objects, each reserved and filled, or added at once.

    Bodies are given as text of Latin-1 characters, which stand for bytes.
    """

    def __init__(self) -> None:
        self._bodies: list[bytes] = [b""]
        """By number; there is no object 0."""
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """The number of a new object, to be filled later."""
        self._bodies.append(b"null")
        return len(self._bodies) - 1

    def fill(self, number: int, body: str | bytes) -> None:
        """Gives a reserved object its contents."""
        self._bodies[number] = body.encode("latin-1") if isinstance(body, str) else body

    def add(self, body: str) -> int:
        """A new object's number."""
        self._bodies.append(body.encode("latin-1"))
        return len(self._bodies) - 1

    def add_stream(self, entries: str, data: bytes, *, compressed: bool = True) -> int:
        """A new stream's number; `entries` are those of its dictionary, besides length and compression."""
        if compressed:
            data = zlib.compress(data, LEVEL)
            entries += "/Filter/FlateDecode"
        number = self.reserve()
        self._streams.add(number)
        head = f"<<{entries}/Length {len(data)}>>\nstream\n"
        self._bodies[number] = b"".join((head.encode("latin-1"), data, b"\nendstream"))
        return number

    def save(self, catalog: int, information: int) -> bytes:
        """The finished file, with a table of where its objects are (ISO 32000-1, 7.5.8)."""
        file = PDFFile(_VERSION)
        places = {0: (0, 0, 0xFFFF)}
        loose = [number for number in range(1, len(self._bodies)) if number not in self._streams]
        for start in range(0, len(loose), PACKED):
            packed = loose[start : start + PACKED]
            holder = self._pack(packed)
            places.update({number: (2, holder, index) for index, number in enumerate(packed)})
        digest = md5(usedforsecurity=False)
        for number in sorted(self._streams):
            body = self._bodies[number]
            digest.update(body)
            places[number] = (1, file.add(b"%d 0 obj\n%b\nendobj\n" % (number, body)), 0)
        table = len(self._bodies)
        start = file.offset
        places[table] = (1, start, 0)
        rows = zlib.compress(b"".join([pack(">BLH", *places[number]) for number in range(table + 1)]), LEVEL)
        identifier = digest.hexdigest()
        head = (
            f"{table} 0 obj\n<</Type/XRef/W[1 4 2]/Size {table + 1}/Root {reference(catalog)}"
            f"/Info {reference(information)}/ID[<{identifier}><{identifier}>]"
            f"/Filter/FlateDecode/Length {len(rows)}>>\nstream\n"
        )
        file.add(b"".join((head.encode("ascii"), rows, b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)))
        data: bytes = file.format(None)
        return data

    def _pack(self, numbers: Sequence[int]) -> int:
        """Adds a stream of objects."""
        bodies = [self._bodies[number] for number in numbers]
        index = ""
        position = 0
        for number, body in zip(numbers, bodies, strict=True):
            index += f"{number} {position} "
            position += len(body) + 1
        packed = index.encode("ascii") + b" ".join(bodies)
        return self.add_stream(f"/Type/ObjStm/N {len(numbers)}/First {len(index)}", packed)


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
