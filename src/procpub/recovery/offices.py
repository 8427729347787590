"""What stands behind a name: what somebody is, where they work, which country they come from."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.countries import country_within, is_country
from procpub.recovery.lexicon import ORGANISATION_ENDINGS, ORGANISATIONS
from procpub.recovery.person_words import OFFICE_ENDINGS, OFFICES

_PLACE_OF_WORK = regex(
    r"(?:,?\s+(?:of|from|at|in|with|for|on|von|vom|der|des|am|an|beim|bei|im|aus|de|du|des|del|della|do|da|di|dos|"
    r"à|au|aux|en|nel|nella|presso|van|bij|för|vid|ved|of the)\s+(?:(?:the|la|las|los|le|les|der|dem|den|het|de)\s+)?"
    r"(?:l['’]\s?)?|\s+(?:de l|d|dell|all|à l)['’]\s?)",
    re.IGNORECASE,
)
_ORIGIN = regex(r"\s+(?:from|aus)\s+(?:(?:the|dem|der)\s+)?", re.IGNORECASE)
_OF_PLACE = regex(
    r"(?:of|from|in|at|aus|von|vom|zu|de|d['’]|du|à|da|di|del|van|te|fra|från|из)(?:\s+(?:the|der|dem|la|las|los|le)\b)?"
    r"(?:\s+|(?<=['’]))(?=\S)",
    re.IGNORECASE,
)
_ARTICLE = regex(r"(?:an?|the|ein|eine|une?|una?|der|die|le|la|el|il|l['’])(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)
_OF_COUNTRY = regex(r"\s+(?:of|of the|de|de la|du|des|von|der|del|di|do|da|van)\s+$", re.IGNORECASE)
_WORDS = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_COMPOUNDS = (
    "ministerium", "institut", "universität", "gesellschaft", "verband", "verein", "akademie", "hochschule", "kammer",
    "anstalt", "stiftung", "zentrum", "fakultät", "behörde", "museum", "ausschuss", "fraktion", "universiteit",
    "universitet", "universitetet", "institutet", "förening", "högskola", "ministeriet", "instituut",
)  # fmt: skip
"""How compounds that name an organisation end; a genitive adds "s" or "es"."""


class Office(NamedTuple):
    """What is said of somebody beside the name; empty where nothing is."""

    role: str = ""
    affiliation: str = ""
    country: str = ""


def is_organisation(text: str) -> bool:
    """Whether the text names an organisation: a noun of its kind stands in it."""
    for word in _WORDS.findall(text.casefold()):
        if word in ORGANISATIONS:
            return True
        if len(word) > 8 and (word.endswith(_COMPOUNDS) or word.rstrip("es").endswith(_COMPOUNDS)):
            return True
    return text.endswith(ORGANISATION_ENDINGS)


def is_office(text: str) -> bool:
    """Whether the text says what somebody is or does: a noun for that stands in it."""
    for word in _WORDS.findall(text.casefold()):
        if word in OFFICES or (len(word) > 6 and word.endswith(OFFICE_ENDINGS)):
            return True
        if "-" in word and not OFFICES.isdisjoint(word.split("-")):
            return True
    return False


def office(parts: Sequence[str], language: str) -> Office:
    """Role, affiliation and country from what is printed behind a name, divided at its commas.

    ["Head of the National Agency for Seas", "Spain"] has all three. A place without an office ("of Indiana", "Ohio") is
    where somebody comes from: the affiliation.
    """
    parts = [part.strip() for part in parts if part.strip(" .,;")]
    country = ""
    if parts and not is_organisation(parts[-1]):
        last = parts[-1].rstrip(".") if not parts[-1].isupper() else parts[-1]
        place = _OF_PLACE.match(last)
        bare = last[place.end() :] if place else last
        if is_country(bare, language):
            country, parts = bare, parts[:-1]
    origin = ""
    if len(parts) > 1 and _OF_PLACE.match(parts[0]) and is_office(parts[1]):
        origin, parts = _without(_OF_PLACE, parts[0]), parts[1:]  # "of New York, Secretary of State"
    roles, rest = _roles(parts)
    role, workplace = _divided(", ".join(roles)) if roles else ("", "")
    role = _without(_ARTICLE, role)
    affiliation = ", ".join(filter(None, (origin, workplace, *rest)))
    if not roles:
        affiliation = _without(_OF_PLACE, affiliation)
    if role and not country:
        role, country = _without_country(role, language)
    return Office(role=role, affiliation=affiliation, country=country or country_within(affiliation, language))


def bracketed(inside: str, language: str) -> Office:
    """What stands in brackets behind a name: an office, or else where somebody belongs."""
    parts = inside.split(", ")
    if len(parts) == 1 and not (is_office(inside) and not is_organisation(inside)):
        if is_country(inside, language):
            return Office(country=inside)
        return Office(affiliation=inside, country=country_within(inside, language))
    return office(parts, language)


def _roles(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """The parts that say what somebody is, and those that say where."""
    count = 0
    while count < len(parts) and is_office(parts[count]) and (count == 0 or not is_organisation(parts[count])):
        count += 1
        if is_organisation(parts[count - 1]):
            break
    if count == 0 and parts and not is_organisation(parts[0]) and not _OF_PLACE.match(parts[0]):
        small = parts[0][0].islower()
        if small or any(map(is_organisation, parts[1:])):
            count = 1
    return list(parts[:count]), list(parts[count:])


def _divided(role: str) -> tuple[str, str]:
    """Divides "Head of the National Agency" into role and workplace; "Minister of Foreign Affairs" stays whole."""
    origin = _ORIGIN.search(role)
    if origin and role[origin.end() : origin.end() + 1].isupper():
        return role[: origin.start()], role[origin.end() :]
    for match in _PLACE_OF_WORK.finditer(role):
        workplace = role[match.end() :]
        if is_organisation(workplace) and is_office(role[: match.start()]):
            return role[: match.start()], workplace
    return (role, "") if is_office(role) or not is_organisation(role) else ("", role)


def _without_country(role: str, language: str) -> tuple[str, str]:
    """Takes the country off "Minister of Trade of Japan"."""
    country = country_within(role, language)
    before = role.rstrip(" .")[: -len(country)] if country else ""
    joint = _OF_COUNTRY.search(before)
    return (before[: joint.start()], country) if joint else (role, country)


def _without(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return text[match.end() :] if match else text
