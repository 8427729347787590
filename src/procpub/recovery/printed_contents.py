"""The printed contents list, read as data: label, number and page of each entry, and the lines that it takes up.

Forms that are understood: a folio behind leaders, a tab or wide space; a folio before the label; a date in the place of
the folio; no folio at all; entries over several lines, with the author above, behind or below the title.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from procpub.diagnostics import Span
from procpub.interfaces import Line
from procpub.model.metadata import PrintedContents, PrintedEntry
from procpub.patterns import regex
from procpub.recovery.alignment import heading_key
from procpub.recovery.contents_lines import Split, bare_line, dated_line, leading_line, led_nowhere, paged_line
from procpub.recovery.lexicon import ARTICLES, CONTENTS_HEADINGS, FOLIO_HEADINGS
from procpub.recovery.roles import GROUPS, role_of
from procpub.recovery.shapes import ends_sentence, has_inner_sentence, roman_value

_NUMBERED = regex(r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}[.)]?|[IVXLC]{1,7}[.)]?|[A-Z]?\d{1,2}[.):-])\s+(?P<label>\S.*)")

_SPACED = regex(r"(?:\w ){3,}\w")

LONGEST_ENTRY = 8
"""Lines that one entry may be wrapped over."""

FEWEST_ENTRIES = 2

SAME = 88.0
"""Likeness, from 0 to 100, of an entry and the heading by which the text begins."""

FIRST_ENTRIES = 12
"""Entries with one of which the text begins."""

LONGEST_PIECE = 200
"""Pages."""

SHORTEST_TITLE = 10
"""Characters of a title that stands before its author in an entry."""

LONGEST_LABEL = 30
"""Words."""


class FoundContents(NamedTuple):
    """The contents, and the index of the first line that belongs to them and of the first that no longer does.

    `variants` are other readings of each entry's label: without its first lines, which may be another's, or with its
    number.
    """

    contents: PrintedContents
    begin: int
    end: int
    variants: tuple[tuple[str, ...], ...]


class _Raw(NamedTuple):
    """An entry being read: its lines without leaders and folio, the folio, and the printed lines."""

    labels: tuple[str, ...]
    page: str
    lines: tuple[Line, ...]
    led: bool = False
    date: str = ""

    @property
    def label(self) -> str:
        return " ".join(" ".join(self.labels).split())


def find_printed_contents(lines: Sequence[Line]) -> FoundContents | None:
    """The printed contents in the first third of the source, under their heading; None if there are none."""
    for index, line in enumerate(lines[: max(400, len(lines) // 3)]):
        if is_contents_heading(line.text):
            raw, end = _entries(lines, index + 1)
            if len(raw) >= FEWEST_ENTRIES:
                return _found(lines, index, end, raw)
    return None


def is_contents_heading(text: str) -> bool:
    """Whether a line is "Contents" in one of many languages, perhaps letter-spaced, perhaps with "Page" beside it."""
    if not text or len(text) > 60:
        return False
    spaced = text.strip(" .:-—*_")
    if _SPACED.fullmatch(spaced):
        spaced = spaced.replace(" ", "")
    words, *others = re.split(r"\s{2,}|\t", spaced)
    return words.strip(" .:").casefold() in CONTENTS_HEADINGS and all(map(_is_folio_heading, others))


def _found(lines: Sequence[Line], begin: int, end: int, raw: Sequence[_Raw]) -> FoundContents:
    margin = min(entry.lines[0].indent for entry in raw)
    entries = tuple(_entry(entry, margin) for entry in raw)
    variants = tuple(tuple(_variants(entry)) for entry in raw)
    span = Span(lines[begin].number, lines[end - 1].number)
    heading = " ".join(re.split(r"\s{2,}|\t", lines[begin].text.strip(" .:-—*_"))[0].split())
    return FoundContents(PrintedContents(heading=heading, entries=entries, span=span), begin, end, variants)


def _entries(lines: Sequence[Line], begin: int) -> tuple[list[_Raw], int]:
    """The entries from `begin`, and the index after the last one's line."""
    stop = _running_text(lines, begin)
    texts = [line.text for line in lines[begin:stop] if line.text]
    if sum(paged_line(text) is not None for text in texts) >= FEWEST_ENTRIES:
        return _paged_entries(lines, begin, stop)
    for split in (leading_line, dated_line, bare_line):
        found = [found for found in map(split, texts) if found]
        if len(found) >= FEWEST_ENTRIES and (split is dated_line or _ascend([each.page for each in found])):
            return _line_entries(lines, begin, stop, split)
    return _line_entries(lines, begin, stop, led_nowhere)


