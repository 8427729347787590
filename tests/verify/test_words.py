"""Text in one form: what counts as the same words."""

import pytest

from procpub.verify.witness import LINE_END
from procpub.verify.words import alone, one_line, visible, words


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("eﬃcient ﬁrst", "efficient first", id="ligatures that have characters of their own"),
        pytest.param("inter\u00adnational", "international", id="soft hyphens"),
        pytest.param("cafe\u0301", "café", id="combined characters"),
        pytest.param("a\u00a0b\n\tc\u3000d", "a b c d", id="white space of any kind"),
        pytest.param("\u200fשלום\u200e", "שלום", id="marks of direction"),
    ],
)
def test_what_is_not_a_matter_of_words_is_the_same(text: str, same: str) -> None:
    assert words(text) == words(same)
    assert one_line(text) == one_line(same)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("terrorism,", "terrorism", id="punctuation"),
        pytest.param("co-operate", "cooperate", id="hyphens"),
        pytest.param("Minister", "minister", id="capitals"),
        pytest.param("two words", "twowords", id="a space between words"),
        pytest.param("½", "1/2", id="characters that are only compatible"),
    ],
)
def test_everything_else_is_a_difference(text: str, other: str) -> None:
    assert words(text) != words(other)


def test_chinese_characters_are_words_of_their_own_and_white_space_between_them_does_not_count() -> None:
    assert words("国际 问题 institute 研究院") == ["国", "际", "问", "题", "institute", "研", "究", "院"]


def test_places_are_counted_by_characters_that_are_seen() -> None:
    assert visible("a b\u00adc\u200b d") == "abcd"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("one", "two"), "one two"),
        (("inter\u00ad", "national"), "inter\u00adnational"),
        (("counter-", "terrorism"), "counter-terrorism"),
        (("https://example.org/", "path"), "https://example.org/path"),
        (("国际", "问题"), "国际问题"),
        (("ends here.", "New"), "ends here. New"),
    ],
)
def test_alone_a_line_of_a_pdf_ends_a_word_unless_something_there_says_otherwise(
    lines: tuple[str, str], text: str
) -> None:
    assert alone(LINE_END.join(lines)) == text
