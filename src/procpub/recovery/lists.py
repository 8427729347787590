"""Pass: paragraphs with list markers become lists, nested as their markers and indents show, markers as printed."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from procpub.diagnostics import Report
from procpub.model.nodes import Block, Blocks, MarkerStyle, Paragraph
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks, plain_text
from procpub.recovery.hanging import Hanging, hanging, marker_in, opened_by
from procpub.recovery.item_lists import ROMAN_OF, Marked, Unmarked, build
from procpub.recovery.nesting import map_nested
from procpub.recovery.shapes import Marker, ends_sentence
from procpub.recovery.source_lines import SourceLines

NUMBERED_PARAGRAPH = 40
"""Words, on average, of the paragraphs of a record that are numbered throughout; items are shorter."""

_DIALOGUE = "—―"
"""Dashes that begin what somebody says, where novels and minutes print no quotation marks."""


def find_lists(proceedings: Proceedings, report: Report, *, source: SourceLines) -> Proceedings:
    """Turns runs of marked paragraphs into lists, each of them reported; what is set in under an item is its own."""
    return map_blocks(proceedings, lambda blocks: map_nested(blocks, lambda each: _listed(each, source, report)))


class _Run(NamedTuple):
    """Marked paragraphs with nothing between them but what belongs to them, from index `begin` to before `end`."""

    begin: int
    end: int
    parts: tuple[Marked | Unmarked, ...]

    @property
    def marked(self) -> tuple[Marked, ...]:
        """Those with markers."""
        return tuple(part for part in self.parts if isinstance(part, Marked))


def _listed(blocks: Blocks, source: SourceLines, report: Report) -> Blocks:
    out: list[Block] = []
    done = 0
    for run in _runs(blocks, source):
        if _is_numbered_text(run, blocks) or not _is_list([part.marker for part in run.marked]):
            continue
        out += blocks[done : run.begin]
        out += build(run.parts, report)
        done = run.end
    return (*out, *blocks[done:]) if out else blocks


def _runs(blocks: Blocks, source: SourceLines) -> Iterator[_Run]:
    parts: list[Marked | Unmarked] = []
    opened: tuple[Hanging, ...] = ()
    for index, block in enumerate((*blocks, None)):
        part = _part(block, opened, source) if isinstance(block, Paragraph) else None
        if part:
            parts.append(part)
            opened = opened_by(part.place, opened) if isinstance(part, Marked) else opened
        elif parts:
            yield _Run(index - len(parts), index, tuple(parts))
            parts, opened = [], ()


def _part(paragraph: Paragraph, opened: Sequence[Hanging], source: SourceLines) -> Marked | Unmarked | None:
    marker = marker_in(paragraph, source)
    if marker:
        return Marked(paragraph, marker, hanging(source.within(paragraph.span), marker))
    lines = source.within(paragraph.span) if opened else ()
    holds = any(item.holds(lines, source) for item in opened)
    return Unmarked(paragraph, lines[0].indent) if holds else None


def _is_numbered_text(run: _Run, blocks: Blocks) -> bool:
    """Whether these are no items but the paragraphs of a record that is numbered throughout: long ones that nothing
    announces, and that go on counting from before.
    """
    first = run.marked[0].marker
    if first.style is not MarkerStyle.DECIMAL or first.path or first.number <= 1:
        return False
    before = blocks[run.begin - 1] if run.begin else None
    announced = isinstance(before, Paragraph) and plain_text(before.children).endswith((":", "："))
    words = sum(part.marker.rest.count(" ") + 1 for part in run.marked)
    return not announced and words >= NUMBERED_PARAGRAPH * len(run.marked)


def _is_list(markers: Sequence[Marker]) -> bool:
    """Bullets make a list, and so do markers of which two count up. A number or letter alone may be that of a heading,
    a date or an initial: such lines are left as they are.
    """
    bullets = [marker for marker in markers if marker.style is MarkerStyle.BULLET]
    if len(bullets) > 1 or any(marker.shape not in _DIALOGUE for marker in bullets):
        return True
    seen: set[tuple[MarkerStyle, tuple[int, ...], int]] = set()
    for marker in markers:
        readings = _readings(marker)
        if any(_counts_up(reading, marker, seen) for reading in readings) and _may_be_item(marker, markers):
            return True
        seen.update(readings)
    return False


_Reading = tuple[MarkerStyle, tuple[int, ...], int]


def _readings(marker: Marker) -> tuple[_Reading, ...]:
    """What a marker may count: a letter is one of an alphabet, and perhaps a Roman numeral."""
    own = (marker.style, marker.path, marker.number)
    return (own, (ROMAN_OF[marker.style], (), marker.roman)) if marker.roman and marker.style in ROMAN_OF else (own,)


def _counts_up(reading: _Reading, marker: Marker, seen: Set[_Reading]) -> bool:
    """Whether the number before has been seen. Capitals with a stop are counted from A, or by three, lest two people's
    initials pass for a list.
    """
    style, path, number = reading
    if path and number == 1 and (style, path[:-1], path[-1]) in seen:
        return True
    if (style, path, number - 1) not in seen:
        return False
    initials = style is MarkerStyle.UPPER_ALPHA and marker.shape == "."
    return not initials or number == 2 or (style, path, number - 2) in seen


def _may_be_item(marker: Marker, markers: Sequence[Marker]) -> bool:
    """Numbers like 1.2 count headings as well: where nothing that they mark ends as text does, they may."""
    return not marker.path or any(ends_sentence(each.rest) or each.rest[-1] in ",;:" for each in markers if each.path)
