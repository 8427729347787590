"""What `make_fonts.py` does to fonts: cut them down, scale, name, merge and check them."""

# mypy: disable-error-code="import-untyped"

import io
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import instancer

from font_sources import Files, inside

REVISION = 1
"""Raise it when the recipe changes after a release: it stands in the fonts' version and unique-identifier strings."""

OFL = {
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://openfontlicense.org",
    14: "https://openfontlicense.org",
}
"""The names by which a font tells that it is under the OFL."""

TIMESTAMP = 3_850_000_000
"""Seconds since 1904 that every font gives as its time of making, so that two runs give the same bytes."""


def read(files: Files, end: str) -> TTFont:
    """The font whose path inside the package ends with `end`; a WOFF2 file becomes a plain one."""
    font = TTFont(io.BytesIO(inside(files, end)), recalcTimestamp=False)
    font.flavor = None
    return font


def keep(font: TTFont, characters: Iterable[int], features: Sequence[str]) -> None:
    """Cut the font down to some characters and layout features, and drop its hinting."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG", "BASE", "STAT", "VORG", "vhea", "vmtx", "MATH", "FFTM"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(characters))
    subsetter.subset(font)
    if not features:
        for tag in {"GDEF", "GPOS", "GSUB"} & set(font.keys()):
            del font[tag]


def make_quadratic(font: TTFont) -> None:
    """Put TrueType outlines in place of cubic ones, to within a unit; glyphs lose their names."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for name in order:
        outlines[name].recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(outlines[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 0)
    maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = maxp.maxComponentDepth = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def rescale(font: TTFont, scale: float, upem: int = 1000) -> None:
    """Draw everything `scale` times as large on an em of `upem` units."""
    scale_upem(font, round(upem * scale))
    font["head"].unitsPerEm = upem


def same_glyph(font: TTFont, characters: Mapping[int, int]) -> None:
    """Show each character by the glyph of another."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: table.cmap[other] for code, other in characters.items()})


def compose(font: TTFont, characters: Mapping[int, str]) -> None:
    """Draw each character as others side by side."""
    names = font.getBestCmap()
    order, glyf, hmtx = font.getGlyphOrder(), font["glyf"], font["hmtx"]
    for code, letters in characters.items():
        pen, name = TTGlyphPen(font.getGlyphSet()), f"uni{code:04X}"
        width = 0
        for letter in letters:
            pen.addComponent(names[ord(letter)], (1, 0, 0, 1, width, 0))
            width += hmtx[names[ord(letter)]][0]
        glyph = pen.glyph()
        order.append(name)
        glyf[name] = glyph
        glyph.recalcBounds(glyf)
        hmtx[name] = (width, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(order)


def set_names(font: TTFont, family: str, style: str, version: str, more: dict[int, str]) -> None:
    """Replace the names that describe the font; those that its features refer to stay."""
    identifier = f"{family}-{style}".replace(" ", "")
    names = {
        1: family,
        2: style,
        3: f"{version};procpub-{REVISION};{identifier}",
        4: f"{family} {style}",
        5: f"Version {version}; procpub {REVISION}",
        6: identifier,
    }
    table = font["name"]
    table.names = [n for n in table.names if n.nameID >= 256 and n.platformID == 3]
    for number, text in sorted((names | more).items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)
    table.removeUnusedNames(font)


def set_style(font: TTFont, *, weight: int, italic: bool) -> None:
    """Set the flags by which an application links the four styles of a family; allow embedding anywhere."""
    bold = weight >= 700
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass, os2.usWidthClass = weight, 5
    os2.fsType = 0
    os2.panose.bWeight = 8 if bold else 5
    os2.achVendID = "NONE"
    if os2.version < 4:
        os2.version = 4
        os2.usDefaultChar, os2.usBreakChar, os2.usMaxContext = 0, 0x20, 1
    os2.fsSelection &= ~0b110_0001
    os2.fsSelection |= (0x01 if italic else 0) | (0x20 if bold else 0) | (0 if italic or bold else 0x40)
    head.macStyle = (1 if bold else 0) | (2 if italic else 0)


def finish(font: TTFont, kind: str, required: str) -> bytes:
    """Fix what would differ from run to run, check that the font has the required characters, and give its bytes."""
    head = font["head"]
    head.created = head.modified = TIMESTAMP
    font.recalcTimestamp = False
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].recalcAvgCharWidth(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    made = TTFont(io.BytesIO(buffer.getvalue()))
    tables = set(made.keys())
    if "glyf" not in tables or tables & {"CFF ", "CFF2", "fvar", "gvar"}:
        raise SystemExit(f"{kind}: not a static TrueType font: {sorted(tables)}")
    if made["OS/2"].fsType != 0:
        raise SystemExit(f"{kind}: embedding is restricted")
    missing = [c for c in required if c.isprintable() and ord(c) not in made.getBestCmap()]
    if missing:
        raise SystemExit(f"{kind}: missing {''.join(missing)}")
    return buffer.getvalue()


def merge(fonts: Sequence[TTFont]) -> TTFont:
    """One font with the glyphs and the layout of all; the tables that describe a font are the first one's."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, font in enumerate(fonts):
            path = Path(folder, f"{number}.ttf")
            font.save(path)
            paths.append(str(path))
        merged: TTFont = Merger().merge(paths)
        first = TTFont(paths[0])
        for tag in ("OS/2", "hhea", "post", "name"):
            table, before = merged[tag], first[tag]
            if tag == "post":
                table.italicAngle, table.underlinePosition = before.italicAngle, before.underlinePosition
                table.underlineThickness = before.underlineThickness
            elif tag == "hhea":
                table.ascent, table.descent, table.lineGap = before.ascent, before.descent, before.lineGap
                table.caretSlopeRise, table.caretSlopeRun = before.caretSlopeRise, before.caretSlopeRun
            else:
                merged[tag] = before
        merged["head"].fontRevision = first["head"].fontRevision
        merged["head"].flags = first["head"].flags
    merged.recalcTimestamp = False
    return merged


def instance(font: TTFont, **axes: float) -> TTFont:
    """The variable font at one place of its design space."""
    fixed: TTFont = instancer.instantiateVariableFont(font, axes)
    fixed.recalcTimestamp = False
    return fixed
