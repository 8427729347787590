"""The printed contents list, read as data: label, number and page of each entry, and the lines that it takes up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from procpub.diagnostics import Span
from procpub.interfaces import Line
from procpub.model.metadata import PrintedContents, PrintedEntry
from procpub.recovery.alignment import heading_key
from procpub.recovery.lexicon import CONTENTS_HEADINGS

_PAGED = re.compile(
    r"(?P<label>.*?\S)(?:\s*(?:\.{3,}|(?:\s\.){2,}|…+|·{3,}|_{3,})[\s.·…_]*|\s*\t\s*|\s{3,})"
    r"(?P<page>\d{1,5}(?:\s?[A-D])?|[ivxlc]{1,8})"
)
"""A label, then leaders, a tab or wide space, then a folio: arabic (perhaps with a column letter) or roman."""

_NUMBERED = re.compile(r"(?P<number>\d{1,3}[.)]|[IVXL]{1,6}\.)\s+(?P<label>\S.*)")

LONGEST_ENTRY = 8
"""Lines that one entry may be wrapped over."""

FEWEST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class FoundContents:
    """The contents, and the index of the first line that belongs to them and of the first that no longer does."""

    contents: PrintedContents
    begin: int
    end: int


def find_printed_contents(lines: Sequence[Line]) -> FoundContents | None:
    """The printed contents in the first third of the source, under their heading; None if there are none."""
    for index, line in enumerate(lines[: max(200, len(lines) // 3)]):
        if line.text.strip(" .:").casefold() in CONTENTS_HEADINGS:
            entries, end = _entries(lines, index + 1)
            if len(entries) >= FEWEST_ENTRIES:
                heading = line.text.strip(" .:")
                span = Span(line.number, lines[end - 1].number)
                return FoundContents(PrintedContents(heading=heading, entries=entries, span=span), index, end)
    return None


def _entries(lines: Sequence[Line], begin: int) -> tuple[tuple[PrintedEntry, ...], int]:
    """Entries from `begin`, and the index after the last one's line. Lines without a folio wait for one that has it;
    when too many wait, the contents are over and they belong to the text.
    """
    entries: list[PrintedEntry] = []
    known: set[str] = set()
    waiting: list[Line] = []
    end = begin
    for index in range(begin, len(lines)):
        line = lines[index]
        if not line.text:
            continue
        paged = _PAGED.fullmatch(line.text)
        if paged:
            entries.append(_entry([*waiting, line], paged))
            known.add(heading_key(entries[-1].label))
            waiting, end = [], index + 1
        elif heading_key(line.text) in known:
            break  # the text itself begins, with the heading of a piece
        else:
            waiting.append(line)
            if len(waiting) >= LONGEST_ENTRY:
                break
    return tuple(entries), end


def _entry(lines: Sequence[Line], paged: re.Match[str]) -> PrintedEntry:
    label = " ".join(" ".join([*(line.text for line in lines[:-1]), paged["label"]]).split())
    numbered = _NUMBERED.fullmatch(label)
    return PrintedEntry(
        label=numbered["label"] if numbered else label,
        number=numbered["number"] if numbered else "",
        page=paged["page"],
        span=Span(lines[0].number, lines[-1].number),
    )
