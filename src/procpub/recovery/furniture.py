"""Page furniture: running heads, folios and column letters, told from the text by repetition and place.

A line is furniture only if its form comes again and again, and either its number counts the pages while it stands in
the middle of sentences, or it stands at the edge of pages: "Article 1", "Article 2" count up too, and are text.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Line
from procpub.patterns import regex
from procpub.recovery.corrections import Corrections
from procpub.recovery.features import is_capitals
from procpub.recovery.folios import FEWEST, LONGEST_STEP, UNREADABLE, counted, edge_numbers, form_of
from procpub.recovery.shapes import ends_sentence

LONGEST = 120
"""Characters in a running head."""

SHORTEST_PAGE = 20
"""Lines."""

SHORTEST_BARE_PAGE = 5
"""Lines, where each may be a paragraph."""

MISREAD_FORM = 12
"""Characters of a head that no text is likely to be like."""

MOST_HEADS = 60
"""Forms that others are compared with."""

SAME_HEAD = 80.0
"""Likeness, from 0 to 100, of a misread running head to a well-read one."""

_BARE = regex(r"\W*#\W*")
_COLUMN_LETTERS = regex(r"\([A-D]\)(?:\s+\([A-D]\))*")
_ENDS = regex(r"^\W+|\W+$")
_TEXT_ENDS = tuple(".:;!?)]")


class PageMark(NamedTuple):
    """A page begins with the first text after line `after`; `label` is its folio, perhaps `UNREADABLE`."""

    after: int
    label: str


class Stripped(NamedTuple):
    """The lines with all furniture emptied, and the page marks that it leaves, in order."""

    lines: tuple[Line, ...]
    marks: tuple[PageMark, ...]


def strip_furniture(lines: Sequence[Line], corrections: Corrections, report: Report) -> Stripped:
    """Takes running heads, folios and column letters out of the lines, each of them reported, but for those that an
    editor keeps; and the lines that an editor drops.
    """
    places = _by_form(lines)
    repeated = {index for found in places.values() for index in found}
    furniture: dict[int, str] = {}
    for form, found in places.items():
        furniture |= _folios(lines, form, found, repeated)
    furniture |= _page_edges(lines)
    if furniture:
        for form, found in places.items():
            furniture |= _beside(lines, form, found, furniture)
        furniture |= _running_names(lines, furniture)
        furniture |= _expected(lines, furniture)
        furniture |= _fitting(lines, furniture)
    furniture = {index: label for index, label in furniture.items() if lines[index].number not in corrections.kept}
    for index in sorted(furniture):
        line = lines[index]
        report.add(Code.FURNITURE, f"“{line.text}” is left out as page furniture", Span(line.number, line.number))
    gone = {index for index, line in enumerate(lines) if index in furniture or line.number in corrections.dropped}
    marks = tuple(PageMark(lines[index].number, label) for index, label in sorted(furniture.items()) if label)
    return Stripped(tuple(replace(line, text="") if i in gone else line for i, line in enumerate(lines)), marks)


def _by_form(lines: Sequence[Line]) -> dict[str, list[int]]:
    """Indexes of the short lines of each form that is printed often enough: the words without numbers at either end, as
    heads have them left and right by turns, and with # for others. Misread heads go with those that they are like.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.text and len(line.text) <= LONGEST:
            places.setdefault(form_of(line.text), []).append(index)
    places = _with_misread(lines, places)
    return {form: found for form, found in places.items() if len(found) >= FEWEST}


def _with_misread(lines: Sequence[Line], places: dict[str, list[int]]) -> dict[str, list[int]]:
    """The same with long forms of lines that bear a number merged where they are spelt nearly alike."""
    heads: dict[str, list[int]] = {}
    merged: dict[str, list[int]] = {}
    for form, found in places.items():
        if len(form) < MISREAD_FORM or not edge_numbers(lines[found[0]].text) or not _stands_apart(lines, found[0]):
            merged[form] = found
            continue
        known = next((head for head in heads if fuzz.ratio(form, head) >= SAME_HEAD), None)
        if known is None and len(heads) < MOST_HEADS:
            heads[form] = list(found)
        elif known is None:
            merged[form] = found
        else:
            heads[known] += found
    return merged | {form: sorted(found) for form, found in heads.items()}


