"""Addresses become URIs, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.model.addresses import identifier_uri, is_followable, uri
from procpub.model.metadata import Identifier


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/a?b=c&d=(e)#f", "https://example.org/a?b=c&d=(e)#f"),
        ("https://example.org/é <1>", "https://example.org/%C3%A9%20%3C1%3E"),
        ("https://example.org/100%/%C3%A9", "https://example.org/100%25/%C3%A9"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1002/(SICI)1<1::AID-A1>3.0?#2", "https://doi.org/10.1002/(SICI)1%3C1::AID-A1%3E3.0%3F%232"),
        ("urn:nbn:de:101:1-2019", "https://nbn-resolving.org/urn:nbn:de:101:1-2019"),
        ("urn:isbn:9783161484100", "urn:isbn:9783161484100"),
    ],
)
def test_an_address_becomes_a_uri(target: str, expected: str) -> None:
    assert uri(target) == expected


@given(st.text())
def test_the_uri_of_a_uri_is_the_same(target: str) -> None:
    assert uri(uri(target)) == uri(target)


@pytest.mark.parametrize("target", ["", "there", "https://", "https://[the-site]/", "javascript:alert(1)"])
def test_an_address_without_host_or_usual_scheme_leads_nowhere(target: str) -> None:
    assert not is_followable(target)


@pytest.mark.parametrize(
    ("scheme", "value", "uri_of_it"),
    [
        ("isbn", "978-3-16-148410-0", "urn:isbn:9783161484100"),
        ("issn", "1234-5679", "urn:issn:1234-5679"),
        ("doi", "10.1000/182", "https://doi.org/10.1000/182"),
        ("urn", "urn:nbn:de:101:1-2019", "urn:nbn:de:101:1-2019"),
    ],
)
def test_identifiers_are_uris(scheme: str, value: str, uri_of_it: str) -> None:
    assert identifier_uri(Identifier(scheme=scheme, value=value)) == uri_of_it
