"""How many lines paragraphs and tables take, measured as a word processor will lay them out. Lengths in twips."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from procpub.layout.flow.lines import TWIPS, Run, Widths, broken, line_starts
from procpub.layout.flow.pages import Note, Paragraph, Start
from procpub.writers.docx.looks import Look, Looks, with_properties
from procpub.writers.docx.ooxml import Element, name
from procpub.writers.docx.styles import CELL_MARGIN

P, ROW, ID, VALUE = name("p"), name("tr"), name("id"), name("val")
_CELL, _R, _PROPERTIES, _LINK = (name(tag) for tag in ("tc", "r", "rPr", "hyperlink"))
TEXT, CALL, DRAWING = (name(tag) for tag in ("t", "footnoteReference", "drawing"))
_SPAN, _MERGE = name("gridSpan"), name("vMerge")

_SHOWN = {name("br"): "\n", name("tab"): " ", name("noBreakHyphen"): "\u2011"}
"""What elements without text show."""

_EMU_PER_TWIP = 635

_AUTO_LINE = 1.3
"""Height of a line as high as its font, of the type size."""


class _Content(NamedTuple):
    """What is on the lines of a paragraph: its runs, the ids of the notes that it calls, by the indices of the runs
    that call them, and the height of its highest picture.
    """

    runs: list[Run]
    calls: dict[int, str]
    picture: int

    def add(self, widths: Widths, text: str) -> None:
        """Adds text, to the last run if that looks the same."""
        if self.runs and self.runs[-1].widths is widths:
            self.runs[-1] = Run(widths, self.runs[-1].text + text)
        else:
            self.runs.append(Run(widths, text))


@dataclass(frozen=True, slots=True)
class Measurer:
    """Measures paragraphs and tables in columns of some width."""

    looks: Looks
    notes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of each footnote, by its id, how many lines it has and how high each is."""
    indents: Mapping[str, int] = field(default_factory=dict)
    """How far the items of a list are set in, by the ids of numbering instances."""
    page: int = 0
    """The height of a page: a row of a table that is higher is broken."""

    def paragraph(self, element: Element, width: int, start: Start = Start.HERE) -> Paragraph:
        """The paragraph in a column of this width; `start` is where it begins if its own properties don't say more."""
        look = self.looks.paragraph(element[0])
        content = self._content(element, look)
        lines = broken(content.runs, *self._measures(element, look, width), tuple(content.calls))
        height = look.line or content.picture or round(look.characters.size / 2 * _AUTO_LINE * TWIPS)
        if look.new_page and start is Start.HERE:
            start = Start.PAGE
        return Paragraph(
            lines=max(lines.number, 1),
            height=height,
            before=look.before,
            after=look.after,
            start=start,
            keep_next=look.keep_next,
            keep_lines=look.keep_lines,
            notes=tuple(
                Note(line, *self.notes[note])
                for line, note in zip(lines.marked, content.calls.values(), strict=True)
                if note in self.notes
            ),
        )

    def line_starts(self, element: Element, lines: Sequence[int], width: int) -> list[int]:
        """The character that some lines of a paragraph in a column of this width begin with, from 0: counted as `shown`
        has them, through all `runs`.
        """
        look = self.looks.paragraph(element[0])
        return line_starts(self._content(element, look).runs, *self._measures(element, look, width), lines)

    def _measures(self, element: Element, look: Look, width: int) -> tuple[int, int]:
        """How long the first line of a paragraph may be, and how long the others."""
        measure = width - look.left - look.right
        first = measure - look.first
        own = len(element[0]) > 1  # few have more than the name of their style
        instance = element[0].find(f"{name('numPr')}/{name('numId')}") if own else None
        if instance is not None:  # the numbering says where the text stands (17.7.2), behind a marker that is no wider
            first = measure = width - self.indents.get(instance.get(VALUE, ""), look.left) - look.right
        least = min(width, _NARROWEST)
        return max(first, least), max(measure, least)

    def _content(self, element: Element, look: Look) -> _Content:
        found = _Content([], {}, 0)
        for run in runs(element):
            properties = run[0] if len(run) and run[0].tag == _PROPERTIES else ()
            widths = self.looks.widths(with_properties(look.characters, properties))
            for part in run:
                if part.tag == TEXT or part.tag in _SHOWN:
                    found.add(widths, shown(part))
                elif part.tag == CALL:
                    found.calls[len(found.runs)] = part.get(ID, "")
                    found.runs.append(Run(widths, shown(part)))
                elif part.tag == DRAWING:
                    height = int(part[0][0].get("cy", "0")) // _EMU_PER_TWIP
                    found = found._replace(picture=max(found.picture, height))
        return found

    def rows(self, table: Element, start: Start) -> Iterator[Paragraph]:
        """The rows of a table, each as one line that is as high as its highest cell, or as lines if it fills a page."""
        rows = list(table.iter(ROW))
        widths = [int(column.get(name("w"), "0")) for column in table.iter(name("gridCol"))]
        merged = _Merged()
        cells = [list(self._cells(row, number, widths, merged)) for number, row in enumerate(rows)]
        heights = [max((_height(cell) for cell in inside), default=0) + _BORDER for inside in cells]
        for first, last, height in merged.cells:
            heights[last] += max(height - sum(heights[first : last + 1]), 0)
        above = _BORDER  # the line over the table, and over what is repeated of it on a new page
        for number, (row, inside, height) in enumerate(zip(rows, cells, heights, strict=True)):
            notes = sum(note.lines * note.height for cell in inside for each in cell for note in each.notes)
            line = max((each.height for cell in inside for each in cell), default=height)
            lines = ceil(height / line) if 0 < self.page < height else 1
            is_head = row.find(f"{name('trPr')}/{name('tblHeader')}") is not None
            yield Paragraph(
                lines=lines,
                height=line if lines > 1 else height if number else height + above,
                start=Start.HERE if number else start,
                keep_next=is_head,  # a head never stands alone at the foot of a page
                repeated=above if number else 0,
                notes=(Note(0, 1, notes),) if notes else (),
            )
            above += height if is_head else 0

    def _cells(self, row: Element, number: int, widths: list[int], merged: "_Merged") -> Iterator[list[Paragraph]]:
        """What is in each cell of a row, but for cells that go on over rows: these are left to `merged`."""
        column = 0
        for cell in row.iter(_CELL):
            span, merge = (cell.find(f"{name('tcPr')}/{tag}") for tag in (_SPAN, _MERGE))
            columns = int(span.get(VALUE, "1")) if span is not None else 1
            width = max(sum(widths[column : column + columns]) - 2 * CELL_MARGIN, _NARROWEST)
            inside = [self.paragraph(paragraph, width) for paragraph in cell.iter(P)]
            if merge is None:
                yield inside
            elif merge.get(VALUE) == "restart":
                merged.begin(column, number, _height(inside))
            else:
                merged.go_on(column, number)
            column += columns


