"""Names of persons: honorifics, degrees, particles and initials told apart, and the labels of speakers."""

import re
from dataclasses import dataclass, replace

from procpub.recovery.countries import is_country
from procpub.recovery.lexicon import (
    BACK_MATTER,
    CHAIRS,
    DAY_WORDS,
    FRONT_MATTER,
    GENERIC_SECTIONS,
    HONORIFICS,
    KINDS,
    OFFICES,
    ORGANISATIONS,
    PART_WORDS,
    PARTICLES,
    SESSION_WORDS,
    VOICES,
)

MOST_WORDS = 7
"""Words in a name."""

LONGEST_LABEL = 12
"""Words in a speaker's label."""

_HONORIFIC = re.compile(rf"(?:(?:{'|'.join(HONORIFICS)})(?:(?<!\w)|(?!\w))\s*)+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|des|dem|den|der|die|del|el|la|le|il)\s+", re.IGNORECASE)
_DEGREES = re.compile(
    r"(?:[\s,]+(?:M\.?\s?D\.?|Ph\.?\s?D\.?|LL\.?\s?[DBM]\.?|D\.?\s?D\.?|M\.?\s?A\.?|B\.?\s?A\.?|B\.?\s?Sc\.?|M\.?\s?Sc\.?|"
    r"D\.?\s?Sc\.?|Sc\.?\s?D\.?|Esq(?:uire)?\.?|Jr\.?|Sr\.?|F\.?\s?R\.?\s?S\.?|K\.?\s?C\.?|Q\.?\s?C\.?|M\.?\s?P\.?|"
    r"MdB|MdL|MdEP|MEP|O\.?B\.?E\.?|C\.?B\.?E\.?|M\.?B\.?E\.?|S\.?\s?J\.?|O\.?\s?P\.?|C\.?\s?E\.?|R\.?\s?N\.?|MBA|"
    r"Litt\.?\s?D\.?|D\.?\s?C\.?\s?L\.?|Mus\.?\s?D\.?|II|III))+\.?$",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"(?:{'|'.join(OFFICES)})(?=\s)", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<head>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")
_PLACE = re.compile(r",?\s+(?:of|from|aus|from the)\s+(?=[^\W\d_])", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_PLAIN = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*[.']?")
_SENTENCE = re.compile(r"[!?;„“”\"«»:]|\.\s+\w{4}")
_LEADING_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "das",
        "die",
        "der",
        "ein",
        "eine",
        "einer",
        "eines",
        "une",
        "un",
        "la",
        "le",
        "el",
        "il",
        "this",
        "that",
        "these",
    ]
)
_NO_NAMES = (
    ORGANISATIONS
    | SESSION_WORDS
    | PART_WORDS
    | DAY_WORDS
    | GENERIC_SECTIONS
    | {word for kind in (*KINDS, *FRONT_MATTER, *BACK_MATTER) for word in kind.split()}
    | {"and", "und", "et", "the", "on", "for", "with", "to", "at", "für", "über", "pour", "sur", "para", "our", "your"}
    | {"of", "in", "en"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person as a heading, label or byline gives them; empty where it says nothing."""

    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    country: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Whom a speaker's label names. `chair`: whoever presides; `collective`: voices, members, nobody by name."""

    speaker: Speaker
    chair: bool = False
    collective: bool = False


def divide_name(text: str) -> tuple[str, str]:
    """The honorific and the name in a person's name as printed, degrees left out, capitals made usual.

    "H.E. LUO Zhaohui" gives ("H.E.", "Luo Zhaohui"), "the Rev. J. HART, M.A." ("Rev.", "J. Hart").
    """
    article = _ARTICLE.match(text.strip())
    bare = _DEGREES.sub("", text.strip()[article.end() if article else 0 :].strip(" ,"))
    match = _HONORIFIC.match(bare)
    if not match:
        return "", usual_case(bare)
    return match.group().strip(), usual_case(bare[match.end() :].strip(" ,"))


def usual_case(name: str) -> str:
    """A name with usual capitals, where words of it are in capitals: "VAN DER BERG" gives "van der Berg"."""
    return " ".join(_usual(word, first=i == 0) for i, word in enumerate(name.split()))


def _usual(word: str, *, first: bool) -> str:
    letters = re.sub(r"^Ma?c(?=[A-Z])", "", word)
    if len(re.sub(r"[^\w]", "", letters)) < 2 or not letters.isupper() or _INITIAL.fullmatch(word):
        return word
    if not first and word.casefold() in PARTICLES:
        return word.casefold()
    capital = re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
    capital = re.sub(r"['’](S|s)\b", lambda part: part.group().casefold(), capital)
    return re.sub(r"^(Ma?c)([a-z])", lambda part: part[1] + part[2].upper(), capital) if letters != word else capital


def looks_like_name(text: str) -> bool:
    """Whether the words can be a name without honorific: few, capitalised but for particles, none of an organisation."""
    words = text.split()
    return (
        0 < len(words) <= MOST_WORDS
        and not any(character.isdigit() for character in text)
        and any(not word[0].islower() for word in words)
        and all(not word[0].islower() or word.casefold().partition("-")[0].strip("'’") in PARTICLES for word in words)
        and not any(word.strip("().,").casefold() in ORGANISATIONS for word in words)
    )


def name_likelihood(text: str) -> float:
    """How likely a line is nothing but a person's name, from 0 to 1: 0.9 with an honorific, degree or initial, 0.7 if
    only its form speaks for it.
    """
    bare = text.strip(" .,:")
    if not bare or len(bare) > 80 or len(bare.split()) > MOST_WORDS + 3 or not looks_like_name(_without_degrees(bare)):
        return 0.0
    honorific, name = divide_name(bare)
    words = name.split()
    plain = [word.strip(".,").casefold() for word in words]
    if not words or any(word in _NO_NAMES for word in plain) or not all(map(_is_name_word, words)):
        return 0.0
    if honorific:
        return 0.95
    if len(words) < 2 or len(words) > 5:
        return 0.0
    evident = any(_INITIAL.fullmatch(word) for word in words) or _DEGREES.search(bare) is not None
    return 0.9 if evident else 0.7


def _without_degrees(text: str) -> str:
    return _DEGREES.sub("", text)


def _is_name_word(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None or _PLAIN.fullmatch(word.strip(",")) is not None


def label_speaker(label: str, language: str) -> Label | None:
    """Whom a speaker's label names, given without its closing mark; None if it cannot be a label.

    Understood: "Mr. JONES of Ohio", "Dr. Braun (XYZ)", "The CHAIRMAN (Senator COCKRELL)", "Präsidentin Eva Maier",
    "Dr. Angela Merkel, Bundeskanzlerin", "A MEMBER", a bare "JOHN SMITH".
    """
    text = label.strip()
    if not text or text[0].islower() or not text[0].isalpha() or len(text) > 120 or len(text.split()) > LONGEST_LABEL:
        return None
    if _SENTENCE.search(_ABBREVIATION.sub("", text)):
        return None
    if " ".join(re.findall(r"\w+", text.casefold())) in VOICES:
        return Label(speaker=Speaker(name=""), collective=True)
    bracketed = _BRACKETED.fullmatch(text)
    head, inside = (bracketed["head"], bracketed["inside"].strip()) if bracketed else (text, "")
    found = _office_alone(head)
    if found:
        inner = label_speaker(inside, language) if inside else None
        name = inner.speaker if inner and inner.speaker.name else found.speaker
        return replace(found, speaker=name)
    return _named(head, inside, language)


_ABBREVIATION = re.compile(
    r"\b(?:[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Hon|Rev|St|Abg|Gen|Col|Capt|Sen|Rep|Gov|Frhr|Ing|Dipl|Dott|Mme)\."
)


def _office_alone(head: str) -> Label | None:
    """Whether it is an office without a name: "The CHAIRMAN", "The SECRETARY"."""
    words = head.split()
    article = words[0].casefold() in _LEADING_ARTICLES or words[0].casefold() in ("mr.", "madam", "señor", "señora")
    office = re.sub(
        r"^(?:acting|deputy|temporary|señora?)\s+", "", " ".join(words[1:] if article else words).casefold()
    )
    office = re.sub(r"^(?:señora?|monsieur|madame)\s+(?:l[ea]\s+)?", "", office)
    if office in CHAIRS:
        return Label(speaker=Speaker(name=""), chair=True)
    if article and len(words) <= 5 and words[0].casefold() in ("the", "le", "la", "der", "die", "el"):
        rest = words[1:]
        last = rest[-1].casefold() if rest else ""
        if re.fullmatch("|".join(OFFICES), last) or (rest and re.fullmatch("|".join(OFFICES), rest[0].casefold())):
            return Label(speaker=Speaker(name="", role=" ".join(rest)))
    return None


def _named(head: str, inside: str, language: str) -> Label | None:
    text, role, affiliation = head, "", ""
    name, comma, after = head.partition(",")
    if comma and not _DEGREES.fullmatch(f" {after.strip()}"):
        role = after.strip()
        if not role or role.split()[0].casefold() in _LEADING_ARTICLES or len(role.split()) > 8:
            return None
        text = name.strip()
    office = _OFFICE.match(text)
    chair = False
    if office:
        chair = office.group().casefold().rstrip(".") in CHAIRS
        role, text = role or office.group(), text[office.end() :].strip()
    place = _PLACE.search(text)
    if place and (_HONORIFIC.match(text) or office):
        affiliation, text = text[place.end() :].strip(" ,"), text[: place.start()]
    honorific, bare = divide_name(text)
    capitals = text.isupper()
    evident = bool(honorific or office or inside)
    words = bare.split()
    if not words or not looks_like_name(bare) or not all(map(_is_name_word, words)):
        return None
    if not evident and not capitals and (len(words) < 2 or name_likelihood(bare) < 0.7):
        return None
    if not evident and any(word.strip(".,").casefold() in _NO_NAMES for word in words):
        return None
    if role and not evident and not role[0].isupper():
        return None
    country = inside if inside and is_country(inside, language) else ""
    speaker = Speaker(
        name=bare,
        honorific=honorific,
        role=role,
        affiliation=affiliation or ("" if country else inside),
        country=country,
    )
    return Label(speaker=speaker, chair=chair)
