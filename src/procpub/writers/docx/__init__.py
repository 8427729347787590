"""The DOCX edition: WordprocessingML as a careful person would have built it in Word, by styles alone.

document.py puts the book together, of title_page.py, contents_field.py and body.py; blocks.py, inlines.py, tables.py,
figures.py and footnotes.py write the nodes of the text; styles.py, fonts.py, numbering.py, outline.py and pages.py
define how it looks; folios.py says which page numbers the contents show; package.py makes the file. ooxml.py,
languages.py, parts.py and story.py hold what they share.
"""

from dataclasses import dataclass

from procpub.clock import edition_time
from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.proceedings import Proceedings
from procpub.style import Style
from procpub.writers.docx.document import document_package
from procpub.writers.docx.package import packed


@dataclass(frozen=True, slots=True)
class DocxWriter:
    """Writes Office Open XML, transitional (ISO/IEC 29500-4)."""

    suffix: str = ".docx"

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The document for Word, whose pages are its own: the print edition's, `pages`, do not show."""
        report_missing_images(proceedings, report)
        package = document_package(proceedings, contents, style, report)
        return Edition(
            format="docx",
            suffix=self.suffix,
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            data=packed(package, edition_time(proceedings.metadata)),
        )


WRITER = DocxWriter()
