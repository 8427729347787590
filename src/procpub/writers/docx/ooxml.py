"""WordprocessingML elements (ISO/IEC 29500-1, chapter 17), built with lxml, and the fields and runs made of them.

python-docx has the package and its parts; its proxies for paragraphs and runs look styles up for each one that they
add, which is slow in a book, so that the text is built from these few functions.
"""

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

RELATIONSHIP_ID = f"{{{R}}}id"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_SPACES = str.maketrans("\t\n\r", "   ")
"""White space that Word would take for a tab or a line end; in a text of the model it is a space."""


_PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "tabs", "bidi", "spacing", "ind",
    "contextualSpacing", "jc", "outlineLvl", "sectPr",
)  # fmt: skip


def name(tag: str) -> str:
    """The qualified name of a `w:` element or attribute."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """A new `w:` element with `w:` attributes and these children."""
    element = etree.Element(name(tag), nsmap=NAMESPACES)
    for key, value in attributes.items():
        element.set(name(key), value)
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
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def add_property(paragraph: Element, *properties: Element) -> None:
    """Gives a paragraph made by `paragraph` more properties than its style."""
    paragraph[0][:] = in_schema_order((*paragraph[0], *properties))


def set_space(element: Element, side: str, points: float) -> None:
    """Gives a paragraph other space "before" or "after" than its style; tables, which have none, stay as they are."""
    if element.tag == name("p"):
        spacing = element.find(f"{name('pPr')}/{name('spacing')}")
        if spacing is None:
            spacing = w("spacing")
            add_property(element, spacing)
        spacing.set(name(side), twips(points))


def in_schema_order(properties: Iterable[Element]) -> list[Element]:
    """Properties of a paragraph in the order that the schema demands (17.3.1.26)."""
    return sorted(properties, key=lambda element: _PARAGRAPH_PROPERTIES.index(etree.QName(element).localname))


def run(*content: Element, properties: Element | None = None) -> Element:
    """A run; `properties` is its `w:rPr`, if it has any."""
    return w("r", *content) if properties is None or not len(properties) else w("r", properties, *content)


def text(characters: str) -> Element:
    """The `w:t` of these characters, with the spaces at its ends."""
    element = w("t")
    element.text = characters.translate(_SPACES)
    element.set(_XML_SPACE, "preserve")
    return element


def field(instruction: str, *result: Element) -> list[Element]:
    """The runs of a complex field (17.16.18): its instruction, and the result that shows until it is updated."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """The runs before a field's result."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return [run(w("fldChar", fldCharType="begin")), run(code), run(w("fldChar", fldCharType="separate"))]


def field_end() -> Element:
    """The run after a field's result."""
    return run(w("fldChar", fldCharType="end"))
