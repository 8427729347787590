"""Whatever the lines are, every letter of them is in the document."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from procpub.diagnostics import Report
from procpub.model.check import check
from procpub.model.dump import dump
from procpub.recovery.pipeline import passes, recover
from procpub.recovery.source_lines import source_lines
from procpub.recovery.words import words_of
from tests.recovery.cases import source_text

lines = st.lists(
    st.sampled_from([
        "",
        "",
        "Speech of Bo Lee, Analyst, Norway",
        "REMARKS BY MRS. HILL.",
        "Remarks by P. Hill",
        "Remarks by Hill",
        "Speech of Bo Lee, Analyst, Norway ..... 12",
        "Contents",
        "A Table\t120",
        "* * *",
        "2*3*4 = 24",
        "M. Hill spoke of Mr. Lee.",
        "Ladies and gentlemen,",
        "Thank you.",
        "1. first",
        "- a. inner",
        "ii) numeral",
        "• bullet",
        "A Heading in Title Case",
        "A long paragraph of running text that fills its line and goes on over the page break of",
        "the printed volume, as they do.",
        "*emphasis* and **strong*",
        "May 5, 2019",
        "外交部",
        "Ministry of Rivers",
        "co-",
        "operation",
    ]),
    max_size=25,
)  # fmt: skip


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text.casefold() if character.isalnum())


@settings(max_examples=200)
@given(lines)
@example([])
@example(["Only a title"])
def test_recovery_keeps_every_letter_and_makes_a_sound_document(source: list[str]) -> None:
    text = "\n".join(source)
    plain = source_text(text)
    document = recover(plain, Report(), language="en")
    assert check(document) == ()
    assert letters(text) - letters(dump(document)) == Counter()
    words = words_of((line.text for line in plain.lines), "en")
    for refine in passes(source_lines(plain.lines), words).values():
        assert refine(document, Report()) is document, "a pass has nothing left to do"
