"""The volume as a whole: a text, a group of texts, or a corpus of works with headers of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from procpub.diagnostics import Code, Report
from procpub.model.metadata import PrintedContents
from procpub.model.nodes import Text
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Matter, Member, Proceedings
from procpub.model.title_page import title_page_of
from procpub.model.walk import pieces
from procpub.readers.tei.divisions import MEMBERS, DivisionReader, is_division, says_something, unsaid, with_more
from procpub.readers.tei.header import Header, read_header, strings
from procpub.readers.tei.ids import Ids
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.lists import span_of
from procpub.readers.tei.people import People
from procpub.readers.tei.references import (
    check_contents,
    is_generated,
    owners,
    relinked,
    report_stray_text,
    report_unread_attributes,
)
from procpub.readers.tei.text import TextReader
from procpub.readers.tei.title_pages import lines_of, unknown_lines
from procpub.readers.tei.works import WorkReader
from procpub.readers.tei.xml import Element

_WORKS = ("TEI", "teiCorpus")

_IMPRINT = "imprint"
"""The kind of matter that says what only a title page does."""


def read_volume(root: Element, report: Report) -> Proceedings:
    """The document in a `TEI` or `teiCorpus`; what has no place in it is reported."""
    leftovers = Leftovers()
    ids = Ids(element.get("xml:id") for element in root.within())
    people = People(ids, leftovers)
    language = root.get("xml:lang") or next((text.get("xml:lang") for text in root.all("text")), "")
    header = read_header(
        root.first("teiHeader") or Element("teiHeader", {}, root.line, False, ""), language, people, leftovers
    )
    text = TextReader(people, leftovers, header.metadata.language)
    divisions = DivisionReader(text, people, ids, leftovers, header.pages)
    document = _VolumeReader(root, header, divisions, report).read()
    for part in root.within():
        if part.name == "text":
            report_unread_attributes(part, leftovers)
            report_stray_text(part, leftovers)
    leftovers.report(report)
    return document


@dataclass(slots=True)
class _VolumeReader:
    root: Element
    header: Header
    divisions: DivisionReader
    report: Report
    front: list[Matter] = field(default_factory=list)
    body: list[Member] = field(default_factory=list)
    back: list[Matter] = field(default_factory=list)
    contents: list[Element] = field(default_factory=list)
    """Divisions with contents, which are made anew."""
    titles: tuple[LocalText, ...] = ()
    """Titles that only a title page tells."""

    def read(self) -> Proceedings:
        works = WorkReader(self.divisions, self.header.metadata)
        for child in self.root:
            if child.name in _WORKS:
                self.body += works.members([child])
            elif child.name == "text":
                self._text(child, works)
            elif child.name != "teiHeader":
                why = "procpub opens no other files" if child.name.endswith("}include") else ""
                self.divisions.leftovers.left_out(child, why and f"{why}: {child.get('href')}")
        metadata = self.header.metadata
        document = Proceedings(
            metadata=replace(metadata, titles=metadata.titles or self.titles),
            provenance=self.header.provenance,
            people=self.divisions.people.persons,
            front=tuple(self.front),
            body=tuple(self.body),
            back=tuple(self.back),
        )
        return self._resolved(document)

    def _text(self, text: Element, works: WorkReader) -> None:
        for part in text:
            match part.name:
                case "front":
                    self._front(part)
                case "body":
                    self._body(text, part)
                case "group":
                    self.body += works.members([part])
                case "back":
                    self.back += self.divisions.matter(part)
                case _:
                    self._between(text, [part])

    def _front(self, front: Element) -> None:
        """Title pages, contents and matter; the first two are made anew of what the header and the headings say."""
        rest = Element("front", {}, front.line, front.preserve, front.language, front.last)
        for child in front.children:
            if not isinstance(child, str) and child.name == "titlePage":
                self.front += self._title_page(child)
            elif not isinstance(child, str) and is_division(child) and is_generated(child):
                self.contents.append(child)
            elif not isinstance(child, str) and child.name == "divGen":
                pass  # stands where contents or an index are to be made
            else:
                rest.children.append(child)
        self.front += self.divisions.matter(rest)

    def _title_page(self, page: Element) -> Iterator[Matter]:
        """What the title page alone says, as an imprint; titles, if the header has none."""
        metadata = self.header.metadata
        if not metadata.titles:
            lines = [line for line in lines_of(page) if line.name == "titlePart" and line.get("type") in ("", "main")]
            self.titles = tuple(LocalText(text=line.text) for line in lines if line.text)
            metadata = replace(metadata, titles=self.titles)
        known = {line.text for statement in title_page_of(metadata) for line in statement.lines} | set(
            strings(metadata)
        )
        blocks = unknown_lines(page, known, self.divisions.text)
        for block in blocks:
            self.report.add(Code.UNPLACED_FRONT_MATTER, "the header does not say this; kept as an imprint", block.span)
        if blocks:
            identifier = self.divisions.ids.new(_IMPRINT)
            yield Matter(id=identifier, kind=_IMPRINT, blocks=tuple(blocks), span=span_of(page))

    def _body(self, text: Element, body: Element) -> None:
        """The members; what stands before the first is preliminaries, what stands behind the last belongs to it."""
        divided = [child for child in body if is_division(child)]
        if not divided or (self.header.authors and not any(child.get("type") in MEMBERS for child in divided)):
            self.body += self._one_work(text, body)
            return
        loose: list[Element | str] = []
        for child in body.children:
            if isinstance(child, str) or not is_division(child):
                loose.append(child)
            else:
                self._between(body, loose)
                loose = []
                self.body.append(self.divisions.member(child))
        self._between(body, loose)

    def _between(self, holder: Element, children: list[Element | str]) -> None:
        """What stands in no division: before the first, preliminaries; else the end of the contribution before."""
        if self.body:
            self.body[-1:] = with_more(tuple(self.body[-1:]), self.divisions.text.blocks(holder, children))
        else:
            self.front += self.divisions.loose(holder, children)

    def _one_work(self, text: Element, body: Element) -> Iterator[Contribution]:
        """The whole body as the one contribution of a volume that one text fills."""
        identifier = self.divisions.ids.keep(text.get("xml:id"), self.header.metadata.title or "text")
        content = self.divisions.content(body, identifier)
        if not (content.heading or content.title or content.byline or content.blocks or content.sections):
            return
        self.divisions.origins[id(body)] = identifier
        authors = (self.divisions.people.author(author) for author in self.header.authors)
        names = (*(who for who in authors if who), *self.divisions.contributors(content.names))
        title = self.header.metadata.title.strip()
        above = () if says_something(content.heading) else unsaid(content.heading)
        heading = () if above else content.heading
        heading = heading or ((Text(text=title),) if title else self.divisions.supplied(text, identifier))
        byline = ", ".join(self.divisions.people.name_of(who) for who in dict.fromkeys(names))
        yield Contribution(
            id=identifier,
            kind="paper" if self.header.authors else "speech",
            heading=heading,
            title=content.title,
            byline=content.byline or ((Text(text=byline),) if byline else ()),
            contributors=tuple(dict.fromkeys(names)),
            blocks=(*above, *content.blocks),
            sections=content.sections,
            span=span_of(body),
        )

    def _resolved(self, document: Proceedings) -> Proceedings:
        """The document with references to pieces that are there."""
        known = {piece.id for piece in pieces(document)}
        printed = self.header.printed_contents
        pointed = {entry.target for entry in printed.entries if entry.target} if printed else set()
        ids = {name: name for name in known}
        if not known >= self.divisions.text.pointers | pointed:
            ids = {**owners(self.root, self.divisions.origins), **ids}
            document = relinked(document, {raw: piece for raw, piece in ids.items() if piece in known})
        check_contents(self.contents, document, ids, self.report)
        return replace(document, printed_contents=_placed(printed, ids, known))


def _placed(printed: PrintedContents | None, ids: dict[str, str], known: set[str]) -> PrintedContents | None:
    """The printed contents with targets that are there."""
    if printed is None:
        return None
    entries = (replace(entry, target=ids.get(entry.target or "")) for entry in printed.entries)
    found = (entry if entry.target in known else replace(entry, target=None) for entry in entries)
    return replace(printed, entries=tuple(found))
