"""The title page, and the page of imprint if there is something to say on it."""

from collections.abc import Iterator

from procpub.model.metadata import Metadata
from procpub.model.nodes import Link, Text
from procpub.model.people import LocalText, Organisation
from procpub.model.terms import term
from procpub.writers.docx.inlines import inline_elements, local_run
from procpub.writers.docx.ooxml import Element, add_property, paragraph, run, switch, text, w
from procpub.writers.docx.story import Story


def book_title(metadata: Metadata) -> str:
    """The main title, or the words for a book without one."""
    return metadata.title or term("untitled", metadata.language)


def title_page(metadata: Metadata) -> Iterator[Element]:
    """The title, titles in other languages, subtitles, the date, and the organisers with their names."""
    titles = metadata.titles or (LocalText(text=book_title(metadata)),)
    for number, title in enumerate(titles):
        yield paragraph("ParallelTitle" if number else "Title", local_run(title.text, title.language))
    for subtitle in metadata.subtitles:
        yield paragraph("Subtitle", local_run(subtitle.text, subtitle.language))
    if metadata.date:
        yield paragraph("Date", run(text(metadata.date.text)))
    for organiser in metadata.organisers:
        yield paragraph("Organiser", *_names(organiser))


def imprint(metadata: Metadata, story: Story) -> Iterator[Element]:
    """The meeting, the publishers with the place, the identifiers and the licence, on a page of their own."""
    paragraphs = list(_imprint(metadata, story))
    if paragraphs:
        add_property(paragraphs[0], switch("pageBreakBefore", True))
    yield from paragraphs


def _imprint(metadata: Metadata, story: Story) -> Iterator[Element]:
    if metadata.meeting:
        meeting = metadata.meeting
        when_and_where = ", ".join(filter(None, (meeting.place, meeting.date.text if meeting.date else "")))
        rest = [run(w("br")), run(text(when_and_where))] if when_and_where else []
        yield paragraph("Imprint", *_lines(meeting.names), *rest)
    for publisher in metadata.publishers:
        yield paragraph("Imprint", *_names(publisher))
    if metadata.place:
        yield paragraph("Imprint", run(text(metadata.place)))
    for identifier in metadata.identifiers:
        yield paragraph("Imprint", run(text(f"{identifier.scheme.upper()} {identifier.value}")))
    if metadata.licence:
        words = Text(text=metadata.licence.text or metadata.licence.url)
        url = metadata.licence.url
        yield paragraph("Imprint", *inline_elements((Link(target=url, children=(words,)) if url else words,), story))


def _names(organisation: Organisation) -> Iterator[Element]:
    return _lines(organisation.names)


def _lines(names: tuple[LocalText, ...]) -> Iterator[Element]:
    for number, local in enumerate(names):
        if number:
            yield run(w("br"))
        yield local_run(local.text, local.language)
