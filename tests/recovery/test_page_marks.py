"""Where the source's pages begin, its folios stand in the document."""

import pytest

from procpub.diagnostics import Report
from procpub.model.nodes import PageBreak, Paragraph
from procpub.model.walk import contributions, plain_text
from procpub.recovery.pipeline import recover
from tests.recovery.cases import source_text

PAGES = (
    "and so the river had risen twice since the spring while in\n"
    "the valley nobody was prepared for a third time or thought",
    "of the dykes that had been built by their fathers of a clay\n"
    "which was brought down from the hills upon carts drawn by",
    "oxen that were lent for the purpose by the abbot of a house\n"
    "whose name is lost although its walls can still be seen in",
    "summer when the grass is dry and the lines of the cellar do\n"
    "show as they do upon no map that was ever printed of it or",
)


@pytest.fixture
def paragraph() -> Paragraph:
    text = "A Volume of Speeches\n\nSpeech of Mr. Abel Hart, Mayor of Dorn\n\n"
    text += "".join(f"{page}\n\nRiver Council, Fourth Session {211 + i}\n\n" for i, page in enumerate(PAGES))
    document = recover(source_text(f"{text}over the wall.\n"), Report(), language="en")
    (speech,) = contributions(document)
    (block,) = (block for block in speech.blocks if isinstance(block, Paragraph))
    return block


def test_a_paragraph_that_runs_over_pages_has_their_marks_inside(paragraph: Paragraph) -> None:
    assert [child.label for child in paragraph.children if isinstance(child, PageBreak)] == ["211", "212", "213", "214"]
    assert "River Council" not in plain_text(paragraph.children)
    assert plain_text(paragraph.children).endswith("printed of it or over the wall.")


def test_the_text_after_a_mark_is_what_stood_under_it(paragraph: Paragraph) -> None:
    places = [i for i, child in enumerate(paragraph.children) if isinstance(child, PageBreak)]
    after = [plain_text((paragraph.children[place + 1],)) for place in places]
    assert [text.split()[0] for text in after] == ["of", "oxen", "summer", "over"]
