"""Where a line may end inside a word: a small part of Unicode's line breaking (UAX #14), enough for books.

Spaces are no matter of this module: a word has none, except for those that do not break (U+00A0, U+202F ...).
"""

import unicodedata
from enum import Enum

from procpub.patterns import regex


class After(Enum):
    """What may happen after a stretch of text."""

    JOIN = "the next stretch follows on the same line"
    SPACE = "it is a space: a line may end instead of it"
    BREAK = "a line may end here"
    HYPHEN = "a line may end here, with a hyphen"
    FORCED = "the line ends here"


Segment = tuple[str, After]

_BREAKABLE = regex("[^\\w’'.,;:]|[^\x00-\u02ff’]")
"""What a word without any chance of a break does not hold: a quick test that most words pass."""

_IDEOGRAPH = regex(
    "[\u2e80-\u2fff\u3001-\u30ff\u3100-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
"""UAX #14 classes ID, H2, H3, CJ and full-width punctuation: lines may end on both sides, but for the two below."""

_OPENING = frozenset("([{¿¡“‘«„‚（［｛「『【〈《〔〖〘〚｢")
"""Never the last character of a line (class OP, and QU as it is used in Chinese)."""

_CLOSING = frozenset(
    ")]}!?.,:;%…—”’»、。，．：；！？）］｝」』】〉》〕〗〙〛｣・ーゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"
)
"""Never the first character of a line (classes CL, CP, EX, IS, NS, CJ)."""

_SPACES = frozenset("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
"""Spaces of a fixed width that a line may end after (class BA)."""

_HYPHENS = "-\u2010"
_SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"
_WORD_JOINERS = frozenset("\u2060\ufeff")


def segments(word: str, *, after_any_hyphen: bool = False) -> tuple[Segment, ...]:
    """The word in stretches that a line cannot end inside of; nothing may happen after the last but a space.

    Soft hyphens and zero-width spaces are used up; no other character is lost but word joiners. Word processors end
    lines after hyphens before digits too ("COVID-19"), and after those that stand for dashes; typesetters don't.
    """
    if not _BREAKABLE.search(word):
        return ((word, After.JOIN),)
    out: list[Segment] = []
    start = ""
    glued = False
    for index, character in enumerate(word):
        if character in (_SOFT_HYPHEN, _ZERO_WIDTH_SPACE):
            if start:
                out.append((start, After.HYPHEN if character == _SOFT_HYPHEN else After.BREAK))
                start = ""
            continue
        if character in _WORD_JOINERS:
            glued = True
            continue
        left = start[-1:]
        if left and left in _HYPHENS and after_any_hyphen:
            before = start.rstrip(_HYPHENS)[-1:]
            breakable = before != "" and before not in _OPENING and character.isalnum()
        else:
            breakable = left != "" and _may_break(word, index, left, character)
        if breakable and not glued:
            out.append((start, After.BREAK))
            start = ""
        start += character
        glued = False
    if start:
        out.append((start, After.JOIN))
    elif out:
        out[-1] = (out[-1][0], After.JOIN)
    return tuple(out)


def is_ideographic(character: str) -> bool:
    """Whether lines may end on both sides of the character."""
    return bool(_IDEOGRAPH.match(character))


def _may_break(word: str, index: int, left: str, right: str) -> bool:
    if right in _CLOSING or left in _OPENING or unicodedata.combining(right) or right == "\u200d" or left == "\u200d":
        return False
    if _IDEOGRAPH.match(left) or _IDEOGRAPH.match(right):
        return left not in "\u00a0\u202f" and right not in "\u00a0\u202f"
    if left in _HYPHENS:
        return index >= 2 and word[index - 2].isalnum() and right.isalpha()
    if left in "–—":
        return right.isalnum() or right in _OPENING
    if left == "/":
        return right.isalpha()
    return left in _SPACES


def characters(text: str) -> list[str]:
    """The text in pieces that a reader takes for one character each: a letter with its combining marks."""
    out: list[str] = []
    for character in text:
        if out and (unicodedata.combining(character) or unicodedata.category(character) == "Mn"):
            out[-1] += character
        else:
            out.append(character)
    return out
