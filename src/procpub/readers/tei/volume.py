"""The volume as a whole: a text, a group of texts, or a corpus of works with headers of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from procpub.diagnostics import Code, Report
from procpub.model.metadata import PrintedContents
from procpub.model.nodes import Text
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Matter, Member, Proceedings
from procpub.model.title_page import title_page_of
from procpub.model.walk import pieces, plain_text
from procpub.readers.tei.divisions import MEMBERS, DivisionReader, is_division, with_more, words_of
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
    report_unread,
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
    report_unread(root, leftovers)
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
                    self._body(text, part, works)
                case "group":
                    self.body += works.members([part])
                case "back":
                    self.back += self.divisions.matter(part)
                case _:
                    self._between(text, [part])

    def _front(self, front: Element) -> None:
        """Title pages, contents and matter; the first two are made anew of what the header and the headings say."""
        rest: list[Element | str] = []
        for child in front.children:
            if isinstance(child, str):
                rest.append(child)
            elif child.name == "titlePage":
                self.front += self._title_page(child)
            elif is_division(child) and is_generated(child):
                self.contents.append(child)
                self._contents(child, rest)
            elif child.name != "divGen" or child.children:  # it stands where contents or an index are to be made
                rest.append(child)
        front.read = True
        self.front += self.divisions.matter(front.holding(rest))

    def _contents(self, division: Element, rest: list[Element | str]) -> None:
        """Contents count as read, and what else stands among them is kept."""
        for part in division:
            if part.name in ("head", "list"):
                part.take()
            else:
                rest.append(part)

    def _title_page(self, page: Element) -> Iterator[Matter]:
        """What the title page alone says, as an imprint; titles, if the header has none."""
        metadata = self.header.metadata
        if not metadata.titles:
            lines = [line for line in lines_of(page) if line.name == "titlePart" and line.get("type") in ("", "main")]
            self.titles = tuple(LocalText(text=line.text) for line in lines if line.text)
            metadata = replace(metadata, titles=self.titles)
        repeated = {line.text for statement in title_page_of(metadata) for line in statement.lines}
        blocks = unknown_lines(page, {*repeated, *strings(metadata)}, self.divisions.text)
        for block in blocks:
            words = f"the title page says “{plain_text(block.children)}”, the header does not; "
            kept = "the header counts, and the title page is made of it" if self.header.ours else "kept as an imprint"
            self.report.add(Code.UNPLACED_FRONT_MATTER, words + kept, block.span)
        if blocks and not self.header.ours:
            identifier = self.divisions.ids.new(_IMPRINT)
            yield Matter(id=identifier, kind=_IMPRINT, blocks=tuple(blocks), span=span_of(page))

    def _body(self, text: Element, body: Element, works: WorkReader) -> None:
        """The members; what stands before the first is preliminaries, what stands behind the last belongs to it."""
        divided = [child for child in body if is_division(child)]
        if not divided or (self.header.authors and not any(child.get("type") in MEMBERS for child in divided)):
            self.body += self._one_work(text, body, works)
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

    def _one_work(self, text: Element, body: Element, works: WorkReader) -> Iterator[Contribution]:
        """The whole body as the one contribution of a volume that one text fills."""
        known = works.by(self.header.authors)
        title = self.header.metadata.title.strip()
        if title and (self.header.authors or not any(map(words_of, body.all("head")))):
            known = replace(known, heading=(Text(text=title),))
        if body.text or any(part.name in ("figure", "graphic", "pb") for part in body.within()):
            yield works.work(text, [body], known)

    def _resolved(self, document: Proceedings) -> Proceedings:
        """The document with references to pieces that are there."""
        known = {piece.id for piece in pieces(document)}
        printed = self.header.printed_contents
        pointers = self.divisions.text.pointers
        pointed = {entry.target for entry in printed.entries if entry.target} if printed else set()
        ids = {name: name for name in known}
        if not known >= pointers.keys() | pointed:
            ids = {**owners(self.root, self.divisions.origins), **ids}
            document = relinked(document, {raw: piece for raw, piece in ids.items() if piece in known})
            for raw, element in pointers.items():
                if ids.get(raw) not in known:
                    self.divisions.leftovers.attribute(element, "target")
        document = replace(document, printed_contents=_placed(printed, ids, known))
        check_contents(self.contents, document, ids, self.report)
        return document


def _placed(printed: PrintedContents | None, ids: dict[str, str], known: set[str]) -> PrintedContents | None:
    """The printed contents with targets that are there."""
    if printed is None:
        return None
    entries = (replace(entry, target=ids.get(entry.target or "")) for entry in printed.entries)
    found = (entry if entry.target in known else replace(entry, target=None) for entry in entries)
    return replace(printed, entries=tuple(found))
