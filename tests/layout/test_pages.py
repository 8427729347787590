"""Boxes are stacked on pages."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from procpub.layout.boxes import Box, Placed
from procpub.layout.pages import fill_pages

HEIGHT, GAP = 100.0, 10.0


def box(name: str, height: float = 10.0, *, keep: bool = False, notes: int = 0, after: float = 0.0) -> Box:
    """A box that bears its name as an anchor, and calls a note of so many lines of ten points."""
    called = tuple(Box(10.0, anchors=(f"{name}-note-{n}",)) for n in range(notes))
    return Box(height, anchors=(name,), keep=keep, after=after, notes=(called,) if notes else ())


def filled(*boxes: Box) -> list[list[str]]:
    """The names on each page."""
    return [names(page) for page in fill_pages(boxes, HEIGHT, GAP)]


def names(page: tuple[Placed, ...]) -> list[str]:
    return [str(anchor) for placed in page for anchor in placed.box.anchors]


def test_a_full_page_is_followed_by_another() -> None:
    assert filled(*(box(str(n)) for n in range(11))) == [[str(n) for n in range(10)], ["10"]]


def test_a_heading_goes_over_with_what_follows_it() -> None:
    assert filled(box("text", 80), box("heading", keep=True), box("more", 20)) == [["text"], ["heading", "more"]]


def test_a_chain_that_fits_on_no_page_is_broken_where_the_page_ends() -> None:
    assert filled(*(box(str(n), 30, keep=True) for n in range(4))) == [["0", "1", "2"], ["3"]]


def test_space_between_boxes_is_the_larger_of_the_two_and_none_stands_at_the_top() -> None:
    above = Box(10.0, before=50.0, after=5.0)
    (page,) = fill_pages([above, Box(10.0, before=8.0)], HEIGHT, GAP)
    assert [placed.y for placed in page] == [0.0, 18.0]


def test_a_box_higher_than_the_page_stands_alone() -> None:
    assert filled(box("a"), box("giant", 500), box("b")) == [["a"], ["giant"], ["b"]]


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it() -> None:
    (page, _) = fill_pages([box("a", notes=2), *(box(str(n)) for n in range(8))], HEIGHT, GAP)
    assert names(page) == ["a", *"012345", "a-note-0", "a-note-1"]
    assert page[-1].y + page[-1].box.height == HEIGHT


def test_a_line_goes_over_if_not_one_line_of_its_note_fits() -> None:
    assert filled(box("text", 80), box("call", notes=1))[0] == ["text"]


def test_every_note_begins_on_the_page_that_calls_it() -> None:
    two = box("call", notes=1)._replace(notes=(box("call", notes=1).notes[0], box("other", notes=3).notes[0]))
    assert filled(box("text", 70), two)[0] == ["text"]
    assert filled(box("text", 60), two)[0] == ["text", "call", "call-note-0", "other-note-0"]


def test_notes_too_long_to_begin_together_on_any_page_begin_where_they_are_called() -> None:
    long, short = box("call", notes=12), box("call", notes=1)
    pages = filled(box("text", 50), long._replace(notes=(*long.notes, *short.notes)), box("more", 20))
    assert pages[0] == ["text", "call", "call-note-0", "call-note-1", "call-note-2"]
    assert pages[1][:2] == ["more", "call-note-3"]


def test_a_long_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first, second = filled(box("text", 50), box("call", notes=5), box("more", 20))
    assert first == ["text", "call", "call-note-0", "call-note-1", "call-note-2"]
    assert second == ["more", "call-note-3", "call-note-4"]


def test_a_note_longer_than_pages_goes_on_over_pages_of_its_own() -> None:
    pages = filled(box("call", notes=30))
    assert [name for page in pages for name in page] == ["call", *(f"call-note-{n}" for n in range(30))]


def test_the_head_of_a_table_is_repeated_where_a_page_begins_inside_it() -> None:
    head = box("head", keep=True)
    rows = [box(str(n), 30)._replace(repeat=(head,)) for n in range(4)]
    assert filled(head, *rows) == [["head", "0", "1", "2"], ["head", "3"]]


boxes = st.lists(
    st.tuples(st.sampled_from([5.0, 10.0, 35.0, 95.0]), st.booleans(), st.integers(0, 3)), min_size=1, max_size=40
)


@given(boxes)
def test_every_box_and_every_line_of_a_note_stands_once_and_in_order(drawn: list[tuple[float, bool, int]]) -> None:
    made = [box(f"b{n}", height, keep=keep, notes=notes) for n, (height, keep, notes) in enumerate(drawn)]
    pages = fill_pages(made, HEIGHT, GAP)
    placed = [name for page in pages for name in names(page)]
    assert [name for name in placed if "note" not in name] == [f"b{n}" for n in range(len(made))]
    called = [f"b{n}-note-{line}" for n, (_, _, notes) in enumerate(drawn) for line in range(notes)]
    assert [name for name in placed if "note" in name] == called


@given(boxes)
def test_nothing_overlaps(drawn: list[tuple[float, bool, int]]) -> None:
    made = [box(f"b{n}", height, keep=keep, notes=notes) for n, (height, keep, notes) in enumerate(drawn)]
    for page in fill_pages(made, HEIGHT, GAP):
        for upper, lower in pairwise(page):
            assert upper.y + upper.box.height <= lower.y + 1e-6
