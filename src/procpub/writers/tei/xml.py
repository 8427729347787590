"""The few operations on TEI elements that every part of the writer needs."""

import re
from typing import TypeAlias

from lxml import etree

from procpub.tei_profile import NAMESPACE

Element: TypeAlias = etree._Element

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_UNUSUAL = re.compile(r"[\t\n\r]|  |^ | $")
"""White space that readers of XML may take for indentation, and make one space or none."""

_RUNNING_TEXT = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        "head",
        "byline",
        "p",
        "salute",
        "item",
        "note",
        "speaker",
        "stage",
        "l",
        "cell",
        "hi",
        "ref",
        "foreign",
    )
)
"""Elements in which text and elements stand side by side, so that white space would be part of what they say."""


def root(language: str) -> Element:
    """An empty TEI element in this language."""
    tree = etree.XML(f'<TEI xmlns="{NAMESPACE}"/>')
    tree.set(XML_LANG, language)
    return tree


def add(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """A new last child called `name` with this text; attributes without a value are left out."""
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        if value:
            child.set(key, value)
    if text:
        child.text = text
        if _UNUSUAL.search(text):
            keep_space(child)
    return child


def add_in(parent: Element, name: str, text: str, language: str, /, **attributes: str) -> Element:
    """Like `add`, with the language that the text is in; an empty `language` is that of the surroundings."""
    child = add(parent, name, text, **attributes)
    if language:
        child.set(XML_LANG, language)
    return child


def keep_space(element: Element) -> None:
    """Says that white space in the element is part of what it says (XML 1.0, section 2.10)."""
    element.set(XML_SPACE, "preserve")


def add_text(parent: Element, text: str) -> None:
    """Puts text after all that the element holds."""
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def indent(element: Element, depth: int = 0) -> None:
    """Puts elements on lines of their own, except in running text, which stays as it is."""
    if len(element) and element.tag not in _RUNNING_TEXT:
        outer = "\n" + "  " * depth
        element.text = outer + "  "
        for child in element:
            child.tail = outer + "  "
        element[-1].tail = outer
    for child in element:
        indent(child, depth + 1)


def serialize(tree: Element) -> bytes:
    """The document as UTF-8 with an XML declaration and a line feed at the end."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"
