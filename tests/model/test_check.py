"""Each rule of a sound document, broken once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from procpub.model.check import check
from procpub.model.metadata import (
    Date,
    Identifier,
    Licence,
    Metadata,
    PrintedContents,
    PrintedEntry,
    Provenance,
    Revision,
)
from procpub.model.nodes import (
    Block,
    Cell,
    Emphasis,
    Figure,
    Foreign,
    Image,
    Inline,
    Item,
    ItemList,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import LocalText, Organisation, Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings
from tests.documents import paragraph, text

TALK = Contribution(
    id="talk", kind="speech", heading=text("A talk"), contributors=("p-a",), blocks=(paragraph("Words."),)
)
LOST = PrintedEntry(label="X", target="x")
SOUND = Proceedings(people=(Person(id="p-a", name="A"),), body=(TALK,))


def with_talk(**changes: object) -> Proceedings:
    return replace(SOUND, body=(replace(TALK, **changes),))  # type: ignore[arg-type]  # any field, wrongly filled too


def with_block(block: Block) -> Proceedings:
    return with_talk(blocks=(block,))


def with_inline(*inlines: Inline) -> Proceedings:
    return with_block(Paragraph(children=inlines))


def with_metadata(**changes: object) -> Proceedings:
    return replace(SOUND, metadata=replace(Metadata(), **changes))  # type: ignore[arg-type]


def figure(**changes: object) -> Proceedings:
    image = Image(name="a.png", media_type="image/png", data=b"x")
    return with_block(Figure(image=replace(image, **changes), alternative="A"))  # type: ignore[arg-type]


def items(**changes: object) -> Proceedings:
    one = ItemList(style=MarkerStyle.BULLET, items=(Item(blocks=(paragraph("a"),)),))
    return with_block(replace(one, **changes))  # type: ignore[arg-type]


def nested_quotes(depth: int) -> Block:
    """A paragraph in so many quotations."""
    block: Block = paragraph("a")
    for _ in range(depth):
        block = Quote(blocks=(block,))
    return block


def table(cell: Cell) -> Proceedings:
    return with_block(Table(rows=(Row(cells=(cell,)),)))


CELL = Cell(children=())
OVERLAPPING = Table(
    rows=(
        Row(cells=(CELL, replace(CELL, rows=3), CELL)),
        Row(cells=(replace(CELL, columns=2), CELL)),
        Row(cells=(CELL,)),
    )
)


def test_the_document_to_be_broken_is_sound() -> None:
    assert check(SOUND) == check(Proceedings()) == ()


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        # identifiers and people
        (with_talk(id="1st"), "'1st' is not an id"),
        (with_talk(id="t" * 33), "is not an id"),
        (replace(SOUND, body=(TALK, TALK)), "id 'talk' is used 2 times"),
        (replace(SOUND, people=(Person(id="p-a", name=" "),)), "p-a: a person without a name"),
        (replace(SOUND, people=(Person(id="p-a", name="A\0"),)), "p-a: U+0000 cannot stand in XML"),
        (with_talk(contributors=("p-b",)), "talk: contributor 'p-b' is no person of the document"),
        (with_talk(contributors=("p-a", "p-a")), "talk: a contributor is named twice"),
        # metadata
        (with_metadata(languages=()), "metadata: no language"),
        (with_metadata(languages=("english language",)), "metadata: 'english language' is not a BCP 47 language tag"),
        (with_metadata(titles=(LocalText(text=" "),)), "metadata: an empty name or title"),
        (with_metadata(titles=(LocalText(text="A", language="?"),)), "metadata: '?' is not a BCP 47 language tag"),
        (with_metadata(organisers=(Organisation(names=()),)), "metadata: an organisation without a name"),
        (with_metadata(date=Date(text="then", when="2020-02-30")), "metadata: '2020-02-30' is not a date"),
        (with_metadata(date=Date(text="", when="2020")), "metadata: the date '2020' is not given in words"),
        (with_metadata(date=Date(text="then", when="")), "metadata: '' is not a date"),
        (with_metadata(editors=("",)), "metadata: an editor without a name"),
        (with_metadata(subjects=(" ",)), "metadata: an empty subject"),
        (with_metadata(identifiers=(Identifier(scheme="My scheme", value="1"),)), "'My scheme' no scheme of any"),
        (with_metadata(identifiers=(Identifier(scheme="isbn", value=""),)), "metadata: '' is no identifier"),
        (
            replace(SOUND, provenance=Provenance(revisions=(Revision(text="Mended.", when="today"),))),
            "revision: 'today' is not a date",
        ),
        (with_metadata(date=Date(text="\x01", when="2020")), "metadata: U+0001 cannot stand in XML"),
        (with_metadata(licence=Licence(text="\ufffe")), "metadata: U+FFFE cannot stand in XML"),
        (with_metadata(description="\x0b"), "metadata: U+000B cannot stand in XML"),
        # pieces
        (with_talk(heading=()), "talk: has no heading"),
        (with_talk(heading=(PageBreak(label="1"),)), "talk: has no heading"),
        (with_talk(kind="key note"), "talk: kind 'key note' is not one token"),
        (replace(SOUND, front=(Matter(id="m", kind=""),)), "m: kind '' is not one token"),
        (replace(SOUND, front=(Matter(id="m", kind="session"),)), "m: matter of the kind 'session'"),
        (
            replace(SOUND, body=(Group(id="g", kind=GroupKind.PART, heading=text("Part"), members=()),)),
            "g: a part without contributions",
        ),
        (
            replace(SOUND, printed_contents=PrintedContents(heading="", entries=(LOST,))),
            "printed contents: 'X' points to 'x', which is not there",
        ),
        (replace(SOUND, printed_contents=PrintedContents(heading="A", entries=())), "printed contents: no entries"),
        # blocks
        (items(items=()), "talk: a list or an item without content"),
        (items(items=(Item(blocks=()),)), "talk: a list or an item without content"),
        (items(start=2), "talk: a bulleted list that starts at 2"),
        (items(style=MarkerStyle.DECIMAL, start=-1), "talk: a list that starts below 0"),
        (items(items=(Item(marker="\0", blocks=(paragraph("a"),)),)), "talk: U+0000 cannot stand in XML"),
        (with_block(Quote(blocks=())), "talk: an empty quotation"),
        (with_block(Verse(lines=())), "talk: verse without lines"),
        (with_block(Table(rows=())), "talk: a table without rows"),
        (table(Cell(children=(), columns=0)), "talk: a table cell that spans nothing"),
        (table(Cell(children=(), columns=1001)), "or more than 1000 columns"),
        (with_block(Table(rows=(Row(cells=()),))), "talk: a table without cells"),
        (with_block(OVERLAPPING), "talk: table cells that overlap"),
        (with_block(Figure(alternative=" ")), "talk: a figure without alternative text"),
        (figure(media_type="image/gif"), "talk: image 'a.png' is neither PNG nor JPEG"),
        (figure(data=b""), "talk: image 'a.png' is neither PNG nor JPEG"),
        (figure(name="../a.png"), "talk: '../a.png' is not a plain file name"),
        (with_block(Turn(label=text("B"), who="p-b", blocks=())), "talk: 'p-b' speaks, but is no person"),
        (with_block(PageBreak(label="1", edition="pdf")), "talk: 'pdf' is not one token for whose page begins, or"),
        (with_inline(PageBreak(label="1", edition="1st ed")), "talk: '1st ed' is not one token for whose page begins"),
        (with_block(nested_quotes(98)), "talk: more than 100 nodes within each other"),
        (with_block(PageBreak(label="\0")), "talk: U+0000 cannot stand in XML"),
        # inlines
        (with_inline(Text(text="")), "talk: an empty run of text"),
        (with_inline(Text(text="a"), Text(text="b")), "talk: two runs of text side by side at 'b'"),
        (with_inline(Text(text="a\x08")), "talk: U+0008 cannot stand in XML"),
        (with_inline(Text(text="\ud800")), "talk: U+D800 cannot stand in XML"),
        (with_inline(Emphasis(children=())), "talk: an empty emphasis"),
        (with_inline(Link(target="www.example.org", children=text("a"))), "'www.example.org' is not an address to"),
        (with_inline(Link(target="javascript:alert(1)", children=text("a"))), "is not an address to link to"),
        (with_inline(Link(target="#nowhere", children=text("a"))), "talk: a link to '#nowhere', which is not there"),
        (with_inline(Foreign(language="", children=text("a"))), "talk: '' is not a BCP 47 language tag"),
        (with_inline(Note(blocks=())), "talk: an empty note"),
        (with_inline(Note(blocks=(Quote(blocks=()),))), "talk: an empty quotation"),
        (with_talk(heading=(Text(text="A"), Note(blocks=(Quote(blocks=()),)))), "talk: an empty quotation"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_in_one_sentence(broken: Proceedings, message: str) -> None:
    violations = check(broken)
    assert len(violations) == 1
    assert message in violations[0]


@pytest.mark.parametrize(
    "mend",
    [
        lambda: with_talk(id="talk-1"),
        lambda: with_metadata(date=Date(text="2020", when="2020")),
        lambda: with_block(nested_quotes(97)),
    ],
)
def test_what_is_allowed_passes(mend: Callable[[], Proceedings]) -> None:
    assert check(mend()) == ()
