"""Divisions: which of them are pieces of the volume, with their headings, names and ids.

What the profile writes says it by `@type`. Elsewhere the place tells: what stands in front and back is matter; a
division of the body is a contribution, or a part if it says so; a division within a piece is a section of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from procpub.model.check import TOKEN
from procpub.model.nodes import Block, Blocks, Inlines, Paragraph, Text
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Member, Section
from procpub.model.walk import plain_text
from procpub.readers.tei.ids import Ids
from procpub.readers.tei.inlines import BOUNDARY, merged
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.people import People
from procpub.readers.tei.text import TextReader
from procpub.readers.tei.vocabulary import BEFORE_HEADS
from procpub.readers.tei.xml import Element

_DIVISIONS = frozenset({"div", "div1", "div2", "div3", "div4", "div5", "div6", "div7"})

MEMBERS = ("contribution", *GroupKind)
"""What the profile calls the divisions that are members of the body or of a group."""

_BYLINES = ("byline", "docAuthor")

_ABOVE = ("head", *_BYLINES)
"""The lines above a text; further down they are part of it."""

PRELIMINARIES = "preliminaries"
"""The kind of matter that belongs to no contribution."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a division holds: the lines above the text, the elements whose names of persons count, the text, and the
    divisions in it.
    """

    heading: Inlines
    title: Inlines
    byline: Inlines
    names: tuple[Element, ...]
    blocks: Blocks
    sections: tuple[Section, ...]


@dataclass(slots=True)
class DivisionReader:
    """Reads pieces. `pages` are printed pages by ids in the file; `origins` the ids of pieces, by their elements."""

    text: TextReader
    people: People
    ids: Ids
    leftovers: Leftovers
    pages: dict[str, str]
    origins: dict[int, str] = field(default_factory=dict)

    # Front and back matter

    def matter(self, part: Element) -> Iterator[Matter]:
        """The pieces of front or back: its divisions, and what else stands between them."""
        loose: list[Element | str] = []
        for child in part.children:
            if isinstance(child, str) or not is_division(child):
                loose.append(child)
                continue
            yield from self.loose(part, loose)
            loose = []
            yield self.matter_of(child)
        yield from self.loose(part, loose)

    def loose(self, holder: Element, children: Sequence[Element | str]) -> Iterator[Matter]:
        """What stands in no division as a piece of its own; nothing if there is nothing."""
        blocks = self.text.blocks(holder, children)
        if blocks:
            yield Matter(id=self.ids.new(PRELIMINARIES), kind=PRELIMINARIES, blocks=blocks, span=span_of(holder))

    def matter_of(self, element: Element) -> Matter:
        """A division as matter."""
        kind = element.get("type")
        if not TOKEN.fullmatch(kind) or kind in ("contribution", "section", *GroupKind):
            kind = PRELIMINARIES
        identifier = self.identify(element, kind)
        content = self.content(element, identifier)
        return Matter(
            id=identifier,
            kind=kind,
            heading=joined(content.heading, content.title, content.byline),
            blocks=content.blocks,
            sections=content.sections,
            span=span_of(element),
        )

    # The body

    def member(self, element: Element) -> Member:
        """A division of the body as a group, if it says that it is a part or session, or else as a contribution."""
        if element.get("type") in tuple(GroupKind):
            group = self.group(element, GroupKind(element.get("type")))
            if group:
                return group
        return self.contribution(element)

    def group(self, element: Element, kind: GroupKind) -> Group | None:
        """A part or session; None if no divisions are in it."""
        divisions = [child for child in element if is_division(child)]
        first = next((child for child in divisions if child.get("type") in MEMBERS), next(iter(divisions), None))
        if first is None:
            return None
        identifier = self.identify(element, kind)
        heading = self.lines([child for child in element if child.name == "head"])
        preliminaries: list[Matter] = []
        members: list[Member] = []
        loose: list[Element | str] = []
        for child in element.children:
            if isinstance(child, str) or not is_division(child):
                loose += [] if not isinstance(child, str) and child.name == "head" else [child]
            elif members or child is first:
                if not members:
                    preliminaries += self.loose(element, loose)
                    loose = []
                members.append(self.member(child))
            else:
                preliminaries += [*self.loose(element, loose), self.matter_of(child)]
                loose = []
        return Group(
            id=identifier,
            kind=kind,
            heading=heading if says_something(heading) else self.supplied(element, identifier),
            preliminaries=tuple(preliminaries),
            members=with_more(tuple(members), self.text.blocks(element, loose)),
            span=span_of(element),
        )

    def contribution(self, element: Element) -> Contribution:
        """A division as a contribution."""
        identifier = self.identify(element, "")
        content = self.content(element, identifier)
        heading, title = content.heading, content.title
        above = () if says_something(heading) else unsaid(heading)
        if not says_something(heading):
            heading, title = (title, ()) if says_something(title) else (self.supplied(element, identifier), title)
        kind = element.get("subtype") or element.get("type")
        return Contribution(
            id=identifier,
            kind=kind if TOKEN.fullmatch(kind) else "speech",
            heading=heading,
            title=title,
            byline=content.byline,
            contributors=self.contributors(content.names),
            page=self.pages.get(element.get("xml:id"), ""),
            blocks=(*above, *content.blocks),
            sections=content.sections,
            span=span_of(element),
        )

    # What pieces hold

    def content(self, element: Element, identifier: str) -> Content:
        """Everything in a division, a text or a body; ids of sections without one begin with that of the piece."""
        heads: list[Element] = []
        titles: list[Element] = []
        bylines: list[Element] = []
        rest: list[Element | str] = []
        divisions: list[tuple[Element, list[Element | str]]] = []
        begun = False
        for child in element.children:
            if isinstance(child, str):
                (divisions[-1][1] if divisions else rest).append(child)
            elif is_division(child):
                divisions.append((child, []))
            elif divisions:
                divisions[-1][1].append(child)
            elif begun or child.name not in _ABOVE:
                rest.append(child)
                begun = begun or child.name not in BEFORE_HEADS
            elif child.name in _BYLINES:
                bylines.append(child)
            else:
                (titles if child.get("type") == "title" else heads).append(child)
        blocks = list(self.text.blocks(element, rest))
        sections: list[Section] = []
        trailing: list[Block] = []
        for division, after in divisions:
            inside = self.section(division, identifier, len(sections) + 1)
            added = (inside,) if isinstance(inside, Section) else inside[1]
            if not isinstance(inside, Section):
                trailing += inside[0]
            if added:
                end_with(blocks, sections, trailing)
                trailing = []
            sections += added
            trailing += self.text.blocks(element, after)
        end_with(blocks, sections, trailing)
        return Content(
            heading=self.lines(heads),
            title=self.lines(titles),
            byline=self.lines(bylines),
            names=(*heads, *bylines),
            blocks=tuple(blocks),
            sections=tuple(sections),
        )

    def section(self, element: Element, owner: str, number: int) -> "Section | tuple[Blocks, tuple[Section, ...]]":
        """A division within a piece as a section; of one without a heading, its blocks and sections."""
        headed = any(head.text for head in element.all("head"))
        identifier = self.identify(element, f"{owner[:27]}-s{number}") if headed else owner
        content = self.content(element, identifier)
        heading = joined(content.heading, content.title, content.byline)
        if headed and says_something(heading):
            span = span_of(element)
            return Section(id=identifier, heading=heading, blocks=content.blocks, sections=content.sections, span=span)
        self.leftovers.markup(element)
        self.origins.pop(id(element), None)
        return (*unsaid(heading), *content.blocks), content.sections

    def lines(self, elements: Sequence[Element]) -> Inlines:
        """The elements' text, each on a line of its own."""
        return joined(*(self.text.line(element, naming=True) for element in elements))

    def contributors(self, elements: Sequence[Element]) -> tuple[str, ...]:
        """The ids of the persons named in headings and bylines, as numbered there or else in order."""
        names = [part for element in elements for part in element.within() if part.name in ("persName", "docAuthor")]
        inner = [name for name in names if not name.first("persName")]
        numbered = sorted(inner, key=lambda name: int(number) if (number := name.get("n")[:9]).isdecimal() else 0)
        return self.people.authors(numbered)

    # Ids and headings that the file lacks

    def identify(self, element: Element, otherwise: str) -> str:
        """The piece's id: its own, or one made of its first words."""
        head = element.first("head")
        words = words_of(head) if head else ""
        identifier = self.ids.keep(element.get("xml:id"), otherwise or words or "piece")
        self.origins[id(element)] = identifier
        return identifier

    def supplied(self, element: Element, identifier: str) -> Inlines:
        """A heading for a piece without one: what the file calls it, or its id."""
        words = " ".join(filter(None, (element.get("type"), element.get("n")))) or identifier
        self.leftovers.supplied(element, f"the heading “{words}”", "the contents need one")
        return (Text(text=words, span=span_of(element)),)


