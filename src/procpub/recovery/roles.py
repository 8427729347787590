"""What a heading opens, by its words: a part, a session, front or back matter; anything else may be a contribution."""

import re
from enum import StrEnum
from typing import NamedTuple

from procpub.recovery.dates import find_date
from procpub.recovery.features import ordinal
from procpub.recovery.lexicon import (
    BACK_MATTER,
    DAY_WORDS,
    FRONT_MATTER,
    ORDINALS,
    PART_WORDS,
    SESSION_WORDS,
)
from procpub.recovery.shapes import roman_value

SUPPLEMENTS = frozenset(
    {"appendix", "annex", "anlage", "anhang", "annexe", "anexo", "allegato", "bijlage", "приложение"}
)
"""What is hardly ever the first word of anything else."""

LONGEST = 14
"""Words in the heading of a group or of matter that is known by its words."""


class Place(StrEnum):
    """Where a piece stands in the volume."""

    PART = "part"
    DAY = "day"
    SESSION = "session"
    CONTRIBUTION = "contribution"
    FRONT = "front"
    BACK = "back"


GROUPS = (Place.PART, Place.DAY, Place.SESSION)
"""What groups contributions, the widest first."""


class Role(NamedTuple):
    """What a heading opens; `kind` is the kind of matter, as one token."""

    place: Place
    kind: str = ""


def role_of(text: str, language: str) -> Role | None:
    """The role that a heading's own words tell; None if they tell none."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())
    if not words or len(words) > LONGEST:
        return None
    return _group(text, words, language) or _matter(words)


def _group(text: str, words: list[str], language: str) -> Role | None:
    word, number = ordinal(text)
    numbered = number > 0 or not ORDINALS.isdisjoint(words[:4])
    head = set(words[:4])
    if word in PART_WORDS or (numbered and not PART_WORDS.isdisjoint(words[:2])):
        return Role(Place.PART)
    dated = find_date(text, language) is not None if any(map(str.isdigit, text)) else False
    short = len(words) <= 6
    if not SESSION_WORDS.isdisjoint(head) and (numbered or dated or word in SESSION_WORDS or _is_turned(words)):
        return Role(Place.SESSION)
    if not DAY_WORDS.isdisjoint(head) and (dated or (short and (numbered or words[0] in DAY_WORDS))):
        return Role(Place.DAY)
    return None


def _is_turned(words: list[str]) -> bool:
    """Whether the word stands first, with a number behind it ("Session A", "Panel 2"), or last ("Poster Session")."""
    return (words[0] in SESSION_WORDS and (len(words) == 1 or len(words[1]) <= 3)) or words[-1] in SESSION_WORDS


def _is_marked(words: list[str]) -> bool:
    """Whether one word tells what a piece is: alone, or before a number or letter ("Annex II", "Appendix A: ...")."""
    if len(words) == 1:
        return True
    mark = words[1]
    return mark.isdigit() or roman_value(mark) > 0 or len(mark) == 1 or words[0] in SUPPLEMENTS


def _matter(words: list[str]) -> Role | None:
    for length in (3, 2, 1):
        opening = " ".join(words[:length])
        if len(words) < length or (length == 1 and not _is_marked(words)):
            continue
        if opening in BACK_MATTER:
            return Role(Place.BACK, BACK_MATTER[opening])
        if opening in FRONT_MATTER:
            return Role(Place.FRONT, FRONT_MATTER[opening])
    return None
