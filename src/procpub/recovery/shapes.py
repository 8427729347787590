"""What a line looks like: whether it can be a heading, how it ends, which list marker it carries."""

import re
from typing import NamedTuple
from unicodedata import normalize, numeric

from procpub.model.nodes import MarkerStyle
from procpub.model.numerals import roman
from procpub.patterns import regex
from procpub.recovery.lexicon import MONTHS

_TERMINALS = tuple(".!?。！？…")
_CLOSERS = "\"'”’»)]*_"
"""What ends a sentence, and what may stand behind it."""

_PAUSES = tuple(",;:—–-")
_LONG_WORD = regex(r"[^\W\d_]{4,}")
_INNER_SENTENCE = regex(
    r"[.!?。！？](?:(?<=[^\W\d_]{5}.)|(?<=\b[^\W\d_A-Z]{2}.)|(?<=\b[^\W\d_A-Z]{3}.)|(?<=\b[^\W\d_A-Z]{4}.))"
    r"\s+[^\W\d_a-z]"
)
"""Short words with a capital before the stop are titles and initials ("Mrs. Hart", "Prof. Lee"), not ends. It begins
with the stop, for there are few.
"""


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and emphasis marks aside."""
    return text.rstrip(_CLOSERS).endswith(_TERMINALS)


def has_inner_sentence(text: str) -> bool:
    """Whether a sentence ends inside the text, as in running prose."""
    return _INNER_SENTENCE.search(text) is not None


def title_case(text: str) -> float:
    """The share of long words that begin with a capital, from 0 to 1."""
    words = _LONG_WORD.findall(text)
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
    if text.endswith(_PAUSES) or has_inner_sentence(text):
        return False
    if text.endswith("?"):
        return title_case(text) > 0.6
    return not ends_sentence(text) and not text.endswith(('"', "”"))


class Marker(NamedTuple):
    """A list marker at the head of a line: all of it as printed, its style and number (0 for bullets), the mark after
    it, and the words that follow. `roman` is the number that a letter would be as a Roman numeral, if it is one;
    `path` the numbers before the last in "1.2.3", here (1, 2).
    """

    printed: str
    style: MarkerStyle
    number: int
    shape: str
    rest: str
    roman: int = 0
    doubled: bool = False
    path: tuple[int, ...] = ()


_BULLET = regex(
    # The private use area is where the symbol fonts of word processors have their bullets.
    r"(?:([-–—―−*•·∙⋅●○◦◉◎⦁⁃‣∎■□▪▫▬◾◽◆◇♦❖▶▷▸▹►➔➜➢➤→⇒✓✔✗✘✦★☆☞])\s+|([\uf000-\uf0ff])\s*)(?=\S)"
    # The letter typed for a circle is told from a word by the wide space after it.
    r"|(o)(?:\t|\s{2,})(?=\S)"
)
_ENUMERATOR = regex(
    r"(?P<open>[(（])?"
    r"(?P<value>\d{1,3}|[A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7}|[Ⅰ-Ⅻⅰ-ⅻ]|[α-ωа-я가나다라마바사아자차카타파하ア-ン]|[一二三四五六七八九十]{1,3})"
    r"(?P<close>[)）]|(?(open)(?!)|(?:\.\)|[.．、][-–—]?|\.?[°º][.)]?[-–—]?)))"
    r"(?:\s+|(?<=[、．）—])|(?<=\))(?=[^\x00-\x7f]))(?=\S)"
)
_DOTTED = regex(r"([1-9]\d?(?:\.[1-9]\d?){1,4})([.)])?\s+(?=\S)")
_ENCIRCLED = regex(r"(?:([①-⑳])|([⑴-⒇])|([⒈-⒛])|([❶-➓])|([㈠-㈩])|([㊀-㊉]))\s*(?=\S)")
_INITIAL = regex(r"[^\W\d_]\.")
_DATE = regex(r"\d{1,2}\.\s?\d{2,4}\b|(?:de\s+)?(?P<month>[^\W\d_]+)(?P<sure>[.,]?\s*(?:\d|$))?")
"""What follows a day that is written as an ordinal."""

_ALPHABETS = (
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "가나다라마바사아자차카타파하",
    "アイウエオカキクケコサシスセソタチツテト",
)
"""Letters in the order in which lists count by them; Latin ones aside."""

_IDEOGRAPHS = "一二三四五六七八九"
_TEN = "十"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in either case, written by the rules; 0 if it is none."""
    values = [_ROMAN.get(letter, 0) for letter in numeral.lower()]
    if not values or 0 in values:
        return 0
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if roman(total) == numeral.lower() else 0


