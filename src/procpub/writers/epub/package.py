"""The package: EbookLib makes package document, NCX and container; this module mends what EbookLib 0.20 does to them.

- Its XHTML items are parsed as HTML and written anew, and its navigation document knows no ARIA and calls every heading
  like the book. Files therefore go in as plain items, byte for byte, and the navigation document is one of ours.
- It makes a random identifier before it is given one, and takes the time from the clock: both are always given here.
- Its ZIP entries bear the time of day, and what system made them: the archive is written anew.
- The package document and the NCX do not say which language they are in, and the NCX claims to have no levels.
- Failures to write are swallowed unless `raise_exceptions` is set.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ebooklib import epub  # type: ignore[import-untyped]  # EbookLib has no annotations
from lxml import etree

from procpub.writers.epub.metadata import Statement
from procpub.writers.epub.navigation import Branch
from procpub.writers.epub.volume import COVER_IMAGE, NAVIGATION
from procpub.writers.epub.xhtml import XML_LANG, direction

XHTML = "application/xhtml+xml"
NCX = "toc.ncx"

_PROPERTIES = {NAVIGATION: ("nav",), COVER_IMAGE: ("cover-image",)}

_DEPTH = "{*}head/{*}meta[@name='dtb:depth']"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the edition: its path below the package document, media type and bytes."""

    path: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the package document says: identifier, title, main language, metadata, contents, the time of its making."""

    identifier: str
    title: str
    language: str
    statements: Sequence[Statement]
    outline: Sequence[Branch]
    modified: datetime


def packed(book: Book, pages: Iterable[File], others: Iterable[File]) -> bytes:
    """The edition. All `pages` are read in their order; `others` hold the navigation document, styles and pictures."""
    out = epub.EpubBook()
    out.set_identifier(book.identifier)
    out.title, out.language = book.title, book.language
    if direction(book.language) == "rtl":
        out.set_direction("rtl")
    for statement in book.statements:
        namespace = None if statement.name == "meta" else "DC"
        out.add_metadata(namespace, statement.name, statement.text, dict(statement.attributes))
    # EPUB 3 knows the cover by a property; programs for EPUB 2 look for this.
    out.add_metadata(None, "meta", "", {"name": "cover", "content": _identifier(COVER_IMAGE)})
    for file in pages:
        out.spine.append(out.add_item(_item(file)))
    for file in others:
        out.add_item(_item(file))
    out.toc = _toc(book.outline)
    out.add_item(epub.EpubNcx(uid="file_ncx", file_name=NCX))
    archive = BytesIO()
    epub.write_epub(archive, out, {"mtime": book.modified, "raise_exceptions": True, "compresslevel": 0})
    return _reproducible(archive, book)


def _identifier(path: str) -> str:
    """Ids are made of paths, which are unique."""
    return f"file_{path.replace('/', '_')}"


def _item(file: File) -> Any:
    item = epub.EpubItem(_identifier(file.path), file.path, file.media_type, file.data)
    item.properties = list(_PROPERTIES.get(file.path, ()))
    return item


def _toc(branches: Sequence[Branch]) -> list[Any]:
    return [(epub.Link(branch.href, branch.label), _toc(branch.children)) for branch in branches]


def _reproducible(archive: BytesIO, book: Book) -> bytes:
    """The same files in the same order, the first ("mimetype") stored and the others deflated, all of one date."""
    out = BytesIO()
    with ZipFile(archive) as made, ZipFile(out, "w") as mended:
        for name in made.namelist():
            data = made.read(name)
            entry = ZipInfo(name, date_time=book.modified.timetuple()[:6])
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            mended.writestr(entry, _mended(data, book) if name.endswith((".opf", ".ncx")) else data)
    return out.getvalue()


def _mended(data: bytes, book: Book) -> bytes:
    root = etree.fromstring(data)
    root.set(XML_LANG, book.language)
    for depth in root.iterfind(_DEPTH):
        depth.set("content", str(max(branch.depth for branch in book.outline)))
    for order, point in enumerate(root.iter("{*}navPoint"), start=1):
        point.set("playOrder", str(order))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
