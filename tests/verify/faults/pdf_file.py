"""A PDF opened for surgery: what its content streams show, glyph by glyph, and the elements of its structure tree.

pypdf reads and writes the file; the content streams are cut as the bytes they are, so that all but the fault stays.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

_TOKEN = re.compile(
    rb"/(?P<font>[A-Za-z0-9.]+) [\d.]+ Tf"
    rb"|/MCID (?P<number>\d+)[^>]*>>\s*BDC"
    rb"|(?P<begin>\b(?:BDC|BMC)\b)"
    rb"|(?P<end>\bEMC\b)"
    rb"|(?P<shown>\[(?:\((?:\\.|[^\\()])*\)|[^\]()])*\]\s*TJ|\((?:\\.|[^\\()])*\)\s*Tj)",
    re.DOTALL,
)
_STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_CODE = re.compile(rb"\\.|[^\\]", re.DOTALL)
_MAPPED = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")


class Glyph(NamedTuple):
    """A glyph as a content stream shows it: what it reads as, the bytes that it takes, the string array it is in."""

    text: str
    start: int
    end: int
    font: str
    number: int
    array: int


class Page:
    """What a page shows that is content and no artifact."""

    def __init__(self, page: DictionaryObject) -> None:
        self.object = page
        content = page["/Contents"]
        assert isinstance(content, StreamObject)
        self._stream = content
        self.content = content.get_data()
        self._maps = tuple((font, self.map_of(font).get_data()) for font in sorted(_fonts(page)))
        self.glyphs = _glyphs(self.content, self._maps)
        self.text = "".join(glyph.text for glyph in self.glyphs)

    def codes(self, font: str) -> Mapping[int, str]:
        """What the codes of a font read as."""
        return _codes(dict(self._maps)[font])

    def map_of(self, font: str) -> StreamObject:
        """The stream that says what the codes of a font read as."""
        found: Any = _fonts(self.object)[font]["/ToUnicode"]
        assert isinstance(found, StreamObject)
        return found

    def spans(self, words: str) -> list[tuple[int, int]]:
        """Where words stand: from which glyph, up to before which."""
        starts = [0]
        for glyph in self.glyphs:
            starts.append(starts[-1] + len(glyph.text))
        at = {start: index for index, start in enumerate(starts)}
        found = (match.start() for match in re.finditer(re.escape(words), self.text))
        return [(at[first], at[first + len(words)]) for first in found if first in at and first + len(words) in at]

    def cut(self, changes: Sequence[tuple[int, int, bytes]]) -> None:
        """Puts other bytes for stretches of the content."""
        content = self.content
        for start, end, other in sorted(changes, reverse=True):
            content = content[:start] + other + content[end:]
        self.content = content
        self._stream.set_data(content)


def _fonts(page: DictionaryObject) -> dict[str, Any]:
    """The fonts of a page, by the names that its content calls them by."""
    fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
    return {name.removeprefix("/"): font for name, font in fonts.items()}


@lru_cache(256)
def _codes(unicode_map: bytes) -> Mapping[int, str]:
    """What codes read as by a font's map."""
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _MAPPED.findall(unicode_map)
    }


@lru_cache(1024)  # a fault leaves most pages as they are, and hundreds of faults are done to one file
def _glyphs(content: bytes, maps: tuple[tuple[str, bytes], ...]) -> tuple[Glyph, ...]:
    """The glyphs that a content stream shows; `maps` say what the codes of its fonts read as."""
    found: list[Glyph] = []
    codes, font, open_marks = {name: _codes(each) for name, each in maps}, "", [-1]
    for array, token in enumerate(_TOKEN.finditer(content)):
        if token["font"]:
            font = token["font"].decode()
        elif token["number"]:
            open_marks.append(int(token["number"]))
        elif token["begin"]:
            open_marks.append(open_marks[-1])
        elif token["end"]:
            open_marks.pop()
        elif open_marks[-1] >= 0:
            for string in _STRING.finditer(content, token.start("shown"), token.end("shown")):
                for code in _CODE.finditer(content, string.start(1), string.end(1)):
                    text = codes[font][code[0][-1]]
                    found.append(Glyph(text, code.start(), code.end(), font, open_marks[-1], array))
    return tuple(found)


