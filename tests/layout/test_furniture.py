"""Running heads and folios."""

import pytest

from procpub.diagnostics import Report
from procpub.layout.blocks import set_note
from procpub.layout.boxes import Line, Placed
from procpub.layout.fallback import Fonts
from procpub.layout.furniture import Furniture
from procpub.layout.geometry import Geometry
from procpub.layout.text import Setting
from procpub.style import load_style

STYLE = load_style("book")
GEOMETRY = Geometry.of(STYLE.page)
FURNITURE = Furniture("The Book", Setting(STYLE, Fonts(STYLE), Report(), set_note), GEOMETRY)


def line(placed: Placed | None) -> Line:
    assert placed
    (mark,) = placed.box.marks
    assert isinstance(mark, Line)
    return mark


def head(words: str) -> str:
    return line(FURNITURE.head(words, recto=True)).text


def test_the_book_stands_on_the_left_and_the_contribution_on_the_right() -> None:
    assert line(FURNITURE.head("Speech", recto=False)).text == "The Book"
    assert head("Speech") == "Speech"
    assert FURNITURE.head("", recto=True) is None


def test_a_long_head_ends_where_a_comma_stood() -> None:
    heading = (
        "Speech of Gu Liyan, Research Fellow, Department of Central-Asia Studies at the Academy of Sciences, China"
    )
    assert head(heading) == "Speech of Gu Liyan, Research Fellow"


@pytest.mark.parametrize("words", ["No comma at all " * 10, "Oh, " + "no comma behind the first word " * 10])
def test_a_head_without_a_comma_in_a_fit_place_ends_in_an_ellipsis(words: str) -> None:
    assert head(words).endswith("…")
    assert line(FURNITURE.head(words, recto=True)).width < GEOMETRY.text_width * 0.85


def test_furniture_stands_at_the_outer_edge_on_both_sides() -> None:
    right, left = FURNITURE.folio("12", recto=True), FURNITURE.folio("12", recto=False)
    mark = line(right)
    assert right.x + mark.x + mark.width == pytest.approx(GEOMETRY.width - GEOMETRY.outer)
    assert left.x + line(left).x == pytest.approx(GEOMETRY.outer)
    assert mark.element is None
