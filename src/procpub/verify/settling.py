"""What one edition leaves open by the nature of its format, and others tell: settled before editions are compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from procpub.verify.resolve import resolve
from procpub.verify.witness import Block, Kind, Witness
from procpub.verify.words import one_line, visible


def settle(witnesses: Mapping[str, Witness]) -> None:
    """Settles words at the line ends of PDFs, subtitles in their metadata, levels of headings, and names of places.

    Changes the witnesses in place: they are not used for anything else.
    """
    everyone = list(witnesses.values())
    for witness in everyone:
        _name_places(witness)
    sure = [each for each in everyone if each.format != "pdf"]
    if not sure:
        return
    subtitles = {"; ".join(each.facts.get("subtitles", ())) for each in everyone}
    for witness in everyone:
        if witness.format == "pdf":
            resolve(witness, sure)
            _settle_stand_ins(witness, sure[0])
            _settle_pages(witness, sure)
            if set(witness.facts.get("description", ())) <= subtitles:  # a PDF has no other place for a subtitle
                witness.facts = {**witness.facts, "description": ()}
    for witness in everyone:
        if witness.format == "docx":
            _settle_unlisted(witness, [each for each in everyone if each.format != "docx"])
    for witness in everyone:
        others = [each for each in everyone if each.format != witness.format]
        for own, other in _pairs(witness, others):
            own.level = own.level or other.level


def _name_places(witness: Witness) -> None:
    """Says of each place in the text under which heading it is, so that it is found in any edition."""
    heading = ""
    headings: list[str] = []
    for block in witness.blocks:
        if block.kind is Kind.HEADING:
            heading = one_line(block.text)
        else:
            block.place = replace(block.place, under=heading)
            block.turns = [(offset, replace(place, under=heading)) for offset, place in block.turns]
        headings.append(heading)
    for note in witness.notes:
        if note.block < len(headings):
            note.place = replace(note.place, under=headings[note.block])


def _settle_stand_ins(witness: Witness, sure: Witness) -> None:
    """Finds the descriptions that stand in for pictures: a PDF does not tell them from paragraphs."""
    wanted = {place for place, block in _placed(sure) if block.stands_in}
    for place, block in _placed(witness):
        block.stands_in = place in wanted


def _settle_pages(witness: Witness, others: Sequence[Witness]) -> None:
    """Leaves pages out on which no text of the volume stands, if no other edition speaks of them: others mark where
    pages begin in the text, and a page with nothing but a picture does not begin there.
    """
    if witness.page_starts is None:
        return
    listed = {page.label for other in others for page in other.page_starts or ()}
    starts = list(witness.page_starts)
    ends = [*(page.offset for page in starts[1:]), sum(len(visible(block.text)) for block in witness.blocks)]
    witness.page_starts = [
        page for page, end in zip(starts, ends, strict=True) if page.offset < end or page.label in listed
    ]


def _placed(witness: Witness) -> Iterator[tuple[tuple[int, str], Block]]:
    """Each block with how many visible characters stand before it, and its own."""
    before = 0
    for block in witness.blocks:
        text = visible(block.text)
        yield (before, text), block
        before += len(text)


def _settle_unlisted(witness: Witness, others: Sequence[Witness]) -> None:
    """Gives headings that Word's contents do not list the level on which they nest.

    A contents field lists all headings down to a level, so one that is not to be listed stands below all that are
    (ISO/IEC 29500-1, 17.16.5.68): below its own parent, as far down as need be. Others are left on the level they say.
    """
    entries = [entry for listing in witness.listings for entry in listing.entries]
    listed = {id(witness.blocks[entry.leads_to]) for entry in entries if entry.leads_to is not None}
    depth = max((entry.level for entry in entries), default=1)
    path: list[tuple[int, int]] = []
    for own, other in _pairs(witness, others):
        while path and path[-1][0] >= other.level:
            path.pop()
        expected = other.level if id(own) in listed else max(path[-1][1] if path else 0, depth) + 1
        path.append((other.level, expected))
        if own.level == expected:
            own.level = other.level


def _pairs(witness: Witness, others: Sequence[Witness]) -> Iterator[tuple[Block, Block]]:
    """The headings of an edition with the same ones of another that knows their levels, in order."""
    known = next((each for each in others if all(block.level for _, block in each.headings())), None)
    if known is None:
        return
    theirs = [block for _, block in known.headings()]
    position = 0
    for _, own in witness.headings():
        label = one_line(own.text)
        same = next((i for i in range(position, len(theirs)) if one_line(theirs[i].text) == label), None)
        if same is not None:
            position = same + 1
            yield own, theirs[same]
