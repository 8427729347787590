"""Hypothesis documents for the archival formats: whatever passes `check`, however odd, and no more than that.

`tests.strategies` makes documents that every writer must render; these only need to survive being written and read.
"""

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from procpub.model.check import check
from procpub.model.metadata import (
    Date,
    Identifier,
    Licence,
    Meeting,
    Metadata,
    PrintedContents,
    PrintedEntry,
    Provenance,
    Revision,
    Source,
    Step,
)
from procpub.model.nodes import (
    Address,
    AddressKind,
    Block,
    Blocks,
    Cell,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Image,
    Inline,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import LocalText, Organisation, Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Member, Proceedings, Section
from tests.strategies import merged

words = st.text("ab Zß\u00a0\u2003\u00ad\u200b中國\n\t\r&<>\"'[]\u0085\u2028\ufeff", max_size=8)
some_words = words.filter(lambda text: text != "")
said = words.filter(lambda text: bool(text.replace("\u00ad", "").strip()))
EMPTY: st.SearchStrategy[Blocks] = st.just((Paragraph(children=()),))
pages = st.builds(PageBreak, label=words, edition=st.sampled_from(["print", "A", "first-edition"]))


def _inlines(blocks: st.SearchStrategy[Blocks]) -> st.SearchStrategy[Inlines]:
    """Inlines, with these blocks in their notes."""
    leaves: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Text, text=some_words),
        st.builds(Text, text=some_words),
        st.just(LineBreak()),
        pages,
        st.builds(Note, marker=words, blocks=blocks),
    )

    def wrapping(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
        children = st.lists(inner, min_size=1, max_size=2).map(merged)
        targets = st.sampled_from(["https://example.org/a?b=c&d=é", "#c1"])
        return st.one_of(
            *(st.builds(kind, children=children) for kind in (Emphasis, Strong, Superscript, Subscript)),
            st.builds(Link, target=targets, children=children),
            st.builds(Foreign, language=st.sampled_from(["en", "de", "zh-Hant"]), children=children),
        )

    return st.lists(st.recursive(leaves, wrapping, max_leaves=2), max_size=3).map(merged)


@st.composite
def _block(draw: st.DrawFn, depth: int) -> Block:
    """Any block; blocks in it and in its notes go down as far as `depth`."""
    some = st.lists(_block(depth - 1), min_size=1, max_size=2).map(tuple) if depth else EMPTY
    inner = st.just(()) | some
    line = _inlines(some)
    kind = draw(st.sampled_from(_KINDS if depth else _LEAVES))
    if kind is ItemList:
        style = draw(st.sampled_from(MarkerStyle))
        start = 1 if style is MarkerStyle.BULLET else draw(st.integers(0, 12))
        items = st.builds(Item, marker=words, blocks=some)
        return ItemList(style=style, start=start, items=tuple(draw(st.lists(items, min_size=1, max_size=3))))
    if kind is Table:
        cell = st.builds(Cell, children=line, header=st.booleans(), columns=st.integers(1, 2), rows=st.integers(1, 2))
        rows = st.lists(st.builds(Row, cells=st.lists(cell, max_size=2).map(tuple)), min_size=1, max_size=3).map(tuple)
        return draw(st.builds(Table, caption=line, head=st.one_of(st.just(()), rows), rows=rows).filter(_sound))
    if kind is Figure:
        image = st.builds(
            Image, name=st.just("a_1.b-c"), media_type=st.just("image/png"), data=st.binary(min_size=1, max_size=5)
        )
        return Figure(image=draw(st.none() | image), alternative=draw(said), caption=draw(line))
    if kind is Turn:
        return Turn(label=draw(line), who=draw(st.sampled_from([None, "p-1", "x"])), blocks=draw(inner))
    if kind is Verse:
        return Verse(lines=tuple(draw(st.lists(line, min_size=1, max_size=3))))
    if kind is Quote:
        return Quote(blocks=draw(some))
    if kind is PageBreak:
        return draw(pages)
    if kind is Address:
        return Address(kind=draw(st.sampled_from(AddressKind)), children=draw(line))
    return Event(children=draw(line)) if kind is Event else Paragraph(children=draw(line))


_LEAVES = (Paragraph, Paragraph, Address, Event, PageBreak, Verse)
_KINDS = (*_LEAVES, ItemList, Table, Figure, Turn, Quote, Address, ItemList)


def _sound(block: Block) -> bool:
    piece = Matter(id="m", kind="annex", blocks=(block,))
    others = ("'c1", "'#", "is no person")
    return not [found for found in check(Proceedings(front=(piece,))) if not any(each in found for each in others)]


content = st.lists(_block(1) | _block(2), max_size=2).map(tuple)
lines = _inlines(st.lists(_block(0), min_size=1, max_size=2).map(tuple))
headings = st.tuples(st.builds(Text, text=said), lines).map(lambda parts: merged([parts[0], *parts[1]]))


@st.composite
def _sections(draw: st.DrawFn, owner: str, depth: int = 1) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=f"{owner}-s{number}",
            heading=draw(headings),
            blocks=draw(content),
            sections=draw(_sections(f"{owner}-s{number}", depth - 1)),
        )
        for number in range(draw(st.integers(0, depth)))
    )


