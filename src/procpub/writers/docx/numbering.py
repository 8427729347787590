"""Numbered and bulleted lists: every list is its own instance of a numbering definition (ISO/IEC 29500-1, 17.9).

The markers are Word's, counted by Word, and show what was printed: where the printed numbers skip, a new instance goes
on from the printed number, so that inserting an item renumbers only what follows it.
"""

from dataclasses import dataclass
from itertools import takewhile

from procpub.model.markers import marker_text
from procpub.model.nodes import ItemList, MarkerStyle
from procpub.model.numerals import letters, roman
from procpub.style import Role
from procpub.writers.docx.ooxml import Element, twips, w

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


class Numbering:
    """Collects the document's numbering definitions while the text is written."""

    def __init__(self, item: Role) -> None:
        """`item` is the role of list items: each level is indented by its `indent`, the marker hanging in it."""
        self._item = item
        self._definitions: dict[tuple[_Shape, int], int] = {}
        self._instances: list[Element] = []

    def instances(self, item_list: ItemList, level: int) -> list[str]:
        """For each item of a list on this level (from 0), the id of the numbering instance that marks it."""
        identifiers = []
        expected: tuple[_Shape, int] | None = None
        for index in range(len(item_list.items)):
            shape, number = _shape(marker_text(item_list, index), item_list.style)
            if (shape, number) != expected:
                self._add(shape, number, level)
            identifiers.append(str(len(self._instances)))
            counts = shape.format not in ("none", "bullet")
            expected = (shape, number + 1 if counts else number)
        return identifiers

    def _add(self, shape: _Shape, start: int, level: int) -> None:
        definition = self._definitions.setdefault((shape, start), len(self._definitions))
        instance = w(
            "num",
            w("abstractNumId", val=str(definition)),
            w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level)),
            numId=str(len(self._instances) + 1),
        )
        self._instances.append(instance)

    def element(self) -> Element:
        """The root of the numbering part."""
        definitions = (_definition(*key, number, self._item.indent) for key, number in self._definitions.items())
        return w("numbering", *definitions, *self._instances)


def _definition(shape: _Shape, start: int, number: int, step: float) -> Element:
    """A definition whose levels all look alike. It says the start too, which LibreOffice goes by in footnotes."""
    return w(
        "abstractNum",
        w("multiLevelType", val="hybridMultilevel"),
        *(_level(shape, start, level, step) for level in range(LEVELS)),
        abstractNumId=str(number),
    )


def _level(shape: _Shape, start: int, level: int, step: float) -> Element:
    return w(
        "lvl",
        w("start", val=str(start)),
        w("numFmt", val=shape.format),
        w("lvlText", val=shape.text(level)),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(step * (level + 1)), hanging=twips(step))),
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
