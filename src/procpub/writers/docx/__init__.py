"""The DOCX edition: WordprocessingML as a careful person would have built it in Word, by styles alone.

document.py puts the book together, of title_page.py, contents_field.py and body.py; blocks.py, inlines.py, tables.py,
figures.py and footnotes.py write the nodes of the text; styles.py, variants.py, numbering.py, outline.py and pages.py
define how it looks; faces.py, families.py, fonts.py and directions.py dress the runs; looks.py, measure.py and
pagination.py find out on which page everything will stand, and page_marks.py marks where pages begin; properties.py and
package.py make the file. ooxml.py, languages.py, parts.py and story.py hold what they share.
"""

from dataclasses import dataclass

from procpub.clock import edition_time
from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.libraries import require
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.proceedings import Proceedings
from procpub.style import Style

require("docx", "lxml", "PIL", "uharfbuzz")


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
        """The document for Word. Its pages are its own; where those of the print edition begin there are bookmarks."""
        from procpub.layout.page_breaks import with_page_breaks
        from procpub.writers.docx.document import document_package
        from procpub.writers.docx.package import packed

        report_missing_images(proceedings, report)
        if pages:
            proceedings = with_page_breaks(proceedings, pages)
        package = document_package(proceedings, contents, style, report)
        return Edition(
            format="docx",
            suffix=self.suffix,
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            data=packed(package, edition_time(proceedings.metadata)),
        )


WRITER = DocxWriter()