def is_division(element: Element) -> bool:
    """Whether the element is a division, numbered or not."""
    return element.name in _DIVISIONS


def with_more(members: tuple[Member, ...], blocks: Blocks) -> tuple[Member, ...]:
    """The members with these blocks at the end of the last contribution: TEI's place for what follows it is there."""
    if not blocks:
        return members
    *others, last = members
    if isinstance(last, Group):
        return (*others, replace(last, members=with_more(last.members, blocks)))
    own, sections = list(last.blocks), list(last.sections)
    end_with(own, sections, list(blocks))
    return (*others, replace(last, blocks=tuple(own), sections=tuple(sections)))


def end_with(blocks: list[Block], sections: list[Section], more: list[Block]) -> None:
    """Puts more at the end of a piece's content: it belongs to the last section, where there is one."""
    if not sections:
        blocks += more
    elif more:
        last = sections[-1]
        own, inner = list(last.blocks), list(last.sections)
        end_with(own, inner, more)
        sections[-1] = replace(last, blocks=tuple(own), sections=tuple(inner))


def joined(*lines: Inlines) -> Inlines:
    """The lines, each on a line of its own; those that are empty are left out."""
    return merged((inline for line in lines if line for inline in (BOUNDARY, *line)), preserve=True)


def unsaid(heading: Inlines) -> Blocks:
    """What stands in a heading that says nothing, such as a note, as a paragraph."""
    return (Paragraph(children=heading),) if heading else ()


def says_something(inlines: Inlines) -> bool:
    """Whether there is anything to be seen, as a heading must have (`model.check`)."""
    return bool(plain_text(inlines).replace("\u00ad", "").strip())


def words_of(head: Element) -> str:
    """The text of a head without that of its notes."""
    kept = (child for child in head.children if isinstance(child, str) or child.name != "note")
    return "".join(child if isinstance(child, str) else child.text for child in kept).strip()
