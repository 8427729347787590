"""The contents pages and the index of speakers."""

from dataclasses import replace
from itertools import pairwise

import pytest

from procpub.diagnostics import Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, LinkArea, Page, Pages
from procpub.layout.toc import LEADER_PITCH
from procpub.model.contents import contents_of
from procpub.model.nodes import Turn
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import Style, load_style, style_names
from tests.documents import every_node, paragraph, text

STYLE = load_style("default")


def laid_out(document: Proceedings, style: Style = STYLE, depth: int = 1) -> Pages:
    return lay_out(document, contents_of(document, depth), style, Report())


def lines(page: Page) -> list[Line]:
    return [mark for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line)]


def shown(book: Pages) -> list[str]:
    return [line.text for page in book.pages for line in lines(page)]


def talk(number: int, heading: str) -> Contribution:
    return Contribution(id=f"c{number}", kind="speech", heading=text(heading), blocks=(paragraph("Words."),))


def test_leaders_touch_neither_text_nor_numbers_whatever_the_length_of_an_entry() -> None:
    document = Proceedings(body=tuple(talk(n, "M" * n) for n in range(1, 40)))
    book = laid_out(document)
    for page in book.pages[: book.front]:
        baselines: dict[float, list[Line]] = {}
        for placed in page.boxes:
            for mark in placed.box.marks:
                if isinstance(mark, Line):
                    baselines.setdefault(round(placed.y + mark.y, 2), []).append(mark)
        for abreast in baselines.values():
            abreast.sort(key=lambda line: line.x)
            for left, right in pairwise(abreast):
                assert left.x + left.width < right.x


def test_dots_of_all_entries_stand_under_each_other() -> None:
    book = laid_out(Proceedings(body=tuple(talk(n, "M" * n) for n in range(1, 12))))
    leaders = [line for page in book.pages[: book.front] for line in lines(page) if line.text.startswith(". .")]
    pitch = LEADER_PITCH * STYLE.role("contents-entry").size
    steps = [(line.x - leaders[0].x) / pitch for line in leaders]
    assert [step - round(step) for step in steps] == pytest.approx([0.0] * len(leaders), abs=1e-6)


@pytest.mark.parametrize("style", style_names())
def test_the_number_of_every_entry_is_the_page_that_its_heading_stands_on(style: str) -> None:
    document = Proceedings(
        front=every_node().front,
        body=tuple(replace(talk(n, f"Talk {n}"), blocks=(paragraph("Word. " * 900),)) for n in range(12)),
    )
    book = laid_out(document, load_style(style))
    said = [line.text for page in book.pages[: book.front] for line in lines(page)]
    for entry in contents_of(document).entries:
        (page,) = [
            page
            for page in book.pages
            if entry.label in [line.text for line in lines(page)]
            and "Contents" not in [line.text for line in lines(page)]
        ]
        assert page.label == book.label(entry.id)
        assert page.label in said[said.index(entry.label) :]


def test_a_talks_title_stands_under_its_entry_if_the_style_says_so() -> None:
    document = every_node()
    with_title = laid_out(document, replace(STYLE, contents_title=True))
    without = laid_out(document, replace(STYLE, contents_title=False))
    assert shown(with_title).count("On Every Node") == shown(without).count("On Every Node") + 1


def test_people_whom_the_heading_does_not_name_stand_under_their_entry_if_the_style_says_so() -> None:
    document = Proceedings(
        people=(Person(id="p-ann", name="Ann Lee"), Person(id="p-bo", name="Bo Hansen")),
        body=(replace(talk(1, "Opening by Ann Lee"), contributors=("p-ann", "p-bo")),),
    )
    assert "Bo Hansen" in shown(laid_out(document, replace(STYLE, contents_people=True)))
    assert "Bo Hansen" not in shown(laid_out(document, replace(STYLE, contents_people=False)))


def test_an_index_names_speakers_by_family_name_with_their_pages() -> None:
    people = (Person(id="p-ann", name="Ann Zorn"), Person(id="p-bo", name="Bo Abel", role="Chair"))
    document = Proceedings(
        people=people,
        body=(
            replace(talk(1, "One"), contributors=("p-ann",)),
            replace(talk(2, "Two"), contributors=("p-bo", "p-ann")),
        ),
    )
    pages = laid_out(document, replace(STYLE, index=True)).pages
    assert [line.text for line in lines(pages[-1])] == ["Index of speakers", "Bo Abel, Chair, 2", "Ann Zorn, 1, 2"]


def test_entries_are_set_by_what_they_are_of() -> None:
    book = laid_out(every_node(), depth=2)
    sizes = {line.text: line.pieces[0].look for page in book.pages[: book.front] for line in lines(page) if line.pieces}
    group, matter, section = (sizes[words] for words in ("Session 1: Nodes <all>", "Annex", "A section"))
    assert group.font.path == STYLE.faces["text"].bold
    assert (matter.size, section.size) == (STYLE.role("contents-entry").size, STYLE.role("contents-section").size)
    assert sizes["Mr. LI"].size == matter.size, "a contribution, on whatever level"


def test_a_page_number_of_the_index_leads_to_where_somebody_takes_the_floor() -> None:
    turn = Turn(label=text("B:"), who="p-bo", blocks=(paragraph("Words."),))
    document = Proceedings(
        people=(Person(id="p-bo", name="Bo"),),
        body=(replace(talk(1, "One"), blocks=(paragraph("Words. " * 2000), turn)),),
    )
    book = laid_out(document, replace(STYLE, index=True))
    (target,) = [
        mark.target for placed in book.pages[-1].boxes for mark in placed.box.marks if isinstance(mark, LinkArea)
    ]
    page = book.pages[book.places[target[1:]].page]
    assert "B:" in [line.text for line in lines(page)]
    assert f"Bo, {page.label}" in shown(book)


def test_a_book_without_speakers_has_no_index() -> None:
    document = Proceedings(body=(talk(1, "One"),))
    assert "Index of speakers" not in shown(laid_out(document, replace(STYLE, index=True)))
