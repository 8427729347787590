"""What a PDF says: read from its structure tree, its bookmarks and its metadata by pdfminer.six."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice

from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1

from procpub.errors import InputError
from procpub.verify.pdf.blocks import HEADINGS, BodyReader, PdfBody
from procpub.verify.pdf.content import drawn_on
from procpub.verify.pdf.contents import bookmarks_of, contents_of, index_complaints
from procpub.verify.pdf.destinations import Destinations
from procpub.verify.pdf.facts import facts_of, information_complaints
from procpub.verify.pdf.stray import furniture_of, page_complaints, stray_complaints
from procpub.verify.pdf.tree import Node, structure
from procpub.verify.pdf.untagged import untagged_blocks
from procpub.verify.witness import Complaint, PageStart, Place, Witness
from procpub.verify.words import one_line

_UNTAGGED = "the PDF is not tagged, so that nobody can tell its headings, paragraphs, lists, tables and notes"
_GROUPING = frozenset({"Document", "Part", "Sect", "Div", "Art", "NonStruct", "Root"})


def witness(data: bytes) -> Witness:
    """What the PDF says.

    Raises:
        InputError: it is no PDF that can be read, or is encrypted.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it would say is no help to our users
    try:
        return _witness(data)
    except (InputError, MemoryError):
        raise
    except PDFPasswordIncorrect as error:
        raise InputError("it is encrypted, and cannot be read without a password") from error
    except RecursionError as error:
        raise InputError("something in it refers to itself without end") from error
    except Exception as error:  # pdfminer raises whatever a damaged file makes its code trip over
        raise InputError(f"it is no PDF that can be read: {str(error) or type(error).__name__}") from error


def _witness(data: bytes) -> Witness:
    document = PDFDocument(PDFParser(BytesIO(data)))
    pages = list(PDFPage.create_pages(document))
    labels = _labels(document, len(pages))
    numbers = {page.pageid: index for index, page in enumerate(pages) if isinstance(page.pageid, int)}
    destinations = Destinations(document, numbers)
    drawn = list(drawn_on(pages))
    root, stray = structure(document, numbers, drawn, {number for page in pages for number in _annotations(page)})
    if root is None:
        return Witness(
            format="pdf",
            is_structured=False,
            blocks=list(untagged_blocks(drawn, labels)),
            listings=(bookmarks_of(document, destinations, labels, PdfBody()),),
            facts=facts_of(document),
            complaints=[Complaint("headings", _UNTAGGED, Place(""))],
        )
    regions = _Regions.of(root)
    notes = [node for node in root.walk() if node.type in ("Note", "FENote")]
    reader = BodyReader(labels, destinations, notes)
    reader.read(regions.body)
    body = reader.body
    return body.witness(
        "pdf",
        title_page=_text(regions.title_page, labels, destinations),
        imprint=_text(regions.imprint, labels, destinations),
        listings=(
            contents_of(regions.contents, labels, destinations, body),
            bookmarks_of(document, destinations, labels, body),
        ),
        links=list(body.linked()),
        facts=facts_of(document),
        page_starts=list(_page_starts(body.on_page, labels)),
        other_headings=[node.text() for part in regions.others for node in part.walk() if node.type in HEADINGS],
        furniture=list(furniture_of(drawn, labels)),
        complaints=[
            *index_complaints(regions.indexes, labels, destinations),
            *information_complaints(document),
            *stray_complaints(stray, labels),
            *page_complaints(pages, labels),
        ],
    )


def _annotations(page: PDFPage) -> Iterator[int]:
    """The numbers of the annotations on a page."""
    listed = resolve1(page.annots)
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, PDFObjRef):
            yield each.objid


def _labels(document: PDFDocument, count: int) -> list[str]:
    """The label of each page: its number where the file has none."""
    try:
        labels = list(islice(document.get_page_labels(), count))
    except PDFNoPageLabels:
        labels = []
    return labels + [str(number) for number in range(len(labels) + 1, count + 1)]


class _Regions:
    """The parts of the book: what the elements at the top of the tree are."""

    def __init__(self) -> None:
        self.title_page: list[Node] = []
        self.imprint: list[Node] = []
        self.contents: list[Node] = []
        self.body: list[Node] = []
        self.indexes: list[Node] = []
        self.others: list[Node] = []
        """What is neither the title page nor the body."""

    @staticmethod
    def of(root: Node) -> "_Regions":
        """What stands before the contents is the title page, or, behind an element with the title, the imprint. Where
        there are no contents, a second section that begins with the title again is the imprint.
        """
        found = _Regions()
        parts = _parts(root)
        tables = [index for index, part in enumerate(parts) if _has(part, "TOC")]
        titled = next((index for index, part in enumerate(parts) if _has(part, "Title")), None)
        if tables:
            first, after = tables[0], tables[-1] + 1
            found.contents = [table for part in parts[first:after] for table in _outermost(part, "TOC")]
            if first and parts[first].type == "TOC" and parts[first - 1].type in ("H", "H1"):
                first -= 1  # the heading of the contents
        else:
            first = after = 0 if titled is None else titled + 1
            if titled is not None and first < len(parts) and _repeats_title(parts[titled], parts[first]):
                first = after = first + 1
        found.others = parts[first:after]
        front = parts[:first]
        end = first if titled is None or titled >= first else titled + 1
        found.title_page, found.imprint = front[:end], front[end:]
        for part in parts[after:]:
            indexes = list(_outermost(part, "Index"))
            found.indexes += indexes
            (found.others if indexes else found.body).append(part)
        return found


def _parts(root: Node) -> list[Node]:
    """The elements at the top: those inside of elements that hold nothing else."""
    nodes = [kid for kid in root.kids if isinstance(kid, Node)]
    while len(nodes) == 1 and nodes[0].type in _GROUPING and any(isinstance(kid, Node) for kid in nodes[0].kids):
        nodes = [kid for kid in nodes[0].kids if isinstance(kid, Node)]
    return nodes


def _has(node: Node, kind: str) -> bool:
    return any(inner.type == kind for inner in node.walk())


def _outermost(node: Node, kind: str) -> Iterator[Node]:
    if node.type == kind:
        yield node
        return
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _outermost(kid, kind)


def _repeats_title(title_page: Node, part: Node) -> bool:
    title = next(node for node in title_page.walk() if node.type == "Title")
    first = next((node for node in part.walk() if node.type == "P"), None)
    return first is not None and part.type == "Sect" and one_line(first.text()) == one_line(title.text())


def _text(parts: Sequence[Node], labels: Sequence[str], destinations: Destinations) -> str:
    """The text of elements, a space between paragraphs."""
    reader = BodyReader(labels, destinations, ())
    reader.read(parts)
    return " ".join(block.text for block in reader.body.blocks)


def _page_starts(visible: Mapping[int, int], labels: Sequence[str]) -> Iterator[PageStart]:
    """The pages of the body, and how many visible characters stand on those before."""
    offset = 0
    for page in sorted(visible):
        yield PageStart(label=labels[page], offset=offset, place=Place(f"page {labels[page]}", page))
        offset += visible[page]
