"""The TEI edition: one TEI P5 document, valid against tei_all 4.12.0.

document.py puts it together: header.py makes the teiHeader, with the event, people and organisations from profile.py;
front.py the title page and contents; divisions.py all that has an id; text.py blocks and inlines; names.py finds the
people in headings; xml.py holds what they share. docs/tei.md describes the profile; procpub.rng is its schema.
"""

from dataclasses import dataclass
from importlib.resources import files

from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.libraries import require
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.proceedings import Proceedings
from procpub.style import Style

require("lxml")


@dataclass(frozen=True, slots=True)
class TeiWriter:
    """Writes TEI P5."""

    suffix: str = ".tei.xml"

    def schema(self) -> str:
        """The profile as a RELAX NG schema, in XML; stricter than tei_all."""
        return files(__package__).joinpath("procpub.rng").read_text(encoding="utf-8")

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The document as TEI, with the page breaks of its source and of the print edition; the style does not show."""
        from procpub.layout.page_breaks import with_page_breaks
        from procpub.writers.tei.document import tei
        from procpub.writers.tei.xml import indent, serialize

        report_missing_images(proceedings, report)
        if pages:
            proceedings = with_page_breaks(proceedings, pages)
        tree = tei(proceedings, contents)
        indent(tree)
        return Edition(format="tei", suffix=self.suffix, media_type="application/tei+xml", data=serialize(tree))


WRITER = TeiWriter()
