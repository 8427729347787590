"""Filling pages: a stack of boxes is divided where it may be; footnotes go to the foot of the page that calls them."""

from collections.abc import Sequence
from dataclasses import dataclass

from procpub.layout.boxes import Box, Placed, Rule, stack, stack_height

NOTE_RULE = 60.0
"""Length of the rule over footnotes, in points."""


@dataclass(frozen=True, slots=True)
class _State:
    """A page as far as it is filled: the next box, how many boxes stand, their height, the notes below them, and the
    lines of notes that go over to the next page.
    """

    upcoming: int
    standing: int
    height: float
    notes: tuple[Box, ...]
    carried: tuple[Box, ...]


def fill_pages(boxes: Sequence[Box], height: float, note_gap: float) -> list[tuple[Placed, ...]]:
    """Divides the stack into pages.

    No page ends after a box that keeps with the next, unless so many do that they don't fit on one page. A note begins
    on the page where it is called, and goes on over the next if it is too long. A box that is higher than the page
    stands alone and sticks out.

    Args:
        boxes: what is to be placed, in order.
        height: of a page, in points.
        note_gap: between the text and the notes, in points; a short rule stands in its middle.
    """
    pages: list[tuple[Placed, ...]] = []
    upcoming = 0
    carried: tuple[Box, ...] = ()
    while upcoming < len(boxes) or carried:
        standing, end = _fill(boxes, upcoming, carried, height, note_gap)
        pages.append((*stack(standing), *_foot(end.notes, height, note_gap)))
        upcoming, carried = end.upcoming, end.carried
    return pages


def _fill(
    boxes: Sequence[Box], start: int, carried: tuple[Box, ...], height: float, note_gap: float
) -> tuple[list[Box], _State]:
    """One page, from box `start` on."""
    ended = start == len(boxes)
    room = height - note_gap - (0.0 if ended else boxes[start].height)
    notes, carried = _taken(carried, room, least=1 if ended else 0)
    standing = list(boxes[start].repeat) if not ended else []
    page = _State(start, len(standing), stack_height(standing), notes, carried)
    best: _State | None = None
    while page.upcoming < len(boxes):
        box = boxes[page.upcoming]
        standing.append(box)
        added = _added(page, box, standing, height, note_gap)
        if added is None and page.upcoming > start:
            standing.pop()
            break
        page = added or _forced(page, box, standing)
        if not box.keep:
            best = page
    if page.upcoming < len(boxes) and best:
        page = best
    return standing[: page.standing], page


def _added(page: _State, box: Box, standing: Sequence[Box], height: float, note_gap: float) -> _State | None:
    """The page with the box and its notes; None if not even the first line of each note fits."""
    bottom = _next_bottom(page, box, standing)
    called = tuple(line for note in box.notes for line in note)
    if not called:
        fits = bottom + _foot_height(page.notes, note_gap) <= height
        return _State(page.upcoming + 1, len(standing), bottom, page.notes, page.carried) if fits else None
    if page.carried:
        return None
    notes, carried = _taken((*page.notes, *called), height - note_gap - bottom)
    begun = len(page.notes) + len(called) - len(box.notes[-1])
    if bottom > height or len(notes) <= begun:
        return None
    return _State(page.upcoming + 1, len(standing), bottom, notes, carried)


def _forced(page: _State, box: Box, standing: Sequence[Box]) -> _State:
    """The page with a box that does not fit, but must stand somewhere; its notes follow on the next."""
    called = tuple(line for note in box.notes for line in note)
    bottom = _next_bottom(page, box, standing)
    return _State(page.upcoming + 1, len(standing), bottom, page.notes, (*page.carried, *called))


def _next_bottom(page: _State, box: Box, standing: Sequence[Box]) -> float:
    gap = max(standing[-2].after, box.before) if len(standing) > 1 else 0.0
    return page.height + gap + box.height


def _taken(lines: tuple[Box, ...], room: float, least: int = 0) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """As many lines of notes as there is room for, at least so many, and the others."""
    count = sum(placed.y + placed.box.height <= room for placed in stack(lines))
    count = max(count, least)
    return lines[:count], lines[count:]


def _foot_height(notes: Sequence[Box], note_gap: float) -> float:
    return note_gap + stack_height(notes) if notes else 0.0


def _foot(notes: Sequence[Box], height: float, note_gap: float) -> tuple[Placed, ...]:
    """The notes, ending at the foot of the page, under their rule."""
    if not notes:
        return ()
    top = height - stack_height(notes)
    rule = Box(0.0, (Rule(0.0, -note_gap / 2, NOTE_RULE, 0.4),))
    return (Placed(0.0, top, rule), *stack(notes, top))
