"""What the properties of a DOCX say about the volume (ISO/IEC 29500-2, 8.3, and 29500-1, 22)."""

import re
from collections.abc import Iterator

from procpub.verify.facts import identifiers, licence
from procpub.verify.package import Archive
from procpub.verify.witness import Complaint, Place
from procpub.verify.words import one_line
from procpub.verify.xml import Element, parse, text_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_SCHEME = re.compile(r"(?:ISBN|ISSN|DOI|URN|URI)(?: [0-9]+)?")
_NAMED = re.compile(r"^(?!https?:|urn:|doi:)[a-z][a-z0-9-]*:(?!//)")
"""The name of a scheme before an identifier, which Word has no other place for."""

_LICENCE = ("Licence", "Licence address", "License")


def facts_of(archive: Archive) -> dict[str, tuple[str, ...]]:
    """The facts, by the names of `procpub.verify.facts`."""
    core = _part(archive, "docProps/core.xml")
    custom = _part(archive, "docProps/custom.xml")

    def value(name: str) -> tuple[str, ...]:
        element = core.find(name) if core is not None else None
        said = one_line(text_of(element)) if element is not None else ""
        return (said,) if said else ()

    known = {each.get("name", ""): one_line(text_of(each)) for each in custom} if custom is not None else {}
    return {
        "title": value(f"{_DC}title"),
        "subtitles": _split(value(f"{_DC}subject")),
        "language": value(f"{_DC}language"),
        "authors": _split(value(f"{_DC}creator")),
        "identifiers": identifiers(_NAMED.sub("", each) for each in _split(value(f"{_DC}identifier"))),
        "description": value(f"{_DC}description"),
        "subjects": _split(value(f"{_CP}keywords")),
        "licence": licence(known.get(name, "") for name in _LICENCE),
    }


def number_complaints(archive: Archive) -> Iterator[Complaint]:
    """Where the identifiers among the custom properties are not those of the core properties."""
    custom = _part(archive, "docProps/custom.xml")
    known = facts_of(archive)["identifiers"]
    for each in custom if custom is not None else ():
        name, said = each.get("name", ""), identifiers([text_of(each)])
        if _SCHEME.fullmatch(name) and known and not set(said) <= set(known):
            message = f"the property {name} says {'; '.join(said)}, the others {'; '.join(known)}"
            yield Complaint("people and metadata", message, Place("properties"), "; ".join(said))


def _part(archive: Archive, name: str) -> Element | None:
    return parse(archive.read(name), name) if name in archive.names else None


def _split(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for each in said for part in map(str.strip, each.split(";")) if part)
