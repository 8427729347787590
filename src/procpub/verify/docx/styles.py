"""What the styles of a DOCX say of paragraphs (ISO/IEC 29500-1, 17.7): their names, outline levels, numbering."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from procpub.verify.xml import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"

FORMS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
"""Forms of numbers (17.18.59), as `procpub.verify.numerals` calls them; all others are figures."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with those that it is based on, nearest first: their names in small letters, and what they set."""

    names: tuple[str, ...] = ()
    outline: int | None = None
    """The outline level, from 0."""
    numbering: etree._Element | None = None
    hidden: bool = False
    """Whether text in it is not shown."""

    def is_a(self, *names: str) -> bool:
        """Whether the style or one that it is based on is called so."""
        return any(name in names for name in self.names)


def styles_of(root: etree._Element | None) -> Mapping[str, Style]:
    """All styles, by their ids."""
    elements = {} if root is None else {each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")}
    return {identifier: _style(list(_chain(identifier, elements))) for identifier in elements}


def _chain(identifier: str, elements: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    seen: set[str] = set()
    while identifier in elements and identifier not in seen:
        seen.add(identifier)
        yield elements[identifier]
        based_on = elements[identifier].find(f"{W}basedOn")
        identifier = based_on.get(VALUE, "") if based_on is not None else ""


def _style(chain: list[etree._Element]) -> Style:
    names = (each.find(f"{W}name") for each in chain)
    levels = (each.find(f"{W}pPr/{W}outlineLvl") for each in chain)
    numbering = (each.find(f"{W}pPr/{W}numPr") for each in chain)
    hidden = next((each for style in chain if (each := style.find(f"{W}rPr/{W}vanish")) is not None), None)
    level = next((each for each in levels if each is not None), None)
    return Style(
        names=tuple(name.get(VALUE, "").lower() for name in names if name is not None),
        outline=integer(level, 9) if level is not None else None,
        numbering=next((each for each in numbering if each is not None), None),
        hidden=hidden is not None and hidden.get(VALUE) not in ("0", "false"),
    )


def integer(element: etree._Element | None, default: int, attribute: str = "val") -> int:
    """A number that an element says."""
    return whole(element.get(f"{W}{attribute}") if element is not None else None, default)
