"""From bytes to a tree of elements: safe whatever the bytes, every element with its lines.

Expat parses, because it tells lines beyond 65,535, which lxml does not, and calls back before anything is built. There
are no entities but XML's own five, for there may be no document type declaration; nothing outside the file is read;
depth and size are bounded.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from procpub.errors import InputError, UsageError
from procpub.patterns import regex
from procpub.readers.binary import what_binary
from procpub.tei_profile import NAMESPACE

DEEPEST = 256
"""Elements within each other; what procpub writes is never deeper (`model.check.DEEPEST`)."""

MOST = 250_000
"""Elements of a file: those of a hundred thick volumes. More would only fill the memory."""

_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
"""First bytes of UTF-16 without a mark (XML 1.0, appendix F.1)."""

_NO_ENCODINGS = frozenset({"idna", "mbcs", "oem", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})
"""Python's codecs that give text, but are none that files are in."""

_NAMESPACES = {NAMESPACE: "", "http://www.w3.org/XML/1998/namespace": "xml:"}
"""What the names of these namespaces begin with here; those of others with the namespace in braces."""

_FOLDED = regex("[\t\n\r][\t\n\r ]*| [\t\n\r ]+")
"""White space that is more than one space, or other."""

_RUN = 2**20
"""Bytes of text that are folded at once: more would only make the list of its pieces longer."""

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"

