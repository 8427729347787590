"""Tables (ISO/IEC 29500-1, 17.4): rows repeated over pages, cells that span columns and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procpub.diagnostics import Code
from procpub.model.grid import placed
from procpub.model.nodes import Cell, Row, Table
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.ooxml import Element, paragraph, switch, twips, w
from procpub.writers.docx.pages import text_width
from procpub.writers.docx.story import Story

MOST_COLUMNS = 63
"""As many columns Word's tables have."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """One `w:tc`: a cell, its continuation in a row below (`first` false), or a hole that no cell fills (None)."""

    cell: Cell | None
    column: int
    columns: int
    first: bool = True


def table_elements(table: Table, story: Story) -> Iterator[Element]:
    """The caption, the table, and the empty paragraph that Word needs after it.

    Without one, Word would make two tables that follow each other one, and a story cannot end with a table.
    """
    if table.caption:
        caption = paragraph("Caption", *inline_elements(table.caption, story))
        story.variants.vary(caption, "Above Table", switch("keepNext", True))
        yield caption
    yield _table(table, story)
    yield paragraph("TableText")


def _table(table: Table, story: Story) -> Element:
    rows = [*_grid(table.head), *_grid(table.rows)]
    columns = max(slot.column + slot.columns for row in rows for slot in row)
    if columns > MOST_COLUMNS:
        message = f"Word has {MOST_COLUMNS} columns in a table; this one has {columns}, which it may not open"
        story.report.add(Code.NOT_EXPRESSIBLE, message, table.span)
    width = text_width(story.style.page) / columns
    has_row_heads = all(row.cells and row.cells[0].header for row in table.rows)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            *([w("bidiVisual")] if story.right_to_left else []),
            w("tblW", w=twips(width * columns), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", firstRow=str(int(bool(table.head))), firstColumn=str(int(has_row_heads)), noHBand="1"),
        ),
        w("tblGrid", *(w("gridCol", w=twips(width)) for _ in range(columns))),
        *(
            _row(_filled(row, columns), story, width, repeated=index < len(table.head))
            for index, row in enumerate(rows)
        ),
    )


def _grid(rows: Sequence[Row]) -> list[list[_Slot]]:
    """Each row's slots from left to right."""
    grid: list[list[_Slot]] = [[] for _ in rows]
    for first, column, reach, columns, cell in placed(rows):
        for row in range(first, first + reach):
            grid[row].append(_Slot(cell, column, columns, first=row == first))
    return [sorted(row, key=lambda slot: slot.column) for row in grid]


def _filled(row: Sequence[_Slot], columns: int) -> Iterator[_Slot]:
    """The slots of a row with holes where it leaves columns empty."""
    column = 0
    for slot in row:
        if slot.column > column:
            yield _Slot(None, column, slot.column - column)
        yield slot
        column = slot.column + slot.columns
    if column < columns:
        yield _Slot(None, column, columns - column)


def _row(slots: Iterator[_Slot], story: Story, width: float, *, repeated: bool) -> Element:
    properties = w("trPr", switch("cantSplit", True))
    if repeated:
        properties.append(switch("tblHeader", True))
    return w("tr", properties, *(_cell(slot, story, width, head=repeated) for slot in slots))


def _cell(slot: _Slot, story: Story, width: float, *, head: bool) -> Element:
    properties = w("tcPr", w("tcW", w=twips(width * slot.columns), type="dxa"))
    if slot.columns > 1:
        properties.append(w("gridSpan", val=str(slot.columns)))
    if slot.cell is None:
        return w("tc", properties, paragraph("TableText"))
    if slot.cell.rows > 1:
        properties.append(w("vMerge", val="restart" if slot.first else "continue"))
    style = "TableHeading" if head or slot.cell.header else "TableText"
    content = inline_elements(slot.cell.children, story) if slot.first else []
    return w("tc", properties, paragraph(style, *content))
