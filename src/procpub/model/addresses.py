"""Addresses as URIs (RFC 3986) that programs can follow; all editions make theirs of link targets here."""

import re
from urllib.parse import quote

from procpub.model.metadata import Identifier
from procpub.patterns import regex

_RESOLVERS = {"doi:": "https://doi.org/", "urn:nbn:": "https://nbn-resolving.org/urn:nbn:"}
"""What stands in for the beginning of an identifier, so that it becomes the address of its resolver."""

_CHARACTERS = ":/?@!$&'()*+,;=%~"
"""What stands in a URI as it is, besides letters, digits, "-", "." and "_" (RFC 3986, section 2).

Brackets are left out, which only IPv6 addresses may have, and the number sign, which may stand only once.
"""

_STRAY_PERCENT = regex("%(?![0-9A-Fa-f]{2})")

_FOLLOWABLE = regex(r"(https?|ftp)://([^\s/?#@]*@)?[\w.-]+(:\d{1,4})?([/?#]|$)|(mailto|doi|urn|tel):")


def uri(target: str) -> str:
    """The address as a URI: identifiers through their resolvers, characters that URIs may not have percent-encoded.

    Escapes stay as they are, so that the URI of a URI is the same. Question marks and number signs of an identifier are
    encoded: to its resolver they would begin a query or a fragment.
    """
    for prefix, resolver in _RESOLVERS.items():
        if target.startswith(prefix):
            return resolver + _encoded(target.removeprefix(prefix), _CHARACTERS.replace("?", ""))
    address, sign, fragment = target.partition("#")
    return _encoded(address, _CHARACTERS) + sign + _encoded(fragment, _CHARACTERS)


def is_followable(target: str) -> bool:
    """Whether readers will follow the address: it has one of the usual schemes, and a host where it needs one."""
    return _FOLLOWABLE.match(target) is not None


def _encoded(characters: str, kept: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", characters), safe=kept)


def identifier_uri(known: Identifier) -> str:
    """The identifier as a URI: ISBN and ISSN as names (RFC 8141), a DOI by its resolver; others are URIs already."""
    match known.scheme:
        case "isbn":
            return f"urn:isbn:{re.sub('[^0-9Xx]', '', known.value)}"
        case "issn":
            return f"urn:issn:{known.value}"
        case "doi":
            return uri(f"doi:{known.value}")
        case _:
            return known.value
