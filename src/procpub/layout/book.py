"""The whole book: title page, imprint, contents and front matter in Roman numerals, then the body from page 1."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from procpub.diagnostics import Report
from procpub.layout.blocks import set_note
from procpub.layout.boxes import Anchor, Page, Pages, Placed, Position
from procpub.layout.chapters import Chapter, set_chapters
from procpub.layout.fallback import Fonts
from procpub.layout.front import imprint_pages, title_pages
from procpub.layout.furniture import Furniture
from procpub.layout.geometry import Geometry
from procpub.layout.index import index_pages
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.layout.toc import contents_pages
from procpub.model.contents import Contents
from procpub.model.figures import report_missing_images
from procpub.model.numerals import roman
from procpub.model.proceedings import Proceedings
from procpub.model.speakers import Place, speakers_of
from procpub.model.terms import term
from procpub.style import Style


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page before it has a number: what stands in its text area, its running head if any, whether it has a folio."""

    content: tuple[Placed, ...] = ()
    head: str = ""
    folio: bool = False


def lay_out(proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> Pages:
    """Lays out the whole book.

    The body is set once; then the front matter, whose contents page needs the body's page numbers, and the index.
    """
    report_missing_images(proceedings, report)
    fonts = Fonts(style)
    setting = Setting(style, fonts, report, set_note, language=proceedings.metadata.language)
    main = Element(Kind.DOCUMENT)
    chapters = [*set_chapters(proceedings.body, setting, main), *set_chapters(proceedings.back, setting, main)]
    body = _leaves(chapters, 0, style)
    root = Element(Kind.DOCUMENT, language=proceedings.metadata.language)
    front = _front(proceedings, contents, body, setting, root)
    if style.index:
        body += _index(proceedings, front, body, setting, main)
    _move(main, root)
    fonts.tell(report)
    return _bound(front, body, Furniture(proceedings.metadata.title, setting, Geometry.of(style.page)), root)


def _move(holder: Element, root: Element) -> None:
    """Puts what was collected in one element at the end of another."""
    for child in holder.children:
        child.parent = root
    root.children += holder.children


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


def _front(
    proceedings: Proceedings, contents: Contents, body: list[_Leaf], setting: Setting, root: Element
) -> list[_Leaf]:
    """Everything before page 1. The contents page tells the numbers of pages after it, which depend on its own length:
    it is set again if it turned out longer than was thought.
    """
    style = setting.style
    pages = [*title_pages(proceedings.metadata, setting, root), *imprint_pages(proceedings, setting, root)]
    opening = _even(list(map(_Leaf, pages)), style)
    matter = Element(Kind.DOCUMENT)
    chapters = set_chapters(proceedings.front, setting, matter)
    body_labels = dict(_labels(body, 0, str))
    length = 1 if contents.entries else 0
    before = len(root.children)
    while True:
        pieces = _leaves(chapters, len(opening) + length, style)
        labels = body_labels | dict(_labels(pieces, len(opening) + length, roman))
        del root.children[before:]
        listed = contents_pages(contents, labels, proceedings, setting, root)
        if len(listed) <= length or not pieces:  # nothing stands between the contents and page 1
            length = max(length, len(listed))
            break
        length = len(listed)
    _move(matter, root)
    leaves = _leaves([Chapter(contents.heading, tuple(listed))] if listed else [], len(opening), style)
    blank = [_Leaf()] * (length - len(leaves))
    return _even([*opening, *leaves, *blank, *pieces], style)


def _index(
    proceedings: Proceedings, front: list[_Leaf], body: list[_Leaf], setting: Setting, parent: Element
) -> list[_Leaf]:
    """The index of speakers, on pages after all others."""
    anchors = dict(_anchored(front, 0, roman)) | dict(_anchored(body, 0, str))
    heading = term("index-of-speakers", proceedings.metadata.language)
    pages = index_pages(heading, speakers_of(proceedings), anchors, setting, parent)
    return _leaves([Chapter(heading, tuple(pages))] if pages else [], len(body), setting.style)


def _even(leaves: list[_Leaf], style: Style) -> list[_Leaf]:
    """With a blank page at the end if what follows would not begin on a right-hand page of a two-sided book."""
    return [*leaves, _Leaf()] if style.page.two_sided and len(leaves) % 2 else leaves


def _anchored(leaves: Sequence[_Leaf], before: int, numeral: Callable[[int], str]) -> Iterator[tuple[Place, str]]:
    """What begins on these pages, which follow so many of the same numbering, and their labels."""
    for number, leaf in enumerate(leaves, start=before + 1):
        for placed in leaf.content:
            for anchor in placed.box.anchors:
                yield anchor, numeral(number)


def _labels(leaves: Sequence[_Leaf], before: int, numeral: Callable[[int], str]) -> Iterator[tuple[str, str]]:
    """The same of pieces alone."""
    return ((anchor, label) for anchor, label in _anchored(leaves, before, numeral) if isinstance(anchor, str))


def _bound(front: list[_Leaf], body: list[_Leaf], furniture: Furniture, root: Element) -> Pages:
    """All pages in order, numbered, with their furniture, and where everything begins."""
    geometry = furniture.geometry
    pages: list[Page] = []
    places: dict[Anchor, Position] = {}
    for index, leaf in enumerate((*front, *body)):
        label = roman(index + 1) if index < len(front) else str(index - len(front) + 1)
        recto = not geometry.two_sided or index % 2 == 0
        left, top = geometry.left(recto=recto), geometry.top
        for _, y, box in leaf.content:
            if box.anchors:
                places.update(dict.fromkeys(box.anchors, Position(index, top + y)))
        head = furniture.head(leaf.head, recto=recto) if leaf.folio else None
        folio = furniture.folio(label, recto=recto) if leaf.folio else None
        pages.append(Page(label, recto, leaf.content, left, top, head, folio))
    return Pages(geometry.width, geometry.height, len(front), pages, MappingProxyType(places), root)
