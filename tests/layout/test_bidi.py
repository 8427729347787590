"""Text that runs from right to left stands in the right order."""

from procpub.diagnostics import Report
from procpub.layout.bidi import is_mixed, levelled, visual
from procpub.layout.boxes import Line, Piece
from procpub.layout.fallback import Fonts
from procpub.layout.paragraphs import Frame, set_paragraph
from procpub.layout.text import Setting
from procpub.style import load_style

STYLE = load_style("default")
SETTING = Setting(STYLE, Fonts(STYLE), Report(), lambda *_: ())


def pieces(text: str) -> list[Piece]:
    return SETTING.words(text, STYLE.role("body"))


def drawn(text: str) -> list[str]:
    """The pieces of a line from left to right, without its spaces."""
    return [piece.text for piece in visual(levelled(pieces(text))[0]) if piece.text]


def test_only_text_with_right_to_left_letters_takes_the_long_way() -> None:
    assert not is_mixed(pieces("Latin, Ελληνικά, Кириллица, 中国"))
    assert is_mixed(pieces("a שלום"))


def test_hebrew_words_in_an_english_sentence_stand_in_reverse_order() -> None:
    assert drawn("the words שלום עולם here") == ["the", "words", "עולם", "שלום", "here"]


def test_numbers_in_a_hebrew_sentence_stay_as_they_are() -> None:
    assert drawn("שנת 1948 היא") == ["היא", "1948", "שנת"]


def test_the_first_letter_decides_how_a_paragraph_runs() -> None:
    assert levelled(pieces("שלום to all"))[1]
    assert not levelled(pieces("All of שלום"))[1]


def test_a_bracket_beside_a_hebrew_word_is_a_piece_of_its_own() -> None:
    assert drawn("see (שלום) there") == ["see", "(", "שלום", ")", "there"]


def test_brackets_around_hebrew_and_a_number_stand_around_both() -> None:
    assert drawn("see שלום (עולם 12) there") == ["see", ")", "12", "עולם", "(", "שלום", "there"]


def test_glyphs_come_in_the_order_that_they_are_drawn_in() -> None:
    (word,) = [piece for piece in levelled(pieces("a שלום"))[0] if piece.level == 1]
    assert list(word.shape.clusters) == sorted(word.shape.clusters, reverse=True)


def test_a_right_to_left_paragraph_ends_at_the_right_margin() -> None:
    boxes = set_paragraph(pieces("שלום עולם"), STYLE.role("body"), Frame(0.0, 300.0), Report(), element=None)
    (line,) = [mark for box in boxes for mark in box.marks if isinstance(mark, Line)]
    assert line.x + line.width > 299.0 - STYLE.role("body").first


def test_no_letter_is_lost() -> None:
    text = "Mixed שלום (עולם) 12, and السلام عليكم."
    assert sorted("".join(drawn(text))) == sorted(text.replace(" ", ""))
