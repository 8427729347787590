"""The text of a PDF that has no structure: line by line, as it is drawn, without what is printed on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from procpub.verify.pdf.content import Drawn, Run, begins_line, text_of
from procpub.verify.witness import Block, Kind, Place
from procpub.verify.words import one_line

_OFTEN = 2
"""What the first or last lines of so many pages say, but for numbers, is a running head or foot."""

_NUMBER = re.compile(r"[0-9]+|\b[ivxlcdm]+\b")
_MARKER = re.compile(r"[•–—*o\u25aa\uf0b7-]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxlcdm]+)[.)]")

_SET_OFF = 0.3
"""What stands so far before the rest of its line, in parts of the type size, may be a marker."""


def untagged_blocks(drawn: Sequence[Drawn], labels: Sequence[str]) -> Iterator[Block]:
    """A block a page: the text of its lines, without running heads, folios and the markers of lists."""
    pages = [_lines([run for runs in each.runs.values() for run in runs]) for each in drawn]
    repeated = Counter(pattern for lines in pages for pattern in {_pattern(line) for line in _outer(lines)})
    for number, lines in enumerate(pages):
        furniture = [line for line in _outer(lines) if _is_furniture(_pattern(line), repeated)]
        kept = [_unmarked(line) for line in lines if not any(line is each for each in furniture)]
        text = text_of(run for line in kept for run in line)
        if one_line(text):
            place = Place(f"page {labels[number]}", number)
            yield Block(kind=Kind.PARAGRAPH, text=text, place=place, page=labels[number])


def _unmarked(line: list[Run]) -> list[Run]:
    """The line without the marker that it begins with."""
    first, *rest = line
    is_set_off = bool(rest) and rest[0].left - first.right > _SET_OFF * first.size
    return rest if is_set_off and _MARKER.fullmatch(first.text.strip()) else line


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in runs:
        if lines and not begins_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _outer(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """The lines that stand highest and lowest."""
    by_height = sorted((line for line in lines if one_line(text_of(line))), key=lambda line: line[0].base)
    return [by_height[0], by_height[-1]] if by_height else []


def _pattern(line: Sequence[Run]) -> str:
    """What the line says, whatever the numbers in it."""
    return _NUMBER.sub("#", one_line(text_of(line)))


def _is_furniture(pattern: str, repeated: Counter[str]) -> bool:
    return pattern == "#" or repeated[pattern] >= _OFTEN
