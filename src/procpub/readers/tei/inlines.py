"""Lines put together of what stands in them: neighbouring texts as one, no white space at the ends."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from procpub.diagnostics import Span
from procpub.model.nodes import Inline, Inlines, LineBreak, Text
from procpub.readers.tei.vocabulary import IN_LINES
from procpub.readers.tei.xml import Element

SPACES = " \t\n\r"
"""What is white space in XML (1.0, section 2.3)."""

_FOLDED = re.compile("  +")
"""What comes of texts that meet, each with a space there."""

BOUNDARY = LineBreak()
"""Stands where a block begins or ends that has to stand within a line: a line break, unless the line does so too.

Told apart by identity; a `LineBreak` of the text is another object.
"""


def merged(inlines: Iterable[Inline], *, preserve: bool, line: bool = False) -> Inlines:
    """The inlines as the model has them: no empty text, no texts side by side, boundaries only between other things.

    Args:
        inlines: in order.
        preserve: whether white space is part of what they say; else it is folded where texts meet.
        line: whether they are all that a line holds; then its ends have no white space, unless it is to be preserved.
    """
    out: list[Inline] = []
    texts: list[Text] = []
    for inline in inlines:
        if isinstance(inline, Text):
            texts.append(inline)
            continue
        if inline is BOUNDARY and not (out or texts):
            continue
        if texts:
            out += _joined(texts, preserve, starts=bool(out) and out[-1] is BOUNDARY, ends=inline is BOUNDARY)
            texts = []
        if not (inline is BOUNDARY and (not out or out[-1] is BOUNDARY)):
            out.append(inline)
    out += _joined(texts, preserve, starts=bool(out) and out[-1] is BOUNDARY, ends=False)
    if out and out[-1] is BOUNDARY:
        out.pop()
    if line and not preserve:
        out[-1:] = _stripped(out[-1:], str.rstrip)
        out[:1] = _stripped(out[:1], str.lstrip)
    return tuple(out)


def _joined(texts: list[Text], preserve: bool, *, starts: bool, ends: bool) -> list[Inline]:
    """The texts as one, if they are not empty; it may stand at the start or end of a line that a boundary makes."""
    if not texts:
        return []
    words = "".join(text.text for text in texts)
    if not preserve:
        words = _FOLDED.sub(" ", words) if len(texts) > 1 else words
        words = words.lstrip(SPACES) if starts else words
        words = words.rstrip(SPACES) if ends else words
    return [texts[0] if words == texts[0].text else replace(texts[0], text=words)] if words else []


def _stripped(ends: list[Inline], strip: Callable[[str, str], str]) -> list[Inline]:
    """The inline at an end of a line, without white space at that end."""
    return [
        inline if not isinstance(inline, Text) else replace(inline, text=words)
        for inline in ends
        if not isinstance(inline, Text) or (words := strip(inline.text, SPACES))
    ]


def apart(element: Element) -> Sequence[Element | str]:
    """The children, with a space between elements that stand side by side where nothing but elements does: they are
    data, such as names and years, and no parts of a word.
    """
    words = any(isinstance(child, str) and child.strip(SPACES) for child in element.children)
    if words or any(child.name in IN_LINES for child in element):
        return element.children
    spaced: list[Element | str] = []
    for child in element.children:
        if spaced and not (isinstance(child, str) or isinstance(spaced[-1], str)):
            spaced.append(" ")
        spaced.append(child)
    return spaced


def line_break(element: Element, span: Span) -> Iterable[Inline]:
    """A line end that means something; one that only says where the source's lines end is a space, or part of a word
    (Guidelines 3.11.3).
    """
    if element.get("break") == "no":
        return ()
    if element.attributes.keys() - {"xml:space"}:
        return (Text(text=" ", span=span),)
    return (LineBreak(span=span),)
