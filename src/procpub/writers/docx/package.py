"""The package (ISO/IEC 29500-2): its parts besides the text, its properties, and its bytes, the same each time.

It is put together from python-docx's parts and not from python-docx's template, which brings a thumbnail, a theme and
dates of its own.
"""

from datetime import datetime
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from lxml import etree

from procpub.clock import edition_time
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import book_title
from procpub.model.walk import contributions
from procpub.style import Page
from procpub.writers.docx.fonts import font_table
from procpub.writers.docx.footnotes import SEPARATORS
from procpub.writers.docx.ooxml import Element, twips, w
from procpub.writers.docx.parts import add_part

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def new_document(body: Element) -> tuple[Package, DocumentPart]:
    """A new package and its main part, with this `w:body`."""
    package = Package()
    root = cast("BaseOxmlElement", w("document", body))
    part = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return package, part


def add_styles(document: DocumentPart, styles: Element) -> None:
    """Adds the styles part, and the table of the fonts that it names."""
    add_part(document, StylesPart, "styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles)
    fonts = font_table(styles)
    add_part(document, XmlPart, "fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts)


def add_numbering(document: DocumentPart, numbering: Element) -> None:
    """Adds the numbering part."""
    add_part(
        document, NumberingPart, "numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering
    )


def add_settings(document: DocumentPart, page: Page, *, notes: bool) -> None:
    """Adds the settings (17.15), in Word's mode of 2013 and later; nothing asks for an update on opening."""
    settings = w("settings")
    if page.two_sided:
        settings.append(w("mirrorMargins"))
    settings.append(w("defaultTabStop", val=twips(36)))
    if page.two_sided:
        settings.append(w("evenAndOddHeaders"))
    settings.append(w("characterSpacingControl", val="doNotCompress"))
    if notes:
        settings.append(w("footnotePr", *(w("footnote", id=identifier) for identifier in SEPARATORS.values())))
    modern = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    # A line that ends with a line break is not to be justified.
    settings.append(w("compat", w("doNotExpandShiftReturn"), modern))
    add_part(document, SettingsPart, "settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings)


def add_properties(package: Package, proceedings: Proceedings) -> None:
    """Adds the core properties (29500-2, 8.3): authors are the editors, or else the contributors in order."""
    metadata = proceedings.metadata
    speakers = dict.fromkeys(who for piece in contributions(proceedings) for who in piece.contributors)
    authors = metadata.editors or tuple(proceedings.person(who).name for who in speakers)
    moment = edition_time(metadata)
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI})
    for tag, value in (
        (f"{{{_DC}}}title", book_title(metadata)),
        (f"{{{_DC}}}subject", "; ".join(subtitle.text for subtitle in metadata.subtitles)),
        (f"{{{_DC}}}creator", "; ".join(authors)),
        (f"{{{_CP}}}keywords", "; ".join(metadata.subjects)),
        (f"{{{_DC}}}description", metadata.description),
        (f"{{{_DC}}}identifier", "; ".join(f"{i.scheme}:{i.value}" for i in metadata.identifiers)),
        (f"{{{_DC}}}language", metadata.language),
    ):
        if value:
            etree.SubElement(root, tag).text = value
    for tag in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_DCTERMS}}}{tag}")
        element.text = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, cast("BaseOxmlElement", root), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)


def packed(package: Package, moment: datetime) -> bytes:
    """The package as a file. python-docx dates the members with the clock; here all bear the same moment."""
    saved = BytesIO()
    package.save(saved)
    out = BytesIO()
    with ZipFile(saved) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for member in source.namelist():
            info = ZipInfo(member, moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # MS-DOS, on whichever system this runs
            target.writestr(info, source.read(member))
    return out.getvalue()
