"""Pages are filled as word processors fill them: here they are 100 high, and most lines 10."""

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.flow.pages import Flow, Note, Paragraph, Start, Turn, stack_height

HEIGHT = 100
ONE = Paragraph(lines=1, height=10)


def text(lines: int, *notes: Note) -> Paragraph:
    return replace(ONE, lines=lines, notes=notes)


def heading(before: int = 0) -> Paragraph:
    return replace(ONE, before=before, keep_next=True)


def note(lines: int = 1, *, line: int = 0) -> Note:
    return Note(line, lines, 10)


def pages(*paragraphs: Paragraph, separator: int = 0) -> list[int]:
    """The page that each paragraph begins on."""
    return Flow(HEIGHT, separator).fill(paragraphs)


def left(*paragraphs: Paragraph, separator: int = 0) -> tuple[int, int]:
    """The page that the paragraphs end on, and how many lines more go on it."""
    flow = Flow(HEIGHT, separator)
    flow.fill(paragraphs)
    page, number = flow.page, 0
    while flow.fill([ONE]) == [page]:
        number += 1
    return page, number


def test_a_full_page_is_followed_by_another() -> None:
    assert pages(*[ONE] * 21) == [0] * 10 + [1] * 10 + [2]
    assert pages(text(10), ONE) == [0, 1]
    assert left(text(24)) == (2, 6)


def test_what_is_filled_in_later_goes_on_below() -> None:
    flow = Flow(HEIGHT)
    assert flow.fill([text(7)]) == [0]
    assert flow.fill([replace(text(2), after=10), ONE]) == [0, 1]
    assert flow.fill([]) == []
    assert flow.page == 1


def test_a_paragraph_does_not_leave_one_line_at_the_foot() -> None:
    assert pages(text(8), text(4)) == [0, 0]
    assert pages(text(9), text(4)) == [0, 1]


@pytest.mark.parametrize(("above", "lines", "end"), [(7, 4, (1, 8)), (5, 6, (1, 8)), (8, 13, (2, 8)), (8, 12, (1, 0))])
def test_nor_one_at_the_head_of_the_next_page(above: int, lines: int, end: tuple[int, int]) -> None:
    assert left(text(above), text(lines)) == end


@pytest.mark.parametrize("lines", [2, 3])
def test_three_lines_are_never_parted(lines: int) -> None:
    assert pages(text(10 - lines), text(lines)) == [0, 0]
    assert pages(text(11 - lines), text(lines)) == [0, 1]


def test_lines_that_are_kept_together_are_not_parted_unless_no_page_holds_them() -> None:
    kept = replace(text(8), keep_lines=True)
    assert pages(text(2), kept) == [0, 0]
    assert pages(text(3), kept) == [0, 1]
    assert left(text(3), replace(kept, lines=21)) == (3, 9)


def test_headings_go_over_with_the_first_lines_of_what_follows_them() -> None:
    assert pages(text(6), heading(), heading(), text(5)) == [0, 0, 0, 0]
    assert pages(text(7), heading(), heading(), text(5)) == [0, 1, 1, 1]
    assert pages(text(7), heading(), text(3)) == [0, 1, 1]
    assert pages(text(6), heading(), heading(before=5), text(5)) == [0, 1, 1, 1]
    assert pages(text(7), heading(), replace(text(5), before=5)) == [0, 1, 1]


def test_a_heading_is_not_kept_with_what_begins_a_page_or_with_nothing() -> None:
    assert pages(text(9), heading(), replace(ONE, start=Start.PAGE)) == [0, 0, 1]
    assert pages(text(9), replace(heading(), start=Start.PAGE), ONE) == [0, 1, 1]
    assert pages(text(9), heading()) == [0, 0]


def test_a_chain_that_fits_on_no_page_begins_one_and_is_broken_where_that_ends() -> None:
    assert pages(ONE, *[heading()] * 12, ONE) == [0] + [1] * 10 + [2] * 3


def test_a_heading_goes_over_with_a_paragraph_whose_note_does_not_fit() -> None:
    assert pages(text(7), heading(), text(2, note())) == [0, 1, 1]


def test_a_chain_that_fits_on_a_page_but_for_the_space_above_it_goes_over() -> None:
    assert pages(text(5), heading(before=30), Paragraph(lines=1, height=85)) == [0, 1, 1]


def test_the_heading_of_a_chain_that_fits_on_no_page_is_still_kept_with_what_follows() -> None:
    assert pages(text(9), heading(), replace(heading(), lines=20), ONE)[:3] == [0, 1, 1]


@pytest.mark.parametrize(("after", "before"), [(30, 20), (20, 30), (30, 0), (0, 30)])
def test_the_larger_of_two_spaces_stands_between_paragraphs(after: int, before: int) -> None:
    assert left(replace(ONE, after=after), replace(ONE, before=before)) == (0, 5)


