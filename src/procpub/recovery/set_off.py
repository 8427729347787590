"""Pass: quotations, verse and tables, told from running text by how their lines are set."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.interfaces import Line
from procpub.model.nodes import Block, Blocks, ItemList, Paragraph, Quote, Text
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks
from procpub.recovery.displays import Display, displays
from procpub.recovery.features import is_capitals
from procpub.recovery.hanging import SLACK, STEP, Hanging, hanging, marker_in, opened_by, opened_in
from procpub.recovery.nesting import map_nested
from procpub.recovery.source_lines import SourceLines

NEAR = 40
"""Printed lines of a stretch; the margin of running text is measured over three of them."""

RIGHT = 0.4
"""Share of the measure; what is set in further is a signature or a date."""

LONG = 0.5
"""Share of the measure that a quotation's first line takes up, at least."""

WIDER = 1.25
"""Of the measure; lines beyond this were not set with the text that it was taken from."""

UNWRAPPED = 4
"""Columns by which a quotation is set in, at least, where paragraphs are a line each."""

_MARKS = ("“", '"', "„", "«", "»", "‘")


def find_set_off(proceedings: Proceedings, report: Report, *, source: SourceLines) -> Proceedings:
    """Makes verse and tables of lines that are set as such, and quotations of paragraphs that are set in throughout."""
    setting = _Setting(source)

    def change(blocks: Blocks) -> Blocks:
        shown = map_nested(blocks, lambda each: _displayed(each, setting.displays, source, report))
        return map_nested(shown, lambda each: _quoted(each, setting, report), quotes=False)

    return map_blocks(proceedings, change)


@dataclass(frozen=True)
class _Setting:
    """What the whole source says of how its text is set; none of it depends on what passes have made of it."""

    source: SourceLines

    @cached_property
    def displays(self) -> Mapping[int, Display]:
        return displays(self.source)

    @cached_property
    def margins(self) -> Mapping[int, int]:
        """The margin of running text around each line, by its number: never further out than the whole source's."""
        printed = [line for line in self.source.lines if line.text]
        stretches = [Counter(line.indent for line in printed[i : i + NEAR]) for i in range(0, len(printed), NEAR)]
        margins = [
            sum(stretches[max(0, i - 1) : i + 2], Counter[int]()).most_common(1)[0][0] for i in range(len(stretches))
        ]
        return {line.number: max(self.source.margin, margins[i // NEAR]) for i, line in enumerate(printed)}

    def is_quoted(self, paragraph: Paragraph, before: Block | None) -> bool:
        """Whether every line of the paragraph is set in, to one edge that is neither the middle nor the right."""
        lines = self.source.within(paragraph.span)
        if not lines:
            return False
        margin = self.margins[lines[0].number]
        edge = min(line.indent for line in lines)
        measure = self.source.measure
        if not measure:
            return edge >= margin + UNWRAPPED and len(lines) == 1 and _is_announced(lines[0].text, before)
        if len(lines) < 2 or edge < margin + STEP or edge - margin > RIGHT * measure:
            return False
        if max(line.indent for line in lines[1:]) > edge + SLACK or _is_centred(lines, margin, measure):
            return False
        widest = max(line.indent + len(line.text) for line in lines)
        return len(lines[0].text) >= LONG * measure and widest <= WIDER * measure and not is_capitals(lines[0].text)


def _is_announced(text: str, before: Block | None) -> bool:
    """Whether a line begins with quotation marks and the text before it leads over to it."""
    announcing = isinstance(before, Paragraph) and _text(before).endswith((":", "："))
    return announcing and text.startswith(_MARKS)


def _is_centred(lines: Sequence[Line], margin: int, measure: int) -> bool:
    return all(abs(line.indent - margin - (measure - line.indent - len(line.text))) <= 2 * STEP for line in lines)


def _text(paragraph: Paragraph) -> str:
    last = paragraph.children[-1] if paragraph.children else None
    return last.text if isinstance(last, Text) else ""


def _is_plain(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and len(block.children) == 1 and isinstance(block.children[0], Text)


def _displayed(blocks: Blocks, shown: Mapping[int, Display], source: SourceLines, report: Report) -> Blocks:
    out: list[Block] = []
    place = 0
    while place < len(blocks):
        span = blocks[place].span
        display = shown.get(span.first) if span and _is_plain(blocks[place]) else None
        end = _covered(blocks, place, display) if display else place
        if display and end > place:
            span = Span(display.lines[0].number, display.lines[-1].number)
            report.add(Code.SET_OFF, _message(display), span, confidence=display.confidence)
            out.append(replace(display.block, span=span))
            place = end
        else:
            out.append(blocks[place])
            place += 1
    return tuple(out) if any(a is not b for a, b in zip(out, blocks, strict=False)) else blocks


def _message(display: Display) -> str:
    what = {"verse": "verse", "table": "a table", "columns": "lines in columns, which make no table"}[display.kind]
    return f"{len(display.lines)} lines are {what}"


def _covered(blocks: Blocks, begin: int, display: Display) -> int:
    """The index after the paragraphs that say just what the display's lines say; `begin` if there are no such."""
    last = display.lines[-1].number
    end = begin
    while end < len(blocks) and _is_plain(blocks[end]):
        span = blocks[end].span
        if span is None or span.last > last:
            break
        end += 1
    said = _letters(_text(block) for block in blocks[begin:end] if isinstance(block, Paragraph))
    return end if said == _letters(line.text for line in display.lines) else begin


def _letters(texts: Iterable[str]) -> str:
    return "".join(filter(str.isalnum, "".join(texts)))


def _quoted(blocks: Blocks, setting: _Setting, report: Report) -> Blocks:
    out: list[Block] = []
    for quoted, group in _groups(blocks, setting):
        if not quoted:
            out += group
            continue
        span = spanning(block.span for block in group)
        report.add(Code.SET_OFF, "set in from the margin: a quotation", span, confidence=0.8)
        out.append(Quote(blocks=tuple(group), span=span))
    return tuple(out) if any(a is not b for a, b in zip(out, blocks, strict=False)) else blocks


def _groups(blocks: Blocks, setting: _Setting) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks in order, neighbouring quoted ones together, with the single lines between them."""
    flags = list(_flags(blocks, setting))
    for i in range(1, len(blocks) - 1):
        if flags[i - 1] and flags[i + 1] and not flags[i] and _stands_under(blocks[i], blocks[i - 1], setting.source):
            flags[i] = True
    start = 0
    for i in range(1, len(blocks) + 1):
        if i == len(blocks) or flags[i] != flags[start]:
            yield flags[start], list(blocks[start:i])
            start = i


def _stands_under(block: Block, above: Block, source: SourceLines) -> bool:
    lines, edge = source.within(block.span), min(line.indent for line in source.within(above.span))
    return _is_plain(block) and bool(lines) and abs(min(line.indent for line in lines) - edge) <= SLACK


def _flags(blocks: Blocks, setting: _Setting) -> Iterator[bool]:
    """Which blocks are quoted: paragraphs set in, but not those that are items or go on with one."""
    source = setting.source
    opened: tuple[Hanging, ...] = ()
    for i, block in enumerate(blocks):
        if isinstance(block, ItemList):
            opened = opened_in(block, source)
        if not isinstance(block, Paragraph):
            yield False
            continue
        marker = marker_in(block, source)
        if marker:
            opened = opened_by(hanging(source.within(block.span), marker), opened)
            yield False
            continue
        if opened and any(item.holds(source.within(block.span), source) for item in opened):
            yield False
            continue
        opened = ()
        yield setting.is_quoted(block, blocks[i - 1] if i else None)
