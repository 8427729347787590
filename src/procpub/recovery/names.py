"""People's names as proceedings print them, and the labels that say who speaks.

A name is known by what goes with it: a title, initials, a particle. Of a bare "Ann Hill" only the shape speaks.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.lexicon import (
    ADDRESSEES,
    BACK_MATTER,
    CONTENTS_HEADINGS,
    FRONT_MATTER,
    FUNCTION_WORDS,
    GENERIC_SECTIONS,
    KINDS,
    ORDINALS,
    PART_WORDS,
    SESSION_WORDS,
)
from procpub.recovery.name_capitals import INITIAL, normal_capitals
from procpub.recovery.name_parts import titles_before, turned_round, without_degrees
from procpub.recovery.offices import Office, bracketed, is_office, is_organisation, office
from procpub.recovery.person_words import (
    ALONE_COLLECTIVE,
    CHAIR_MODIFIERS,
    CHAIRS,
    COLLECTIVE,
    NOT_NAMES,
    OFFICES,
    PARTICLES,
    QUANTIFIERS,
    RUNNING,
    STRONG_PARTICLES,
    SURNAMES,
)

LONGEST = 7
"""Words in a name."""

LIKELY = 0.6
"""The likelihood of what looks like a name."""

_LETTERS = regex(r"[^\W\d_]+\.?(?:[-'’‐‑.·][^\W\d_]+\.?)*['’]?")
_CJK_NAME = regex(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}|[\u3400-\u9fff]{1,3}[ 　・][\u3400-\u9fff\u3040-\u30ff]{1,4}")
_NOUN = regex(
    r"\w{3,}(?:tions?|ments?|ness|ities|ity|isms?|ings|ances?|ences|ology|ologies|graphy|ics|ives?|ships?|ture|tures|ical|ional"
    r"|ious|able|ible|ships|ungen|ung|heit|heiten|keit|keiten|schaft|schaften|tät|ismus|ologie|ción|ciones|sión|dades"
    r"|dad|zione|zioni|tà|ção|ções|dade|té|tés|ение|ость|ация|ции)",
    re.IGNORECASE,
)
"""How common nouns end in several languages."""

_FUNCTION = frozenset(
    word for tag in ("en", "de", "fr", "es", "it", "pt", "nl", "ru") for word in FUNCTION_WORDS[tag].split()
)
_NEVER_FIRST = frozenset(
    ["in", "im", "of", "und", "e", "y", "aus", "op", "i", "des", "zum", "zur", "das", "los", "las", "les", "en", "o"]
) - {"o"}
_VOCABULARY = frozenset(
    word
    for phrase in (
        *NOT_NAMES, *KINDS, *SESSION_WORDS, *PART_WORDS, *ORDINALS, *GENERIC_SECTIONS, *CONTENTS_HEADINGS,
        *(key for key in (*BACK_MATTER, *FRONT_MATTER) if " " not in key), *CHAIRS, *ADDRESSEES,
        *(OFFICES - SURNAMES),
    )
    for word in phrase.split()
) - PARTICLES | (_FUNCTION - PARTICLES - {"an", "so", "al", "son", "sin", "come", "will", "man", "dal"})  # fmt: skip
"""Words that are hardly ever part of a name."""


class Speaker(NamedTuple):
    """A speaker or author as the text announces them; empty where it says nothing."""

    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    country: str = ""
    email: str = ""


class PersonName(NamedTuple):
    """One person's name, with normal capitals; what stood before it; how likely it is a name at all, from 0 to 1."""

    name: str
    honorific: str = ""
    office: str = ""
    likelihood: float = 0.0


def name_likelihood(text: str, language: str = "") -> float:
    """How likely the text is the name of one person, from 0 to 1: certain nearly with a title, by its shape if bare."""
    name = parse_name(text, language)
    return name.likelihood if name else 0.0