def test_no_space_stands_at_the_head_of_a_page_that_just_happened() -> None:
    assert left(replace(text(10), after=20), replace(ONE, before=50)) == (1, 9)
    assert left(text(8), heading(before=50), ONE) == (1, 8)
    assert left(replace(text(12), after=20), replace(ONE, before=50)) == (1, 2)  # it is no head after two lines


@pytest.mark.parametrize("start", [Start.PAGE, Start.RECTO])
def test_space_above_is_kept_after_a_page_break_and_at_the_very_beginning(start: Start) -> None:
    assert left(replace(text(11), after=70), replace(ONE, before=50, start=start)) == (2, 4)
    assert left(replace(ONE, before=50)) == left(replace(ONE, before=50, start=start)) == (0, 4)


def test_space_below_takes_no_line_to_the_next_page_but_the_following() -> None:
    assert pages(replace(text(10), after=10), ONE) == [0, 1]
    assert pages(text(9), replace(ONE, after=10)) == [0, 0]
    assert pages(replace(text(9), after=5), ONE) == [0, 1]


def test_right_hand_pages_are_the_first_and_every_second_from_there() -> None:
    recto = replace(ONE, start=Start.RECTO)
    assert pages(recto, recto, recto) == [0, 2, 4]
    assert pages(text(11), recto) == [0, 2]
    assert pages(text(21), recto, replace(ONE, start=Start.PAGE), recto) == [0, 4, 5, 6]


def test_a_page_break_before_the_first_page_makes_none() -> None:
    assert pages(replace(ONE, start=Start.PAGE), replace(ONE, start=Start.PAGE)) == [0, 1]


def test_repeated_heads_of_a_table_take_room_on_each_page_but_its_first() -> None:
    row = Paragraph(lines=1, height=20, repeated=30)
    assert pages(text(4), *[row] * 9) == [0] * 4 + [1] * 3 + [2] * 3
    assert left(text(9), row) == (1, 5)


def test_notes_take_room() -> None:
    assert left(text(3, note(2), note(3, line=1))) == (0, 2)
    assert pages(text(8), text(1, note())) == [0, 0]


def test_a_line_goes_where_all_its_notes_fit() -> None:
    assert pages(text(9), text(1, note())) == [0, 1]
    assert pages(text(8), text(1, note(), note())) == [0, 1]
    assert left(text(5), text(5, note(line=4))) == (1, 7)  # not one alone, so that two lines go over
    assert pages(text(7), text(4, note(line=1))) == [0, 0]
    assert pages(text(8), text(4, note(line=1))) == [0, 1]
    assert pages(text(8), text(4, note(line=2))) == [0, 0]
    assert left(text(3), text(5, note(4, line=3))) == (1, 4)


@pytest.mark.parametrize(("lines", "opening"), [(1, 1), (2, 2), (3, 3), (4, 2), (30, 2)])
def test_of_a_note_that_can_be_parted_the_first_two_lines_must_fit(lines: int, opening: int) -> None:
    assert pages(text(9 - opening), text(1, note(lines))) == [0, 0]
    assert pages(text(10 - opening), text(1, note(lines))) == [0, 1]


def test_a_note_goes_on_on_the_next_page_and_takes_room_there() -> None:
    assert left(text(1, note(12)), ONE) == (1, 6)
    assert pages(text(1, note(30)), ONE) == [0, 3]
    assert left(text(1, note(30)), ONE) == (3, 8)
    assert left(text(1, note(12)), replace(ONE, start=Start.PAGE)) == (1, 6)
    assert left(replace(text(1, note(2)), height=150), ONE) == (1, 7)


def test_no_line_of_a_note_is_cut_through() -> None:
    odd = replace(text(1, note(12)), height=15)  # eight lines of the note go below it, and half of one
    assert pages(odd, replace(ONE, height=60)) == [0, 1]
    assert pages(odd, ONE, replace(ONE, height=55)) == [0, 1, 2]


def test_the_line_above_the_notes_takes_room_once_a_page() -> None:
    assert left(text(4, note(), note(line=1)), separator=10) == (0, 3)
    assert left(ONE, separator=10) == (0, 9)
    assert left(text(1, note(12)), ONE, separator=10) == (1, 4)
    assert pages(text(8), text(1, note()), separator=10) == [0, 1]
    assert left(text(4), text(5, note(line=4)), separator=10) == (1, 6)


def test_a_long_note_does_not_part_two_lines() -> None:
    assert left(text(6), text(2, note(5))) == left(text(6), text(2, note(5, line=1))) == (0, 0)


def test_a_page_that_is_full_of_a_note_takes_no_line() -> None:
    assert pages(text(1, note(18)), ONE) == [0, 1]
    assert pages(text(1, note(19)), ONE) == [0, 2]


