"""Fonts for phrases in other scripts than the volume's."""

from dataclasses import replace

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations

from procpub.model.metadata import Metadata
from procpub.model.nodes import Foreign, Note
from tests.documents import paragraph, text
from tests.writers.epub.book import Book, speech

CHINESE = Foreign(language="zh", children=text("国际"))


def fonts(book: Book) -> dict[str, set[int]]:
    return {
        name.rpartition("/")[2]: set(hb.Face(data).unicodes) for name, data in book.files.items() if "/fonts/" in name
    }


def test_a_chinese_phrase_brings_a_font_with_its_characters_and_no_others() -> None:
    book = Book(speech(CHINESE))
    assert fonts(book) == {"NotoSerifSC-Regular.ttf": {ord("国"), ord("际")}}
    assert ':lang(zh) { font-family: "Noto Serif SC", serif; }' in book.css()
    assert "fonts/NotoSerifSC-Regular.ttf" in book.texts("opf:manifest/opf:item[@media-type='font/ttf']/@href")


def test_so_does_one_in_a_note() -> None:
    assert fonts(Book(speech(Note(blocks=(paragraph(CHINESE),)))))


def test_the_text_itself_is_left_to_the_readers_own_font() -> None:
    assert not fonts(Book(speech(Foreign(language="de", children=text("Grüße")))))
    chinese = replace(speech((paragraph("国际"),)), metadata=Metadata(languages=("zh",)))
    assert not fonts(Book(chinese))
    assert "font-family" not in Book(chinese).css()
