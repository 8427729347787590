"""Text brought into one form before it is compared, by the rules of docs/verify.md on words, and no others.

1. What is canonically the same character is the same (Unicode Standard Annex 15, NFC), and a ligature that has a
   character of its own (U+FB00 to U+FB06) is its letters.
2. Characters that only say where lines may end or which way text runs do not count: soft hyphen, zero-width space, word
   joiner, byte order mark, marks of direction.
3. White space is white space, however much and of what kind. Chinese and Japanese characters are words of their own,
   between which it does not count.
4. In a PDF, a line may end without a space: then other editions tell whether a word ended (`resolve`); alone, it did
   unless a hyphen, a dash, a slash or a Chinese character stands there.
"""

import re
import unicodedata

from procpub.verify.witness import LINE_END

_IGNORED = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_TABLE = _IGNORED | _LIGATURES

_IDEOGRAPHS = "\u2e80-\u2fff\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\s{_IDEOGRAPHS}]+")
_JOINING = re.compile(rf"[-\u00ad\u2010\u2012-\u2015/{_IDEOGRAPHS}]")
"""Behind these a line may end without a word's ending."""


def normalized(text: str) -> str:
    """By rules 1 and 2."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def words(text: str) -> list[str]:
    """The words of a text, by rules 1 to 3; punctuation belongs to the word that it stands at."""
    return _WORD.findall(normalized(alone(text)))


def one_line(text: str) -> str:
    """The text with single spaces, by rules 1 to 3."""
    return " ".join(normalized(alone(text)).split())


def visible(text: str) -> str:
    """The characters that are not white space, by rules 1 and 2: by these, places in a text are counted."""
    return "".join(normalized(text).split())


class Growing:
    """A text in the making, which knows how many visible characters it has."""

    def __init__(self) -> None:
        self.visible = 0
        self._parts: list[str] = []

    def add(self, text: str) -> None:
        """Puts something behind what there is."""
        self._parts.append(text)
        self.visible += len(visible(text))

    def __str__(self) -> str:
        return "".join(self._parts)


def alone(text: str) -> str:
    """A text from a PDF, whose line ends are decided by rule 4 where no other edition tells."""
    if LINE_END not in text:
        return text
    first, *lines = text.split(LINE_END)
    for line in lines:
        joined = not first or not line or _JOINING.match(first[-1]) or _JOINING.match(line[0])
        first += line if joined else f" {line}"
    return first
