"""The styles part: Word's built-in styles, and a few more, as the procpub style's roles define them (17.7).

Every style states only what differs from the one that it is based on, so that who changes Normal in Word changes the
book. Names in lower case are Word's own spelling of its built-in names.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from procpub.layout.proportions import LEVEL_INDENT, PARALLEL, TITLE_SINK, TURN_OVER
from procpub.model.languages import is_right_to_left
from procpub.model.metadata import Metadata
from procpub.style import Align, Role, Style
from procpub.writers.docx.families import east_asian_family
from procpub.writers.docx.languages import is_east_asian
from procpub.writers.docx.numbering import KINDS, LIST_LEVELS
from procpub.writers.docx.ooxml import W14, Element, extended, in_schema_order, name, switch, twips, w
from procpub.writers.docx.outline import GROUP_ROLE, Outline, group_style, titled_style
from procpub.writers.docx.pages import text_height, text_width

FOOTNOTE_RULE = 114
"""Height of the line between text and footnotes with the space around it, in twips: in LibreOffice, a tenth of a
centimetre on both sides, which our style says to Word too.
"""

CELL_MARGIN = 100
"""What stands free on the left and right of a table's cell, in twips."""

_LINKED = re.compile(
    r"heading \d|Title|Subtitle|Body Text|Quote|Salutation|Closing|Date|header|footer|footnote text", re.ASCII
)
"""Paragraph styles that Word has a linked character style for."""

_BUILT_IN = re.compile(
    rf"{_LINKED.pattern}|Normal|TOC Heading|toc \d|caption|List (Number|Bullet|Continue)( \d)?|Strong|Emphasis"
    r"|Hyperlink|footnote reference|Default Paragraph Font|Normal Table|Table Grid|No List",
    re.ASCII,
)
"""Word's own styles, by Word's own names: all others are a document's."""

_PRIORITIES = (
    ("Body Text|First Paragraph", "1"),
    (r"heading \d|Heading \d Titled|Group Heading.*", "9"),
    ("Title", "10"),
    ("Subtitle", "11"),
    ("Quote", "29"),
    ("caption", "35"),
    ("toc .|TOC Heading", "39"),
    ("List .*|footnote .*|Footnote .*|header.*|footer.*|Section End", "99"),
)

_MIRRORED: dict[Align, Align] = {"left": "right", "right": "left", "justify": "left"}
"""How running heads and folios stand on left-hand pages."""

