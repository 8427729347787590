"""What a line looks like beside other lines: capitals, numbering, words that name a part of a volume."""

import re

from procpub.patterns import regex
from procpub.recovery.name_parts import title_key
from procpub.recovery.person_words import TITLES
from procpub.recovery.shapes import roman_value

_SMALL = regex(r"\bM(?:a?c|rs?|s)(?=[A-Z.])|\b(?:Mrs|Mr|Ms|Dr|St|Hon|Prof|Rev)\b")
"""Small letters that stand in capitals too: "McDONALD", "Mr. SMITH"."""

MOST_SMALL = 3
"""Of those to one capital."""


def is_capitals(text: str) -> bool:
    """Whether the text is set in capitals: at least two letters, hardly any of them small (a slip of OCR)."""
    if sum(map(str.islower, text)) > MOST_SMALL * sum(map(str.isupper, text)):
        return False  # most texts, and to count is quick
    letters = [letter for letter in _SMALL.sub("", text) if letter.isalpha()]
    upper = sum(map(str.isupper, letters))
    return len(letters) >= 2 and upper >= 0.9 * len(letters)


_ORDINAL = regex(
    r"(?P<word>[^\W\d_]+\.?\s+)?(?:no\.?\s*|nr\.?\s*|n[°º]\.?\s*|№\s*)?(?P<number>\d{1,3}|[IVXLC]{1,7})(?=[.:)\s—–-]|$)",
    re.IGNORECASE,
)


def ordinal(text: str) -> tuple[str, int]:
    """The word and the number that a heading begins with: "LECTURE IV" gives ("lecture", 4), "3. On ..." ("", 3),
    anything else ("", 0).
    """
    match = _ORDINAL.match(text)
    if not match:
        return "", 0
    printed = match["number"]
    alone = len(printed) == 1 and printed.isalpha() and text[match.end() : match.end() + 1].isspace()
    if alone or title_key((match["word"] or "").strip()) in TITLES:
        return "", 0  # "I rise", "Dr. C. Brown"
    number = int(printed) if printed.isdigit() else roman_value(printed) if printed.isupper() else 0
    return ((match["word"] or "").strip(" .").casefold(), number) if number else ("", 0)
