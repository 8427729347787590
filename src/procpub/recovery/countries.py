"""Countries, as headings print them: the names that ISO 3166 and CLDR know, in the languages that volumes are in."""

from functools import cache

from procpub.recovery.locales import LEADING_ARTICLE, country_key, names_in

LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "ru", "zh")
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


def is_country(text: str, language: str) -> bool:
    """Whether the text is the name of a country and nothing else."""
    if not text or len(text) > LONGEST or not (text[0].isupper() or LEADING_ARTICLE.match(text) or text[0] > "\u2e80"):
        return False
    key = country_key(text)
    bare = LEADING_ARTICLE.sub("", key, count=1)
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
            if not tail[0].islower() and country_key(tail) in names:
                return tail
    return ""


def is_subdivision(text: str) -> bool:
    """Whether the text is the name of a state, province or county, as ISO 3166-2 has it."""
    return country_key(text) in _subdivisions()


def _own(language: str) -> tuple[str, ...]:
    """English, and the volume's language if it is another."""
    return ("en",) if language.partition("-")[0] in ("en", "") else ("en", language)


@cache
def _usual_names(tags: tuple[str, ...]) -> frozenset[str]:
    """CLDR's names in these languages, which are those in use, and others in use."""
    return _ALSO.union(*(names_in(tag).usual for tag in tags))


@cache
def _names(tags: tuple[str, ...]) -> frozenset[str]:
    """The names in these languages (CLDR's), and those of ISO 3166 with their translations."""
    known = [names_in(tag) for tag in tags]
    names = frozenset[str]().union(*(each.usual | each.official for each in known))
    return names | _ALSO if "en" in tags else names


@cache
def _subdivisions() -> frozenset[str]:
    import pycountry  # here, for its list of them is long and seldom needed

    return frozenset(country_key(part.name) for part in pycountry.subdivisions)
