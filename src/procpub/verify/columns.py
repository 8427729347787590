"""What each check compares: for an edition, the sequence of what it says, or None if it does not speak of that."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from urllib.parse import unquote

from procpub.verify.collation import Column
from procpub.verify.witness import NOWHERE, Block, Kind, Listing, Place, Witness
from procpub.verify.words import one_line, visible, words

PARAGRAPH = "¶"
"""Stands between paragraphs, so that one that is divided or joined is a difference."""

CALL = "[note]"
"""Stands where a note is called."""

_CONTEXT = 24
"""So many characters behind the beginning of a page tell where it is."""

DEEPEST = 6
"""PDF and HTML have six levels of headings; deeper ones are not told apart."""

_JOINED = frozenset({"subjects", "subtitles"})
"""Facts of which some formats have a list as one value, with semicolons."""

_IDEOGRAPH_SPACE = re.compile(
    "(?<=[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]) (?=[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])"
)


@dataclass(slots=True)
class _List:
    """A column in the making: what is compared, what is shown of it, where it stands."""

    keys: list[Hashable] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def add(self, key: Hashable, shown: str, place: Place) -> None:
        """One more reading."""
        self.keys.append(key)
        self.words.append(shown)
        self.places.append(place)

    def column(self, between: str = "; ") -> Column:
        """The column; `between` stands between readings when they are shown."""
        return Column(
            self.keys,
            lambda first, last: between.join(self.words[max(first, 0) : last]),
            lambda index: self.places[min(index, len(self.places) - 1)] if self.places else NOWHERE,
        )


def text_column(witness: Witness) -> Column:
    """The running text, word by word, with the ends of paragraphs and the calls of notes."""
    calls: dict[int, list[int]] = {}
    for note in witness.notes:
        calls.setdefault(note.block, []).append(note.offset)
    found: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    for index, block in enumerate(witness.blocks):
        own = list(_with_calls(words(block.text), calls.get(index, ())))
        if not own:
            continue
        starts.append(len(found))
        places.append(block.place)
        for number, place in _turns(own, block.turns):
            starts.append(len(found) + number)
            places.append(place)
        found += [*own, PARAGRAPH]
    return _of_words(found, starts, places)


def without_structure(column: Column) -> Column:
    """The words alone: to be compared with an edition that knows neither paragraphs nor notes."""
    kept = [index for index, word in enumerate(column.keys) if word not in (PARAGRAPH, CALL)]
    found = [str(column.keys[index]) for index in kept]
    return Column(
        found,
        lambda first, last: _joined(found[max(first, 0) : last]),
        lambda index: column.place(kept[min(index, len(kept) - 1)] if kept else 0),
    )


def _turns(own: Sequence[str], turns: Sequence[tuple[int, Place]]) -> Iterator[tuple[int, Place]]:
    """The pages that begin inside a block, and the words that they begin with."""
    if turns:
        behind = list(accumulate(0 if word == CALL else len(word) for word in own))
        for offset, place in turns:
            yield bisect_right(behind, offset), place


def _with_calls(own: Sequence[str], offsets: Sequence[int]) -> Iterator[str]:
    """The words, each call of a note behind the word that it stands at."""
    waiting = sorted(offsets)
    count = 0
    for word in own:
        while waiting and waiting[0] <= count:
            yield CALL
            waiting.pop(0)
        count += len(word)
        yield word
    yield from (CALL for _ in waiting)


def notes_column(witness: Witness) -> Column:
    """The notes, word by word."""
    found: list[str] = []
    starts: list[int] = []
    places: list[Place] = []
    for note in witness.notes:
        starts.append(len(found))
        places.append(note.place)
        found += [*words(note.text), PARAGRAPH]
    return _of_words(found, starts, places)


def _of_words(found: Sequence[str], starts: Sequence[int], places: Sequence[Place]) -> Column:
    def place(index: int) -> Place:
        return places[max(bisect_right(starts, index) - 1, 0)] if places else NOWHERE

    return Column(found, lambda first, last: _joined(found[max(first, 0) : last]), place)


def _joined(found: Sequence[str]) -> str:
    return _IDEOGRAPH_SPACE.sub("", " ".join(found))


def _one_text(text: str | None, words_for_place: str) -> Column | None:
    if text is None:
        return None
    found = words(text)
    return Column(found, lambda first, last: _joined(found[max(first, 0) : last]), lambda index: Place(words_for_place))


def title_page_column(witness: Witness) -> Column | None:
    """The title page, word by word."""
    return _one_text(witness.title_page, "title page")


def imprint_column(witness: Witness) -> Column | None:
    """The imprint, word by word."""
    return _one_text(witness.imprint, "imprint")


def listing_column(listing: Listing) -> Column:
    """The entries of contents, bookmarks or navigation, with their levels."""
    found = _List()
    for entry in listing.entries:
        found.add((entry.level, one_line(entry.label)), f"{one_line(entry.label)} (level {entry.level})", entry.place)
    return found.column()


def headings_column(witness: Witness) -> Column:
    """The headings, with their levels."""
    found = _List()
    for _, block in witness.headings():
        level = min(block.level, DEEPEST)
        found.add((level, one_line(block.text)), f"{one_line(block.text)} (level {level})", block.place)
    return found.column()


def lists_column(witness: Witness) -> Column:
    """The items of lists: how deep each is, and the number or letter of its marker."""
    found = _List()
    for item in witness.items:
        marker = "".join(filter(str.isalnum, one_line(item.marker)))
        begins = one_line(witness.blocks[item.block].text)[:30] if item.block < len(witness.blocks) else ""
        shown = f"item {marker or '•'} on level {item.depth} ({begins})"
        found.add((item.depth, marker), shown, item.place)
    return found.column()


def tables_column(witness: Witness) -> Column:
    """The cells of tables that are not empty: where they stand, whether they are headers, and their text."""
    found = _List()
    numbers: dict[int, int] = {}
    for block in witness.blocks:
        text = one_line(block.text)
        if block.cell and text:
            cell = block.cell
            number = numbers.setdefault(cell.table, len(numbers) + 1)
            where = f"table {number}, row {cell.row}, column {cell.column}{' (header)' if cell.header else ''}"
            if cell.rows > 1 or cell.columns > 1:
                where += f", {_times(cell.rows, 'row')} by {_times(cell.columns, 'column')}"
            found.add((number, replace(cell, table=0), text), f"{where}: {text}", block.place)
    return found.column()


def _times(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count > 1)}"


def figures_column(witness: Witness) -> Column:
    """The pictures: what they show, in words, and the text that follows."""
    found: list[tuple[tuple[str, str], str, Place]] = []
    behind = ""
    for block in reversed(witness.blocks):
        if block.kind is Kind.FIGURE:
            shown = one_line(block.alternative)
            key = (shown, visible(behind)[:_CONTEXT])
            found.append((key, f"picture: {shown} (before “{behind[:30]}”)", block.place))
        elif visible(block.text):
            behind = one_line(block.text)
    figures = _List()
    for key, words_, place in reversed(found):
        figures.add(key, words_, place)
    return figures.column()


def pages_column(witness: Witness) -> Column | None:
    """Where the pages of the PDF begin: each label, and the characters that follow.

    Descriptions that stand in for pictures are passed over: they are no text of the volume.
    """
    if witness.page_starts is None:
        return None
    texts = ["" if block.stands_in else visible(block.text) for block in witness.blocks]
    starts = list(accumulate((len(visible(block.text)) for block in witness.blocks), initial=0))
    kept = list(accumulate(map(len, texts), initial=0))
    text = "".join(texts)
    words_at = _Beginnings(witness.blocks)
    found = _List()
    for page in witness.page_starts:
        block = max(bisect_right(starts, page.offset) - 1, 0)
        inside = page.offset - starts[block]
        offset = kept[block] + (inside if block < len(texts) and texts[block] else 0)
        behind = text[offset : offset + _CONTEXT]
        shown = words_at.at(block, inside)
        found.add((page.label, behind), f"page {page.label} begins at “{shown or behind}”", page.place)
    return found.column()


class _Beginnings:
    """Words that follow places in blocks; each block is gone through once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._known: dict[int, tuple[str, list[int]]] = {}

    def at(self, block: int, offset: int) -> str:
        """Some words of a block, from its visible character with this number on; none if it has no more."""
        if block >= len(self._blocks):
            return ""
        if block not in self._known:
            said = one_line(self._blocks[block].text)
            self._known[block] = said, [index for index, character in enumerate(said) if not character.isspace()]
        said, places = self._known[block]
        return said[places[offset] : places[offset] + 2 * _CONTEXT].strip() if offset < len(places) else ""


