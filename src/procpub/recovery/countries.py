"""Countries, as headings print them: the names that ISO 3166 and CLDR know, in the languages that volumes are in."""

import gettext
import re
from collections.abc import Callable, Iterator
from functools import cache

from procpub.patterns import regex

LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "ru", "zh_Hans")
"""Languages in which names of countries are known in every volume, beside its own and English."""

_ALSO = frozenset({
    "u.s.a", "u.s", "us", "u.s. of america", "uk", "u.k", "great britain", "england", "scotland", "wales",
    "northern ireland", "uae", "u.a.e", "prc", "p.r. china", "p. r. china", "pr china", "drc", "dprk", "rok", "korea",
    "ussr", "u.s.s.r", "holland", "burma", "ivory coast", "cape verde", "swaziland", "macedonia", "turkey",
    "czech republic",
    "czechoslovakia", "yugoslavia", "zaire", "dahomey", "upper volta", "brd", "ddr", "srbija", "prussia", "preußen",
    "eua", "ee. uu", "ee.uu", "rf", "сша", "ссср", "lao pdr",
    "holy see", "soviet union", "sowjetunion", "union soviétique", "czecho-slovakia", "persia", "siam",
})  # fmt: skip
"""What no standard gives: abbreviations, and names of the past."""

LONGEST = 60
"""Characters in the name of a country."""

_TURNED = regex(r"(?P<name>[^()]+) \((?P<what>[^()]+ of(?: the)?)\)")
"""As the United Nations have it: "Iran (Islamic Republic of)"."""

_ARTICLES = regex(r"^(?:the|la|le|les|l['’]|el|los|die|der|das|il|gli|o|a|os|de)\s*(?=\S)", re.IGNORECASE)


def is_country(text: str, language: str) -> bool:
    """Whether the text is the name of a country and nothing else."""
    if not text or len(text) > LONGEST or not (text[0].isupper() or _ARTICLES.match(text) or text[0] > "\u2e80"):
        return False
    key = _key(text)
    bare = _ARTICLES.sub("", key, count=1)
    own = _names(_own(language))
    if key in own or bare in own:
        return True
    if text.isupper() and len(text) <= 5:
        return False
    others = _names(LANGUAGES)
    return key in others or bare in others


def country_within(text: str, language: str) -> str:
    """The country that a text ends with, as printed there ("... of the Republic of Tajikistan"); empty if none."""
    words = text.rstrip(" .").split()
    tails = [" ".join(words[start:]) for start in range(max(1, len(words) - 5), len(words))]
    # The usual name first: "the Republic of Tajikistan" is Tajikistan.
    for names in (_usual_names(_own(language)), _names(_own(language))):
        for tail in tails:
            if not tail[0].islower() and _key(tail) in names:
                return tail
    return ""


def is_subdivision(text: str) -> bool:
    """Whether the text is the name of a state, province or county, as ISO 3166-2 has it."""
    return _key(text) in _subdivisions()


def _key(text: str) -> str:
    key = text.replace("’", "'").replace("&", "and").casefold().strip(" .,;")
    turned = _TURNED.fullmatch(key)
    return f"{turned['what']} {turned['name']}" if turned else key


def _own(language: str) -> tuple[str, ...]:
    """English, and the volume's language if it is another."""
    return ("en",) if language.partition("-")[0] in ("en", "") else ("en", language)


@cache
def _usual_names(tags: tuple[str, ...]) -> frozenset[str]:
    """CLDR's names in these languages, which are those in use, and others in use."""
    names = {_key(name) for tag in tags for name in _territories(tag)}
    return frozenset((names | set(_ALSO)) - {""})


@cache
def _names(tags: tuple[str, ...]) -> frozenset[str]:
    """The names in these languages (CLDR's), and those of ISO 3166 with their translations."""
    names = set(_ALSO) if "en" in tags else set()
    for tag in tags:
        names.update(map(_key, _territories(tag)))
    names.update(map(_key, _iso_names(tags)))
    return frozenset(names - {""})


def _territories(tag: str) -> Iterator[str]:
    from babel import Locale, UnknownLocaleError  # imported when a name is asked for: it reads a file for each language

    try:
        territories = Locale.parse(tag.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return
    for code, name in territories.items():
        if code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
            yield name


def _iso_names(tags: tuple[str, ...]) -> Iterator[str]:
    """The names of ISO 3166, also turned round ("Iran, Islamic Republic of"), in English and as the tags say it."""
    import pycountry  # as above

    forms = [
        name
        for country in (*pycountry.countries, *pycountry.historic_countries)
        for name in (country.name, getattr(country, "common_name", ""), getattr(country, "official_name", ""))
        if name
    ]
    for tag in tags:
        translate = _translation(tag, pycountry.LOCALES_DIR)
        for name in forms:
            printed = translate(name)
            if tag != "en" and printed == name:
                continue
            yield printed
            first, comma, rest = printed.partition(", ")
            if comma:
                yield _ARTICLES.sub("", f"{rest} {first}")
                yield first
    if "en" in tags:
        yield from (country.alpha_3 for country in pycountry.countries if country.alpha_3 in ("USA", "GBR"))


def _translation(tag: str, folder: str) -> Callable[[str], str]:
    code = {"zh": "zh_CN", "zh_Hans": "zh_CN", "no": "nb"}.get(tag, tag.replace("-", "_"))
    return gettext.translation("iso3166-1", folder, languages=[code], fallback=True).gettext


@cache
def _subdivisions() -> frozenset[str]:
    import pycountry  # as above

    return frozenset(_key(part.name) for part in pycountry.subdivisions)
