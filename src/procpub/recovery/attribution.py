"""Who speaks, from a contribution's heading: its kind, and what it says of each speaker."""

import re
from dataclasses import dataclass

from slugify import slugify

from procpub.recovery.countries import country_within, is_country
from procpub.recovery.lexicon import CONNECTIVES, HONORIFICS, KINDS, ORGANISATIONS

DEFAULT_KIND = "contribution"

_HONORIFIC = re.compile(rf"(?:(?:{'|'.join(HONORIFICS)})(?:(?<!\w)|(?!\w))\s*)+(?=\S)", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    rf"(?P<kind>{'|'.join(sorted(map(re.escape, KINDS), key=len, reverse=True))})\s+"
    rf"(?:{'|'.join(CONNECTIVES)})\s+(?:the\s+)?(?P<rest>\S.*)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "al",
        "af",
        "av",
        "ap",
        "bin",
        "bint",
        "d",
        "da",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "en",
        "ibn",
        "in",
        "la",
        "las",
        "le",
        "los",
        "of",
        "ter",
        "ten",
        "und",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "zum",
        "zur",
    ]
)
_AND = re.compile(r"\s+(?:and|und|et|y|&|和)\s+")
_PLACE_OF_WORK = re.compile(r"\s+(?:of|from|at|in|with|for|von|vom|der|des|am|an|de|du|del|della|do|da)\s+(?:the\s+)?")
_BRACKETED = re.compile(r"(?P<name>[^()]+?) \((?P<inside>[^()]+)\)")
_NAME_LIMIT = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker as the heading announces them; empty where it says nothing."""

    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a heading says: its kind as one token, the speakers, and whether one is announced but not understood."""

    kind: str
    speakers: tuple[Speaker, ...]
    uncertain: bool = False


def announces_speaker(text: str) -> bool:
    """Whether a line begins as announcements do: a kind of contribution, "by" or "of", and a name."""
    announcement = _ANNOUNCEMENT.fullmatch(text)
    return announcement is not None and bool(_speakers(announcement["rest"], "en"))


def attribution(heading: str, language: str) -> Attribution:
    """What the heading says about its contribution.

    "Opening Remarks by H.E. Luo Zhaohui, Vice Minister, Ministry of Foreign Affairs, China" gives the kind
    `opening-remarks` and one speaker with all five parts. A heading that announces nobody names a speaker only if it
    begins with an honorific or ends with an affiliation in brackets.
    """
    text = heading.strip().rstrip(":")
    text = text.rstrip(".") if text.isupper() else text
    announcement = _ANNOUNCEMENT.fullmatch(text)
    if announcement:
        kind = slugify(announcement["kind"]) or DEFAULT_KIND
        speakers = _speakers(announcement["rest"], language)
        return Attribution(kind=kind, speakers=speakers, uncertain=not speakers)
    bracketed = _BRACKETED.fullmatch(text)
    if _HONORIFIC.match(text) or (bracketed and _is_affiliation(bracketed["inside"], language)):
        return Attribution(kind=DEFAULT_KIND, speakers=_speakers(text, language))
    return Attribution(kind=DEFAULT_KIND, speakers=())


def _speakers(text: str, language: str) -> tuple[Speaker, ...]:
    """Speakers in "Name, role, affiliation, country"; several names share what follows them."""
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed and _is_affiliation(bracketed["inside"], language):
        text = f"{bracketed['name']}, , {bracketed['inside']}"
    names, *parts = (part.strip() for part in text.split(","))
    speakers = []
    for whole in _AND.split(names):
        match = _HONORIFIC.match(whole)
        honorific = match.group().strip() if match else ""
        name = whole[match.end() :].strip() if match else whole
        if not _looks_like_name(name):
            return ()
        speakers.append(_with_office(name, honorific, parts, language))
    return tuple(speakers)


def _is_affiliation(text: str, language: str) -> bool:
    """Whether the words in brackets after a name are where it belongs: an abbreviation, an organisation, a country."""
    return text.isupper() or _is_organisation(text) or is_country(text, language)


def _is_organisation(text: str) -> bool:
    return any(word.strip("()").casefold() in ORGANISATIONS for word in text.split())


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _NAME_LIMIT
        and not any(character.isdigit() for character in text)
        and any(not word[0].islower() for word in words)
        and all(not word[0].islower() or word.casefold().partition("-")[0] in _PARTICLES for word in words)
        and not _is_organisation(text)
    )


def _with_office(name: str, honorific: str, parts: list[str], language: str) -> Speaker:
    country = ""
    if parts and is_country(parts[-1], language):
        country, parts = parts[-1], parts[:-1]
    role, affiliation = (parts[0], ", ".join(parts[1:])) if parts else ("", "")
    role, workplace = _divided(role)
    affiliation = ", ".join(filter(None, (workplace, affiliation)))
    return Speaker(
        name=name,
        honorific=honorific,
        role=role,
        affiliation=affiliation,
        country=country or country_within(affiliation, language),
    )


def _divided(role: str) -> tuple[str, str]:
    """Divides "Head of the National Agency" into role and workplace; "Minister of Foreign Affairs" stays whole."""
    for match in _PLACE_OF_WORK.finditer(role):
        workplace = role[match.end() :]
        if _is_organisation(workplace):
            return role[: match.start()], workplace
    return ("", role) if _is_organisation(role) else (role, "")
