"""Pass: footnotes are paired with the marks that call them, and put there."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.nodes import Inline, Inlines, Note, Paragraph, Text
from procpub.model.proceedings import Proceedings
from procpub.model.walk import plain_text
from procpub.recovery.footnote_marks import CALLED_BY, Call, Form, Opening, calls, opening
from procpub.recovery.lexicon import NOTES_HEADINGS, REFERENCES_HEADINGS
from procpub.recovery.shapes import ends_sentence
from procpub.recovery.spots import Spot, map_spots

PAGE = 120
"""Lines of the source: a long page, blank lines counted. Notes stand on the page that calls them, unless their brackets
or a heading over them say otherwise.
"""

LONGEST = 12
"""Paragraphs of a note in brackets."""

SHORTEST_BARE = 8
"""Words of a note that begins with a bare number and ends in no stop."""

LONGEST_HEADING = 40
"""Characters of a line over notes."""

CONFIDENCE = {
    Form.WORD: 0.95,
    Form.BRACKETS: 0.9,
    Form.PARENTHESES: 0.75,
    Form.SYMBOL: 0.85,
    Form.RAISED: 0.9,
    Form.BARE: 0.75,
    Form.STOP: 0.8,
}


def find_footnotes(proceedings: Proceedings, report: Report) -> Proceedings:
    """Moves each paragraph that is a footnote to the mark before it that calls it.

    A note that nothing calls stays a paragraph, and is reported where its form leaves no doubt that it is one.
    """
    spots: list[Spot] = []

    def see(spot: Spot) -> Inlines:
        spots.append(spot)
        return spot.inlines

    map_spots(proceedings, see)
    pairs = list(_pairs(list(_notes(spots)), spots, report))
    if not pairs:
        return proceedings
    called: defaultdict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        called[pair.call.spot].append(pair)
    moved = {index for pair in pairs for index in range(pair.note.begin, pair.note.end)}
    numbers = count()

    def change(spot: Spot) -> Inlines | None:
        index = next(numbers)
        return None if index in moved else _with_notes(spot.inlines, called[index]) if index in called else spot.inlines

    return map_spots(proceedings, change)


class _Note(NamedTuple):
    """What may be a note: its mark, its paragraphs, and the spots that it takes up, from `begin` to before `end`."""

    begin: int
    end: int
    opening: Opening
    texts: tuple[str, ...]
    span: Span | None


class _Called(NamedTuple):
    """A call, the spot that it stands in, and which of the inlines there."""

    spot: int
    inline: int
    call: Call

    @property
    def place(self) -> tuple[int, int, int]:
        """For sorting."""
        return self.spot, self.inline, self.call.start


class _Pair(NamedTuple):
    note: _Note
    call: _Called


def _notes(spots: Sequence[Spot]) -> Iterator[_Note]:
    """Paragraphs that begin with a mark. Entries of a bibliography do too, and are none; items of lists look like notes
    under a heading that says so, and nowhere else.
    """
    references = noted = False
    index = 0
    while index < len(spots):
        spot = spots[index]
        title = _title(spot)
        if spot.heading or title in NOTES_HEADINGS or title in REFERENCES_HEADINGS:
            references, noted = title in REFERENCES_HEADINGS, title in NOTES_HEADINGS
        begin = opening(spot.own_text) if not references else None
        if begin and begin.form in (Form.BARE, Form.STOP) and not _is_told(begin.rest):
            begin = None
        if not begin or (begin.form is Form.STOP and not noted):
            index += 1
            continue
        end = _end(spots, index) if begin.unclosed else index + 1
        texts = (begin.rest, *(spots[i].own_text for i in range(index + 1, end)))
        if end > index + 1:
            texts = (*texts[:-1], texts[-1].removesuffix("]").rstrip())
        span = spanning(spots[i].span for i in range(index, end))
        yield _Note(index, end, begin, tuple(filter(None, texts)), span)
        index = end


def _title(spot: Spot) -> str:
    text = plain_text(spot.inlines) if spot.heading else spot.own_text
    return text.casefold().strip(" .:[]*_=") if 0 < len(text) <= LONGEST_HEADING else ""


def _end(spots: Sequence[Spot], begin: int) -> int:
    """The index after the paragraph that closes the bracket which the one at `begin` opens; after it itself if there is
    no such.
    """
    for index in range(begin + 1, min(begin + LONGEST, len(spots))):
        text = spots[index].own_text
        if not text or opening(text):
            break
        if text.endswith("]"):
            return index + 1
    return begin + 1


def _pairs(notes: Sequence[_Note], spots: Sequence[Spot], report: Report) -> Iterator[_Pair]:
    """The notes with their calls, each reported. `waiting` has the calls without a note yet, by what they count by."""
    keys = {note.opening.key for note in notes}
    any_key = re.compile("|".join(map(re.escape, keys)) + "|[⁰¹²³⁴-⁹]") if keys else None
    taken: set[int] = set()
    waiting: defaultdict[str, list[_Called]] = defaultdict(list)
    read = counted = 0
    for group in _groups(notes):
        for index in range(read, group[0].begin):
            if index in taken or not (any_key and any_key.search(plain_text(spots[index].inlines))):
                continue
            for called in _calls(spots[index], index):
                if called.call.key in keys:
                    waiting[called.call.key].append(called)
        read = group[0].begin
        for pair in _fitting(group, waiting, spots):
            if Form.BARE in (pair.note.opening.form, pair.call.call.form):
                number = int(pair.note.opening.key)
                if number not in (1, counted + 1):
                    continue
                counted = number
            _take_out(waiting[pair.call.call.key], pair.call)
            taken.update(range(pair.note.begin, pair.note.end))
            message = f"“{_start(pair.note)}” is the note that “{pair.call.call.printed}” calls"
            report.add(Code.FOOTNOTE, message, pair.note.span, confidence=CONFIDENCE[pair.note.opening.form])
            yield pair
        for note in group:
            if note.begin not in taken and _is_evident(note.opening):
                report.add(Code.STRAY_NOTE, f"nothing before it calls “{_start(note)}”", note.span)


def _is_told(text: str) -> bool:
    """Whether the words behind a bare number are a note, and not the heading of a section."""
    return ends_sentence(text) or len(text.split()) >= SHORTEST_BARE


def _start(note: _Note) -> str:
    words = note.texts[0].split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


def _groups(notes: Sequence[_Note]) -> Iterator[list[_Note]]:
    """Notes of one form that stand together; asterisks, which lists have too, apart from other symbols."""
    group: list[_Note] = []
    for note in notes:
        if group and (note.begin > group[-1].end or _kind(note) != _kind(group[-1])):
            yield group
            group = []
        group.append(note)
    if group:
        yield group


def _kind(note: _Note) -> tuple[Form, bool]:
    return note.opening.form, note.opening.key.startswith("*")


def _calls(spot: Spot, index: int) -> Iterator[_Called]:
    for place, inline in enumerate(spot.inlines):
        if isinstance(inline, Text):
            for call in calls(inline.text):
                yield _Called(index, place, call)


def _fitting(group: Sequence[_Note], waiting: Mapping[str, list[_Called]], spots: Sequence[Spot]) -> list[_Pair]:
    """The notes of a group with the calls nearest before them, in order. A group is refused as a whole if it looks like
    a list with bullets, or like a bibliography, whose entries are cited in any order.
    """
    counts = Counter(note.opening.key for note in group)
    nearest = {key: iter(_nearest(waiting.get(key, []), number, group[0], spots)) for key, number in counts.items()}
    found = [(note, next(nearest[note.opening.key], None)) for note in group]
    pairs = [_Pair(note, call) for note, call in found if call]
    bulleted = _kind(group[0]) == (Form.SYMBOL, True) and len(pairs) < len(group)
    shuffled = any(a.call.place > b.call.place for a, b in pairwise(pairs))
    return [] if bulleted or shuffled else pairs


def _nearest(waiting: Sequence[_Called], number: int, note: _Note, spots: Sequence[Spot]) -> list[_Called]:
    forms = CALLED_BY[note.opening.form]
    # A few are passed over whose form does not fit; looking at all would take the square of the time.
    recent = waiting[-2 * number - LONGEST :]
    fitting = [each for each in recent if each.call.form in forms and _is_near(spots[each.spot], note)]
    return fitting[-number:]


def _is_near(spot: Spot, note: _Note) -> bool:
    if note.opening.form in (Form.WORD, Form.BRACKETS, Form.STOP) or spot.span is None or note.span is None:
        return True
    return note.span.first - spot.span.first <= PAGE


def _take_out(waiting: list[_Called], call: _Called) -> None:
    for index in reversed(range(len(waiting))):
        if waiting[index] is call:
            del waiting[index]
            return


def _is_evident(begin: Opening) -> bool:
    return begin.form in (Form.WORD, Form.RAISED) or begin.printed[:1] in ("†", "‡")


def _with_notes(inlines: Inlines, pairs: Sequence[_Pair]) -> Inlines:
    """The inlines with notes in the place of their calls; the space before a call goes with it."""
    out: list[Inline] = []
    for place, inline in enumerate(inlines):
        here = sorted((pair for pair in pairs if pair.call.inline == place), key=lambda pair: pair.call.place)
        if not isinstance(inline, Text) or not here:
            out.append(inline)
            continue
        done = 0
        for pair in here:
            call = pair.call.call
            before = inline.text[done : call.start].rstrip(" ")
            out += [Text(text=before)] if before else []
            out.append(_node(pair.note, call.printed))
            done = call.end
        out += [Text(text=inline.text[done:])] if done < len(inline.text) else []
    return tuple(out)


def _node(note: _Note, marker: str) -> Note:
    blocks = tuple(Paragraph(children=(Text(text=text),), span=note.span) for text in note.texts)
    return Note(marker=marker, blocks=blocks, span=note.span)
