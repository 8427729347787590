"""What running heads say, with letters that are all one unit wide."""

import pytest

from procpub.layout.running_heads import fitted


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("A short head", "A short head"),
        ("Remarks by Ann Hill, Minister of Roads, Republic of Peru", "Remarks by Ann Hill, Minister of Roads"),
        ("On, which goes on for longer than the line is without a comma", "On, which goes on for longer…"),
        ("Unbrokenandmuchlongerthanthelineisforitgoesonandon", "…"),
    ],
)
def test_heads_end_at_a_comma_or_else_after_a_word(words: str, head: str) -> None:
    assert fitted(words, 40.0, len) == head
