"""The few operations on XHTML elements that every part of the writer needs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

from procpub.model.languages import is_right_to_left

Element: TypeAlias = etree._Element
Attributes: TypeAlias = Mapping[str, str]

NAMESPACE = "http://www.w3.org/1999/xhtml"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STYLESHEET = "style.css"
PAGE = "page"
"""The class of what marks the beginning of a page."""

_NONE: Attributes = MappingProxyType({})

_EMPTY = f'<html xmlns="{NAMESPACE}" xmlns:epub="http://www.idpf.org/2007/ops"><head/><body/></html>'

_STRUCTURE = frozenset(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        *("html", "head", "body", "section", "header", "nav", "div", "aside", "figure", "blockquote"),
        *("ol", "ul", "li", "table", "thead", "tbody", "tr"),
    )
)
"""Elements that hold only elements, so that white space between these says nothing."""


def direction(language: str) -> str:
    """The direction that a BCP 47 tag's script runs in: "rtl" or "ltr"."""
    return "rtl" if is_right_to_left(language) else "ltr"


def document(title: str, language: str, body: Attributes = _NONE) -> tuple[Element, Element]:
    """A new XHTML document with this title, in this language, and its empty body with these attributes."""
    root = etree.XML(_EMPTY)
    set_language(root, language)
    head, content = root
    add(head, "title", title)
    add(head, "link", "", {"rel": "stylesheet", "type": "text/css", "href": STYLESHEET})
    set_all(content, body)
    return root, content


def add(parent: Element, name: str, text: str = "", attributes: Attributes = _NONE, /, *, css: str = "") -> Element:
    """A new last child called `name` with this text; `css` is its class."""
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if css:
        child.set("class", css)
    set_all(child, attributes)
    if text:
        child.text = text
    return child


def set_all(element: Element, attributes: Attributes) -> None:
    """Sets the attributes, in their order."""
    for key, value in attributes.items():
        element.set(key, value)


def add_text(parent: Element, text: str) -> None:
    """Puts text after all that the element holds."""
    last = next(parent.iterchildren(reversed=True), None)  # counting the children would take time in a long line
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def put_first(container: Element, lead: Element) -> None:
    """Puts `lead` and a space before the text of the container's first paragraph, or in a paragraph of its own; where a
    page begins before that, it still does.
    """
    first = next((child for child in container if child.get("class") != PAGE), None)
    if first is None or first.tag != f"{{{NAMESPACE}}}p":
        first = etree.Element(f"{{{NAMESPACE}}}p")
        container.insert(0, first)
    lead.tail = " " + (first.text or "")
    first.text = None
    first.insert(0, lead)


def set_language(element: Element, language: str) -> None:
    """Says which language the element is in, and the direction of its script if that differs from what is around it."""
    element.set("lang", language)
    element.set(XML_LANG, language)
    around = next((outer.get("dir") for outer in element.iterancestors() if outer.get("dir")), "ltr")
    if direction(language) != around:
        element.set("dir", direction(language))


def serialize(root: Element) -> bytes:
    """The document as UTF-8 with an XML declaration, each structural element on a line of its own."""
    _indent(root, 0)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


def _indent(element: Element, depth: int) -> None:
    """Does what lxml's `pretty_print` does, except that it never puts white space into running text."""
    if len(element) and element.tag in _STRUCTURE:
        outer = "\n" + "\t" * depth
        element.text = outer + "\t"
        for child in element:
            child.tail = outer + "\t"
            _indent(child, depth + 1)
        element[-1].tail = outer
