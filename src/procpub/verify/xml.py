"""XML read safely: no network, no files, no entities that the file defines, bounded depth and size."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from procpub.errors import InputError

Element: TypeAlias = etree._Element
_MOST_TAGS = 4_000_000
"""Seven times those of a volume of 7,500 pages; a tree of more would fill gigabytes."""

_DIGITS = 7

Mixed: TypeAlias = str | Element
"""What stands in mixed content: text or an element."""


def parse(data: bytes, what: str) -> Element:
    """The root of a document; `what` names it in errors.

    Raises:
        InputError: it is not well-formed, defines entities, or is too large.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise InputError(f"{what} has more than {_MOST_TAGS // 1_000_000} million tags")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{what} is no XML that can be read: {error}") from error
    if b"<!ENTITY" in data:
        raise InputError(f"{what} defines entities of its own, which are not read")
    return root


def local(element: Element | None) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if element is not None and isinstance(element.tag, str) else ""


def whole(said: str | None, default: int) -> int:
    """A whole number that an attribute says; the default if it says none, or one that nothing can have."""
    said = (said or "").strip()
    return int(said) if said.lstrip("-").isdecimal() and len(said) <= _DIGITS else default


def text_of(element: Element, between: str = "") -> str:
    """All text in an element, with something between what stands in one element and in the next."""
    return between.join(map(str, element.itertext()))


def mixed(element: Element) -> Iterator[Mixed]:
    """What is in an element, in order."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""
