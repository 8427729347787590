"""Cells find their place in a table's grid."""

from procpub.model.grid import placed
from procpub.model.nodes import Cell, Row


def grid(*rows: tuple[Cell, ...]) -> list[tuple[int, int, int, int]]:
    return [placement[:4] for placement in placed([Row(cells=row) for row in rows])]


CELL, TALL, WIDE = Cell(children=()), Cell(children=(), rows=2), Cell(children=(), columns=2)


def test_a_cell_takes_the_first_column_that_is_free_from_above() -> None:
    assert grid((CELL, TALL, CELL), (CELL, CELL)) == [
        (0, 0, 1, 1),
        (0, 1, 2, 1),
        (0, 2, 1, 1),
        (1, 0, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_wide_cell_takes_columns_of_those_after_it() -> None:
    assert grid((WIDE, CELL)) == [(0, 0, 1, 2), (0, 2, 1, 1)]


def test_no_cell_reaches_below_the_last_row() -> None:
    assert grid((TALL,)) == [(0, 0, 1, 1)]
