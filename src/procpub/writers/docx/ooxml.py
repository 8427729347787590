"""WordprocessingML elements (ISO/IEC 29500-1, chapter 17), built with lxml, and the fields and runs made of them.

python-docx has the package and its parts; its proxies for paragraphs and runs look styles up for each one that they
add, which is slow in a book, so that the text is built from these few functions.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

RELATIONSHIP_ID = f"{{{R}}}id"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_HYPHENS = {"\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_AT_HYPHENS = re.compile("([\u00ad\u2011])")

_PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "tabs", "bidi", "spacing", "ind",
    "contextualSpacing", "jc", "outlineLvl", "sectPr",
)  # fmt: skip


@cache
def name(tag: str) -> str:
    """The qualified name of a `w:` element or attribute."""
    return f"{{{W}}}{tag}"


@cache
def _prototype(tag: str) -> Element:
    return etree.Element(name(tag), nsmap=NAMESPACES)


def copied(element: Element) -> Element:
    """A copy of an element with all that is in it: it takes a quarter of the time that making one takes."""
    copy: Element = element.__copy__()  # type: ignore[attr-defined]  # the stubs of lxml don't know of it
    return copy


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """A new `w:` element with `w:` attributes and these children."""
    element = copied(_prototype(tag))
    for key, value in attributes.items():
        element.set(name(key), value)
    if children:
        element.extend(children)
    return element


def extended(tag: str, *children: Element) -> Element:
    """A new root that may hold elements which came with Word 2010, and which older programs are to ignore
    (ISO/IEC 29500-3, 7.2).
    """
    element = etree.Element(name(tag), nsmap=NAMESPACES | {"w14": W14, "mc": _MC})
    element.set(f"{{{_MC}}}Ignorable", "w14")
    element.extend(children)
    return element


def switch(tag: str, on: bool) -> Element:
    """A property that is on, or off where it would be inherited (17.17.4)."""
    return w(tag) if on else w(tag, val="0")


def twips(points: float) -> str:
    """A length as Word writes most of them: twentieths of a point."""
    return str(round(points * 20))


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in the style with this id."""
    element = copied(_paragraph(style))
    element.extend(content)
    return element


@cache
def _paragraph(style: str) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)))


def add_property(paragraph: Element, *properties: Element) -> None:
    """Gives a paragraph made by `paragraph` more properties than its style."""
    paragraph[0][:] = in_schema_order((*paragraph[0], *properties))


def in_schema_order(properties: Iterable[Element]) -> list[Element]:
    """Properties of a paragraph in the order that the schema demands (17.3.1.26)."""
    return sorted(properties, key=lambda element: _PARAGRAPH_PROPERTIES.index(etree.QName(element).localname))


def run(*content: Element, properties: Element | None = None) -> Element:
    """A run; `properties` is its `w:rPr`, if it has any."""
    return w("r", *content) if properties is None or not len(properties) else w("r", properties, *content)


def text(characters: str) -> Element:
    """The `w:t` of these characters, with the spaces at its ends."""
    element = copied(_text())
    # Word would take other white space for a tab or a line end; in a text of the model it is a space.
    element.text = characters.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    return element


@cache
def _text() -> Element:
    element = w("t")
    element.set(XML_SPACE, "preserve")
    return element


def texts(characters: str) -> list[Element]:
    """What shows these characters in a run: Word has elements for the hyphens that serve or forbid line ends."""
    return [w(_HYPHENS[part]) if part in _HYPHENS else text(part) for part in _AT_HYPHENS.split(characters) if part]


def field(instruction: str, *result: Element) -> list[Element]:
    """The runs of a complex field (17.16.18): its instruction, and the result that shows until it is updated."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """The runs before a field's result."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    return [run(w("fldChar", fldCharType="begin")), run(code), run(w("fldChar", fldCharType="separate"))]


def field_end() -> Element:
    """The run after a field's result."""
    return run(w("fldChar", fldCharType="end"))
