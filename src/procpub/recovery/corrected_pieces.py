"""The last step of recovery: kind, title and people of pieces as an editor's corrections have them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any

from rapidfuzz.fuzz import ratio

from procpub.diagnostics import Code, Report, Span
from procpub.model.nodes import Block, Blocks, Inlines, PageBreak, Paragraph, Text, Turn
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.walk import contributions, inlines_within, map_bodies, nested, pieces, plain_text
from procpub.recovery.corrections import Corrections, HeadingLevel, PieceCorrection, folded
from procpub.recovery.identifiers import Identifiers

TITLE_LINES = 5
"""Paragraphs that a printed title may have fallen apart into."""

SAME_WORDS = 60
"""The likeness, of 100, from which on one title is another reading of the other: whole words may differ, not most."""


def correct_pieces(document: Proceedings, corrections: Corrections, report: Report) -> Proceedings:
    """A copy in which each piece whose first line has a correction is of the kind, has the title and the people that it
    says; and in which lines are titles of talks, or are none, as the corrections have it. What is replaced is reported,
    and a correction to which there is no piece.

    A person of a name that the document knows is that person, with the fields that are given replaced; others are new.
    """
    if not corrections.lines:
        return document
    document = _with_titles(document, corrections, report)
    if not corrections.pieces:
        return document
    people = _People(document.people)
    done: set[int] = set()

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        number = piece.span.first if piece.span else 0
        correction = corrections.pieces.get(number)
        if correction is None or number in done:
            return piece
        if isinstance(piece, Matter) and (correction.title or correction.people is not None):
            return piece
        done.add(number)
        return _corrected(piece, correction, people, report, Span(number, number))

    changed = map_bodies(document, change)
    for number in sorted(corrections.pieces.keys() - done):
        message = "not corrected: a kind, title or person is given, but no contribution begins on this line"
        hint = 'a correction of its heading makes it begin here: heading = "contribution"'
        report.add(Code.CORRECTION_UNUSED, message, Span(number, number), hint=hint)
    return replace(changed, people=tuple(_still_named(people, document, changed)))


def _with_titles(document: Proceedings, corrections: Corrections, report: Report) -> Proceedings:
    """Lines that are titles of talks by a correction are moved there; lines that are none go back into the text."""
    taken = {found.span.first for found in report if found.code is Code.TALK_TITLE and found.span}
    wrong = {number for number in taken - corrections.titles if corrections.headings.get(number) is HeadingLevel.NONE}
    missing = corrections.titles - taken
    if not wrong and not missing:
        return document
    done: set[int] = set()

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        if not isinstance(piece, Contribution) or not piece.span:
            return piece
        span = piece.span
        for number in sorted(number for number in wrong if span.first <= number <= span.last):
            text = Paragraph(children=piece.title, span=Span(number, number))
            piece = replace(piece, title=(), blocks=(text, *piece.blocks)) if piece.title else piece
        for index, block in enumerate(piece.blocks[:TITLE_LINES]):
            if isinstance(block, Paragraph) and block.span and block.span.first in missing:
                done.add(block.span.first)
                before = (Paragraph(children=piece.title, span=piece.span),) if piece.title else ()
                blocks = (*before, *piece.blocks[:index], *piece.blocks[index + 1 :])
                return replace(piece, title=block.children, blocks=blocks)
        return piece

    changed = map_bodies(document, change)
    for number in sorted(missing - done):
        message = "not corrected: a title of a talk stands right under a contribution's heading, and this line does not"
        report.add(Code.CORRECTION_UNUSED, message, Span(number, number))
    return changed


def _corrected(
    piece: Contribution | Matter, correction: PieceCorrection, people: "_People", report: Report, span: Span
) -> Contribution | Matter:
    if correction.kind:
        report.add(Code.CORRECTION, f"kind: {correction.kind}{_instead_of(piece.kind, correction.kind)}", span)
        piece = replace(piece, kind=correction.kind)
    if isinstance(piece, Contribution) and correction.title:
        before = _instead_of(plain_text(piece.title), correction.title)
        report.add(Code.CORRECTION, f"title: {correction.title}{before}", span)
        piece = _titled(piece, correction.title)
    if isinstance(piece, Contribution) and correction.people is not None:
        before = people.names(piece.contributors)
        who = tuple(dict.fromkeys(people.identify(fields, piece.contributors, span) for fields in correction.people))
        report.add(Code.CORRECTION, f"people: {people.names(who)}{_instead_of(before, people.names(who))}", span)
        piece = replace(piece, contributors=who)
    return piece


def _instead_of(before: str, now: str) -> str:
    return f", instead of {before}" if before and folded(before) != folded(now) else ""


def _titled(piece: Contribution, title: str) -> Contribution:
    """With the title; text that says the same at the head of the contribution is it, and stands there no more. A title
    that was found goes back into the text, unless it is a reading of the same words.
    """
    before = plain_text(piece.title)
    if folded(before) == folded(title):
        return piece
    if before and ratio(_key(before), _key(title)) < SAME_WORDS:
        piece = replace(piece, blocks=(Paragraph(children=piece.title, span=piece.span), *piece.blocks))
        return replace(piece, title=(Text(text=title),))
    count = _printed_title(piece.blocks, title)
    if count:
        printed = piece.blocks[:count]
        return replace(piece, title=_inlines(printed, title), blocks=(*_breaks(printed), *piece.blocks[count:]))
    if piece.sections and all(isinstance(block, PageBreak) for block in piece.blocks):
        first, *others = piece.sections
        if _key(plain_text(first.heading)) == _key(title):
            blocks = (*piece.blocks, *first.blocks)
            return replace(piece, title=(Text(text=title),), blocks=blocks, sections=(*first.sections, *others))
    return replace(piece, title=(Text(text=title),))


def _printed_title(blocks: Blocks, title: str) -> int:
    """How many blocks at the head say the title, and nothing else; 0 if none do."""
    texts = [_own_text(block) for block in blocks[:TITLE_LINES]]
    whole = _key(title)
    for count, text in enumerate(accumulate(texts, lambda before, after: f"{before} {after}".strip()), 1):
        if texts[count - 1] is None:
            return 0
        if _key(text or "") == whole:
            return count
    return 0


def _own_text(block: Block) -> str | None:
    match block:
        case Paragraph():
            return plain_text(block.children)
        case PageBreak():
            return ""
    return None


def _key(text: str) -> str:
    """What of a title must be the same: its words, whatever their case and the stop after them."""
    return folded(text).casefold().rstrip(" .:")


def _inlines(printed: Blocks, title: str) -> Inlines:
    """The title as it is printed, with its emphasis, if it is one paragraph of these very words."""
    match printed:
        case (Paragraph(children=children),) if folded(plain_text(children)) == title and not _breaks(printed):
            return children
    return (Text(text=title),)


def _breaks(printed: Blocks) -> tuple[PageBreak, ...]:
    """The page breaks in and between the blocks, which stay when the text goes."""
    found: list[PageBreak] = []
    for block in printed:
        if isinstance(block, PageBreak):
            found.append(block)
        elif isinstance(block, Paragraph):
            found += (inline for inline in inlines_within(block.children) if isinstance(inline, PageBreak))
    return tuple(found)


class _People:
    """The persons of the document by id, to which corrections add."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.all = {person.id: person for person in people}
        self._identifiers = Identifiers()

    def names(self, who: Iterable[str]) -> str:
        return "; ".join(self.all[each].name for each in who) or "nobody"

    def identify(self, fields: Mapping[str, str], before: Iterable[str], span: Span) -> str:
        """The id of the person with this name: one of those `before`, one of the document, or a new one."""
        key = folded(fields["name"]).casefold()
        candidates = [*(self.all[each] for each in before), *self.all.values()]
        known = next((person for person in candidates if folded(person.name).casefold() == key), None)
        if known is None:
            known = Person(id=self._new_id(fields["name"]), name=fields["name"], span=span)
        changes: dict[str, Any] = dict(fields)
        self.all[known.id] = replace(known, **changes)
        return known.id

    def _new_id(self, name: str) -> str:
        while (identifier := self._identifiers.person(name)) in self.all:
            pass  # the next one has a number
        return identifier


def _still_named(people: _People, before: Proceedings, after: Proceedings) -> Iterable[Person]:
    """All persons but those who were in the document for the sake of a contribution that is not theirs any more."""
    contributors = {who for piece in contributions(after) for who in piece.contributors}
    gone = {who for piece in contributions(before) for who in piece.contributors} - contributors
    if gone:
        gone -= _speaking(after)
    return (person for person in people.all.values() if person.id not in gone)


def _speaking(document: Proceedings) -> set[str | None]:
    blocks = (block for piece in pieces(document) for block in getattr(piece, "blocks", ()))
    return {inner.who for block in blocks for inner in nested(block) if isinstance(inner, Turn)}
