"""Pairs of emphasis marks are those of CommonMark, as markdown-it finds them."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from procpub.recovery.delimiters import pairs

COMMONMARK = MarkdownIt("zero").enable("emphasis")

TEXTS = st.lists(
    st.sampled_from(["*", "**", "***", "_", "__", "a", "b", " ", ".", '"', "“", "中", "€", "\u00a0"]), max_size=16
)


def marked(text: str) -> str:
    """The text with tags in the place of marks that are a pair."""
    at = {}
    for pair in pairs(text):
        at[pair.begin] = pair.width, f"<{pair.width}>"
        at[pair.end - pair.width] = pair.width, f"</{pair.width}>"
    out, place = "", 0
    for begin, (width, tag) in sorted(at.items()):
        out += text[place:begin] + tag
        place = begin + width
    return out + text[place:]


def marked_by_markdown_it(text: str) -> str:
    """The same by the library."""
    out = ""
    for token in COMMONMARK.parseInline(text)[0].children or ():
        width = 2 if token.tag == "strong" else 1
        out += {1: f"<{width}>", 0: token.content, -1: f"</{width}>"}[token.nesting]
    return out


@given(TEXTS.map("".join))
@example("***a** b*")
@example("*a **b*c**")
@example("a_b_c __d__")
def test_they_are_those_that_markdown_it_finds(text: str) -> None:
    assert marked(text) == marked_by_markdown_it(text)


def test_thousands_of_marks_take_no_time_to_speak_of() -> None:
    assert pairs("a* _b " * 20_000) == []
