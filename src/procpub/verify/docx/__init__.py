"""What a DOCX says (ISO/IEC 29500-1): read from the XML of its parts."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from procpub.errors import InputError
from procpub.verify.docx.blocks import Package, Reader
from procpub.verify.docx.facts import facts_of, number_complaints
from procpub.verify.docx.numbering import Numbering
from procpub.verify.docx.styles import W, styles_of
from procpub.verify.images import fault_of
from procpub.verify.package import Archive
from procpub.verify.witness import Listing, Witness
from procpub.verify.xml import local, parse

_DOCUMENT = "word/document.xml"


def witness(data: bytes) -> Witness:
    """What the DOCX says.

    Raises:
        InputError: it is no DOCX that can be read.
    """
    archive = Archive(data)

    def part(name: str) -> etree._Element | None:
        return parse(archive.read(name), name) if name in archive.names else None

    document = parse(archive.read(_DOCUMENT), _DOCUMENT)
    body = document.find(f"{W}body")
    if body is None:
        raise InputError(f"{_DOCUMENT} has no body")
    pictures = _targets(part("word/_rels/document.xml.rels"), external=False)

    def fault(relationship: str) -> str:
        name = posixpath.normpath(posixpath.join("word", pictures.get(relationship, "")))
        return fault_of(archive.read(name) if name in archive.names else None)

    package = Package(
        styles=styles_of(part("word/styles.xml")),
        notes=dict(_notes(part("word/footnotes.xml"), part("word/endnotes.xml"))),
        addresses=_targets(part("word/_rels/document.xml.rels"), external=True),
        addresses_of_notes=_targets(part("word/_rels/footnotes.xml.rels"), external=True),
        fault_of=fault,
    )
    reader = Reader(package, Numbering(part("word/numbering.xml")))
    reader.read(body)
    story = reader.story
    targets = story.targets()
    for entry in story.entries:
        entry.leads_to = targets.get(entry.link)
    return story.witness(
        "docx",
        title_page=" ".join(story.title_page),
        imprint=" ".join(story.imprint),
        listings=[Listing(name="contents", entries=story.entries)],
        facts=facts_of(archive),
        complaints=number_complaints(archive),
    )


def _notes(*parts: etree._Element | None) -> Iterator[tuple[str, etree._Element]]:
    for part in parts:
        for note in part.iter(f"{W}footnote", f"{W}endnote") if part is not None else ():
            yield f"{local(note)} {note.get(f'{W}id', '')}", note


def _targets(relationships: etree._Element | None, *, external: bool) -> dict[str, str]:
    """Where relationships lead (ISO/IEC 29500-2, 6.5), by their ids: out of the package, or to another part of it."""
    found = relationships if relationships is not None else ()
    return {
        each.get("Id", ""): each.get("Target", "")
        for each in found
        if (each.get("TargetMode") == "External") == external
    }
