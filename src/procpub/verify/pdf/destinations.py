"""Where links and bookmarks of a PDF lead to (ISO 32000-1, 12.3.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDestinationNotFound, PDFDocument
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral, literal_name


@dataclass(frozen=True, slots=True)
class Destination:
    """A page, from 0, and how high on it, in points from below; None is its top."""

    page: int
    top: float | None


@dataclass(frozen=True, slots=True)
class Destinations:
    """Resolves what annotations and bookmarks say; `pages` are the indices of pages by their objects' numbers."""

    document: PDFDocument
    pages: Mapping[int, int]

    def of(self, said: Mapping[str, Any]) -> Destination | None:
        """Where an annotation or a bookmark leads; None if that is nowhere, or outside of the file."""
        action = resolve1(said.get("A"))
        target = action.get("D") if isinstance(action, dict) else said.get("Dest")
        return self.resolved(target)

    def resolved(self, target: Any) -> Destination | None:
        """A destination, be it explicit or a name."""
        target = resolve1(target)
        if isinstance(target, (bytes, PSLiteral)):
            name = literal_name(target) if isinstance(target, PSLiteral) else target
            try:
                target = resolve1(self.document.get_dest(name))
            except (PDFDestinationNotFound, KeyError):
                return None
        if isinstance(target, dict):
            target = resolve1(target.get("D"))
        if not isinstance(target, list) or not target:
            return None
        page = self.pages.get(target[0].objid) if isinstance(target[0], PDFObjRef) else None
        return None if page is None else Destination(page, _top(target))


def uri_of(said: Mapping[str, Any]) -> str:
    """The address that an annotation leads to, if it leads out of the file."""
    action = resolve1(said.get("A"))
    address = resolve1(action.get("URI")) if isinstance(action, dict) else None
    return address.decode(errors="replace") if isinstance(address, bytes) else ""


def _top(target: Sequence[Any]) -> float | None:
    """Of `[page /XYZ left top zoom]`, `[page /FitH top]` and the like."""
    kind = resolve1(target[1]) if len(target) > 1 else None
    index = {"XYZ": 3, "FitH": 2, "FitBH": 2, "FitR": 5}.get(str(literal_name(kind)) if kind is not None else "")
    top = resolve1(target[index]) if index is not None and len(target) > index else None
    return float(top) if isinstance(top, (int, float)) else None
