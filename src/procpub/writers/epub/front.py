"""The title page, and the imprint page if there is anything to say on it."""

from dataclasses import replace

from procpub.model.addresses import is_followable, uri
from procpub.model.metadata import Metadata
from procpub.model.people import LocalText
from procpub.model.proceedings import Proceedings
from procpub.model.terms import term
from procpub.model.title_page import Kind, Statement, colophon_of, imprint_of, title_page_of
from procpub.writers.epub.pieces import SUBTITLE
from procpub.writers.epub.volume import COVER_IMAGE, Volume
from procpub.writers.epub.xhtml import EPUB_TYPE, Element, add, document, set_all, set_language

_CLASSES = {
    Kind.TITLE: "title",
    Kind.SUBTITLE: "subtitle",
    Kind.MEETING: "title-date",
    Kind.EDITORS: "title-date",
    Kind.DATE: "title-date",
    Kind.ORGANISER: "organiser",
    Kind.IMPRINT: "",
}


def cover_page(metadata: Metadata, volume: Volume) -> Element:
    """The cover as a page; its alternative text is what it says."""
    root, body = document(volume.title, volume.language, {EPUB_TYPE: "cover"})
    said = ". ".join(" ".join(line.text for line in statement.lines) for statement in title_page_of(metadata))
    figure = add(body, "figure", css="cover")
    add(figure, "img", "", {"src": COVER_IMAGE, "alt": said, "role": "doc-cover"})
    return root


def title_page(metadata: Metadata, volume: Volume) -> Element:
    """A paragraph a statement, each line in its own language; the main title is the heading."""
    root, body = document(volume.title, volume.language, {EPUB_TYPE: "frontmatter"})
    page = add(body, "section", "", {EPUB_TYPE: "titlepage", "aria-labelledby": "title"}, css="title-page")
    first, *others = title_page_of(metadata)
    _add_statement(page, "h1", first).set("id", "title")
    for statement in others:
        element = _add_statement(page, "p", statement)
        if statement.kind is Kind.SUBTITLE:
            set_all(element, SUBTITLE)
    return root


def imprint_page(proceedings: Proceedings, volume: Volume) -> Element | None:
    """A paragraph a statement of the imprint, but for those of the colophon; None if there is none."""
    statements = _unsourced_imprint(proceedings)
    if not statements:
        return None
    root, body = document(volume.title, volume.language, {EPUB_TYPE: "frontmatter"})
    page = add(body, "section", "", {EPUB_TYPE: "imprint"}, css="imprint-page")
    for statement in statements:
        _add_statement(page, "p", statement)
    return root


def colophon_page(proceedings: Proceedings, volume: Volume) -> Element | None:
    """How the edition was made, at the end of the book; None if nothing is known of that.

    Without an imprint page, it says too what the imprints of other editions begin with.
    """
    statements = colophon_of(proceedings)
    if not statements:
        return None
    heading = term("colophon", volume.language)
    root, body = document(heading, volume.language, {EPUB_TYPE: "backmatter"})
    semantics = {EPUB_TYPE: "colophon", "role": "doc-colophon", "aria-labelledby": "colophon"}
    page = add(body, "section", "", semantics, css="imprint-page")
    add(page, "h1", heading, {"id": "colophon"})
    add(page, "p", volume.title)
    if not _unsourced_imprint(proceedings):
        whole = imprint_of(proceedings)
        has_title = bool(proceedings.metadata.title)
        statements = whole[1:] if has_title else whole
    for statement in statements:
        _add_statement(page, "p", statement)
    return root


def _unsourced_imprint(proceedings: Proceedings) -> tuple[Statement, ...]:
    return imprint_of(replace(proceedings, provenance=replace(proceedings.provenance, source=None)))


def _add_statement(page: Element, name: str, statement: Statement) -> Element:
    """A new element called `name` with the statement, which links to its target if that can be followed."""
    element = add(page, name, css=_CLASSES[statement.kind])
    inner = element
    if is_followable(statement.target):
        inner = add(element, "a", "", {"href": uri(statement.target)})
    if len(statement.lines) == 1:
        _set_line(inner, statement.lines[0])
    else:
        for number, line in enumerate(statement.lines):
            if number:
                add(inner, "br")
            _set_line(add(inner, "span"), line)
    return element


def _set_line(element: Element, line: LocalText) -> None:
    element.text = line.text
    if line.language:
        set_language(element, line.language)
