"""The font table (ISO/IEC 29500-1, 17.8): what a machine takes where it does not have a font."""

from procpub.writers.docx.ooxml import Element, name, w

_ALTERNATIVES = {
    "Procpub Serif": "Source Serif 4,Noto Serif,Cambria",
    "Noto Serif SC": "Noto Serif CJK SC,Source Han Serif SC,SimSun",
}
"""Other names for procpub's own fonts, which few machines have: of what they were made from, then of what comes with
word processors. Other fonts are the user's, who has them.
"""


def font_table(styles: Element) -> Element:
    """The root of the font table, with all families that the styles part names."""
    families = {family for fonts in styles.iter(name("rFonts")) for family in fonts.attrib.values()}
    return w("fonts", *(_font(str(family)) for family in sorted(families)))


def _font(family: str) -> Element:
    font = w("font", name=family)
    if family in _ALTERNATIVES:
        font.append(w("altName", val=_ALTERNATIVES[family]))
    kind = "swiss" if "sans" in family.lower() else "roman"
    font.extend((w("family", val=kind), w("pitch", val="variable")))
    return font
