"""A heading as it was found, and whether a line can be one by how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from procpub.patterns import regex
from procpub.recovery.features import is_capitals, ordinal
from procpub.recovery.labels import Found
from procpub.recovery.paragraphs import Passage
from procpub.recovery.roles import Place
from procpub.recovery.shapes import can_be_heading, title_case

_WORD = regex(r"[^\W\d_]{3}")
_SHORT_WORD = regex(r"[\u3040-\u9fff\uac00-\ud7af]")
"""A heading has a word of three letters, or one in a script that needs fewer."""

LONGEST = 300
"""Characters in a heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a piece begins: its first passage, and the one after its heading (`index` itself if the heading is a label
    run in with the text).

    `kind` is that of matter, `entry` the index of the contents entry for it, `label` the speaker's label that it is,
    `confidence` from 0 to 1; `forced` by an editor; `named` if it is known to be nothing but a name.
    """

    index: int
    end: int
    place: Place
    kind: str = ""
    entry: int | None = None
    confidence: float = 1.0
    label: Found | None = None
    forced: bool = False
    named: bool = False


def stands_alone(passages: Sequence[Passage], index: int, *, wrapped: bool) -> bool:
    """Whether blank lines set a passage off from what is around it; where every paragraph is one line, all do."""
    if not wrapped:
        return True
    before = passages[index].gap > 0 or index == 0
    return before and (index + 1 >= len(passages) or passages[index + 1].gap > 0)


def looks_like_heading(text: str) -> bool:
    """Whether a line has the form of a heading: capitals, or short, unfinished and capitalised, or numbered."""
    if len(text) > LONGEST or not (_WORD.search(text) or (not text.isascii() and _SHORT_WORD.search(text))):
        return False
    if is_capitals(text):
        return len(text.split()) <= 45
    stripped = text.rstrip(".")
    if not can_be_heading(stripped, longest=200):
        return False
    return title_case(stripped) > 0.5 or ordinal(text)[1] > 0
