"""The contents: one value, from the headings as they stand over the pieces."""

from dataclasses import replace

import pytest

from procpub.model.contents import Entry, contents_of, heading_text
from procpub.model.metadata import Metadata
from procpub.model.nodes import LineBreak, Note, Text
from procpub.model.proceedings import Contribution, Proceedings
from tests.documents import every_node, paragraph, text


def shape(depth: int) -> list[tuple[int, str]]:
    return [(entry.level, entry.id) for entry in contents_of(every_node(), depth).entries]


def test_pieces_with_a_heading_are_listed_in_reading_order_with_groups_above_their_members() -> None:
    assert shape(1) == [(1, "preface"), (1, "session-1"), (2, "anna-maier"), (2, "bo-li"), (1, "annex")]


def test_each_level_of_depth_adds_a_level_of_sections() -> None:
    two = [(1, "preface"), (1, "session-1"), (2, "anna-maier"), (3, "anna-maier-s1"), (3, "anna-maier-s3"),
           (2, "bo-li"), (1, "annex")]  # fmt: skip
    assert shape(2) == two
    assert shape(3) == [*two[:4], (4, "anna-maier-s2"), *two[4:]]
    assert shape(9) == shape(3)


def test_an_entry_knows_its_people_and_the_talks_title() -> None:
    entry = next(entry for entry in contents_of(every_node()).entries if entry.id == "anna-maier")
    assert entry == Entry(
        id="anna-maier",
        label="Keynote by Prof. Anna Maier, Director, Institute of Tests & Trials, Austria",
        level=2,
        title="On Every Node",
        people=("p-anna-maier", "p-bo-li"),
    )


def test_labels_are_one_line_without_notes() -> None:
    note = Note(blocks=(paragraph("Words."),))
    heading = (Text(text="Opening "), LineBreak(), Text(text=" Remarks"), note)
    assert heading_text(Contribution(id="a", kind="speech", heading=heading)) == "Opening Remarks"


def test_the_heading_is_the_sources_or_in_the_language_of_the_volume() -> None:
    assert contents_of(every_node()).heading == "Contents"
    for language, heading in (("de-AT", "Inhalt"), ("zh", "目录"), ("tlh", "Contents")):
        assert contents_of(Proceedings(metadata=Metadata(languages=(language,)))).heading == heading


def test_printed_contents_only_testify() -> None:
    document = every_node()
    assert contents_of(replace(document, printed_contents=None)).entries == contents_of(document).entries


def test_pieces_without_a_heading_are_left_out() -> None:
    assert "imprint" not in {entry.id for entry in contents_of(every_node()).entries}
    assert heading_text(Contribution(id="a", kind="speech", heading=text(" "))) == ""


def test_a_depth_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="contents depth 0 is less than 1"):
        contents_of(every_node(), 0)
