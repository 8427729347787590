"""The outline of a document: its tree of pieces, with lines, people and confidence, and what is doubtful in it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from procpub.diagnostics import Code, Diagnostic, Severity, Span
from procpub.model.contents import heading_text
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings, Section
from procpub.model.walk import plain_text

DECISIONS = frozenset(
    [
        Code.CONTRIBUTION,
        Code.GROUP,
        Code.MATTER,
        Code.SECTION_HEADING,
        Code.HEADING_NOT_IN_CONTENTS,
        Code.PRELIMINARIES,
        Code.NO_CONTRIBUTIONS,
    ]
)
"""The codes of decisions that a piece begins on a line."""

FIELDS = ("name", "honorific", "role", "affiliation", "country", "email", "orcid")
"""What is told of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece: its id, its type (front-matter, group, preliminaries, contribution, section, back-matter), its kind
    within that type (empty for sections), its source lines, its heading and the title of the talk on one line each, its
    people, how sure it is that it begins there (0 to 1; None where nothing was decided), and the pieces in it.
    """

    id: str
    type: str
    kind: str
    span: Span | None
    heading: str
    title: str
    people: tuple[Person, ...]
    confidence: float | None
    children: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A document at a glance: title, main language, pieces in reading order, and the diagnostics of reading that are
    more than notes, in the order of lines.
    """

    title: str
    language: str
    items: tuple[Item, ...]
    doubts: tuple[Diagnostic, ...]


def outline_of(document: Proceedings, diagnostics: Iterable[Diagnostic]) -> Outline:
    """The outline of a document, with what was reported when it was read."""
    found = tuple(diagnostics)
    outliner = _Outliner({person.id: person for person in document.people}, _confidences(found))
    return Outline(
        title=document.metadata.title,
        language=document.metadata.language,
        items=(
            *outliner.items("front-matter", document.front),
            *outliner.items("", document.body),
            *outliner.items("back-matter", document.back),
        ),
        doubts=doubtful(found),
    )


def doubtful(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that are more than notes, in the order of lines; first those that are about no line."""
    found = (diagnostic for diagnostic in diagnostics if diagnostic.severity > Severity.NOTE)
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.span.first if diagnostic.span else 0))


def walk(items: Iterable[Item], depth: int = 0) -> Iterator[tuple[int, Item]]:
    """The items and all within them in reading order, each with its depth, from 0."""
    for item in items:
        yield depth, item
        yield from walk(item.children, depth + 1)


def _confidences(diagnostics: Iterable[Diagnostic]) -> dict[int, float]:
    """How sure it is that a piece begins on a line, by the line; the least where several decisions are about one."""
    found: dict[int, float] = {}
    for diagnostic in diagnostics:
        if diagnostic.code in DECISIONS and diagnostic.span:
            line = diagnostic.span.first
            found[line] = min(diagnostic.confidence, found.get(line, 1.0))
    return found


@dataclass(frozen=True, slots=True)
class _Outliner:
    people: Mapping[str, Person]
    confidences: Mapping[int, float]

    def items(self, matter: str, pieces: Iterable[Piece]) -> tuple[Item, ...]:
        """An item each; `matter` is what matter is called where these stand."""
        return tuple(self._item(piece, matter) for piece in pieces)

    def _item(self, piece: Piece, matter: str) -> Item:
        contribution = piece if isinstance(piece, Contribution) else None
        return Item(
            id=piece.id,
            type=_type(piece) or matter,
            kind="" if isinstance(piece, Section) else str(piece.kind),
            span=piece.span,
            heading=heading_text(piece),
            title=" ".join(plain_text(contribution.title).split()) if contribution else "",
            people=tuple(self.people[who] for who in contribution.contributors) if contribution else (),
            confidence=self.confidences.get(piece.span.first) if piece.span else None,
            children=self._children(piece),
        )

    def _children(self, piece: Piece) -> tuple[Item, ...]:
        if isinstance(piece, Group):
            return (*self.items("preliminaries", piece.preliminaries), *self.items("", piece.members))
        return self.items("", piece.sections)


def _type(piece: Piece) -> str:
    match piece:
        case Group():
            return "group"
        case Contribution():
            return "contribution"
        case Section():
            return "section"
        case Matter():
            return ""


def as_json(outline: Outline, source: str) -> str:
    """The outline as one JSON object, the same for the same input.

    `source` is what was read; `title` and `language` are the document's; `tree` is a list of pieces, with id, type,
    kind, line, last_line (null where nothing is known of them), heading, title, people, confidence (from 0 to 1; null
    where nothing was decided) and children, which are pieces; `people` have id and `FIELDS`; `doubts` have severity,
    code, line, last_line, message, hint and confidence.
    """
    data = {
        "source": source,
        "title": outline.title,
        "language": outline.language,
        "tree": [_json(item) for item in outline.items],
        "doubts": [_doubt(diagnostic) for diagnostic in outline.doubts],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "type": item.type,
        "kind": item.kind,
        **_lines(item.span),
        "heading": item.heading,
        "title": item.title,
        "people": [{"id": person.id} | {field: getattr(person, field) for field in FIELDS} for person in item.people],
        "confidence": item.confidence,
        "children": [_json(child) for child in item.children],
    }


def _doubt(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "severity": diagnostic.severity.label,
        "code": diagnostic.code.slug,
        **_lines(diagnostic.span),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "confidence": diagnostic.confidence,
    }


def _lines(span: Span | None) -> dict[str, int | None]:
    return {"line": span.first if span else None, "last_line": span.last if span else None}
