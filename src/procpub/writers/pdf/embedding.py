"""The fonts of the file: which code stands for which glyph, what it reads as, and the glyphs themselves.

The text is drawn with simple TrueType fonts (ISO 32000-1, 9.6.3), as ReportLab makes them: a font that needs more than
about two hundred glyphs becomes several. A code stands for a glyph *and* the characters that it shows, so that text
is read back as it was: the glyph of the hyphen is one code where it is a hyphen, another where it divides a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFontFace

from procpub.errors import UsageError
from procpub.layout.fonts import Font
from procpub.writers.pdf.objects import File, decimal, reference

SPACE = 32
"""The code of the space in every font, as word spacing needs it (ISO 32000-1, 9.3.3)."""

_ESCAPED = "()\\"
_ASCII = range(SPACE + 1, 127)
_OTHERS = (*range(127, 256), *(code for code in range(1, SPACE) if code not in (9, 10, 12, 13)))
"""Codes for what is not ASCII: never 0, which is .notdef, nor what would have to be escaped."""
_ALL = (*_OTHERS, *(code for code in _ASCII if chr(code) not in _ESCAPED))

_UNMAPPABLE = {0x0: None, 0xFEFF: None, 0xFFFE: None}
"""What no code may read as (ISO 19005-2, 6.2.11.7.2)."""

_NOTHING = "\u200d"
"""What a code reads as that adds no character of its own; the zero-width joiner, which parts no word."""

_FORBIDDEN = 0x0002 | 0x0100 | 0x0200
"""Bits of OS/2's fsType: not to be embedded, not in part, not as outlines."""

_DROPPED = [int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"gasp", b"kern")]
"""Tables that only shaping needs."""


class Code(NamedTuple):
    """How a glyph is drawn: the subset of its font that has it, the code as it stands in a string, and its width."""

    subset: int
    shown: str
    width: float


class Drawn(NamedTuple):
    """A glyph and the characters that it reads as."""

    glyph: int
    characters: str


class Codes(dict[tuple[int, str], Code]):
    """The codes of one font: a dictionary from glyphs with their characters, which fills itself."""

    def __init__(self, font: Font, name: str) -> None:
        """`name` is what resource dictionaries call the font; each of its subsets has a suffix to it."""
        super().__init__()
        self.font = font
        self.name = name
        self.space = Drawn(font.glyph(" "), " ")
        """Its glyph is 0 if the font has no space."""
        self.space_width = font.advance(self.space.glyph)
        self.subsets: list[dict[int, Drawn]] = []
        self._widths: dict[int, float] = {}
        self._free: Iterator[int] = iter(())
        self._grow(_OTHERS)
        if self.space.glyph:
            self[self.space] = Code(0, " ", self.space_width)

    def __missing__(self, key: tuple[int, str]) -> Code:
        glyph, characters = key
        plain = len(characters) == 1 and ord(characters) in _ASCII and glyph == self.font.glyph(characters)
        if plain:
            subset, code = 0, ord(characters)
        else:
            number = next(self._free, None)
            if number is None:
                self._grow(_ALL)
                number = next(self._free)
            subset, code = len(self.subsets) - 1, number
        self.subsets[subset][code] = Drawn(glyph, characters)
        shown = f"\\{chr(code)}" if chr(code) in _ESCAPED else chr(code)
        width = self._widths.setdefault(glyph, self.font.advance(glyph))
        found = self[key] = Code(subset, shown, width)
        return found

    def _grow(self, free: Sequence[int]) -> None:
        self.subsets.append({SPACE: self.space} if self.space.glyph else {})
        self._free = iter(free)

    def resource(self, subset: int) -> str:
        """What resource dictionaries call a subset."""
        return f"{self.name}.{subset}" if subset else self.name


