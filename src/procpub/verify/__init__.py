"""Editions read back by other means than the writers', and compared: do they say the same?

An edition becomes a `Witness` (what it says, whatever its format), the witnesses of one volume are collated check by
check, as philologists collate manuscripts, and what comes of it is a `Verification`. Nothing here knows the writers,
nor the model, not even for numerals or the grid of tables: what both made the same mistake in would agree.
"""

from collections.abc import Mapping, Sequence

from procpub.verify.checks import verified
from procpub.verify.extract import witness_of
from procpub.verify.source import SourceLine
from procpub.verify.verification import Difference, Outcome, Reading, Verification

__all__ = ["Difference", "Outcome", "Reading", "SourceLine", "Verification", "verify"]


def verify(editions: Mapping[str, bytes], source: Sequence[SourceLine] = ()) -> Verification:
    """Compares editions of one volume with each other, and with their source.

    Args:
        editions: the contents of the files, by names that the outcome calls them by.
        source: the lines of the text that they were made from, with what was decided about each.

    Raises:
        InputError: a file is no edition, or is damaged.
        MissingLibraryError: a library that reads it is not installed.
    """
    return verified({name: witness_of(data, name) for name, data in editions.items()}, source)
