"""The structure tree (ISO 32000-1, 14.7 and 14.8): the book's elements, with the marked content of each."""

from collections.abc import Iterator, Sequence

from procpub.errors import FaultError
from procpub.layout.structure import Element, Kind, Scope
from procpub.model.nodes import MarkerStyle
from procpub.writers.pdf.objects import File, decimal, reference, references, text_string
from procpub.writers.pdf.tagging import TAGS, Annotation, Kid, Marked, Tagging

_DEEPEST = 6
"""There is no H7."""

_ROLES = "/RoleMap<</Title/P>>"

_GRID = frozenset({Kind.TABLE_HEAD, Kind.TABLE_BODY, Kind.ROW, Kind.CELL, Kind.HEADER_CELL})
"""What a table keeps even if there is nothing in it: it would lose its shape (ISO 14289-1, 7.5)."""

_NUMBERINGS = {
    MarkerStyle.BULLET: "Disc",
    MarkerStyle.DECIMAL: "Decimal",
    MarkerStyle.LOWER_ALPHA: "LowerAlpha",
    MarkerStyle.UPPER_ALPHA: "UpperAlpha",
    MarkerStyle.LOWER_ROMAN: "LowerRoman",
    MarkerStyle.UPPER_ROMAN: "UpperRoman",
}

_SCOPES = {Scope.COLUMN: "Column", Scope.ROW: "Row", None: "Both"}


def add_structure(file: File, root: Element, tagging: Tagging, pages: Sequence[int]) -> int:
    """Adds the tree; `pages` are the objects of the pages. Returns the number of its root.

    In the parent tree, pages have their indices as keys; the link annotations' keys come after these, in their order.

    Raises:
        FaultError: something was drawn for an element that is not in the tree.
    """
    return _Tree(file, tagging, pages).add(root)


