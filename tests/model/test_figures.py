"""Figures without an image are reported in the same words, whichever edition is made."""

import pytest

from procpub.diagnostics import Code, Report
from procpub.interfaces import Writer
from procpub.model.contents import contents_of
from procpub.model.figures import report_missing_images
from procpub.model.nodes import Figure, Note
from procpub.model.proceedings import Contribution, Proceedings
from procpub.style import load_style
from procpub.writers import docx, epub, pdf, tei
from tests.documents import PIXEL, paragraph, text

LOST = Figure(alternative="a lost map")
NOTE = Note(blocks=(Figure(alternative="a lost plan"), Figure(image=PIXEL, alternative="a pixel")))
DOCUMENT = Proceedings(
    body=(Contribution(id="c", kind="speech", heading=(*text("Speech"), NOTE), blocks=(paragraph("x"), LOST)),)
)


def messages(report: Report) -> list[str]:
    return [diagnostic.message for diagnostic in report if diagnostic.code is Code.MISSING_IMAGE]


def test_every_figure_without_an_image_is_reported_in_notes_too() -> None:
    report = Report()
    report_missing_images(DOCUMENT, report)
    assert [message.partition(": ")[2] for message in messages(report)] == ["'a lost plan'", "'a lost map'"]


@pytest.mark.parametrize("writer", [pdf.WRITER, docx.WRITER, epub.WRITER, tei.WRITER])
def test_all_editions_say_the_same(writer: Writer) -> None:
    expected, report = Report(), Report()
    report_missing_images(DOCUMENT, expected)
    writer.write(DOCUMENT, contents_of(DOCUMENT), load_style(), report)
    assert messages(report) == messages(expected)
