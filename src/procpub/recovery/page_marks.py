"""The printed pages: where the source's furniture began one, the document says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from procpub.interfaces import Line
from procpub.model.nodes import Block, Blocks, PageBreak, Paragraph, Text, Turn
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks
from procpub.recovery.folios import UNREADABLE
from procpub.recovery.furniture import PageMark

_WORDS = 4
"""Words of a page's first line by which it is found again in a paragraph that runs over the break."""


def place_page_marks(proceedings: Proceedings, marks: Sequence[PageMark], lines: Sequence[Line]) -> Proceedings:
    """Puts a page break where each page begins: between blocks, or inside the paragraph that runs over it."""
    readable = [mark for mark in marks if mark.label != UNREADABLE]
    if not readable:
        return proceedings
    openings = _openings(readable, lines)
    waiting = readable[::-1]
    return map_blocks(proceedings, lambda blocks: tuple(_marked(blocks, waiting, openings)))


def _openings(marks: Sequence[PageMark], lines: Sequence[Line]) -> Mapping[int, str]:
    """The first words after each mark, by the line that the mark stands after."""
    return {mark.after: _first_words(lines, mark.after) for mark in marks}


def _first_words(lines: Sequence[Line], after: int) -> str:
    text = next((line.text for line in lines[after:] if line.text), "")
    return " ".join(text.split()[:_WORDS])


def _marked(blocks: Blocks, waiting: list[PageMark], openings: Mapping[int, str]) -> Iterator[Block]:
    """The blocks with their page breaks; `waiting` are the marks still to be placed, the next one last."""
    for block in blocks:
        while waiting and block.span and waiting[-1].after < block.span.first:
            yield PageBreak(label=waiting.pop().label)
        inside: list[PageMark] = []
        while waiting and block.span and waiting[-1].after < block.span.last:
            inside.append(waiting.pop())
        match block:
            case Turn() if inside:
                own = tuple(_marked(block.blocks, inside[::-1], openings))
                yield replace(block, blocks=own)
            case Paragraph() if inside:
                yield _split(block, inside, openings)
            case _:
                yield from (PageBreak(label=mark.label) for mark in inside)
                yield block


def _split(paragraph: Paragraph, marks: Sequence[PageMark], openings: Mapping[int, str]) -> Paragraph:
    for mark in marks:
        children = paragraph.children
        for index, child in enumerate(children):
            place = _place(child.text, openings[mark.after]) if isinstance(child, Text) else None
            if place is not None and isinstance(child, Text):
                head, tail = Text(text=child.text[:place]), Text(text=child.text[place:])
                broken = (*((head,) if head.text else ()), PageBreak(label=mark.label), tail)
                paragraph = replace(paragraph, children=(*children[:index], *broken, *children[index + 1 :]))
                break
        else:
            paragraph = replace(paragraph, children=(PageBreak(label=mark.label), *children))
    return paragraph


def _place(text: str, opening: str) -> int | None:
    """Where the page's first words stand in the text. A word divided over the break begins on the page before."""
    words = opening.split()
    for first in (0, 1):
        pattern = r"\s+".join(map(re.escape, words[first:-1] if len(words) == _WORDS else words[first:]))
        match = re.search(pattern, text) if pattern else None
        if match:
            return match.start()
    return None
