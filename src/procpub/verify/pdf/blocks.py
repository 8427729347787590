"""The structure tree of a PDF as blocks, notes and contents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from procpub.verify.body import Body
from procpub.verify.grid import Grid
from procpub.verify.pdf.content import Run, text_of
from procpub.verify.pdf.destinations import Destination, Destinations, uri_of
from procpub.verify.pdf.tree import Node, Reference
from procpub.verify.witness import Block, Cell, Item, Kind, Link, Place
from procpub.verify.words import one_line, visible

_NOTES = ("Note", "FENote")
"""Notes stand among inline content in some files, behind the paragraph that calls them in others."""

_INLINE = frozenset(
    {
        "Span",
        "Link",
        "Reference",
        "Quote",
        "Em",
        "Strong",
        "Sub",
        "Code",
        "BibEntry",
        "Annot",
        "Ruby",
        "Warichu",
        "NonStruct",
        *_NOTES,
    }
)
HEADINGS = {f"H{level}": level for level in range(1, 7)} | {"H": 1}
"""The levels of headings, by their types."""


_NEAR = 2.5
"""A destination is so near above what it leads to, at most, in parts of the type size."""


@dataclass(slots=True)
class PdfBody(Body):
    """The running text, and where it is on the pages."""

    starts: dict[int, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    """The blocks that begin on each page, by their indices, and how high their first lines stand."""
    leads: list[tuple[Link, Destination | None]] = field(default_factory=list)
    """The links, and where they lead."""
    on_page: dict[int, int] = field(default_factory=dict)
    """How many visible characters stand on each page."""

    def linked(self) -> Iterator[Link]:
        """The links, with the blocks that they lead to."""
        for link, leads in self.leads:
            yield replace(link, leads_to=self.at(leads)) if leads else link

    def at(self, destination: Destination) -> int | None:
        """The block that a destination leads to: the first on its page that does not stand above it."""
        for index, base in self.starts.get(destination.page, ()):
            if destination.top is None or base <= destination.top:
                return index
        return None


class BodyReader:
    """Walks the elements of the body."""

    def __init__(self, labels: Sequence[str], destinations: Destinations, notes: Iterable[Node]) -> None:
        self.body = PdfBody()
        self._labels = labels
        self._destinations = destinations
        self._labels_on: dict[int, list[tuple[float, float]]] = defaultdict(list)
        for run in filter(None, map(_label_run, notes)):
            self._labels_on[run.page].append((run.base, run.size))
        self._depth = 0
        self._calls: list[tuple[int, int]] = []

    def read(self, nodes: Iterable[Node | Run | Reference]) -> None:
        """Adds what is in these."""
        for node in nodes:
            if isinstance(node, Node):
                self._read(node)

    def _read(self, node: Node) -> None:
        kind = node.type
        if node.page is not None:
            self.body.on_page.setdefault(node.page, 0)
        if kind in HEADINGS:
            self._add(node, Kind.HEADING, level=HEADINGS[kind])
        elif kind == "Table":
            self._table(node)
        elif kind == "L":
            self._list(node)
        elif kind == "Figure":
            self._figure(node)
        elif kind in _NOTES:
            self._note(node)
        elif kind == "Caption":
            self._add(node, Kind.CAPTION)
        else:
            self._contents_of(node)

    def _contents_of(self, node: Node) -> None:
        """Inline content that stands together is a paragraph; what else there is are blocks of their own."""
        inline: list[Node | Run | Reference] = []
        for kid in node.kids:
            if isinstance(kid, Node) and kid.type not in _INLINE:
                self._paragraph(inline)
                inline = []
                self._read(kid)
            else:
                inline.append(kid)
        self._paragraph(inline)

    def _paragraph(self, inline: list[Node | Run | Reference]) -> None:
        if inline:
            self._add(Node("P", inline), Kind.PARAGRAPH)

    def _list(self, node: Node) -> None:
        self._depth += 1
        for kid in node.kids:
            if isinstance(kid, Node) and kid.type == "LI":
                parts = [part for part in kid.kids if isinstance(part, Node)]
                marker = " ".join(part.text() for part in parts if part.type == "Lbl")
                first = next(kid.runs(), None)
                place = self._place(first.page if first else kid.page)
                self.body.items.append(Item(self._depth, marker, len(self.body.blocks), place))
                self.read(part for part in parts if part.type != "Lbl")
            elif isinstance(kid, Node):
                self._read(kid)
        self._depth -= 1

    def _table(self, node: Node) -> None:
        self.body.tables += 1
        grid = Grid()
        for part in node.walk():
            if part.type == "Caption":
                self._add(part, Kind.CAPTION)
            elif part.type in ("THead", "TBody", "TFoot"):
                grid.end_group()
            elif part.type == "TR":
                grid.next_row()
                for cell in part.kids:
                    if isinstance(cell, Node) and cell.type in ("TH", "TD"):
                        rows, columns = cell.integer("RowSpan"), cell.integer("ColSpan")
                        place = Cell(self.body.tables, *grid.place(rows, columns), cell.type == "TH", rows, columns)
                        self._add(cell, Kind.CELL, cell=place)

    def _figure(self, node: Node) -> None:
        runs = list(node.runs())
        page = runs[0].page if runs else node.page
        place = self._place(page)
        self.body.add_picture(node.alternative, place)
        is_drawn = any(run.is_picture for run in runs)
        self.body.complain_of_picture(node.alternative, "" if is_drawn else "is not drawn", place)
        self.read(kid for kid in node.kids if isinstance(kid, Node) and kid.type == "Caption")

    def _note(self, node: Node) -> None:
        """Adds a note: it belongs to the first call that none has answered yet."""
        first = next(node.runs(), None)
        block, offset = self._calls.pop(0) if self._calls else (max(len(self.body.blocks) - 1, 0), 0)
        inner = BodyReader(self._labels, self._destinations, ())
        inner._labels_on = self._labels_on
        inner.read(kid for kid in node.kids if not _is_label(kid))
        for run in node.runs():
            self.body.on_page.setdefault(run.page, 0)
        self.body.add_note(inner.body, self._place(first.page if first else node.page), block, offset)
        self.body.leads += inner.body.leads

    def _add(self, node: Node, kind: Kind, *, level: int = 0, cell: Cell | None = None) -> None:
        runs: list[Run] = []
        calls: list[int] = []
        notes: list[Node] = []
        self._gather(node, runs, calls, notes)
        text = node.actual if node.actual is not None else text_of(runs)
        if one_line(text) or cell:
            page = runs[0].page if runs else node.page
            self._append(Block(kind=kind, text=text, place=self._place(page), level=level, cell=cell), runs)
        self._calls += [(max(len(self.body.blocks) - 1, 0), call) for call in calls]
        for note in notes:
            self._note(note)

    def _gather(self, node: Node, runs: list[Run], calls: list[int], notes: list[Node]) -> None:
        for kid in node.kids:
            if isinstance(kid, Run):
                runs.append(kid)
            elif isinstance(kid, Node) and kid.type in _NOTES:
                notes.append(kid)
            elif isinstance(kid, Node) and self._is_call(kid):
                calls.append(len(visible(text_of(runs))))
                words = kid.text()
                if runs and words[-1:].isspace():  # the space behind the call is the text's
                    last = list(kid.runs())[-1]
                    runs.append(Run(" ", last.page, last.right, last.right, last.base, last.size))
            elif isinstance(kid, Node):
                self._link(kid)
                self._gather(kid, runs, calls, notes)

    def _link(self, node: Node) -> None:
        """Notes where the annotation of a link leads; one on several lines has several, which all lead there."""
        if node.type != "Link" or not visible(node.text()):
            return
        for reference in islice(_own_references(node), 1):
            said = reference.annotation
            address, run = uri_of(said) if reference.is_on_page else "", next(node.runs(), None)
            leads = self._destinations.of(said) if not address and reference.is_on_page else None
            place = self._place(run.page if run else node.page)
            link = Link(address or node.text(), place, is_inner=not address, is_dead=not address and leads is None)
            self.body.leads.append((link, leads))

    def _is_call(self, node: Node) -> bool:
        """A reference that leads to the label of a note."""
        if node.type not in ("Reference", "Link", "Lbl"):
            return False
        for reference in _own_references(node):
            leads = self._destinations.of(reference.annotation)
            if leads and leads.top is not None:
                for base, size in self._labels_on.get(leads.page, ()):
                    if 0 <= leads.top - base <= _NEAR * size:
                        return True
        return False

    def _append(self, block: Block, runs: Sequence[Run]) -> None:
        block.page = self._labels[block.place.page] if block.place.page is not None else ""
        block.turns = self._turns(runs)
        self.body.append(block)
        if runs:
            self.body.starts[runs[0].page].append((len(self.body.blocks) - 1, runs[0].base))
        for run in runs:
            self.body.on_page[run.page] = self.body.on_page.get(run.page, 0) + len(visible(run.text))

    def _turns(self, runs: Sequence[Run]) -> list[tuple[int, Place]]:
        """The pages that begin inside a block with these runs."""
        found: list[tuple[int, Place]] = []
        count = 0
        for last, run in pairwise(runs):
            count += len(visible(last.text))
            if run.page > last.page:
                found.append((count, self._place(run.page)))
        return found

    def _place(self, page: int | None) -> Place:
        return Place(f"page {self._labels[page]}", page) if page is not None else Place("")


def _is_label(kid: Node | Run | Reference) -> bool:
    return isinstance(kid, Node) and kid.type == "Lbl"


def _own_references(node: Node) -> Iterator[Reference]:
    """The annotations of a link or reference itself, not those of notes that are called among its words."""
    for kid in node.kids:
        if isinstance(kid, Reference):
            yield kid
        elif node.type == "Reference" and isinstance(kid, Node) and kid.type == "Link":
            yield from _own_references(kid)


def _label_run(note: Node) -> Run | None:
    """The label of a note, where it begins."""
    labels = (kid for kid in note.kids if isinstance(kid, Node) and kid.type == "Lbl")
    return next((run for label in labels for run in label.runs()), None)