@lru_cache(maxsize=4096)
def parse_name(text: str, language: str = "") -> PersonName | None:
    """Reads one person's name; None if it cannot be one.

    "Prof. Dr. Dr. h.c. ANNA VAN DER BERG, M. A." is Anna van der Berg, "SHATTUCK, Harriet R." Harriet R. Shattuck. The
    language (a BCP 47 tag) settles what "M." or "Don" means.
    """
    text = text.strip(" ,;:\t")
    if not text or len(text) > 90 or text[0].isdigit() or not text[0].isalpha():
        return None
    printed = text.replace(",", " , ").split()
    words = without_degrees(printed)
    learned = len(words) < len(printed)
    begin, titles, offices = titles_before(words, language)
    if offices and _goes_on(words[begin:], offices[-1]):
        return None
    words, turned = turned_round(words[begin:])
    if not 0 < len(words) <= LONGEST or "," in words:
        return None
    titled = bool(titles or offices)
    likelihood = _likelihood(words, titled=titled)
    if not likelihood:
        return None
    if titles:
        likelihood = max(likelihood, 0.95)
    elif offices:
        likelihood = max(likelihood, 0.85)
    elif turned or learned:
        likelihood = max(likelihood, 0.8)
    return PersonName(
        name=" ".join(normal_capitals(words)),
        honorific=" ".join(titles),
        office=" ".join(offices),
        likelihood=likelihood,
    )


def _goes_on(words: Sequence[str], office_word: str) -> bool:
    """Whether what follows an office belongs to it: in "Minister of Trade" it does, in "Ministre de Villepin" not."""
    first = words[0].casefold()
    if first == "de":
        return office_word.casefold().endswith(("o", "a")) or words[1:2] in (["la"], ["LA"])
    return first in {
        "of",
        "for",
        "der",
        "des",
        "für",
        "du",
        "del",
        "della",
        "dell",
        "do",
        "da",
        "dei",
        "van",
        "den",
    } - {"van"}


def _likelihood(words: Sequence[str], *, titled: bool) -> float:
    """How likely words without titles and degrees are a name; 0 if they cannot be."""
    whole = " ".join(words)
    if not whole.isascii() and _CJK_NAME.fullmatch(whole) and not is_organisation("".join(words)):
        return 0.0 if _VOCABULARY.intersection((*words, "".join(words))) else 0.7
    initials, particles, full = 0, set[str](), list[str]()
    for word in words:
        if INITIAL.fullmatch(word) and not word.islower():
            initials += 1
        elif not _LETTERS.fullmatch(word) or (word.endswith(".") and len(word) > 4 and word is not words[-1]):
            return 0.0
        elif word[0].islower():
            particle = re.split(r"['’-]", word)[0]
            if particle not in PARTICLES or (word is words[-1] and particle == word):
                return 0.0
            particles.add(particle)
        else:
            full.append(word)
    if titled and not full and initials == 1 == len(words):
        return 0.3
    if not full or initials > 4:
        return 0.0
    if is_organisation(" ".join(full)) or any(word.casefold() in CHAIRS for word in full):
        return 0.0
    known = [word for word in full if word.strip(".").casefold() in _VOCABULARY]
    if known and not titled and (not initials or len(words) < 3 or len(known) > 1 or known[0] is not full[-1]):
        return 0.0
    if full[0] is words[0] and full[0].casefold() in _NEVER_FIRST and not titled:
        return 0.0
    if known and titled and len(known) == len(full) > 1:
        return 0.0
    return _by_shape(words, full, initials, particles)


