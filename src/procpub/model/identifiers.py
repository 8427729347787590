"""Identifiers of a volume: which schemes there are, and what is well-formed in each.

A printed volume may bear a wrong number, and the model keeps it as printed; this is for numbers that somebody asserts.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from procpub.model.check import LINK_TARGET
from procpub.model.metadata import Identifier


def problem_of(identifier: Identifier) -> str | None:
    """What is wrong with the identifier, as the end of a sentence; None if it is well-formed."""
    if identifier.scheme not in SCHEMES:
        return f"the schemes are {', '.join(SCHEMES)}"
    return SCHEMES[identifier.scheme](identifier.value)


def _isbn(value: str) -> str | None:
    """ISO 2108: 13 digits, weighted 1 and 3, have a sum that 10 divides; of 10, weighted 10 to 1, 11 divides it."""
    digits = re.sub("[ -]", "", value).upper()
    if re.fullmatch("97[89][0-9]{10}", digits):
        return _CHECK_DIGIT if _weighted(digits, (1, 3) * 7) % 10 else None
    if re.fullmatch("[0-9]{9}[0-9X]", digits):
        return _CHECK_DIGIT if _weighted(digits, range(10, 0, -1)) % 11 else None
    return "an ISBN has 10 digits, or 13 that begin with 978 or 979"


def _issn(value: str) -> str | None:
    """ISO 3297: eight digits, weighted 8 to 1, have a sum that 11 divides."""
    if not re.fullmatch("[0-9]{4}-?[0-9]{3}[0-9Xx]", value):
        return "an ISSN has 8 digits, such as 1234-5679"
    return _CHECK_DIGIT if _weighted(value.replace("-", "").upper(), range(8, 0, -1)) % 11 else None


def _doi(value: str) -> str | None:
    """ISO 26324: "10.", the registrant's number, which may be subdivided, a slash, and what the registrant likes."""
    well_formed = re.fullmatch(r"10\.[0-9]+(\.[0-9]+)*/\S+", value)
    return None if well_formed else "a DOI begins with 10. and has a slash, such as 10.1000/182"


def _uri(value: str) -> str | None:
    well_formed = value.startswith(("http://", "https://")) and LINK_TARGET.fullmatch(value)
    return None if well_formed else "an address begins with https:// or http://, and has no spaces"


def _urn(value: str) -> str | None:
    """RFC 8141, section 2: "urn:", a namespace of 2 to 32 characters, a colon, a name."""
    well_formed = re.match("urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:", value) and LINK_TARGET.fullmatch(value)
    return None if well_formed else "a URN begins with urn: and a namespace, such as urn:nbn:de:101:1-2019"


SCHEMES: Mapping[str, Callable[[str], str | None]] = {
    "isbn": _isbn,
    "issn": _issn,
    "doi": _doi,
    "uri": _uri,
    "urn": _urn,
}

_CHECK_DIGIT = "its check digit is wrong"


def _weighted(digits: str, weights: Iterable[int]) -> int:
    """The sum of the digits, X for 10, each times its weight; weights that are left over do not count."""
    return sum(weight * (10 if digit == "X" else int(digit)) for digit, weight in zip(digits, weights, strict=False))
