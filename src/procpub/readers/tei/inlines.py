"""Runs of inlines put together: neighbouring texts as one, no white space at the ends of a line."""

from collections.abc import Iterable
from dataclasses import replace

from procpub.model.nodes import Inline, Inlines, LineBreak, Text

SPACES = " \t\n\r"
"""What is white space in XML (1.0, section 2.3)."""

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
    for inline in inlines:
        last = out[-1] if out else None
        if inline is BOUNDARY:
            if last is None or last is BOUNDARY:
                continue
            if isinstance(last, Text) and not preserve:
                _strip_end(out)
            out.append(inline)
        elif isinstance(inline, Text):
            text = inline.text
            if last is BOUNDARY and not preserve:
                text = text.lstrip(SPACES)
            if isinstance(last, Text):
                if not preserve and last.text.endswith(" "):
                    text = text.lstrip(" ")
                out[-1] = replace(last, text=last.text + text) if text else last
            elif text:
                out.append(inline if text is inline.text else replace(inline, text=text))
        else:
            out.append(inline)
    while out and out[-1] is BOUNDARY:
        out.pop()
    if line and not preserve:
        _strip_end(out)
        _strip_start(out)
    return tuple(out)


def _strip_end(out: list[Inline]) -> None:
    last = out[-1] if out else None
    if isinstance(last, Text) and last.text.endswith(" "):
        text = last.text.rstrip(SPACES)
        out[-1:] = [replace(last, text=text)] if text else []


def _strip_start(out: list[Inline]) -> None:
    first = out[0] if out else None
    if isinstance(first, Text) and first.text.startswith(" "):
        text = first.text.lstrip(SPACES)
        out[:1] = [replace(first, text=text)] if text else []
