"""What headings are looked for in, as the stages on lines leave it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from procpub.recovery.addresses import is_salutation
from procpub.recovery.labels import Found
from procpub.recovery.paragraphs import Passage
from procpub.recovery.words import Words

LONGEST_LINE = 160
"""Characters in a line of an author block."""

MOST_LINES = 12
"""Of an author block."""

FARTHEST = 4
"""Blank lines between a heading and the authors under it."""


class Body(NamedTuple):
    """What headings are looked for in: raw paragraphs, the labels of speakers among them, where speeches begin, and the
    document's own words.
    """

    passages: Sequence[Passage]
    labels: Mapping[int, Found]
    speeches: Sequence[int]
    words: Words
    language: str
    wrapped: bool


def short_lines(body: Body, begin: int, end: int | None = None) -> list[str]:
    """The short lines from `begin` on, in which authors and their affiliations may be named; up to `end` at most."""
    lines: list[str] = []
    for index in range(begin, min(begin + MOST_LINES, len(body.passages) if end is None else end)):
        passage = body.passages[index]
        if index in body.labels or len(passage.text) > LONGEST_LINE or is_salutation(passage.text):
            break
        if lines and passage.gap > FARTHEST:
            break
        lines.append(passage.text)
    return lines