class _Merged:
    """Cells that go on over rows: their first and last row, and their height."""

    def __init__(self) -> None:
        self.cells: list[tuple[int, int, int]] = []
        self._of_column: dict[int, int] = {}

    def begin(self, column: int, row: int, height: int) -> None:
        self._of_column[column] = len(self.cells)
        self.cells.append((row, row, height))

    def go_on(self, column: int, row: int) -> None:
        place = self._of_column[column]
        first, _, height = self.cells[place]
        self.cells[place] = (first, row, height)


def _height(paragraphs: Iterable[Paragraph]) -> int:
    return sum(each.lines * each.height + each.before + each.after for each in paragraphs)


_NARROWEST = 200
"""No column is taken to be narrower than a character."""

_BORDER = 10
"""What the line between two rows takes: half a point."""


def shown(part: Element) -> str:
    """The text that an element of a run shows."""
    if part.tag == TEXT:
        return part.text or ""
    if part.tag == CALL and not part.get(name("customMarkFollows")):
        return part.get(ID, "")
    return _SHOWN.get(part.tag, "")


def runs(element: Element) -> Iterator[Element]:
    """The runs of a paragraph, those of its links among them."""
    for child in element:
        if child.tag == _R:
            yield child
        elif child.tag == _LINK:
            yield from child.iter(_R)
