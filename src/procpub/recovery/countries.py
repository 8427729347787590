"""Countries, as headings print them: CLDR's names in English and the volume's language, and others in use."""

from functools import cache

from babel import Locale, UnknownLocaleError

_ALSO = frozenset({
    "usa", "us", "u.s.a.", "u.s.", "united states of america", "uk", "u.k.", "great britain", "england", "scotland",
    "wales", "northern ireland", "uae", "u.a.e.", "prc", "people's republic of china", "p.r. china", "pr china", "drc",
    "democratic republic of the congo", "dprk", "korea", "republic of korea", "czech republic", "turkey", "holland",
    "the netherlands", "burma", "myanmar", "ivory coast", "cape verde", "east timor", "swaziland", "macedonia",
    "palestine", "viet nam", "lao pdr", "laos", "russian federation", "hong kong", "macao", "macau", "taiwan",
    "brd", "ddr", "bundesrepublik deutschland",
})  # fmt: skip


@cache
def _names(language: str) -> frozenset[str]:
    names = set(_ALSO)
    for tag in ("en", language):
        try:
            territories = Locale.parse(tag, sep="-").territories
        except (UnknownLocaleError, ValueError):
            continue
        names |= {name.casefold() for code, name in territories.items() if code.isalpha() and code not in ("EU", "UN")}
    return frozenset(names)


def is_country(text: str, language: str) -> bool:
    """Whether the text is the name of a country and nothing else."""
    return text.replace("’", "'").casefold().strip() in _names(language)


def country_within(text: str, language: str) -> str:
    """The country that a text ends with, as printed there ("... of the Republic of Tajikistan"); empty if none."""
    words = text.split()
    for start in range(max(1, len(words) - 5), len(words)):
        tail = " ".join(words[start:])
        if is_country(tail, language):
            return tail
    return ""
