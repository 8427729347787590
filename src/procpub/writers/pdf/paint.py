"""Painting laid-out pages: marks become operators of content streams (ISO 32000-1, 8 and 9), each within the marked
content of the element that it belongs to (14.6), or of an artifact (14.8.2.2).

Layout counts down from a page's top left corner, PDF up from its foot.
"""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, assert_never

from procpub.layout.boxes import Line, LinkArea, Page, Picture, Placed, Rule
from procpub.layout.structure import Element
from procpub.writers.pdf.fragments import Fragments, TextState
from procpub.writers.pdf.images import Images
from procpub.writers.pdf.objects import decimal
from procpub.writers.pdf.tagging import TAGS, Rectangle, Tagging

_BLACK = "#000000"
_FURNITURE = "/Artifact BMC"
_HEAD = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
_FOOT = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
_RULE = "/Artifact<</Type/Layout>>BDC"


class Area(NamedTuple):
    """Where a click leads: its rectangle on the page, the target, and the element whose it is."""

    rectangle: Rectangle
    target: str
    element: Element


class Painted(NamedTuple):
    """A page's content stream, its link areas, and the names of the pictures on it."""

    content: str
    areas: tuple[Area, ...]
    pictures: frozenset[str]


class Painter:
    """Paints page after page; what is drawn for which element is told to the tagging.

    Spaces are widened by the word spacing operator: codes have one byte, and the space is 32 in every font, so that it
    works as in simple fonts.
    """

    def __init__(self, height: float, fragments: Fragments, images: Images, tagging: Tagging) -> None:
        """`height` is that of all pages, in points."""
        self._height = height
        self._fragments = fragments
        self._images = images
        self._tagging = tagging

    def paint(self, page: Page) -> Painted:
        """The next page."""
        self._tagging.begin_page()
        content = _Content(self._height, self._fragments, self._images, self._tagging)
        for placed in page.boxes:
            content.draw(placed)
        for furniture in (page.head, page.folio):
            if furniture:
                content.draw(furniture, artifact=_HEAD if furniture.y < self._height / 2 else _FOOT)
        return content.painted()


class _Content:
    """One page in the making, and the state of its operators."""

    def __init__(self, height: float, fragments: Fragments, images: Images, tagging: Tagging) -> None:
        self._height = height
        self._fragments = fragments
        self._images = images
        self._tagging = tagging
        self._out: list[str] = []
        self._areas: list[Area] = []
        self._pictures: set[str] = set()
        self._open: Element | str | None = None
        """What the marked content that is open belongs to: an element, or an artifact, by its operator."""
        self._in_text = False
        self._setting: TextState | None = None
        self._font = ""
        self._rise = 0.0
        self._colour = _BLACK

    def draw(self, placed: Placed, artifact: str = "") -> None:
        """Draws a box; all of it is an artifact if the operator for that is given."""
        for mark in placed.box.marks:
            x, y = placed.x + mark.x, self._height - placed.y - mark.y
            match mark:
                case Line():
                    self._line(mark, x, y, artifact)
                case Rule():
                    self._rule(mark, x, y)
                case Picture():
                    self._picture(mark, x, y)
                case LinkArea():
                    self._areas.append(Area((x, y - mark.height, x + mark.width, y), mark.target, mark.element))
                case _:
                    assert_never(mark)

    def painted(self) -> Painted:
        """The page, when all is drawn."""
        self._end_text()
        content = "\n".join(self._out)
        return Painted(content, tuple(self._areas), frozenset(self._pictures))

    def _line(self, line: Line, x: float, y: float, artifact: str) -> None:
        fragments = [fragment for piece in line.pieces for fragment in self._fragments[piece]]
        element = None if artifact else line.element
        if len({setting for setting, _ in fragments}) == 1:  # nearly all lines
            runs = [(fragments[0][0], "".join([text for _, text in fragments]))]
        else:
            groups = groupby(fragments, key=itemgetter(0))
            runs = [(setting, "".join([text for _, text in group])) for setting, group in groups]
        begun = inline = False
        for setting, text in runs:
            inline = inline or setting.element is not None
            owner: Element | str = (setting.element or element) if element else artifact or _FURNITURE
            if owner is not self._open:
                self._mark(owner)
            if not begun:
                self._begin_line(x, y, line)
                begun = True
            if setting is not self._setting:
                self._set(setting)
            shown = self._widened(text, line, setting) if self._fragments.gaps else text
            self._out.append(f"[({shown})]TJ" if ")" in shown else f"({shown})Tj")
        if inline and element:
            self._tagging.read(line.pieces)

    def _widened(self, text: str, line: Line, setting: TextState) -> str:
        """The text with the gaps of its line in the place of what stands for them."""
        for factor, placeholder in self._fragments.gaps.items():
            if placeholder in text:
                text = text.replace(placeholder, _widened(line.word_space * factor, setting.size))
        return text

    def _begin_line(self, x: float, y: float, line: Line) -> None:
        """Where the line stands, how much it is expanded, and how wide its spaces are."""
        if not self._in_text:
            self._out.append("BT")
            self._in_text = True
        self._out.append(f"{line.expansion:.5g} 0 0 1 {x:.2f} {y:.2f} Tm {line.word_space:.3f} Tw")

    def _set(self, setting: TextState) -> None:
        if setting.font != self._font:
            self._out.append(setting.font)
            self._font = setting.font
        if setting.rise != self._rise:
            self._out.append(f"{decimal(setting.rise)} Ts")
            self._rise = setting.rise
        self._paint_in(setting.colour)
        self._setting = setting

    def _paint_in(self, colour: str) -> None:
        if colour != self._colour:
            self._out.append(f"{components(colour)} rg")
            self._colour = colour

    def _mark(self, owner: Element | str) -> None:
        """Opens the marked content of an element or artifact."""
        if owner == self._open:
            return
        self._close()
        if isinstance(owner, str):
            self._out.append(owner)
        else:
            self._out.append(f"/{TAGS[owner.kind]}<</MCID {self._tagging.mark(owner)}>>BDC")
        self._open = owner

    def _close(self) -> None:
        """Closes marked content."""
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def _end_text(self) -> None:
        """Ends the text object and what marked content is in it: lines and pictures stand outside of text."""
        self._close()
        if self._in_text:
            self._out.append("ET")
            self._in_text = False

    def _rule(self, rule: Rule, x: float, y: float) -> None:
        self._end_text()
        self._setting = None
        self._paint_in(_BLACK)
        corner = f"{decimal(x)} {decimal(y - rule.thickness / 2)}"
        self._out.append(f"{_RULE} {corner} {decimal(rule.width)} {decimal(rule.thickness)} re f EMC")

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        name = self._images.name(picture.image)
        self._pictures.add(name)
        self._end_text()
        self._mark(picture.element)
        left, bottom = x, y - picture.height
        matrix = " ".join(map(decimal, (picture.width, 0, 0, picture.height, left, bottom)))
        self._out.append(f"q {matrix} cm /{name} Do Q")
        self._close()
        self._tagging.enclose(picture.element, (left, bottom, left + picture.width, y))


def components(colour: str) -> str:
    """Three components from 0 to 1 of a colour given as #rrggbb."""
    return " ".join(decimal(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _widened(points: float, size: float) -> str:
    """Inside a fragment: moves what follows to the right."""
    return f"){decimal(-points * 1000 / size)}(" if points else ""
