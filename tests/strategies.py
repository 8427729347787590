"""Hypothesis documents: any document that passes `check`, with every node, small enough to render by the hundred."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from procpub.model.metadata import Date, Metadata
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
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings, Section
from tests.documents import PIXEL

ALPHABET = "aZé ßłЖя中國—“”’&<>\"'%#\\{}[]ﬁ-.,\u00a0\u00ad"
words = st.text(ALPHABET, min_size=1, max_size=30)
visible = words.filter(lambda text: bool(text.replace("\u00ad", "").strip()))


def merged(inlines: Sequence[Inline]) -> Inlines:
    """Neighbouring runs of text made one, as the model demands."""
    out: list[Inline] = []
    for inline in inlines:
        last = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(last, Text):
            out[-1] = Text(text=last.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)


texts = st.builds(Text, text=words)
leaves = st.one_of(texts, texts, texts, st.just(LineBreak()), st.builds(PageBreak, label=st.sampled_from(["1", "xii"])))


def _wrapping(children: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inline]:
    targets = st.sampled_from(["https://example.org/a?b=c&d=é", "mailto:a@example.org", "#c1"])
    return st.one_of(
        *(st.builds(kind, children=children) for kind in (Emphasis, Strong, Superscript, Subscript)),
        st.builds(Link, target=targets, children=children),
        st.builds(Foreign, language=st.sampled_from(["de", "zh", "ar"]), children=children),
    )


plain_inlines = st.lists(texts, min_size=1, max_size=2).map(merged)
linkless = st.one_of(texts, st.builds(Emphasis, children=plain_inlines))
inlines = st.builds(
    lambda first, rest: merged([first, *rest]),
    st.builds(Text, text=visible),
    st.lists(
        st.one_of(
            leaves,
            _wrapping(st.lists(linkless, min_size=1, max_size=2).map(merged)),
            st.builds(
                Note,
                marker=st.sampled_from(["", "*", "1"]),
                blocks=st.builds(Paragraph, children=plain_inlines).map(lambda block: (block,)),
            ),
        ),
        max_size=4,
    ),
)

paragraphs = st.builds(Paragraph, children=inlines)
cells = st.builds(Cell, children=st.one_of(st.just(()), plain_inlines), header=st.booleans())
simple_blocks: st.SearchStrategy[Block] = st.one_of(
    paragraphs,
    paragraphs,
    st.builds(Address, kind=st.sampled_from(AddressKind), children=inlines),
    st.builds(Verse, lines=st.lists(plain_inlines, min_size=1, max_size=3).map(tuple)),
    st.builds(
        lambda head, rows, caption: Table(caption=caption, head=head, rows=rows),
        st.lists(st.builds(lambda a, b: Row(cells=(a, b)), cells, cells), max_size=1).map(tuple),
        st.lists(st.builds(lambda a, b: Row(cells=(a, b)), cells, cells), min_size=1, max_size=3).map(tuple),
        st.one_of(st.just(()), plain_inlines),
    ),
    st.builds(
        Figure, image=st.sampled_from([None, PIXEL]), alternative=visible, caption=st.one_of(st.just(()), plain_inlines)
    ),
    st.builds(Event, children=inlines),
    st.builds(PageBreak, label=st.sampled_from(["1", "xii"])),
)


def _containers(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    inner = st.lists(blocks, min_size=1, max_size=2).map(tuple)

    def numbered(style: MarkerStyle, start: int, items: list[Blocks]) -> ItemList:
        bullet = style is MarkerStyle.BULLET
        return ItemList(
            style=style,
            start=1 if bullet else start,
            items=tuple(Item(marker="-" if bullet else f"{start + i}.", blocks=b) for i, b in enumerate(items)),
        )

    return st.one_of(
        st.builds(numbered, st.sampled_from(MarkerStyle), st.integers(1, 30), st.lists(inner, min_size=1, max_size=3)),
        st.builds(Quote, blocks=inner),
        st.builds(Turn, label=plain_inlines, who=st.sampled_from([None, "p-1"]), blocks=inner),
    )


blocks = st.recursive(simple_blocks, _containers, max_leaves=4)
block_tuples = st.lists(blocks, max_size=4).map(tuple)
headings = st.builds(Text, text=visible).map(lambda text: (text,))


@st.composite
def _sections(draw: st.DrawFn, prefix: str, depth: int = 2) -> tuple[Section, ...]:
    count = draw(st.integers(0, 2 if depth == 2 else 1)) if depth else 0
    return tuple(
        Section(
            id=f"{prefix}-s{n}",
            heading=draw(headings),
            blocks=draw(block_tuples),
            sections=draw(_sections(f"{prefix}-s{n}", depth - 1)),
        )
        for n in range(count)
    )


@st.composite
def _contribution(draw: st.DrawFn, identifier: str) -> Contribution:
    return Contribution(
        id=identifier,
        kind=draw(st.sampled_from(["speech", "paper", "opening-remarks"])),
        heading=draw(st.one_of(headings, inlines)),
        title=draw(st.one_of(st.just(()), headings)),
        byline=draw(st.one_of(st.just(()), headings)),
        contributors=draw(st.sampled_from([(), ("p-1",), ("p-1", "p-2")])),
        page=draw(st.sampled_from(["", "12"])),
        blocks=draw(block_tuples),
        sections=draw(_sections(identifier)),
    )


@st.composite
def _matter(draw: st.DrawFn, identifier: str) -> Matter:
    return Matter(
        id=identifier,
        kind=draw(st.sampled_from(["preface", "annex", "preliminaries"])),
        heading=draw(st.one_of(st.just(()), headings)),
        blocks=draw(block_tuples),
        sections=draw(_sections(identifier)),
    )


@st.composite
def proceedings(draw: st.DrawFn) -> Proceedings:
    """Any sound document. The piece "c1" and the persons "p-1" and "p-2" are always there."""
    members: list[Contribution | Group] = [draw(_contribution("c1"))]
    if draw(st.booleans()):
        members.append(
            Group(
                id="g1",
                kind=draw(st.sampled_from(GroupKind)),
                heading=draw(headings),
                preliminaries=(draw(_matter("g1-pre")),) if draw(st.booleans()) else (),
                members=(draw(_contribution("c2")),),
            )
        )
    name = st.builds(LocalText, text=visible, language=st.sampled_from(["", "zh"]))
    metadata = Metadata(
        titles=tuple(draw(st.lists(name, max_size=2))),
        subtitles=tuple(draw(st.lists(name, max_size=1))),
        date=draw(st.sampled_from([None, Date(text="May 2021", when="2021-05")])),
        organisers=tuple(draw(st.lists(st.builds(lambda n: Organisation(names=(n,)), name), max_size=2))),
        languages=draw(st.sampled_from([("en",), ("de", "en"), ("zh",)])),
    )
    person = Person(id="p-1", name=draw(visible), role=draw(st.sampled_from(["", "Chair"])))
    return Proceedings(
        metadata=metadata,
        people=(person, replace(person, id="p-2")),
        front=(draw(_matter("f1")),) if draw(st.booleans()) else (),
        body=tuple(members),
        back=(draw(_matter("b1")),) if draw(st.booleans()) else (),
    )
