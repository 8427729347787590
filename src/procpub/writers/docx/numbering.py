"""Numbered and bulleted lists: every list is its own instance of a numbering definition (ISO/IEC 29500-1, 17.9).

The markers are Word's, counted by Word, and show what was printed: where the printed numbers skip, a new instance goes
on from the printed number, so that inserting an item renumbers only what follows it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from procpub.layout.flow.lines import Widths
from procpub.layout.geometry import Geometry
from procpub.model.markers import marker_text
from procpub.model.nodes import ItemList, MarkerStyle
from procpub.model.numerals import letters, roman
from procpub.style import Role, Style
from procpub.writers.docx.families import Families, named
from procpub.writers.docx.ooxml import Element, twips, w

LIST_LEVELS = 5
"""Word has five built-in styles each for numbered, bulleted and continued items; deeper items use the fifth."""

LEVELS = 9
"""How deep lists nest in Word; deeper ones stand on the ninth level."""

_NUMERALS = {
    "Letter": {letters(number): number for number in range(1, 27)},
    "Roman": {roman(number): number for number in range(1, 200)},
}
"""Numerals that Word writes as others do, and their numbers: after z, it goes on aa, bb, cc."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What all markers of a definition have in common: the number format (17.18.59) and what stands around it.

    The format `none` shows no number: then `before` is the whole marker.
    """

    format: str
    before: str
    after: str = ""

    def text(self, level: int) -> str:
        """`w:lvlText`: the marker with a place for the number of the level, counted from 0."""
        return self.before + ("" if self.format in ("none", "bullet") else f"%{level + 1}") + self.after


class Place(NamedTuple):
    """Where the items of a list stand, in points: how far their text is set in, and the marker before it."""

    left: float
    hanging: float


class Numbering:
    """Collects the document's numbering definitions while the text is written."""

    def __init__(self, item: Role, widths: Widths, style: Style) -> None:
        """`item` is the role of list items, whose markers are as wide as `widths` say; `style` knows their fonts."""
        self._item = item
        self._widths = widths
        self._families = Families(style)
        self._measure = Geometry.of(style.page).text_width
        self._definitions: dict[tuple[_Shape, int, Place], int] = {}
        self._instances: list[Element] = []
        self.indents: dict[str, int] = {}
        """How far the text of items is set in, in twips, by the ids of their instances."""

    def place(self, item_list: ItemList, left: float) -> Place:
        """Where the items of a list stand that is itself set in by `left`: as the role says, or further where a marker
        takes more; half of the measure at most, so that there is room for the text.
        """
        markers = (marker_text(item_list, index) for index in range(len(item_list.items)))
        widest = max(map(self._widths.width, markers)) + _GAP * self._item.size
        room = max(self._measure - left, 0.0)
        hanging = max(self._item.indent, min(widest, room / 2))
        return Place(min(left + hanging, max(self._measure - _NARROWEST, hanging)), hanging)

    def instances(self, item_list: ItemList, level: int, place: Place) -> list[str]:
        """For each item of a list on this level (from 0), the id of the numbering instance that marks it."""
        identifiers = []
        expected: tuple[_Shape, int] | None = None
        for index in range(len(item_list.items)):
            shape, number = _shape(marker_text(item_list, index), item_list.style)
            if (shape, number) != expected:
                self._add(shape, number, level, place)
            identifiers.append(str(len(self._instances) + len(KINDS)))
            counts = shape.format not in ("none", "bullet")
            expected = (shape, number + 1 if counts else number)
        return identifiers

    def _add(self, shape: _Shape, start: int, level: int, place: Place) -> None:
        key = (shape, start, place)
        definition = self._definitions.setdefault(key, len(self._definitions) + len(KINDS))
        identifier = str(len(self._instances) + len(KINDS) + 1)
        instance = w(
            "num",
            w("abstractNumId", val=str(definition)),
            w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level)),
            numId=identifier,
        )
        self._instances.append(instance)
        self.indents[identifier] = int(twips(place.left))

    def _family(self, shape: _Shape) -> str:
        """The family to name for what stands around the number, if it takes one."""
        around = shape.before + shape.after
        return next(filter(None, (self._families.of(character, self._widths.fonts) for character in around)), "")

    def element(self) -> Element:
        """The root of the numbering part. The first definitions are those of Word's list styles, for lists to come."""
        step = self._item.indent
        definitions = [_of_style(kind, number, step) for number, kind in enumerate(KINDS)]
        definitions += (
            _definition(shape, start, place, number, self._family(shape))
            for (shape, start, place), number in self._definitions.items()
        )
        of_styles = (w("num", w("abstractNumId", val=str(n)), numId=str(n + 1)) for n in range(len(KINDS)))
        return w("numbering", *definitions, *of_styles, *self._instances)


