"""Who speaks, from a contribution's heading: its kind, and what it says of each speaker."""

import re
from dataclasses import dataclass, replace

from slugify import slugify

from procpub.recovery.countries import country_within, is_country
from procpub.recovery.lexicon import CHAIRS, CONNECTIVES, KINDS, OFFICES, ORDINALS, ORGANISATIONS, POSITIONS
from procpub.recovery.names import Speaker, divide_name, looks_like_name, name_likelihood

DEFAULT_KIND = "contribution"

_ANNOUNCEMENT = re.compile(
    rf"(?P<kind>{'|'.join(sorted(map(re.escape, KINDS), key=len, reverse=True))})(?P<topic>\s+\S.{{0,80}}?)??\s+"
    rf"(?P<connective>{'|'.join(CONNECTIVES)})\s+(?:the\s+)?(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6})[.):]\s+")
_AND = re.compile(r"\s+(?:and|und|et|y|&|和)\s+")
_ACCOMPANIED = re.compile(r";\s*(?:accompanied|assisted)\s+by\s+", re.IGNORECASE)
_PLACE_OF_WORK = re.compile(r"\s+(?:of|from|at|in|with|for|von|vom|der|des|am|an|de|du|del|della|do|da)\s+(?:the\s+)?")
_BRACKETED = re.compile(r"(?P<name>[^()]+?) \((?P<inside>[^()]+)\)")
_HOME = re.compile(r"(?:of|from|aus|de)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_OFFICE = re.compile(rf"(?:{'|'.join(OFFICES)})(?=\s)", re.IGNORECASE)
_BY = ("by", "von", "vom", "par", "por", "door", "av", "af")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a heading says: its kind as one token, the speakers, and whether one is announced but not understood."""

    kind: str
    speakers: tuple[Speaker, ...]
    uncertain: bool = False


def announces_speaker(text: str) -> bool:
    """Whether a line begins as announcements do: a kind of contribution, "by" or "of", and a name."""
    announcement = _announcement(text)
    return announcement is not None and bool(_announced(announcement, "en"))


def attribution(heading: str, language: str) -> Attribution:
    """What the heading says about its contribution.

    "Opening Remarks by H.E. Luo Zhaohui, Vice Minister, Ministry of Foreign Affairs, China" gives the kind
    `opening-remarks` and one speaker with all five parts. A heading that announces nobody names a speaker only if it
    is a name with an honorific, an office or an affiliation in brackets.
    """
    text = heading.strip().rstrip(":,").strip()
    text = text.rstrip(".") if text.isupper() else text
    announcement = _announcement(text)
    if announcement:
        speakers = _announced(announcement, language)
        kind = slugify(announcement["kind"]) or DEFAULT_KIND
        return Attribution(kind=kind, speakers=speakers, uncertain=not speakers)
    bracketed = _BRACKETED.fullmatch(text)
    if divide_name(text)[0] or (bracketed and _is_affiliation(bracketed["inside"], language)):
        return Attribution(kind=DEFAULT_KIND, speakers=persons(text, language))
    if name_likelihood(text) >= 0.7:
        return Attribution(kind=DEFAULT_KIND, speakers=persons(text, language))
    return Attribution(kind=DEFAULT_KIND, speakers=())


def _announcement(text: str) -> re.Match[str] | None:
    """The heading divided into kind and speakers, the number or ordinal that it begins with left aside."""
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    first, _, rest = bare.partition(" ")
    return _ANNOUNCEMENT.fullmatch(rest if first.casefold() in ORDINALS and " " in rest else bare) or (
        _ANNOUNCEMENT.fullmatch(bare)
    )


def _announced(announcement: re.Match[str], language: str) -> tuple[Speaker, ...]:
    """The speakers of an announcement. Behind words about its topic ("Address of Welcome by"), only "by" names them."""
    if announcement["topic"] and announcement["connective"].casefold() not in _BY:
        return ()
    rest = announcement["rest"].strip().rstrip(",")
    talk = re.match(r"(?P<who>[^:]{3,80}):\s+\S", rest)
    return persons(talk["who"] if talk else rest, language)


def persons(text: str, language: str) -> tuple[Speaker, ...]:
    """The persons in "Name, role, affiliation, country"; several names share what follows them. Empty if the words are
    no names.
    """
    first, *others = _ACCOMPANIED.split(text)
    bracketed = _BRACKETED.fullmatch(first)
    if bracketed and _is_affiliation(bracketed["inside"], language):
        first = f"{bracketed['name']}, , {bracketed['inside']}"
    names, *parts = (part.strip() for part in first.split(","))
    names, home = _without_home(names)
    office = _OFFICE.match(names)
    title = ""
    if office and looks_like_name(names[office.end() :].strip()):
        title, names = office.group(), names[office.end() :].strip()
    speakers = []
    for whole in _AND.split(names):
        honorific, name = divide_name(whole)
        if not name or not looks_like_name(name) or name.casefold() in CHAIRS | POSITIONS:
            return ()
        speaker = _with_office(name, honorific, _without_degrees(parts), language)
        speaker = replace(speaker, role=speaker.role or title, affiliation=speaker.affiliation or home)
        speakers.append(speaker)
    for other in others:
        speakers += persons(other, language)
    return tuple(speakers)


def _without_home(names: str) -> tuple[str, str]:
    """Divides "Mr. Ames of Ohio" into the name and where its bearer comes from."""
    match = re.search(r"\s+of\s+(?=[^\W\d_])", names, re.IGNORECASE)
    if match and looks_like_name(names[: match.start()]):
        return names[: match.start()], names[match.end() :]
    return names, ""


def _without_degrees(parts: list[str]) -> list[str]:
    """The parts behind a name without those that are degrees: "M.A.", "Jr."."""
    return [part for part in parts if not (part and divide_name(f"X Y, {part}")[1] == "X Y")]


def _is_affiliation(text: str, language: str) -> bool:
    """Whether the words in brackets after a name are where it belongs: an abbreviation, an organisation, a country."""
    return text.isupper() or _is_organisation(text) or is_country(text, language)


def _is_organisation(text: str) -> bool:
    return any(word.strip("().,").casefold() in ORGANISATIONS for word in text.split())


def _with_office(name: str, honorific: str, parts: list[str], language: str) -> Speaker:
    country = ""
    if parts and is_country(parts[-1], language):
        country, parts = parts[-1], parts[:-1]
    home = _HOME.match(parts[0]) if parts else None
    if parts and home:  # "Mrs. Parker, of Glastonbury, Conn."
        parts = ["", ", ".join([parts[0][home.end() :], *parts[1:]])]
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