_LEADERS = {".": "dot", "-": "hyphen", "_": "underscore", "·": "middleDot", "": "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Definition:
    """A paragraph style: its name in Word, the role that it takes its look from, and the style that it is based on.

    `more` are properties of the paragraph that no role has, in place of the role's own of the same kind.
    """

    name: str
    role: Role
    based_on: str = "Normal"
    next: str = ""
    more: tuple[Element, ...] = ()


def styles_element(style: Style, outline: Outline, metadata: Metadata) -> Element:
    """The root of the styles part.

    Args:
        style: the procpub style.
        outline: the heading levels that there are to be styles for.
        metadata: for its languages: the first is the text's, and the first East Asian one the Chinese characters'.
    """
    definitions = tuple(_definitions(style, outline))
    body = style.role("body")
    roles = {_style_id(definition.name): definition.role for definition in definitions}
    normal = replace(body, first=0.0)
    return extended(
        "styles",
        _defaults(style, metadata),
        w(
            "latentStyles",
            defLockedState="0",
            defUIPriority="99",
            defSemiHidden="1",
            defUnhideWhenUsed="1",
            defQFormat="0",
            count="376",
        ),
        _normal(normal, right_to_left=is_right_to_left(metadata.language)),
        *(
            element
            for definition in definitions
            for element in _styles_of(definition, roles.get(definition.based_on, normal), style)
        ),
        *_other_styles(style),
    )


def _definitions(style: Style, outline: Outline) -> Iterator[_Definition]:
    role, body, opening = style.role, "BodyText", "FirstParagraph"
    for index, level in enumerate(outline.looks):
        more = [switch("keepLines", True), switch("pageBreakBefore", level.opens_page), w("outlineLvl", val=str(index))]
        yield _Definition(name=f"heading {index + 1}", role=role(level.heading), next=opening, more=tuple(more))
    for number in outline.of_groups:
        outline_level = w("outlineLvl", val=str(number - 1))
        based_on = f"Heading{number}"
        name = group_style(number)
        yield _Definition(name=name, role=role(GROUP_ROLE), based_on=based_on, next=opening, more=(outline_level,))
    for number in outline.titled:
        look = replace(role(outline.looks[number - 1].heading), after=0.0)
        outline_level = w("outlineLvl", val=str(number - 1))
        based_on, below = f"Heading{number}", "TalkTitle"
        yield _Definition(name=titled_style(number), role=look, based_on=based_on, next=below, more=(outline_level,))
    for index, level in enumerate(outline.looks[: outline.depth]):
        yield _Definition(name=f"toc {index + 1}", role=role(level.entry), more=_entry_properties(style, index))
    new_page = switch("pageBreakBefore", True)
    yield _Definition(name="TOC Heading", role=role("contents-heading"), next=body, more=(new_page,))
    title = role("title")
    sunk = replace(title, before=TITLE_SINK * text_height(style.page))
    yield _Definition(name="Title", role=sunk, next="Subtitle")
    smaller = replace(title, size=title.size * PARALLEL, leading=title.leading * PARALLEL)
    yield _Definition(name="Parallel Title", role=smaller, based_on="Title", next="Subtitle")
    yield _Definition(name="Subtitle", role=role("subtitle"), next=body)
    parted = replace(role("title-date"), after=role("title-date").leading)
    yield _Definition(name="Meeting", role=parted)
    yield _Definition(name="Editors", role=parted)
    yield _Definition(name="Date", role=replace(role("title-date"), after=2 * role("title-date").leading), next=body)
    yield _Definition(name="Organiser", role=role("organiser"))
    yield _Definition(name="Imprint", role=role("imprint"))
    yield _Definition(name="Body Text", role=role("body"))
    flush = replace(role("body"), first=0.0)
    yield _Definition(name="First Paragraph", role=flush, based_on="BodyText", next=body)
    at_once = w("spacing", before="0", after="0", line="20", lineRule="exact")
    yield _Definition(name="Section End", role=flush, next=opening, more=(at_once,))
    yield _Definition(name="Talk Title", role=role("talk-title"), based_on="Subtitle", next=opening)
    yield _Definition(name="Byline", role=role("byline"), next=opening)
    for name in ("Salutation", "Closing"):
        closed_up = switch("contextualSpacing", True)
        yield _Definition(name=name, role=role(name.lower()), next=opening, more=(closed_up,))
    yield from _list_definitions(_unset(role("list-item")))
    yield _Definition(name="Quote", role=_unset(role("quote")), next=opening)
    yield _Definition(name="Verse", role=role("verse"))
    yield _Definition(name="Table Text", role=role("table-cell"))
    yield _Definition(name="Table Heading", role=role("table-head"), based_on="TableText")
    yield _Definition(name="caption", role=role("caption"), next=opening)
    above = twips(role("caption").before)
    its_height = w("spacing", before=above, line="240", lineRule="auto")  # an exact height would cut pictures off
    yield _Definition(name="Figure", role=role("caption"), next="Caption", more=(its_height,))
    yield _Definition(name="Speaker", role=role("speaker"), next=opening)
    yield _Definition(name="Event", role=role("event"), next=opening)
    for name, furniture in (("header", role("running-head")), ("footer", role("folio"))):
        yield _Definition(name=name, role=furniture)
        mirrored = replace(furniture, align=_MIRRORED.get(furniture.align, furniture.align))
        yield _Definition(name=f"{name} left", role=mirrored, based_on=name.title())
    yield _Definition(name="footnote text", role=_unset(role("note")))
    rule = w("spacing", before="0", after="0", line=str(FOOTNOTE_RULE), lineRule="exact")
    yield _Definition(name="Footnote Rule", role=_unset(role("note")), based_on="FootnoteText", more=(rule,))
    for number in range(1, LIST_LEVELS + 1):
        indent = w("ind", left=twips(role("list-item").indent * number), firstLine="0")
        name = f"Footnote Continue {number}"
        yield _Definition(name=name, role=_unset(role("note")), based_on="FootnoteText", more=(indent,))


def _unset(role: Role) -> Role:
    """Without what depends on the place: the space around a whole list or quotation, and first lines set in where a
    paragraph follows another. The text gives these.
    """
    return replace(role, before=0.0, first=0.0)


def _entry_properties(style: Style, index: int) -> tuple[Element, ...]:
    """A tab at the right end of the measure, with the leader (dots where Word has no such one). Levels step in, so do
    turned-over lines. No room is kept for the numbers: LibreOffice does not show what stands beyond an indent.
    """
    role = style.role("contents-entry")
    tab = w("tab", val="right", leader=_LEADERS.get(style.leader.strip(), "dot"), pos=twips(text_width(style.page)))
    over = role.size * TURN_OVER
    left = role.indent + role.size * LEVEL_INDENT * index + over
    return w("tabs", tab), w("ind", left=twips(left), hanging=twips(over))


def _list_definitions(item: Role) -> Iterator[_Definition]:
    for kind in (*KINDS, "Continue"):
        for level in range(1, LIST_LEVELS + 1):
            more: tuple[Element, ...] = (w("ind", left=twips(item.indent * level), firstLine="0"),)
            if kind in KINDS:
                numbered = w("numPr", w("ilvl", val=str(level - 1)), w("numId", val=str(KINDS.index(kind) + 1)))
                more = (numbered, w("ind", left=twips(item.indent * level), hanging=twips(item.indent)))
            name = f"List {kind}" if level == 1 else f"List {kind} {level}"
            yield _Definition(name=name, role=item, more=more)


def _defaults(style: Style, metadata: Metadata) -> Element:
    east_asian = next(filter(is_east_asian, metadata.languages), "zh-CN")
    right_to_left = next(filter(is_right_to_left, metadata.languages), "ar-SA")
    ligatures = etree.Element(f"{{{W14}}}ligatures")  # as fonts are set everywhere else; Word does without by default
    ligatures.set(f"{{{W14}}}val", "standard")
    tags = w("lang", val=metadata.language, eastAsia=east_asian, bidi=right_to_left)
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", *_run_properties(style.role("body"), style), tags, ligatures)),
        w("pPrDefault"),
    )


