"""Corrections by an editor: entries found again in the lines, and the last step, which corrects pieces.

Each entry quotes words of its line. What it says is done on a line that has these words, or not at all: a source that
has changed since is noticed. docs/corrections.md describes the file that the entries come from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from procpub.diagnostics import Code, Diagnostic, Report, Span
from procpub.interfaces import Line


class HeadingLevel(StrEnum):
    """What a line heads, by an editor's word.

    `MATTER` is front or back matter, by where it stands; `TITLE` the title of the talk, under a contribution's heading;
    `NONE` says that the line heads nothing.
    """

    PART = "part"
    SESSION = "session"
    CONTRIBUTION = "contribution"
    SECTION = "section"
    MATTER = "matter"
    TITLE = "title"
    NONE = "none"


class PieceCorrection(NamedTuple):
    """What is right of the piece that a line heads: its kind, the title of the talk (both empty: as recovered), and its
    people (None: as recovered), each by the fields of `Person` that are given, `name` always among them.
    """

    kind: str = ""
    title: str = ""
    people: tuple[Mapping[str, str], ...] | None = None

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.kind or self.title or self.people is not None)


class Entry(NamedTuple):
    """What an editor says about one line, which has the words of `quote`."""

    line: int
    quote: str
    heading: HeadingLevel | None = None
    join: bool = False
    split: bool = False
    drop: bool = False
    keep: bool = False
    piece: PieceCorrection = PieceCorrection()


class Corrections(NamedTuple):
    """Entries resolved against the lines of a source, all by line number.

    `dropped` lines are left out, `kept` ones are no furniture, `joined` ones go on with the paragraph before them,
    `parted` ones begin a paragraph; `titles` are titles of talks: in `headings` they head nothing, and they are parted.
    `pieces` are known by the line that heads them.
    """

    dropped: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    parted: frozenset[int] = frozenset()
    headings: Mapping[int, HeadingLevel] = MappingProxyType({})
    titles: frozenset[int] = frozenset()
    pieces: Mapping[int, PieceCorrection] = MappingProxyType({})

    @property
    def lines(self) -> frozenset[int]:
        """All lines that a correction is about."""
        return self.dropped.union(self.kept, self.joined, self.parted, self.titles, self.headings, self.pieces)


NONE = Corrections()
"""Nobody has corrected anything."""


def resolve(entries: Sequence[Entry], lines: Sequence[Line], report: Report) -> Corrections:
    """The corrections by the lines that they are about now; each is reported, those that cannot be applied as errors.

    An entry is about its own line if that has the words it quotes; otherwise about the one line of the source that has
    them. Where there is none, or more than one, it is about nothing. White space counts as one space, case as it is.
    """
    if not entries:
        return NONE
    texts = Texts(lines)
    in_place = [entry for entry in entries if texts.has(entry.line, entry.quote)]
    placed = {entry.line: entry for entry in in_place}
    for entry in entries:
        if not texts.has(entry.line, entry.quote):
            number = _moved(entry, texts, placed, report)
            if number is not None:
                placed[number] = entry
    for number, entry in sorted(placed.items()):
        for message in _messages(entry, texts[number]):
            report.add(Code.CORRECTION, message, Span(number, number))
    return _by_line(placed)


class Texts:
    """The texts of a source's lines by number, in the form in which quotes are compared; and where words stand."""

    __slots__ = ("_numbers", "_texts", "_whole")

    def __init__(self, lines: Sequence[Line]) -> None:
        self._texts = {line.number: folded(line.text) for line in lines}
        self._numbers = list(self._texts)
        self._whole = "\n".join(self._texts.values())

    def __getitem__(self, number: int) -> str:
        return self._texts.get(number, "")

    def __contains__(self, number: object) -> bool:
        return number in self._texts

    def has(self, number: int, quote: str) -> bool:
        """Whether the line has the words."""
        return folded(quote) in self[number]

    def places(self, quote: str, most: int) -> tuple[int, ...]:
        """The numbers of the lines that have the words, in order; no more than `most`."""
        found: list[int] = []
        words, at, row = folded(quote), 0, 0
        while len(found) < most and (hit := self._whole.find(words, at)) >= 0:
            row += self._whole.count("\n", at, hit)
            found.append(self._numbers[row])
            at = self._whole.find("\n", hit) + 1
            if not at:
                break
            row += 1
        return tuple(found)


