"""The title page, and the imprint page if there is anything to say on it."""

from collections.abc import Iterable, Iterator

from procpub.model.metadata import Metadata
from procpub.model.people import LocalText
from procpub.writers.epub.pieces import SUBTITLE
from procpub.writers.epub.volume import Volume
from procpub.writers.epub.xhtml import EPUB_TYPE, Element, add, document, set_all, set_language, uri


def title_page(metadata: Metadata, volume: Volume) -> Element:
    """Titles, date, place and organisers, each in its own language; procpub's word for a volume without a title."""
    root, body = document(volume.title, volume.language, {EPUB_TYPE: "frontmatter"})
    page = add(body, "section", "", {EPUB_TYPE: "titlepage", "aria-labelledby": "title"}, css="title-page")
    first, *others = metadata.titles or (LocalText(text=volume.title),)
    title = _add_line(page, "h1", first, "title")
    title.set("id", "title")
    for parallel in others:
        _add_line(page, "p", parallel, "title")
    for subtitle in metadata.subtitles:
        set_all(_add_line(page, "p", subtitle, "subtitle"), SUBTITLE)
    if metadata.date:
        add(page, "p", metadata.date.text, css="title-date")
    if metadata.place:
        add(page, "p", metadata.place, css="title-date")
    for organisation in metadata.organisers:
        line = add(page, "p", css="organiser")
        for index, name in enumerate(organisation.names):
            if index:
                add(line, "br")
            _add_line(line, "span", name, "")
    return root


def imprint_page(metadata: Metadata, volume: Volume) -> Element | None:
    """Meeting, editors, publishers, identifiers and terms of use; None if none of them is known."""
    groups = [group for group in map(tuple, _imprint(metadata)) if group]
    licence = metadata.licence
    if not groups and not licence:
        return None
    root, body = document(volume.title, volume.language, {EPUB_TYPE: "frontmatter"})
    page = add(body, "section", "", {EPUB_TYPE: "imprint"}, css="imprint-page")
    for group in groups:
        element = add(page, "div")
        for line in group:
            _add_line(element, "p", line, "")
    if licence:
        if licence.text:
            add(page, "p", licence.text)
        if address := uri(licence.url):
            add(add(page, "p"), "a", licence.url, {"href": address})
        elif licence.url:
            add(page, "p", licence.url)
    return root


def _imprint(metadata: Metadata) -> Iterator[Iterable[LocalText]]:
    """The lines of the imprint, in groups."""
    if meeting := metadata.meeting:
        yield meeting.names
        facts = (meeting.place, meeting.date.text if meeting.date else "")
        yield (LocalText(text=fact) for fact in facts if fact)
    yield (LocalText(text=f"{name} (ed.)") for name in metadata.editors)
    for publisher in metadata.publishers:
        yield publisher.names
    yield (LocalText(text=f"{identifier.scheme.upper()} {identifier.value}") for identifier in metadata.identifiers)


def _add_line(parent: Element, element: str, text: LocalText, css: str) -> Element:
    line = add(parent, element, text.text, css=css)
    if text.language:
        set_language(line, text.language)
    return line
