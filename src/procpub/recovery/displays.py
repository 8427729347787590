"""Lines whose ends mean something: verse, tables, and columns that make no table, found in the printed lines alone."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from procpub.interfaces import Line
from procpub.model.nodes import Block, Cell, Row, Table, Text, Verse
from procpub.patterns import regex
from procpub.recovery.addresses import is_salutation
from procpub.recovery.features import is_capitals
from procpub.recovery.shapes import ends_sentence, has_inner_sentence, marker_of, title_case
from procpub.recovery.source_lines import SourceLines

STANZA = 3
"""Lines of verse, at least; a stanza that follows another may have one less."""

BARE_STANZA = 4
"""Lines of verse, at least, where nothing but their ends tells it from prose."""

SHORT = 0.85
"""Share of the measure that lines of verse stay under."""

SHORT_UNWRAPPED = 60
"""Characters that lines of verse stay under where the text is not wrapped."""

NARROWEST = 0.4
"""Share of the measure that prose takes up where it is set narrower than the rest."""

CELL = 12
"""Words of the cells in a column, on average; what is longer is text after a label."""

ALIGNED = 2
"""Columns by which cells under one another may miss each other."""

WIDE = "\u2003"
"""What stands for a gap between columns in lines that make no table."""

_GAP = regex(r"[ \t]{2,}|\t|(?:\. ?){4,}|…{2,}|_{5,}|·{4,}")
_SIGNS = ("  ", "\t", "..", ". .", "……", "_____", "····")
"""What a gap has, all of them; most lines have none."""

_STOPS = ".!?:;,"
_OPENING = "\"'“‘„«»‹([—–-… "


class Display(NamedTuple):
    """Lines that are set as they are on purpose: what they are, how sure that is, and the block that keeps them."""

    kind: str
    lines: tuple[Line, ...]
    confidence: float
    block: Block


class _Cell(NamedTuple):
    """What stands in one column of a line, and the columns of characters that it takes up."""

    text: str
    start: int
    end: int
    wide: bool
    """Whether a tab or leaders stand before it, whose width says nothing."""


def displays(source: SourceLines) -> Mapping[int, Display]:
    """All displays by the number of their first line. They depend on the printed lines alone."""
    found: dict[int, Display] = {}
    last: Display | None = None
    for block in _printed_blocks(source):
        table = [display for display in _tables(block) if display]
        verse = None if table else _verse(block, source, after_verse=last is not None and last.kind == "verse")
        for display in (*table, *((verse,) if verse else ())):
            found[display.lines[0].number] = display
        last = verse
    return found


def _printed_blocks(source: SourceLines) -> Iterator[tuple[Line, ...]]:
    for printed, lines in groupby(source.lines, lambda line: bool(line.text)):
        if printed:
            block = tuple(lines)
            if len(block) > 1:
                yield block


def _tables(block: Sequence[Line]) -> Iterator[Display | None]:
    """Runs of lines in columns; rules between them are part of the run."""
    rows: list[tuple[Line, list[_Cell]]] = []
    for line in (*block, None):
        cells = _cells(line) if line else []
        if line and (len(cells) > 1 or (rows and _is_rule(line.text))):
            rows.append((line, cells))
            continue
        while rows and len(rows[-1][1]) < 2:
            rows.pop()
        if rows:
            yield _table(rows)
        rows = []


def _is_rule(text: str) -> bool:
    return len(text) > 2 and not any(map(str.isalnum, text))


def _cells(line: Line) -> list[_Cell]:
    """The cells of a line; one if it has no gaps. The space after a marker or a sentence is none."""
    text = line.text
    if _is_rule(text):
        return []
    if text.startswith("|") and text.endswith("|"):
        return [_Cell(part.strip(), 0, 0, wide=True) for part in text[1:-1].split("|")]
    if not any(sign in text for sign in _SIGNS):
        return []
    marker = marker_of(text)
    begin = len(text) - len(marker.rest) if marker else 0
    cells: list[_Cell] = []
    start, wide = 0, False
    for gap in _GAP.finditer(text, begin):
        run = gap.group()
        if run == "  " and text[gap.start() - 1] in _STOPS:
            continue
        cells.append(_cell(text, start, gap.start(), line.indent, wide=wide))
        start, wide = gap.end(), "\t" in run or not run.isspace()
    cells.append(_cell(text, start, len(text), line.indent, wide=wide))
    return [cell for cell in cells if cell.text]


def _cell(text: str, start: int, end: int, indent: int, *, wide: bool) -> _Cell:
    return _Cell(" ".join(text[start:end].split()), indent + start, indent + end, wide)


def _table(rows: Sequence[tuple[Line, list[_Cell]]]) -> Display | None:
    lines = tuple(line for line, _ in rows)
    filled = [cells for _, cells in rows if cells]
    if len(filled) < 2 or max(map(_words_in_a_cell, _columns(filled))) > CELL:
        return None
    if len({len(cells) for cells in filled}) == 1 and _is_aligned(filled):
        head = _has_head(rows, filled)
        made = tuple(
            Row(cells=tuple(Cell(children=(Text(text=cell.text),), header=head and i == 0) for cell in cells))
            for i, cells in enumerate(filled)
        )
        table = Table(head=made[:head], rows=made[head:])
        return Display("table", lines, 0.9 if len(filled) > 2 else 0.75, table)
    if len(filled) > 2 and _words_in_a_cell([cell for cells in filled for cell in cells]) <= CELL / 2:
        kept = Verse(lines=tuple((Text(text=WIDE.join(cell.text for cell in cells)),) for cells in filled))
        return Display("columns", lines, 0.75, kept)
    return None


def _columns(rows: Sequence[Sequence[_Cell]]) -> list[list[_Cell]]:
    return [[row[i] for row in rows if i < len(row)] for i in range(max(map(len, rows)))]


def _words_in_a_cell(cells: Sequence[_Cell]) -> float:
    """How many words a cell has on average."""
    return sum(len(cell.text.split()) for cell in cells) / len(cells)


def _is_aligned(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the cells of each column begin or end together, as far as tabs and leaders let see; names over columns
    may be set apart.
    """
    body = rows[1:] if len(rows) > 2 else rows
    return all(
        any(cell.wide for cell in column)
        or _spread([cell.start for cell in column]) <= ALIGNED
        or _spread([cell.end for cell in column]) <= ALIGNED
        for column in _columns(body)[1:]
    )


