"""The PDF edition: a book laid out by `procpub.layout`, painted with ReportLab."""

from dataclasses import dataclass

from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.layout.book import lay_out, page_map
from procpub.model.contents import Contents
from procpub.model.proceedings import Proceedings
from procpub.style import Style
from procpub.writers.pdf.document import document_of


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Writes PDF 1.7 with embedded fonts, bookmarks, page labels and links."""

    suffix: str = ".pdf"

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The edition, with its own pagination, which `pages` does not touch.

        Raises:
            UsageError: a font of the style cannot be read or embedded.
        """
        book = lay_out(proceedings, contents, style, report)
        data = document_of(book, proceedings.metadata, contents)
        return Edition(format="pdf", suffix=self.suffix, media_type="application/pdf", data=data, pages=page_map(book))


WRITER = PdfWriter()
