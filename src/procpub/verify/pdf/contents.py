"""The lists of pieces in a PDF: its contents pages, its bookmarks, its index."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.utils import decode_text

from procpub.errors import InputError
from procpub.verify.pdf.blocks import PdfBody
from procpub.verify.pdf.content import Run, begins_line, text_of
from procpub.verify.pdf.destinations import Destinations
from procpub.verify.pdf.tree import Node
from procpub.verify.witness import Complaint, Entry, Listing, Place
from procpub.verify.words import one_line

_LEADER = re.compile(r"(?:\s*[.…·_]){3,}\s*$|(?:\s[.…·]){2,}\s*$")
_NUMBER = re.compile(r"[0-9]+|[ivxlcdm]+|[IVXLCDM]+")


def contents_of(tables: Sequence[Node], labels: Sequence[str], destinations: Destinations, body: PdfBody) -> Listing:
    """The contents pages: every entry of every `TOC`, its level by how these nest."""
    entries: list[Entry] = []
    for table in tables:
        for level, item in _items(table, 0):
            entries.append(_entry(item, level, labels, destinations, body))
    return Listing(name="contents", entries=entries)


def _items(table: Node, level: int) -> Iterator[tuple[int, Node]]:
    for kid in table.kids:
        if isinstance(kid, Node):
            if kid.type == "TOC":
                yield from _items(kid, level + 1)
            elif kid.type == "TOCI":
                yield level + 1, kid
                for inner in kid.kids:
                    if isinstance(inner, Node) and inner.type == "TOC":
                        yield from _items(inner, level + 1)


def _entry(item: Node, level: int, labels: Sequence[str], destinations: Destinations, body: PdfBody) -> Entry:
    own = Node("TOCI", [kid for kid in item.kids if not (isinstance(kid, Node) and kid.type == "TOC")])
    runs = [run for run in own.runs() if run.text.strip()]
    label, number = _label_and_number(runs)
    place = Place(f"page {labels[runs[0].page]}", runs[0].page) if runs else Place("")
    on_page = (each for each in own.references() if each.is_on_page)
    leads = next(filter(None, (destinations.of(each.annotation) for each in on_page)), None)
    return Entry(
        label=label,
        level=level,
        place=place,
        page=number,
        leads_to=body.at(leads) if leads else None,
        link=f"page {labels[leads.page]}" if leads else "",
    )


def _label_and_number(runs: Sequence[Run]) -> tuple[str, str]:
    """What an entry says and the number of its page; lines below the number, such as the people's, are left out.

    The number stands behind a leader, or else is the last thing in its line.
    """
    for index, run in enumerate(runs):
        number = run.text.strip()
        behind = run.apart or (index > 0 and not begins_line(runs[index - 1], run))
        ends = index + 1 == len(runs) or begins_line(run, runs[index + 1])
        if index and behind and ends and _NUMBER.fullmatch(number):
            return _without_leader(text_of(runs[:index])), number
    text = _without_leader(text_of(runs))
    head, _, last = text.rpartition(" ")
    return (_without_leader(head), last) if head and _NUMBER.fullmatch(last) else (text, "")


def _without_leader(text: str) -> str:
    return _LEADER.sub("", one_line(text)).strip()


def bookmarks_of(document: PDFDocument, destinations: Destinations, labels: Sequence[str], body: PdfBody) -> Listing:
    """The outline (ISO 32000-1, 12.3.3).

    Raises:
        InputError: it goes round in circles.
    """
    entries: list[Entry] = []
    outline = dict_value(document.catalog.get("Outlines"))
    waiting: list[tuple[Any, int]] = [(outline.get("First"), 1)]
    seen: set[int] = set()
    while waiting:  # and no recursion: a book may have thousands of bookmarks in a row
        reference, level = waiting.pop()
        number = getattr(reference, "objid", 0)
        item = resolve1(reference)
        if not isinstance(item, dict):
            continue
        if number in seen:
            raise InputError("its bookmarks go round in circles")
        seen |= {number} if number else set()
        waiting += ((item.get("Next"), level), (item.get("First"), level + 1))
        title = resolve1(item.get("Title"))
        leads = destinations.of(item)
        entries.append(
            Entry(
                label=one_line(decode_text(title)) if isinstance(title, bytes) else "",
                level=level,
                place=Place(f"bookmark {len(entries) + 1}", leads.page if leads else None),
                leads_to=body.at(leads) if leads else None,
                link=f"page {labels[leads.page]}" if leads else "",
            )
        )
    return Listing(name="bookmarks", entries=entries)


def index_complaints(indexes: Sequence[Node], labels: Sequence[str], destinations: Destinations) -> Iterator[Complaint]:
    """The page numbers in an index that are not those of the pages which they lead to."""
    for index in indexes:
        for node in index.walk():
            if node.type != "Reference":
                continue
            said = one_line(node.text()).strip(" ,;.")
            leads = next(filter(None, (destinations.of(each.annotation) for each in node.references())), None)
            run = next(node.runs(), None)
            place = Place(f"page {labels[run.page]}", run.page) if run else Place("")
            if _NUMBER.fullmatch(said) and leads is None:
                yield Complaint("page numbers", f"page number {said} in the index leads nowhere", place)
            elif leads is not None and _NUMBER.fullmatch(said) and said != labels[leads.page]:
                message = f"the index says page {said}, but leads to page {labels[leads.page]}"
                yield Complaint("page numbers", message, place, found=said)
