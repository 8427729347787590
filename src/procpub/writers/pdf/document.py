"""The PDF file around the pages: all that archives (PDF/A-2a) and readers of every kind (PDF/UA-1) need."""

from collections.abc import Iterator, Sequence

from procpub.clock import edition_time
from procpub.layout.boxes import Page, Pages
from procpub.model.contents import Contents
from procpub.model.metadata import Metadata
from procpub.writers.pdf.attachment import PART, Attachment, attach
from procpub.writers.pdf.colour import COMPONENTS, srgb_profile
from procpub.writers.pdf.embedding import EmbeddedFonts
from procpub.writers.pdf.fragments import Fragments
from procpub.writers.pdf.images import Images
from procpub.writers.pdf.metadata import information, xmp
from procpub.writers.pdf.navigation import Destinations, add_bookmarks, link_annotation, page_labels
from procpub.writers.pdf.objects import File, reference, references, text_string
from procpub.writers.pdf.paint import Area, Painter
from procpub.writers.pdf.structure import add_structure
from procpub.writers.pdf.tagging import Tagging

ARCHIVAL = 2
"""The part of PDF/A that files without attachments are of."""


def document_of(book: Pages, metadata: Metadata, contents: Contents, *, attachment: Attachment | None = None) -> bytes:
    """The laid-out book as a PDF 1.7 file (ISO 32000-1); the same bytes every time.

    Args:
        book: the pages, which are taken out of it as they are painted.
        metadata: what the file says about itself.
        contents: the bookmarks.
        attachment: a file to carry along, which makes it PDF/A-3a instead of PDF/A-2a.

    Raises:
        UsageError: a font cannot be embedded.
        OutputError: a picture cannot be read.
    """
    return _Document(book, metadata).written(contents, attachment)


class _Document:
    """The objects that the others refer to."""

    def __init__(self, book: Pages, metadata: Metadata) -> None:
        self._book = book
        self._metadata = metadata
        self._file = File(book.width, book.height)
        self._font_resources = self._file.reserve()
        self._resources = self._file.add(f"<</Font {reference(self._font_resources)}>>")
        self._pages: list[int] = []
        self._tagging = Tagging()
        self._destinations = Destinations(book, self._pages)

    def written(self, contents: Contents, attachment: Attachment | None) -> bytes:
        file = self._file
        self._paint()
        structure = add_structure(file, self._book.structure, self._tagging, self._pages)
        source = attach(file, attachment, edition_time(self._metadata)) if attachment else None
        return file.save(self._catalog_of(contents, structure, source, attachment), information(self._metadata))

    def _paint(self) -> None:
        """All pages, and what these need: fonts, pictures, links."""
        fonts, images = EmbeddedFonts(), Images(self._file)
        painter = Painter(self._book.height, Fragments(fonts), images, self._tagging)
        links: list[tuple[int, Area]] = []
        for index, page in enumerate(_taken(self._book.pages)):
            painted = painter.paint(page)
            entries = {"StructParents": str(index), "Resources": reference(self._resources)}
            if painted.pictures:
                pictures = images.entries(painted.pictures)
                entries["Resources"] = f"<</Font {reference(self._font_resources)}/XObject<<{pictures}>>>>"
            if annotations := self._annotate(painted.areas, links):
                entries["Annots"] = annotations
            self._pages.append(self._file.add_page(painted.content, entries))
        for key, (number, area) in enumerate(links, len(self._pages)):
            words = area.element.alternative or self._tagging.words(area.element)
            self._file.fill(number, link_annotation(area, words, key, self._destinations))
        self._file.fill(self._font_resources, f"<<{fonts.embed(self._file)}>>")

    def _annotate(self, areas: Sequence[Area], links: list[tuple[int, Area]]) -> str:
        """Reserves the page's link annotations; what they say is known when all pages are painted."""
        numbers = []
        for area in areas:
            if self._destinations.leads(area.target):
                number = self._file.reserve()
                self._tagging.annotate(area.element, number)
                links.append((number, area))
                numbers.append(number)
        return references(numbers) if numbers else ""

    def _catalog_of(
        self, contents: Contents, structure: int, source: int | None, attachment: Attachment | None
    ) -> dict[str, str]:
        file, metadata = self._file, self._metadata
        profile = file.add_stream(f"/N {COMPONENTS}", srgb_profile())
        # In the clear, so that programs that know no PDF find it (ISO 19005-2, 6.6.2.1).
        packet = file.add_stream(
            "/Type/Metadata/Subtype/XML", xmp(metadata, PART if attachment else ARCHIVAL), compressed=False
        )
        names = f"/Dests<</Names[{self._destinations.tree()}]>>"
        entries = {
            "Lang": text_string(metadata.language),
            "MarkInfo": "<</Marked true>>",
            "StructTreeRoot": reference(structure),
            "ViewerPreferences": "<</DisplayDocTitle true>>",
            "PageLabels": page_labels(self._book.front, len(self._pages)),
            "Metadata": reference(packet),
            "OutputIntents": "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
            f"/DestOutputProfile {reference(profile)}>>]",
        }
        if bookmarks := add_bookmarks(file, contents, self._destinations):
            entries |= {"PageMode": "/UseOutlines", "Outlines": reference(bookmarks)}
        if source and attachment:
            names += f"/EmbeddedFiles<</Names[{text_string(attachment.name)}{reference(source)}]>>"
            entries["AF"] = references([source])
        return entries | {"Names": f"<<{names}>>"}


def _taken(pages: list[Page]) -> Iterator[Page]:
    """Page after page, which the list holds no more."""
    pages.reverse()
    while pages:
        yield pages.pop()
