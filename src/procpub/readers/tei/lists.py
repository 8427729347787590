"""Lists: which kind one is, and its items with their markers (Guidelines 3.8)."""

from collections.abc import Callable
from dataclasses import replace

from procpub.diagnostics import Span
from procpub.model.nodes import Block, Blocks, Inlines, Item, ItemList, MarkerStyle, Paragraph, Text
from procpub.readers.tei.xml import Element

LONGEST_MARKER = 12
"""Characters; "Article 12." has eleven."""

_BULLETED = frozenset({"bulleted", "bullet", "bullets", "unordered", "simple", "none", "gloss"})
_NUMBERED = frozenset({"numbered", "ordered", "enumerated"})


def read_list(element: Element, blocks: Callable[[Element], Blocks], line: Callable[[Element], Inlines]) -> list[Block]:
    """The list, behind its head if it has one; without items, what else stands in it.

    Args:
        element: the `list`. A `label` of one word before an item is its marker, as the Guidelines have it for numbers;
            other labels are paragraphs.
        blocks: what an item holds.
        line: what a head holds.
    """
    out: list[Block] = [Paragraph(children=line(head), span=span_of(head)) for head in element.all("head")]
    items: list[Item] = []
    marker = ""
    before: list[Block] = []
    for child in element:
        match child.name:
            case "head":
                pass
            case "label" if _is_marker(child) and not marker:
                marker = child.take()
            case "item":
                if marker and child.get("n"):
                    before.append(Paragraph(children=(Text(text=marker),), span=span_of(child)))
                    marker = child.get("n")
                inside = (*before, *blocks(child)) or (Paragraph(children=()),)
                items.append(Item(marker=child.get("n") or marker, blocks=inside, span=span_of(child)))
                marker, before = "", []
            case _:
                before += blocks(element.holding([child]))
    if marker:
        before.append(Paragraph(children=(Text(text=marker),), span=span_of(element)))
    if before and items:
        items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *before))
    elif before:
        return [*out, *before]
    if items:
        style, start = _numbering(element, items[0].marker)
        out.append(ItemList(style=style, start=start, items=tuple(items), span=span_of(element)))
    return out


def span_of(element: Element) -> Span:
    """The lines of the file that the element stands on."""
    return Span(element.line, max(element.line, element.last))


def _is_marker(label: Element) -> bool:
    """Whether a label is short enough to be set in the margin, and nothing but characters."""
    return not any(True for _ in label) and 0 < len(label.text) <= LONGEST_MARKER


def _numbering(element: Element, marker: str) -> tuple[MarkerStyle, int]:
    """The style and the first number: as the list says, or as its first marker shows."""
    words = {*element.get("rend").split(), *element.get("type").split()}
    style = next((style for style in MarkerStyle if style in words), None)
    if style is None and words & _BULLETED:
        style = MarkerStyle.BULLET
    if style is None:
        style = _style_of(marker) or (MarkerStyle.DECIMAL if words & _NUMBERED else MarkerStyle.BULLET)
    start = element.get("n")
    if style is MarkerStyle.BULLET:
        return style, 1
    return style, int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1


def _style_of(marker: str) -> MarkerStyle | None:
    """What kind of number a printed marker is: "(b)" and "IV." tell it; None if it is no number."""
    core = marker.strip(" ().[]-–:")
    if core.isdigit():
        return MarkerStyle.DECIMAL
    if core and not core.lower().strip("ivxlc"):
        return MarkerStyle.LOWER_ROMAN if core.islower() else MarkerStyle.UPPER_ROMAN
    if len(core) == 1 and core.isalpha() and core.isascii():
        return MarkerStyle.LOWER_ALPHA if core.islower() else MarkerStyle.UPPER_ALPHA
    return None
