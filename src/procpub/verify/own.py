"""What one edition must keep by itself: its links lead where they say, its page numbers are true."""

import re
from collections.abc import Iterator

from procpub.verify.columns import DEEPEST
from procpub.verify.witness import Complaint, Entry, Kind, Listing, Witness
from procpub.verify.words import one_line

_FOLIO = re.compile(r"[–—-]?\s*(?:[0-9]+|[ivxlcdm]+|[IVXLCDM]+)\s*[–—-]?")


def complaints_of(witness: Witness) -> Iterator[Complaint]:
    """All that is wrong with an edition in itself, what its extractor found too."""
    yield from witness.complaints
    for link in witness.links:
        if link.is_dead:
            yield Complaint("links", f"a link in the text leads nowhere ({link.address})", link.place)
    for listing in witness.listings:
        yield from _entries(listing, witness)
    yield from _furniture(witness)


def _entries(listing: Listing, witness: Witness) -> Iterator[Complaint]:
    last = -1
    numbered = sum(bool(entry.page) for entry in listing.entries)
    for entry in listing.entries:
        if numbered and not entry.page:
            message = f"“{one_line(entry.label)}” has no page number in the {listing.name}, where others have"
            yield Complaint("page numbers", message, entry.place)
        yield from _entry(entry, listing.name, witness)
        if entry.leads_to is not None:
            if entry.leads_to <= last:
                message = f"“{entry.label}” in the {listing.name} leads to a heading before that of the entry above it"
                yield Complaint("links", message, entry.place)
            last = entry.leads_to


def _entry(entry: Entry, name: str, witness: Witness) -> Iterator[Complaint]:
    label = one_line(entry.label)
    if not witness.is_structured and entry.link:
        return  # it leads to a page, of which no heading is known
    if entry.leads_to is None:
        where = f" ({entry.link})" if entry.link else ""
        yield Complaint("links", f"“{label}” in the {name} leads nowhere{where}", entry.place)
        return
    block = witness.blocks[entry.leads_to]
    heading = one_line(block.text)
    if block.kind is not Kind.HEADING or heading != label:
        message = f"“{label}” in the {name} leads to “{heading[:80]}”"
        message += "" if block.kind is Kind.HEADING else ", which is no heading"
        yield Complaint("links", message, entry.place, found=heading)
        return
    if block.level and min(entry.level, DEEPEST) != min(block.level, DEEPEST):
        message = f"“{label}” is on level {entry.level} in the {name}, but its heading is on level {block.level}"
        yield Complaint("links", message, entry.place, found=str(entry.level))
    if entry.page and block.page and entry.page != block.page:
        message = f"“{label}” stands on page {block.page}, but the {name} say page {entry.page}"
        yield Complaint("page numbers", message, entry.place, found=entry.page)


def _furniture(witness: Witness) -> Iterator[Complaint]:
    """Running heads that are neither the title of the book nor a heading, or as much of one as goes on a line."""
    known = [one_line(block.text) for _, block in witness.headings()]
    known += [one_line(entry.label) for listing in witness.listings for entry in listing.entries]
    known += [*witness.facts.get("title", ()), one_line(witness.title_page), *map(one_line, witness.other_headings)]
    known = [name.casefold() for name in known]  # a style may set them in capitals
    judged: dict[str, bool] = {}
    for said, place in witness.furniture:
        head = one_line(said).rstrip("… ")
        if not head or _FOLIO.fullmatch(head):
            continue
        if head not in judged:
            judged[head] = any(name.startswith(head.casefold()) for name in known)
        if not judged[head]:
            message = f"{place.words}: the running head “{head}” is no heading, and not the title"
            yield Complaint("running heads", message, place, head)