def _running_text(lines: Sequence[Line], begin: int) -> int:
    """Where running text begins at the latest: a long line of sentences, or lines that run on into one another."""
    run = 0
    for index in range(begin, len(lines)):
        text = lines[index].text
        if not text:
            run = 0
            continue
        words = len(text.split())
        listed = paged_line(text) or led_nowhere(text)
        if not listed and words > LONGEST_LABEL and (has_inner_sentence(text) or ends_sentence(text)):
            return index
        run = 0 if listed or words < 7 else run + 1
        if run >= 3 and any(has_inner_sentence(line.text) for line in lines[index - 2 : index + 1]):
            return index - run + 1
    return len(lines)


def _ascend(pages: Sequence[str]) -> bool:
    """Whether folios go up nearly always."""
    numbers = [int(match.group()) for match in map(re.compile(r"\d+").match, pages) if match]
    steps = [a <= b for a, b in pairwise(numbers)]
    return len(numbers) >= 3 and sum(steps) >= 0.7 * len(steps)


def _paged_entries(lines: Sequence[Line], begin: int, stop: int) -> tuple[list[_Raw], int]:
    """Entries that end with a folio. Lines without one wait for the next that has it, unless they stand apart (the
    heading of a group) or hang from the entry before (its author); when too many wait, the contents are over.
    """
    entries: list[_Raw] = []
    known: list[str] = []
    waiting: list[Line] = []
    end, gap = begin, 0
    for index in range(begin, stop):
        line = lines[index]
        if not line.text:
            gap += 1
            continue
        if _is_folio_heading(line.text):
            end = index + 1
            continue
        paged = paged_line(line.text)
        if paged:
            if waiting and (gap or _heads_entries(waiting[-1].text)):
                entries += [_Raw((each.text,), "", (each,)) for each in waiting]
                waiting = []
            entries.append(_Raw((*(each.text for each in waiting), paged.label), paged.page, (*waiting, line)))
            known.append(heading_key(entries[-1].label))
            waiting, end = [], index + 1
        elif _begins_text(line.text, known):
            break
        elif entries and not waiting and not gap and line.indent > entries[-1].lines[0].indent:
            last = entries[-1]
            entries[-1] = _Raw((*last.labels, line.text), last.page, (*last.lines, line))
            end = index + 1
        else:
            if waiting and (gap or _heads_entries(waiting[-1].text)):
                entries += [_Raw((each.text,), "", (each,)) for each in waiting]
                waiting = []
            waiting.append(line)
            if len(waiting) >= LONGEST_ENTRY:
                break
        gap = 0
    while entries and not entries[-1].page and entries[-1].lines[0].number >= lines[end - 1].number:
        entries.pop()  # lines after the last folio are not known to belong to the contents
    return [entry for entry in entries if entry.lines[-1].number <= lines[end - 1].number], end


def _heads_entries(text: str) -> bool:
    """Whether a line without a folio is the heading of the entries below it."""
    role = role_of(text, "en")
    return text.endswith(":") or (role is not None and role.place in GROUPS)


def _line_entries(
    lines: Sequence[Line], begin: int, stop: int, split: Callable[[str], Split | None]
) -> tuple[list[_Raw], int]:
    """Entries of a list that has its folios before the labels, dates instead, or none. Such a list ends where the text
    takes up one of its entries as a heading; entries that the text never takes up are given back to it at the end.
    """
    entries: list[_Raw] = []
    ends: list[int] = []
    known: list[str] = []
    numbered = _mostly_numbered(lines[begin:stop])
    gap = 0
    for index in range(begin, stop):
        line = lines[index]
        if not line.text:
            gap += 1
            continue
        if _begins_text(line.text, known) or (gap >= 5 and not entries):
            break
        found = split(line.text) or led_nowhere(line.text) or Split(line.text, "", led=False)
        if found.page and split is bare_line and not _follows(found.page, entries):
            found = Split(line.text, "", led=False)
        label, page = found.label, found.page
        if _is_folio_heading(line.text):
            pass
        elif entries and not gap and not page and _wraps(entries[-1], line, numbered=numbered):
            last = entries[-1]
            entries[-1] = _Raw(
                (*last.labels, label),
                last.page,
                (*last.lines, line),
                last.led or found.led,
                f"{last.date} {found.date}".strip(),
            )
            known[-1], ends[-1] = heading_key(entries[-1].label), index + 1
        else:
            entries.append(_Raw((label,), page, (line,), found.led, found.date))
            known.append(heading_key(label))
            ends.append(index + 1)
        gap = 0
    taken_up = _taken_up(known, lines[ends[-1] :] if ends else ())
    leaders = sum(entry.led for entry in entries) >= FEWEST_ENTRIES
    while entries and not entries[-1].led and (leaders or not taken_up[len(entries) - 1]):
        entries.pop()
    if not any(entry.led for entry in entries) and 2 * sum(taken_up) < len(entries):
        return [], begin
    return entries, ends[len(entries) - 1] if entries else begin


