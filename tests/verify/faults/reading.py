"""Editions compared, of which all but one were read before."""

import pickle
from collections.abc import Iterable
from functools import lru_cache

from procpub.verify import Verification
from procpub.verify.checks import verified
from procpub.verify.extract import witness_of
from procpub.verify.witness import Witness
from tests.verify.faults.volume import Editions


def compared(editions: Editions, faulty: Iterable[str]) -> Verification:
    """What `procpub.verify.verify` says of editions. Only the faulty ones are read anew, to save time."""
    anew = frozenset(faulty)
    return verified(
        {name: witness_of(data, name) if name in anew else _kept(data, name) for name, data in editions.items()}
    )


def _kept(data: bytes, name: str) -> Witness:
    """What an edition says: a copy, for comparing changes it."""
    witness = pickle.loads(_pickled(data, name))
    assert isinstance(witness, Witness)
    return witness


@lru_cache(8)
def _pickled(data: bytes, name: str) -> bytes:
    return pickle.dumps(witness_of(data, name))
