"""What the file says about itself: XMP (ISO 16684-1), and the older information dictionary (ISO 32000-1, 14.3.3), which
agree.
"""

from collections.abc import Iterable, Iterator
from html import escape

from procpub import __version__
from procpub.clock import edition_time
from procpub.model.addresses import identifier_uri
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText, main_name
from procpub.model.title_page import book_title
from procpub.writers.pdf.objects import text_string

CREATOR = "procpub"
PRODUCER = f"procpub {__version__} with ReportLab"

_DEFAULT = "x-default"
"""The language of what is shown to those who ask for no language."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}

_EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""
"""PDF/A knows no PDF/UA: what its properties are has to be said (ISO 19005-2, 6.6.2.3.3)."""


def information(metadata: Metadata) -> str:
    """The information dictionary."""
    moment = f"(D:{edition_time(metadata):%Y%m%d%H%M%S}Z)"
    said = {
        "Title": book_title(metadata),
        "Author": "; ".join(_creators(metadata)),
        "Subject": _description(metadata),
        "Keywords": _keywords(metadata),
        "Creator": CREATOR,
        "Producer": PRODUCER,
    }
    entries = "".join(f"/{key}{text_string(value)}" for key, value in said.items() if value)
    return f"<<{entries}/CreationDate{moment}/ModDate{moment}/Trapped/False>>"


def xmp(metadata: Metadata, part: int) -> bytes:
    """The XMP packet: of PDF/UA-1, and of this part of PDF/A at level A."""
    namespaces = "\n".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMESPACES.items())
    return "\n".join(
        (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about=""\n{namespaces}>',
            *_statements(metadata),
            f"<pdfaid:part>{part}</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            _EXTENSION,
            "</rdf:Description>",
            "</rdf:RDF>",
            "</x:xmpmeta>",
            '<?xpacket end="r"?>',
        )
    ).encode()


def _statements(metadata: Metadata) -> Iterator[str]:
    """The properties of the book and of the file."""
    moment = f"{edition_time(metadata):%Y-%m-%dT%H:%M:%SZ}"
    rights = metadata.licence
    identifiers = [identifier_uri(known) for known in metadata.identifiers]
    yield _simple("dc:format", "application/pdf")
    yield _alternatives("dc:title", book_title(metadata), metadata.titles, metadata.language)
    yield _many("dc:creator", "Seq", _creators(metadata))
    yield _alternatives("dc:description", _description(metadata))
    yield _many("dc:subject", "Bag", metadata.subjects)
    yield _many("dc:publisher", "Bag", (main_name(body.names, metadata.language).text for body in metadata.publishers))
    yield _alternatives("dc:rights", rights.text or rights.url if rights else "")
    yield _simple("xmpRights:WebStatement", rights.url if rights else "")
    yield _many("dc:language", "Bag", metadata.languages)
    yield _many("dc:date", "Seq", [metadata.date.when] if metadata.date else [])
    yield _simple("dc:identifier", identifiers[0] if identifiers else "")
    yield _many("xmp:Identifier", "Bag", identifiers)
    yield _simple("xmp:CreatorTool", CREATOR)
    for name in ("CreateDate", "ModifyDate", "MetadataDate"):
        yield _simple(f"xmp:{name}", moment)
    yield _simple("pdf:Producer", PRODUCER)
    yield _simple("pdf:Keywords", _keywords(metadata))


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value, quote=False)}</{name}>" if value else ""


def _many(name: str, kind: str, values: Iterable[str]) -> str:
    """A property with several values: in order (Seq) or not (Bag)."""
    items = "".join(f"<rdf:li>{escape(value, quote=False)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _alternatives(name: str, default: str, others: Iterable[LocalText] = (), language: str = "") -> str:
    """A property in several languages, one value each; `language` is that of values that do not say theirs."""
    if not default:
        return ""
    values = {_DEFAULT: default}
    for other in others:
        values.setdefault(other.language or language, other.text)
    items = "".join(f'<rdf:li xml:lang="{tag}">{escape(text, quote=False)}</rdf:li>' for tag, text in values.items())
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _creators(metadata: Metadata) -> list[str]:
    return list(metadata.editors) or [main_name(body.names, metadata.language).text for body in metadata.organisers]


def _description(metadata: Metadata) -> str:
    return metadata.description or "; ".join(subtitle.text for subtitle in metadata.subtitles)


def _keywords(metadata: Metadata) -> str:
    return "; ".join(metadata.subjects)
