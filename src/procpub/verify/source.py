"""Whether an edition has the words of the text that it was made from: what differs must have been reported.

The source is damaged text: it has running heads, page numbers, divided words, contents with leaders. What recovery made
of it, it reports line by line. So a difference is explained by one of these, and by nothing else:

1. a word that the end of a line divides, with a hyphen, is whole in the edition;
2. leaders in the contents, and the numbers on lines that have them, are not the edition's;
3. the marker of a list's item is no word of the text;
4. words stand somewhere else in the edition, such as those of a note at the foot of a page;
5. the edition's title page and contents may say more than the source;
6. a decision was reported about a line that the difference touches.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from procpub.verify.collation import Change, changes_between
from procpub.verify.witness import Place, Witness
from procpub.verify.words import one_line, words

_LEADER = re.compile(r"(?:[.…·_]\s?){3,}(?=\s*[0-9ivxlcdmIVXLCDM]+\s*$)|(?:[.…·_]\s?){5,}")
"""Dots that lead to a number, or so many that they can be nothing else."""

_NUMBER = re.compile(r"[0-9ivxlcdmIVXLCDM]+[.):]?")
_HYPHENS = re.compile("[-\u2010\u00ad¬]")
_CONTEXT = 6


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source: its number from 1, its text, and what was decided about it."""

    number: int
    text: str
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: SourceLine
    first: bool
    last: bool
    in_contents: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the edition and where it stands; `free` words may be more than the source has."""

    text: str
    place: Place
    free: bool = False


@dataclass(frozen=True, slots=True)
class Departure:
    """Where the edition departs from its source: the words of both, with those before and behind."""

    line: int
    source: str
    edition: str
    before: str
    behind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How true an edition is: the words of the source, how many differences are explained, and those that are not."""

    words: int
    explained: int
    departures: Sequence[Departure]


def fidelity(lines: Sequence[SourceLine], witness: Witness) -> Fidelity:
    """Compares an edition with its source."""
    source = list(_words(lines))
    edition = list(_said(witness))
    markers = Counter(_core(item.marker) for item in witness.items)
    by_number = {line.number: line for line in lines}
    open_: list[Change] = []
    explained = 0
    for change in changes_between([each.text for each in source], [each.text for each in edition]):
        lost, added = source[change.first : change.last], edition[change.other_first : change.other_last]
        if _is_explained(lost, added, markers) or _is_decided(change, source, by_number):
            explained += 1
        else:
            open_.append(change)
    moved = set(_moved(open_, source, edition))
    departures = [_departure(each, source, edition) for each in open_ if each not in moved]
    return Fidelity(len(source), explained + len(moved), departures)


def _words(lines: Sequence[SourceLine]) -> Iterator[_Word]:
    for line in lines:
        in_contents = _LEADER.search(line.text) is not None
        found = words(_LEADER.sub(" ", line.text))
        for index, word in enumerate(found):
            yield _Word(word, line, index == 0, index + 1 == len(found), in_contents)


def _said(witness: Witness) -> Iterator[_Said]:
    for word in words(witness.title_page):
        yield _Said(word, Place("title page"), free=True)
    for listing in witness.listings[:1]:
        for entry in listing.entries:
            for word in words(entry.label):
                yield _Said(word, entry.place, free=True)
    for block in witness.blocks:
        for word in words(block.text):
            yield _Said(word, block.place)
    for note in witness.notes:
        for word in words(note.text):
            yield _Said(word, note.place)


def _is_explained(lost: Sequence[_Word], added: Sequence[_Said], markers: Counter[str]) -> bool:
    """By the rules 1, 2, 3 and 5."""
    kept = [each for each in lost if not (each.in_contents and _NUMBER.fullmatch(each.text))]
    kept = [each for each in kept if not (each.first and _core(each.text) in markers and not added)]
    wanted = [each for each in added if not each.free] if not kept else added
    if not kept:
        return not wanted
    return bool(wanted) and _undivided(kept) == _HYPHENS.sub("", "".join(each.text for each in wanted))


def _undivided(lost: Sequence[_Word]) -> str | None:
    """The letters of words that line ends divide, together; None if none does."""
    if not any(each.last and _HYPHENS.match(each.text[-1]) for each in lost):
        return None
    return _HYPHENS.sub("", "".join(each.text for each in lost))


def _is_decided(change: Change, source: Sequence[_Word], lines: Mapping[int, SourceLine]) -> bool:
    """Rule 6: of words that were only added, the lines around them count."""
    first, last = max(change.first - (change.first == change.last), 0), change.last + (change.first == change.last)
    touched = source[first:last]
    if not touched:
        return False
    numbers = range(touched[0].line.number, touched[-1].line.number + 1)
    return any(lines[number].decisions for number in numbers if number in lines)


def _moved(open_: Sequence[Change], source: Sequence[_Word], edition: Sequence[_Said]) -> Iterator[Change]:
    """Rule 4: of the changes that are left, those whose words others have."""
    lost: dict[str, list[Change]] = {}
    for each in open_:
        if each.other_first == each.other_last:
            lost.setdefault(_letters(word.text for word in source[each.first : each.last]), []).append(each)
    for each in open_:
        if each.first == each.last:
            gone = lost.get(_letters(word.text for word in edition[each.other_first : each.other_last]))
            if gone:
                yield from (each, gone.pop())


def _letters(found: Iterator[str]) -> str:
    return _HYPHENS.sub("", "".join(found))


def _departure(change: Change, source: Sequence[_Word], edition: Sequence[_Said]) -> Departure:
    def shown(found: Sequence[_Word] | Sequence[_Said], first: int, last: int) -> str:
        return one_line(" ".join(each.text for each in found[max(first, 0) : last]))

    at = min(change.first, len(source) - 1)
    where = edition[min(change.other_first, len(edition) - 1)].place if edition else Place("")
    return Departure(
        line=source[at].line.number if source else 0,
        source=shown(source, change.first, change.last),
        edition=shown(edition, change.other_first, change.other_last),
        before=shown(source, change.first - _CONTEXT, change.first),
        behind=shown(source, change.last, change.last + _CONTEXT),
        place=where,
    )


def _core(marker: str) -> str:
    return "".join(filter(str.isalnum, marker))
