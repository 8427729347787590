"""The PDF edition: a book laid out by `procpub.layout`, tagged and archivable, written with ReportLab."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.libraries import require
from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.model.proceedings import Proceedings
from procpub.style import Style

if TYPE_CHECKING:
    from procpub.layout.boxes import Pages
    from procpub.writers.pdf.attachment import Attachment

require("reportlab", "PIL", "uharfbuzz", "bidi")

SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Writes PDF 1.7 as PDF/UA-1 and PDF/A-2a have it; with a file attached, as PDF/A-3a."""

    suffix: str = SUFFIX
    attachment: "Attachment | None" = None

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
        return self.lay_out(proceedings, contents, style, report).edition()

    def lay_out(self, proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> "LaidOutPdf":
        """The pages of the edition.

        Raises:
            UsageError: a font of the style cannot be read.
        """
        from procpub.layout.book import lay_out
        from procpub.layout.page_map import page_map

        book = lay_out(proceedings, contents, style, report)
        return LaidOutPdf(book, page_map(book), proceedings.metadata, contents, self.attachment)

    def attaching(self, source: Edition, name: str) -> "PdfWriter":
        """A writer of editions that carry this one, as a file of this name."""
        from procpub.writers.pdf.attachment import Attachment

        description = f"The source of this document ({source.format.upper()})"
        attachment = Attachment(name=name, media_type=source.media_type, data=source.data, description=description)
        return replace(self, attachment=attachment)


@dataclass(frozen=True, slots=True)
class LaidOutPdf:
    """A book on its pages, to be painted into a file."""

    book: "Pages"
    pages: PageMap
    metadata: Metadata
    contents: Contents
    attachment: "Attachment | None"

    def edition(self) -> Edition:
        """The file. It can be made once, for the book's pages are let go of as they are painted.

        Raises:
            UsageError: a font of the style cannot be embedded.
        """
        from procpub.writers.pdf.document import document_of

        data = document_of(self.book, self.metadata, self.contents, attachment=self.attachment)
        return Edition(format="pdf", suffix=SUFFIX, media_type="application/pdf", data=data, pages=self.pages)


WRITER = PdfWriter()
