"""The markers of lists in a DOCX, counted as a word processor counts them (ISO/IEC 29500-1, 17.9)."""

import re
from collections import defaultdict
from dataclasses import InitVar, dataclass, field

from lxml import etree

from procpub.verify.docx.styles import FORMS, VALUE, W, integer
from procpub.verify.numerals import numeral

_BULLET = "•"


@dataclass(slots=True)
class Numbering:
    """Gives each item its marker, in the order of the text."""

    root: InitVar[etree._Element | None]
    _parts: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    """Definitions and instances, by their tags and ids."""
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self, root: etree._Element | None) -> None:
        for tag, attribute in (("num", "numId"), ("abstractNum", "abstractNumId")):
            for each in root.iter(f"{W}{tag}") if root is not None else ():
                self._parts[tag, each.get(f"{W}{attribute}", "")] = each

    def marker(self, instance: str, level: int) -> str | None:
        """The marker of the next item of a numbering instance on a level, from 0; None if it is no list.

        An instance that overrides the start begins anew where it is first used (17.9.26).
        """
        number = self._parts.get(("num", instance))
        reference = number.find(f"{W}abstractNumId") if number is not None else None
        if number is None or reference is None:
            return None
        abstract = reference.get(VALUE, "")
        override = next((each for each in number.iter(f"{W}lvlOverride") if each.get(f"{W}ilvl") == str(level)), None)
        definition = self._level(abstract, level)
        counts = self._counts[abstract]
        begins = override.find(f"{W}startOverride") if override is not None else None
        if begins is not None and (instance, level) not in self._begun:
            self._begun.add((instance, level))
            counts[level] = integer(begins, 1)
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = integer(definition.find(f"{W}start") if definition is not None else None, 1)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._text(abstract, level, counts)

    def _text(self, abstract: str, level: int, counts: dict[int, int]) -> str:
        definition = self._level(abstract, level)
        pattern = definition.find(f"{W}lvlText") if definition is not None else None
        form = definition.find(f"{W}numFmt") if definition is not None else None
        if form is not None and form.get(VALUE) == "bullet":
            return _BULLET  # its character is one of a font of symbols

        def count(match: "re.Match[str]") -> str:
            each = int(match[1]) - 1
            own = self._level(abstract, each)
            kind = own.find(f"{W}numFmt") if own is not None else None
            return numeral(counts.get(each, 1), FORMS.get(kind.get(VALUE, "") if kind is not None else "", "1"))

        return re.sub(r"%([1-9])", count, pattern.get(VALUE, "") if pattern is not None else "")

    def _level(self, abstract: str, level: int) -> etree._Element | None:
        found = self._parts.get(("abstractNum", abstract))
        levels = found.iter(f"{W}lvl") if found is not None else ()
        return next((each for each in levels if each.get(f"{W}ilvl") == str(level)), None)
