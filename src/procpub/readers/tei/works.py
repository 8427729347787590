"""Works in a volume that have a text, or a header too, of their own: the papers of a corpus, the texts of a group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procpub.model.check import TOKEN
from procpub.model.metadata import Metadata
from procpub.model.nodes import Block, Blocks, Inlines, Quote, Text
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Group, GroupKind, Member
from procpub.readers.tei.divisions import DivisionReader, says_something, unsaid, with_more
from procpub.readers.tei.header import Header, read_header, strings
from procpub.readers.tei.inlines import BOUNDARY, merged
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.people import name_of
from procpub.readers.tei.title_pages import lines_of, unknown_lines
from procpub.readers.tei.xml import Element

_OF_VOLUMES = ("meeting", "date", "place", "organisers", "publishers", "editors", "identifiers", "licence", "subjects")
"""What the model knows of a volume only."""


@dataclass(slots=True)
class WorkReader:
    """Reads works as contributions; `volume` is what is known of the volume that they are in."""

    divisions: DivisionReader
    volume: Metadata

    def members(self, elements: Sequence[Element]) -> tuple[Member, ...]:
        """The works in a corpus or group, in order."""
        return tuple(member for element in elements for member in self._members(element))

    def _members(self, element: Element) -> Iterator[Member]:
        match element.name:
            case "TEI" | "teiCorpus":
                yield from self._with_header(element)
            case "text":
                inner = element.first("group")
                if inner:
                    yield from self._group(element, inner)
                else:
                    yield self._text(element)
            case "group":
                yield from self._group(element, element)

    def _with_header(self, element: Element) -> Iterator[Member]:
        inner = [child for child in element if child.name in ("TEI", "teiCorpus")]
        inner += [group for text in element.all("text") for group in text.all("group")]
        header_element = element.first("teiHeader") or Element("teiHeader", {}, element.line, False, "")
        header = read_header(header_element, "", self.divisions.people, self.divisions.leftovers)
        self._report_unused(header_element, header)
        titles = [*header.metadata.titles, *header.metadata.subtitles]
        if inner:
            members = self.members(inner)
            heading = _lines(titles[:1], element)
            yield from self._grouped(element, heading, members)
            return
        names = [name_of(author) for author in header.authors]
        yield self._work(
            element,
            element.all("text"),
            heading=_lines(titles[:1], element),
            title=_lines(titles[1:], element),
            byline=_lines([LocalText(text=", ".join(filter(None, names)))] if any(names) else [], element),
            contributors=self._authors(header.authors),
            before=self._abstract(header_element),
        )

    def _report_unused(self, element: Element, header: Header) -> None:
        for name in _OF_VOLUMES:
            value = getattr(header.metadata, name)
            words = ", ".join(filter(None, strings(value)))
            if words and value != getattr(self.volume, name):
                self.divisions.leftovers.unused(element, name, words)

    def _authors(self, authors: Sequence[Element]) -> tuple[str, ...]:
        found = (self.divisions.people.author(author) for author in authors)
        return tuple(dict.fromkeys(who for who in found if who))

    def _abstract(self, header: Element) -> Blocks:
        """The abstract, set off from the text that follows it."""
        abstracts = [part for profile in header.all("profileDesc") for part in profile.all("abstract")]
        found = [(part, self.divisions.text.blocks(part, prose=True)) for part in abstracts]
        return tuple(Quote(blocks=blocks, span=span_of(part)) for part, blocks in found if blocks)

    def _text(self, element: Element) -> Contribution:
        """A text of a group: its title page, or its own first heading, says what it is called."""
        pages = [page for front in element.all("front") for page in front.all("titlePage")]
        lines = [line for page in pages for line in lines_of(page)]
        titles = [line for line in lines if line.name == "titlePart"]
        bylines = [line for line in lines if line.name in ("docAuthor", "byline")]
        return self._work(
            element,
            [element],
            heading=self.divisions.lines(titles[:1]),
            title=self.divisions.lines(titles[1:]),
            byline=self.divisions.lines(bylines),
            contributors=self.divisions.contributors(bylines),
            before=(),
        )

    def _work(
        self,
        element: Element,
        texts: Sequence[Element],
        *,
        heading: Inlines,
        title: Inlines,
        byline: Inlines,
        contributors: tuple[str, ...],
        before: Blocks,
    ) -> Contribution:
        parts = [part for text in texts for part in text]
        heads = [head.text for part in parts for head in part.all("head")]
        identifier = self.divisions.identify(element, "".join(_words(heading)) or next(iter(heads), ""))
        whole = Element("text", {}, element.line, element.preserve, element.language, element.last)
        whole.children = [
            child for part in parts for child in part.children if isinstance(child, str) or child.name != "titlePage"
        ]
        known = ["".join(_words(line)) for line in (heading, title, byline)]
        known += [name for line in (byline,) for name in "".join(_words(line)).split(", ")]
        pages = [page for part in parts for page in part.all("titlePage")]
        printed: list[Block] = [block for page in pages for block in unknown_lines(page, known, self.divisions.text)]
        content = self.divisions.content(whole, identifier)
        own = content.heading if _words(content.heading) != _words(heading) else ()
        above: Blocks = () if says_something(own) else unsaid(own)
        if not says_something(heading):
            heading, own = own, ()
        if not says_something(heading):
            heading = self.divisions.supplied(element, identifier)
        kind = element.get("type")
        return Contribution(
            id=identifier,
            kind=kind if TOKEN.fullmatch(kind) else "paper",
            heading=heading,
            title=_joined(title, () if above else own, content.title),
            byline=_joined(byline, content.byline if _words(content.byline) != _words(byline) else ()),
            contributors=tuple(dict.fromkeys((*contributors, *self.divisions.contributors(content.names)))),
            blocks=(*printed, *above, *before, *content.blocks),
            sections=content.sections,
            span=span_of(element),
        )

    def _group(self, element: Element, group: Element) -> Iterator[Member]:
        """Texts in a group, as a part if it has a heading of its own."""
        if not group.first("text", "group"):
            if group.text:  # TEI demands texts in a group; what stands there instead is one
                holder = Element("text", {}, group.line, group.preserve, group.language, group.last, [group])
                yield self._text(holder)
            return
        heading = self.divisions.lines(group.all("head"))
        rest = [child for child in group if child.name not in ("head", "text", "group")]
        trailing = self.divisions.text.blocks(group, rest)
        members = self.members(group.all("text", "group"))
        if element is not group:
            ends = [part for part in element if part.name in ("front", "back")]
            trailing += tuple(block for part in ends for block in self.divisions.text.blocks(part))
        yield from self._grouped(element, heading, with_more(members, trailing) if members else ())

    def _grouped(self, element: Element, heading: Inlines, members: tuple[Member, ...]) -> Iterator[Member]:
        if not (members and says_something(heading)):
            yield from members
            return
        identifier = self.divisions.identify(element, "".join(_words(heading)))
        yield Group(id=identifier, kind=GroupKind.PART, heading=heading, members=members, span=span_of(element))


def _lines(names: Sequence[LocalText], element: Element) -> Inlines:
    """Titles, each on a line of its own."""
    span = span_of(element)
    return merged((part for name in names for part in (BOUNDARY, Text(text=name.text, span=span))), preserve=True)


def _joined(*lines: Inlines) -> Inlines:
    return merged((inline for line in lines if line for inline in (BOUNDARY, *line)), preserve=True)


def _words(inlines: Inlines) -> list[str]:
    """The words, for comparing lines; one string a run, without white space at its ends."""
    return [inline.text.strip() for inline in inlines if isinstance(inline, Text)]
