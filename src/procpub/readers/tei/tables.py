"""Tables (Guidelines 14.1): rows and cells, and which rows are the table's head."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from procpub.model.grid import WIDEST, placed
from procpub.model.nodes import Block, Cell, Inlines, Paragraph, Row, Table
from procpub.readers.tei.inlines import BOUNDARY, merged
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.xml import Element
from procpub.tei_profile import NO_CELL

_MOST_PLACES = 1_000_000
"""Cells that span so many places in all are a mistake, or an attempt to fill the memory."""


def read_table(element: Element, line: Callable[[Element], Inlines], leftovers: Leftovers) -> list[Block]:
    """The table; what stands in it beside rows is in the paragraphs behind it.

    Args:
        element: the `table`.
        line: what a head or a cell holds.
        leftovers: is told where cells cannot span what they say.
    """
    rows = element.all("row")
    heads = list(takewhile(lambda row: row.get("role") == "label", rows))
    if len(heads) == len(rows):
        heads = []
    heads_of_table = (inline for head in element.all("head") for inline in (BOUNDARY, *line(head)))
    caption = merged(heads_of_table, preserve=True)
    table = Table(
        caption=caption,
        head=_rows(heads, line, element, leftovers),
        rows=_rows(rows[len(heads) :], line, element, leftovers),
        span=span_of(element),
    )
    others = [child for child in element if child.name not in ("row", "head")]
    after: list[Block] = [Paragraph(children=inlines, span=span_of(each)) for each in others if (inlines := line(each))]
    has_cells = any(row.cells for row in (*table.head, *table.rows))
    if has_cells:
        return [table, *after]
    return [*((Paragraph(children=caption, span=span_of(element)),) if caption else ()), *after]


def _rows(
    rows: list[Element], line: Callable[[Element], Inlines], table: Element, leftovers: Leftovers
) -> tuple[Row, ...]:
    """The rows with the spans that they say, or without any if cells would overlap then."""
    read = tuple(
        Row(cells=tuple(_cell(cell, line) for cell in row if cell.get("rend") != NO_CELL), span=span_of(row))
        for row in rows
    )
    spanning = [cell for row in read for cell in row.cells if cell.rows > 1 or cell.columns > 1]
    if not spanning or _fits(read, spanning):
        return read
    leftovers.supplied(table, "the grid of a table", "its cells overlap; they span one row and column each now")
    return tuple(replace(row, cells=tuple(replace(cell, rows=1, columns=1) for cell in row.cells)) for row in read)


def _fits(rows: tuple[Row, ...], spanning: list[Cell]) -> bool:
    if any(cell.columns > WIDEST for cell in spanning):
        return False
    if sum(min(cell.rows, len(rows)) * cell.columns for cell in spanning) > _MOST_PLACES:
        return False
    places = Counter(slot for placement in placed(rows) for slot in placement.slots())
    return places.total() == len(places)


def _cell(cell: Element, line: Callable[[Element], Inlines]) -> Cell:
    return Cell(
        children=line(cell),
        header=cell.get("role") == "label",
        columns=_count(cell.get("cols")),
        rows=_count(cell.get("rows")),
        span=span_of(cell),
    )


def _count(value: str) -> int:
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 10 else 1
