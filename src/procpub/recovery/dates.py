"""Dates as title pages print them, in the languages whose month names CLDR knows."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from procpub.model.metadata import Date
from procpub.patterns import regex
from procpub.recovery.locales import names_in

_ORDINAL = r"(?:\.|st|nd|rd|th|º|er)?"
_TO = r"(?:[-–—/]|,?\s(?:and|und|et|y|e|to|bis)\s|&)"
_DAY = rf"(?:(?P<first>\d{{1,2}}){_ORDINAL}\s?{_TO}\s?)?(?P<day>\d{{1,2}}){_ORDINAL}"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_OF = r"(?:\s*(?:de|del|of)\s+|\s*[,.]?\s*)"
_YEAR_LIKE = regex(r"\d{4}")
"""Without it there is no date."""

_NUMERIC = (
    regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    regex(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日)?"),
    regex(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
)


def find_date(text: str, language: str) -> Date | None:
    """The first date, or range of days, printed in the line; `Date.text` is just the words of the date."""
    if not _YEAR_LIKE.search(text):
        return None
    for pattern in (*_named(language), *_NUMERIC):
        match = pattern.search(text)
        found = match and _date(match, language)
        if found:
            return found
    return None


@cache
def _months(language: str) -> Mapping[str, int]:
    """Month names, full and short, of the language and of English, lower-cased."""
    return {**names_in("en").months, **names_in(language).months}


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    return (
        re.compile(rf"\b{_DAY}{_OF}{month}{_OF}{_YEAR}", re.IGNORECASE),
        re.compile(rf"\b{month}\s+{_DAY}\s*,?\s+{_YEAR}", re.IGNORECASE),
        re.compile(rf"\b{month}{_OF}{_YEAR}", re.IGNORECASE),
    )


def _date(match: re.Match[str], language: str) -> Date | None:
    parts = match.groupdict()
    month = _months(language).get(parts["month"].lower()) or int(parts["month"])
    year = int(parts["year"])
    days = [int(parts[name]) for name in ("first", "day") if parts.get(name)]
    try:
        iso = [date(year, month, day).isoformat() for day in days] or [date(year, month, 1).isoformat()[:7]]
    except ValueError:
        return None
    return Date(text=match.group().strip(), when=iso[0], until=iso[1] if len(iso) > 1 else "")
