"""Paragraph styles that come of the text: for what is set a little otherwise than its style, where it stands.

The first item of a list has space above it, say. A style of its own says so, based on that of the others, as it would
in a book that somebody built in Word with care, so that no paragraph bears formatting of its own.
"""

import re

from lxml import etree

from procpub.writers.docx.ooxml import Element, in_schema_order, name, twips, w

_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")


class Variants:
    """Collects the variants of styles while the text is written."""

    def __init__(self) -> None:
        self._identifiers: dict[tuple[str, bytes], str] = {}
        self._definitions: dict[str, Element] = {}

    def vary(self, paragraph: Element, what: str, *properties: Element) -> None:
        """Puts a paragraph into the variant of its style with these properties, which is called so."""
        style = paragraph[0][0]
        base = style.get(name("val"), "")
        key = (base, b"".join(map(etree.tostring, properties)))
        if key not in self._identifiers:
            self._identifiers[key] = self._define(base, what, properties)
        style.set(name("val"), self._identifiers[key])

    def space(self, paragraph: Element, what: str, **spaces: float) -> None:
        """The same for other space `before` or `after`, in points."""
        if paragraph.tag == name("p"):  # a table has none
            self.vary(paragraph, what, w("spacing", **{side: twips(points) for side, points in spaces.items()}))

    def _define(self, base: str, what: str, properties: tuple[Element, ...]) -> str:
        words = f"{_WORDS.sub(' ', base)} {what}"
        number = 1
        while (identifier := words.replace(" ", "")) in self._definitions:
            number += 1
            words = f"{_WORDS.sub(' ', base)} {what} {number}"
        self._definitions[identifier] = w(
            "style",
            w("name", val=words),
            w("basedOn", val=base),
            w("uiPriority", val="99"),
            w("semiHidden"),
            w("pPr", *in_schema_order(properties)),
            type="paragraph",
            customStyle="1",
            styleId=identifier,
        )
        return identifier

    def elements(self, styles: Element) -> tuple[Element, ...]:
        """The definitions of all variants; what follows a paragraph follows it as it does in the style of the others,
        which is one of the `styles`.
        """
        following = {
            style.get(name("styleId"), ""): after.get(name("val"), "")
            for style in styles.iter(name("style"))
            for after in style.iterfind(name("next"))
        }
        for identifier, variant in self._definitions.items():
            based_on = variant[1]
            base = based_on.get(name("val"), "")
            following[identifier] = following.get(base, base)
            based_on.addnext(w("next", val=following[identifier]))
        return tuple(self._definitions.values())