_BETWEEN_WIDE = regex(f"(?<=[{_WIDE}])[\t\r ]*\n[\t\n\r ]*(?=[{_WIDE}])")
"""A line end between characters of scripts without spaces (CSS Text 3, section 4.1.3)."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name without a prefix, its attributes, the elements and runs of characters in it, its lines.

    Names of TEI's namespace stand alone, those of XML's behind "xml:", others behind their namespace in braces. White
    space is folded to one space each, unless it is to be preserved (`xml:space`). `language` is what `xml:lang` says of
    the element or those around it, foreign phrases apart.
    """

    name: str
    attributes: dict[str, str]
    line: int
    preserve: bool
    language: str
    last: int = 0
    children: list["Element | str"] = field(default_factory=list)
    read: bool = False
    """Whether the characters directly inside are in the document, or reported."""

    def __iter__(self) -> Iterator["Element"]:
        """The elements directly inside."""
        return (child for child in self.children if not isinstance(child, str))

    def get(self, name: str) -> str:
        """The attribute's value; empty if it has none."""
        return self.attributes.get(name, "")

    def all(self, *names: str) -> list["Element"]:
        """The elements of these names directly inside, in order."""
        return [child for child in self if child.name in names]

    def first(self, *names: str) -> "Element | None":
        """The first of them."""
        return next((child for child in self if child.name in names), None)

    def within(self) -> Iterator["Element"]:
        """The element and all elements inside it, in order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if not isinstance(child, str))

    @property
    def text(self) -> str:
        """All characters inside, without white space at the ends unless it is to be preserved."""
        text = "".join(self._runs())
        return text if self.preserve else _FOLDED.sub(" ", text).strip(" ")

    def take(self) -> str:
        """The text; that of all elements inside counts as read."""
        for element in self.within():
            element.read = True
        return self.text

    @property
    def words(self) -> str:
        """The text on one line, with a space between elements that stand side by side."""
        return " ".join(run.strip() for run in self._runs() if run.strip())

    def holding(self, children: "list[Element | str]") -> "Element":
        """Another element, like this one, that holds these."""
        return Element(self.name, {}, self.line, self.preserve, self.language, self.last, children)

    def _runs(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._runs()


def parse(data: bytes, encoding: str | None) -> Element:
    """The root of the document.

    Args:
        data: the file.
        encoding: the Python codec to read it with; by default what the file says, or UTF-8.

    Raises:
        InputError: the bytes are not in that encoding, no well-formed XML, have a document type declaration, or are too
            deep or too large; the message names the line.
        UsageError: there is no such encoding.
    """
    binary = what_binary(data)
    if binary:
        raise InputError(f"this is no XML but {binary}")
    text = _decoded(data, encoding)
    if text.strip() and not text.lstrip("\ufeff \t\r\n").startswith("<"):
        raise InputError("this is no XML, which begins with a <; if it is plain text, say so with --from txt")
    parser = expat.ParserCreate("utf-8", " ")
    builder = _Builder(parser)
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise InputError(f"line {error.lineno}, column {error.offset + 1}: {builder.reason(error.code)}") from None
    return builder.root


def _decoded(data: bytes, encoding: str | None) -> str:
    declared = _DECLARED.match(data[:1000])
    marked = next((codec for mark, codec in (*_MARKS, *_UNMARKED) if data.startswith(mark)), None)
    name = encoding or marked or (declared.group(1).decode("ascii") if declared else "utf-8")
    try:
        if codecs.lookup(name).name.replace("-", "_") in _NO_ENCODINGS:
            raise LookupError
        return data.decode(name)
    except LookupError:
        if encoding:
            raise UsageError(f"there is no text encoding {encoding!r}; utf-8, cp1252 and gb18030 are some") from None
        raise InputError(
            f"line 1: it says to be encoded as {name!r}, which is not known; --encoding says otherwise"
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, or say with --encoding what it is"
        raise InputError(f"line {line}: byte {error.start} means nothing in the encoding {name}; {hint}") from None


class _Builder:
    """Takes the parser's calls and builds the tree."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._stack = [Element("", {}, 0, False, "")]
        self._runs: list[str] = []
        self._names: dict[str, str] = {}
        self._count = 0
        parser.buffer_text = True
        parser.buffer_size = _RUN
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse

    @property
    def root(self) -> Element:
        """The one element of the document."""
        return next(iter(self._stack[0]))

    def reason(self, code: int) -> str:
        """Why the parser stopped."""
        last = self._stack[-1]
        opened = f"<{last.name}> of line {last.line}"
        match expat.ErrorString(code):
            case expat.errors.XML_ERROR_NO_ELEMENTS:
                return f"the file ends before {opened} does" if last.name else "the file holds no XML"
            case expat.errors.XML_ERROR_TAG_MISMATCH:
                return f"an end tag that is not that of {opened}"
            case expat.errors.XML_ERROR_UNDEFINED_ENTITY:
                return "an entity that XML does not know; write the character itself"
            case expat.errors.XML_ERROR_INVALID_TOKEN:
                return "something that XML does not allow here, such as a control character or a lone < or &"
            case message:
                return f"this is no well-formed XML: {message}"

    def _refuse(self, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise InputError(f"line {line}: it has a document type declaration, which could hide anything; take it out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        parent, line = self._stack[-1], self._parser.CurrentLineNumber
        self._count += 1
        if len(self._stack) > DEEPEST:
            raise InputError(f"line {line}: more than {DEEPEST} elements within each other")
        if self._count > MOST:
            raise InputError(f"line {line}: more than {MOST:,} elements, which no proceedings have")
        known = {self._name(key): value for key, value in attributes.items()} if attributes else attributes
        space = known.get("xml:space")
        element = Element(
            self._name(name),
            known,
            line,
            space == "preserve" if space else parent.preserve,
            parent.language if name.endswith(" foreign") else known.get("xml:lang", parent.language),
        )
        parent.children.append(element)
        self._stack.append(element)

    def _end(self, _: str) -> None:
        self._flush()
        self._stack.pop().last = self._parser.CurrentLineNumber

    def _text(self, text: str) -> None:
        """Takes a run of characters, at most `_RUN` long; white space on both sides of where two meet is one space."""
        if not self._stack[-1].preserve:
            text = _folded(text)
            if self._runs and self._runs[-1].endswith(" "):
                text = text.removeprefix(" ")
        self._runs.append(text)

    def _flush(self) -> None:
        if self._runs:
            self._stack[-1].children.append("".join(self._runs))
            self._runs.clear()

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            namespace, _, local = name.rpartition(" ")
            known = _NAMESPACES.get(namespace, f"{{{namespace}}}" if namespace else "") + local
            self._names[name] = known
        return known


def _folded(text: str) -> str:
    if "\n" in text:
        text = _BETWEEN_WIDE.sub("", text)
    return _FOLDED.sub(" ", text)
