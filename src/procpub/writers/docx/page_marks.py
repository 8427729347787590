"""Where pages begin, marked in the text as Word does when it has laid a document out: `w:lastRenderedPageBreak`
(ISO/IEC 29500-1, 17.3.3.13).

Every page but the first of the document has one, before all else in the first run on it that shows something; if it has
none, because it is blank or its paragraphs are empty, in the first such run after it, which then has several. So a
reader of the file can tell pages by counting alone. It is done anew in each part of the document that is numbered
through, which begins with a section whose `w:pgNumType` has a `w:start`:

    page of a run = that start + breaks in the part, up to the run's beginning - the one that the part begins with

The first part begins with none. The breaks at a run's own beginning count. Where a section of the type `oddPage` leaves
a page blank, there are two breaks in one run, where Word has one once it has saved the file again. A reader of both
takes the next odd number if, at the beginning of such a section, the sum is even.

It is exact in paragraphs, to the character. Approximate: a page that begins inside a word wider than its line is marked
before the next stretch of text that lines may begin with; one that begins inside a row of a table higher than a page,
in the next row or paragraph. Notes bear no marks.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from procpub.layout.flow.pages import Turn
from procpub.writers.docx.measure import CALL, DRAWING, ROW, TEXT, runs, shown
from procpub.writers.docx.ooxml import Element, name, text, w

_R, _PROPERTIES = name("r"), name("rPr")


class _Place(NamedTuple):
    """So many pages begin with a character, from 0, of a paragraph."""

    character: int
    pages: int


LineStarts: TypeAlias = Callable[[Element, Sequence[int]], Iterable[int]]
"""Finds the characters that some lines of a paragraph begin with, from 0, as `shown` and `runs` have them; those of
lines that there are not are behind its end.
"""


def mark_pages(elements: Sequence[Element], turns: Iterable[Turn], line_starts: LineStarts, *, due: int) -> None:
    """Marks where the pages of a part begin.

    Args:
        elements: the part's paragraphs and rows of tables.
        turns: where pages begin, but for the first.
        line_starts: see there.
        due: how many breaks the first page begins with.
    """
    inside = {number: list(group) for number, group in groupby(turns, key=attrgetter("paragraph"))}
    for number, element in enumerate(elements):
        if due or number in inside:
            due = _mark(element, [_Place(0, due), *_places(element, inside.get(number, ()), line_starts)])


def _places(element: Element, turns: Sequence[Turn], line_starts: LineStarts) -> list[_Place]:
    lines = [turn.line for turn in turns]
    if not any(lines):
        starts: Iterable[int] = lines
    elif element.tag == ROW:
        starts = [sys.maxsize if line else 0 for line in lines]
    else:
        starts = line_starts(element, lines)
    return [_Place(start, turn.pages) for start, turn in zip(starts, turns, strict=True)]


def _mark(element: Element, places: list[_Place]) -> int:
    """Marks pages at these places, which are in order, in a paragraph or a row; gives how many are left for what
    follows, as nothing is shown behind their places.
    """
    character = 0
    for run in list(element.iter(_R) if element.tag == ROW else runs(element)):
        if not places:
            break
        is_call = run.find(CALL) is not None
        for number, part in enumerate(filter(_shows, list(run))):
            end = character + len(shown(part))
            if not (is_call and number):  # a note's own mark is one thing with its call
                _break_before(part, _due(places, character))
            rest = part
            while part.tag == TEXT and not is_call and places and places[0].character < end:
                rest = _cut(rest, places[0].character - character)
                character = places[0].character
                _break_before(rest, _due(places, character))
            character = end
    return sum(place.pages for place in places)


def _shows(part: Element) -> bool:
    return part.tag in (CALL, DRAWING) or shown(part) != ""


def _due(places: list[_Place], character: int) -> int:
    """How many pages begin up to this character; these places are taken off the list."""
    pages = 0
    while places and places[0].character <= character:
        pages += places.pop(0).pages
    return pages


def _cut(part: Element, length: int) -> Element:
    """Leaves so many characters to a `w:t`, and gives a new one behind it that has the others."""
    characters = part.text or ""
    rest = text(characters[length:])
    part.text = characters[:length]
    part.addnext(rest)
    return rest


def _break_before(part: Element, pages: int) -> None:
    """Puts so many breaks before a part of a run, with which a run of the same look begins, as Word does it."""
    if not pages:
        return
    before = [other for other in part.itersiblings(preceding=True) if other.tag != _PROPERTIES]
    run = part.getparent()
    if before and run is not None:
        following = [part, *part.itersiblings()]
        properties = run.find(_PROPERTIES)
        run.addnext(w("r", *([] if properties is None else [deepcopy(properties)]), *following))
    for _ in range(pages):
        part.addprevious(w("lastRenderedPageBreak"))
