"""The whole book, put together and packed."""

from procpub.clock import edition_time
from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.layout.page_breaks import with_page_breaks
from procpub.model.contents import Contents
from procpub.model.nodes import OWN_PAGES
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import book_title
from procpub.style import Style
from procpub.writers.epub.colours import is_legible
from procpub.writers.epub.cover import cover_image
from procpub.writers.epub.fonts import MEDIA_TYPE, embedded_fonts
from procpub.writers.epub.front import colophon_page, cover_page, imprint_page, title_page
from procpub.writers.epub.metadata import describe, identifier
from procpub.writers.epub.navigation import Branch, contents_page, navigation_document, outline
from procpub.writers.epub.package import XHTML, Book, File, packed
from procpub.writers.epub.pieces import piece_file
from procpub.writers.epub.stylesheet import stylesheet
from procpub.writers.epub.volume import (
    COLOPHON_PAGE,
    CONTENTS_PAGE,
    COVER_IMAGE,
    COVER_PAGE,
    IMPRINT_PAGE,
    NAVIGATION,
    SOURCE,
    TITLE_PAGE,
    Volume,
    links,
    places,
)
from procpub.writers.epub.xhtml import STYLESHEET, Element, serialize


def epub_of(proceedings: Proceedings, contents: Contents, style: Style, report: Report, pages: PageMap | None) -> bytes:
    """The document as an EPUB; its page list is of these pages, or else of the printed source, where the document marks
    them.

    Raises:
        UsageError: a font of the style cannot be read.
    """
    metadata = proceedings.metadata
    if pages:
        proceedings = with_page_breaks(proceedings, pages)
    filed = places(proceedings)
    volume = Volume(
        language=metadata.language,
        title=book_title(metadata),
        links=links(filed),
        report=report,
        is_legible=is_legible(style),
        pagination=OWN_PAGES if pages else SOURCE,
    )
    fonts = embedded_fonts(proceedings, style, report)
    branches = outline(contents, volume.links, filed)
    documents: dict[str, Element | None] = {
        COVER_PAGE: cover_page(metadata, volume),
        TITLE_PAGE: title_page(metadata, volume),
        IMPRINT_PAGE: imprint_page(proceedings, volume),
        CONTENTS_PAGE: contents_page(contents, branches, volume) if branches else None,
        **{place.file: piece_file(place, volume) for place in filed},
        COLOPHON_PAGE: colophon_page(proceedings, volume),
    }
    navigation = navigation_document(contents, branches, filed, volume)
    unique = identifier(proceedings)
    book = Book(
        identifier=unique,
        title=volume.title,
        language=volume.language,
        statements=tuple(describe(proceedings, volume, unique)),
        outline=branches or [Branch(label=volume.title, href=TITLE_PAGE)],
        modified=edition_time(metadata),
    )
    read = [_xhtml(path, root) for path, root in documents.items() if root is not None]
    others = [
        _xhtml(NAVIGATION, navigation),
        File(path=COVER_IMAGE, media_type="image/png", data=cover_image(metadata, style, report)),
        File(path=STYLESHEET, media_type="text/css", data=stylesheet(style, fonts).encode("utf-8")),
        *(File(path=path, media_type=kind, data=data) for path, kind, data in volume.pictures.files()),
        *(File(path=font.path, media_type=MEDIA_TYPE, data=font.data) for font in fonts),
    ]
    return packed(book, read, others)


def _xhtml(path: str, root: Element) -> File:
    return File(path=path, media_type=XHTML, data=serialize(root))
