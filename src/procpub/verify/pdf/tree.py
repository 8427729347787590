"""The structure tree of a PDF (ISO 32000-1, 14.7): its elements, with the text that was drawn for each."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from procpub.errors import InputError
from procpub.verify.pdf.content import Drawn, Run, integer, text_of

_MOST = 2_000_000
"""Elements, five times those of a volume of 7,500 pages; a tree whose branches meet again has more than can be read."""

_DEEPEST = 200
"""Elements nested deeper than this are a fault of the file, or meant to exhaust us."""


@dataclass(slots=True)
class Node:
    """A structure element: its standard type, what is in it in reading order (elements, runs, and object references by
    their numbers), and the properties that say something about its text.
    """

    type: str
    kids: "list[Node | Run | Reference]" = field(default_factory=list)
    alternative: str = ""
    actual: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    page: int | None = None
    """The page that its content is on, if the element says so."""

    def walk(self) -> "Iterator[Node]":
        """The element and all that are in it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def runs(self) -> Iterator[Run]:
        """The text in the element, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.runs()
            elif isinstance(kid, Run):
                yield kid

    def references(self) -> "Iterator[Reference]":
        """The annotations in the element."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.references()
            elif isinstance(kid, Reference):
                yield kid

    def text(self) -> str:
        """The text in the element."""
        return self.actual if self.actual is not None else text_of(self.runs())

    def integer(self, name: str, default: int = 1) -> int:
        """An attribute that is a number, such as ColSpan."""
        value = self.attributes.get(name)
        return value if isinstance(value, int) and value > 0 else default


@dataclass(frozen=True, slots=True)
class Reference:
    """An annotation that belongs to an element: its dictionary, and whether it is on a page at all."""

    annotation: Mapping[str, Any]
    is_on_page: bool = True


class _Reader:
    def __init__(
        self,
        roles: Mapping[str, Any],
        pages: Mapping[int, int],
        drawn: Sequence[Drawn],
        annotations: Set[int],
    ) -> None:
        self._roles = roles
        self._pages = pages
        self._drawn = drawn
        self._annotations = annotations
        self._count = 0
        self.used: set[tuple[int, int]] = set()
        """The pages and numbers of the content that some element has."""

    def node(self, element: Mapping[str, Any], page: int | None, depth: int) -> Node:
        if depth > _DEEPEST:
            raise InputError(f"its structure tree is more than {_DEEPEST} elements deep")
        self._count += 1
        if self._count > _MOST:
            raise InputError(f"its structure tree has more than {_MOST // 1_000_000} million elements")
        page = self._page(element, page)
        actual = element.get("ActualText")
        node = Node(
            self._type(element),
            alternative=_string(element.get("Alt")),
            actual=_string(actual) if actual is not None else None,
            attributes=_attributes(element.get("A")),
            page=page,
        )
        for kid in _list(element.get("K")):
            node.kids += self._kid(kid, page, depth)
        return node

    def _kid(self, kid: Any, page: int | None, depth: int) -> "Iterator[Node | Run | Reference]":
        kid = resolve1(kid)
        number = integer(kid)
        if number is not None:
            yield from self._content(page, number)
        elif isinstance(kid, dict):
            name = _name(kid.get("Type"))
            if name == "MCR":
                yield from self._content(self._page(kid, page), integer(resolve1(kid.get("MCID"))))
            elif name == "OBJR":
                number = getattr(kid.get("Obj"), "objid", None)
                yield Reference(dict_value(kid.get("Obj")), number is None or number in self._annotations)
            elif "S" in kid:
                yield self.node(kid, page, depth + 1)

    def _content(self, page: int | None, number: int | None) -> Iterator[Run]:
        if page is not None and number is not None:
            self.used.add((page, number))
            yield from self._drawn[page].runs.get(number, ())

    def _page(self, element: Mapping[str, Any], page: int | None) -> int | None:
        reference = element.get("Pg")
        return self._pages.get(reference.objid) if isinstance(reference, PDFObjRef) else page

    def _type(self, element: Mapping[str, Any]) -> str:
        """The standard type, as the role map has it (14.8.4); a type that is not mapped is what it is called."""
        name = _name(element.get("S"))
        seen = set()
        while name in self._roles and name not in seen and name not in KEPT:
            seen.add(name)
            name = _name(resolve1(self._roles[name]))
        return name


KEPT = frozenset({"Title"})
"""Types of PDF 2.0 that say more than what they are mapped to."""


def structure(
    document: PDFDocument, pages: Mapping[int, int], drawn: Sequence[Drawn], annotations: Set[int]
) -> tuple[Node | None, list[Run]]:
    """The structure tree's root, None if the file has no structure; and what is drawn that is in no element.

    Args:
        document: the file.
        pages: the indices of pages by the numbers of their objects.
        drawn: what each page draws.
        annotations: the numbers of the annotations on pages.

    Raises:
        InputError: the tree is too deep or too large.
    """
    root = dict_value(document.catalog.get("StructTreeRoot"))
    kids = _list(root.get("K"))
    if not kids:
        return None, []
    reader = _Reader(dict_value(root.get("RoleMap")), pages, drawn, annotations)
    elements = [resolve1(kid) for kid in kids]
    tree = Node("Root", [reader.node(element, None, 0) for element in elements if isinstance(element, dict)])
    stray = [
        run
        for page, each in enumerate(drawn)
        for number, runs in each.runs.items()
        if number is None or (page, number) not in reader.used
        for run in runs
    ]
    return tree, stray


def _list(value: Any) -> list[Any]:
    value = resolve1(value)
    if value is None:
        return []
    return list(list_value(value)) if isinstance(value, list) else [value]


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(literal_name(value)) if isinstance(value, PSLiteral) else ""


def _string(value: Any) -> str:
    value = resolve1(value)
    return decode_text(value) if isinstance(value, bytes) else ""


def _attributes(value: Any) -> dict[str, Any]:
    """All attribute objects as one: their names do not clash among those that are asked for (14.8.5)."""
    found: dict[str, Any] = {}
    for each in _list(value):
        each = resolve1(each)
        if isinstance(each, dict):
            found |= {name: resolve1(inner) for name, inner in each.items()}
    return found
