"""The whole book: title page, imprint, contents and front matter in Roman numerals, then the body from page 1."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.layout.blocks import set_note
from procpub.layout.boxes import Anchor, Page, Pages, Placed, Position
from procpub.layout.chapters import Chapter, set_chapters
from procpub.layout.fonts import Fonts
from procpub.layout.front import imprint_pages, title_pages
from procpub.layout.furniture import Furniture
from procpub.layout.geometry import Geometry
from procpub.layout.text import Setting
from procpub.layout.toc import contents_pages
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.numerals import roman
from procpub.model.proceedings import Proceedings
from procpub.style import Style


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page before it has a number: what stands in its text area, its running head if any, whether it has a folio."""

    content: tuple[Placed, ...] = ()
    head: str = ""
    folio: bool = False


def lay_out(proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> Pages:
    """Lays out the whole book.

    The body is set once; then the front matter, whose contents page needs the body's page numbers.
    """
    report_missing_images(proceedings, report)
    fonts = Fonts(style)
    setting = Setting(style, fonts, report, set_note)
    body = _leaves([*set_chapters(proceedings.body, setting), *set_chapters(proceedings.back, setting)], 0, style)
    front = _front(proceedings, contents, body, setting)
    fonts.tell(report)
    return _bound(front, body, Furniture(proceedings.metadata.title, setting, Geometry.of(style.page)))


def page_map(pages: Pages) -> PageMap:
    """The labels of the pages where pieces and blocks begin."""
    return PageMap(
        headings=MappingProxyType({key: pages.label(key) for key in pages.places if isinstance(key, str)}),
        blocks=MappingProxyType({key: pages.label(key) for key in pages.places if isinstance(key, tuple)}),
        labels=tuple(page.label for page in pages.pages),
    )


def _leaves(chapters: Iterable[Chapter], start: int, style: Style) -> list[_Leaf]:
    """The chapters' pages, of which the first is number `start` (from 0) in its numbering; each begins on a right-hand
    page if the style says so. The page where a chapter begins has no running head.
    """
    leaves: list[_Leaf] = []
    for chapter in chapters:
        if style.recto and style.page.two_sided and (start + len(leaves)) % 2:
            leaves.append(_Leaf())
        heads = ["", *[chapter.head] * (len(chapter.pages) - 1)]
        leaves += [_Leaf(page, head, folio=True) for page, head in zip(chapter.pages, heads, strict=True)]
    return leaves


def _front(proceedings: Proceedings, contents: Contents, body: list[_Leaf], setting: Setting) -> list[_Leaf]:
    """Everything before page 1. The contents page tells the numbers of pages after it, which depend on its own length:
    it is set again if it turned out longer than was thought.
    """
    style = setting.style
    metadata = proceedings.metadata
    opening = _even(
        [_Leaf(page) for page in (*title_pages(metadata, setting), *imprint_pages(metadata, setting))], style
    )
    chapters = set_chapters(proceedings.front, setting)
    body_labels = dict(_labels(body, str, 0))
    length = 1 if contents.entries else 0
    while True:
        pieces = _leaves(chapters, len(opening) + length, style)
        labels = body_labels | dict(_labels(pieces, roman, len(opening) + length))
        pages = contents_pages(contents, labels, setting)
        if len(pages) <= length:
            break
        length = len(pages)
    listed = _leaves([Chapter(contents.heading, tuple(pages))] if pages else [], len(opening), style)
    blank = [_Leaf()] * (length - len(listed))
    return _even([*opening, *listed, *blank, *pieces], style)


def _even(leaves: list[_Leaf], style: Style) -> list[_Leaf]:
    """With a blank page at the end if what follows would not begin on a right-hand page of a two-sided book."""
    return [*leaves, _Leaf()] if style.page.two_sided and len(leaves) % 2 else leaves


def _labels(leaves: Sequence[_Leaf], numeral: Callable[[int], str], before: int) -> Iterator[tuple[str, str]]:
    """The pieces that begin on these pages, which follow so many of the same numbering, and their pages' labels."""
    for number, leaf in enumerate(leaves, start=before + 1):
        for placed in leaf.content:
            for anchor in placed.box.anchors:
                if isinstance(anchor, str):
                    yield anchor, numeral(number)


def _bound(front: list[_Leaf], body: list[_Leaf], furniture: Furniture) -> Pages:
    """All pages in order, numbered, with their furniture, everything where it stands on the page."""
    geometry = furniture.geometry
    pages: list[Page] = []
    places: dict[Anchor, Position] = {}
    for index, leaf in enumerate((*front, *body)):
        label = roman(index + 1) if index < len(front) else str(index - len(front) + 1)
        recto = not geometry.two_sided or index % 2 == 0
        left = geometry.left(recto=recto)
        boxes = [Placed(left + x, geometry.top + y, box) for x, y, box in leaf.content]
        for placed in boxes:
            for anchor in placed.box.anchors:
                places[anchor] = Position(index, placed.y)
        if leaf.folio:
            boxes += furniture.of_page(label, leaf.head, recto=recto)
        pages.append(Page(label, recto, tuple(boxes)))
    return Pages(geometry.width, geometry.height, len(front), tuple(pages), MappingProxyType(places))
