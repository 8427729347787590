"""Parts that the main part of the package is related to (ISO/IEC 29500-2, 6.2 and 6.5)."""

from typing import TypeVar, cast

from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from procpub.writers.docx.ooxml import Element

P = TypeVar("P", bound=XmlPart)


def add_part(
    document: DocumentPart, kind: type[P], file: str, content_type: str, relationship_type: str, root: Element
) -> tuple[P, str]:
    """A new part beside the main one, of python-docx's class for its kind, and the id of the relationship to it."""
    # The classes are declared to hold python-docx's own elements; any of lxml's are written the same.
    part = kind(PackURI(f"/word/{file}"), content_type, cast("BaseOxmlElement", root), document.package)
    return part, relate(document, relationship_type, part)


def relate(source: Part, kind: str, target: Part | str) -> str:
    """Relates a part to another one, or to an address outside the package; gives the relationship's id.

    All relationships are new: python-docx would look each time whether there is one already, and for a free id.
    """
    identifier = f"rId{len(source.rels) + 1}"
    source.rels.add_relationship(kind, target, identifier, is_external=isinstance(target, str))
    return identifier
