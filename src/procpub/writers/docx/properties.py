"""The document's properties (ISO/IEC 29500-1, chapter 22, and 29500-2, 8.3): core, extended and custom.

All come from the document: dates are its own, not those of the clock.
"""

import re
from collections.abc import Iterable, Iterator
from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from lxml import etree

from procpub import __version__
from procpub.clock import edition_time
from procpub.model.metadata import Metadata
from procpub.model.people import main_name
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import book_title
from procpub.model.walk import contributions
from procpub.writers.docx.ooxml import Element

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_CUSTOM_ID = 2
"""Custom properties all have this format id, and numbers from here on (22.3.2.2)."""


def add_properties(package: Package, proceedings: Proceedings) -> None:
    """Adds the three parts; that of custom properties only if there are any."""
    core = cast("BaseOxmlElement", _core(proceedings))
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, core, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    extended = (_extended(proceedings.metadata), "app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES)
    _add(package, *extended, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    if said := list(_said(proceedings)):
        custom = (_custom(said), "custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES)
        _add(package, *custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _add(package: Package, root: Element, file: str, content_type: str, relationship: str) -> None:
    part = XmlPart(PackURI(f"/docProps/{file}"), content_type, cast("BaseOxmlElement", root), package)
    package.relate_to(part, relationship)


def _core(proceedings: Proceedings) -> Element:
    """Authors are the editors, or else the contributors in order."""
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
    return root


def _extended(metadata: Metadata) -> Element:
    """The program, and who is behind the volume: its publisher, or else who organised the meeting."""
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=cast("dict[str, str]", {None: _EXTENDED}))
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "procpub"
    bodies = metadata.publishers or metadata.organisers
    if bodies:
        company = "; ".join(main_name(body.names, metadata.language).text for body in bodies)
        etree.SubElement(root, f"{{{_EXTENDED}}}Company").text = company
    major, minor = (int(number) for number in re.findall("[0-9]+", __version__)[:2])
    etree.SubElement(root, f"{{{_EXTENDED}}}AppVersion").text = f"{major}.{minor:04}"  # as 22.2.2.3 wants it
    return root


def _said(proceedings: Proceedings) -> Iterator[tuple[str, str]]:
    """Names and values of what no other property has a place for."""
    metadata, source = proceedings.metadata, proceedings.provenance.source
    for identifier in metadata.identifiers:
        yield identifier.scheme.upper(), identifier.value
    if metadata.licence:
        yield "Licence", metadata.licence.text
        yield "Licence address", metadata.licence.url
    if source:
        yield "Source", source.name
        yield "Source SHA-256", source.sha256


def _custom(said: Iterable[tuple[str, str]]) -> Element:
    """A second property of one name is called so with a number, as no two may have one name (22.3.2.2)."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=cast("dict[str, str]", {None: _CUSTOM, "vt": _VT}))
    names: dict[str, int] = {}
    for name, value in said:
        if not value:
            continue
        names[name] = names.get(name, 0) + 1
        numbered = name if names[name] == 1 else f"{name} {names[name]}"
        number = str(len(root) + _FIRST_CUSTOM_ID)
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_USER_DEFINED, pid=number, name=numbered)
        etree.SubElement(entry, f"{{{_VT}}}lpwstr").text = value
    return root
