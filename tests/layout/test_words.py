"""Words are worked out once, with their spaces, hyphens and breaks."""

import pytest

from procpub.diagnostics import Report
from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.fallback import Fonts
from procpub.layout.structure import Element, Kind
from procpub.layout.text import Setting
from procpub.layout.words import SOFT_HYPHEN, TextStyle
from procpub.model.nodes import Emphasis, Foreign, Inlines, LineBreak, Link, Note, Superscript, Text
from procpub.style import load_style

STYLE = load_style("default")
BODY = STYLE.role("body")


@pytest.fixture
def setting() -> Setting:
    return Setting(STYLE, Fonts(STYLE), Report(), lambda *_: (), language="en")


@pytest.fixture
def style(setting: Setting) -> TextStyle:
    return setting.text_style(setting.format(BODY))


def set_inlines(setting: Setting, *inlines: object) -> list[Piece]:
    given: Inlines = tuple(Text(text=each) if isinstance(each, str) else each for each in inlines)  # type: ignore[misc]
    return setting.inlines(given, BODY, None, Element(Kind.PARAGRAPH))


def shown(pieces: list[Piece]) -> str:
    return "".join(piece.text + (" " if piece.space else "") for piece in pieces)


def test_equal_words_of_one_style_are_one_piece(setting: Setting) -> None:
    first, second = setting.words("word word here", BODY)[:2]
    assert first is second


def test_white_space_is_one_space_between_words_and_none_at_the_ends(setting: Setting) -> None:
    assert shown(setting.words("  a \t b\n", BODY)) == "a b"


def test_a_space_between_two_formats_is_kept(setting: Setting) -> None:
    assert shown(set_inlines(setting, "one", Emphasis(children=(Text(text=" two "),)), "three")) == "one two three"


def test_no_space_comes_between_formats_that_touch(setting: Setting) -> None:
    assert shown(set_inlines(setting, "21", Superscript(children=(Text(text="st"),)), ".")) == "21st."


def test_an_invisible_character_does_not_swallow_the_space_after_it(setting: Setting) -> None:
    assert shown(set_inlines(setting, "a", "\u200b b")) == "a b"


def test_a_line_break_takes_the_place_of_a_space(setting: Setting) -> None:
    pieces = set_inlines(setting, "one ", LineBreak(), " two")
    assert [piece.after for piece in pieces] == [After.JOIN, After.FORCED, After.JOIN]


def test_a_divided_word_is_read_back_whole(style: TextStyle) -> None:
    (word,) = style["proceedings"]
    assert word.divisions
    head, tail = word.divisions.parts(word, 0)
    assert (head.text, tail.text) == (f"pro{SOFT_HYPHEN}", "ceedings")
    assert head.shape.glyphs[-1] == head.look.font.glyph("\u2010")
    assert head.source + tail.source == len("proceedings")


def test_parts_are_as_wide_as_was_thought(style: TextStyle) -> None:
    (word,) = style["proceedings"]
    assert word.divisions
    for number, (reach, left) in enumerate(zip(word.divisions.reaches, word.divisions.lefts, strict=True)):
        head, tail = word.divisions.parts(word, number)
        assert head.width - head.hang_right == pytest.approx(reach, abs=0.5)
        assert word.width - tail.width == pytest.approx(left, abs=0.5)


def test_a_word_is_not_divided_in_another_language_than_its_own(setting: Setting) -> None:
    pieces = set_inlines(setting, Foreign(language="zh", children=(Text(text="proceedings"),)))
    assert pieces[0].divisions
    assert not pieces[0].divisions.reaches


def test_links_notes_and_foreign_phrases_are_elements_inside_their_paragraph(setting: Setting) -> None:
    pieces = set_inlines(
        setting,
        Link(target="https://example.org", children=(Text(text="out"),)),
        Link(target="#piece", children=(Text(text="in"),)),
        Foreign(language="de", children=(Text(text="Wort"),)),
        Note(blocks=()),
    )
    elements = [piece.look.element for piece in pieces]
    kinds = [(element.kind, element.target, element.language) for element in elements if element]
    assert kinds == [
        (Kind.LINK, "https://example.org", ""),
        (Kind.REFERENCE, "#piece", ""),
        (Kind.SPAN, "", "de"),
        (Kind.REFERENCE, "#note:1", ""),
    ]


def test_notes_are_numbered_anew_in_each_piece_and_through_the_book(setting: Setting) -> None:
    note = Note(blocks=())
    first = set_inlines(setting, "a", note, note)
    second = set_inlines(setting.afresh(), "b", note)
    assert [(piece.text, piece.call) for piece in (*first, *second) if piece.call] == [("1", 1), ("2", 2), ("1", 3)]


def test_pieces_stand_for_the_characters_of_the_document(setting: Setting) -> None:
    text = "Plain, pro\u00adceed\u00adings 10\u00a0000 and \U0001f984 \u200bZ中国"
    counted = sum(not character.isspace() and character not in "\u00ad\u200b" for character in text)
    assert sum(piece.source for piece in setting.words(text, BODY)) == counted