def test_there_is_an_end_to_pages_that_have_no_room_for_notes() -> None:
    assert Flow(10, 10).fill([text(1, note()), ONE]) == [0, 1]


def test_a_stack_is_as_high_as_its_lines_and_the_spaces_between_them() -> None:
    first, second = replace(text(2), before=50, after=20), replace(ONE, before=30, after=5)
    assert stack_height([first, second, replace(ONE, after=40)]) == 20 + 30 + 10 + 5 + 10
    assert stack_height([second]) == 10
    assert stack_height([]) == 0


@given(st.lists(st.integers(1, 35), min_size=1, max_size=40))
def test_pages_are_as_full_as_widows_and_orphans_let_them_be(lines: list[int]) -> None:
    begins = pages(*map(text, lines))
    for page, above in zip(begins, accumulate(lines, initial=0), strict=False):
        assert 8 * page <= above < 10 * (page + 1)


notes = st.builds(Note, st.integers(0, 12), st.integers(0, 25), st.sampled_from([0, 8, 10]))
paragraphs = st.builds(
    Paragraph,
    lines=st.integers(0, 12),
    height=st.sampled_from([0, 10, 10, 35, 100, 250]),
    before=st.sampled_from([0, 0, 7, 60, 300]),
    after=st.sampled_from([0, 5, 120]),
    start=st.sampled_from([Start.HERE, Start.HERE, Start.HERE, Start.PAGE, Start.RECTO]),
    keep_next=st.booleans(),
    keep_lines=st.booleans(),
    repeated=st.sampled_from([0, 0, 20, 150]),
    notes=st.lists(notes, max_size=3).map(tuple),
)


@given(st.lists(paragraphs, max_size=40), st.sampled_from([0, 10]))
def test_whatever_its_size_each_paragraph_has_a_page_and_they_stand_in_order(
    drawn: list[Paragraph], separator: int
) -> None:
    flow = Flow(HEIGHT, separator)
    begins = flow.fill(drawn)
    assert len(begins) == len(drawn)
    for (page, following), paragraph in zip(pairwise([*begins, flow.page]), drawn, strict=True):
        called = sum(note.lines for note in paragraph.notes)
        assert page <= following <= page + paragraph.lines + called + 2
    for page, paragraph in zip(begins, drawn, strict=True):
        assert paragraph.start is not Start.RECTO or page % 2 == 0
    for (page, following), paragraph in zip(pairwise(begins), drawn[1:], strict=False):
        assert paragraph.start is Start.HERE or following > page


@given(st.lists(paragraphs, min_size=1, max_size=40), st.sampled_from([0, 10]))
def test_no_page_holds_more_than_fits(drawn: list[Paragraph], separator: int) -> None:
    begins = pages(*drawn, separator=separator)
    for number in set(begins):
        # All that begins on a page ends there too, but for the last, whose first lines at least stand together.
        *whole, last = (paragraph for paragraph, page in zip(drawn, begins, strict=True) if page == number)
        if whole:
            together = last.lines if last.lines < 4 or last.keep_lines else 2
            held = [*whole, replace(last, lines=together)]
            calls = [note for each in held for note in each.notes if note.line < each.lines and note.lines]
            below = sum(note.height for note in calls) + separator * any(calls)
            assert stack_height(held) + below <= HEIGHT


def test_a_thousand_headings_one_below_the_other_are_gone_through_page_by_page() -> None:
    begins = pages(*[heading()] * 3000, ONE)
    assert begins[:11] == [0] * 10 + [1] and begins[-1] == 300


def test_it_is_known_with_which_line_of_which_paragraph_a_page_begins() -> None:
    flow = Flow(HEIGHT)
    flow.fill([text(8), text(25), ONE])
    assert flow.turns == [Turn(1, 2), Turn(1, 12), Turn(1, 22)]
    flow.fill([text(5), heading(), replace(ONE, start=Start.PAGE)])
    assert flow.turns[3:] == [Turn(5, 0)]


def test_pages_that_are_blank_or_full_of_notes_begin_with_the_line_after_them() -> None:
    flow = Flow(HEIGHT)
    flow.fill([ONE, replace(ONE, start=Start.RECTO), text(1, note(30)), ONE])
    assert flow.turns == [Turn(1, 0, 2), Turn(3, 0, 3)]


@given(st.lists(paragraphs, max_size=40), st.sampled_from([0, 10]))
def test_as_many_pages_begin_up_to_a_paragraph_as_its_page_says(drawn: list[Paragraph], separator: int) -> None:
    flow = Flow(HEIGHT, separator)
    begins = flow.fill(drawn)
    assert flow.turns == sorted(flow.turns)
    for number, page in enumerate(begins):
        assert page == sum(turn.pages for turn in flow.turns if turn[:2] <= (number, 0))
    assert all(turn.line == 0 or turn.line < drawn[turn.paragraph].lines for turn in flow.turns)
