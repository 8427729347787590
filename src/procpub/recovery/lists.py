"""Pass: paragraphs with list markers become lists, nested as their markers show, markers kept as printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.nodes import Block, Blocks, Item, ItemList, MarkerStyle, Paragraph, Text
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks, plain_text
from procpub.recovery.shapes import Marker, marker_of
from procpub.recovery.source_lines import SourceLines

_ROMAN_OF = {
    MarkerStyle.LOWER_ALPHA: MarkerStyle.LOWER_ROMAN,
    MarkerStyle.UPPER_ALPHA: MarkerStyle.UPPER_ROMAN,
}


def find_lists(proceedings: Proceedings, report: Report, *, source: SourceLines) -> Proceedings:
    """Turns runs of marked paragraphs into lists, each of them reported."""
    return map_blocks(proceedings, lambda blocks: _listed(blocks, report))


@dataclass(frozen=True, slots=True)
class _Marked:
    marker: Marker
    span: Span | None


def _marked(block: Block) -> _Marked | None:
    marker = marker_of(plain_text(block.children)) if isinstance(block, Paragraph) else None
    return _Marked(marker, block.span) if marker else None


def _listed(blocks: Blocks, report: Report) -> Blocks:
    out: list[Block] = []
    run: list[_Marked] = []
    found = False
    for i, block in enumerate((*blocks, None)):
        marked = _marked(block) if block else None
        if marked:
            run.append(marked)
            continue
        if run and _is_list(run):
            out += _build(run, report)
            found = True
        elif run:
            out += blocks[i - len(run) : i]
        run = []
        if block:
            out.append(block)
    return tuple(out) if found else blocks


def _is_list(run: Sequence[_Marked]) -> bool:
    """Bullets make a list, and so do markers of which two count up. A number or letter alone may be that of a heading,
    a date or an initial: such lines are left as they are.
    """
    seen: set[tuple[MarkerStyle, int]] = set()
    for marker in (marked.marker for marked in run):
        readings = _readings(marker)
        if marker.style is MarkerStyle.BULLET or any((style, number - 1) in seen for style, number in readings):
            return True
        seen.update(readings)
    return False


def _readings(marker: Marker) -> tuple[tuple[MarkerStyle, int], ...]:
    """What a marker may count: a letter is one of an alphabet, and perhaps a Roman numeral."""
    if marker.roman and marker.style in _ROMAN_OF:
        return (marker.style, marker.number), (_ROMAN_OF[marker.style], marker.roman)
    return ((marker.style, marker.number),)


@dataclass(slots=True)
class _Level:
    """A list being built: the style and mark that its items share, its last number, and its items so far."""

    style: MarkerStyle
    shape: str
    number: int
    start: int
    items: list[Item] = field(default_factory=list)

    def takes(self, marker: Marker) -> bool:
        """Whether the marker is of this list's kind (and, for a letter that may be a numeral, of its sequence)."""
        if self.style is MarkerStyle.BULLET:
            return marker.style is self.style and marker.shape == self.shape
        return self._number(marker) > 0 and marker.shape == self.shape

    def _number(self, marker: Marker) -> int:
        if marker.style is self.style:
            return marker.number
        return marker.roman if _ROMAN_OF.get(marker.style) is self.style else 0

    def add(self, marked: _Marked, report: Report) -> None:
        number = self._number(marked.marker)
        if self.style is not MarkerStyle.BULLET and number != self.number + 1:
            message = f"“{marked.marker.printed}” follows number {self.number}"
            report.add(Code.LIST_NUMBERING, message, marked.span)
        self.number = number
        self.items.append(_item(marked, report))


def _build(run: Sequence[_Marked], report: Report) -> list[Block]:
    """The run as lists: a marker of a new kind opens a nested list, one of a known kind returns to it."""
    done: list[Block] = []
    levels: list[_Level] = []

    def close_to(depth: int) -> None:
        while len(levels) > depth:
            level = levels.pop()
            block = _finished(level)
            if levels:
                parent = levels[-1].items
                parent[-1] = _with_block(parent[-1], block)
            else:
                report.add(Code.LIST, f"a list of {len(block.items)}, marked “{block.items[0].marker}”", block.span)
                done.append(block)

    for marked in run:
        marker = marked.marker
        depth = next((d for d in reversed(range(len(levels))) if _goes_on(levels[d], marker)), None)
        if depth is None and levels and _restarts(levels, marker):
            close_to(0)
        if depth is not None:
            close_to(depth + 1)
            levels[depth].add(marked, report)
            continue
        style, number = _first_of(marker)
        levels.append(_Level(style, marker.shape, number, max(number, 1), [_item(marked, report)]))
    close_to(0)
    return done


def _goes_on(level: _Level, marker: Marker) -> bool:
    """A marker goes on with a list of its kind, unless it begins to count anew."""
    return level.takes(marker) and (level.style is MarkerStyle.BULLET or marker.number != 1 or level.number == 0)


def _restarts(levels: Sequence[_Level], marker: Marker) -> bool:
    """A count that begins anew in the kind of an open list is another list beside it."""
    return any(level.takes(marker) for level in levels)


def _first_of(marker: Marker) -> tuple[MarkerStyle, int]:
    """The style and number of a list's first marker: "i" begins Roman numerals, any other letter an alphabet."""
    if marker.roman == 1 and marker.style in _ROMAN_OF:
        return _ROMAN_OF[marker.style], 1
    return marker.style, marker.number


def _item(marked: _Marked, report: Report) -> Item:
    if marked.marker.doubled:
        report.add(Code.DOUBLED_MARKER, f"“{marked.marker.printed}” is two markers", marked.span)
    words = Paragraph(children=(Text(text=marked.marker.rest),), span=marked.span)
    return Item(marker=marked.marker.printed, blocks=(words,), span=marked.span)


def _with_block(item: Item, block: Block) -> Item:
    return replace(item, blocks=(*item.blocks, block), span=spanning((item.span, block.span)))


def _finished(level: _Level) -> ItemList:
    start = 1 if level.style is MarkerStyle.BULLET else level.start
    span = spanning(item.span for item in level.items)
    return ItemList(style=level.style, start=start, items=tuple(level.items), span=span)
