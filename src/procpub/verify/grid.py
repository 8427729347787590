"""Where the cells of a table stand, row by row, when some span rows or columns (HTML, 4.9.12.1)."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Grid:
    """Deals out places, from 1, to cells in the order in which files have them."""

    row: int = 0
    _column: int = 1
    _taken: dict[int, int] = field(default_factory=dict)
    """The last row that a cell from above reaches to, by column."""

    def next_row(self) -> None:
        """Begins a row."""
        self.row += 1
        self._column = 1

    def end_group(self) -> None:
        """Ends a head or a body: no cell reaches beyond."""
        self._taken.clear()

    def place(self, rows: int = 1, columns: int = 1) -> tuple[int, int]:
        """Row and column of the next cell, which takes so many rows and columns."""
        while self._taken.get(self._column, 0) >= self.row:
            self._column += 1
        column = self._column
        if rows > 1:
            for each in range(column, min(column + columns, _WIDEST)):
                self._taken[each] = self.row + rows - 1
        self._column += columns
        return self.row, column


_WIDEST = 1000
"""Columns beyond this are not looked after: no table has them."""