class Words(NamedTuple):
    """Words on a page: from which glyph, up to before which."""

    page: Page
    sheet: int
    first: int
    last: int

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Their glyphs."""
        return self.page.glyphs[self.first : self.last]

    @property
    def start(self) -> int:
        """Where their bytes begin."""
        return self.glyphs[0].start

    @property
    def end(self) -> int:
        """Where their bytes end."""
        return self.glyphs[-1].end

    @property
    def raw(self) -> bytes:
        """Their bytes, with what moves glyphs between them. They begin and end in the parentheses of a string."""
        assert len({glyph.array for glyph in self.glyphs}) == 1, "the words stand in more than one line"
        return self.page.content[self.start : self.end]

    @property
    def with_space(self) -> "Words":
        """The words and the space behind them."""
        assert self.page.glyphs[self.last].text == " ", "no space stands behind the words"
        return self._replace(last=self.last + 1)

    def encoded(self, words: str) -> bytes:
        """Other words in the codes of the font that these are set in."""
        font = self.glyphs[0].font
        codes = {text: code for code, text in self.page.codes(font).items()}
        return b"".join(b"\\%c" % codes[char] if char in "()\\" else b"%c" % codes[char] for char in words)


class File:
    """The file."""

    def __init__(self, data: bytes) -> None:
        self.writer = PdfWriter(clone_from=BytesIO(data))
        self.root = self.writer.root_object
        self.pages = [Page(page) for page in self.writer.pages]
        self._numbers = {page.indirect_reference.idnum: index for index, page in enumerate(self.writer.pages)}  # type: ignore[union-attr]

    def saved(self) -> bytes:
        """The file's bytes."""
        out = BytesIO()
        self.writer.write(out)
        return out.getvalue()

    def words(self, words: str, inside: DictionaryObject | None = None) -> Words:
        """Words that the file, or an element of it, shows once."""
        marks = set(self.marks(inside)) if inside is not None else None
        found = [
            Words(page, index, first, last)
            for index, page in enumerate(self.pages)
            for first, last in page.spans(words)
            if marks is None or (index, page.glyphs[first].number) in marks
        ]
        assert len(found) == 1, f"{words!r} is shown {len(found)} times"
        return found[0]

    def label(self, index: int) -> str:
        """The label of a page."""
        return self.writer.page_labels[index]

    @cached_property
    def elements(self) -> list[DictionaryObject]:
        """All structure elements, in reading order."""
        return list(self._walk(self.root["/StructTreeRoot"]["/K"]))  # type: ignore[index]

    def element(self, kind: str, words: str) -> DictionaryObject:
        """The one element of a type that begins with words."""
        found = [each for each in self.elements if type_of(each) == kind and self.text(each).startswith(words)]
        assert len(found) == 1, f"{len(found)} elements {kind} begin with {words!r}"
        return found[0]

    def text(self, element: DictionaryObject) -> str:
        """The text in an element."""
        return "".join(
            glyph.text
            for index, number in self.marks(element)
            for glyph in self.pages[index].glyphs
            if glyph.number == number
        )

    def marks(self, element: DictionaryObject, page: int | None = None) -> list[tuple[int, int]]:
        """The marked content in an element: page and number of each."""
        page = self._page(element, page)
        found: list[tuple[int, int]] = []
        for kid in kids(element):
            if isinstance(kid, int):
                assert page is not None
                found.append((page, kid))
            elif "/MCID" in kid:
                own = self._page(kid, page)
                assert own is not None
                found.append((own, kid["/MCID"]))
            elif "/S" in kid:
                found += self.marks(kid, page)
        return found

    def annotations(self, element: DictionaryObject) -> list[DictionaryObject]:
        """The links in an element."""
        found: list[DictionaryObject] = []
        for kid in kids(element):
            if isinstance(kid, DictionaryObject) and "/Obj" in kid:
                own = kid["/Obj"].get_object()
                assert isinstance(own, DictionaryObject)
                found.append(own)
            elif isinstance(kid, DictionaryObject) and "/S" in kid:
                found += self.annotations(kid)
        return found

    def undraw(self, element: DictionaryObject) -> None:
        """Takes what an element shows from its pages; the element stays."""
        marks = set(self.marks(element))
        for index, page in enumerate(self.pages):
            changes = [(each.start, each.end, b"") for each in page.glyphs if (index, each.number) in marks]
            if changes:
                page.cut(changes)

    def _page(self, element: DictionaryObject, page: int | None) -> int | None:
        return self._numbers[element.raw_get("/Pg").idnum] if "/Pg" in element else page

    def _walk(self, element: Any) -> Iterator[DictionaryObject]:
        element = element.get_object()
        if isinstance(element, list):
            for kid in element:
                yield from self._walk(kid)
        elif isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            for kid in kids(element):
                if isinstance(kid, DictionaryObject):
                    yield from self._walk(kid)


def type_of(element: DictionaryObject) -> str:
    """An element's type, without the slash."""
    return str(element["/S"]).removeprefix("/")


def kids(element: DictionaryObject) -> list[Any]:
    """What is in an element."""
    own = element.get("/K", ArrayObject())
    own = own.get_object()
    return [kid.get_object() for kid in own] if isinstance(own, list) else [own]


def siblings(element: DictionaryObject) -> tuple[ArrayObject, int]:
    """The array that an element stands in, and its place there."""
    parent: Any = element["/P"]
    if not isinstance(parent.raw_get("/K"), ArrayObject):
        parent[NameObject("/K")] = ArrayObject([parent.raw_get("/K")])
    array = parent["/K"]
    places = [i for i, kid in enumerate(array) if isinstance(kid, IndirectObject) and kid.get_object() is element]
    assert len(places) == 1
    return array, places[0]


def removed(element: DictionaryObject) -> Any:
    """Takes an element from its parent; returns the reference to it."""
    array, place = siblings(element)
    return array.pop(place)


def exchanged(one: DictionaryObject, other: DictionaryObject) -> None:
    """Puts each of two elements where the other stands."""
    (ours, here), (theirs, there) = siblings(one), siblings(other)
    ours[here], theirs[there] = theirs[there], ours[here]
