"""References that need the whole document: links to what is no piece, generated contents, attributes nobody read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from procpub.diagnostics import Code, Report, Span
from procpub.model.contents import contents_of, heading_text
from procpub.model.nodes import Inline, Link
from procpub.model.proceedings import Piece, Proceedings
from procpub.model.walk import pieces
from procpub.readers.tei.inlines import merged
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.xml import Element

T = TypeVar("T")

_READ: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "ab": "", "back": "", "binaryObject": "encoding mimeType n", "body": "", "byline": "",
        "cell": "cols rend role rows", "closer": "", "div": "subtype type", "figDesc": "", "figure": "",
        "floatingText": "", "foreign": "", "front": "", "group": "", "head": "type", "hi": "rend", "item": "n",
        "l": "", "lb": "break ed facs n", "lg": "", "list": "n rend type", "note": "n place type", "opener": "",
        "p": "rend", "pb": "ed n", "persName": "n ref", "q": "", "quote": "", "ref": "target", "row": "role",
        "salute": "", "seg": "", "sp": "who", "speaker": "", "stage": "", "table": "", "text": "type", "u": "who",
    }.items()
}  # fmt: skip
"""The attributes that mean something here, of the elements that do."""

_EVERYWHERE = frozenset({"xml:id", "xml:lang", "xml:space"})


def report_unread(root: Element, leftovers: Leftovers) -> None:
    """Reports what nobody has read in the texts of the file: attributes of elements that are understood, apart from
    what they say here, and words where there is no place for them, directly in a list for instance.
    """
    for element in _in_texts(root):
        if element.attributes and element.name in _READ:
            for name in element.attributes.keys() - _READ[element.name] - _EVERYWHERE:
                leftovers.attribute(element, name)
        if not element.read and any(isinstance(child, str) and child.strip() for child in element.children):
            leftovers.stray(element)


def _in_texts(root: Element) -> Iterator[Element]:
    """Every element of a text, in order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.name == "text":
            yield from element.within()
        elif element.name != "teiHeader":
            stack.extend(reversed(list(element)))


def owners(root: Element, origins: Mapping[int, str]) -> dict[str, str]:
    """The piece that each id in the file stands for or stands in; `origins` are the ids of pieces by their elements."""
    found: dict[str, str] = {}
    stack = [(root, "")]
    while stack:
        element, owner = stack.pop()
        owner = origins.get(id(element), owner)
        if owner and element.get("xml:id"):
            found.setdefault(element.get("xml:id"), owner)
        stack.extend((child, owner) for child in element)
    return found


def relinked(value: T, targets: Mapping[str, str]) -> T:
    """A copy of a value of the model with links to these pieces, by the ids that the file has for them; links to other
    ids become plain text.
    """
    if isinstance(value, tuple):
        parts = [each for part in value for each in _parts(part, targets)]
        same = len(parts) == len(value) and all(a is b for a, b in zip(parts, value, strict=True))
        changed: Any = value if same else merged(parts, preserve=True)
        return changed  # type: ignore[no-any-return]
    if is_dataclass(value) and not isinstance(value, type):
        new = {field.name: relinked(getattr(value, field.name), targets) for field in fields(value)}
        if any(new[name] is not getattr(value, name) for name in new):
            return replace(value, **new)
    return value


def _parts(part: Any, targets: Mapping[str, str]) -> Iterable[Any]:
    if not (isinstance(part, Link) and part.target.startswith("#")):
        return (relinked(part, targets),)
    children: tuple[Inline, ...] = relinked(part.children, targets)
    target = targets.get(part.target[1:])
    return (replace(part, target=f"#{target}", children=children),) if target else children


def check_contents(
    divisions: Sequence[Element], proceedings: Proceedings, ids: Mapping[str, str], report: Report
) -> None:
    """Reports where contents, which are made anew, have another heading, or call pieces otherwise than they are."""
    known: dict[str, Piece] = {piece.id: piece for piece in pieces(proceedings)}
    heading = contents_of(proceedings).heading
    for head in (
        part for division in divisions for part in division.all("head") if _words(part.text) != _words(heading)
    ):
        message = f"the contents are headed “{head.text}”; in the editions they are “{heading}”"
        report.add(Code.CONTENTS_DISAGREE, message, Span(head.line, max(head.line, head.last)))
    for entry in (part for division in divisions for part in division.within() if part.name == "ref"):
        raw = entry.get("target").removeprefix("#")
        piece, span = known.get(ids.get(raw, raw)), Span(entry.line, max(entry.line, entry.last))
        if piece is None:
            message = f"the contents lead to {raw!r}, which is not there: “{entry.text}”"
            report.add(Code.CONTENTS_ENTRY_NOT_FOUND, message, span)
        elif _words(entry.text) != heading_text(piece):
            message = f"the contents say “{entry.text}” where the heading is “{heading_text(piece)}”"
            report.add(Code.CONTENTS_DISAGREE, message, span)


def is_generated(division: Element) -> bool:
    """Whether a division is contents made of headings: each item leads to something in the file."""
    if division.get("type") not in ("contents", "toc") or division.get("xml:id"):
        return False
    items = [part for part in division.within() if part.name == "item"]
    return bool(items) and all(map(_leads_somewhere, items))


def _leads_somewhere(item: Element) -> bool:
    reference = item.first("ref")
    others = any(isinstance(child, str) and child.strip() for child in item.children)
    return reference is not None and reference.get("target").startswith("#") and not others


def _words(text: str) -> str:
    return " ".join(text.split())
