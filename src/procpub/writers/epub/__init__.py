"""The EPUB edition: EPUB 3.3, one XHTML file a contribution, made to be read aloud as well as on a screen.

document.py puts it together: volume.py says which piece is in which file; pieces.py makes these files with the text
that text.py renders; front.py makes the pages before them; navigation.py the contents; metadata.py what is known of the
volume; stylesheet.py the looks; package.py puts all into the archive.
"""

from dataclasses import dataclass

from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.libraries import require
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.proceedings import Proceedings
from procpub.style import Style

require("ebooklib", "lxml", "PIL", "uharfbuzz", "bidi")


@dataclass(frozen=True, slots=True)
class EpubWriter:
    """Writes EPUB 3.3."""

    suffix: str = ".epub"

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The document as an EPUB; its page list is of the print edition, or else of the printed source, where
        the document marks them.
        """
        from procpub.writers.epub.document import epub_of

        report_missing_images(proceedings, report)
        data = epub_of(proceedings, contents, style, report, pages)
        return Edition(format="epub", suffix=self.suffix, media_type="application/epub+zip", data=data)


WRITER = EpubWriter()
