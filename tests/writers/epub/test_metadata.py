"""What the package document says of the edition."""

from dataclasses import replace
from pathlib import Path

import pytest

from procpub.model.metadata import Metadata, Provenance, Source
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Proceedings
from tests.documents import every_node, text
from tests.writers.epub.book import Book

METADATA = "opf:metadata"


def refined(book: Book, element: str, prop: str) -> dict[str, list[str]]:
    """What refines the elements of a kind, by their text."""
    found = {}
    for identifier, words in zip(
        book.texts(f"{METADATA}/dc:{element}/@id"), book.texts(f"{METADATA}/dc:{element}/text()"), strict=True
    ):
        path = f"{METADATA}/opf:meta[@refines='#{identifier}'][@property='{prop}']/text()"
        found[words] = book.texts(path)
    return found


def test_titles_people_and_bodies_are_described() -> None:
    book = Book(every_node())
    assert book.texts(f"{METADATA}/dc:title/text()") == ["Every Node & More", "每个节点", "Proceedings of a <Test>"]
    assert book.texts(f"{METADATA}/opf:meta[@property='title-type']/text()") == ["main", "subtitle"]
    assert book.texts(f"{METADATA}/opf:meta[@property='alternate-script']/text()") == ["国际研究院"]
    assert book.texts(f"{METADATA}/dc:identifier/text()") == ["urn:isbn:9783161484100"]


def test_everybody_has_a_role_and_the_name_that_catalogues_sort_by() -> None:
    book = Book(every_node())
    assert refined(book, "creator", "role") == {"Anna Maier": ["spk"], "Bo Li": ["spk"]}
    assert refined(book, "contributor", "role") == {"Eva Editor": ["edt"], "International Institute": ["orm"]}
    assert refined(book, "creator", "file-as") == {"Anna Maier": ["Maier, Anna"], "Bo Li": ["Li, Bo"]}
    assert refined(book, "contributor", "file-as")["International Institute"] == []


def test_who_writes_papers_is_an_author_and_who_speaks_too_is_both() -> None:
    people = (Person(id="p-a", name="Ann Hill"), Person(id="p-b", name="Plato"))
    pieces = tuple(
        Contribution(id=f"c-{number}", kind=kind, heading=text(f"Piece {number}"), contributors=who)
        for number, (kind, who) in enumerate((("paper", ("p-a", "p-b")), ("speech", ("p-a",))))
    )
    book = Book(Proceedings(people=people, body=pieces))
    assert refined(book, "creator", "role") == {"Ann Hill": ["aut", "spk"], "Plato": ["aut"]}
    assert refined(book, "creator", "file-as")["Plato"] == []


@pytest.mark.parametrize("document", [every_node(), Proceedings()])
def test_it_claims_the_accessibility_that_every_edition_has(document: Proceedings) -> None:
    claims = Book(document).texts(f"{METADATA}/opf:meta[@property='dcterms:conformsTo']/text()")
    assert claims == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]


def test_it_does_not_claim_that_of_colours_too_faint_to_read(tmp_path: Path) -> None:
    faint = tmp_path / "faint.toml"
    faint.write_text('extends = "default"\n[roles.byline]\ncolour = "#cccccc"\n', "utf-8")
    assert Book(every_node(), style=str(faint)).texts(f"{METADATA}/opf:meta[@property='dcterms:conformsTo']") == []


def test_two_volumes_of_one_title_have_identifiers_of_their_own_whatever_their_contents_show() -> None:
    def unique(name: str, depth: int = 1) -> str:
        source = Source(name=name, encoding="utf-8", sha256="0" * 64, lines=1)
        document = replace(every_node(), provenance=Provenance(source=source))
        document = replace(document, metadata=replace(document.metadata, identifiers=()))
        return Book(document, depth=depth).texts(f"{METADATA}/dc:identifier/text()")[0]

    assert unique("day-1.txt") != unique("day-2.txt")
    assert unique("day-1.txt", depth=1) == unique("day-1.txt", depth=3)


def test_what_is_blank_or_said_twice_is_not_said() -> None:
    metadata = Metadata(description=" ", subjects=("", " "), editors=(" ",), languages=("en", "en", "de"))
    book = Book(Proceedings(metadata=metadata))
    said = {name: book.texts(f"{METADATA}/dc:{name}/text()") for name in ("description", "subject", "contributor")}
    assert said == {"description": [], "subject": [], "contributor": []}
    assert book.texts(f"{METADATA}/dc:language/text()") == ["en", "de"]


def test_who_claims_conformance_is_named() -> None:
    path = f"{METADATA}/opf:meta[@property='a11y:certifiedBy'][@refines='#conformance']/text()"
    assert Book(every_node()).texts(path)[0].startswith("procpub ")
