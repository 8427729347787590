"""Whether an edition has the words of the text that it was made from: what differs must have been reported.

The source is damaged text: it has running heads, page numbers, divided words, contents with leaders. What recovery made
of it, it reports line by line. So a difference is explained by one of these, and by nothing else:

1. a word that the end of a line divides, with a hyphen, is whole in the edition;
2. leaders in the contents, and the numbers on lines that have them, are not the edition's;
3. the marker of a list's item is no word of the text;
4. words that stand in a note of the edition stand elsewhere in the source, at the foot of a page, in one piece;
5. the edition's title page and contents may say more than the source;
6. a decision was reported about the line that a word stands on, by which it is left out, changed or moved;
7. the colon behind a speaker's label is no part of the heading.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    """A line of the source: its number from 1, its text, the decisions by which words of it are left out, changed or
    moved, and whether it has a speaker's label.
    """

    number: int
    text: str
    decisions: tuple[str, ...] = ()
    has_label: bool = False


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
    """Where the edition departs from its source: the words of both, with those before and behind, and the line (0 if it
    is a note that the source has not).
    """

    line: int
    source: str
    edition: str
    before: str
    behind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How true an edition is: how many words the source has, and the differences that nothing explains."""

    words: int
    departures: Sequence[Departure]


def fidelity(lines: Sequence[SourceLine], witness: Witness) -> Fidelity:
    """Compares an edition with its source."""
    source = list(_words(lines))
    edition = list(_said(witness))
    markers = Counter(_core(item.marker) for item in witness.items)
    notes = [_letters(words(note.text)) for note in witness.notes]
    changes = changes_between([each.text for each in source], [each.text for each in edition])
    open_ = [
        each
        for each in changes
        if not _is_explained(each, source, edition, markers) and not _stands_in(notes, each, source)
    ]
    whole = _kept_letters(source)
    departures = [_departure(each, source, edition) for each in open_]
    for note, letters in zip(witness.notes, notes, strict=True):
        if letters not in whole:
            departures.append(Departure(0, "", one_line(note.text), "", "", note.place))
    return Fidelity(len(source), departures)


def _stands_in(notes: Sequence[str], change: Change, source: Sequence[_Word]) -> bool:
    """Rule 4: whether the words that the text lacks are a note's."""
    letters = _kept_letters(source[change.first : change.last])
    return change.other_first == change.other_last and any(letters in note for note in notes)


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


def _is_explained(change: Change, source: Sequence[_Word], edition: Sequence[_Said], markers: Counter[str]) -> bool:
    """By the rules 1, 2, 3, 5, 6 and 7: what must be kept of the source's words is what the edition has instead."""
    lost, added = source[change.first : change.last], edition[change.other_first : change.other_last]
    kept = [each for each in lost if not _may_go(each, markers)]
    wanted = [each for each in added if not each.free]
    letters = _kept_letters(kept)
    if letters in (_letters(each.text for each in wanted), _letters(each.text for each in added)):
        return True
    decided = [each for each in lost if each.line.decisions]
    if not decided and not lost:  # what was put in may belong to a line that begins or ends there
        decided = [each for each in source[max(change.first - 1, 0) : change.first + 1] if each.line.decisions]
    return not kept and bool(decided)


def _may_go(word: _Word, markers: Counter[str]) -> bool:
    """Whether the edition need not have the word."""
    if word.line.decisions or (word.in_contents and _NUMBER.fullmatch(word.text)):
        return True
    return word.first and not word.text.isalnum() and _core(word.text) in markers


def _kept_letters(kept: Sequence[_Word]) -> str:
    """The letters that the edition must have, joined where line ends divide words and colons follow labels.

    Spaces count, but for these: words that run together are a difference.
    """
    parts: list[str] = []
    for word in kept:
        text = word.text.rstrip(":") if word.line.has_label else word.text
        is_divided = word.last and _HYPHENS.match(text[-1:]) is not None
        parts.append(_HYPHENS.sub("", text) + ("" if is_divided else " "))
    return "".join(parts).strip()


def _letters(found: Iterable[str]) -> str:
    return _HYPHENS.sub("", " ".join(found))


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