def _folios(lines: Sequence[Line], form: str, found: Sequence[int], repeated: set[int]) -> dict[int, str]:
    """The folios by index, if lines of this form bear them and stand where only furniture does."""
    bare = form in ("i", "#") or _BARE.fullmatch(form) is not None
    if form == "#":
        found = _near_others(lines, found)
    labels = counted([lines[index].text for index in found])
    if not labels:
        return {}
    edges = sum(_at_edge(lines, index) for index in found)
    between = sum(_interrupts(lines, index, repeated) for index in found)
    placed = 5 * (edges + between) >= len(found) if bare else edges + between >= FEWEST - 1
    if not placed and not _counts_pages(lines, found, labels, form):
        return {}
    # A number alone that does not count with the others is the last word of a paragraph.
    return {index: label for index, label in zip(found, labels, strict=True) if not bare or label != UNREADABLE}


def _near_others(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """Of lines that are numbers, those that go on from the one before or lead on to the one after."""
    numbers = [int((edge_numbers(lines[index].text) or ["0"])[-1]) for index in found]
    follows = [0 < b - a <= LONGEST_STEP for a, b in pairwise(numbers)]
    return [index for i, index in enumerate(found) if any(follows[max(0, i - 1) : i + 1])]


def _counts_pages(lines: Sequence[Line], found: Sequence[int], labels: Sequence[str], form: str) -> bool:
    """Whether lines that are nothing but a number, or long, bear every number in turn, or every other one, at one of
    their ends, with text between them: folios and heads, though they interrupt no sentence.
    """
    ends = (_ENDS.sub("", lines[index].text) for index in found)
    outside = sum(text.startswith(label) or text.endswith(label) for text, label in zip(ends, labels, strict=True))
    if outside < 0.8 * len(found):
        return False  # "Remarks by Ms. Ali, Panel 3, Bonn": a number inside a line is no folio
    numbers = [int(label) for label in labels if label.isdigit()]
    steps = Counter(b - a for a, b in pairwise(numbers))
    step, count = steps.most_common(1)[0] if steps else (0, 0)
    in_turn = step in (1, 2) and count >= 0.8 * (len(found) - 1)
    bare = form == "#"
    shortest = SHORTEST_BARE_PAGE if bare else SHORTEST_PAGE
    apart = sum(b - a >= shortest for a, b in pairwise(found)) >= 0.8 * (len(found) - 1)
    return len(found) > FEWEST and (bare or len(form) >= MISREAD_FORM) and in_turn and apart


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether it is the first or last printed line of a page that a form feed ends or begins."""
    before, after = _neighbour(lines, index, -1, set()), _neighbour(lines, index, 1, set())
    page = lines[index].page
    return (before is not None and lines[before].page != page) or (after is not None and lines[after].page != page)


def _interrupts(lines: Sequence[Line], index: int, skipped: set[int]) -> bool:
    """Whether a sentence goes on from the text before the line to the text after it."""
    before, after = _neighbour(lines, index, -1, skipped), _neighbour(lines, index, 1, skipped)
    if before is None or after is None:
        return False
    first, second = lines[before].text, lines[after].text
    return not first.endswith(_TEXT_ENDS) and not ends_sentence(first) and second[:1].islower() and len(first) > 20


def _neighbour(lines: Sequence[Line], index: int, step: int, skipped: set[int], reach: int = 12) -> int | None:
    """The nearest printed line before or after, those to be skipped left out."""
    for place in range(index + step, index + step * reach, step):
        if not 0 <= place < len(lines):
            return None
        if lines[place].text and place not in skipped:
            return place
    return None


def _beside(lines: Sequence[Line], form: str, found: Sequence[int], furniture: dict[int, str]) -> dict[int, str]:
    """Repeated lines that nearly always stand beside a folio or a page's edge, and column letters that do at all."""
    if all(index in furniture for index in found):
        return {}
    letters = _COLUMN_LETTERS.fullmatch(lines[found[0]].text) is not None
    if not letters and (form.endswith(_TEXT_ENDS) or not any(map(str.isalpha, form))):
        return {}
    marked = set(furniture)
    beside = [index for index in found if _touches(lines, index, marked) or _at_edge(lines, index)]
    if letters:
        return dict.fromkeys(found if 2 * len(beside) >= len(found) else (), "")
    return dict.fromkeys(found, "") if 5 * len(beside) >= 4 * len(found) else {}


def _touches(lines: Sequence[Line], index: int, marked: set[int], reach: int = 6) -> bool:
    """Whether nothing but blank lines and column letters is between the line and furniture."""
    for step in (-1, 1):
        for place in range(index + step, index + step * reach, step):
            if place in marked:
                return True
            if not 0 <= place < len(lines) or (lines[place].text and not _COLUMN_LETTERS.fullmatch(lines[place].text)):
                break
    return False


def _page_edges(lines: Sequence[Line]) -> dict[int, str]:
    """First and last lines of pages, as form feeds divide them, whose numbers count the pages: on two pages at least,
    the same distance from the count.
    """
    printed = [index for index, line in enumerate(lines) if line.text]
    edges = [
        index
        for place, index in enumerate(printed)
        if len(lines[index].text) <= LONGEST
        and (
            (place and lines[printed[place - 1]].page != lines[index].page)
            or (place + 1 < len(printed) and lines[printed[place + 1]].page != lines[index].page)
        )
    ]
    offsets: dict[int, dict[int, str]] = {}
    for index in edges:
        for number in edge_numbers(lines[index].text):
            offsets.setdefault(int(number) - lines[index].page, {})[index] = number
    best = max(offsets.values(), key=lambda found: len({lines[index].page for index in found}), default={})
    pages = {lines[index].page for index in best}
    return best if len(pages) >= 2 and 2 * len(pages) >= len({lines[index].page for index in edges}) else {}


def _expected(lines: Sequence[Line], furniture: dict[int, str]) -> dict[int, str]:
    """Lines at the edge of a page that bear just the number which the folios of other pages let expect there."""
    folios = {lines[index].page: int(label) for index, label in furniture.items() if label.isdigit()}
    offsets = Counter(folio - page for page, folio in folios.items())
    if not offsets or lines[-1].page == 1:
        return {}
    offset, count = offsets.most_common(1)[0]
    if 2 * count < len(folios):
        return {}
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if line.text and index not in furniture and len(line.text) <= LONGEST and _at_edge(lines, index):
            label = str(line.page + offset)
            if label in edge_numbers(line.text) and line.page not in folios:
                found[index] = label
    return found


def _fitting(lines: Sequence[Line], furniture: dict[int, str]) -> dict[int, str]:
    """Other heads, each of them on few pages (of a session, a paper), or misread: lines that stand apart and bear a
    number between the folios before and after them; nearly all lines of their form do, or they are spelt nearly as a
    known head is, or they stand at the edge of a page or within a sentence.
    """
    marks = [(index, int(label)) for index, label in sorted(furniture.items()) if label.isdigit()]
    if len(marks) < FEWEST:
        return {}
    heads = {form_of(lines[index].text) for index in furniture}
    places = [index for index, _ in marks]
    fits: dict[str, dict[int, str]] = {}
    totals: Counter[str] = Counter()
    exact: dict[int, bool] = {}
    for index, line in enumerate(lines):
        if index in furniture or not line.text or len(line.text) > LONGEST:
            continue
        numbers = edge_numbers(line.text)
        if not numbers or not _stands_apart(lines, index):
            continue
        form = form_of(line.text)
        totals[form] += 1
        after = bisect_left(places, index)
        low = marks[after - 1][1] if after else marks[0][1] - LONGEST_STEP
        high = marks[after][1] if after < len(marks) else marks[-1][1] + LONGEST_STEP
        label = next((number for number in numbers if low < int(number) < high), "")
        if label and high - low <= 2 * LONGEST_STEP:
            fits.setdefault(form, {})[index] = label
            exact[index] = low + 1 == int(label) == high - 1 and is_capitals(line.text)
    found: dict[int, str] = {}
    for form, own in fits.items():
        known = len(form) >= 10 and any(fuzz.ratio(form, head) >= SAME_HEAD for head in heads)
        if known or (len(own) >= 2 and len(own) >= 0.8 * totals[form] and form != "#"):
            found |= own
        else:
            found |= {
                i: label for i, label in own.items() if exact[i] or _at_edge(lines, i) or _interrupts(lines, i, set())
            }
    return found


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    before = index == 0 or not lines[index - 1].text
    return before or index + 1 >= len(lines) or not lines[index + 1].text


def _running_names(lines: Sequence[Line], furniture: dict[int, str]) -> dict[int, str]:
    """The name of who speaks, printed beside the folio: a short line of words that are all in an earlier label."""
    marked = set(furniture)
    labels: set[frozenset[str]] = set()
    names: dict[int, str] = {}
    for index, line in enumerate(lines):
        if not line.text or index in marked or len(line.text) > LONGEST:
            continue
        words = frozenset(re.findall(r"[\w.]+", line.text))
        if line.text.endswith(":"):
            labels.add(words)
        elif len(words) > 1 and _touches(lines, index, marked) and any(words <= label for label in labels):
            names[index] = ""
    return names