def folded(text: str) -> str:
    """Text as quotes are compared: composed (NFC, UAX #15), white space single."""
    return " ".join((text if text.isascii() else normalize("NFC", text)).split())


def _moved(entry: Entry, texts: Texts, placed: Mapping[int, Entry], report: Report) -> int | None:
    """The line that an entry is about which does not stand where it says; None, and an error, if there is none."""
    says = f"says “{_short(texts[entry.line])}”" if texts[entry.line] else "is empty"
    now = f"line {entry.line} {says}" if entry.line in texts else f"there is no line {entry.line}"
    span = Span(entry.line, entry.line) if entry.line in texts else None
    places = texts.places(entry.quote, 3)
    if len(places) != 1 or places[0] in placed:
        where = (
            "no line has these words"
            if not places
            else "several lines have these words"
            if len(places) > 1
            else f"line {places[0]}, which has these words, has a correction of its own"
        )
        message = f"not corrected: the correction quotes “{_short(entry.quote)}”, but {now}, and {where}"
        report.add(Code.CORRECTION_STALE, message, span, hint="correct the entry's line and quote, or take it out")
        return None
    message = f"“{_short(entry.quote)}” stood on line {entry.line} when it was corrected"
    report.add(
        Code.CORRECTION_MOVED, message, Span(places[0], places[0]), hint=f"write line = {places[0]} into the entry"
    )
    return places[0]


def _short(text: str, longest: int = 80) -> str:
    words = folded(text)
    return words if len(words) <= longest else words[: longest - 1] + "…"


def _messages(entry: Entry, text: str) -> Iterator[str]:
    if entry.drop:
        yield f"left out: “{text}”"
    if entry.keep:
        yield "kept as text"
    if entry.join:
        yield "goes on with the paragraph before"
    if entry.split:
        yield "begins a paragraph"
    if entry.heading is HeadingLevel.NONE:
        yield f"“{_short(text)}” is no heading"
    elif entry.heading:
        yield f"“{_short(text)}” is a heading: {entry.heading}"


def _by_line(placed: Mapping[int, Entry]) -> Corrections:
    def numbers(says: Callable[[Entry], bool]) -> frozenset[int]:
        return frozenset(number for number, entry in placed.items() if says(entry))

    titles = numbers(lambda entry: entry.heading is HeadingLevel.TITLE)
    headings = {
        number: HeadingLevel.NONE if number in titles else entry.heading
        for number, entry in placed.items()
        if entry.heading is not None
    }
    pieces = {number: entry.piece for number, entry in placed.items() if entry.piece}
    return Corrections(
        dropped=numbers(lambda entry: entry.drop),
        kept=numbers(lambda entry: entry.keep),
        joined=numbers(lambda entry: entry.join),
        parted=numbers(lambda entry: entry.split) | titles,
        headings=MappingProxyType(headings),
        titles=titles,
        pieces=MappingProxyType(pieces),
    )


def settling(report: Report, corrections: Corrections) -> Report:
    """A report that passes everything on to `report`, decisions about corrected lines as certain: an editor has settled
    them, and is not asked again.
    """
    return _Settling(report, corrections) if corrections.lines else report


class _Settling(Report):
    __slots__ = ("_lines", "_people", "_report")

    def __init__(self, report: Report, corrections: Corrections) -> None:
        self._report = report
        self._lines = corrections.lines
        self._people = {number for number, piece in corrections.pieces.items() if piece.people is not None}

    def add(
        self,
        code: Code,
        message: str,
        span: Span | None = None,
        *,
        hint: str | None = None,
        confidence: float = 1.0,
    ) -> None:
        if span and code is Code.PERSON_UNCERTAIN:
            if span.first not in self._people:
                self._report.add(code, message, span, hint=hint, confidence=confidence)
            return
        if span and span.first in self._lines:
            confidence = 1.0
        self._report.add(code, message, span, hint=hint, confidence=confidence)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._report)

    def __len__(self) -> int:
        return len(self._report)
