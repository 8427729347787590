"""Text as it is read back: the source's characters, whatever glyphs they are drawn with."""

import re
from dataclasses import replace

import pytest

from procpub.layout.boxes import Pages
from procpub.layout.breaking import After
from tests.writers.pdf.books import CHINESE, HEBREW, ITALIC, THAI, one_line, operators, piece, read, text, written


def fonts(made: Pages) -> dict[str, str]:
    """The maps to Unicode of the fonts on the first page."""
    found = read(made).pages[0]["/Resources"]["/Font"]  # type: ignore[index]  # pypdf's types stop at the page
    return {name: font.get_object()["/ToUnicode"].get_data().decode() for name, font in found.items()}


def codes(made: Pages) -> set[str]:
    """What the codes of all fonts read as, in hexadecimal."""
    return {match for cmap in fonts(made).values() for match in re.findall(r"^<..> <(.+)>$", cmap, re.MULTILINE)}


def test_words_are_read_back() -> None:
    assert (
        text(one_line("Ladies and Gentlemen, (welcome) to \\Vienna!")) == "Ladies and Gentlemen, (welcome) to \\Vienna!"
    )


def test_ligatures_are_read_back_letter_by_letter() -> None:
    made = one_line("office")
    assert len(made.pages[0].content[0].box.marks[0].pieces[0].shape.glyphs) < 6  # type: ignore[union-attr]
    assert text(made) == "office"


def test_letters_are_kerned() -> None:
    assert re.search(r"\[\(A\)\d+\(V\)\d+\(A", operators(one_line("AVA")))


def test_a_hyphen_that_divides_a_word_reads_as_a_soft_one_and_another_does_not() -> None:
    divided = piece("divi\u00ad", After.JOIN, drawn="divi-")
    made = one_line("well-known", divided)
    assert text(made) == "well-known divi\u00ad"
    assert {"002D", "00AD"} <= codes(made)


def test_letters_beyond_the_basic_plane_are_written_in_utf_16() -> None:
    made = one_line("\U00010783")
    assert "D801DF83" in codes(made)
    assert text(made) == "\U00010783"


def test_no_code_is_0_and_none_reads_as_what_is_no_character() -> None:
    made = one_line("a\ufeffb c\u0000")
    cmaps = fonts(made).values()
    assert not any("<00> <" in cmap.partition("beginbfchar")[2] for cmap in cmaps)
    assert not codes(made) & {"", "0000", "FEFF", "FFFE"}


def test_a_font_of_many_glyphs_becomes_several_and_all_are_read_back() -> None:
    ideographs = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))
    made = one_line(piece(ideographs, font=CHINESE))
    assert len(fonts(made)) > 2
    assert text(made) == ideographs


def test_words_in_several_fonts_stand_in_one_line() -> None:
    assert text(one_line("plain", piece("italic", font=ITALIC), piece("中国", font=CHINESE))) == "plain italic 中国"


def test_spaces_are_widened_by_the_word_spacing() -> None:
    assert "1.234 Tw" in operators(one_line("a b", word_space=1.2341))


def test_a_no_break_space_is_widened_like_others_but_reads_as_what_it_is() -> None:
    drawn = operators(one_line(piece("a\u00a0b"), word_space=1.0))
    assert "/Span<</ActualText<FEFF00A0>>>BDC[( )]TJ EMC" in drawn.replace("\n", "")


def test_gaps_between_ideographs_take_their_share_of_what_spaces_do() -> None:
    pieces = (piece("中", After.BREAK, font=CHINESE, gap=0.25), piece("国", font=CHINESE))
    assert re.search(r"\(.\)-50\(. \)", operators(one_line(*pieces, word_space=2.0)))
    assert re.search(r"\(.. \)", operators(one_line(*pieces)))


def test_lines_may_be_expanded() -> None:
    assert "1.015 0 0 1 50.00" in operators(one_line("a b", expansion=1.015))


def test_a_space_of_another_width_than_the_font_has_is_as_wide_as_the_layout_says() -> None:
    narrow = piece("a")
    narrow.space -= 0.5
    assert "[(a )50(b )]TJ" in operators(one_line(narrow, "b"))


def test_a_character_of_more_than_one_glyph_says_what_it_is() -> None:
    made = one_line(piece("น้ำ", font=THAI))
    assert f"/ActualText<FEFF{'น้ำ'.encode('utf-16-be').hex().upper()}>" in operators(made)


def test_marks_that_are_moved_up_say_with_their_letter_what_they_are() -> None:
    marked = piece("x\u0331")
    marked.shape = marked.shape._replace(offsets=((0.0, 0.0), (-30.0, 120.0)))
    drawn = operators(one_line(marked)).replace("\n", "")
    assert re.search(
        r"/ActualText<FEFF00780331>>>BDC\[\(x\)30\(\)\]TJ 1.2 Ts\[\(.\)\]TJ 0 Ts\[\(\)-30\(\)\]TJ EMC", drawn
    )


def test_private_characters_say_what_they_are() -> None:
    private = piece("\ue000", drawn="*")
    assert "/ActualText<FEFFE000>" in operators(one_line(private))


def test_text_from_right_to_left_is_read_back() -> None:
    assert text(one_line(piece("שלום", font=HEBREW, right_to_left=True))) == "שלום"


@pytest.mark.parametrize("words", ["office", "naïve café", "divided words stay whole", "中国"])
def test_other_programs_find_the_words(words: str) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    font = CHINESE if words == "中国" else None
    made = one_line(piece(words, font=CHINESE) if font else words)
    page = pdfium.PdfDocument(written(made))[0].get_textpage()
    assert page.search(words).get_next() is not None


def test_glyphs_that_are_not_drawn_are_not_embedded() -> None:
    few, more = written(one_line("a")), written(one_line("abcdefghijklmnopqrstuvwxyz"))
    assert len(few) < len(more) < 30_000


def test_colours_and_sizes_and_rises_are_those_of_the_look() -> None:
    drawn = operators(one_line("a", piece("1", size=7.0, rise=3.5, colour="#ff0080"), "b"))
    assert "/F1 7 Tf\n3.5 Ts\n1 0 0.502 rg" in drawn
    assert "/F1 10 Tf\n0 Ts\n0 0 0 rg" in drawn


def test_a_line_without_glyphs_is_nothing() -> None:
    empty = replace(piece("\u200b", After.JOIN))
    assert text(one_line(empty)) == ""