def _follows(page: str, entries: Sequence[_Raw]) -> bool:
    """Whether a folio goes on from that of the entry before; a year or the number of an annex does not."""
    last = next((entry.page for entry in reversed(entries) if entry.page), "")
    found, before = re.match(r"\d+", page), re.match(r"\d+", last)
    if not found or not before:
        return True
    return int(before.group()) <= int(found.group()) <= 4 * int(before.group()) + LONGEST_PIECE


def _wraps(entry: _Raw, line: Line, *, numbered: bool) -> bool:
    """Whether a line goes on with the entry above: set in, in small letters, after a pause, or without a number where
    entries have one.
    """
    if line.indent > entry.lines[0].indent or line.text[0].islower():
        return True
    above = entry.labels[-1]
    if above[-1] in ",-–—" or (above.rsplit(maxsplit=1)[-1].islower() and len(above) > 40):
        return True
    return numbered and not _NUMBERED.fullmatch(line.text) and _NUMBERED.fullmatch(entry.label) is not None


def _mostly_numbered(lines: Sequence[Line]) -> bool:
    printed = [line.text for line in lines[:80] if line.text]
    return 2 * sum(_NUMBERED.fullmatch(text) is not None for text in printed) >= 0.7 * len(printed)


def _begins_text(text: str, known: Sequence[str]) -> bool:
    """Whether the line is an entry over again: the text itself begins, with the heading of a piece."""
    key = heading_key(text)
    if len(key) < 4:
        return False
    bare = _unnumbered(key)
    return any(
        key == entry
        or (len(key) > 12 and fuzz.ratio(key, entry, score_cutoff=SAME) > 0)
        or (len(bare) > 12 and f"{_unnumbered(entry)} ".startswith(f"{bare} "))
        for entry in known[:FIRST_ENTRIES]
    )


def _unnumbered(key: str) -> str:
    """Without the number and the article that it begins with."""
    words = key.split()
    while len(words) > 1 and (words[0].isdigit() or roman_value(words[0]) or words[0] in ARTICLES):
        words = words[1:]
    return " ".join(words)


def _taken_up(known: Sequence[str], lines: Sequence[Line]) -> list[bool]:
    """Which entries stand again in the text, with their first words at the head of a line that is not long."""
    openings = {_opening(heading_key(line.text)) for line in lines if line.text and len(line.text) < 200} - {""}
    found = []
    for key in known:
        opening = _opening(key)
        found.append(opening in openings or opening.partition(" ")[0] in openings)
    return found


def _opening(key: str) -> str:
    """The first two words that are no number and no article."""
    words = [word for word in key.split()[:6] if not word.isdigit() and not roman_value(word) and word not in ARTICLES]
    return " ".join(words[:2])


def _is_folio_heading(text: str) -> bool:
    return text.strip(" .:").casefold() in FOLIO_HEADINGS


def _entry(raw: _Raw, margin: int) -> PrintedEntry:
    label = f"{raw.label} {raw.date}".strip()
    numbered = _NUMBERED.fullmatch(label)
    number = numbered["number"] if numbered else ""
    dotted = number.strip(".").count(".")
    return PrintedEntry(
        label=numbered["label"] if numbered else label,
        number=number,
        page=raw.page,
        level=1 + dotted if dotted else 1 + (raw.lines[0].indent > margin + 1),
        span=Span(raw.lines[0].number, raw.lines[-1].number),
    )


def _variants(raw: _Raw) -> Iterator[str]:
    labels = raw.labels
    yield raw.label
    for start in range(1, len(labels)):
        yield " ".join(labels[start:])
    for end in range(1, len(labels)):
        yield " ".join(labels[:end])
    for mark in (",", ":"):
        title, _, more = raw.label.partition(mark)
        if more and len(title) >= SHORTEST_TITLE and " " in title.strip():
            yield title


def with_targets(contents: PrintedContents, targets: dict[int, str]) -> PrintedContents:
    """The contents with the ids of the pieces that their entries stand for, by the entries' indexes."""
    entries = (replace(entry, target=targets.get(index)) for index, entry in enumerate(contents.entries))
    return replace(contents, entries=tuple(entries))
