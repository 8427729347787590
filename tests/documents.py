"""Hand-made documents that tests of every writer share."""

import base64

from procpub.model.metadata import Date, Identifier, Licence, Meeting, Metadata, PrintedContents, PrintedEntry
from procpub.model.nodes import (
    Address,
    AddressKind,
    Cell,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Image,
    Inline,
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

PIXEL = Image(
    name="pixel.png",
    media_type="image/png",
    data=base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ),
)
"""A picture of one pixel."""


def text(words: str) -> tuple[Text]:
    """Inlines of plain words."""
    return (Text(text=words),)


def paragraph(*parts: str | Inline) -> Paragraph:
    """A paragraph of words and inlines."""
    return Paragraph(children=tuple(Text(text=part) if isinstance(part, str) else part for part in parts))


def every_node() -> Proceedings:
    """A document with every block, every inline, groups, front and back matter, and full metadata."""
    note = Note(marker="1", blocks=(paragraph("A note with ", Emphasis(children=text("stress")), "."), _list()))
    talk = Contribution(
        id="anna-maier",
        kind="keynote",
        heading=text("Keynote by Prof. Anna Maier, Director, Institute of Tests & Trials, Austria"),
        title=(Text(text="On "), Emphasis(children=text("Every")), Text(text=" Node")),
        byline=text("Anna Maier and Bo Li"),
        contributors=("p-anna-maier", "p-bo-li"),
        page="07",
        blocks=(
            Address(kind=AddressKind.SALUTATION, children=text("Ladies and Gentlemen,")),
            paragraph(
                "Plain, ",
                Emphasis(children=text("italic")),
                ", ",
                Strong(children=(Text(text="bold and "), Emphasis(children=text("both")))),
                ", H",
                Subscript(children=text("2")),
                "O, 21",
                Superscript(children=text("st")),
                ", a ",
                Link(target="https://example.org/?a=1&b=2", children=text("link")),
                ", an ",
                Link(target="#annex", children=text("inner link")),
                ", called",
                note,
                " and ",
                Foreign(language="de", children=text("Weltanschauung")),
                ", ",
                Foreign(language="zh", children=text("国际问题研究院")),
                ".",
                LineBreak(),
                "A second line; page ",
                PageBreak(label="8"),
                "eight begins.",
            ),
            _list(),
            Quote(blocks=(paragraph("Quoted words."),)),
            Verse(lines=(text("First line of verse,"), text("second line of verse."))),
            _table(),
            Figure(image=PIXEL, alternative="A single grey pixel", caption=text("Figure 1. A pixel.")),
            Figure(alternative="A picture that is lost", caption=()),
            Turn(label=text("The CHAIR."), who=None, blocks=(paragraph("Order, please."),)),
            Turn(label=text("Mr. LI:"), who="p-bo-li", blocks=(paragraph("Thank you."),)),
            Event(children=text("(Applause.)")),
            PageBreak(label="9"),
        ),
        sections=(
            Section(
                id="anna-maier-s1",
                heading=text("A section"),
                blocks=(paragraph("Words of the section."),),
                sections=(Section(id="anna-maier-s2", heading=text("Inner"), blocks=(paragraph("Words within."),)),),
            ),
            Section(
                id="anna-maier-s3",
                heading=text("Last section"),
                blocks=(
                    paragraph("Last words."),
                    Address(kind=AddressKind.CLOSING, children=text("Thank you.")),
                ),
            ),
        ),
    )
    short = Contribution(id="bo-li", kind="speech", heading=text("Mr. LI"), contributors=("p-bo-li",))
    return Proceedings(
        metadata=_metadata(),
        people=(
            Person(
                id="p-anna-maier",
                name="Anna Maier",
                honorific="Prof.",
                role="Director",
                affiliation="Institute of Tests & Trials",
                country="Austria",
                email="anna@example.org",
                orcid="0000-0002-1825-0097",
            ),
            Person(id="p-bo-li", name="Bo Li", honorific="Mr."),
        ),
        printed_contents=PrintedContents(
            heading="Contents",
            entries=(
                PrintedEntry(label="Keynote by Prof. Anna Maier", number="1.", page="07", target="anna-maier"),
                PrintedEntry(label="A lost talk", page="11"),
            ),
        ),
        front=(
            Matter(id="preface", kind="preface", heading=text("Preface"), blocks=(paragraph("Before all."),)),
            Matter(id="imprint", kind="imprint", blocks=(paragraph("Printed & bound here."),)),
        ),
        body=(
            Group(
                id="session-1",
                kind=GroupKind.SESSION,
                heading=text("Session 1: Nodes <all>"),
                preliminaries=(
                    Matter(
                        id="session-1-pre",
                        kind="preliminaries",
                        blocks=(Turn(label=text("CHAIR"), blocks=(paragraph("Welcome."),)),),
                    ),
                ),
                members=(talk, short),
            ),
        ),
        back=(Matter(id="annex", kind="annex", heading=text("Annex"), blocks=(paragraph("After all."),)),),
    )


def _list() -> ItemList:
    inner = ItemList(
        style=MarkerStyle.LOWER_ALPHA,
        items=(
            Item(marker="- a.", blocks=(paragraph("inner a"),)),
            Item(marker="- b.", blocks=(paragraph("inner b"), paragraph("more of b"))),
        ),
    )
    bullets = ItemList(style=MarkerStyle.BULLET, items=(Item(marker="-", blocks=(paragraph("bulleted"),)),))
    return ItemList(
        style=MarkerStyle.DECIMAL,
        start=3,
        items=(
            Item(marker="3.", blocks=(paragraph("third"), inner)),
            Item(marker="4.", blocks=(paragraph("fourth"), bullets)),
        ),
    )


def _table() -> Table:
    def cell(words: str, *, header: bool = False, columns: int = 1, rows: int = 1) -> Cell:
        return Cell(children=text(words), header=header, columns=columns, rows=rows)

    return Table(
        caption=text("Table 1. Sums."),
        head=(Row(cells=(cell("What", header=True), cell("How many", header=True, columns=2))),),
        rows=(
            Row(cells=(cell("apples", header=True, rows=2), cell("1"), cell("2"))),
            Row(cells=(cell("3"), Cell(children=()))),
        ),
    )


def _metadata() -> Metadata:
    return Metadata(
        titles=(LocalText(text="Every Node & More"), LocalText(text="每个节点", language="zh")),
        subtitles=(LocalText(text="Proceedings of a <Test>"),),
        meeting=Meeting(
            names=(LocalText(text="Meeting on Tests"),),
            date=Date(text="4–5 May 2021", when="2021-05-04", until="2021-05-05"),
            place="Vienna",
        ),
        date=Date(text="May 2021", when="2021-05"),
        place="Vienna",
        organisers=(
            Organisation(
                names=(LocalText(text="国际研究院", language="zh"), LocalText(text="International Institute"))
            ),
        ),
        publishers=(Organisation(names=(LocalText(text="Test Press"),)),),
        editors=("Eva Editor",),
        languages=("en", "zh"),
        identifiers=(Identifier(scheme="isbn", value="978-3-16-148410-0"),),
        licence=Licence(text="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
        description="A volume that holds one of everything.",
        subjects=("tests", "nodes"),
    )