def _by_shape(words: Sequence[str], full: Sequence[str], initials: int, particles: set[str]) -> float:
    if initials == len(full) == 1 and INITIAL.fullmatch(words[0]):
        likelihood = 0.65  # "A. Lee", but also "A. Results"
    elif initials and (len(words) >= 3 or (not INITIAL.fullmatch(words[-1]) and len(words[0]) > 1)):
        likelihood = 0.9
    elif particles & STRONG_PARTICLES and len(full) > 1:
        likelihood = 0.85
    elif particles:
        likelihood = 0.65 if len(full) > 1 and "of" not in particles else 0.4
    elif len(full) == 1:
        likelihood = 0.3 if not initials else 0.5
    else:
        likelihood = {2: 0.62, 3: 0.6, 4: 0.5}.get(len(full), 0.3)
        if all(word.isupper() for word in full):
            likelihood -= 0.1
    nouns = sum(_NOUN.fullmatch(word) is not None for word in full)
    return max(0.1, likelihood - 0.25 * nouns)


class Label(NamedTuple):
    """Who a label says is speaking: `chair` if it is whoever presides, `collective` if nobody in particular.

    The speaker's name is empty where only an office is given ("The CHAIRMAN").
    """

    speaker: Speaker
    chair: bool = False
    collective: bool = False


