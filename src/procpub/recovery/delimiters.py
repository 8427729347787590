"""Which asterisks and underscores belong together: "delimiter runs" and "process emphasis" of CommonMark 0.31.2
(section 6.2, and the appendix on parsing).

markdown-it, of which nothing but this was needed, takes longer to load than a volume's emphasis takes to be read. The
tests compare the two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from procpub.patterns import regex
from procpub.records import dataclass as frozen_dataclass

_RUN = regex(r"\*+|_+")
_CONTROL_SPACES = "\t\n\v\f\r"


@frozen_dataclass(frozen=True, slots=True)
class Pair:
    """Marks around something: where the opening ones begin and the closing ones end, and how many there are on each
    side: 1 for emphasis, 2 for strong emphasis.
    """

    begin: int
    end: int
    width: int


@dataclass(slots=True)
class _Run:
    """A run of marks, of which `start` to before `end` are not used yet; `length` is how many there were."""

    mark: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


def pairs(text: str) -> list[Pair]:
    """The pairs of marks in a text, in the order in which they begin; those inside others come after them."""
    found: list[Pair] = []
    opened: list[_Run] = []  # runs that may still open something, in order
    hopeless: dict[tuple[str, bool, int], int] = {}  # for each kind of closing run, up to where none opens for it
    for run in _runs(text):
        while run.closes and run.start < run.end:
            kind = (run.mark, run.opens, run.length % 3)
            place = _opener(opened, run, hopeless.get(kind, -1))
            if place is None:
                hopeless[kind] = run.start
                break
            opener = opened[place]
            del opened[place + 1 :]
            width = 2 if min(opener.end - opener.start, run.end - run.start) >= 2 else 1
            opener.end -= width
            run.start += width
            found.append(Pair(opener.end, run.start, width))
            if opener.start == opener.end:
                opened.pop()
        if run.opens and run.start < run.end:
            opened.append(run)
    return sorted(found, key=lambda pair: (pair.begin, -pair.end))


def _opener(opened: Sequence[_Run], closer: _Run, bottom: int) -> int | None:
    """The place of the nearest run that the closing one makes a pair with, of those that begin behind `bottom`."""
    for place in range(len(opened) - 1, -1, -1):
        if opened[place].start < bottom:
            return None
        if _fit(opened[place], closer):
            return place
    return None


def _fit(opener: _Run, closer: _Run) -> bool:
    """Whether two runs can be a pair: of one mark, and by the rule of three where a run could do both."""
    if opener.mark != closer.mark:
        return False
    both = opener.closes or closer.opens
    return not both or (opener.length + closer.length) % 3 != 0 or opener.length % 3 == closer.length % 3 == 0


def _runs(text: str) -> Iterator[_Run]:
    for match in _RUN.finditer(text):
        start, end = match.span()
        mark = text[start]
        before = _kind(text[start - 1 : start])
        after = _kind(text[end : end + 1])
        left = after != "space" and (after != "punctuation" or before != "")
        right = before != "space" and (before != "punctuation" or after != "")
        inside = mark == "*"  # which may stand inside a word
        opens = left and (inside or not right or before == "punctuation")
        closes = right and (inside or not left or after == "punctuation")
        yield _Run(mark, start, end, end - start, opens, closes)


def _kind(character: str) -> str:
    """What a character is to the marks beside it; the ends of the text are like spaces."""
    if not character or character in _CONTROL_SPACES or category(character) == "Zs":
        return "space"
    return "punctuation" if category(character)[0] in "PS" else ""
