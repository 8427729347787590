"""The title page, and the page of imprint if there is something to say on it, each in the balance that print has."""

from collections.abc import Iterator, Sequence

from procpub.layout.flow.lines import TWIPS
from procpub.layout.flow.pages import stack_height
from procpub.layout.proportions import ABOVE_MIDDLE, BREATHING, TITLE_SINK
from procpub.model.metadata import Metadata
from procpub.model.nodes import Link, Text
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import Kind, Statement, imprint_of, title_page_of
from procpub.writers.docx.inlines import inline_elements, local_run
from procpub.writers.docx.measure import Measurer
from procpub.writers.docx.ooxml import Element, paragraph, run, switch, twips, w
from procpub.writers.docx.pages import text_height, text_width
from procpub.writers.docx.story import Story


def title_page(metadata: Metadata, story: Story, measurer: Measurer) -> list[Element]:
    """A paragraph a statement, each in the style that bears the name of its kind: titles above, organisers at the foot,
    the others between, if there is room enough.
    """
    above: list[Element] = []
    middle: list[Element] = []
    below: list[Element] = []
    for number, statement in enumerate(title_page_of(metadata)):
        kind = statement.kind
        part = above if kind in (Kind.TITLE, Kind.SUBTITLE) else below if kind is Kind.ORGANISER else middle
        style = "ParallelTitle" if kind is Kind.TITLE and number else kind.name.title()
        part.append(paragraph(style, *_lines(statement, story)))
    page = text_height(story.style.page)
    parts = [part for part in (middle, below) if part]
    white = page * (1 - TITLE_SINK) - sum(_height(part, story, measurer) for part in (above, *parts))
    if white >= page * BREATHING * len(parts):
        shares = [ABOVE_MIDDLE, 1 - ABOVE_MIDDLE] if middle else [1.0]
        for part, share in zip(parts, shares, strict=False):
            story.variants.space(part[0], "Set Apart", before=white * share)
    return [*above, *middle, *below]


def imprint(proceedings: Proceedings, story: Story, measurer: Measurer) -> list[Element]:
    """The imprint at the foot of a page of its own; nothing if there is nothing to say."""
    paragraphs = [
        paragraph("Imprint", *(_linked(statement, story) if statement.target else _lines(statement, story)))
        for statement in imprint_of(proceedings)
    ]
    if paragraphs:
        white = max(text_height(story.style.page) - _height(paragraphs, story, measurer), 0.0)
        above = w("spacing", before=twips(white))
        story.variants.vary(paragraphs[0], "At Foot", switch("pageBreakBefore", True), above)
    return paragraphs


_ROUNDING = 1.0
"""So many points are left free, that nothing which is to stand at the foot of a page is pushed to the next one."""


def _height(paragraphs: Sequence[Element], story: Story, measurer: Measurer) -> float:
    """The height of paragraphs with the space between them, in points."""
    width = int(twips(text_width(story.style.page)))
    return stack_height([measurer.paragraph(element, width) for element in paragraphs]) / TWIPS + _ROUNDING


def _lines(statement: Statement, story: Story) -> Iterator[Element]:
    for number, line in enumerate(statement.lines):
        if number:
            yield run(w("br"))
        yield local_run(line.text, line.language, story)


def _linked(statement: Statement, story: Story) -> list[Element]:
    words = tuple(Text(text=line.text) for line in statement.lines)
    return inline_elements((Link(target=statement.target, children=words),), story)
