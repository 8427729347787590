"""Where a word may be divided, by the hyphenation patterns of its language.

The patterns are those of LibreOffice, in Knuth and Liang's form; pyphen finds them by language and applies them. A
dictionary takes up to half a second to load, so it is loaded when a document's own words have left a question open.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]  # pyphen has no annotations


def is_division(left: str, right: str, language: str) -> bool | None:
    """Whether the word `left` + `right` may be divided between the two; None if there are no patterns for the language.

    `language` is a BCP 47 tag.
    """
    dictionary = _dictionary(language)
    return None if dictionary is None else len(left) in dictionary.positions((left + right).lower())


@cache
def _dictionary(language: str) -> "Pyphen | None":
    from pyphen import Pyphen, language_fallback  # here, because the import is slow and seldom needed

    known = language_fallback("nb" if language.partition("-")[0] == "no" else language) if language else None
    return Pyphen(lang=known, left=1, right=1) if known else None
