"""Names of months and countries in the languages of volumes: those that CLDR and ISO 3166 know.

For the languages that most volumes are in, or quote, they lie here as files, which tools/make_locales.py makes: the
libraries that know all languages take longer to load than a volume takes to be recovered. For others, they are asked.
"""

import gettext
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from procpub.patterns import regex

FOLDER = Path(__file__).with_name("locales")

_NO_COUNTRIES = ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO")
"""Codes of territories that are none."""

_TURNED = regex(r"(?P<name>[^()]+) \((?P<what>[^()]+ of(?: the)?)\)")
"""As the United Nations have it: "Iran (Islamic Republic of)"."""

LEADING_ARTICLE = regex(r"^(?:the|la|le|les|l['’]|el|los|die|der|das|il|gli|o|a|os|de)\s*(?=\S)", re.IGNORECASE)


class Names(NamedTuple):
    """What a language calls months and countries: the months' numbers by their names, full and short, in lower case;
    the countries' usual names, and their official ones with what else ISO 3166 has, all as `country_key` gives them.
    """

    months: Mapping[str, int]
    usual: frozenset[str]
    official: frozenset[str]


@cache
def names_in(tag: str) -> Names:
    """The names in the language of a BCP 47 tag; none if the language is not known."""
    path = FOLDER / f"{tag}.json"
    if not path.exists():
        return names_by_libraries(tag)
    data = json.loads(path.read_text(encoding="utf-8"))
    return Names(months=data["months"], usual=frozenset(data["usual"]), official=frozenset(data["official"]))


def names_by_libraries(tag: str) -> Names:
    """The same by babel and pycountry."""
    return Names(
        months=_months(tag),
        usual=frozenset(map(country_key, _territories(tag))) - {""},
        official=frozenset(map(country_key, _iso_names(tag))) - {""},
    )


def country_key(text: str) -> str:
    """What all printings of a country's name share."""
    key = text.replace("’", "'").replace("&", "and").casefold().strip(" .,;")
    turned = _TURNED.fullmatch(key)
    return f"{turned['what']} {turned['name']}" if turned else key


def _months(tag: str) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(tag, sep="-").months
    except (UnknownLocaleError, ValueError):
        return {}
    names = {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in months[context][width].items()
    }
    return {name: number for name, number in names.items() if not name.isdigit()}


def _territories(tag: str) -> Iterator[str]:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(tag.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return
    for code, name in territories.items():
        if code.isalpha() and code not in _NO_COUNTRIES:
            yield name


def _iso_names(tag: str) -> Iterator[str]:
    """The names of ISO 3166, also turned round ("Iran, Islamic Republic of"), as far as they are in the language."""
    import pycountry

    translate = _translation(tag, pycountry.LOCALES_DIR)
    for country in (*pycountry.countries, *pycountry.historic_countries):
        for form in ("name", "common_name", "official_name"):
            name = getattr(country, form, "")
            printed = translate(name) if name else ""
            if not printed or (tag != "en" and printed == name):
                continue
            yield printed
            first, comma, rest = printed.partition(", ")
            if comma:
                yield LEADING_ARTICLE.sub("", f"{rest} {first}")
                yield first
    if tag == "en":
        yield from ("USA", "GBR")


def _translation(tag: str, folder: str) -> Callable[[str], str]:
    code = {"zh": "zh_CN", "no": "nb"}.get(tag, tag.replace("-", "_"))
    return gettext.translation("iso3166-1", folder, languages=[code], fallback=True).gettext
