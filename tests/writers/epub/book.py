"""Reading an EPUB back: the book as a reading system sees it, and what must hold of every one."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from procpub.diagnostics import Code, Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.nodes import (
    Blocks,
    Inline,
)
from procpub.model.proceedings import Contribution, Group, Proceedings
from procpub.model.walk import headings, lines, nested, notes, pieces, plain_text
from procpub.style import load_style
from procpub.writers.epub import WRITER
from tests.documents import paragraph, text

NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Tree = etree._Element


class Book:
    """An EPUB as a reading system sees it."""

    def __init__(
        self, document: Proceedings, *, depth: int = 1, style: str = "default", pages: PageMap | None = None
    ) -> None:
        self.report = Report()
        edition = WRITER.write(document, contents_of(document, depth), load_style(style), self.report, pages=pages)
        self.data = edition.data
        self.archive = ZipFile(BytesIO(edition.data))
        self.files = {name: self.archive.read(name) for name in self.archive.namelist()}
        self.package = etree.fromstring(self.files["EPUB/content.opf"])
        self.xhtml = {
            name.removeprefix("EPUB/"): etree.fromstring(data)
            for name, data in self.files.items()
            if name.endswith(".xhtml")
        }
        self.spine = [
            self.href(f"opf:manifest/opf:item[@id='{idref}']") for idref in self.texts("opf:spine/opf:itemref/@idref")
        ]
        self.navigation = self.xhtml[self.href("opf:manifest/opf:item[@properties='nav']")]

    def texts(self, path: str) -> list[str]:
        """What an XPath of texts or attributes finds in the package document."""
        return [str(found) for found in self._found(self.package, path)]

    def href(self, path: str) -> str:
        return self.texts(f"{path}/@href")[0]

    def find(self, path: str, file: str = "c.xhtml") -> list[Tree]:
        """What an XPath of elements finds in a file."""
        return self._found(self.xhtml[file], path)

    def css(self) -> str:
        return self.files["EPUB/style.css"].decode()

    @staticmethod
    def _found(tree: Tree, path: str) -> list[Tree]:
        found = tree.xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return found  # type: ignore[return-value]  # XPath may find anything; the paths here say what


def codes(book: Book) -> list[Code]:
    return [diagnostic.code for diagnostic in book.report]


def speech(*parts: Inline | Blocks) -> Proceedings:
    """A document of one contribution, "c", of these blocks, and of paragraphs with these inlines."""
    made: Blocks = ()
    for part in parts:
        made += part if isinstance(part, tuple) else (paragraph("Words ", part, "."),)
    return Proceedings(body=(Contribution(id="c", kind="speech", heading=text("Mr. C"), blocks=made),))


def said(element: Tree) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


Listed = tuple[str, str, int]


def listed(element: Tree, level: int = 1) -> Iterator[Listed]:
    """Words, target and level of each link in nested ordered lists."""
    for item in element.iterfind("x:ol/x:li", NAMES):
        link = item.find("x:a", NAMES)
        assert link is not None
        yield link.text or "", link.get("href", ""), level
        yield from listed(item, level + 1)


def pointed(element: Tree, level: int = 1) -> Iterator[Listed]:
    """Words, target and level of each NCX navPoint."""
    for point in element.iterfind("ncx:navPoint", NAMES):
        content = point.find("ncx:content", NAMES)
        assert content is not None
        yield point.findtext("ncx:navLabel/ncx:text", "", NAMES), content.get("src", ""), level
        yield from pointed(point, level + 1)


def assert_same_contents(document: Proceedings, depth: int) -> None:
    book = Book(document, depth=depth)
    entries = [(entry.label, entry.id, entry.level) for entry in contents_of(document, depth).entries]
    in_navigation = list(listed(book.navigation.findall(".//x:nav", NAMES)[0]))
    ncx = etree.fromstring(book.files["EPUB/toc.ncx"]).find("ncx:navMap", NAMES)
    assert ncx is not None
    assert list(pointed(ncx)) == in_navigation
    if not entries:
        assert [href for _, href, _ in in_navigation] == [book.spine[1]]
        return
    assert [(label, href.partition("#")[2], level) for label, href, level in in_navigation] == entries
    page = next(book.xhtml[name] for name in book.spine if book.xhtml[name].find(".//x:nav", NAMES) is not None)
    assert list(listed(page.findall(".//x:nav", NAMES)[0])) == in_navigation
    for label, href, _ in in_navigation:
        file, _, identifier = href.partition("#")
        (heading,) = book.find(f"//*[@id='{identifier}']", file)
        if not heading.findall(".//x:a", NAMES):  # a note's number is no part of the label
            assert said(heading).replace("\u00ad", "").replace(" ", "") == label.replace(" ", "")


def assert_links_resolve(book: Book) -> None:
    for name, tree in book.xhtml.items():
        ids = [element.get("id") for element in tree.iterfind(".//*[@id]")]
        assert len(set(ids)) == len(ids), name
        for element in tree.iter():
            for target in filter(None, (element.get("href"), element.get("src"))):
                if target.startswith(("https:", "mailto:")):
                    continue
                file, _, identifier = target.partition("#")
                assert posixpath.join("EPUB", file or name) in book.files, target
                if identifier:
                    assert book.find(f"//*[@id='{identifier}']", file or name), target
            if labelled := element.get("aria-labelledby"):
                assert labelled in ids


def words_of(document: Proceedings) -> Iterator[str]:
    """Every line of text in the document, those of notes included."""
    for piece in pieces(document):
        own = () if isinstance(piece, Group) else piece.blocks
        in_headings = (block for line in headings(piece) for note in notes(line) for block in note.blocks)
        yield from map(plain_text, headings(piece))
        for outer in (*in_headings, *own):
            for block in nested(outer):
                yield from map(plain_text, lines(block))


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(character for words in texts for character in words if not character.isspace())
