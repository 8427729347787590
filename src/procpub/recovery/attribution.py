"""Who speaks, from a contribution's heading: its kind, and what it says of each speaker."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from slugify import slugify

from procpub.patterns import regex
from procpub.recovery.countries import is_country
from procpub.recovery.lexicon import CONNECTIVES, KINDS
from procpub.recovery.names import PersonName, Speaker, parse_name
from procpub.recovery.offices import Office, bracketed, is_office, is_organisation, office

__all__ = ["DEFAULT_KIND", "Attribution", "Speaker", "announces_speaker", "attribution", "speakers_in"]

DEFAULT_KIND = "contribution"

BARE, NAMED, WEAK, STRONG = 0.75, 0.5, 0.5, 0.25
"""How likely a name must be: alone; where names are expected; behind "of"; behind "by"."""

_KIND = regex(
    r"(?:(?:\d{1,3}|[IVXLC]{1,7})[.):]?\s+)?(?:[^\W\d_][\w.'’-]*\s+){0,3}?"
    rf"(?P<kind>{'|'.join(sorted(map(re.escape, KINDS), key=len, reverse=True))})(?=\s)",
    re.IGNORECASE,
)
_BY = frozenset({"by", "von", "vom", "par", "por", "door", "przez", "pelo", "pela"})
_MORE = (
    "d'", "d’", "des", "der", "do", "dos", "della", "dell'", "dell’", "dello", "de l'", "de l’", "pelo", "pela",
)  # fmt: skip
_JOINT = regex(
    rf"\s+(?P<joint>{'|'.join(map(re.escape, sorted((*CONNECTIVES, *_MORE), key=len, reverse=True)))})"
    r"(?:\s+|(?<=['’]))(?:(?:the|la|le|el|los|las|the)\s+)?(?=\S)",
    re.IGNORECASE,
)
_REACH = 4
"""Words between a kind and its connective: "Address of Welcome by"."""

_AND = regex(r"\s+(?:and|und|et|y|e|en|og|och|i|и|&|和|sowie|with|mit|avec|con)\s+")
_LEADING_AND = regex(r"(?:and|und|et|y|e|&|sowie)\s+")
_TITLE_BEHIND = regex(r"\s*[:—–]\s+")
_AUTHOR_BEHIND = regex(r"(?P<mark>[,.;:—–-]?)\s+(?:by|von|par|por)\s+(?=\S)", re.IGNORECASE)
_OF_PLACE = regex(r"\s+(?:of|from|aus)\s+(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE)
_BRACKETED = regex(r"(?P<name>[^()\[\]]+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]")


class Attribution(NamedTuple):
    """What a heading says: its kind as one token, the speakers, and whether one is announced but not understood.

    `title` is the title that follows the speakers on the same line, if one does.
    """

    kind: str
    speakers: tuple[Speaker, ...]
    uncertain: bool = False
    title: str = ""


def announces_speaker(text: str) -> bool:
    """Whether a line begins as announcements do: a kind of contribution, "by" or "of", and a name."""
    return len(text) <= 400 and any(speakers for _, speakers, _ in _announcements(_clean(text), "en"))


def attribution(heading: str, language: str, *, named: bool = False) -> Attribution:
    """What the heading says about its contribution.

    "Opening Remarks by H.E. Luo Zhaohui, Vice Minister, Ministry of Foreign Affairs, China" gives the kind
    `opening-remarks` and one speaker with all five parts. A heading that announces nobody names a speaker only if it
    begins with a name that is evident by a title, initials or an office, or ends with "by" and a name. `named` says
    that headings of this volume are names, so that less will do.
    """
    text = _clean(heading)
    kind = ""
    about = ""
    for kind, speakers, about in _announcements(text, language):
        if speakers:
            return Attribution(kind=kind, speakers=speakers, title=about)
    if kind:
        return Attribution(kind=kind, speakers=(), uncertain=not is_organisation(about))
    speakers, title = _alone(text, language, named=named)
    return Attribution(kind=DEFAULT_KIND, speakers=speakers, title=title)


def _clean(heading: str) -> str:
    text = " ".join(heading.split()).rstrip(":, ")
    return text.rstrip(".") if text.isupper() else text


def _announcements(text: str, language: str) -> Iterator[tuple[str, tuple[Speaker, ...], str]]:
    """The ways to read a heading as an announcement: the kind, the speakers, and what follows them (if there are none,
    what stands in their place). The last is without speakers.
    """
    opening = _KIND.match(text)
    if not opening:
        return
    kind = slugify(opening["kind"]) or DEFAULT_KIND
    rest = ""
    end = opening.end()
    direct = text[end:].strip()
    for joint in _JOINT.finditer(text, end):
        if len(text[end : joint.start()].split()) > _REACH:
            break
        rest = rest or text[joint.end() :]
        least = STRONG if joint["joint"].casefold() in _BY else WEAK
        yield kind, *_titled(text[joint.end() :], language, least)
    if direct:
        # "Grußwort Dr. Maier", "Доклад И. И. Иванова": only a title or initials tell
        speakers, title = _titled(direct, language, 0.85)
        if speakers:
            yield kind, speakers, title
    if rest:
        yield kind, (), rest


def _titled(text: str, language: str, least: float) -> tuple[tuple[Speaker, ...], str]:
    """The speakers at the head of a text, and the title that a colon or a dash parts from them."""
    speakers = speakers_in(text, language, least)
    if speakers and not _TITLE_BEHIND.search(text):
        return speakers, ""
    for divide in _TITLE_BEHIND.finditer(text):
        before = speakers_in(text[: divide.start()], language, least)
        if before:
            return before, text[divide.end() :].strip(" ,")
    return speakers, ""


def _alone(text: str, language: str, *, named: bool) -> tuple[tuple[Speaker, ...], str]:
    """The speakers in a heading that announces nobody."""
    who, *behind = text.split(", ")
    inside = _BRACKETED.fullmatch(who)
    evident = bool(inside and _is_affiliation(inside["inside"], language)) or (
        bool(behind)
        and any(is_office(part) or is_organisation(part) or is_country(part, language) for part in behind[:2])
    )
    speakers, title = _titled(text, language, NAMED if evident or named else BARE)
    if speakers:
        return speakers, title
    for match in _AUTHOR_BEHIND.finditer(text):
        found = speakers_in(text[match.end() :], language, 0.6 if match["mark"] or match.group().isupper() else 0.8)
        if found and match.start():
            return found, text[: match.start()].strip(" ,")
    return (), ""


def _is_affiliation(text: str, language: str) -> bool:
    """Whether the words in brackets after a name are where it belongs: an abbreviation, an organisation, a country."""
    return text.isupper() or is_organisation(text) or is_office(text) or is_country(text, language)


def speakers_in(text: str, language: str, least: float = STRONG) -> tuple[Speaker, ...]:
    """The speakers in "Name, role, affiliation, country"; several names share what follows them. Each must be a name at
    least as likely as `least` (0 to 1); none if one is not.
    """
    parts = [part.strip() for part in text.rstrip(" ,").split(",")]
    groups: list[tuple[list[Speaker], list[str]]] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        starts_anew = not groups or _LEADING_AND.match(part) is not None
        names, used = _names(parts, index, language, least) if starts_anew else ([], 1)
        if names:
            groups.append((names, []))
        elif not groups:
            return ()
        elif not groups[-1][1] and (more := _listed(parts, index, language)):
            groups[-1][0].extend(more)
        else:
            groups[-1][1].append(part)
        index += max(used, 1)
    return tuple(_with(speaker, office(behind, language)) for names, behind in groups for speaker in names)


def _names(parts: Sequence[str], index: int, language: str, least: float) -> tuple[list[Speaker], int]:
    """The names in the part at `index`, joined by "and", and how many parts they take up with their degrees."""
    who, used = parts[index], 1
    if index:
        who = who[match.end() :] if (match := _LEADING_AND.match(who)) else who
        least = max(least, 0.6)
    wholes = [who] if parse_name(who, language) and " de " not in who and " y " in who else _AND.split(who)
    while index + used < len(parts) and parse_name(f"{wholes[-1]}, {parts[index + used]}", language):
        wholes[-1] = f"{wholes[-1]}, {parts[index + used]}"
        used += 1
    speakers = [_speaker(whole, language, least) for whole in wholes]
    found = [speaker for speaker in speakers if speaker]
    return (found, used) if len(found) == len(wholes) else ([], 1)


def _listed(parts: Sequence[str], index: int, language: str) -> list[Speaker]:
    """More names after a comma: "Ann Hill, Bo Li and Cy Day", "Dr. A. Hill, Dr. B. Li"."""
    wholes = _AND.split(parts[index])
    ends = any(_AND.search(part) for part in parts[index:]) and not is_office(parts[index])
    speakers = [_speaker(whole, language, 0.6 if ends else 0.8) for whole in wholes]
    found = [speaker for speaker in speakers if speaker]
    if len(found) < len(wholes) or is_country(parts[index], language):
        return []
    return (
        found
        if (ends and len(wholes) > 1) or all(speaker.honorific for speaker in found) or _goes_on(parts, index, language)
        else []
    )


def _goes_on(parts: Sequence[str], index: int, language: str) -> bool:
    """Whether the list of names ends with "and" before anything else stands there."""
    for part in parts[index + 1 :]:
        wholes = _AND.split(part)
        if any(_speaker(whole, language, 0.6) is None for whole in wholes if whole):
            return False
        if len(wholes) > 1 or _LEADING_AND.match(part):
            return True
    return False


def _speaker(whole: str, language: str, least: float) -> Speaker | None:
    """One speaker; a place behind "of" and what stands in brackets are not part of the name."""
    inside = _BRACKETED.fullmatch(whole)
    who = inside["name"] if inside else whole
    place = _OF_PLACE.search(who)
    origin = who[place.end() :] if place else ""
    name: PersonName | None = parse_name(who[: place.start()] if place else who, language)
    if name is None or name.likelihood < least:
        return None
    said = Office(affiliation=origin)
    if origin:
        said = office([origin], language)
    if inside:
        within = bracketed(inside["inside"], language)
        said = Office(
            role=within.role,
            affiliation=", ".join(filter(None, (said.affiliation, within.affiliation))),
            country=said.country or within.country,
        )
    role = ", ".join(filter(None, (name.office, said.role)))
    return Speaker(
        name=name.name, honorific=name.honorific, role=role, affiliation=said.affiliation, country=said.country
    )


def _with(speaker: Speaker, said: Office) -> Speaker:
    """The speaker with what follows all the names."""
    return speaker._replace(
        role=", ".join(filter(None, (speaker.role, said.role))),
        affiliation=", ".join(filter(None, (speaker.affiliation, said.affiliation))),
        country=speaker.country or said.country,
    )
