"""What stands around a name and is no part of it: titles before, degrees behind; and names turned round."""

from collections.abc import Sequence

from procpub.recovery.name_capitals import INITIAL
from procpub.recovery.person_words import (
    DEGREES,
    GENERATIONS,
    OFFICE_ENDINGS,
    OFFICES_BEFORE,
    PARTICLES,
    RANKS_WITH_STOP,
    SURE_DEGREES,
    TITLES,
    TITLES_BY_LANGUAGE,
    TITLES_WITH_STOP,
)

_OPENERS = {phrase.split()[0].rstrip(".,") for phrase in (*TITLES, *OFFICES_BEFORE)} | RANKS_WITH_STOP
_LONGEST_TITLE = max(len(phrase.split()) for phrase in (*TITLES, *OFFICES_BEFORE))
_COMPOUND_ENDINGS = (*OFFICE_ENDINGS, *(f"{ending}{case}" for ending in OFFICE_ENDINGS for case in ("s", "n", "en")))
_DEGREE_JOINTS = str.maketrans("", "", ".,()")


def title_key(word: str) -> str:
    """A title as the lists have it."""
    return word.replace("’", "'").casefold().rstrip(".,")


def titles_before(words: Sequence[str], language: str) -> tuple[int, list[str], list[str]]:
    """How many words of titles stand before the name, the titles, and the offices among them."""
    begin, titles, offices = 0, list[str](), list[str]()
    while begin < len(words) - 1 and title_key(words[begin]) in _OPENERS:
        for count in range(min(_LONGEST_TITLE, len(words) - 1 - begin), 0, -1):
            phrase = words[begin : begin + count]
            key = title_key(" ".join(phrase))
            if key in TITLES or (count == 1 and key in RANKS_WITH_STOP):
                if _is_title(phrase, key, len(words) - begin - count, language):
                    titles += phrase
                    break
            elif key in OFFICES_BEFORE:
                offices += phrase
                break
        else:
            break
        begin += count
    while begin < len(words) - 1 and is_compound_office(words[begin]) and words[begin + 1][0].isupper():
        offices.append(words[begin])
        begin += 1
    if offices and begin < len(words) - 1 and not titles and title_key(words[begin]) in _OPENERS:
        more, behind, _ = titles_before(words[begin:], language)
        return begin + more, behind, offices
    return begin, titles, offices


def is_compound_office(word: str) -> bool:
    """Whether a word is a compound that names an office: "Landtagspräsidentin"."""
    return len(word) > 9 and word[0].isupper() and word.casefold().endswith(_COMPOUND_ENDINGS)


def _is_title(phrase: Sequence[str], key: str, after: int, language: str) -> bool:
    """Whether a word that can be a title is one here, `after` words before the end."""
    stop = phrase[-1].endswith(".")
    if key in ("h. e", "s. e", "h. h"):
        return after >= 2  # else these are initials: "H. E. Smith"
    if len(phrase) == 1 and (key in TITLES_WITH_STOP or key in RANKS_WITH_STOP) and not stop:
        return False
    languages = TITLES_BY_LANGUAGE.get(key)
    if languages and language.partition("-")[0] not in languages:
        return False
    return len(key) > 1 or stop


def without_degrees(words: Sequence[str]) -> list[str]:
    """The words without academic degrees, orders and memberships at their end, and without the commas before them.

    "Jr." and its like belong to the name.
    """
    words, generation = list(words), list[str]()
    while len(words) > 1:
        if words[-1] == ",":
            words.pop()
        elif len(words) > 2 and words[-1].strip(".").casefold() in GENERATIONS:
            generation = [words.pop()]
        else:
            count = next((n for n in (3, 2, 1) if len(words) > n and _is_degree(words, len(words) - n)), 0)
            if not count:
                break
            del words[-count:]
    return [*words, *generation]


def _is_degree(words: Sequence[str], begin: int) -> bool:
    """Whether the words from `begin` on are one degree: "Ph.D.", "LL. D.", "MdB"."""
    parts = words[begin:]
    if "," in parts or not parts[0][:1].isalpha():
        return False
    joined = "".join(parts)
    key = joined.translate(_DEGREE_JOINTS).replace("'", "").casefold()
    stops = joined.count(".")
    comma = words[begin - 1] == ","
    abbreviation = comma and begin > 2 and stops >= 2 and len(key) <= 4 and key.isalpha() and joined.isupper()
    if (key not in DEGREES and not abbreviation) or joined.islower():
        return False
    if comma:
        # "Smith, M. A." has Smith's initials; "Dr. Smith, M. A." and "Smith, Ph. D." have not
        return begin > 2 or key in SURE_DEGREES or stops < 2
    return key in SURE_DEGREES or (stops >= 2 and begin >= 2 and not INITIAL.fullmatch(words[begin - 1]))


def turned_round(words: list[str]) -> tuple[list[str], bool]:
    """Forename first: "SHATTUCK, Harriet R." is turned if initials or capitals tell it from "Hill, Fellow"."""
    if words.count(",") != 1:
        return words, False
    comma = words.index(",")
    last, first = words[:comma], words[comma + 1 :]
    if not last or not 0 < len(first) <= 3 or len(last) > 3:
        return words, False
    if any(INITIAL.fullmatch(word) for word in last):
        return words, False
    initials = any(INITIAL.fullmatch(word) for word in first) and all(word[0].isupper() for word in first)
    capitals = _is_upper(last) and not _is_upper(first) and all(word[0].isupper() for word in first)
    return (first + last, True) if initials or capitals else (words, False)


def _is_upper(words: Sequence[str]) -> bool:
    own = [word for word in words if len(word.strip(".")) > 1 and word not in PARTICLES]
    return all(word.isupper() for word in own) and any(len(word) > 2 for word in own)
