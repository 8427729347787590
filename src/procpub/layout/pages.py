"""Filling pages: a stack of boxes is divided where it may be; footnotes go to the foot of the page that calls them."""

from collections.abc import Sequence
from dataclasses import dataclass

from procpub.layout.boxes import Box, Placed, Rule, next_top, stack, stack_height
from procpub.layout.lines import ROUNDING

NOTE_RULE = 60.0
"""Length of the rule over footnotes, in points."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """The lines of notes at the foot of a page, and those that go over to the next."""

    lines: tuple[Box, ...] = ()
    carried: tuple[Box, ...] = ()

    def height(self, gap: float) -> float:
        """How much of the page they take, with the gap above them."""
        return gap + stack_height(self.lines) if self.lines else 0.0


def fill_pages(boxes: Sequence[Box], height: float, note_gap: float, grid: float = 0.0) -> list[tuple[Placed, ...]]:
    """Divides the stack into pages.

    No page ends after a box that keeps with the next, unless so many do that they don't fit on one page. A note begins
    on the page where it is called, and goes on over the next if it is too long. A box that is higher than the page
    stands alone and sticks out.

    Args:
        boxes: what is to be placed, in order.
        height: of a page, in points.
        note_gap: between the text and the notes, in points; a short rule stands in its middle.
        grid: the pitch of the baseline grid that lines of that height stand on, in points; 0 for none.
    """
    pages: list[tuple[Placed, ...]] = []
    upcoming = 0
    foot = _Foot()
    while upcoming < len(boxes) or foot.carried:
        standing, upcoming, foot = _fill(boxes, upcoming, foot.carried, height, note_gap, grid)
        pages.append((*standing, *_placed(foot.lines, height, note_gap)))
    return pages


def _fill(
    boxes: Sequence[Box], start: int, carried: tuple[Box, ...], height: float, note_gap: float, grid: float
) -> tuple[list[Placed], int, _Foot]:
    """One page, from box `start` on: what stands on it, the box that the next begins with, and its notes."""
    foot = _carried_over(boxes, start, carried, height, note_gap)
    standing = list(stack(boxes[start].repeat)) if start < len(boxes) else []
    bottom = standing[-1].y + standing[-1].box.height if standing else 0.0
    after = standing[-1].box.after if standing else 0.0
    limit = height + ROUNDING - foot.height(note_gap)
    best: tuple[int, int, _Foot] | None = None
    upcoming = start
    for index in range(start, len(boxes)):
        box = boxes[index]
        top = next_top(bottom, after, box, grid) if standing else 0.0
        below = top + box.height
        if box.notes:
            grown = _called(foot, box, height - note_gap - below, height - note_gap - box.height)
            if grown is None and index > start:
                break
            foot = grown or _Foot(foot.lines, (*foot.carried, *_lines(box)))
            limit = height + ROUNDING - foot.height(note_gap)
        elif below > limit and index > start:
            break
        standing.append(Placed(0.0, top, box))
        upcoming, bottom, after = index + 1, below, box.after
        if not box.keep:
            best = (upcoming, len(standing), foot)
    if upcoming < len(boxes) and best:
        upcoming, count, foot = best
        standing = standing[:count]
    return standing, upcoming, foot


def _carried_over(boxes: Sequence[Box], start: int, carried: tuple[Box, ...], height: float, note_gap: float) -> _Foot:
    """The foot of a page that begins with notes of the one before: as many as leave room for one box."""
    if not carried:
        return _Foot()
    ended = start == len(boxes)
    return _taken(carried, height - note_gap - (0.0 if ended else boxes[start].height), least=1 if ended else 0)


def _called(foot: _Foot, box: Box, room: float, most: float) -> _Foot | None:
    """The foot with the box's notes; None if not even the first line of each fits into the room.

    Notes that could not all begin on a page with the box alone, which leaves them so much room as `most`, need not.
    What goes over to the next page leaves room for the line that the box keeps with.
    """
    if foot.carried or room < 0:
        return None
    lines = _lines(box)
    grown = _taken((*foot.lines, *lines), room)
    if grown.carried and box.keep:
        grown = _taken((*foot.lines, *lines), room - box.height)
    begun = len(foot.lines) + len(lines) - len(box.notes[-1])
    if len(grown.lines) > begun:
        return grown
    too_long = stack_height(lines[: len(lines) - len(box.notes[-1]) + 1]) > most
    return grown if too_long and len(grown.lines) > len(foot.lines) else None


def _lines(box: Box) -> tuple[Box, ...]:
    """The lines of the notes called in a box."""
    return tuple(line for note in box.notes for line in note)


def _taken(lines: tuple[Box, ...], room: float, least: int = 0) -> _Foot:
    """As many lines of notes as there is room for, at least so many, and the others."""
    count = sum(placed.y + placed.box.height <= room + ROUNDING for placed in stack(lines))
    count = max(count, least)
    return _Foot(lines[:count], lines[count:])


def _placed(notes: Sequence[Box], height: float, note_gap: float) -> tuple[Placed, ...]:
    """The notes, ending at the foot of the page, under their rule."""
    if not notes:
        return ()
    top = height - stack_height(notes)
    rule = Box(0.0, (Rule(0.0, -note_gap / 2, NOTE_RULE, 0.4),))
    return (Placed(0.0, top, rule), *stack(notes, top))
