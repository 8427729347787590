"""Combining marks in a font made of two: where they are drawn, and where they sit on the letters of the other."""

# mypy: disable-error-code="import-untyped"

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import Anchor, BaseRecord

MARK_SHIFT = -290
"""Half the width of a lower-case letter of Source Serif: see `centre_marks`."""

PROBES = {"top": (0x301, 0x305), "middle": (None, 0x335), "bottom": (0x323, 0x325)}
"""The places on a letter, each with a mark by which to find its table: one that Source Serif has, one that only Noto
Serif has."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Letter:
    """A letter's width, and the points where marks sit on it, by place."""

    width: float
    points: Mapping[str, Point]


def centre_marks(font: TTFont) -> None:
    """Draw the combining marks over the letter before them even where nothing applies the `mark` feature.

    Source Serif draws them on the origin, that is on the right edge of that letter, and leaves it to the
    feature to move them; ReportLab alone doesn't. Drawn further left, with their anchors, they look the same
    in whatever applies the feature, and fall about right in what doesn't.
    """
    glyf, hmtx = font["glyf"], font["hmtx"]
    lookups = font["GPOS"].table.LookupList.Lookup
    marks: set[str] = set()
    for subtable in (s for lookup in lookups for s in lookup.SubTable):
        if subtable.LookupType not in (4, 6):
            continue
        to_base = subtable.LookupType == 4
        marks.update((subtable.MarkCoverage if to_base else subtable.Mark1Coverage).glyphs)
        anchors = [r.MarkAnchor for r in (subtable.MarkArray if to_base else subtable.Mark1Array).MarkRecord]
        if not to_base:
            marks.update(subtable.Mark2Coverage.glyphs)
            anchors += [a for r in subtable.Mark2Array.Mark2Record for a in r.Mark2Anchor if a is not None]
        for anchor in {id(a): a for a in anchors}.values():
            anchor.XCoordinate += MARK_SHIFT
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.isComposite():
            for part in glyph.components:
                part.x += MARK_SHIFT * ((name in marks) - (part.glyphName in marks))
        elif name in marks:
            glyph.coordinates.translate((MARK_SHIFT, 0))
    for name in font.getGlyphOrder():
        glyf[name].recalcBounds(glyf)
        hmtx[name] = (hmtx[name][0], getattr(glyf[name], "xMin", 0))


def letters(font: TTFont, scale: float) -> dict[int, Letter]:
    """The letters of Noto Serif, by character, drawn `scale` times as large."""
    points = {place: _seats(font, mark).points() for place, (_, mark) in PROBES.items()}
    found = {}
    for code, name in font.getBestCmap().items():
        here = {place: points[place][name] for place in PROBES if name in points[place]}
        scaled = {place: (x * scale, y * scale) for place, (x, y) in here.items()}
        found[code] = Letter(font["hmtx"][name][0] * scale, scaled)
    return found


def seat_marks(font: TTFont, noto: Mapping[int, Letter]) -> None:
    """Let each letter of the merged font take the marks of both designs, not those of its own alone.

    For the marks of the other design a letter gets the point that it has for its own, moved up or down by what lies
    between the two designs' points on an o. A letter of Source Serif without a point (few have one at the bottom)
    gets that of the same letter of Noto Serif, in proportion to their widths.
    """
    for place, (source_mark, noto_mark) in PROBES.items():
        theirs = _seats(font, noto_mark)
        ours = _seats(font, source_mark) if source_mark else None
        their_points, our_points = theirs.points(), ours.points() if ours else {}
        names = font.getBestCmap()
        shift = noto[ord("o")].points[place][1] - our_points[names[ord("o")]][1] if ours else 0
        for code, name in names.items():
            own, other = our_points.get(name), their_points.get(name)
            if own is None and other is None and code in noto and place in noto[code].points:
                x, y = noto[code].points[place]
                other = (x * font["hmtx"][name][0] / noto[code].width, y)
            if other is None and own is not None:
                other = (own[0], own[1] + shift)
            if other is None:
                continue
            their_points[name] = other
            our_points[name] = own or (other[0], other[1] - shift)
        theirs.change(their_points, font)
        if ours:
            ours.change(our_points, font)


@dataclass(frozen=True)
class Seats:
    """The mark-to-base table that places a mark, and the number of the mark's class there."""

    table: Any
    number: int

    def points(self) -> dict[str, Point]:
        """Where such marks sit, by letter."""
        pairs = zip(self.table.BaseCoverage.glyphs, self.table.BaseArray.BaseRecord, strict=True)
        anchors = ((name, record.BaseAnchor[self.number]) for name, record in pairs)
        return {name: (anchor.XCoordinate, anchor.YCoordinate) for name, anchor in anchors if anchor}

    def change(self, points: Mapping[str, Point], font: TTFont) -> None:
        """Have such marks sit there; those of other classes stay where they are."""
        coverage, array = self.table.BaseCoverage, self.table.BaseArray
        records = dict(zip(coverage.glyphs, array.BaseRecord, strict=True))
        for name, point in points.items():
            if name not in records:
                records[name] = BaseRecord()
                records[name].BaseAnchor = [None] * self.table.ClassCount
            anchor = records[name].BaseAnchor[self.number] = Anchor()
            anchor.Format = 1
            anchor.XCoordinate, anchor.YCoordinate = map(round, point)
        coverage.glyphs = sorted(records, key=font.getGlyphID)
        array.BaseRecord = [records[name] for name in coverage.glyphs]
        array.BaseCount = len(records)


def _seats(font: TTFont, mark: int) -> Seats:
    name = font.getBestCmap()[mark]
    subtables = (subtable for lookup in font["GPOS"].table.LookupList.Lookup for subtable in lookup.SubTable)
    [table] = [s for s in subtables if s.LookupType == 4 and name in s.MarkCoverage.glyphs]
    return Seats(table, table.MarkArray.MarkRecord[table.MarkCoverage.glyphs.index(name)].Class)
