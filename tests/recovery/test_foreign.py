"""Phrases in other scripts and languages: what is one, which language it is in, and where it is marked."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procpub.diagnostics import Code, Report, Span
from procpub.model.check import check
from procpub.model.metadata import Metadata
from procpub.model.nodes import (
    Blocks,
    Cell,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Item,
    ItemList,
    MarkerStyle,
    Note,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Proceedings
from procpub.model.walk import inlines_within, lines, nested, plain_text
from procpub.recovery.foreign import mark_foreign
from procpub.recovery.phrases import language_of_phrase, phrases_by_script, tongues

PATIENT = "Il faut que nous ayons une politique pour la paix, et que les peuples en soient les auteurs."


def text(words: str) -> Inlines:
    return (Text(text=words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(children=text(words), span=Span(7, 7))


def document(blocks: Blocks, heading: str = "Speech", *, main: str = "en", name: str = "A. Lee") -> Proceedings:
    speech = Contribution(id="c", kind="speech", heading=text(heading), contributors=("p-a",), blocks=blocks)
    people = (Person(id="p-a", name=name),)
    return Proceedings(metadata=Metadata(languages=(main,)), people=people, body=(speech,))


def marked(proceedings: Proceedings) -> list[tuple[str, str]]:
    """The language and text of every marked phrase in the blocks."""
    (speech,) = proceedings.body
    assert isinstance(speech, Contribution)
    found: list[Inline] = []
    for block in speech.blocks:
        for inner in nested(block):
            for inlines in lines(inner):
                found += inlines_within(inlines)
    return [(node.language, plain_text(node.children)) for node in found if isinstance(node, Foreign)]


@pytest.mark.parametrize(
    ("main", "words", "phrases"),
    [
        ("en", "He met 王毅 at the 外交部 (2020).", [("zh", "王毅"), ("zh", "外交部")]),
        ("en", "the paper 「会議の記録」 of 1950", [("ja", "「会議の記録」")]),
        ("en", "the word 한국 and 평화 통일", [("ko", "한국"), ("ko", "평화 통일")]),
        ("en", "the journal Вопросы истории, новый выпуск", [("ru", "Вопросы истории, новый выпуск")]),
        ("de", "die Stadt Київ", [("uk", "Київ")]),
        ("en", "in Москва alone", [("und-Cyrl", "Москва")]),
        ("en", "his λόγος ends", [("el", "λόγος")]),
        ("en", "his ἀρχή ends", [("grc", "ἀρχή")]),
        ("en", "the newspaper الأهرام of Cairo", [("ar", "الأهرام")]),
        ("en", "the word हिन्दी में", [("hi", "हिन्दी में")]),
        ("ja", "東京で会議が開かれた。", []),
        ("zh", "会议在北京召开，他说「ありがとう」。", [("ja", "ありがとう")]),
        ("ru", "город Київ и вся Україна", []),
    ],
)
def test_phrases_in_another_script_are_marked(main: str, words: str, phrases: list[tuple[str, str]]) -> None:
    report = Report()
    changed = mark_foreign(document((paragraph(words),), main=main), report)
    assert marked(changed) == phrases
    assert [(d.code, d.span) for d in report] == [(Code.FOREIGN, Span(7, 7))] * len(phrases)


@pytest.mark.parametrize(
    "words",
    ["an α-particle and Δx of 3 μm", "the C\u043euncil met", "π = 3.14, βγ", "a naïve café", "Ω", "the letter Я"],
)
def test_symbols_and_misread_letters_are_no_words_of_a_language(words: str) -> None:
    before = document((paragraph(words),))
    assert mark_foreign(before, Report()) is before


def test_one_phrase_tells_the_language_of_another_in_its_script() -> None:
    words = "Київ and Львів, the cities; Одеса і Харків"
    assert [phrase.language for phrase in phrases_by_script(words, "en", tongues(words))] == ["uk", "uk", "uk"]
    words = "会議 and 東京の大学です"
    assert [phrase.language for phrase in phrases_by_script(words, "en", tongues(words))] == ["ja", "ja"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (PATIENT, "fr"),
        ("Das ist nicht die Art, wie wir mit den Leuten umgehen.", "de"),
        ("la paz no es la ausencia de los conflictos", "es"),
        ("In der Stadt und auf dem Land", "de"),
        ("We die an hour early, Des said", None),
        ("Ministerio de Asuntos Exteriores", None),
        ("De la démocratie en Amérique", None),
        ("a coup d'état and a fait accompli", None),
        ("Lorem ipsum dolor sit amet", None),
        ("", None),
    ],
)
def test_function_words_tell_the_language_of_a_phrase_or_nothing_does(words: str, language: str | None) -> None:
    phrase = language_of_phrase(words, "en")
    assert (phrase.language if phrase else None) == language


def test_no_language_is_told_beside_a_main_one_whose_words_are_not_known() -> None:
    assert language_of_phrase(PATIENT, "la") is None


def test_quoted_phrases_and_paragraphs_in_another_language_are_marked() -> None:
    quoted = f"He said: “{PATIENT}” Nobody answered “not a word of it”."
    italics = Paragraph(children=(Text(text="He said: "), Emphasis(children=text("je ne sais pas, dans une heure"))))
    changed = mark_foreign(document((paragraph(quoted), italics, paragraph(PATIENT))), Report())
    assert marked(changed) == [("fr", PATIENT), ("fr", "je ne sais pas, dans une heure"), ("fr", PATIENT)]


def test_paragraphs_in_a_row_in_another_language_are_reported_once() -> None:
    report = Report()
    mark_foreign(document((paragraph(PATIENT), paragraph(PATIENT), paragraph("“外交部”"))), report)
    assert [d.message.partition("”")[2] for d in report] == [
        " is taken to be in “fr”",
        "” is taken to be in “zh”",
    ]


def test_phrases_are_marked_in_every_block_and_at_every_depth() -> None:
    words = paragraph("the 外交部 says")
    note = Note(blocks=(words,))
    blocks: Blocks = (
        ItemList(style=MarkerStyle.BULLET, items=(Item(blocks=(words,)),)),
        Quote(blocks=(words,)),
        Verse(lines=(text("the 外交部"), text("no more"))),
        Table(caption=text("of the 外交部"), rows=(Row(cells=(Cell(children=text("外交部")),)),)),
        Turn(label=text("Mr. 王:"), blocks=(words,)),
        Paragraph(children=(Strong(children=(Emphasis(children=text("in 外交部 only")),)), note)),
    )
    before = document(blocks, heading="Speech of 王毅")
    changed = mark_foreign(before, Report())
    assert [words for _, words in marked(changed)].count("外交部") == 8
    assert ("zh", "王") in marked(changed)
    assert check(changed) == ()
    (speech,) = changed.body
    assert speech.heading == (Text(text="Speech of "), Foreign(language="zh", children=text("王毅")))
    assert mark_foreign(changed, Report()) is changed


def test_a_heading_whose_name_is_in_two_scripts_is_left_whole() -> None:
    before = document((), heading="Speech of Wang Yi 王毅", name="Wang Yi 王毅")
    assert mark_foreign(before, Report()) is before


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(["外交部 ", "かな", "word ", "“", "” ", "λόγος ", "Москва ", "α", "(", ") ", "。", PATIENT])
    )
)
def test_no_character_is_lost_and_nothing_is_left_to_do(pieces: list[str]) -> None:
    words = "".join(pieces) or "x"
    changed = mark_foreign(document((paragraph(words),)), Report())
    (speech,) = changed.body
    assert isinstance(speech, Contribution)
    (block,) = speech.blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == words
    assert check(changed) == ()
    assert not any(isinstance(a, Text) and isinstance(b, Text) for a, b in pairwise(block.children))
    assert mark_foreign(changed, Report()) is changed
