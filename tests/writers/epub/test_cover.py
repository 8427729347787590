"""The cover, as whoever looks at the picture sees it: its pixels, read with Pillow."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from procpub.diagnostics import Code, Report
from procpub.model.metadata import Date, Metadata
from procpub.model.people import LocalText, Organisation
from procpub.style import Style, load_style
from procpub.writers.epub.colours import contrast
from procpub.writers.epub.cover import CONTRAST, HEIGHT, MARGIN, TEXT, WIDTH, colours_of, cover_image
from tests.documents import every_node

STYLE = load_style()
LIGHT = 235
"""What is lighter is text: the ribbon and what is behind the text are darker."""

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte"

Box = tuple[int, int, int, int]


def titled(*titles: str) -> Metadata:
    return Metadata(titles=tuple(LocalText(text=title) for title in titles))


def cover(metadata: Metadata, report: Report | None = None) -> Image.Image:
    """In grey, of which text is the lightest."""
    data = cover_image(metadata, STYLE, Report() if report is None else report)
    assert len(data) < 150_000
    return Image.open(io.BytesIO(data)).convert("L")


def ink(image: Image.Image) -> Image.Image:
    """White where there is text, else black."""
    return image.point([255 * (value >= LIGHT) for value in range(256)])


def text_box(image: Image.Image) -> Box:
    """What is around all text: left, top, right and bottom edge."""
    box = ink(image).getbbox()
    assert box, "there is text"
    return box


def line_heights(image: Image.Image) -> list[int]:
    """How high each line of text is, from the top of the cover; lines have white between them."""
    _, rows = ink(image).getprojection()
    return [len(run) for run in "".join("x" if row else " " for row in rows).split()]


def coloured(colour: str) -> Style:
    return replace(STYLE, roles={**STYLE.roles, "link": replace(STYLE.role("link"), colour=colour)})


def test_the_cover_is_a_png_of_the_size_that_shops_ask_for() -> None:
    image = Image.open(io.BytesIO(cover_image(every_node().metadata, STYLE, Report())))
    assert (image.format, image.size) == ("PNG", (1600, 2560))
    image.load()


def test_the_same_volume_has_the_same_cover_to_the_byte() -> None:
    metadata = every_node().metadata
    assert cover_image(metadata, STYLE, Report()) == cover_image(metadata, load_style(), Report())


@pytest.mark.parametrize("colour", [STYLE.role("link").colour, "#000000", "#ffffff", "#e08030", "#7f7f7f", "#6b1020"])
def test_text_has_the_contrast_of_wcag_aaa_with_all_that_is_behind_it(colour: str) -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    ground, band, _ = colours_of(coloured(colour))
    assert min(contrast(ground, TEXT), contrast(band, TEXT)) >= CONTRAST >= 7
    assert ground == colour or contrast(colour, TEXT) < CONTRAST


def test_the_ground_has_the_colour_of_links() -> None:
    image = Image.open(io.BytesIO(cover_image(titled("Talks"), coloured("#6b1020"), Report()))).convert("RGB")
    assert image.getpixel((MARGIN // 2, HEIGHT // 2)) == (0x6B, 0x10, 0x20)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("", id="without a title"),
        pytest.param(LONG_WORD, id="a word of 60 letters"),
        pytest.param("W" * 200, id="a word that no size fits"),
        pytest.param("Proceedings of the Meeting " * 19, id="500 characters"),
        pytest.param("Proceedings, " * 200, id="2600 characters"),
        pytest.param("国际问题研究论文集新形势下的反恐" * 32, id="500 ideographs"),
        pytest.param("Joy 😀 and ✓ \U0001f9ff", id="emoji"),
        pytest.param("<Tags> & \"quotes\" 'too'", id="markup"),
        pytest.param("دراسات في تاريخ العلاقات الدولية", id="Arabic"),
    ],
)
def test_margins_stay_free_of_text(title: str) -> None:
    left, top, right, bottom = text_box(cover(titled(title) if title else Metadata()))
    assert left > MARGIN * 0.9 and right < WIDTH - MARGIN * 0.9
    assert top > MARGIN and bottom < HEIGHT - MARGIN / 2


def test_a_title_is_as_large_as_its_longest_word_lets_it_be() -> None:
    left, _, right, _ = text_box(cover(titled("Plenarprotokoll 18/181")))
    assert right - left > 0.95 * (WIDTH - 2 * MARGIN)


def test_a_long_word_is_not_divided() -> None:
    assert len(line_heights(cover(titled(LONG_WORD)))) == 1


def test_a_long_title_is_smaller_and_takes_less_than_half_of_the_height() -> None:
    short, long = cover(titled("Talks and Papers")), cover(titled("Talks and Papers on Everything " * 15))
    assert max(line_heights(long)) < max(line_heights(short)) / 2
    _, top, _, bottom = text_box(long)
    assert bottom - top < HEIGHT * 0.45


def test_that_a_title_was_shortened_is_told_and_missing_glyphs_are_not() -> None:
    whole, shortened = Report(), Report()
    cover(titled("A Title \U0001f9ff of " + "Words " * 70), whole)
    cover(titled("A Title of " + "Words " * 300), shortened)
    assert [found.code for found in whole] == []
    assert [found.code for found in shortened] == [Code.NOT_EXPRESSIBLE]


def test_titles_in_other_languages_and_subtitles_are_smaller_than_the_main_title() -> None:
    metadata = replace(titled("Häuser", "Houses"), subtitles=(LocalText(text="Buildings"),))
    main, parallel, subtitle = line_heights(cover(metadata))
    assert parallel < main / 2 and subtitle < main / 2


def test_everything_begins_on_the_side_that_the_main_title_begins_on() -> None:
    latin = text_box(cover(titled("Papers", "מאמרים")))
    hebrew = text_box(cover(titled("מאמרים", "Papers")))
    assert latin[0] == pytest.approx(MARGIN, abs=20) and latin[2] < WIDTH * 0.75
    assert hebrew[2] == pytest.approx(WIDTH - MARGIN, abs=20) and hebrew[0] > WIDTH * 0.25


def test_many_organisers_leave_room_for_all_else() -> None:
    institutes = tuple(
        Organisation(names=(LocalText(text=f"Institute {n} of International Studies"),)) for n in range(8)
    )
    report, date = Report(), Date(text="May 2021", when="2021-05")
    image = cover(replace(titled("Talks"), organisers=institutes, date=date), report)
    assert len(line_heights(image)) == 1 + 1 + len(institutes)
    assert not list(report)
