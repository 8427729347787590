"""Lines that may head a piece, by how they stand and look, and whether there is anything under them."""

from collections.abc import Iterator

from procpub.recovery.addresses import is_closing, is_salutation
from procpub.recovery.body import Body
from procpub.recovery.events import is_bracketed
from procpub.recovery.heading import looks_like_heading, stands_alone
from procpub.recovery.lexicon import DISCUSSIONS

LEAST_TEXT = 25
"""Words under a heading that is known by its form only."""

SURE, LIKELY, GUESSED = 0.95, 0.8, 0.6
"""Confidence in headings: known by their words, by a form that comes again, by their looks."""


def heading_lines(body: Body, taken: set[int]) -> Iterator[int]:
    """Passages that stand alone, look like headings, and are nothing else yet."""
    for index, passage in enumerate(body.passages):
        if index in taken or index in body.labels or is_bracketed(passage.text):
            continue
        if passage.text.casefold().strip(" .:") in DISCUSSIONS:
            continue  # of the piece above
        if not stands_alone(body.passages, index, wrapped=body.wrapped) or not looks_like_heading(passage.text):
            continue
        if not is_salutation(passage.text) and not is_closing(passage.text):
            yield index


def text_follows(body: Body, index: int, least: int = LEAST_TEXT) -> bool:
    """Whether running text stands under a heading, at least so many words, before another line like it."""
    count = 0
    for passage in body.passages[index + 1 : index + 8]:
        count += len(passage.text.split())
        if count >= least and len(passage.text.split()) >= 8:
            return True
    return False