def links_column(witness: Witness) -> Column:
    """Where words of the text lead: to addresses outside of the volume, or to places in it."""
    found = _List()
    counts: Counter[str] = Counter()
    same_before: list[int] = []
    """Of each block, how many before it have the same words."""
    for block in witness.blocks if any(link.is_inner for link in witness.links) else ():
        text = one_line(block.text)
        same_before.append(counts[text])
        counts[text] += 1
    for link in witness.links:
        if not link.is_inner:
            found.add(_address(link.address), link.address, link.place)
        elif link.leads_to is not None:
            text = one_line(witness.blocks[link.leads_to].text)
            found.add(("", text, same_before[link.leads_to]), f"to “{text[:60]}”", link.place)
    return found.column()


def _address(said: str) -> str:
    """An address without what is a matter of spelling: escapes, a stroke at the end, the resolver of DOIs."""
    return re.sub(r"^https?://(?:dx\.)?doi\.org/", "doi:", unquote(said)).rstrip("/")


def fact_column(name: str) -> Callable[[Witness], Column | None]:
    """A fact of the metadata, value by value."""

    def column(witness: Witness) -> Column | None:
        values = witness.facts.get(name)
        if values is None:
            return None
        found = _List()
        for value in dict.fromkeys(values) if name == "languages" else values:
            for part in value.split(";") if name in _JOINED else [value]:
                found.add(" ".join(words(part)), one_line(part), Place(f"metadata: {name}"))
        return found.column()

    return column
