"""The first Proceedings: raw paragraphs under the headings found, with ids and people; passes refine it from there."""

from collections.abc import Sequence
from dataclasses import replace

from procpub.diagnostics import Code, Report, spanning
from procpub.model.metadata import PrintedContents, Provenance, Source
from procpub.model.nodes import Inlines, Paragraph, Text
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.terms import term
from procpub.model.walk import plain_text
from procpub.recovery.attribution import DEFAULT_KIND, Speaker, attribution
from procpub.recovery.headings import Heading
from procpub.recovery.identifiers import Identifiers
from procpub.recovery.title_page import TitlePage


def assemble(
    source: Source,
    title_page: TitlePage,
    contents: PrintedContents | None,
    paragraphs: Sequence[Paragraph],
    headings: Sequence[Heading],
    report: Report,
) -> Proceedings:
    """Puts the parts together: imprint and preliminaries in front, then a contribution for each heading.

    Without headings the whole text is one contribution under the volume's title.
    """
    language = title_page.metadata.language
    identifiers, people = Identifiers(), _People()
    front = []
    if title_page.rest:
        front.append(Matter(id=identifiers.new("imprint", "m"), kind="imprint", blocks=title_page.rest))
    first = headings[0].index if headings else 0
    if first:
        blocks = tuple(paragraphs[:first])
        span = spanning(block.span for block in blocks)
        front.append(Matter(id=identifiers.new("preliminaries", "m"), kind="preliminaries", blocks=blocks, span=span))
        report.add(Code.PRELIMINARIES, "text before the first heading is kept as preliminaries", span)
    body = []
    targets: dict[int, str] = {}
    ends = [*(heading.index for heading in headings[1:]), len(paragraphs)]
    for heading, end in zip(headings, ends, strict=bool(headings)):
        contribution = _contribution(heading, paragraphs, end, language, identifiers, people, report)
        if contents and heading.entry is not None:
            contribution = replace(contribution, page=contents.entries[heading.entry].page)
            targets[heading.entry] = contribution.id
        body.append(contribution)
    if not headings and paragraphs:
        body.append(_whole(title_page, paragraphs, identifiers, report))
    return Proceedings(
        metadata=title_page.metadata,
        provenance=Provenance(source=source),
        people=tuple(people.all.values()),
        printed_contents=_with_targets(contents, targets) if contents else None,
        front=tuple(front),
        body=tuple(body),
    )


class _People:
    """Persons by name: one person, one entry, however often they speak; the first heading that says more counts."""

    def __init__(self) -> None:
        self.all: dict[str, Person] = {}
        self._identifiers = Identifiers()

    def identify(self, speaker: Speaker, paragraph: Paragraph) -> str:
        """The id of the person who is meant."""
        key = " ".join(speaker.name.casefold().split())
        known = self.all.get(key)
        if known is None:
            known = Person(id=self._identifiers.person(speaker.name), name=speaker.name, span=paragraph.span)
        self.all[key] = replace(
            known,
            honorific=known.honorific or speaker.honorific,
            role=known.role or speaker.role,
            affiliation=known.affiliation or speaker.affiliation,
            country=known.country or speaker.country,
        )
        return known.id


def _contribution(
    heading: Heading,
    paragraphs: Sequence[Paragraph],
    end: int,
    language: str,
    identifiers: Identifiers,
    people: _People,
    report: Report,
) -> Contribution:
    paragraph = paragraphs[heading.index]
    text = plain_text(paragraph.children)
    said = attribution(text, language)
    if said.uncertain:
        report.add(Code.PERSON_UNCERTAIN, f"no name is recognised in “{text}”", paragraph.span)
    who = tuple(dict.fromkeys(people.identify(speaker, paragraph) for speaker in said.speakers))
    blocks = tuple(paragraphs[heading.index + 1 : end])
    return Contribution(
        id=identifiers.new(said.speakers[0].name if said.speakers else text, "contribution"),
        kind=said.kind,
        heading=paragraph.children,
        contributors=who,
        blocks=blocks,
        span=spanning((paragraph.span, *(block.span for block in blocks))),
    )


def _whole(
    title_page: TitlePage, paragraphs: Sequence[Paragraph], identifiers: Identifiers, report: Report
) -> Contribution:
    title = title_page.metadata.title or term("untitled", title_page.metadata.language)
    heading: Inlines = (Text(text=title),)
    span = spanning(block.span for block in paragraphs)
    report.add(Code.NO_CONTRIBUTIONS, "no heading of a contribution was found; the text is kept as one", span)
    identifier = identifiers.new(title, "text")
    return Contribution(id=identifier, kind=DEFAULT_KIND, heading=heading, blocks=tuple(paragraphs), span=span)


def _with_targets(contents: PrintedContents, targets: dict[int, str]) -> PrintedContents:
    entries = (replace(entry, target=targets.get(index)) for index, entry in enumerate(contents.entries))
    return replace(contents, entries=tuple(entries))
