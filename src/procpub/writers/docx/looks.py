"""How paragraphs and runs look once their styles are applied, as word processors work it out (ISO/IEC 29500-1, 17.7.2):
what to measure lines with, before there is a word processor. Lengths in twips.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from procpub.layout.fallback import Chain, Fonts
from procpub.layout.flow.lines import Widths
from procpub.style import Style
from procpub.writers.docx.ooxml import Element, W, name

_PREFIX = len(f"{{{W}}}")
_VALUE = name("val")

RAISED = 0.58
"""Size of raised and lowered characters, of the size around them, in LibreOffice; Word's are a little larger."""


class Characters(NamedTuple):
    """The format of a run: family of fonts, size in half-points, and what is on."""

    family: str = ""
    size: int = 20
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    raised: bool = False


_PLAIN = Characters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The format of a paragraph; `line` is the exact height of its lines, 0 if they are as high as what is on them."""

    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    closed_up: bool = False
    """No space between it and others of its style."""
    characters: Characters = _PLAIN


class StyleLook(NamedTuple):
    """How paragraphs in a style look, and how wide words are in it."""

    look: Look
    widths: Widths


class Looks:
    """The looks of a document's styles, and the widths of words in them, each worked out once."""

    def __init__(self, styles: Element, style: Style) -> None:
        """`styles` is the styles part, `style` what its fonts come from."""
        self._styles = {element.get(name("styleId"), ""): element for element in styles.iter(name("style"))}
        defaults = styles.find(f"{name('docDefaults')}/{name('rPrDefault')}/{name('rPr')}")
        self._default = with_properties(Characters(), defaults if defaults is not None else ())
        self._faces = {face.family: key for key, face in reversed(tuple(style.faces.items()))}
        self._fonts = Fonts(style)
        self._looks: dict[str, Look] = {}
        self._widths: dict[Characters, Widths] = {}

    def of_style(self, identifier: str) -> "StyleLook":
        """The look of paragraphs in a style, and the widths of words there."""
        look = self._of_style(identifier)
        return StyleLook(look, self.widths(look.characters))

    def learn(self, styles: Iterable[Element]) -> None:
        """Adds the styles that came of the text."""
        self._styles |= {element.get(name("styleId"), ""): element for element in styles}

    def paragraph(self, properties: Element) -> Look:
        """The look of a paragraph with these properties, the first of which names its style."""
        look = self._of_style(properties[0].get(_VALUE, ""))
        return _changed(look, properties) if len(properties) > 1 else look

    def form(self, paragraph: Element, run: Iterable[Element]) -> Characters:
        """The format of a run with some properties in a paragraph with some."""
        return with_properties(self.paragraph(paragraph).characters, run)

    def chain(self, form: Characters) -> Chain:
        """The fonts of a format."""
        return self._fonts.chain(self._faces[form.family], bold=form.bold, italic=form.italic)

    def widths(self, form: Characters) -> Widths:
        """The widths of words in a format."""
        found = self._widths.get(form)
        if found is None:
            size = form.size / 2 * (RAISED if form.raised else 1)
            found = self._widths[form] = Widths(self.chain(form), size, capitals=form.capitals)
        return found

    def used(self) -> dict[Path, set[str]]:
        """The font files that text was measured in, and its characters that are theirs."""
        files: dict[Path, set[str]] = {}
        for form, widths in self._widths.items():
            chain = self.chain(form)
            for character in set().union(*widths):
                shown = character.upper() if form.capitals else character
                for each in shown:
                    font = chain.font_of(each)
                    if font:
                        files.setdefault(font.path, set()).add(each)
        return files

    def _of_style(self, identifier: str) -> Look:
        if identifier not in self._looks:
            style = self._styles[identifier]
            based_on = style.find(name("basedOn"))
            look = Look(characters=self._default)
            if identifier != "Normal":
                look = self._of_style("Normal" if based_on is None else based_on.get(_VALUE, ""))
            of_paragraph, of_run = style.find(name("pPr")), style.find(name("rPr"))
            if of_paragraph is not None:
                look = _changed(look, of_paragraph)
            if of_run is not None:
                look = replace(look, characters=with_properties(look.characters, of_run))
            self._looks[identifier] = look
        return self._looks[identifier]


def _changed(look: Look, properties: Iterable[Element]) -> Look:
    changes: dict[str, int | bool] = {}
    for element in properties:
        match element.tag[_PREFIX:]:
            case "spacing":
                for key in ("before", "after"):
                    if element.get(name(key)):
                        changes[key] = _number(element, key)
                if element.get(name("line")):
                    changes["line"] = _number(element, "line") if element.get(name("lineRule")) == "exact" else 0
            case "ind":
                for key in ("left", "right"):
                    if element.get(name(key)):
                        changes[key] = _number(element, key)
                if element.get(name("firstLine")) or element.get(name("hanging")):
                    changes["first"] = _number(element, "firstLine") - _number(element, "hanging")
            case "keepNext":
                changes["keep_next"] = _is_on(element)
            case "keepLines":
                changes["keep_lines"] = _is_on(element)
            case "pageBreakBefore":
                changes["new_page"] = _is_on(element)
            case "contextualSpacing":
                changes["closed_up"] = _is_on(element)
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]  # the keys go with their types


def with_properties(base: Characters, properties: Iterable[Element]) -> Characters:
    """The format with some properties of a run (17.3.2) applied."""
    for element in properties:
        match element.tag[_PREFIX:]:
            case "rFonts":
                base = base._replace(family=element.get(name("ascii"), base.family))
            case "sz":
                base = base._replace(size=_number(element, "val"))
            case "b":
                base = base._replace(bold=_is_on(element))
            case "i":
                base = base._replace(italic=_is_on(element))
            case "caps":
                base = base._replace(capitals=_is_on(element))
            case "vertAlign":
                base = base._replace(raised=True)
            case "rStyle" if element.get(_VALUE) == "FootnoteReference":
                base = base._replace(raised=True)
    return base


def _number(element: Element, attribute: str) -> int:
    return int(element.get(name(attribute), "0"))


def _is_on(element: Element) -> bool:
    return element.get(_VALUE) != "0"
