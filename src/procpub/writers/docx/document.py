"""The book from title page to back matter, and the parts that go with it."""

from collections.abc import Iterator, Mapping

from docx.package import Package

from procpub.diagnostics import Code, Report
from procpub.model.contents import Contents, heading_text
from procpub.model.languages import is_right_to_left
from procpub.model.proceedings import Matter, Piece, Proceedings
from procpub.model.title_page import book_title, imprint_of
from procpub.model.walk import pieces_within
from procpub.style import Style
from procpub.writers.docx.body import piece_elements
from procpub.writers.docx.contents_field import contents_element, fill_in
from procpub.writers.docx.directions import run_right_to_left
from procpub.writers.docx.faces import name_faces
from procpub.writers.docx.fonts import add_font_table
from procpub.writers.docx.footnotes import add_footnotes
from procpub.writers.docx.looks import Looks
from procpub.writers.docx.measure import Measurer
from procpub.writers.docx.numbering import Numbering
from procpub.writers.docx.ooxml import Element, add_property, name, paragraph, switch, twips, w
from procpub.writers.docx.outline import Outline, outline_of
from procpub.writers.docx.package import add_numbering, add_settings, add_styles, new_document
from procpub.writers.docx.pages import Sections, text_width
from procpub.writers.docx.pagination import paginate
from procpub.writers.docx.properties import add_properties
from procpub.writers.docx.story import BOOKMARK_MARKS, Story, bookmark_name
from procpub.writers.docx.styles import styles_element
from procpub.writers.docx.title_page import imprint, title_page


def document_package(proceedings: Proceedings, contents: Contents, style: Style, report: Report) -> Package:
    """The package with all its parts."""
    metadata = proceedings.metadata
    body = w("body")
    package, document = new_document(body)
    outline = outline_of(proceedings, contents, report)
    styles = styles_element(style, outline, metadata)
    looks = Looks(styles, style)
    right_to_left = is_right_to_left(metadata.language)
    sections = Sections(document, style, book_title(metadata), right_to_left=right_to_left)
    numbering = Numbering(style.role("list-item"), looks.of_style("ListNumber").widths, style)
    story = Story(part=document, style=style, report=report, numbering=numbering, right_to_left=right_to_left)
    measurer = Measurer(looks)
    body.extend(title_page(metadata, story, measurer))
    body.extend(imprint(proceedings, story, measurer))
    _end_section(body, sections.first_leaf())
    listed = contents_element(contents, outline.depth)
    body.append(listed)
    front = _add_front_matter(body, proceedings, story, outline, sections)
    openings = _add_body(body, proceedings, story, outline, sections, front)
    footnotes = add_footnotes(document, story)
    variants = story.variants.elements(styles)
    styles.extend(variants)
    looks.learn(variants)
    _paginate(listed, body, footnotes, looks, story, sections, openings)
    add_styles(document, styles)
    for file in add_font_table(document, styles, style, looks.used()):
        report.add(Code.NOT_EXPRESSIBLE, f"font {file} may not be embedded, by its licence; readers need to have it")
    add_numbering(document, story.numbering.element())
    add_settings(document, style.page, notes=bool(story.notes))
    add_properties(package, proceedings)
    return package


def _paginate(
    listed: Element,
    body: Element,
    footnotes: Element | None,
    looks: Looks,
    story: Story,
    sections: Sections,
    openings: Mapping[str, Element],
) -> None:
    """Gives the stories their fonts and direction, then lays them out: marks where pages begin, fills in the contents,
    and the side of the pages that sections begin on (`openings` are those of the body, by the bookmarks at their
    beginnings).
    """
    for root in (body, *([] if footnotes is None else [footnotes]), *sections.furniture):
        if story.right_to_left:
            run_right_to_left(root)
        name_faces(root, looks, story.style)
    pages = paginate(body, looks, footnotes, story.numbering.indents)
    fill_in(listed, pages)
    for bookmark, section in openings.items():
        sections.open(section, recto=int(pages[bookmark]) % 2 == 1)
    measurer, width = Measurer(looks), int(twips(text_width(story.style.page)))
    for root in sections.furniture:
        measurer.paragraph(root[0], width)  # so that its fonts are known to be in use


def _add_front_matter(
    body: Element, proceedings: Proceedings, story: Story, outline: Outline, sections: Sections
) -> Element:
    """The rest of the front matter; its first page, with the contents, is a right-hand one if there is an imprint.

    Gives its section, which is yet to be put where it ends.
    """
    for matter in proceedings.front:
        body.extend(_matter_elements(matter, story, outline))
    section = sections.front_matter()
    sections.open(section, recto=bool(imprint_of(proceedings)))
    return section


def _add_body(
    body: Element, proceedings: Proceedings, story: Story, outline: Outline, sections: Sections, front: Element
) -> dict[str, Element]:
    """The body and the back matter: what begins a page begins a section, with no running head on its first page.

    Gives the sections by the bookmarks at their beginnings; `front` is the section before, which a book without body
    ends with.
    """
    openings: dict[str, Element] = {}
    section = front
    for piece, elements, opens_page in _units(proceedings, story, outline):
        if opens_page or not openings:
            _end_section(body, section)
            known = bool(piece.heading)
            head = sections.head(outline.heading_style(piece), heading_text(piece)) if known else sections.title_head()
            section = sections.next_of_body(head) if openings else sections.first_of_body(head)
            openings[bookmark_name(piece.id)] = section
        body.extend(elements)
    body.append(section)
    return openings


def _units(proceedings: Proceedings, story: Story, outline: Outline) -> Iterator[tuple[Piece, list[Element], bool]]:
    """What may begin a page, and whether it does: pieces of the body, each without those inside it, and whole pieces of
    back matter. Each has a paragraph, for a bookmark must be on a page.
    """
    units = [
        (piece, list(piece_elements(piece, story, outline)), outline.opens_page(piece))
        for member in proceedings.body
        for piece in pieces_within(member)
    ]
    units += ((matter, _matter_elements(matter, story, outline), True) for matter in proceedings.back)
    for number, (piece, elements, opens_page) in enumerate(units):
        shown = any(element.tag not in BOOKMARK_MARKS for element in elements)
        is_last = number + 1 == len(units) or units[number + 1][2]
        yield piece, elements if shown or not is_last else [*elements, paragraph("SectionEnd")], opens_page


def _matter_elements(matter: Matter, story: Story, outline: Outline) -> list[Element]:
    """Front or back matter with its sections, on a new page even if it has no heading."""
    elements = [element for piece in pieces_within(matter) for element in piece_elements(piece, story, outline)]
    first = next((paragraph for element in elements for paragraph in element.iter(name("p"))), None)
    if first is not None and not matter.heading:
        story.variants.vary(first, "New Page", switch("pageBreakBefore", True))
    return elements


def _end_section(body: Element, section: Element) -> None:
    """Ends a section with the last paragraph, or with an empty one where something else comes last."""
    last = next((element for element in reversed(body) if element.tag not in BOOKMARK_MARKS), None)
    if last is None or last.tag != name("p"):
        last = paragraph("SectionEnd")
        body.append(last)
    add_property(last, section)
