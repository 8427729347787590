"""The font table (ISO/IEC 29500-1, 17.8), with the fonts themselves: the pages are the same on machines without them.

A font is cut down to the characters that the document has, and to those that whoever corrects it may need. The file is
obfuscated as 17.8.1 wants it.
"""

from collections.abc import Mapping, Set
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.parts.document import DocumentPart

from procpub.layout.subsets import subset
from procpub.style import Face, Style
from procpub.writers.docx.ooxml import RELATIONSHIP_ID, Element, name, w
from procpub.writers.docx.parts import add_part, relate

_ALTERNATIVES = {
    "Procpub Serif": "Source Serif 4,Noto Serif,Cambria",
    "Noto Serif SC": "Noto Serif CJK SC,Source Han Serif SC,SimSun",
}
"""Other names for procpub's own fonts, for programs that don't look at embedded ones: of what they were made from, then
of what comes with word processors. Other fonts are the user's, who has them.
"""

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
"""The content type of embedded fonts, which python-docx does not know."""

_NEEDED = frozenset(map(chr, (*range(0x20, 0x180), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), 0x2122, 0x2212)))
"""What fonts of running text keep, whatever the document has: Latin letters, punctuation, currency signs."""

_FIRST_IDEOGRAPH = 0x2E80
_ROW = 0x100
"""Of a script with an alphabet, a font keeps each row of code points that the document has a character of."""

_OBFUSCATED_LENGTH = 32


def add_font_table(document: DocumentPart, styles: Element, style: Style, used: Mapping[Path, Set[str]]) -> list[Path]:
    """Adds the table of the fonts that the styles and the text name, and the fonts.

    Args:
        document: the main part.
        styles: the root of the styles part.
        style: what knows the fonts' files.
        used: the files that text stands in, with its characters.

    Returns:
        The files that may not be embedded, for their licences forbid it.
    """
    root = w("fonts")
    table, _ = add_part(
        document, XmlPart, "fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, root
    )
    faces = {face.family: face for face in reversed(tuple(style.faces.values()))}
    of_text = {style.face(role).family for role in style.roles.values()}
    named = {str(family) for fonts in styles.iter(name("rFonts")) for family in fonts.attrib.values()}
    forbidden: list[Path] = []
    for family in sorted(
        named | {family for family, face in faces.items() if used.keys() & set(_files(face).values())}
    ):
        font = _font(family)
        root.append(font)
        if family not in faces:
            continue
        files = _files(faces[family])
        characters = frozenset[str]().union(*(used.get(file, frozenset()) for file in files.values()))
        if not characters:
            continue
        for slot, file in files.items():
            if slot != "embedRegular" and file not in used:
                continue
            kept = _with_rows(characters) | (_NEEDED if family in of_text else frozenset())
            data = subset(file, kept)
            if data is None:
                forbidden.append(file)
            else:
                font.append(_embedded(table, slot, data))
    return forbidden


def _font(family: str) -> Element:
    font = w("font", name=family)
    if family in _ALTERNATIVES:
        font.append(w("altName", val=_ALTERNATIVES[family]))
    kind = "swiss" if "sans" in family.lower() else "roman"
    font.extend((w("family", val=kind), w("pitch", val="variable")))
    return font


def _files(face: Face) -> dict[str, Path]:
    """The files of a family, by the elements that embed them, in the order that the schema wants."""
    files = {
        "embedRegular": face.regular,
        "embedBold": face.bold,
        "embedItalic": face.italic,
        "embedBoldItalic": face.bold_italic,
    }
    return {slot: file for slot, file in files.items() if file}


def _with_rows(characters: Set[str]) -> Set[str]:
    """The characters, with all letters of their alphabets; ideographs and syllables are too many."""
    rows = {ord(character) // _ROW for character in characters if ord(character) < _FIRST_IDEOGRAPH}
    return characters | {chr(code) for row in rows for code in range(row * _ROW, (row + 1) * _ROW)}


def _embedded(table: XmlPart, slot: str, data: bytes) -> Element:
    """Adds a font to the package; gives the element that embeds it. Its key is that of its contents."""
    key = uuid5(NAMESPACE_OID, data.hex())
    uri = PackURI(f"/word/fonts/font{len(table.rels) + 1}.odttf")
    part = Part(uri, _OBFUSCATED, _obfuscated(data, key), table.package)
    element = w(slot, fontKey=f"{{{str(key).upper()}}}", subsetted="1")
    element.set(RELATIONSHIP_ID, relate(table, RELATIONSHIP_TYPE.FONT, part))
    return element


def _obfuscated(data: bytes, key: UUID) -> bytes:
    """The font with its first bytes changed by those of the key, from the last to the first."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:_OBFUSCATED_LENGTH], mask, strict=True)) + data[_OBFUSCATED_LENGTH:]
