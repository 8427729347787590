"""What came of a comparison, for programs and for editors."""

import json
from base64 import b64decode
from io import BytesIO

import pytest
from lxml import html
from PIL import Image, ImageChops

from procpub.verify import Verification, verify
from procpub.verify.reports.html import as_html
from procpub.verify.reports.json import as_json
from tests.verify.faults.cases import CASES
from tests.verify.faults.volume import NAMES, PDF, Editions, editions

FAULT = next(case for case in CASES if case.sentence == "PDF: a word is another")


@pytest.fixture(scope="module")
def faulty() -> Editions:
    return FAULT.done_to(editions())


@pytest.fixture(scope="module")
def found(faulty: Editions) -> Verification:
    return verify(faulty)


def test_json_has_every_check_of_every_edition_and_every_reading(found: Verification) -> None:
    data = json.loads(as_json(found))
    assert (data["agree"], data["editions"]) == (False, list(NAMES))
    assert {(each["check"], each["edition"]) for each in data["checks"]} == {
        (outcome.check, outcome.edition) for outcome in found.outcomes
    }
    (difference,) = data["differences"]
    assert (difference["check"], difference["dissenting"]) == ("text", [PDF])
    words = {reading["edition"]: reading["words"] for reading in difference["readings"]}
    assert words == {name: "ninety" if name == PDF else "nineteen" for name in NAMES}
    index = found.differences[0].readings[NAMES.index(PDF)].place.page
    assert index is not None
    assert [each["page"] for each in difference["readings"] if each["edition"] == PDF] == [index + 1]


def picture(page: str) -> tuple[Image.Image, str]:
    """The only picture of a report, and its description."""
    (element,) = html.document_fromstring(page).iter("img")
    data = b64decode(str(element.get("src")).partition(",")[2])
    return Image.open(BytesIO(data)).convert("RGB"), str(element.get("alt"))


def test_the_page_of_html_shows_all_readings_and_the_page_of_the_pdf(found: Verification, faulty: Editions) -> None:
    page = as_html(found, faulty)
    root = html.document_fromstring(page)
    assert root.get("lang") == "en"
    assert sorted(str(mark.text) for mark in root.iter("mark")) == ["nineteen", "nineteen", "nineteen", "ninety"]
    image, description = picture(page)
    assert f"page 7 of {PDF}" == description
    assert image.width > 400


def test_the_words_in_question_are_marked_in_the_picture(found: Verification, faulty: Editions) -> None:
    image, _ = picture(as_html(found, faulty))
    red, _, blue = image.split()
    yellow = ImageChops.subtract(red, blue).point(lambda value: 255 if value > 60 else 0).getbbox()
    assert yellow, "else black on white"
    left, top, right, bottom = yellow
    assert (right - left, bottom - top) < (100, 40), "a word, not a page"


def test_without_differences_the_page_says_so() -> None:
    page = as_html(verify(editions()), editions())
    assert "<p>Yes: " in page
    assert "<img" not in page


def test_characters_that_html_cannot_hold_are_shown_as_unknown() -> None:
    name = "a\x07.xml"
    page = as_html(verify({name: editions()["volume.tei.xml"]}), {})
    assert "a\ufffd.xml" in page
