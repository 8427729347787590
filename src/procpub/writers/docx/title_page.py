"""The title page, and the page of imprint if there is something to say on it."""

from collections.abc import Iterator

from procpub.model.metadata import Metadata
from procpub.model.nodes import Link, Text
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import Kind, Statement, imprint_of, title_page_of
from procpub.writers.docx.inlines import inline_elements, local_run
from procpub.writers.docx.ooxml import Element, add_property, paragraph, run, switch, w
from procpub.writers.docx.story import Story


def title_page(metadata: Metadata) -> Iterator[Element]:
    """A paragraph a statement, each in the style that bears the name of its kind."""
    first, *others = title_page_of(metadata)
    yield paragraph("Title", *_lines(first))
    for statement in others:
        style = "ParallelTitle" if statement.kind is Kind.TITLE else statement.kind.name.title()
        yield paragraph(style, *_lines(statement))


def imprint(proceedings: Proceedings, story: Story) -> list[Element]:
    """The imprint on a page of its own; nothing if there is nothing to say."""
    paragraphs = [
        paragraph("Imprint", *(_linked(statement, story) if statement.target else _lines(statement)))
        for statement in imprint_of(proceedings)
    ]
    if paragraphs:
        add_property(paragraphs[0], switch("pageBreakBefore", True))
    return paragraphs


def _lines(statement: Statement) -> Iterator[Element]:
    for number, line in enumerate(statement.lines):
        if number:
            yield run(w("br"))
        yield local_run(line.text, line.language)


def _linked(statement: Statement, story: Story) -> list[Element]:
    words = tuple(Text(text=line.text) for line in statement.lines)
    return inline_elements((Link(target=statement.target, children=words),), story)
