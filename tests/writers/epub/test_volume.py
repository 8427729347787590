"""Which piece is in which file."""

from dataclasses import replace

from procpub.model.metadata import Metadata, Provenance, Source
from procpub.model.nodes import Note
from procpub.model.proceedings import Contribution, Proceedings, Section
from procpub.writers.epub.volume import LONGEST
from tests.documents import every_node, paragraph, text
from tests.writers.epub.book import Book, assert_links_resolve, said

NOTE = Note(blocks=(paragraph("n"),))


def long_talk() -> Proceedings:
    words = "word " * (LONGEST // 5 // 3)
    sections = tuple(
        Section(
            id=f"s-{number}",
            heading=text(f"Section {number}"),
            blocks=(paragraph(words, Note(blocks=(paragraph("n"),))),),
        )
        for number in range(7)
    )
    return Proceedings(body=(Contribution(id="c", kind="speech", heading=text("A long talk"), sections=sections),))


def test_a_piece_that_is_too_long_goes_on_in_further_files_from_section_to_section() -> None:
    book = Book(long_talk(), depth=2)
    files = book.spine[3:]
    assert files == ["c.xhtml", "c_2.xhtml", "c_3.xhtml"]
    shown = [[said(heading) for heading in book.find("//x:h1 | //x:h2", name)] for name in files]
    assert shown == [
        ["A long talk", "Section 0", "Section 1", "Section 2"],
        ["Section 3", "Section 4", "Section 5"],
        ["Section 6"],
    ]
    assert_links_resolve(book)
    assert [part.get("aria-label") for part in book.find("//x:body/x:section", "c_2.xhtml")] == ["A long talk"]


def test_its_notes_are_numbered_through_all_its_files() -> None:
    book = Book(long_talk())
    marks = [said(mark) for name in ("c.xhtml", "c_2.xhtml", "c_3.xhtml") for mark in book.find("//x:a/x:sup", name)]
    assert marks == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_book_ends_with_how_it_was_made_if_that_is_known() -> None:
    source = Source(name="minutes.txt", encoding="utf-8", sha256="0" * 64, lines=9)
    document = replace(every_node(), provenance=Provenance(source=source))
    assert Book(document).spine[-1] == "colophon_page.xhtml"
    assert "minutes.txt" in said(Book(document).xhtml["colophon_page.xhtml"])
    assert "minutes.txt" not in said(Book(document).xhtml["imprint_page.xhtml"])
    assert "colophon_page.xhtml" not in Book(every_node()).spine
    unknown = replace(document, metadata=replace(Metadata(), titles=document.metadata.titles))
    assert "imprint_page.xhtml" not in Book(unknown).spine, "it would say no more than the title page"
