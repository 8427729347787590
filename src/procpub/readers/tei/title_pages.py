"""Title pages (Guidelines 4.6): they repeat what the header says; what only they say is kept."""

from collections.abc import Iterable, Iterator

from procpub.model.nodes import Paragraph
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.text import TextReader
from procpub.readers.tei.xml import Element

_HOLDERS = ("titlePage", "docTitle", "docImprint")
"""Elements that hold lines, and are none themselves unless they have words of their own."""


def lines_of(page: Element) -> Iterator[Element]:
    """The elements of a title page that each are a line, in order."""
    words = any(isinstance(child, str) and child.strip() for child in page.children)
    if page.name not in _HOLDERS or words:
        yield page
        return
    for child in page:
        yield from lines_of(child)


def unknown_lines(page: Element, known: Iterable[str], text: TextReader) -> list[Paragraph]:
    """The lines that say something else than these words do, as paragraphs."""
    words = {_key(each) for each in known}
    lines = list(lines_of(page))
    unknown = [line for line in lines if _key(line.text) not in words]
    for line in lines:
        line.take()
    return [Paragraph(children=inlines, span=span_of(line)) for line in unknown if (inlines := text.line(line))]


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
