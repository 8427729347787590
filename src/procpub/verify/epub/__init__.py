"""What an EPUB says (EPUB 3.3): read from its package document, its navigation and its content documents."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from lxml import etree

from procpub.errors import InputError
from procpub.verify.epub.facts import facts_of, page_source
from procpub.verify.epub.xhtml import XHTML, Text, address, kinds, local, read
from procpub.verify.package import Archive
from procpub.verify.witness import Complaint, Entry, Listing, PageStart, Place, Witness
from procpub.verify.words import one_line
from procpub.verify.xml import parse

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_FRONT = frozenset({"cover", "titlepage", "imprint", "copyright-page", "toc", "colophon", "landmarks"})


@dataclass(frozen=True, slots=True)
class _Document:
    """A content document: its name beside the package document, and its body."""

    file: str
    body: etree._Element
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
    package = parse(archive.read(path), path)
    folder = posixpath.dirname(path)
    manifest = {each.get("id", ""): each for each in package.iter(f"{_OPF}item")}
    documents = list(_spine(package, manifest, archive, folder))
    text = Text()
    for document in documents:
        text.gather_notes(document.body, document.file)
    firsts: list[int] = []
    title, imprint, colophon = "", "", ""
    contents: etree._Element | None = None
    for document in documents:
        if "titlepage" in document.kinds:
            title = _lines(document.body)
        elif document.kinds & {"imprint", "copyright-page"}:
            imprint = _lines(document.body)
        elif "colophon" in document.kinds:
            colophon = _colophon(document.body, repeats_title=bool(imprint))
        elif "toc" in document.kinds:
            contents = next((nav for nav in document.body.iter(f"{XHTML}nav")), None)
            contents_file = document.file
        elif not document.kinds & _FRONT:
            firsts.append(len(text.blocks))
            read(document.body, document.file, text)
    targets = {each: index for index, block in enumerate(text.blocks) for each in block.ids}
    front = {document.file for document in documents if document.kinds & _FRONT}
    listings = []
    if contents is not None:
        listings.append(Listing(name="contents", entries=list(_entries(contents, contents_file, targets, front))))
    navigation = next((each for each in manifest.values() if "nav" in each.get("properties", "").split()), None)
    complaints = [Complaint("notes", "a note is called nowhere", place) for place in text.uncalled()]
    has_page_list = False
    if navigation is not None:
        file = unquote(navigation.get("href", ""))
        for nav in _document(archive, folder, file).iter(f"{XHTML}nav"):
            if "toc" in kinds(nav):
                listings.append(Listing(name="navigation", entries=list(_entries(nav, file, targets, front))))
            elif kinds(nav) & {"page-list", "pagelist"}:
                has_page_list = True
                complaints += _page_list(nav, file, text)
    for each in manifest.values():
        if each.get("media-type") == "application/x-dtbncx+xml":
            file = unquote(each.get("href", ""))
            ncx = parse(archive.read(posixpath.join(folder, file)), file)
            listings.append(Listing(name="NCX", entries=list(_points(ncx, file, targets, front))))
    _set_levels(text, firsts, [each for each in listings if each.name != "contents"])
    starts: list[PageStart] | None = None
    if text.pages and page_source(package) == "pdf":
        starts = [page.start for page in text.pages]
        if not has_page_list:
            message = "pages are marked in the text, but there is no page list"
            complaints.append(Complaint("pages", message, text.pages[0].start.place))
    return Witness(
        format="epub",
        blocks=text.blocks,
        title_page=title,
        imprint=" ".join(filter(None, (imprint, colophon))),
        listings=listings,
        notes=text.notes,
        items=text.items,
        facts=facts_of(package),
        page_starts=starts,
        complaints=complaints,
    )


def _spine(
    package: etree._Element, manifest: Mapping[str, etree._Element], archive: Archive, folder: str
) -> Iterator[_Document]:
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

    A file may begin with an `h1` wherever its piece stands: the navigation tells which level that is. A file that begins
    with another heading goes on from the one before. What the navigation does not list has no level that is known (0).
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


def _document(archive: Archive, folder: str, file: str) -> etree._Element:
    root = parse(archive.read(posixpath.normpath(posixpath.join(folder, file))), file)
    body = root.find(f"{XHTML}body")
    if body is None:
        raise InputError(f"{file} has no body")
    return body


def _lines(body: etree._Element) -> str:
    """The text of a page whose paragraphs each say something of their own."""
    return " ".join(text for text in body.itertext())


def _colophon(body: etree._Element, *, repeats_title: bool) -> str:
    """What the colophon says, without its heading and the title that the imprint has already."""
    lines = [one_line("".join(each.itertext())) for each in body.iter(f"{XHTML}p")]
    return " ".join(lines[1:] if repeats_title else lines)


def _entries(nav: etree._Element, file: str, targets: Mapping[str, int], front: set[str]) -> Iterator[Entry]:
    """The links of a `nav`, each on the level of the list that it stands in; those to the title page are no pieces."""
    for link in nav.iter(f"{XHTML}a", f"{XHTML}span"):
        if local(link) == "span" and local(link.getparent()) != "li":
            continue
        level = sum(local(each) == "ol" for each in link.iterancestors())
        href = link.get("href", "")
        target = address(href, file)
        if target.partition("#")[0] in front:
            continue
        yield Entry(
            label=one_line("".join(link.itertext())), level=level, place=Place(f"{file}, line {link.sourceline}"),
            link=href, leads_to=targets.get(target),
        )


def _points(ncx: etree._Element, file: str, targets: Mapping[str, int], front: set[str]) -> Iterator[Entry]:
    """The points of the older navigation (NCX, of DAISY Z39.86-2005)."""
    for point in ncx.iter(f"{_NCX}navPoint"):
        content, label = point.find(f"{_NCX}content"), point.find(f"{_NCX}navLabel")
        source = content.get("src", "") if content is not None else ""
        target = address(source, file)
        if target.partition("#")[0] in front:
            continue
        level = 1 + sum(local(each) == "navPoint" for each in point.iterancestors())
        yield Entry(
            label=one_line("".join(label.itertext())) if label is not None else "", level=level,
            place=Place(f"{file}, line {point.sourceline}"), link=source, leads_to=targets.get(target),
        )


def _page_list(nav: etree._Element, file: str, text: Text) -> Iterator[Complaint]:
    """Where the page list and the marks in the text are not the same."""
    marks = {page.address: page for page in text.pages}
    listed: list[str] = []
    for link in nav.iter(f"{XHTML}a"):
        label, target = one_line("".join(link.itertext())), address(link.get("href", ""), file)
        place = Place(f"{file}, line {link.sourceline}")
        page = marks.get(target)
        listed.append(target)
        if page is None:
            yield Complaint("pages", f"page {label} of the page list leads to no page: {link.get('href')}", place)
        elif page.label != label:
            message = f"the page list says page {label} where the text says page {page.label}"
            yield Complaint("pages", message, place, expected=page.label, found=label)
    for page in text.pages:
        if page.address not in listed:
            yield Complaint("pages", f"page {page.label} is not in the page list", page.start.place)
    order = [each for each in listed if each in marks]
    if order != [page.address for page in text.pages if page.address in set(order)]:
        yield Complaint("pages", "the page list is not in the order of the pages", Place(file))
