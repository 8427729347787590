"""The contents: a TOC field with its entries in it (ISO/IEC 29500-1, 17.16.5.68), so that nothing need be updated.

It has the form that Word gives it, down to the building block around it, so that Word offers to update it and makes
the same of it again: https://learn.microsoft.com/office/open-xml describes the parts, Word's own files the whole.
"""

from collections.abc import Iterator, Mapping

from procpub.model.contents import Contents, Entry
from procpub.writers.docx.ooxml import Element, field, field_end, field_start, name, paragraph, run, text, texts, w
from procpub.writers.docx.outline import DEEPEST
from procpub.writers.docx.story import bookmark_name


def contents_element(contents: Contents, depth: int) -> Element:
    """The contents with their heading; their page numbers are yet to be filled in.

    Args:
        contents: the entries.
        depth: how many heading levels the field collects.
    """
    entries = [_entry(entry) for entry in contents.entries]
    start = field_start(rf'TOC \o "1-{depth}" \h \z \u')
    end = paragraph("SectionEnd", field_end())
    first = entries[0] if entries else end
    first[1:1] = start
    properties = w("sdtPr", w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")))
    heading = paragraph("TOCHeading", run(*texts(contents.heading)))
    return w("sdt", properties, w("sdtContent", heading, *entries, end))


def fill_in(contents: Element, pages: Mapping[str, str]) -> None:
    """Puts the page numbers into the entries: `pages` gives them by the names of bookmarks."""
    for link in contents.iter(name("hyperlink")):
        *_, number = link.iter(name("t"))
        number.text = pages[link.get(name("anchor"), "")]


def _entry(entry: Entry) -> Element:
    style = f"TOC{min(entry.level, DEEPEST)}"
    return paragraph(style, w("hyperlink", *_linked(entry), anchor=bookmark_name(entry.id), history="1"))


def _linked(entry: Entry) -> Iterator[Element]:
    yield run(*texts(entry.label))
    yield run(w("tab"))
    yield from field(rf"PAGEREF {bookmark_name(entry.id)} \h", run(text("0")))
