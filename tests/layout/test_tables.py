"""The columns of a table share its measure."""

from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.tables import GUTTER, Wanted, column_widths


def cell(column: int, least: float, most: float, columns: int = 1) -> Wanted:
    return Wanted(column, columns, least, most)


def test_columns_are_as_wide_as_their_text_if_there_is_room() -> None:
    assert column_widths([cell(0, 10, 40), cell(1, 10, 60)], 2, 200) == [40, 60]


def test_long_text_is_wrapped_before_short_text() -> None:
    assert column_widths([cell(0, 30, 40), cell(1, 50, 1000)], 2, 200) == [40, 160]


def test_no_column_is_narrower_than_its_widest_word() -> None:
    widths = column_widths([cell(0, 90, 100), cell(1, 80, 1000)], 2, 175)
    assert widths[0] >= 90
    assert widths[1] >= 80


def test_words_that_have_no_room_share_it() -> None:
    assert column_widths([cell(0, 300, 300), cell(1, 100, 100)], 2, 200) == [150, 50]


def test_a_cell_over_two_columns_makes_both_wider() -> None:
    assert column_widths([cell(0, 10, 10), cell(1, 10, 10), cell(0, 50, 40 + GUTTER, columns=2)], 2, 200) == [20, 20]


asked = st.tuples(st.floats(0, 200), st.floats(0, 2000)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(asked, min_size=1, max_size=8), st.floats(50, 500))
def test_columns_never_take_more_room_than_there_is(drawn: list[tuple[float, float]], room: float) -> None:
    widths = column_widths([cell(n, least, most) for n, (least, most) in enumerate(drawn)], len(drawn), room)
    assert sum(widths) <= room + 1e-6
    assert min(widths) > 0
    if sum(max(1.0, least) for least, _ in drawn) <= room:
        assert all(width >= least - 1e-6 for width, (least, _) in zip(widths, drawn, strict=True))


@st.composite
def spanning(draw: st.DrawFn) -> Wanted:
    """A cell over some of eight columns."""
    column = draw(st.integers(0, 7))
    return cell(column, *draw(asked), columns=draw(st.integers(1, 8 - column)))


@given(st.lists(spanning(), max_size=12), st.floats(10, 500))
def test_cells_over_many_columns_leave_every_column_some_room_and_none_too_much(
    cells: list[Wanted], room: float
) -> None:
    widths = column_widths(cells, 8, room)
    assert sum(widths) <= room + 1e-6
    assert min(widths) > 0
