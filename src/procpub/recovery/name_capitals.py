"""Capitals in people's names: a name printed in capitals, as it is written elsewhere."""

import re
from collections.abc import Sequence

from procpub.patterns import regex
from procpub.recovery.person_words import GENERATIONS, LOWERED, LOWERED_AFTER

INITIAL = regex(r"[^\W\d_](?:[^\W\d_]?\.)(?:[-‐ ]?[^\W\d_]\.)*[^\W\d_]?|[^\W\d_]")
"""An initial, or several written together: "J.", "Ch.", "J.-P.", "J.H."."""

_PIECES = regex(r"[^\W\d_]+")


def normal_capitals(words: Sequence[str]) -> list[str]:
    """A name in capitals, or with its surname in capitals, as it is written elsewhere: ["VAN", "DYKE"] is Van Dyke."""
    if not any((len(word) > 1 and word.isupper()) or _in_capitals(word) for word in words):
        return list(words)
    whole = all(_in_capitals(word) or len(word.strip(".")) <= 2 or word[0].islower() for word in words)
    out: list[str] = []
    for index, word in enumerate(words):
        lower = word.lower()
        if word.strip(".").casefold() in GENERATIONS and index:
            out.append(word if set(lower) <= set("iv") else word.capitalize())
        elif index and word.isupper() and _is_small(lower, out[-1], len(words)):
            out.append(lower)
        elif not _in_capitals(word):
            out.append(_short(word, whole=whole))
        else:
            out.append(_capitalised(word))
    return out


def _is_small(lower: str, before: str, count: int) -> bool:
    """Whether a word inside a name of so many words is written small, as "de" and, behind it, "la" are."""
    return (lower in LOWERED and count > 2 and len(lower) > 1) or (lower in LOWERED_AFTER and before in LOWERED)


def _in_capitals(word: str) -> bool:
    """Whether a word is set in capitals, initials and abbreviations apart; "McDONALD" is."""
    if INITIAL.fullmatch(word) or word.strip(".").casefold() in ("ii", "iii", "iv"):
        return False
    letters = re.sub(r"^(?:M[a]?c|O['’]|D['’]|[dl]['’])", "", word)
    return len(letters) > 2 and letters.isupper()


def _short(word: str, *, whole: bool) -> str:
    """A word of two letters: "LI" beside "WEI" is Li, "JP" and "AJ" are initials."""
    if len(word) != 2 or not word.isupper():
        return word
    first, second = word[0], word[1]
    vowels = "AEIOUYÄÖÜÉ"
    if word.casefold() in LOWERED and whole:
        return word.lower()
    return word.capitalize() if first not in vowels and second in vowels else word


def _capitalised(word: str) -> str:
    if re.match(r"M[cC][A-Z]", word):
        return "Mc" + _capitalised(word[2:])
    if re.match(r"Mac[A-Z]", word):
        return "Mac" + _capitalised(word[3:])
    parts = _PIECES.sub(lambda match: match.group().capitalize(), word)
    return re.sub(r"(?<=[^\W\d_]{2})['’](S|T)(?=\b)", lambda match: match.group().lower(), parts)
