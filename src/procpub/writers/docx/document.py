"""The book from title page to back matter, and the parts that go with it."""

from collections.abc import Iterator

from docx.package import Package

from procpub.diagnostics import Report
from procpub.model.contents import Contents
from procpub.model.languages import is_right_to_left
from procpub.model.proceedings import Matter, Piece, Proceedings
from procpub.model.title_page import book_title
from procpub.model.walk import pieces_within
from procpub.style import Style
from procpub.writers.docx.body import piece_elements
from procpub.writers.docx.contents_field import contents_element
from procpub.writers.docx.folios import folios
from procpub.writers.docx.footnotes import add_footnotes
from procpub.writers.docx.numbering import Numbering
from procpub.writers.docx.ooxml import Element, add_property, name, paragraph, switch, w
from procpub.writers.docx.outline import Outline, outline_of
from procpub.writers.docx.package import add_numbering, add_properties, add_settings, add_styles, new_document
from procpub.writers.docx.pages import Sections
from procpub.writers.docx.story import Story
from procpub.writers.docx.styles import styles_element
from procpub.writers.docx.title_page import imprint, title_page


def document_package(proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> Package:
    """The package with all its parts."""
    metadata = proceedings.metadata
    body = w("body")
    package, document = new_document(body)
    outline = outline_of(proceedings, contents, report)
    add_styles(document, styles_element(style, outline, metadata))
    sections = Sections(document, style, book_title(metadata), is_right_to_left(metadata.language))
    story = Story(part=document, style=style, report=report, numbering=Numbering(style.role("list-item")))
    body.extend(title_page(metadata))
    verso = imprint(proceedings, story)
    body.extend(verso)
    contents_page = 3 if verso else 2
    numbers = folios(proceedings, contents, style, outline, contents_page)
    body.append(contents_element(contents, outline.depth, numbers))
    _add_front_matter(body, proceedings, story, outline, sections)
    _add_body(body, proceedings, story, outline, sections)
    add_footnotes(document, story)
    add_numbering(document, story.numbering.element())  # last, since notes may hold lists
    add_settings(document, style.page, notes=bool(story.notes))
    add_properties(package, proceedings)
    return package


def _add_front_matter(
    body: Element, proceedings: Proceedings, story: Story, outline: Outline, sections: Sections
) -> None:
    for matter in proceedings.front:
        body.extend(_matter_elements(matter, story, outline))
    _end_section(body, sections.front_matter())


def _add_body(body: Element, proceedings: Proceedings, story: Story, outline: Outline, sections: Sections) -> None:
    """The body and the back matter. A running head can repeat headings of one style only, so that a section ends where
    the next page is headed in another.
    """
    units = list(_units(proceedings, story, outline))
    heads = [outline.heading_style(piece) if outline.opens_page(piece) else "" for piece, _ in units]
    head = next(filter(None, heads), "Heading 1")
    section = sections.first_of_body(head)
    for number, (_, elements) in enumerate(units):
        if number and heads[number] and (story.style.recto or heads[number] != head):
            head = heads[number]
            _end_section(body, section)
            section = sections.next_of_body(head)
        body.extend(elements)
    body.append(section)


def _units(proceedings: Proceedings, story: Story, outline: Outline) -> Iterator[tuple[Piece, list[Element]]]:
    """What may begin a page: pieces of the body, each without those inside it, and whole pieces of back matter."""
    for member in proceedings.body:
        for piece in pieces_within(member):
            yield piece, list(piece_elements(piece, story, outline))
    for matter in proceedings.back:
        yield matter, _matter_elements(matter, story, outline)


def _matter_elements(matter: Matter, story: Story, outline: Outline) -> list[Element]:
    """Front or back matter with its sections, on a new page even if it has no heading."""
    elements = [element for piece in pieces_within(matter) for element in piece_elements(piece, story, outline)]
    first = next((paragraph for element in elements for paragraph in element.iter(name("p"))), None)
    if first is not None and not matter.heading:
        add_property(first, switch("pageBreakBefore", True))
    return elements


def _end_section(body: Element, section: Element) -> None:
    """Ends a section with the last paragraph, or with an empty one where something else comes last."""
    marks = (name("bookmarkStart"), name("bookmarkEnd"))
    last = next((element for element in reversed(body) if element.tag not in marks), None)
    if last is None or last.tag != name("p"):
        last = paragraph("BodyText")
        body.append(last)
    add_property(last, section)