class _Tree:
    def __init__(self, file: File, tagging: Tagging, pages: Sequence[int]) -> None:
        self._file = file
        self._tagging = tagging
        self._pages = pages
        self._kids: dict[Element, list[Kid]] = {}
        """Those of the elements that stay."""
        self._numbers: dict[Element, int] = {}
        """The objects of the elements."""
        self._holders: dict[Element, int] = {}
        """The objects that hold what the elements do: the same, but for references, which hold a link."""
        self._headings: dict[Element, int] = {}
        self._notes: dict[Element, str] = {}

    def add(self, root: Element) -> int:
        number = self._file.reserve()
        self._keep(root, in_table=False)
        self._kids.setdefault(root, [])
        self._number(root, 0, 0)
        for element in self._kids:
            self._write(element, number)
        ids = ""
        if self._notes:
            names = "".join(f"{name}{reference(self._numbers[note])}" for note, name in self._notes.items())
            ids = f"/IDTree<</Names[{names}]>>"
        parents = self._file.add(f"<</Nums[{''.join(self._parents())}]>>")
        after = len(self._pages) + len(self._tagging.links)
        self._file.fill(
            number,
            f"<</Type/StructTreeRoot/K {reference(self._numbers[root])}/ParentTree {reference(parents)}"
            f"/ParentTreeNextKey {after}{_ROLES}{ids}>>",
        )
        return number

    def _keep(self, element: Element, *, in_table: bool) -> bool:
        """Finds what there is in an element; one without anything is left out, for it would be read as nothing."""
        in_table = in_table or element.kind is Kind.TABLE
        kids = list(self._tagging.kids.get(element, ()))
        self._kids[element] = kids  # here, so that parents come before children
        for kid in kids:
            if isinstance(kid, Element):
                self._keep(kid, in_table=False)
        found = [child for child in element.children if self._keep(child, in_table=in_table)]
        kids += found
        keep = bool(kids) or (in_table and element.kind in _GRID)
        if element.kind is Kind.TABLE and not self._holds_anything(element):
            keep = False
        if not keep:
            self._drop(element)
        return keep

    def _holds_anything(self, element: Element) -> bool:
        return any(not isinstance(kid, Element) or self._holds_anything(kid) for kid in self._kids[element])

    def _drop(self, element: Element) -> None:
        for kid in self._kids.pop(element, ()):
            if isinstance(kid, Element):
                self._drop(kid)

    def _number(self, element: Element, depth: int, level: int) -> int:
        """Reserves objects in reading order, and finds the levels of headings: how many headed sections are around,
        but at most one more than the heading before. Returns the last one's level.
        """
        self._numbers[element] = self._holders[element] = self._file.reserve()
        if element.kind is Kind.REFERENCE and self._has_annotation(element):
            self._holders[element] = self._file.reserve()
        if element.kind is Kind.NOTE:
            self._notes[element] = f"(note-{len(self._notes) + 1:06})"  # in the order of a name tree
        if element.kind is Kind.HEADING:
            level = self._headings[element] = max(1, min(depth, level + 1, _DEEPEST))
        kids = self._kids[element]
        if any(isinstance(kid, Element) and kid.kind is Kind.HEADING for kid in kids):
            depth += 1
        for kid in kids:
            if isinstance(kid, Element):
                level = self._number(kid, depth, level)
        return level

    def _has_annotation(self, element: Element) -> bool:
        return any(isinstance(kid, Annotation) for kid in self._kids[element])

    def _write(self, element: Element, root: int) -> None:
        parent = self._holders.get(element.parent, root) if element.parent else root
        number, holder = self._numbers[element], self._holders[element]
        head = f"<</S/{self._tag(element)}/P {reference(parent)}{self._properties(element)}"
        kids = self._kids[element]
        if holder != number:
            self._file.fill(number, f"{head}/K {reference(holder)}>>")
            head = f"<</S/Link/P {reference(number)}"
        self._file.fill(holder, f"{head}{self._content(kids)}>>")

    def _tag(self, element: Element) -> str:
        if element.kind is Kind.HEADING:
            return f"H{self._headings[element]}"
        if element.kind is Kind.LINK and not self._has_annotation(element):
            return TAGS[Kind.SPAN]  # a link that leads nowhere is none
        return TAGS[element.kind]

    def _properties(self, element: Element) -> str:
        parts = []
        if element.language:
            parts.append(f"/Lang{text_string(element.language)}")
        if element.kind is Kind.NOTE:
            parts.append(f"/ID{self._notes[element]}")
        if element.kind is Kind.FIGURE:
            parts.append(f"/Alt{text_string(element.alternative or ' ')}")
        attributes = self._attributes(element)
        if attributes:
            parts.append(f"/A<<{attributes}>>")
        return "".join(parts)

    def _attributes(self, element: Element) -> str:
        match element.kind:
            case Kind.LIST if element.numbering:
                return f"/O/List/ListNumbering/{_NUMBERINGS[element.numbering]}"
            case Kind.HEADER_CELL | Kind.CELL:
                scope = f"/Scope/{_SCOPES[element.scope]}" if element.kind is Kind.HEADER_CELL else ""
                rows = f"/RowSpan {element.rows}" if element.rows > 1 else ""
                columns = f"/ColSpan {element.columns}" if element.columns > 1 else ""
                return f"/O/Table{scope}{rows}{columns}" if scope or rows or columns else ""
            case Kind.FIGURE if element in self._tagging.rectangles:
                box = " ".join(map(decimal, self._tagging.rectangles[element]))
                return f"/O/Layout/Placement/Block/BBox[{box}]"
            case _:
                return ""

    def _content(self, kids: Sequence[Kid]) -> str:
        """The entries for what is in an element: marked content of one page needs no more than its numbers."""
        first = next((kid.page for kid in kids if isinstance(kid, Marked)), None)
        parts = [self._kid(kid, first) for kid in kids]
        page = "" if first is None else f"/Pg {reference(self._pages[first])}"
        match parts:
            case []:
                return ""
            case [part]:
                return f"{page}/K {part}"
            case _:
                return f"{page}/K[{' '.join(parts)}]"

    def _kid(self, kid: Kid, page: int | None) -> str:
        match kid:
            case Marked():
                if kid.page == page:
                    return str(kid.number)
                return f"<</Type/MCR/Pg {reference(self._pages[kid.page])}/MCID {kid.number}>>"
            case Annotation():
                return f"<</Type/OBJR/Pg {reference(self._pages[kid.page])}/Obj {reference(kid.number)}>>"
            case Element():
                return reference(self._numbers[kid])

    def _parents(self) -> Iterator[str]:
        """The parent tree, key by key. Keys are the same as in `File`'s pages and annotations."""
        for key, elements in enumerate(self._tagging.pages):
            if elements:
                yield f"{key} {references([self._holder(element) for element in elements])}"
        for key, element in enumerate(self._tagging.links, len(self._pages)):
            yield f"{key} {reference(self._holder(element))} "

    def _holder(self, element: Element) -> int:
        try:
            return self._holders[element]
        except KeyError:
            raise FaultError(f"a {element.kind.name.lower()} was drawn, but is not in the structure") from None
