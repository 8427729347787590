"""The package (ISO/IEC 29500-2): its parts besides the text, and its bytes, the same each time.

It is put together from python-docx's parts and not from python-docx's template, which brings a thumbnail, a theme and
dates of its own.
"""

from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.pkgwriter import _ContentTypesItem
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from procpub.style import Page
from procpub.writers.docx.footnotes import SEPARATORS
from procpub.writers.docx.ooxml import Element, twips, w
from procpub.writers.docx.parts import add_part

COMPRESSION = 4
"""Of zlib's levels: takes two thirds of the time of its default, for files that are 3 % larger."""

_WORD = "http://schemas.microsoft.com/office/word"
"""What names the settings that came with later versions of Word."""


def new_document(body: Element) -> tuple[Package, DocumentPart]:
    """A new package and its main part, with this `w:body`."""
    package = Package()
    root = cast("BaseOxmlElement", w("document", body))
    part = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return package, part


def add_styles(document: DocumentPart, styles: Element) -> None:
    """Adds the styles part."""
    add_part(document, StylesPart, "styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles)


def add_numbering(document: DocumentPart, numbering: Element) -> None:
    """Adds the numbering part."""
    add_part(
        document, NumberingPart, "numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering
    )


def add_settings(document: DocumentPart, page: Page, *, notes: bool) -> None:
    """Adds the settings (17.15), in Word's mode of 2013 and later; nothing asks for an update on opening."""
    settings = w("settings", w("embedTrueTypeFonts"), w("saveSubsetFonts"))
    if page.two_sided:
        settings.append(w("mirrorMargins"))
    settings.append(w("defaultTabStop", val=twips(36)))
    if page.two_sided:
        settings.append(w("evenAndOddHeaders"))
    settings.append(w("characterSpacingControl", val="doNotCompress"))
    if notes:
        settings.append(w("footnotePr", *(w("footnote", id=identifier) for identifier in SEPARATORS.values())))
    # A line that ends with a line break is not to be justified; fonts are kerned by their OpenType tables.
    modern = (("compatibilityMode", "15"), ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"))
    chosen = (w("compatSetting", name=key, uri=_WORD, val=value) for key, value in modern)
    settings.append(w("compat", w("doNotExpandShiftReturn"), *chosen))
    add_part(document, SettingsPart, "settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)


def packed(package: Package, moment: datetime) -> bytes:
    """The package as a file, all members of which bear the same moment.

    As `Package.save` does it, which dates them with the clock.
    """
    parts = list(package.iter_parts())
    out = BytesIO()
    with ZipFile(out, "w") as archive:

        def put(uri: PackURI, data: bytes) -> None:
            info = ZipInfo(uri.membername, moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # MS-DOS, on whichever system this runs
            archive.writestr(info, data, compresslevel=COMPRESSION)

        types = _ContentTypesItem.from_parts(parts)  # type: ignore[no-untyped-call]  # it has no annotations
        put(CONTENT_TYPES_URI, types.blob)
        put(PACKAGE_URI.rels_uri, package.rels.xml)
        for part in parts:
            put(part.partname, part.blob)
            if part.rels:
                put(part.partname.rels_uri, part.rels.xml)
    return out.getvalue()
