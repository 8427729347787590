"""The PDF file around the pages: information, language, page labels, destinations, bookmarks."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from re import Match
from re import compile as pattern

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from procpub.clock import edition_time
from procpub.layout.boxes import Line, Pages
from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.model.people import Organisation
from procpub.model.terms import term
from procpub.writers.pdf.paint import Painter

_BEYOND_BMP = pattern("<([0-9A-F]{5,6})>")


def document_of(book: Pages, metadata: Metadata, contents: Contents) -> bytes:
    """The laid-out book as a PDF 1.7 file (ISO 32000-1); the same bytes every time."""
    out = BytesIO()
    with _binary_streams():
        canvas = Canvas(
            out,
            pagesize=(book.width, book.height),
            pageCompression=1,
            invariant=True,
            pdfVersion=(1, 7),
            initialFontName=_first_font(book),  # type: ignore[arg-type]  # the stubs take the name for a number
            lang=metadata.language,
        )
        _describe(canvas, metadata)
        painter = Painter(canvas, book.height)
        for page in book.pages:
            painter.paint(page)
            canvas.showPage()
        _name_destinations(canvas, painter.destinations)
        _number(canvas, book)
        _outline(canvas, contents)
        _embed_fonts(canvas)
        canvas.save()
    return out.getvalue()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """No ASCII85 around compressed streams, which makes files a quarter larger; ReportLab's setting is global."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _first_font(book: Pages) -> str | None:
    """The name of a font that the book uses, made known to ReportLab: a canvas begins with an embedded one. None if
    nothing is printed.
    """
    marks = (mark for page in book.pages for placed in page.boxes for mark in placed.box.marks)
    font = next((run.look.font for mark in marks if isinstance(mark, Line) for run in mark.runs), None)
    if font is None:
        return None
    registerFont(font.source)
    return font.source.fontName


def _embed_fonts(canvas: Canvas) -> None:
    """Has ReportLab make the font objects now, so that their maps to Unicode can be put right: these are in UTF-16
    (ISO 32000-1, 9.10.3), but ReportLab writes characters beyond U+FFFF as bare numbers.
    """
    document = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts = []
    for name, value in document.idToObject.items():
        if name.startswith("toUnicodeCMap:"):
            value.content = _BEYOND_BMP.sub(_in_utf16, value.content)


def _in_utf16(code: Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def _describe(canvas: Canvas, metadata: Metadata) -> None:
    """Document information (ISO 32000-1, 14.3.3), and how viewers open the file."""
    moment = edition_time(metadata)
    canvas.setTitle(metadata.title or term("untitled", metadata.language))
    canvas.setAuthor("; ".join(metadata.editors or [_name(body, metadata) for body in metadata.organisers]))
    canvas.setSubject(metadata.description or "; ".join(subtitle.text for subtitle in metadata.subtitles))
    canvas.setKeywords("; ".join(metadata.subjects))
    canvas.setCreator("procpub")
    canvas.setDateFormatter(lambda *_now: f"D:{moment:%Y%m%d%H%M%S}Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _name(body: Organisation, metadata: Metadata) -> str:
    """The organisation's name in the volume's main language, or else its first."""
    languages = ("", metadata.language)
    return next((name.text for name in body.names if name.language in languages), body.names[0].text)


def _name_destinations(canvas: Canvas, destinations: dict[str, object]) -> None:
    """Named destinations (ISO 32000-1, 12.3.2.3), so that addresses can end in `#id`: a name tree of one node."""
    names = [part for name in sorted(destinations) for part in (PDFString(name), destinations[name])]
    if names:
        canvas.setCatalogEntry("Names", {"Dests": PDFDictionary({"Names": PDFArray(names)})})


def _number(canvas: Canvas, book: Pages) -> None:
    """Page labels (ISO 32000-1, 12.4.2): Roman front matter, then Arabic numerals."""
    if book.front:
        canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
    if book.front < len(book.pages):
        canvas.addPageLabel(book.front, style="ARABIC", start=1)


def _outline(canvas: Canvas, contents: Contents) -> None:
    """Bookmarks: the contents, entry for entry."""
    for entry in contents.entries:
        canvas.addOutlineEntry(entry.label, entry.id, level=entry.level - 1)