KINDS = ("Number", "Bullet")
"""Word's styles for lists; the instances 1 and 2 are theirs."""

_NARROWEST = 60.0
"""So much of the measure is left to items in points, however deep lists nest."""

_GAP = 0.4
"""What stands free between a marker and the text at least, of the type size."""


def _of_style(kind: str, number: int, step: float) -> Element:
    """The definition of Word's styles for numbered or bulleted items, each level of which belongs to a style."""
    shape = _Shape("bullet", "•") if kind == "Bullet" else _Shape("decimal", "", ".")
    levels = []
    for level in range(LEVELS):
        element = _level(shape, 1, level, Place(step * (level + 1), step))
        if level < LIST_LEVELS:
            element.insert(2, w("pStyle", val=f"List{kind}{level + 1 if level else ''}"))
        levels.append(element)
    return _abstract(number, levels)


def _definition(shape: _Shape, start: int, place: Place, number: int, family: str) -> Element:
    """A definition whose levels all look alike. It says the start too, which LibreOffice goes by in footnotes."""
    levels = [_level(shape, start, level, place) for level in range(LEVELS)]
    if family:
        for element in levels:
            element.append(w("rPr", named(family)))
    return _abstract(number, levels)


def _abstract(number: int, levels: Iterable[Element]) -> Element:
    """The id that Word tells definitions apart by when text is pasted (`nsid`) is as good as any."""
    return w(
        "abstractNum",
        w("nsid", val=f"{number + 1:08X}"),
        w("multiLevelType", val="hybridMultilevel"),
        *levels,
        abstractNumId=str(number),
    )


def _level(shape: _Shape, start: int, level: int, place: Place) -> Element:
    return w(
        "lvl",
        w("start", val=str(start)),
        w("numFmt", val=shape.format),
        w("lvlText", val=shape.text(level)),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(place.left), hanging=twips(place.hanging))),
        ilvl=str(level),
    )


def _shape(marker: str, style: MarkerStyle) -> tuple[_Shape, int]:
    """What a marker looks like, and its number (1 if it shows none).

    A marker that Word cannot count up to ("1.2", "§") is shown as it is.
    """
    if style is MarkerStyle.BULLET:
        return _Shape("bullet", marker), 1
    before = "".join(takewhile(lambda c: not c.isalnum(), marker))
    after = "".join(takewhile(lambda c: not c.isalnum(), reversed(marker)))[::-1]
    core = marker[len(before) : len(marker) - len(after)]
    counted = _counted(core, style)
    if counted is None:
        return _Shape("none", marker), 1
    format_, number = counted
    return _Shape(format_, before, after), number


def _counted(core: str, style: MarkerStyle) -> tuple[str, int] | None:
    """The number format that writes `core`, and which number it is; None if Word has none."""
    if core.isascii() and core.isdigit():
        return ("decimal", int(core)) if len(core) <= 4 and core == str(int(core)) else None
    case = "lower" if core.islower() else "upper" if core.isupper() else ""
    match style:
        case MarkerStyle.LOWER_ALPHA | MarkerStyle.UPPER_ALPHA:
            kind = "Letter"
        case MarkerStyle.LOWER_ROMAN | MarkerStyle.UPPER_ROMAN:
            kind = "Roman"
        case MarkerStyle.DECIMAL | MarkerStyle.BULLET:
            return None
    number = _NUMERALS[kind].get(core.lower())
    return (case + kind, number) if case and number else None
