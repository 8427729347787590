"""What a PDF says about itself: its XMP metadata (ISO 16684-1), or else the information dictionary."""

from collections.abc import Iterator, Mapping

from lxml import etree
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text

from procpub.verify.facts import identifiers, licence
from procpub.verify.witness import Complaint, Place
from procpub.verify.words import one_line
from procpub.verify.xml import parse, text_of

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def facts_of(document: PDFDocument) -> Mapping[str, tuple[str, ...]]:
    """The facts, by the names of `procpub.verify.facts`."""
    language = resolve1(document.catalog.get("Lang"))
    said: dict[str, tuple[str, ...]] = {"language": (decode_text(language),) if isinstance(language, bytes) else ()}
    stream = resolve1(document.catalog.get("Metadata"))
    if isinstance(stream, PDFStream):
        return said | _from_xmp(parse(stream.get_data(), "the metadata"))
    return said | _information(document)


def information_complaints(document: PDFDocument) -> Iterator[Complaint]:
    """Where older lists of properties say something else than the metadata (ISO 19005-1, 6.7.3)."""
    stream = resolve1(document.catalog.get("Metadata"))
    if not isinstance(stream, PDFStream):
        return
    root = parse(stream.get_data(), "the metadata")
    facts = _from_xmp(root)
    older = [("document information", name, values) for name, values in _information(document).items()]
    older += (("metadata", "subjects", _split(one_line(text_of(each)))) for each in root.iter(f"{_PDF}Keywords"))
    for where, name, values in older:
        if values and values != _split(";".join(facts[name])) and values != facts[name]:
            said, known = "; ".join(values), "; ".join(facts[name])
            message = f"{name}: “{said}” in the {where}, but elsewhere in the metadata “{known}”"
            yield Complaint("people and metadata", message, Place(where), found=said)


def _information(document: PDFDocument) -> dict[str, tuple[str, ...]]:
    info = document.info[-1] if document.info else {}
    values = {
        name: one_line(decode_text(value)) for name, each in info.items() if isinstance(value := resolve1(each), bytes)
    }
    return {
        "title": tuple(filter(None, [values.get("Title", "")])),
        "authors": _split(values.get("Author", "")),
        "subjects": _split(values.get("Keywords", "")),
    }


def _from_xmp(root: etree._Element) -> dict[str, tuple[str, ...]]:
    def values(name: str) -> tuple[str, ...]:
        return tuple(
            one_line(text)
            for element in root.iter(name)
            for text in ([item.text or "" for item in element.iter(f"{_RDF}li")] or [element.text or ""])
        ) + tuple(one_line(value) for each in root.iter(f"{_RDF}Description") if (value := each.get(name)))

    default = [
        one_line(item.text or "")
        for item in root.iterfind(f".//{_DC}title//{_RDF}li")
        if item.get(_LANG) == "x-default"
    ]
    return {
        "title": tuple(default or values(f"{_DC}title")[:1]),
        "parallel titles": values(f"{_DC}title"),
        "authors": values(f"{_DC}creator"),
        "publishers": values(f"{_DC}publisher"),
        "description": values(f"{_DC}description"),
        "subjects": values(f"{_DC}subject"),
        "date": values(f"{_DC}date"),
        "languages": values(f"{_DC}language"),
        "identifiers": identifiers((*values(f"{_DC}identifier"), *values(f"{_XMP}Identifier"))),
        "licence": licence((*values(f"{_DC}rights"), *values(f"{_RIGHTS}WebStatement"))),
    }


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
