"""The pages of a DOCX, counted by the marks that word processors leave where pages begin (`w:lastRenderedPageBreak`,
ISO/IEC 29500-1, 17.3.3.13), in the numbers of its sections (17.6.12).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from procpub.verify.docx.styles import FORMS, VALUE, W, integer
from procpub.verify.numerals import numeral

BREAK = f"{W}lastRenderedPageBreak"


@dataclass(frozen=True, slots=True)
class _Section:
    start: int | None
    kind: str
    is_recto: bool


class Pages:
    """Goes through the text and knows on which page it is."""

    def __init__(self, body: etree._Element) -> None:
        self._sections = [_section(each) for each in body.iter(f"{W}sectPr")] or [_Section(None, "1", is_recto=False)]
        self._known = next(body.iter(BREAK), None) is not None
        self._index = 0
        self._number = self._sections[0].start or 1
        self._opening = False
        """Whether a part that is numbered from anew has just begun: it begins with a mark that does not count."""
        self._at_start = False
        """Whether nothing of the section was shown yet."""

    def turn(self) -> None:
        """A mark: a page begins."""
        if self._opening:
            self._opening = False
        else:
            self._number += 1

    def show(self) -> None:
        """Something that stands on the page."""
        if self._at_start and self._sections[self._index].is_recto and self._number % 2 == 0:
            self._number += 1  # the blank page before, which Word does not mark
        self._opening = self._at_start = False

    def end_section(self) -> None:
        """The section ends; the next one begins on a new page."""
        if self._index + 1 == len(self._sections):
            return
        self._index += 1
        self._at_start = True
        start = self._sections[self._index].start
        if start is not None:
            self._number, self._opening = start, True

    def label(self) -> str:
        """The number that is printed on the page; empty if the file does not tell where pages begin."""
        return numeral(self._number, self._sections[self._index].kind) if self._known else ""


def _section(properties: etree._Element) -> _Section:
    numbers, kind = properties.find(f"{W}pgNumType"), properties.find(f"{W}type")
    start = integer(numbers, 1, "start") if numbers is not None and numbers.get(f"{W}start") else None
    form = numbers.get(f"{W}fmt", "") if numbers is not None else ""
    return _Section(start, FORMS.get(form, "1"), kind is not None and kind.get(VALUE) == "oddPage")


def sections_end(paragraph: etree._Element) -> Sequence[etree._Element]:
    """The properties of the section that the paragraph is the last of."""
    return paragraph.findall(f"{W}pPr/{W}sectPr")
