"""Pass: headings inside a contribution, and the sections under them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procpub.diagnostics import Code, Report, spanning
from procpub.model.nodes import Block, Blocks, ItemList, Paragraph, Quote, Table
from procpub.model.proceedings import Contribution, Matter, Proceedings, Section
from procpub.model.walk import map_bodies, plain_text
from procpub.patterns import regex
from procpub.recovery.corrections import Corrections, HeadingLevel
from procpub.recovery.features import is_capitals
from procpub.recovery.shapes import can_be_heading, marker_of
from procpub.recovery.source_lines import SourceLines

LONGEST = 120
"""Characters in a section's heading."""

UNDIVIDED = ("imprint", "preliminaries")
"""Kinds of matter that are no running text under headings."""

DEEPEST = 4
"""Levels of sections by their numbers."""

LONGEST_RUN = 4
"""Heading-like lines in a row that are none."""

_WORD = regex(r"[^\W\d_]{2}")

_DOTTED = regex(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class _Start:
    """A section's heading: its place among the blocks, and its level, from 1."""

    index: int
    level: int


def find_sections(
    proceedings: Proceedings, report: Report, *, source: SourceLines, corrections: Corrections
) -> Proceedings:
    """Divides the blocks of each piece at its headings: short unfinished lines with text under them, each apart from
    the lines around it; those that are numbered 1.1 are inside those that are numbered 1. An editor's word comes first.
    """

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        if piece.sections or (isinstance(piece, Matter) and piece.kind in UNDIVIDED):
            return piece
        starts = [
            _Start(index, _level(block))
            for index, block in enumerate(piece.blocks)
            if _is_heading(piece.blocks, index, source, corrections)
        ]
        if not starts:
            return piece
        flat = [
            _section(f"{piece.id}-s{number}", piece.blocks[start.index : end], report)
            for number, (start, end) in enumerate(
                zip(starts, [*(start.index for start in starts[1:]), len(piece.blocks)], strict=True), 1
            )
        ]
        sections = _nested(flat, [start.level for start in starts])
        return replace(piece, blocks=piece.blocks[: starts[0].index], sections=sections)

    return map_bodies(proceedings, change)


def _section(identifier: str, blocks: Blocks, report: Report) -> Section:
    heading, *others = blocks
    if not isinstance(heading, Paragraph):
        raise TypeError("only a paragraph can be a heading")
    report.add(Code.SECTION_HEADING, f"“{plain_text(heading.children)}” heads a section", heading.span, confidence=0.8)
    span = spanning((heading.span, *(block.span for block in others)))
    return Section(id=identifier, heading=heading.children, blocks=tuple(others), span=span)


def _nested(flat: Sequence[Section], levels: Sequence[int]) -> tuple[Section, ...]:
    """Each section with those of deeper levels that follow it inside."""
    out: list[Section] = []
    i = 0
    while i < len(flat):
        after = i + 1
        while after < len(flat) and levels[after] > levels[i]:
            after += 1
        inner = _nested(flat[i + 1 : after], levels[i + 1 : after])
        span = spanning((flat[i].span, *(section.span for section in inner)))
        out.append(replace(flat[i], sections=inner, span=span) if inner else flat[i])
        i = after
    return tuple(out)


def _level(block: Block) -> int:
    """The level that a heading's number tells: 2 for 1.1, 1 without any."""
    match = _DOTTED.match(plain_text(block.children)) if isinstance(block, Paragraph) else None
    return min(DEEPEST, 1 + match["number"].count(".")) if match else 1


def _is_heading(blocks: Blocks, index: int, source: SourceLines, corrections: Corrections) -> bool:
    """A heading-like paragraph over text, a list or the like; a line at the end heads nothing."""
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return False
    wanted = corrections.headings.get(block.span.first) if block.span else None
    if wanted is not None:
        return wanted is HeadingLevel.SECTION
    follows = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(follows, Paragraph | ItemList | Quote | Table):
        return False
    text = plain_text(block.children)
    marker, dotted = marker_of(text), _DOTTED.match(text)
    words = dotted["words"] if dotted else marker.rest if marker else text
    if len(words.rstrip(".")) > LONGEST:
        return False
    words = words.rstrip(".") if is_capitals(words) else words
    if not can_be_heading(words, LONGEST) or not _WORD.search(words) or not source.stands_apart(block.span):
        return False
    if isinstance(follows, Paragraph):
        below = plain_text(follows.children)
        return (len(below) > len(text) or can_be_heading(below, LONGEST)) and not _in_list(blocks, index)
    return True


def _in_list(blocks: Blocks, index: int) -> bool:
    """Whether so many heading-like lines stand together that they are a list of names or the like."""
    run = 1
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(blocks) and run < LONGEST_RUN and _is_short(blocks[place]):
            run += 1
            place += step
    return run >= LONGEST_RUN


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and can_be_heading(plain_text(block.children), LONGEST)
