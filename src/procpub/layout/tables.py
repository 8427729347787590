"""Setting tables: columns as wide as their text asks for, rows that break over pages, heads repeated.

Rows are cut into bands, one line of every cell each, so that a row that is longer than a page can go on over the next.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from procpub.diagnostics import Code, Report, Span
from procpub.layout.boxes import Box, Line, Piece, Rule, stack_height
from procpub.layout.breaking import After
from procpub.layout.geometry import Geometry
from procpub.layout.lines import Words, set_line
from procpub.layout.paragraphs import Frame, baseline, lines_of, set_display, with_line
from procpub.layout.structure import Element, Kind, Scope
from procpub.layout.text import Setting, natural_width
from procpub.model.grid import placed
from procpub.model.nodes import Row, Table
from procpub.model.walk import plain_text
from procpub.style import Role

GUTTER = 12.0
"""Between columns, in points."""

ROW_GAP = 4.0
"""Between rows and beside rules, in points."""

HEAVY, LIGHT = 0.8, 0.4
"""Thickness of rules: above and below the table, and under its head."""

KEPT_LINES = 8
"""Rows of so many lines or fewer are not broken over pages."""

TALLEST_HEAD = 1 / 3
"""A head that takes more than this share of a page is not repeated."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in the grid, with its text and its element."""

    row: int
    column: int
    rows: int
    columns: int
    role: Role
    pieces: list[Piece]
    span: Span | None
    element: Element


@dataclass(frozen=True, slots=True)
class _Broken:
    """A cell's lines, in its column."""

    place: _Place
    x: float
    width: float
    lines: list[Words]


def set_table(
    table: Table, frame: Frame, styled: Callable[[str], Role], setting: Setting, parent: Element
) -> list[Box]:
    """The table, centred in the frame, under its caption, between rules."""
    element = parent.add(Kind.TABLE)
    title = _caption(table, frame, styled("caption"), setting, element)
    head = _grid(table.head, styled, setting, element, Kind.TABLE_HEAD)
    body = _grid(table.rows, styled, setting, element, Kind.TABLE_BODY)
    count = max(place.column + place.columns for place in (*head, *body))
    widths = column_widths([_wanted(place) for place in (*head, *body)], count, frame.width - GUTTER * (count - 1))
    whole = sum(widths) + GUTTER * (count - 1)
    left = frame.left + (frame.width - whole) / 2

    def rule(thickness: float) -> Box:
        marks = (Rule(left, 0.0, whole, thickness),)
        return Box(0.0, marks, before=ROW_GAP, after=ROW_GAP, keep=True)

    above = [rule(HEAVY)]
    if table.head:
        heads = _rows(head, len(table.head), widths, left, setting.report)
        above += [*(box._replace(keep=True) for box in heads), rule(LIGHT)]
    rows = _rows(body, len(table.rows), widths, left, setting.report)
    repeat = tuple(map(_copied, above))
    if stack_height(repeat) > Geometry.of(setting.style.page).text_height * TALLEST_HEAD:
        repeat = ()
    rows = [rows[0], *(box._replace(repeat=repeat) for box in rows[1:])]
    rows[-1] = rows[-1]._replace(keep=True)
    return [*(box._replace(keep=True) for box in title), *above, *rows, rule(HEAVY)._replace(keep=False)]


def _caption(table: Table, frame: Frame, role: Role, setting: Setting, element: Element) -> list[Box]:
    if not table.caption:
        return []
    caption = element.add(Kind.CAPTION)
    pieces = setting.inlines(table.caption, role, table.span, caption)
    return set_display(pieces, role, frame, setting.report, element=caption, span=table.span)


def _copied(box: Box) -> Box:
    """A box of a table's head as it is shown again: its words are no part of the text, and lead nowhere."""
    marks = tuple(
        _plain(mark) if isinstance(mark, Line) else mark for mark in box.marks if isinstance(mark, Line | Rule)
    )
    return box._replace(marks=marks, notes=(), anchors=())


def _plain(line: Line) -> Line:
    pieces = tuple(
        replace(piece, look=piece.look._replace(element=None)) if piece.look.element else piece for piece in line.pieces
    )
    return line._replace(pieces=pieces, element=None)


