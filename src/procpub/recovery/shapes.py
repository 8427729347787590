"""What a line looks like: whether it can be a heading, how it ends, which list marker it carries."""

import re
from dataclasses import dataclass

from procpub.model.nodes import MarkerStyle
from procpub.model.numerals import roman

TERMINAL = re.compile(r"[.!?。！？…][\"'”’»)\]*_]*$")
"""The end of a sentence."""

_PAUSE = re.compile(r"[,;:—–-]$")
_INNER_SENTENCE = re.compile(r"(?:[^\W\d_]{5}|\b[^\W\d_A-Z]{1,4})[.!?。！？]\s+[^\W\d_a-z]")
"""Short words with a capital before the stop are titles and initials ("Mrs. Hart", "Prof. Lee"), not ends."""


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and emphasis marks aside."""
    return TERMINAL.search(text) is not None


def has_inner_sentence(text: str) -> bool:
    """Whether a sentence ends inside the text, as in running prose."""
    return _INNER_SENTENCE.search(text) is not None


def title_case(text: str) -> float:
    """The share of long words that begin with a capital, from 0 to 1."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def can_be_heading(text: str, longest: int = 160) -> bool:
    """Whether a line on its own has the form of a heading: short, begins with a capital or a number, does not end as
    running text does. A question counts only if its words are capitalised.
    """
    if not text or len(text) > longest or len(text.split()) > 24:
        return False
    first = text[0]
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    if _PAUSE.search(text) or has_inner_sentence(text):
        return False
    if text.endswith("?"):
        return title_case(text) > 0.6
    return not ends_sentence(text) and not text.endswith(('"', "”"))


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker at the head of a line: all of it as printed, its style and number (0 for bullets), the mark after
    it, and the words that follow. `roman` is the number that a letter would be as a Roman numeral, if it is one.
    """

    printed: str
    style: MarkerStyle
    number: int
    shape: str
    rest: str
    roman: int = 0
    doubled: bool = False


_BULLETS = "-–—*•·▪■●○◦‣➢"
_BULLET = re.compile(rf"([{re.escape(_BULLETS)}])\s+(?=\S)")
_ENUMERATOR = re.compile(r"(\()?(\d{1,3}|[A-Za-z]|[ivxlIVXL]{2,6})([.)])\s+(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in either case, written by the rules; 0 if it is none."""
    values = [_ROMAN.get(letter, 0) for letter in numeral.lower()]
    if not values or 0 in values:
        return 0
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if roman(total) == numeral.lower() else 0


def marker_of(text: str) -> Marker | None:
    """The list marker that the text begins with, if any: `1.`, `(a)`, `iv)`, `-`, `•`, and doubled ones like `- a.`."""
    if not any(map(str.isalnum, text)):
        return None  # an ornament, such as "* * *"
    bullet = _BULLET.match(text)
    if not bullet:
        return _enumerator(text, "")
    inner = _BULLET.match(text, bullet.end())
    if inner:
        return _bullet(text, inner.end(), inner[1], doubled=True)
    enumerator = _enumerator(text[bullet.end() :], text[: bullet.end()])
    return enumerator or _bullet(text, bullet.end(), bullet[1], doubled=False)


def _bullet(text: str, end: int, glyph: str, *, doubled: bool) -> Marker:
    return Marker(" ".join(text[:end].split()), MarkerStyle.BULLET, 0, glyph, text[end:], doubled=doubled)


def _enumerator(text: str, before: str) -> Marker | None:
    match = _ENUMERATOR.match(text)
    if not match or (match[1] and match[3] != ")"):
        return None
    value, roman = match[2], 0
    if value.isdigit():
        style, number = MarkerStyle.DECIMAL, int(value)
    elif len(value) == 1:
        style = MarkerStyle.LOWER_ALPHA if value.islower() else MarkerStyle.UPPER_ALPHA
        number, roman = ord(value.lower()) - ord("a") + 1, roman_value(value)
    else:
        style = MarkerStyle.LOWER_ROMAN if value.islower() else MarkerStyle.UPPER_ROMAN
        number = roman_value(value)
        if not number:
            return None
    printed = " ".join((before + match.group()).split())
    return Marker(printed, style, number, (match[1] or "") + match[3], text[match.end() :], roman, bool(before))