_OPEN = {")": "(", "]": "["}
_IN_SENTENCES = frozenset('?!;"“”„«»…=<>{}|@_*\t')
_ARTICLES = frozenset({"the", "el", "la", "le", "der", "die", "il", "o", "a", "l'", "den", "de"})
_OF_GROUP = frozenset({"from", "of", "von", "vom", "aus", "à", "sur", "dai", "dal", "de", "du", "с"})
_COURTESIES = _ARTICLES | {
    "mr",
    "mrs",
    "ms",
    "madam",
    "madame",
    "herr",
    "frau",
    "monsieur",
    "m",
    "señor",
    "señora",
    "sr",
    "sra",
    "senhor",
    "senhora",
    "signor",
    "pan",
    "pani",
    "г-н",
    "господин",
    "heer",
}
_OF_PLACE = regex(r",?\s+(?:of|from)\s+(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE)
LONGEST_LABEL = 14
"""Words in a speaker's label."""


@lru_cache(maxsize=4096)
def label_speaker(label: str, language: str = "") -> Label | None:
    """Reads a speaker's label, given without its closing mark; None if it cannot be one.

    Understood are a name with title, office, place or party ("Mr. JONES of Ohio", "Dr. Braun (XYZ)", "Dr. Angela
    Merkel, Bundeskanzlerin"), an office ("The CHAIRMAN (Senator COCKRELL)"), and nobody in particular ("A
    VOICE").
    """
    label = label.strip()
    if not label or label[-1] in ",-" or len(label) > 110 or not (label[0].isupper() or label[0] > "\u2e80"):
        return None
    if not _IN_SENTENCES.isdisjoint(label):
        return None
    head, brackets = _without_brackets(label)
    words = head.split()
    if not words or len(words) > LONGEST_LABEL or any(map(str.isdigit, head)) or is_running(words):
        return None
    keys = [word.replace("’", "'").casefold().strip(".,") for word in words]
    if _is_collective(keys):
        return Label(speaker=Speaker(name=""), collective=True)
    if _is_chair(keys):
        return Label(speaker=_presiding(words, brackets, language), chair=True)
    named = _named(head, brackets, language)
    return named or _by_office(words, brackets, language)


def _without_brackets(label: str) -> tuple[str, list[str]]:
    """The label without what stands in brackets at its end, and that: "Mr. ABDOU (Egypt) (interpretation)"."""
    found: list[str] = []
    while label[-1:] in _OPEN:
        start = label.rfind(_OPEN[label[-1]])
        if start < 1:
            break
        found.insert(0, label[start + 1 : -1].strip())
        label = label[:start].rstrip()
    return label.rstrip(" ,"), found


def is_running(words: Sequence[str]) -> bool:
    """Whether these are words of a sentence: small ones that no name, office or place has."""
    small = [word for word in words if word[0].islower()]
    return len(small) > 5 or any(word in RUNNING for word in small)


def _is_collective(keys: Sequence[str]) -> bool:
    if keys[0] in ALONE_COLLECTIVE and keys[1:2] and keys[1] in _OF_GROUP:
        return True
    if not all(key in COLLECTIVE or key in QUANTIFIERS for key in keys):
        return False
    nouns = [key for key in keys if key in COLLECTIVE]
    if not nouns or (len(keys) > 1 and keys[0] == "the" and nouns == ["speaker"]):
        return False
    return len(keys) > 1 or keys[0] in ALONE_COLLECTIVE


def _is_chair(keys: Sequence[str]) -> bool:
    """Whether an office alone is that of whoever presides."""
    if not any(key in CHAIRS for key in keys):
        return " ".join(keys).removeprefix("the ") in CHAIRS
    return all(key in CHAIRS or key in CHAIR_MODIFIERS or key.split("-")[-1] in CHAIRS for key in keys)


def _presiding(words: Sequence[str], brackets: Sequence[str], language: str) -> Speaker:
    """Who presides, by name if one stands in brackets."""
    role = " ".join(_without_courtesies(words))
    for inside in brackets:
        head, _, place = inside.partition(", ")
        head, origin = _of_place(head)
        name = parse_name(head, language)
        if name and name.likelihood >= 0.3:
            return Speaker(name=name.name, honorific=name.honorific, role=role, affiliation=origin or place)
    return Speaker(name="", role=role)


def _without_courtesies(words: Sequence[str]) -> Sequence[str]:
    begin = 0
    while begin < len(words) - 1 and words[begin].casefold().rstrip(".") in _COURTESIES:
        begin += 1
    return words[begin:]


def _of_place(text: str) -> tuple[str, str]:
    """Divides "Mr. JONES of Ohio"; a particle of the name is no place."""
    match = _OF_PLACE.search(text)
    return (text[: match.start()], text[match.end() :]) if match else (text, "")


def _named(head: str, brackets: Sequence[str], language: str) -> Label | None:
    who, *parts = (part.strip() for part in head.split(","))
    who, place = _of_place(who)
    name = parse_name(who, language)
    while (
        parts
        and name
        and (longer := parse_name(f"{who}, {parts[0]}", language))
        and longer.name.count(" ") >= name.name.count(" ")
    ):
        who, name, parts = f"{who}, {parts[0]}", longer, parts[1:]
    if name is None or (name.likelihood < 0.25 and not (brackets or parts)):
        return None
    if place and name.likelihood < 0.8 and not who.isupper():
        return None
    notes = [inside for inside in brackets if inside and not inside[0].islower()]
    presides = any(_is_chair([key.casefold() for key in inside.split()]) for inside in notes + parts)
    behind = office([place, *parts] if place else parts, language)
    if parts and name.likelihood < 0.9 and not (behind.role and is_office(behind.role)) and not behind.country:
        return None
    within = _joined(*(bracketed(inside, language) for inside in notes))
    said = _joined(behind, within)
    chair = presides or any(_is_chair([key.casefold()]) for key in name.office.split())
    role = ", ".join(filter(None, (name.office, said.role)))
    speaker = Speaker(
        name=name.name, honorific=name.honorific, role=role, affiliation=said.affiliation, country=said.country
    )
    return Label(speaker=speaker, chair=chair)


def _joined(*offices: Office) -> Office:
    """What several places say of somebody: "Dr. X, Minister (SPD)"."""
    return Office(
        role=", ".join(filter(None, (each.role for each in offices))),
        affiliation=", ".join(filter(None, (each.affiliation for each in offices))),
        country=next(filter(None, (each.country for each in offices)), ""),
    )


def _by_office(words: Sequence[str], brackets: Sequence[str], language: str) -> Label | None:
    """An office in the place of a name: "The Secretary-General", "The CLERK (Mr. SMITH)"."""
    bare = _without_courtesies(words)
    role = " ".join(bare)
    if len(words) > 8 or not is_office(role) or is_organisation(role) or not (len(bare) < len(words) or role.isupper()):
        return None
    return Label(speaker=_presiding(words, brackets, language))