def _grid(
    rows: Sequence[Row], styled: Callable[[str], Role], setting: Setting, table: Element, kind: Kind
) -> list[_Place]:
    if not rows:
        return []
    part = table.add(kind)
    elements = [part.add(Kind.ROW) for _ in rows]
    places: list[_Place] = []
    for row, column, reach, columns, cell in placed(rows):
        above = kind is Kind.TABLE_HEAD
        header = cell.header or (above and bool(plain_text(cell.children).strip()))
        element = elements[row].add(Kind.HEADER_CELL if header else Kind.CELL)
        element.rows, element.columns = reach, columns
        if header:
            element.scope = Scope.COLUMN if above else Scope.ROW
        role = styled("table-head" if header else "table-cell")
        span = cell.span or rows[row].span
        pieces = setting.inlines(cell.children, role, span, element)
        places.append(_Place(row, column, reach, columns, role, pieces, span, element))
    return places


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cell asks of its columns: the width of its widest word, and of all its text on one line."""

    column: int
    columns: int
    least: float
    most: float


def _wanted(place: _Place) -> Wanted:
    widest = word = 0.0
    for piece in place.pieces:
        word += piece.width
        widest = max(widest, word)
        if piece.after is not After.JOIN:
            word = 0.0
    return Wanted(place.column, place.columns, widest, natural_width(place.pieces))


def column_widths(cells: Sequence[Wanted], count: int, room: float) -> list[float]:
    """The widths of so many columns that fit into the room.

    Columns that ask for no more than an equal share get what they ask for; the others share the rest, each at least as
    wide as its widest word. Where even the words have not enough room, all columns are as wide as these in proportion.
    """
    least, most = _asked(cells, count)
    if sum(least) > room:
        return [width * room / sum(least) for width in least]
    widths = [0.0] * count
    greedy = list(range(count))
    while greedy:
        left = room - sum(widths)
        modest = [column for column in greedy if most[column] <= left / len(greedy)]
        if not modest or sum(most[c] for c in modest) + sum(least[c] for c in greedy if c not in modest) > left:
            wishes = sum(most[column] - least[column] for column in greedy)
            spare = left - sum(least[column] for column in greedy)
            for column in greedy:
                widths[column] = least[column] + spare * (most[column] - least[column]) / wishes
            break
        for column in modest:
            widths[column] = most[column]
        greedy = [column for column in greedy if column not in modest]
    return widths


def _asked(cells: Sequence[Wanted], count: int) -> tuple[list[float], list[float]]:
    """For each column, the width of its widest word, and of its text without a break; never nothing."""
    least, most = [1.0] * count, [1.0] * count
    for cell in sorted(cells, key=lambda cell: cell.columns):
        columns = range(cell.column, cell.column + cell.columns)
        for widths, asked in ((least, cell.least), (most, cell.most)):
            short = asked - GUTTER * (cell.columns - 1) - sum(widths[column] for column in columns)
            for column in columns:
                widths[column] += max(0.0, short) / cell.columns
    return least, [max(pair) for pair in zip(least, most, strict=True)]


def _rows(places: Sequence[_Place], count: int, widths: Sequence[float], left: float, report: Report) -> list[Box]:
    """The boxes of the rows, band by band."""
    edges = [left, *accumulate((width + GUTTER for width in widths), initial=left)][1:]
    cells = [_broken(place, widths, edges, report) for place in places]
    across: list[list[_Broken]] = [[] for _ in range(count)]
    for cell in cells:
        for row in range(cell.place.row, cell.place.row + cell.place.rows):
            across[row].append(cell)
    bands = _bands(cells, count)
    tops = [0, *accumulate(bands)]
    boxes: list[Box] = []
    for row, abreast in enumerate(across):
        height = max((cell.place.role.leading for cell in abreast), default=0.0)
        last = bands[row] - 1
        for band in range(bands[row]):
            box = _band([(cell, tops[row] - tops[cell.place.row] + band) for cell in abreast], height)
            keep = band < last and (last < KEPT_LINES or band in {0, last - 1})
            before, after = ROW_GAP if band == 0 else 0.0, ROW_GAP if band == last else 0.0
            boxes.append(box._replace(before=before, after=after, keep=keep))
    return boxes


def _broken(place: _Place, widths: Sequence[float], edges: Sequence[float], report: Report) -> _Broken:
    last = place.column + place.columns - 1
    width = edges[last] + widths[last] - edges[place.column]
    lines, cut, _ = lines_of(place.pieces, width, width)
    if cut:
        report.add(Code.LINE_TOO_WIDE, "a word that is wider than its column was cut", place.span)
    return _Broken(place, edges[place.column], width, lines)


def _bands(cells: Sequence[_Broken], count: int) -> list[int]:
    """How many lines each row has, at least one; a cell over more rows makes its last row longer if it must."""
    bands = [1] * count
    for cell in sorted(cells, key=lambda cell: cell.place.rows):
        rows = range(cell.place.row, cell.place.row + cell.place.rows)
        short = len(cell.lines) - sum(bands[row] for row in rows)
        bands[rows[-1]] += max(0, short)
    return bands


def _band(cells: Sequence[tuple[_Broken, int]], height: float) -> Box:
    """The line with the given number of each cell, side by side."""
    box = Box(height)
    for cell, number in cells:
        if number >= len(cell.lines):
            continue
        words, place = cell.lines[number], cell.place
        y, align = baseline(place.role), place.role.align
        line = set_line(words, x=cell.x, y=y, measure=cell.width, align=align, element=place.element)
        box = with_line(box, line, place.role.leading)
    return box
