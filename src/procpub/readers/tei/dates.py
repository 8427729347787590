"""Dates as TEI writes them: what is printed in the text, what machines read in attributes (Guidelines 14.4.1)."""

import re

from procpub.model.check import is_date
from procpub.model.metadata import Date
from procpub.readers.tei.xml import Element

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

_YEAR = re.compile(r"\b(?:1\d{3}|2[01]\d\d)\b")


def date_of(element: Element) -> Date | None:
    """The date in a dated element; None if it tells no year."""
    text = element.text
    exact = _first(element, "when", "when-iso")
    until = "" if exact else _first(element, "to", "notAfter", "to-iso")
    year = _YEAR.search(text)
    start = exact or _first(element, "from", "notBefore", "from-iso") or until or (year.group() if year else "")
    if not start:
        return None
    return Date(text=text or start, when=start, until=until if until >= start[: len(until)] else "")


def day_of(element: Element, name: str) -> str:
    """The day, month or year in an attribute; empty if there is none."""
    found = _ISO.match(element.get(name))
    return found.group() if found and is_date(found.group()) else ""


def _first(element: Element, *names: str) -> str:
    return next(filter(None, (day_of(element, name) for name in names)), "")