class EmbeddedFonts(dict[Font, Codes]):
    """The fonts in use: a dictionary which fills itself."""

    def __missing__(self, font: Font) -> Codes:
        codes = self[font] = Codes(font, f"F{len(self) + 1}")
        return codes

    def embed(self, file: File) -> str:
        """Adds the fonts, with the glyphs that are drawn. Returns the entries of the resource dictionary's `Font`.

        Raises:
            UsageError: a font cannot be embedded.
        """
        entries = []
        count = 0
        for codes in self.values():
            face, places = _subset(codes)
            for number, subset in enumerate(codes.subsets):
                if set(subset) - {SPACE} or number == 0:
                    entries.append(
                        f"/{codes.resource(number)} {reference(_add_font(file, codes, face, places, subset, count))}"
                    )
                    count += 1
        return "".join(entries)


def _subset(codes: Codes) -> tuple[TTFontFace, dict[int, int]]:
    """The font with no more than the glyphs that are drawn, and where they are in it.

    ReportLab cuts fonts to size too, but reads the whole file in Python before: 36 ms for a Chinese one, where this
    takes 6.

    Raises:
        UsageError: see `EmbeddedFonts.embed`.
    """
    path = codes.font.path
    source = hb.Face(hb.Blob.from_file_path(str(path)))
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({drawn.glyph for subset in codes.subsets for drawn in subset.values()})
    wanted.unicode_set.add(SPACE)  # or no cmap would be left, which ReportLab asks for
    wanted.drop_table_tag_set.update(_DROPPED)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    try:
        if int.from_bytes(source.reference_table("OS/2").data[8:10], "big") & _FORBIDDEN:
            raise TTFError("its licence does not allow that")
        plan = hb.SubsetPlan(source, wanted)
        return TTFontFace(BytesIO(plan.execute().blob.data)), dict(plan.old_to_new_glyph_mapping)
    except (TTFError, RuntimeError, ValueError) as error:
        raise UsageError(f"font {path} cannot be embedded: {error}") from error


def _add_font(
    file: File, codes: Codes, face: TTFontFace, places: Mapping[int, int], subset: Mapping[int, Drawn], count: int
) -> int:
    """Adds one simple font; `count` is how many came before, so that no two have one name."""
    # ReportLab takes codes for characters. Those without a glyph lead to glyph 0, which is .notdef.
    face.charToGlyph = {code: places[drawn.glyph] for code, drawn in subset.items()}
    last = max(subset, default=SPACE)
    program = face.makeSubset([code if code in subset else 0 for code in range(last + 1)])
    name = f"{SUBSETN(count).decode('ascii')}+{face.name.decode('ascii')}"
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {face.flags}"
        f"/FontBBox[{' '.join(map(decimal, face.bbox))}]/ItalicAngle {decimal(face.italicAngle)}"
        f"/Ascent {decimal(face.ascent)}/Descent {decimal(face.descent)}/CapHeight {decimal(face.capHeight)}"
        f"/StemV {decimal(face.stemV)}/FontFile2 {reference(file.add_stream(f'/Length1 {len(program)}', program))}>>"
    )
    first = min(subset, default=SPACE)
    glyphs = (subset[code].glyph if code in subset else 0 for code in range(first, last + 1))
    widths = " ".join(decimal(codes.font.advance(glyph)) if glyph else "0" for glyph in glyphs)
    return file.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}/LastChar {last}/Widths[{widths}]"
        f"/FontDescriptor {reference(descriptor)}/ToUnicode {reference(file.add_stream('', _to_unicode(subset)))}>>"
    )


def _to_unicode(subset: Mapping[int, Drawn]) -> bytes:
    """What each code reads as (ISO 32000-1, 9.10.3). ReportLab's map has code 0, numbers beyond U+FFFF, and one
    character for a code.
    """
    lines = [
        f"<{code:02X}> <{(drawn.characters.translate(_UNMAPPABLE) or _NOTHING).encode('utf-16-be').hex().upper()}>"
        for code, drawn in sorted(subset.items())
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(parts).encode("ascii")
