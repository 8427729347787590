"""Whatever the lines are, every letter of them is in the document."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from procpub.diagnostics import Report
from procpub.model.check import check
from procpub.model.dump import dump
from procpub.recovery.pipeline import recover
from tests.recovery.cases import source_text

lines = st.lists(
    st.sampled_from([
        "",
        "",
        "Speech of Bo Lee, Analyst, Norway",
        "REMARKS BY MRS. HILL.",
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
    return Counter(character for character in text.casefold() if character.isalpha())


@given(lines)
@example([])
@example(["Only a title"])
def test_recovery_keeps_every_letter_and_makes_a_sound_document(source: list[str]) -> None:
    text = "\n".join(source)
    document = recover(source_text(text), Report(), language="en")
    assert check(document) == ()
    assert letters(text) - letters(dump(document)) == Counter()
