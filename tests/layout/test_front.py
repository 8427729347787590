"""The title page and the imprint, as they stand on their pages."""

from dataclasses import replace

from procpub.diagnostics import Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Page
from procpub.model.contents import contents_of
from procpub.model.metadata import Date, Metadata, Provenance, Source
from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Proceedings
from procpub.style import load_style

STYLE = load_style()
METADATA = Metadata(
    titles=(LocalText(text="A Book of Talks"), LocalText(text="演讲集", language="zh")),
    date=Date(text="May 2021", when="2021-05"),
    organisers=(
        Organisation(names=(LocalText(text="外交部", language="zh"), LocalText(text="MINISTRY OF FOREIGN AFFAIRS"))),
        Organisation(names=(LocalText(text="Institute of International Studies"),)),
    ),
)


def page(metadata: Metadata, number: int = 0) -> Page:
    document = Proceedings(
        metadata=metadata, provenance=Provenance(source=Source(name="a.txt", encoding="", sha256="0" * 64, lines=1))
    )
    return lay_out(document, contents_of(document), STYLE, Report()).pages[number]


def places(page: Page) -> dict[str, tuple[float, Line]]:
    """Every line by its words, with the height of its baseline on the page."""
    marks = [(placed.y + mark.y, mark) for placed in page.boxes for mark in placed.box.marks if isinstance(mark, Line)]
    return {mark.text: (y, mark) for y, mark in marks}


def size(page: Page, words: str) -> float:
    return places(page)[words][1].pieces[0].look.size


def test_titles_stand_above_the_date_in_the_middle_and_organisers_at_the_foot() -> None:
    found = places(page(METADATA))
    heights = [found[words][0] for words in ("A Book of Talks", "演讲集", "May 2021", "外交部")]
    assert heights == sorted(heights)
    above, below = heights[2] - heights[1], heights[3] - heights[2]
    assert above > 60 and below > above, "the date stands by itself, nearer to the titles"


def test_names_of_one_body_stand_closer_than_those_of_different_ones() -> None:
    found = places(page(METADATA))
    chinese, english, other = (
        found[words][0] for words in ("外交部", "MINISTRY OF FOREIGN AFFAIRS", "Institute of International Studies")
    )
    assert english - chinese < other - english


def test_capitals_are_set_smaller_and_titles_in_other_languages_too() -> None:
    first = page(METADATA)
    assert size(first, "MINISTRY OF FOREIGN AFFAIRS") < size(first, "Institute of International Studies")
    assert size(first, "演讲集") < size(first, "A Book of Talks")


def test_nothing_on_the_title_page_in_large_print_is_small() -> None:
    document = Proceedings(metadata=METADATA)
    first = lay_out(document, contents_of(document), load_style("large-print"), Report()).pages[0]
    assert min(line.pieces[0].look.size for _, line in places(first).values()) >= 18


def test_everything_is_centred_on_the_same_line() -> None:
    middles = {round(line.x + line.width / 2, 2) for _, line in places(page(METADATA)).values()}
    assert len(middles) == 1


def test_a_book_without_a_date_has_no_hole_where_it_would_stand() -> None:
    assert places(page(replace(METADATA, date=None))).keys() == places(page(METADATA)).keys() - {"May 2021"}


def test_the_imprint_stands_at_the_foot_of_the_back_and_ends_with_how_it_was_made() -> None:
    (*_, (last, words)) = sorted((y, words) for words, (y, _) in places(page(METADATA, 1)).items())
    assert words.endswith(").")
    assert STYLE.page.height - last * 25.4 / 72 < STYLE.page.bottom + 5
