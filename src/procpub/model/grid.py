"""Where a table's cells stand: HTML's table model (HTML Living Standard, 4.9.12), for all editions alike."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from procpub.model.nodes import Cell, Row

WIDEST = 1000
"""No cell spans more columns (HTML Living Standard, 4.9.11)."""


class Placement(NamedTuple):
    """A cell in the grid: its first row and column, counted from 0, and how many of each it takes."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell

    def slots(self) -> Iterator[tuple[int, int]]:
        """Row and column of every place in the grid that the cell takes."""
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


def placed(rows: Sequence[Row]) -> tuple[Placement, ...]:
    """Every cell in its row and the first column that is free from above; cells do not reach below the last row.

    Head and body are grids of their own. Cells may overlap, where a wide cell meets one from above: `check` refuses it.
    """
    taken: set[tuple[int, int]] = set()
    placements: list[Placement] = []
    for index, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (index, column) in taken:
                column += 1
            placement = Placement(index, column, min(cell.rows, len(rows) - index), cell.columns, cell)
            taken.update(placement.slots())
            placements.append(placement)
    return tuple(placements)
