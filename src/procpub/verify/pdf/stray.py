"""What stands on the pages of a PDF beside the text of its structure: words of no element, comments, running heads."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from procpub.verify.pdf.content import Drawn, Run, begins_line, text_of
from procpub.verify.witness import Complaint, Place
from procpub.verify.words import one_line

_NOTES = frozenset({"FreeText", "Stamp", "Text", "Redact"})
"""Annotations that put words on the page (ISO 32000-1, 12.5.6)."""


def stray_complaints(stray: Sequence[Run], labels: Sequence[str]) -> Iterator[Complaint]:
    """Words that are drawn, but belong to no element of the structure: nobody who listens hears them."""
    for page, runs in groupby(stray, key=lambda run: run.page):
        if words := one_line(text_of(runs)):
            place = Place(f"page {labels[page]}", page)
            yield Complaint(
                "text", f"page {labels[page]}: “{words}” stands outside of the text's structure", place, words
            )


def page_complaints(pages: Sequence[PDFPage], labels: Sequence[str]) -> Iterator[Complaint]:
    """Pages that there are twice, and comments on pages."""
    seen: set[Any] = set()
    for number, page in enumerate(pages):
        place = Place(f"page {labels[number]}", number)
        if page.pageid in seen:
            yield Complaint("pages", f"page {labels[number]} is one that was there before", place)
        seen.add(page.pageid)
        listed = resolve1(page.annots)
        for each in map(resolve1, listed if isinstance(listed, list) else ()):
            kind = each.get("Subtype") if isinstance(each, dict) else None
            if isinstance(kind, PSLiteral) and literal_name(kind) in _NOTES:
                said = resolve1(each.get("Contents"))
                words = one_line(decode_text(said)) if isinstance(said, bytes) else ""
                yield Complaint("text", f"page {labels[number]} bears a comment: “{words}”", place, words)


def furniture_of(drawn: Sequence[Drawn], labels: Sequence[str]) -> Iterator[tuple[str, Place]]:
    """The running heads and folios, line by line."""
    for page, each in enumerate(drawn):
        line: list[Run] = []
        for run in each.furniture:
            if line and begins_line(line[-1], run):
                yield text_of(line), Place(f"page {labels[page]}", page)
                line = []
            line.append(run)
        if line:
            yield text_of(line), Place(f"page {labels[page]}", page)