@st.composite
def _matter(draw: st.DrawFn, identifier: str) -> Matter:
    return Matter(
        id=identifier,
        kind=draw(st.sampled_from(["contents", "imprint", "Preface-1"])),
        heading=draw(lines),
        blocks=draw(content),
        sections=draw(_sections(identifier)),
    )


@st.composite
def _contribution(draw: st.DrawFn, identifier: str) -> Contribution:
    return Contribution(
        id=identifier,
        kind=draw(st.sampled_from(["speech", "section", "Paper"])),
        heading=draw(st.one_of(headings, st.just((Text(text="Remarks by B and A. The end"),)))),
        title=draw(lines),
        byline=draw(lines),
        contributors=draw(st.sampled_from([(), ("p-1",), ("p-1", "x"), ("x", "p-1")])),
        page=draw(words),
        blocks=draw(content),
        sections=draw(_sections(identifier)),
    )


@st.composite
def _group(draw: st.DrawFn, identifier: str, depth: int = 1) -> Group:
    inner = f"{identifier}-1"
    nested = bool(depth) and draw(st.booleans())
    member: Member = draw(_group(inner, depth - 1)) if nested else draw(_contribution(inner))
    return Group(
        id=identifier,
        kind=draw(st.sampled_from(GroupKind)),
        heading=draw(headings),
        preliminaries=tuple(draw(_matter(f"{identifier}-pre{n}")) for n in range(draw(st.integers(0, 1)))),
        members=(member,),
    )


name = st.builds(LocalText, text=said, language=st.sampled_from(["", "en", "zh-Hant"]))
names = st.lists(name, max_size=2).map(tuple)
some_names = st.lists(name, min_size=1, max_size=2).map(tuple)
organisations = st.lists(st.builds(Organisation, names=some_names), max_size=2).map(tuple)
dates = st.builds(Date, text=said, when=st.sampled_from(["2020", "2020-02"]), until=st.sampled_from(["", "2021-01-01"]))
metadata = st.builds(
    Metadata,
    titles=names,
    subtitles=names,
    meeting=st.none() | st.builds(Meeting, names=names, date=st.none() | dates, place=words),
    date=st.none() | dates,
    place=words,
    organisers=organisations,
    publishers=organisations,
    editors=st.lists(said, max_size=2).map(tuple),
    languages=st.sampled_from([("en",), ("zh-Hant", "de"), ("de", "en", "en")]),
    identifiers=st.lists(st.builds(Identifier, scheme=st.sampled_from(["isbn", "x-1"]), value=said), max_size=2).map(
        tuple
    ),
    licence=st.none() | st.builds(Licence, text=words, url=st.sampled_from(["", "https://example.org/"])),
    description=words,
    subjects=st.lists(said, max_size=2).map(tuple),
)
provenance = st.builds(
    Provenance,
    source=st.none() | st.builds(Source, name=words, encoding=words, sha256=words, lines=st.integers(0, 9)),
    steps=st.lists(st.builds(Step, code=words, count=st.integers(0, 9)), max_size=2).map(tuple),
    revisions=st.lists(
        st.builds(Revision, text=words, who=words, when=st.sampled_from(["", "2026-11-25"])), max_size=2
    ).map(tuple),
)
persons = st.builds(
    Person,
    id=st.just("p-1"),
    name=said | st.just("A. The"),
    honorific=words,
    role=words,
    affiliation=words,
    country=words,
    email=words,
    orcid=words,
)
entries = st.builds(
    PrintedEntry,
    label=words,
    number=words,
    page=words,
    level=st.integers(1, 3),
    target=st.sampled_from([None, "c1"]),
)


@st.composite
def wild_proceedings(draw: st.DrawFn) -> Proceedings:
    """Any document that passes `check`."""
    document = Proceedings(
        metadata=draw(metadata),
        provenance=draw(provenance),
        people=(draw(persons), replace(draw(persons), id="x", name="B")),
        printed_contents=draw(
            st.none()
            | st.builds(PrintedContents, heading=words, entries=st.lists(entries, min_size=1, max_size=2).map(tuple))
        ),
        front=tuple(draw(_matter(f"f{n}")) for n in range(draw(st.integers(0, 1)))),
        body=(draw(_contribution("c1")), *((draw(_group("g1")),) if draw(st.booleans()) else ())),
        back=tuple(draw(_matter(f"b{n}")) for n in range(draw(st.integers(0, 1)))),
    )
    assume(not check(document))
    return document