def marker_of(text: str) -> Marker | None:
    """The list marker that the text begins with, if any: `1.`, `(a)`, `iv)`, `2.1`, `①`, `一、`, `-`, `•`, and doubled
    ones like `- a.`. A day of the month and the initials of a name are none.
    """
    bullet = _BULLET.match(text)
    if not bullet:
        return _enumerator(text, "")
    if not any(map(str.isalnum, text)):
        return None  # an ornament, such as "* * *"
    inner = _BULLET.match(text, bullet.end())
    if inner:
        return _bullet(text, inner, doubled=True)
    return _enumerator(text[bullet.end() :], text[: bullet.end()]) or _bullet(text, bullet, doubled=False)


def _bullet(text: str, match: re.Match[str], *, doubled: bool) -> Marker:
    end = match.end()
    glyph = match[match.lastindex or 0]
    return Marker(_printed(text[:end]), MarkerStyle.BULLET, 0, glyph, text[end:], doubled=doubled)


def _printed(marker: str) -> str:
    return " ".join(marker.split())


def _enumerator(text: str, before: str) -> Marker | None:
    printed = _printed
    if match := _ENUMERATOR.match(text):
        rest = text[match.end() :]
        if match.group()[-1] == ")" and not "\u3400" <= rest[0] <= "\u9fff":
            return None  # only an ideograph can follow without a space
        style, number, as_roman = _value(normalize("NFKC", match["value"]))
        if not style or not any(map(str.isalnum, rest)) or _is_no_count(style, match["close"], rest):
            return None
        shape = normalize("NFKC", (match["open"] or "") + match["close"].replace("º", "°"))
        return Marker(printed(before + match.group()), style, number, shape, rest, as_roman, bool(before))
    first = text[:1]
    if first.isdigit() and (match := _DOTTED.match(text)):
        rest = text[match.end() :]
        if not match[2] and match[1].count(".") == 1 and (rest[0].islower() or not rest[0].isalpha()):
            return None  # a decimal fraction
        *path, number = map(int, match[1].split("."))
        shape = "n." * len(path)
        marker = printed(before + match.group())
        return Marker(marker, MarkerStyle.DECIMAL, number, shape, rest, 0, bool(before), tuple(path))
    if not first.isascii() and (match := _ENCIRCLED.match(text)):
        number, shape = int(numeric(match[match.lastindex or 0])), f"circle {match.lastindex}"
        marker = printed(before + match.group())
        return Marker(marker, MarkerStyle.DECIMAL, number, shape, text[match.end() :], 0, bool(before))
    return None


def _is_no_count(style: MarkerStyle, close: str, rest: str) -> bool:
    """Whether it is the day of a date ("12. May 1990", "1º de mayo") or a name's initial ("J. R. Smith", "e. g.")."""
    if close[0] not in ".°º" or close == ".)":
        return False
    if style is not MarkerStyle.DECIMAL:
        return _INITIAL.match(rest) is not None
    match = _DATE.match(rest)
    if not match or not match["month"]:
        return match is not None
    month = match["month"].casefold()
    return month in MONTHS and (match["sure"] is not None or month not in ("may", "march", "mars"))


def _value(value: str) -> tuple[MarkerStyle | None, int, int]:
    """The style of a marker, its number, and what it would be as a Roman numeral if it is but one letter."""
    if value.isdecimal():
        return MarkerStyle.DECIMAL, int(value), 0
    if not value.isascii():
        return _other_script(value)
    lower = value.islower()
    if len(value) == 1:
        style = MarkerStyle.LOWER_ALPHA if lower else MarkerStyle.UPPER_ALPHA
        return style, ord(value.lower()) - ord("a") + 1, roman_value(value)
    number = roman_value(value)
    return (MarkerStyle.LOWER_ROMAN if lower else MarkerStyle.UPPER_ROMAN) if number else None, number, 0


def _other_script(value: str) -> tuple[MarkerStyle | None, int, int]:
    number = _ideographic(value)
    if number:
        return MarkerStyle.DECIMAL, number, 0
    number = next((letters.index(value) + 1 for letters in _ALPHABETS if value in letters), 0)
    return MarkerStyle.LOWER_ALPHA if number else None, number, 0


def _ideographic(value: str) -> int:
    """A number up to 99 in Chinese: 三, 十二, 二十, 二十一; 0 if it is none."""
    tens, ten, ones = value.rpartition(_TEN)
    if len(tens) > 1 or len(ones) > 1 or not set(tens + ones) <= set(_IDEOGRAPHS):
        return 0
    return (10 * (_IDEOGRAPHS.index(tens) + 1 if tens else 1) if ten else 0) + (
        _IDEOGRAPHS.index(ones) + 1 if ones else 0
    )
