"""What stands on the title page and in the imprint, and in which order."""

from dataclasses import replace

from procpub import __version__
from procpub.model.metadata import Date, Identifier, Licence, Meeting, Metadata, Provenance, Source
from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import Kind, Statement, imprint_of, title_page_of
from tests.documents import every_node

MAY = Date(text="May 2021", when="2021-05")


def said(statements: tuple[Statement, ...]) -> list[list[str]]:
    return [[line.text for line in statement.lines] for statement in statements]


def test_the_meeting_has_its_own_place_and_date_and_the_volume_what_differs() -> None:
    assert said(title_page_of(every_node().metadata)) == [
        ["Every Node & More"],
        ["每个节点"],
        ["Proceedings of a <Test>"],
        ["Meeting on Tests", "Vienna, 4–5 May 2021"],
        ["Edited by Eva Editor"],
        ["May 2021"],
        ["国际研究院", "International Institute"],
    ]


def test_nothing_is_said_twice_on_the_title_page() -> None:
    meeting = Meeting(names=(LocalText(text="Meeting"),), date=MAY, place="Vienna")
    metadata = Metadata(titles=(LocalText(text="Book"),), meeting=meeting, date=MAY, place="Vienna")
    assert said(title_page_of(metadata)) == [["Book"], ["Meeting", "Vienna, May 2021"]]


def test_a_book_about_which_nothing_is_known_has_a_title_and_no_imprint() -> None:
    assert said(title_page_of(Metadata(languages=("de-AT",)))) == [["Ohne Titel"]]
    assert imprint_of(Proceedings()) == ()


def test_the_imprint_says_who_published_where_and_when_and_under_which_terms() -> None:
    assert said(imprint_of(every_node())) == [
        ["Every Node & More"],
        ["Test Press"],
        ["Vienna, May 2021"],
        ["ISBN 978-3-16-148410-0"],
        ["CC BY 4.0"],
        ["https://creativecommons.org/licenses/by/4.0/"],
        ["A volume that holds one of everything."],
        ["Keywords: tests, nodes"],
    ]


def test_title_place_and_date_alone_need_no_imprint() -> None:
    metadata = Metadata(titles=(LocalText(text="Book"),), date=MAY, place="Vienna")
    assert imprint_of(Proceedings(metadata=metadata)) == ()
    publisher = Organisation(names=(LocalText(text="Press"),))
    published = Proceedings(metadata=replace(metadata, publishers=(publisher,)))
    assert said(imprint_of(published)) == [["Book"], ["Press"], ["Vienna, May 2021"]]


def test_identifiers_and_the_licence_lead_where_they_can_be_resolved() -> None:
    metadata = Metadata(
        identifiers=(Identifier(scheme="doi", value="10.1000/1"), Identifier(scheme="isbn", value="978-3-16-148410-0")),
        licence=Licence(text="Free", url="https://example.org/free"),
    )
    targets = [statement.target for statement in imprint_of(Proceedings(metadata=metadata))]
    assert targets == ["https://doi.org/10.1000/1", "", "", "https://example.org/free"]


def test_the_imprint_says_what_made_the_edition_of_what_in_the_volumes_language() -> None:
    source = Source(name="{0} %s.txt", encoding="utf-8", sha256="0123456789abcdef" * 4, lines=3)
    produced = Proceedings(provenance=Provenance(source=source))
    assert said(imprint_of(produced)) == [
        [f"This edition was made by procpub {__version__} from {{0}} %s.txt (SHA-256 0123456789abcdef\u00a0…)."]
    ]
    german = replace(produced, metadata=Metadata(languages=("de-AT",)))
    assert said(imprint_of(german))[0][0].startswith(f"Diese Ausgabe hat procpub {__version__} aus {{0}} %s.txt ")


def test_names_with_braces_are_names() -> None:
    statement = title_page_of(Metadata(editors=("{0}", "Li {"), languages=("zh",)))[1]
    assert (statement.kind, statement.lines[0].text) == (Kind.EDITORS, "{0}, Li { 编")