def _normal(role: Role, *, right_to_left: bool) -> Element:
    properties = [*_paragraph_properties(role), switch("widowControl", True)]
    if right_to_left:
        properties.append(switch("bidi", True))
    return _style("paragraph", "Normal", w("qFormat"), w("pPr", *in_schema_order(properties)), default=True)


def _styles_of(definition: _Definition, base: Role, style: Style) -> Iterator[Element]:
    """The paragraph style, and the character style that Word links with it where it has one of its own: what part of a
    paragraph is set in, if a user gives it the style.
    """
    replaced = {element.tag for element in definition.more}
    own = [element for element in _paragraph_properties(definition.role) if element.tag not in replaced]
    paragraph = [*_differing(own, _paragraph_properties(base)), *definition.more]
    run = _differing(_run_properties(definition.role, style), _run_properties(base, style))
    element = _style("paragraph", definition.name, w("basedOn", val=definition.based_on))
    if definition.next:
        element.append(w("next", val=definition.next))
    linked = f"{definition.name[0].upper()}{definition.name[1:]} Char"
    is_linked = bool(_LINKED.fullmatch(definition.name))
    if is_linked:
        element.append(w("link", val=_style_id(linked)))
    element.append(w("uiPriority", val=_priority(definition.name)))
    element.append(w("qFormat"))
    if paragraph:
        element.append(w("pPr", *in_schema_order(paragraph)))
    if run:
        element.append(w("rPr", *map(deepcopy, run)))
    yield element
    if is_linked:
        character = _style("character", linked, w("basedOn", val="DefaultParagraphFont"))
        character.append(w("link", val=_style_id(definition.name)))
        if run:
            character.append(w("rPr", *run))
        yield character


