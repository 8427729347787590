"""Numerals, grids of tables, identifiers: what several extractors share."""

import pytest

from procpub.verify.facts import identifiers, licence
from procpub.verify.grid import Grid
from procpub.verify.numerals import numeral


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "1", "4"),
        (28, "a", "ab"),
        (3, "A", "C"),
        (1994, "i", "mcmxciv"),
        (9, "I", "IX"),
        (0, "i", "0"),
        (-1, "a", "-1"),
    ],
)
def test_numbers_are_written_as_lists_count(number: int, kind: str, shown: str) -> None:
    assert numeral(number, kind) == shown


def test_a_cell_stands_in_the_first_place_that_none_from_above_takes() -> None:
    grid = Grid()
    grid.next_row()
    assert [grid.place(rows=2), grid.place(columns=2)] == [(1, 1), (1, 2)]
    grid.next_row()
    assert grid.place() == (2, 2)


def test_cells_do_not_reach_out_of_a_head() -> None:
    grid = Grid()
    grid.next_row()
    grid.place(rows=5)
    grid.end_group()
    grid.next_row()
    assert grid.place() == (2, 1)


def test_identifiers_are_the_same_however_formats_write_them() -> None:
    spellings = ("urn:isbn:9783161484100", "isbn:978-3-16-148410-0", "978-3-16-148410-0", "ISBN 978-3-16-148410-0")
    assert {identifiers([each]) for each in spellings} == {("9783161484100",)}
    assert identifiers(["https://doi.org/10.1000/182", "doi:10.1000/182"]) == ("10.1000/182",)
    assert identifiers(["urn:uuid:0b4f1c1e-1111-5222-8333-444455556666"]) == (), "made up for the file alone"


def test_a_licence_is_its_words_and_address_in_one_place_or_in_two() -> None:
    assert licence(["CC BY 4.0", "https://x.org/"]) == licence(["CC BY 4.0 https://x.org/"])
