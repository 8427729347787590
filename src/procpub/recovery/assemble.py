"""The first Proceedings: raw paragraphs under the headings found, with ids and people; passes refine it from there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.metadata import Provenance, Source
from procpub.model.nodes import Inlines, LineBreak, Text
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Member, Proceedings
from procpub.model.title_page import book_title
from procpub.recovery.attribution import DEFAULT_KIND, attribution
from procpub.recovery.body import Body, short_lines
from procpub.recovery.bylines import Byline, byline, office_lines, with_offices
from procpub.recovery.heading import Heading
from procpub.recovery.identifiers import Identifiers
from procpub.recovery.identity import People
from procpub.recovery.labels import Found
from procpub.recovery.paragraphs import Passage
from procpub.recovery.printed_contents import FoundContents, with_targets
from procpub.recovery.roles import GROUPS, Place
from procpub.recovery.title_page import TitlePage
from procpub.recovery.turns import blocks_of

SPEECH = "speech"
"""The kind of a contribution that is known by its speaker's label."""

BYLINE = 0.6
"""The least confidence in a byline."""


@dataclass(slots=True)
class _Assembly:
    """What assembling needs at hand, and what it collects on the way."""

    body: Body
    title_page: TitlePage
    contents: FoundContents | None
    report: Report
    identifiers: Identifiers = field(default_factory=Identifiers)
    people: People = field(default_factory=People)
    targets: dict[int, str] = field(default_factory=dict)


def assemble(
    source: Source,
    title_page: TitlePage,
    contents: FoundContents | None,
    body: Body,
    headings: Sequence[Heading],
    report: Report,
) -> Proceedings:
    """Puts the parts together: imprint, preliminaries and front matter, contributions in their groups, back matter.

    Without headings the whole text is one contribution under the volume's title.
    """
    work = _Assembly(body, title_page, contents, report)
    front: list[Matter] = []
    if title_page.rest:
        front.append(Matter(id=work.identifiers.new("imprint", "m"), kind="imprint", blocks=title_page.rest))
    main = [i for i, each in enumerate(headings) if each.place is Place.CONTRIBUTION or each.place in GROUPS]
    begin, end = (main[0], main[-1] + 1) if main else (len(headings), len(headings))
    limits = [*(each.index for each in headings), len(body.passages)]
    if main or not body.passages or headings:
        front += _unheaded(work, 0, limits[0], "text before the first heading is kept as preliminaries")
    front += [_matter(work, headings[i], limits[i + 1]) for i in range(begin)]
    members = _members(work, headings[begin:end], limits[begin : end + 1])
    if not members and not headings and body.passages:
        members = (_whole(work),)
    back = [_matter(work, headings[i], limits[i + 1]) for i in range(end, len(headings))]
    return Proceedings(
        metadata=title_page.metadata,
        provenance=Provenance(source=source),
        people=tuple(work.people.all),
        printed_contents=with_targets(contents.contents, work.targets) if contents else None,
        front=tuple(front),
        body=members,
        back=tuple(back),
    )


def _members(work: _Assembly, headings: Sequence[Heading], limits: Sequence[int]) -> tuple[Member, ...]:
    """The headings as contributions and groups, each group with what stands under it until one as wide begins."""
    members: list[Member] = []
    i = 0
    while i < len(headings):
        heading = headings[i]
        if heading.place not in GROUPS:
            members.append(_contribution(work, heading, limits[i + 1]))
            i += 1
            continue
        rank = GROUPS.index(heading.place)
        after = i + 1
        while after < len(headings) and not _closes(headings[after], rank):
            after += 1
        identifier = _new_id(work, heading, _heading_text(work, heading), heading.place.value)
        preliminaries = _unheaded(work, heading.end, limits[i + 1], "", kind="preliminaries")
        inner = _members(work, headings[i + 1 : after], limits[i + 1 : after + 1])
        kind = GroupKind.PART if heading.place is Place.PART else GroupKind.SESSION
        text = (Text(text=_heading_text(work, heading)),)
        span = spanning((_heading_span(work, heading), *(piece.span for piece in (*preliminaries, *inner))))
        members.append(
            Group(id=identifier, kind=kind, heading=text, preliminaries=preliminaries, members=inner, span=span)
        )
        i = after
    return tuple(members)


def _closes(heading: Heading, rank: int) -> bool:
    return heading.place in GROUPS and GROUPS.index(heading.place) <= rank


def _unheaded(work: _Assembly, begin: int, end: int, message: str, kind: str = "preliminaries") -> tuple[Matter, ...]:
    """Text under no heading of its own, as one piece of matter; none if there is no text."""
    if begin >= end:
        return ()
    blocks = blocks_of(work.body.passages, work.body.labels, begin, end, _identify(work, ()), work.report)
    span = spanning(block.span for block in blocks)
    if message:
        work.report.add(Code.PRELIMINARIES, message, span)
    return (Matter(id=work.identifiers.new(kind, "m"), kind=kind, blocks=blocks, span=span),)


def _matter(work: _Assembly, heading: Heading, end: int) -> Matter:
    text = _heading_text(work, heading)
    blocks = blocks_of(work.body.passages, work.body.labels, heading.end, end, _identify(work, ()), work.report)
    return Matter(
        id=_new_id(work, heading, text, "m"),
        kind=heading.kind or ("preface" if heading.place is Place.FRONT else "annex"),
        heading=(Text(text=text),),
        blocks=blocks,
        span=spanning((_heading_span(work, heading), *(block.span for block in blocks))),
    )


