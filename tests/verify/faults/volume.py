"""A volume with one of everything and several pages of running text, and its four editions, made in one run.

The words that faults are done to stand in it once, so that a fault has one place and a report can be held to it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import product

from procpub import registry
from procpub.conversion import FORMATS
from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.nodes import Block, Cell, Item, ItemList, Link, MarkerStyle, Note, Paragraph, Row, Table
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Proceedings, Section
from procpub.style import load_style
from tests.documents import every_node, paragraph, text

Editions = Mapping[str, bytes]
"""The contents of the files by their names."""

PDF, DOCX, EPUB, TEI = NAMES = ("volume.pdf", "volume.docx", "volume.epub", "volume.tei.xml")

CONTENTS_DEPTH = 2
"""So that the contents have levels."""

_STATES = ("Austria", "Bulgaria", "Croatia", "Hungary", "Moldova", "Romania", "Serbia", "Slovakia", "Ukraine")
_SUBJECTS = (
    "the delegation of {} laid before the meeting what it had measured on its own banks, and asked that others do so",
    "in {} the ministry keeps two registers, of which one is open to all that ask, the other to the courts",
    "a treaty with {} was signed before the war and forgotten behind it, though no party ever gave notice",
    "the pilots of {} follow customs that no statute knows, and the insurers have learned to follow the pilots",
)


@cache
def editions() -> Editions:
    """The four editions, as a conversion makes them: the PDF first, whose pages the others name."""
    return editions_of(volume())


def editions_of(proceedings: Proceedings) -> Editions:
    """The editions of a document."""
    contents, style = contents_of(proceedings, CONTENTS_DEPTH), load_style("default")
    pages: PageMap | None = None
    found: dict[str, bytes] = {}
    for each in FORMATS:
        writer = registry.writer(each)
        edition = writer.write(proceedings, contents, style, Report(), pages=pages)
        pages = pages or edition.pages
        found[f"volume{writer.suffix}"] = edition.data
    return found


def volume() -> Proceedings:
    """The document."""
    whole = every_node()
    people = (
        *whole.people,
        Person(id="p-carla-rossi", name="Carla Rossi", honorific="Dr.", role="Rapporteur", country="Italy"),
        Person(id="p-zhang-wei", name="Zhang Wei", honorific="Prof."),
    )
    session = Group(
        id="session-2",
        kind=GroupKind.SESSION,
        heading=text("Session 2: Rivers"),
        members=(_rossi(), _zhang()),
    )
    return replace(whole, people=people, body=(*whole.body, session))


def _rossi() -> Contribution:
    return Contribution(
        id="carla-rossi",
        kind="talk",
        heading=text("Dr. Carla Rossi, Rapporteur, Italy"),
        title=text("Rivers without Borders"),
        byline=text("Carla Rossi"),
        contributors=("p-carla-rossi",),
        blocks=(
            paragraph(
                "The basin of the great river is shared by nineteen states, and the conference asked what their "
                "different laws have in common, although the offices that apply them rarely meet. Negotiators at the "
                "first congress spoke of a confederation of harbours; the word was new, the practice ancient, and the "
                "merchants understood it at once."
            ),
            *_filler("Of shipping", 0),
            paragraph(
                "Internationalization, institutionalization, industrialization and intergovernmental organizations' "
                "responsibilities notwithstanding, administrative representatives' counterproductive "
                "misunderstandings characterized constitutional interpretations throughout."
            ),
            paragraph(
                "The oldest tolls",
                Note(marker="2", blocks=(paragraph("See the register of 1856, folio twelve, in Galatz."),)),
                " were paid in salt, the later ones in silver; both are listed by the ",
                Link(target="https://example.net/danube", children=text("commission")),
                " and discussed in the ",
                Link(target="#anna-maier", children=text("keynote")),
                " of this volume.",
            ),
        ),
        sections=(
            Section(id="rossi-gauges", heading=text("Gauges"), blocks=(*_gauges(), _tonnage())),
            Section(
                id="rossi-custom",
                heading=text("Customs of the Pilots"),
                blocks=(*_filler("Of custom", 1), paragraph("Nobody pilots a ferry by statute alone.")),
            ),
            Section(
                id="rossi-outlook",
                heading=text("Outlook"),
                blocks=(
                    paragraph("A common gauge would cost less than one flood."),
                    paragraph("Whether it will be built is for parliaments to say."),
                ),
            ),
        ),
    )


def _zhang() -> Contribution:
    return Contribution(
        id="zhang-wei",
        kind="talk",
        heading=text("Prof. Zhang Wei"),
        title=text("Three Gorges Revisited"),
        contributors=("p-zhang-wei",),
        blocks=(
            paragraph(
                "For the institute, 中国水利科学院, the papers were signed by Zhang Wei (张伟), Qian Xuesen (钱学森) "
                "and the librarian Ouyang Xiu (欧阳修), whose catalogue",
                Note(marker="3", blocks=(paragraph("Printed at Wuhan in 1931, with a map."),)),
                " is still in use; its preface bears the words 水利万物 and nothing else.",
            ),
            *_filler("Of dams", 2),
            *_filler("Of silt", 3),
            paragraph(
                "Hydroelectrification, telecommunications, microelectronics and counterintelligence overshadowed "
                "environmental considerations; multidisciplinary commissions' recommendations remained "
                "unacknowledged, notwithstanding parliamentarians' straightforward representations. They are kept at "
                "archives.hydrology.of.the.middle.and.lower.reaches.example.org and at "
                "example.org/?volume=surveys&year=1931&ministry=water&place=wuhan&language=chinese&form=print "
                "for all."
            ),
            paragraph("The final resolution was adopted without a vote."),
        ),
    )


def _filler(opening: str, turn: int) -> tuple[Paragraph, ...]:
    """Running text: no two of its sentences are the same."""
    sentences = [
        f"{opening} we heard this: {subject.format(state)}; that was item {number} of sheet {turn + 1}."
        for number, (subject, state) in enumerate(product(_SUBJECTS, _STATES[turn:] + _STATES[:turn]), start=1)
    ]
    return tuple(paragraph(" ".join(sentences[first : first + 4])) for first in range(0, 16, 4))


def _gauges() -> tuple[Block, ...]:
    inner = ItemList(
        style=MarkerStyle.BULLET,
        items=(
            Item(marker="-", blocks=(paragraph("one above the weir"),)),
            Item(marker="-", blocks=(paragraph("one below the sluice"),)),
        ),
    )
    return (
        paragraph("Every station needs:"),
        ItemList(
            style=MarkerStyle.DECIMAL,
            start=5,
            items=(
                Item(marker="5.", blocks=(paragraph("a staff of oak"),)),
                Item(marker="6.", blocks=(paragraph("two floats, namely"), inner)),
                Item(marker="7.", blocks=(paragraph("a keeper who can read"),)),
            ),
        ),
    )


def _tonnage() -> Table:
    def row(*words: str, header: bool = False) -> Row:
        return Row(cells=tuple(Cell(children=text(word), header=header) for word in words))

    return Table(
        caption=text("Table 2. Tonnage of the ports."),
        head=(row("Port", "Spring", "Autumn", header=True),),
        rows=(row("Ruse", "411", "422"), row("Vidin", "533", "544"), row("Lom", "655", "666")),
    )
