"""The contents as a tree of links, on the contents page, in the navigation document and for the NCX alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from procpub.model.contents import Contents
from procpub.model.proceedings import Group
from procpub.model.terms import term
from procpub.writers.epub.volume import CONTENTS_PAGE, COVER_PAGE, TITLE_PAGE, Place, Volume
from procpub.writers.epub.xhtml import EPUB_TYPE, Attributes, Element, add, document

TOC: Attributes = {EPUB_TYPE: "toc", "role": "doc-toc"}
LANDMARKS: Attributes = {EPUB_TYPE: "landmarks", "hidden": "hidden"}
PAGE_LIST: Attributes = {EPUB_TYPE: "page-list", "role": "doc-pagelist", "hidden": "hidden"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A contents entry: its words, the address of its heading, its role in the style, and the entries under it."""

    label: str
    href: str
    role: str = "contents-entry"
    children: "list[Branch]" = field(default_factory=list)

    @property
    def depth(self) -> int:
        """The number of levels, its own included."""
        return 1 + max((child.depth for child in self.children), default=0)


def outline(contents: Contents, links: Mapping[str, str], filed: Sequence[Place]) -> list[Branch]:
    """The entries as a tree, each under the last one before it that is of a higher level."""
    roles = {
        place.piece.id: "contents-group" if isinstance(place.piece, Group) else "contents-entry" for place in filed
    }
    roots: list[Branch] = []
    path: list[tuple[int, Branch]] = []
    for entry in contents.entries:
        role = roles.get(entry.id, "contents-section")
        branch = Branch(label=entry.label, href=links[entry.id], role=role)
        while path and path[-1][0] >= entry.level:
            path.pop()
        (path[-1][1].children if path else roots).append(branch)
        path.append((entry.level, branch))
    return roots


def add_outline(parent: Element, branches: Sequence[Branch]) -> None:
    """Appends the tree as ordered lists of links."""
    items = add(parent, "ol")
    for branch in branches:
        item = add(items, "li")
        add(item, "a", branch.label, {"href": branch.href}, css=branch.role)
        if branch.children:
            add_outline(item, branch.children)


def contents_page(contents: Contents, branches: Sequence[Branch], volume: Volume) -> Element:
    """The contents as a page of the book."""
    root, body = document(contents.heading, volume.language, {EPUB_TYPE: "frontmatter"})
    nav = add(body, "nav", "", {**TOC, "aria-labelledby": "contents"}, css="contents")
    add(nav, "h1", contents.heading, {"id": "contents"})
    add_outline(nav, branches)
    return root


def navigation_document(
    contents: Contents, branches: Sequence[Branch], filed: Sequence[Place], volume: Volume
) -> Element:
    """The navigation document (EPUB 3.3, section 7): contents, landmarks and, if they are known, pages.

    Without entries, the contents lead to the title page, for they must lead somewhere.
    """
    root, body = document(contents.heading, volume.language)
    toc = add(body, "nav", "", {**TOC, "aria-labelledby": "contents"}, css="contents")
    add(toc, "h1", contents.heading, {"id": "contents"})
    add_outline(toc, branches or [Branch(label=volume.title, href=TITLE_PAGE)])
    landmarks = add(add(body, "nav", "", LANDMARKS), "ol")
    _add_landmark(landmarks, "cover", term("cover", volume.language), COVER_PAGE)
    _add_landmark(landmarks, "titlepage", term("title-page", volume.language), TITLE_PAGE)
    if branches:
        _add_landmark(landmarks, "toc", contents.heading, CONTENTS_PAGE)
    start = next((place.file for place in filed if place.part == "bodymatter"), None)
    if start:
        _add_landmark(landmarks, "bodymatter", term("beginning", volume.language), start)
    if volume.pages:
        pages = add(add(body, "nav", "", PAGE_LIST), "ol")
        for page in volume.pages:
            add(add(pages, "li"), "a", page.label, {"href": page.href})
    return root


def _add_landmark(landmarks: Element, kind: str, label: str, href: str) -> None:
    add(add(landmarks, "li"), "a", label, {EPUB_TYPE: kind, "href": href})