def _contribution(work: _Assembly, heading: Heading, end: int) -> Contribution:
    text, begin = _heading_text(work, heading), heading.end
    language = work.title_page.metadata.language
    passages, span = work.body.passages, _heading_span(work, heading)
    authors: Byline | None = None
    if heading.label:
        kind, speakers = SPEECH, [heading.label.label.speaker] if heading.label.label.speaker.name else []
    else:
        said = attribution(text, language, named=heading.named)
        kind, speakers = said.kind, list(said.speakers)
        if said.uncertain:
            work.report.add(Code.PERSON_UNCERTAIN, f"no name is recognised in “{text}”", span, confidence=0.3)
        authors = _byline(work, begin, end)
        if authors and not speakers:
            speakers = list(authors.speakers)
        elif authors and speakers:
            authors = None
    bare = bool(speakers) and not authors and not heading.label and not (speakers[0].role or speakers[0].affiliation)
    offices = _offices(work, begin, end) if bare else ()
    if offices:
        speakers = [with_offices(each, offices, language) for each in speakers]
    who = tuple(dict.fromkeys(filter(None, (work.people.identify(each, span, work.report) for each in speakers))))
    lines: Inlines = ()
    below = authors.count if authors else len(offices)
    if below:
        lines = _lines(passages[begin : begin + below])
        begin += below
    first = heading.index if heading.label and not heading.label.alone else begin
    blocks = blocks_of(passages, work.body.labels, max(begin, first), end, _identify(work, who), work.report)
    if heading.label and not heading.label.alone and not heading.label.reported:
        # The label is the heading; what stands behind it on its line is the speech.
        turn, *others = blocks
        blocks = (*getattr(turn, "blocks", ()), *others)
    identifier = _new_id(work, heading, speakers[0].name if speakers else text, "contribution")
    return Contribution(
        id=identifier,
        kind=kind,
        heading=(Text(text=text),),
        byline=lines,
        contributors=who,
        page=_page(work, heading),
        blocks=blocks,
        span=spanning((span, *(block.span for block in blocks))),
    )


def _byline(work: _Assembly, begin: int, end: int) -> Byline | None:
    """The block of authors under a heading, if there is one; never all that there is."""
    lines = short_lines(work.body, begin, end - 1)
    found = byline(lines, work.title_page.metadata.language) if lines else None
    return found if found and found.confidence >= BYLINE else None


def _offices(work: _Assembly, begin: int, end: int) -> Sequence[str]:
    """The lines under a heading with a name that tell what its bearer is."""
    lines = short_lines(work.body, begin, end - 1)
    return lines[: office_lines(lines, work.title_page.metadata.language)]


def _lines(passages: Sequence[Passage]) -> Inlines:
    """The passages on lines of their own."""
    inlines: list[Text | LineBreak] = []
    for passage in passages:
        if inlines:
            inlines.append(LineBreak())
        inlines.append(Text(text=passage.text, span=passage.span))
    return tuple(inlines)


def _heading_text(work: _Assembly, heading: Heading) -> str:
    if heading.label:
        return heading.label.bare
    return " ".join(passage.text for passage in work.body.passages[heading.index : heading.end])


def _heading_span(work: _Assembly, heading: Heading) -> Span | None:
    parts = work.body.passages[heading.index : max(heading.end, heading.index + 1)]
    if heading.label:
        first = parts[0].span.first
        return Span(first, first)
    return spanning(part.span for part in parts)


def _new_id(work: _Assembly, heading: Heading, words: str, otherwise: str) -> str:
    """An id for the piece, which its contents entry is then known to stand for."""
    identifier = work.identifiers.new(words, otherwise)
    if heading.entry is not None:
        work.targets[heading.entry] = identifier
    return identifier


def _page(work: _Assembly, heading: Heading) -> str:
    if work.contents is None or heading.entry is None:
        return ""
    return work.contents.contents.entries[heading.entry].page


class _Identify:
    """Gives the id of the person that a label names; those of the piece's contributors are meant first."""

    __slots__ = ("_nearby", "_work")

    def __init__(self, work: _Assembly, nearby: tuple[str, ...]) -> None:
        self._work = work
        self._nearby = nearby

    def __call__(self, found: Found, span: Span) -> str:
        speaker = found.label.speaker
        if not speaker.name:
            return ""
        return self._work.people.identify(speaker, span, self._work.report, nearby=self._nearby)


def _identify(work: _Assembly, nearby: tuple[str, ...]) -> _Identify:
    return _Identify(work, nearby)


def _whole(work: _Assembly) -> Contribution:
    metadata = work.title_page.metadata
    title = book_title(metadata)
    body = work.body
    blocks = blocks_of(body.passages, body.labels, 0, len(body.passages), _identify(work, ()), work.report)
    span = spanning(block.span for block in blocks)
    message = "no heading of a contribution was found; the text is kept as one"
    work.report.add(Code.NO_CONTRIBUTIONS, message, span, confidence=0.3)
    identifier = work.identifiers.new(title, "text")
    return Contribution(id=identifier, kind=DEFAULT_KIND, heading=(Text(text=title),), blocks=blocks, span=span)
