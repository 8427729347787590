"""Works in a volume that have a text, or a header too, of their own: the papers of a corpus, the texts of a group."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from procpub.model.check import TOKEN
from procpub.model.metadata import Metadata
from procpub.model.nodes import Block, Blocks, Inlines, Paragraph, Quote, Strong, Text
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Member, Section
from procpub.model.walk import plain_text
from procpub.readers.tei.divisions import DivisionReader, end_with, joined, says_something, unsaid, with_more, words_of
from procpub.readers.tei.header import Header, read_header, strings
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.people import name_of
from procpub.readers.tei.title_pages import lines_of, unknown_lines
from procpub.readers.tei.xml import Element

_OF_VOLUMES = ("meeting", "date", "place", "organisers", "publishers", "editors", "identifiers", "licence", "subjects")
"""What the model knows of a volume only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What is known of a work before its text is read: its heading, the lines under that, who wrote it."""

    heading: Inlines = ()
    title: Inlines = ()
    byline: Inlines = ()
    contributors: tuple[str, ...] = ()


@dataclass(slots=True)
class WorkReader:
    """Reads works as contributions; `volume` is what is known of the volume that they are in."""

    divisions: DivisionReader
    volume: Metadata

    def members(self, elements: Iterable[Element]) -> tuple[Member, ...]:
        """The works in a corpus or group, in order."""
        return tuple(member for element in elements for member in self._members(element))

    def work(self, element: Element, parts: Sequence[Element], known: Title, before: Blocks = ()) -> Contribution:
        """One work as a contribution.

        Args:
            element: what its id and kind are taken from.
            parts: its front, body and back, those that are there.
            known: what is known of it; its own first heading stands under that.
            before: blocks before its text, such as an abstract.
        """
        heads = [words_of(head) for part in parts for head in part.all("head")]
        identifier = self.divisions.identify(element, plain_text(known.heading) or next(iter(heads), ""))
        printed = [block for part in parts for page in part.all("titlePage") for block in self._printed(page, known)]
        inside = [self.divisions.content(_without_title_pages(part), identifier) for part in parts]
        blocks: list[Block] = [*printed, *before]
        sections: list[Section] = []
        for content in inside:
            if content.blocks and sections:  # blocks stand before sections, so these can be none
                blocks += [block for section in sections for block in _set_off(section)]
                sections = []
            end_with(blocks, sections, list(content.blocks))
            sections += content.sections
        own = joined(*(content.heading for content in inside if not _same(content.heading, known.heading)))
        above: Blocks = () if says_something(own) else unsaid(own)
        heading = known.heading
        if not says_something(heading):
            heading, own = own, ()
        if not says_something(heading):
            heading = self.divisions.supplied(element, identifier)
        bylines = (content.byline for content in inside if not _same(content.byline, known.byline))
        named = self.divisions.contributors([name for content in inside for name in content.names])
        kind = element.get("type")
        return Contribution(
            id=identifier,
            kind=kind if TOKEN.fullmatch(kind) else "paper",
            heading=heading,
            title=joined(known.title, () if above else own, *(content.title for content in inside)),
            byline=joined(known.byline, *bylines),
            contributors=tuple(dict.fromkeys((*known.contributors, *named))),
            blocks=(*above, *blocks),
            sections=tuple(sections),
            span=span_of(element),
        )

    def by(self, authors: Sequence[Element]) -> Title:
        """The authors that a header names, as a byline and as contributors."""
        names = ", ".join(filter(None, map(name_of, authors)))
        return Title(byline=_line(names), contributors=self.divisions.people.authors(authors))

    def _members(self, element: Element) -> Iterator[Member]:
        match element.name:
            case "TEI" | "teiCorpus":
                yield from self._with_header(element)
            case "text":
                yield from self._text(element, _groups(element), _titled(element, self.divisions))
            case "group" if _holds_texts(element):
                yield from self._text(element, [element], Title(heading=self.divisions.lines(element.all("head"))))
            case "group" if element.text:  # TEI demands texts in a group; what stands there instead is one
                yield self.work(element, [element], Title())

    def _with_header(self, element: Element) -> Iterator[Member]:
        header_element = element.first("teiHeader") or Element("teiHeader", {}, element.line, False, "")
        header = read_header(header_element, "", self.divisions.people, self.divisions.leftovers)
        self._report_unused(header_element, header)
        titles = [*header.metadata.titles, *header.metadata.subtitles]
        authors = self.by(header.authors)
        title = Title(
            heading=joined(*map(_named, titles[:1])),
            title=joined(*map(_named, titles[1:])),
            byline=authors.byline,
            contributors=authors.contributors,
        )
        texts = element.all("text")
        inner = [child for child in element if child.name in ("TEI", "teiCorpus")]
        groups = [group for text in texts for group in _groups(text)]
        for child in element:
            if child.name not in ("teiHeader", "text", "TEI", "teiCorpus"):
                self.divisions.leftovers.left_out(child)
        if not (inner or groups):
            yield self.work(element, _parts(texts), title, self._abstract(header_element))
            return
        whole = element.holding([part for text in texts for part in text])
        whole.attributes = element.attributes
        yield from self._text(whole, [*groups, *inner], title)

    def _text(self, element: Element, groups: Sequence[Element], known: Title) -> Iterator[Member]:
        """A text that is one work; or a part, with what stands before and behind the texts in it."""
        if not groups:
            yield self.work(element, _parts([element]), known)
            return
        inner = [
            each for group in groups for each in (group.all("text", "group") if group.name == "group" else [group])
        ]
        members = self.members(inner)
        loose = [child for group in groups if group.name == "group" for child in group if child.name not in _IN_GROUPS]
        trailing = [*self.divisions.text.blocks(element.holding(list(loose)))]
        for part in element:
            if part.name in ("body", "back"):
                trailing += self.divisions.text.blocks(part)
        heading = known.heading or self.divisions.lines([head for group in groups for head in group.all("head")])
        front = [*self._front(element, known)]
        members = with_more(members, tuple(trailing)) if members else members
        if not (members and (front or says_something(heading))):
            yield from members
            return
        identifier = self.divisions.identify(element, plain_text(heading))
        yield Group(
            id=identifier,
            kind=GroupKind.PART,
            heading=heading if says_something(heading) else self.divisions.supplied(element, identifier),
            preliminaries=tuple(front),
            members=members,
            span=span_of(element),
        )

    def _front(self, element: Element, known: Title) -> Iterator[Matter]:
        """What stands before the texts of a part; the lines under its heading are among that."""
        lines = [Paragraph(children=line) for line in (known.title, known.byline) if line]
        for part in element.all("front"):
            lines += [block for page in part.all("titlePage") for block in self._printed(page, known)]
        if lines:
            identifier = self.divisions.ids.new("preliminaries")
            yield Matter(id=identifier, kind="preliminaries", blocks=tuple(lines), span=span_of(element))
        for part in element.all("front"):
            yield from self.divisions.matter(_without_title_pages(part))

    def _report_unused(self, element: Element, header: Header) -> None:
        for name in _OF_VOLUMES:
            value = getattr(header.metadata, name)
            words = ", ".join(filter(None, strings(value)))
            if words and value != getattr(self.volume, name):
                self.divisions.leftovers.unused(element, name, words)

    def _abstract(self, header: Element) -> Blocks:
        """The abstract, set off from the text that follows it."""
        abstracts = [part for profile in header.all("profileDesc") for part in profile.all("abstract")]
        found = [(part, self.divisions.text.blocks(part, prose=True)) for part in abstracts]
        return tuple(Quote(blocks=blocks, span=span_of(part)) for part, blocks in found if blocks)

    def _printed(self, page: Element, known: Title) -> list[Paragraph]:
        """The lines of a title page that say something else than what is known of the work."""
        byline = plain_text(known.byline)
        lines = [plain_text(line) for line in (known.heading, known.title)]
        return unknown_lines(page, [*lines, byline, *byline.split(", ")], self.divisions.text)


_IN_GROUPS = ("head", "text", "group")


def _titled(text: Element, divisions: DivisionReader) -> Title:
    """What a text's title page says it is called."""
    pages = [page for front in text.all("front") for page in front.all("titlePage")]
    lines = [line for page in pages for line in lines_of(page)]
    titles = [line for line in lines if line.name == "titlePart"]
    bylines = [line for line in lines if line.name in ("docAuthor", "byline")]
    return Title(
        heading=divisions.lines(titles[:1]),
        title=divisions.lines(titles[1:]),
        byline=divisions.lines(bylines),
        contributors=divisions.contributors(bylines),
    )


def _groups(text: Element) -> list[Element]:
    return [group for group in text.all("group") if _holds_texts(group)]


def _holds_texts(group: Element) -> bool:
    return group.first("text", "group") is not None


def _parts(texts: Sequence[Element]) -> list[Element]:
    return [part for text in texts for part in text]


def _without_title_pages(part: Element) -> Element:
    if not part.first("titlePage"):
        return part
    part.read = True
    return part.holding([child for child in part.children if isinstance(child, str) or child.name != "titlePage"])


def _set_off(section: Section) -> Blocks:
    """A section as a quotation under its heading, for where text follows that is in no section."""
    heading = Paragraph(children=(Strong(children=section.heading),), span=section.span)
    inner = (block for each in section.sections for block in _set_off(each))
    return (Quote(blocks=(heading, *section.blocks, *inner), span=section.span),)


def _named(name: LocalText) -> Inlines:
    return _line(name.text)


def _line(words: str) -> Inlines:
    return (Text(text=words),) if words else ()


def _same(one: Inlines, other: Inlines) -> bool:
    """Whether two lines say the same."""
    return " ".join(plain_text(one).split()) == " ".join(plain_text(other).split())