def _priority(style_name: str) -> str:
    """Where Word lists a style among those that it recommends: its own order, then the document's."""
    return next((value for pattern, value in _PRIORITIES if re.fullmatch(pattern, style_name)), "19")


def _style(kind: str, style_name: str, *content: Element, default: bool = False) -> Element:
    """The definition of a style; `default` is for what names no style of this kind."""
    element = w("style", w("name", val=style_name), *content, type=kind, styleId=_style_id(style_name))
    if not _BUILT_IN.fullmatch(style_name):
        element.set(name("customStyle"), "1")
    if default:
        element.set(name("default"), "1")
    return element


def _style_id(style_name: str) -> str:
    """The name without spaces and with capitals, as Word makes ids of its own styles' names."""
    return "".join(word.upper() if word == "toc" else word[0].upper() + word[1:] for word in style_name.split())


def _differing(own: Iterable[Element], base: Iterable[Element]) -> list[Element]:
    inherited = {(element.tag, *element.items()) for element in base}
    return [element for element in own if (element.tag, *element.items()) not in inherited]


def _paragraph_properties(role: Role) -> list[Element]:
    """Lines are exactly as high as the style says, whichever fonts meet in them."""
    return [
        switch("keepNext", role.keep),
        w(
            "spacing",
            before=twips(role.before),
            after=twips(role.after),
            line=twips(role.leading),
            lineRule="exact",
        ),
        w("ind", left=twips(role.indent), firstLine=twips(role.first)),
        w("jc", val="both" if role.align == "justify" else role.align),
    ]


def _run_properties(role: Role, style: Style) -> list[Element]:
    """Chinese, Japanese and Korean are set in the style's first fallback face. Type of 1 point and more is kerned."""
    family = style.face(role).family
    east_asian = east_asian_family(style) or family
    size = str(round(role.size * 2))
    return [
        w("rFonts", ascii=family, hAnsi=family, eastAsia=east_asian, cs=family),
        *(switch(tag, role.bold) for tag in ("b", "bCs")),
        *(switch(tag, role.italic) for tag in ("i", "iCs")),
        switch("caps", role.capitals),
        w("color", val=role.colour.removeprefix("#").upper()),
        w("kern", val="2"),
        w("sz", val=size),
        w("szCs", val=size),
    ]


def _other_styles(style: Style) -> Iterator[Element]:
    """Character, table and numbering styles, with the default that Word expects of each kind."""
    colour = w("color", val=style.role("link").colour.removeprefix("#").upper())
    yield _style("character", "Default Paragraph Font", default=True)
    yield _style("character", "Strong", w("qFormat"), w("rPr", switch("b", True), switch("bCs", True)))
    yield _style("character", "Emphasis", w("qFormat"), w("rPr", switch("i", True), switch("iCs", True)))
    yield _style("character", "Hyperlink", w("rPr", colour, w("u", val="single")))
    yield _style("character", "footnote reference", w("rPr", w("vertAlign", val="superscript")))
    margins = w("tblCellMar", *(w(side, w=str(CELL_MARGIN), type="dxa") for side in ("left", "right")))
    yield _style("table", "Normal Table", w("tblPr", margins), default=True)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz="4", space="0", color="auto") for side in sides))
    yield _style("table", "Table Grid", w("basedOn", val="NormalTable"), w("tblPr", borders))
    yield _style("numbering", "No List", default=True)
