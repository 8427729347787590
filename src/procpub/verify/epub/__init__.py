"""What an EPUB says (EPUB 3.3): read from its package document, its navigation and its content documents."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import unquote

from procpub.errors import InputError
from procpub.verify.epub.facts import facts_of, page_source
from procpub.verify.epub.xhtml import XHTML, Text, address, kinds, read
from procpub.verify.images import fault_of
from procpub.verify.package import Archive
from procpub.verify.witness import Complaint, Entry, Listing, Place, Witness
from procpub.verify.words import one_line
from procpub.verify.xml import Element, local, parse, text_of

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_MAY_BE_PIECES = frozenset({"imprint", "copyright-page", "colophon"})
"""What the contents list of these is a piece of the volume, not of the edition."""

_FRONT = frozenset({"cover", "titlepage", "imprint", "copyright-page", "toc", "colophon", "landmarks"})


@dataclass(frozen=True, slots=True)
class _Document:
    """A content document: its name beside the package document, and its body."""

    file: str
    body: Element
    kinds: frozenset[str]


def witness(data: bytes) -> Witness:
    """What the EPUB says.

    Raises:
        InputError: it is no EPUB that can be read.
    """
    archive = Archive(data)
    container = parse(archive.read("META-INF/container.xml"), "META-INF/container.xml")
    root = container.find(f".//{_CONTAINER}rootfile")
    path = root.get("full-path", "") if root is not None else ""
    if not path:
        raise InputError("its META-INF/container.xml names no package document")
    package = parse(archive.read(path), path)
    return _Book(package, archive, posixpath.dirname(path)).witness()


class _Book:
    """The parts of the book, each read in its way."""

    def __init__(self, package: Element, archive: Archive, folder: str) -> None:
        self._complaints: list[Complaint] = []
        self._package = package
        self._archive = archive
        self._folder = folder
        self._manifest = {each.get("id", ""): each for each in package.iter(f"{_OPF}item")}
        self._documents = list(_spine(package, self._manifest, archive, folder))
        listed = set(self._listed())
        for number, each in enumerate(self._documents):
            if each.kinds & _MAY_BE_PIECES and each.file in listed:
                self._documents[number] = replace(each, kinds=each.kinds - _MAY_BE_PIECES)
        self._text = Text()
        self._targets: dict[str, int] = {}
        self._front = {each.file for each in self._documents if each.kinds & _FRONT}

    def witness(self) -> Witness:
        """What the book says."""
        text = self._text
        for document in self._documents:
            text.survey(document.body, document.file)
        firsts: list[int] = []
        for document in self._documents:
            if not document.kinds & _FRONT:
                firsts.append(len(text.blocks))
                read(document.body, document.file, text)
        self._targets = text.targets()
        listings = [*self._contents(), *self._navigation(), *self._ncx()]
        _set_levels(text, firsts, [each for each in listings if each.name != "contents"])
        for source, description, place in text.pictures:
            name = posixpath.normpath(posixpath.join(self._folder, source))
            fault = fault_of(self._archive.read(name) if name in self._archive.names else None)
            text.complain_of_picture(description, fault, place)
        self._complaints += (Complaint("notes", "a note is called nowhere", place) for place in text.uncalled())
        if page_source(self._package) != "pdf":
            text.pages = []
        return text.witness(
            "epub",
            title_page=self._said("titlepage"),
            imprint=self._imprint(),
            listings=listings,
            facts=facts_of(self._package),
            complaints=self._complaints,
        )

    def _listed(self) -> Iterator[str]:
        """The files that the contents of the navigation document lead to."""
        for item in self._manifest.values():
            file = unquote(item.get("href", ""))
            if "nav" in item.get("properties", "").split() and self._is_there(file):
                for nav in _document(self._archive, self._folder, file).iter(f"{XHTML}nav"):
                    for link in nav.iter(f"{XHTML}a") if "toc" in kinds(nav) else ():
                        yield address(link.get("href", ""), file).partition("#")[0]

    def _said(self, *kind: str) -> str:
        """The text of the pages of a kind, whose paragraphs each say something of their own."""
        return " ".join(text_of(each.body, " ") for each in self._documents if each.kinds & {*kind})

    def _imprint(self) -> str:
        """The imprint page and the colophon, without the heading of the latter, and the title if the former has it."""
        imprint = self._said("imprint", "copyright-page")
        colophons = (each.body for each in self._documents if "colophon" in each.kinds)
        lines = [one_line(text_of(line)) for body in colophons for line in body.iter(f"{XHTML}p")]
        return " ".join([imprint, *(lines[1:] if imprint else lines)])

    def _contents(self) -> Iterator[Listing]:
        """The contents as a page of the book."""
        for document in self._documents:
            if "toc" in document.kinds:
                navs = [*document.body.iter(f"{XHTML}nav")] or [document.body]
                yield Listing(name="contents", entries=list(self._entries(navs[0], document.file)))

    def _navigation(self) -> Iterator[Listing]:
        """The navigation document (EPUB 3.3, section 7): its contents, and the page list, which is checked."""
        items = self._manifest.values()
        navigation = next((each for each in items if "nav" in each.get("properties", "").split()), None)
        if navigation is None:
            return
        file = unquote(navigation.get("href", ""))
        if not self._has(file):
            return
        lists_pages = False
        for nav in _document(self._archive, self._folder, file).iter(f"{XHTML}nav"):
            if "toc" in kinds(nav):
                yield Listing(name="navigation", entries=list(self._entries(nav, file)))
            elif kinds(nav) & {"page-list", "pagelist"}:
                lists_pages = True
                self._complaints += _page_list(nav, file, self._text)
        if self._text.marks and not lists_pages:
            message = "pages are marked in the text, but there is no page list"
            self._complaints.append(Complaint("pages", message, self._text.marks[0].start.place))

    def _is_there(self, file: str) -> bool:
        return posixpath.normpath(posixpath.join(self._folder, file)) in self._archive.names

    def _has(self, file: str) -> bool:
        """Whether a file that the package lists is there; if not, that is a complaint."""
        is_there = self._is_there(file)
        if not is_there:
            message = f"the package lists {file}, which is not there"
            self._complaints.append(Complaint("contents", message, Place("package")))
        return is_there

    def _entries(self, nav: Element, file: str) -> Iterator[Entry]:
        """The links of a `nav`, each on the level of its list; those to the title page and the like are no pieces."""
        for link in nav.iter(f"{XHTML}a", f"{XHTML}span"):
            if local(link) == "span" and local(link.getparent()) != "li":
                continue
            level = sum(local(each) == "ol" for each in link.iterancestors())
            yield from self._entry(text_of(link), level, link.get("href", ""), link, file)

    def _ncx(self) -> Iterator[Listing]:
        """The older navigation (NCX, of DAISY Z39.86-2005)."""
        for item in self._manifest.values():
            if item.get("media-type") != "application/x-dtbncx+xml":
                continue
            file = unquote(item.get("href", ""))
            if not self._has(file):
                continue
            entries: list[Entry] = []
            root = parse(self._archive.read(posixpath.join(self._folder, file)), file)
            self._check_title(root, file)
            for point in root.iter(f"{_NCX}navPoint"):
                content, label = point.find(f"{_NCX}content"), point.find(f"{_NCX}navLabel")
                source = content.get("src", "") if content is not None else ""
                level = 1 + sum(local(each) == "navPoint" for each in point.iterancestors())
                entries += self._entry(text_of(label) if label is not None else "", level, source, point, file)
            yield Listing(name="NCX", entries=entries)

    def _check_title(self, ncx: Element, file: str) -> None:
        title = one_line(" ".join(text_of(each) for each in ncx.iterfind(f"{_NCX}docTitle")))
        known = facts_of(self._package)["parallel titles"]
        if title and title not in known:
            message = f"the title in the NCX is “{title}”, not “{'; '.join(known)}”"
            self._complaints.append(Complaint("people and metadata", message, Place(file), title))

    def _entry(self, label: str, level: int, href: str, element: Element, file: str) -> Iterator[Entry]:
        target = address(href, file)
        if target.partition("#")[0] not in self._front:
            place = Place(f"{file}, line {element.sourceline}")
            yield Entry(label=one_line(label), level=level, place=place, link=href, leads_to=self._targets.get(target))


def _spine(package: Element, manifest: Mapping[str, Element], archive: Archive, folder: str) -> Iterator[_Document]:
    for reference in package.iter(f"{_OPF}itemref"):
        item = manifest.get(reference.get("idref", ""))
        if item is None or item.get("media-type") != "application/xhtml+xml":
            continue
        file = unquote(item.get("href", ""))
        body = _document(archive, folder, file)
        top = body if len(body) != 1 else body[0]
        said = kinds(body) | kinds(top)
        if top.find(f"{XHTML}img") is not None and "cover" in (top.get("class") or ""):
            said |= {"cover"}
        if local(top) == "nav" or "nav" in item.get("properties", "").split():
            said |= {"toc"}
        yield _Document(file, body, said)


def _set_levels(text: Text, firsts: Sequence[int], listings: Sequence[Listing]) -> None:
    """Makes the levels of headings those in the whole book.

    A file may begin with an `h1` wherever its piece stands: the navigation tells which level that is. A file that
    begins with another heading goes on from the one before. What is not listed has no level that is known (0).
    """
    listed = {entry.leads_to: entry.level for listing in listings for entry in reversed(listing.entries)}
    shift: int | None = 0
    for first, after in pairwise([*firsts, len(text.blocks)]):
        headings = [(index, text.blocks[index]) for index in range(first, after) if text.blocks[index].level]
        if headings and headings[0][1].level == 1:
            level = listed.get(headings[0][0])
            shift = None if level is None else level - 1
        for _, heading in headings:
            heading.level = 0 if shift is None else heading.level + shift


def _document(archive: Archive, folder: str, file: str) -> Element:
    root = parse(archive.read(posixpath.normpath(posixpath.join(folder, file))), file)
    body = root.find(f"{XHTML}body")
    if body is None:
        raise InputError(f"{file} has no body")
    return body


def _page_list(nav: Element, file: str, text: Text) -> Iterator[Complaint]:
    """Where the page list and the marks in the text are not the same."""
    marks = {page.address: page for page in text.marks}
    listed: list[str] = []
    for link in nav.iter(f"{XHTML}a"):
        label, target = one_line(text_of(link)), address(link.get("href", ""), file)
        place = Place(f"{file}, line {link.sourceline}")
        page = marks.get(target)
        listed.append(target)
        if page is None:
            yield Complaint("pages", f"page {label} of the page list leads to no page: {link.get('href')}", place)
        elif page.label != label:
            message = f"the page list says page {label} where the text says page {page.label}"
            yield Complaint("pages", message, place, found=label)
    among = set(listed)
    for page in text.marks:
        if page.address not in among:
            yield Complaint("pages", f"page {page.label} is not in the page list", page.start.place)
    order = [each for each in listed if each in marks]
    if order != [page.address for page in text.marks if page.address in among]:
        yield Complaint("pages", "the page list is not in the order of the pages", Place(file))
