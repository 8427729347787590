"""Dates with what machines read of them: TEI's class att.datable.w3c (Guidelines 14.4.1)."""

from procpub.model.metadata import Date
from procpub.writers.tei.xml import Element, add


def add_date(parent: Element, name: str, date: Date, words: str = "") -> Element:
    """Appends a dated element: with the date as printed, or with these words, which say the same."""
    dating = {"from": date.when, "to": date.until} if date.until else {"when": date.when}
    return add(parent, name, words or date.text, **dating)