def _spread(values: Sequence[int]) -> int:
    return max(values) - min(values)


def _has_head(rows: Sequence[tuple[Line, list[_Cell]]], filled: Sequence[Sequence[_Cell]]) -> bool:
    """Whether the first row names the columns: a rule is under it, or a column has numbers everywhere else."""
    if len(filled) < 3:
        return False
    if not rows[1][1]:
        return True
    return any(
        not any(map(str.isdigit, column[0].text)) and all(cell.text[:1].isdigit() for cell in column[1:])
        for column in _columns(filled)[1:]
    )


def _verse(block: Sequence[Line], source: SourceLines, *, after_verse: bool) -> Display | None:
    """The short lines at the end of a printed block: all of it, or what follows a line that announces it."""
    limit = SHORT * source.measure if source.measure else SHORT_UNWRAPPED
    begin = len(block)
    while begin and block[begin - 1].indent + len(block[begin - 1].text) < limit:
        begin -= 1
    announced = begin < len(block) and _announces(block[begin].text)
    if begin and not announced:
        return None
    begin += announced
    lines = tuple(block[begin:])
    if len(lines) < STANZA - after_verse:
        return None
    texts = [line.text for line in lines]
    indents = [line.indent for line in lines]
    set_in = min(indents) >= source.margin + 2
    uneven = _spread(indents[:-1]) >= 2 and any(a > b for a, b in pairwise(indents))
    evident = after_verse or announced or ((set_in or uneven) and len(set(indents)) < len(lines))
    if (not evident and len(lines) < BARE_STANZA) or not _reads_as_verse(texts, evident=evident):
        return None
    if max(len(text) for text in texts) > NARROWEST * source.measure and _is_filled(lines):
        return None
    kept = Verse(lines=tuple((Text(text=" ".join(text.split())),) for text in texts))
    return Display("verse", lines, 0.8 if evident else 0.7, kept)


def _is_filled(lines: Sequence[Line]) -> bool:
    """Whether it is prose, set narrower than the text around it: no line had room for the next word, and lines begin
    with whatever word came next.
    """
    widest = max(line.indent + len(line.text) for line in lines)
    filled = all(
        before.indent + len(before.text) + 1 + len(after.text.split(maxsplit=1)[0]) > widest
        for before, after in pairwise(lines)
    )
    small = sum(line.text.lstrip(_OPENING)[:1].islower() for line in lines[1:])
    return filled and 2 * small >= len(lines) - 1


def _announces(text: str) -> bool:
    """Whether a line leads over to what is recited. A speaker's label ends with a colon too, but is a name."""
    words = text.split()
    return text.endswith((":", "：")) and len(words) >= 4 and words[-1].islower()


def _reads_as_verse(texts: Sequence[str], *, evident: bool) -> bool:
    """Whether the lines are no names, headings, items or speeches, but sentences that run over their ends."""
    words = [len(text.split()) for text in texts]
    if min(words) < 2 or not 3 <= sum(words) / len(words) <= CELL or texts[-1][-1] in ":：" or is_salutation(texts[0]):
        return False
    if any(is_capitals(text) or marker_of(text) or "@" in text for text in texts):
        return False
    if title_case(" ".join(texts)) >= 0.6 or sum(any(map(str.isdigit, text)) for text in texts) * 5 > len(texts):
        return False
    if 2 * sum(map(ends_sentence, texts)) > len(texts) or 3 * sum(map(has_inner_sentence, texts)) > len(texts):
        return False
    capital = [text.lstrip(_OPENING)[:1].isupper() for text in texts]
    over = [starts and not ends_sentence(before) for before, starts in zip(texts[:-1], capital[1:], strict=True)]
    if evident:
        return True
    return 4 * sum(capital) >= 3 * len(texts) and 2 * sum(over) >= len(over)
