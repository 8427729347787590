"""The contents: a TOC field with its entries in it (ISO/IEC 29500-1, 17.16.5.68), so that nothing need be updated.

It has the form that Word gives it, down to the building block around it, so that Word offers to update it and makes
the same of it again: https://learn.microsoft.com/office/open-xml describes the parts, Word's own files the whole.
"""

from collections.abc import Iterator, Mapping

from procpub.model.contents import Contents, Entry
from procpub.writers.docx.ooxml import Element, field, field_end, field_start, paragraph, run, text, w
from procpub.writers.docx.outline import DEEPEST
from procpub.writers.docx.story import bookmark_name


def contents_element(contents: Contents, depth: int, folios: Mapping[str, str]) -> Element:
    """The contents with their heading.

    Args:
        contents: the entries.
        depth: how many heading levels the field collects.
        folios: the page numbers to show, by the ids of the entries.
    """
    entries = [_entry(entry, folios.get(entry.id, "")) for entry in contents.entries]
    start = field_start(rf'TOC \o "1-{depth}" \h \z \u')
    end = paragraph("BodyText", field_end())
    first = entries[0] if entries else end
    first[1:1] = start
    properties = w("sdtPr", w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")))
    heading = paragraph("TOCHeading", run(text(contents.heading)))
    return w("sdt", properties, w("sdtContent", heading, *entries, end))


def _entry(entry: Entry, folio: str) -> Element:
    style = f"TOC{min(entry.level, DEEPEST)}"
    return paragraph(style, w("hyperlink", *_linked(entry, folio), anchor=bookmark_name(entry.id), history="1"))


def _linked(entry: Entry, folio: str) -> Iterator[Element]:
    yield run(text(entry.label))
    yield run(w("tab"))
    yield from field(rf"PAGEREF {bookmark_name(entry.id)} \h", run(text(folio)))
