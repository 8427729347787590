"""Facts about a volume, brought into one form: what each format calls otherwise or writes otherwise."""

import re
from collections.abc import Iterable

_SCHEME = re.compile(r"^(?:urn:(?!uuid)|https?://(?:dx\.)?doi\.org/|doi:|uri:|isbn[:\s]*|issn[:\s]*)+", re.IGNORECASE)
_BOOK_NUMBER = re.compile(r"[0-9xX\s-]{8,20}")


def identifiers(said: Iterable[str]) -> tuple[str, ...]:
    """Identifiers without the name of their scheme, hyphens of book numbers taken out, sorted; what a program made up
    for the file alone (a UUID) is none.
    """
    found = set()
    for each in said:
        value = _SCHEME.sub("", each.strip())
        if value.lower().startswith("urn:uuid:") or not value:
            continue
        found.add(re.sub(r"[\s-]", "", value).upper() if _BOOK_NUMBER.fullmatch(value) else value)
    return tuple(sorted(found))


def licence(said: Iterable[str]) -> tuple[str, ...]:
    """The words of a licence and its address, each once: formats put them in one place or in two."""
    return tuple(dict.fromkeys(word for each in said for word in each.split()))
