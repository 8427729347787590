"""Pass: phrases in another script or language than the volume's, marked with their language: fonts, hyphenation and
screen readers are chosen by it.

Another script is certain. Another language in the same script is told by function words, and only where a phrase is set
off (in quotation marks, in italics, as a paragraph), has several of another language's, and none of the main one's.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import is_
from typing import NamedTuple, TypeVar, assert_never

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.proceedings import Proceedings
from procpub.model.walk import (
    headings,
    inlines_within,
    lines,
    map_blocks,
    map_headings,
    mapped,
    nested,
    pieces,
    plain_text,
)
from procpub.patterns import regex
from procpub.recovery.phrases import (
    BEYOND_LATIN,
    FEWEST_HITS,
    FEWEST_WORDS,
    Phrase,
    Tongues,
    language_of_phrase,
    phrases_by_script,
    tongues,
)

WORDS_OF_A_PARAGRAPH = 8
"""A paragraph's language is asked for if it has so many words; a shorter one is too often a name or a title."""

HITS_OF_A_PARAGRAPH = 3
"""Different function words that such a paragraph has."""

_LONGEST = 60
"""Characters of a phrase that the report quotes."""

_QUOTED = regex('“([^“”]++)”|„([^„“”]++)[“”]|«([^«»]++)»|»([^«»]++)«|"([^"]++)"')
_MARKS = regex('[“„«»"]')

T = TypeVar("T")


class Finding(NamedTuple):
    """A phrase that was marked: its language and text, whether it is a whole paragraph, how sure that is, and where."""

    language: str
    text: str
    whole: bool
    confidence: float
    span: Span | None


def mark_foreign(proceedings: Proceedings, report: Report) -> Proceedings:
    """Marks phrases in another script or language as `Foreign`, in headings and blocks, at any depth of inlines."""
    marker = _Marker(proceedings)
    headed = map_headings(proceedings, marker.heading)
    changed = map_blocks(headed, lambda blocks: marker.blocks(blocks, within=False))
    for finding in _merged(marker.findings):
        words = finding.text if len(finding.text) <= _LONGEST else f"{finding.text[: _LONGEST - 1]}…"
        message = f"“{words}” is taken to be in “{finding.language}”"
        report.add(Code.FOREIGN, message, finding.span, confidence=finding.confidence)
    return changed


def _all_lines(proceedings: Proceedings) -> Iterator[Inlines]:
    for piece in pieces(proceedings):
        yield from headings(piece)
        for block in getattr(piece, "blocks", ()):
            for inner in nested(block):
                yield from lines(inner)


def _merged(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, whole paragraphs in a row in one language as one."""
    waiting: Finding | None = None
    for finding in findings:
        if waiting and finding.whole and finding.language == waiting.language:
            sure = min(waiting.confidence, finding.confidence)
            waiting = waiting._replace(confidence=sure, span=spanning((waiting.span, finding.span)))
            continue
        if waiting:
            yield waiting
        waiting = finding if finding.whole else None
        if not finding.whole:
            yield finding
    if waiting:
        yield waiting


class _Marker:
    """Goes through the nodes of one document; `findings` grows in the order of reading."""

    def __init__(self, proceedings: Proceedings) -> None:
        self.findings: list[Finding] = []
        self._document = proceedings
        self._main = proceedings.metadata.language

    @cached_property
    def _tongues(self) -> Tongues:
        texts = map(plain_text, _all_lines(self._document))
        return tongues("\n".join(text for text in texts if BEYOND_LATIN.search(text)))

    @cached_property
    def _mixed_names(self) -> tuple[str, ...]:
        """Names of persons in two scripts: writers look for them in one run of text, so they are left whole."""
        names = [person.name for person in self._document.people if BEYOND_LATIN.search(person.name)]
        return tuple(name for name in names if re.search("[A-Za-z]", name))

    def heading(self, inlines: Inlines, span: Span | None) -> Inlines:
        """The heading with its phrases marked."""
        text = plain_text(inlines)
        if text.isascii() or any(name in text for name in self._mixed_names):
            return inlines
        return self._by_script(inlines, Span(span.first, span.first) if span else None)

    def blocks(self, blocks: Blocks, *, within: bool) -> Blocks:
        """The blocks with their phrases marked; `within` a quotation, where shorter phrases tell their language."""
        return mapped(blocks, lambda block: self._block(block, within=within))

    def _block(self, block: Block, *, within: bool) -> Block:
        match block:
            case Paragraph():
                children = self._paragraph(block.children, block.span, within=within)
                return block if children is block.children else replace(block, children=children)
            case Address() | Event():
                children = self._line(block.children, block.span)
                return block if children is block.children else replace(block, children=children)
            case ItemList():
                items = mapped(block.items, lambda item: self._with_blocks(item, within=within))
                return block if items is block.items else replace(block, items=items)
            case Quote():
                return self._with_blocks(block, within=True)
            case Verse():
                verses = mapped(block.lines, lambda line: self._paragraph(line, block.span, within=True))
                return block if verses is block.lines else replace(block, lines=verses)
            case Table():
                return self._table(block)
            case Figure():
                caption = self._line(block.caption, block.span)
                return block if caption is block.caption else replace(block, caption=caption)
            case Turn():
                turn = self._with_blocks(block, within=within)
                label = self._by_script(turn.label, turn.span)
                return turn if label is turn.label else replace(turn, label=label)
            case PageBreak():
                return block
        assert_never(block)

    def _with_blocks(self, node: T, *, within: bool) -> T:
        """An item, quotation, turn or note with its blocks changed."""
        before: Blocks = node.blocks  # type: ignore[attr-defined]  # called for nodes with blocks only
        after = self.blocks(before, within=within)
        return node if after is before else replace(node, blocks=after)  # type: ignore[type-var]

    def _table(self, table: Table) -> Table:
        caption = self._line(table.caption, table.span)
        head, rows = mapped(table.head, self._row), mapped(table.rows, self._row)
        if caption is table.caption and head is table.head and rows is table.rows:
            return table
        return replace(table, caption=caption, head=head, rows=rows)

    def _row(self, row: Row) -> Row:
        changed = [self._line(cell.children, cell.span or row.span) for cell in row.cells]
        if all(children is cell.children for children, cell in zip(changed, row.cells, strict=True)):
            return row
        return replace(row, cells=tuple(replace(c, children=new) for c, new in zip(row.cells, changed, strict=True)))

    def _paragraph(self, inlines: Inlines, span: Span | None, *, within: bool) -> Inlines:
        """The inlines of a paragraph or line of verse, as one phrase if all of it is in another language."""
        if not any(isinstance(inline, Foreign | Note) for inline in inlines_within(inlines)):
            text = plain_text(inlines)
            fewest, hits = (FEWEST_WORDS, FEWEST_HITS) if within else (WORDS_OF_A_PARAGRAPH, HITS_OF_A_PARAGRAPH)
            phrase = language_of_phrase(text, self._main, fewest=fewest, hits=hits)
            if phrase:
                self._found(phrase, text, span, whole=True)
                return (Foreign(language=phrase.language, children=inlines),)
        return self._line(inlines, span)

    def _line(self, inlines: Inlines, span: Span | None) -> Inlines:
        return self._by_words(self._by_script(inlines, span), span)

    def _by_script(self, inlines: Inlines, span: Span | None) -> Inlines:
        def split(text: Text) -> Iterator[Inline]:
            return self._marked(text, phrases_by_script(text.text, self._main, self._tongues), span)

        return self._mapped_texts(inlines, span, BEYOND_LATIN, split)

    def _by_words(self, inlines: Inlines, span: Span | None) -> Inlines:
        """Quoted phrases and phrases in italics that are in another language by their function words."""

        def split(text: Text) -> Iterator[Inline]:
            return self._marked(text, self._quoted(text.text), span)

        return mapped(self._mapped_texts(inlines, span, _MARKS, split), lambda inline: self._emphasis(inline, span))

    def _quoted(self, text: str) -> Iterator[Phrase]:
        for match in _QUOTED.finditer(text):
            phrase = language_of_phrase(match[match.lastindex or 0], self._main)
            if phrase:
                yield phrase._replace(start=match.start(match.lastindex or 0), end=match.end(match.lastindex or 0))

    def _emphasis(self, inline: Inline, span: Span | None) -> Inline:
        if not isinstance(inline, Emphasis) or any(
            isinstance(i, Foreign | Note) for i in inlines_within(inline.children)
        ):
            return inline
        text = plain_text(inline.children)
        phrase = language_of_phrase(text, self._main)
        if not phrase:
            return inline
        self._found(phrase, text, span, whole=False)
        return replace(inline, children=(Foreign(language=phrase.language, children=inline.children),))

    def _mapped_texts(
        self, inlines: Inlines, span: Span | None, having: re.Pattern[str], split: Callable[[Text], Iterator[Inline]]
    ) -> Inlines:
        """The inlines with each run of text that has a character of `having` split, at any depth but in `Foreign`."""
        out: list[Inline] = []
        for inline in inlines:
            match inline:
                case Text():
                    out += split(inline) if having.search(inline.text) else (inline,)
                case Emphasis() | Strong() | Superscript() | Subscript() | Link():
                    children = self._mapped_texts(inline.children, span, having, split)
                    out.append(inline if children is inline.children else replace(inline, children=children))
                case Note():
                    out.append(self._with_blocks(inline, within=False))
                case Foreign() | LineBreak() | PageBreak():
                    out.append(inline)
                case _:
                    assert_never(inline)
        same = len(out) == len(inlines) and all(map(is_, out, inlines))
        return inlines if same else tuple(out)

    def _marked(self, text: Text, phrases: Iterator[Phrase], span: Span | None) -> Iterator[Inline]:
        at = 0
        for phrase in phrases:
            start, end = phrase.start, phrase.end
            if not any(map(str.isalnum, text.text[:start] + text.text[end:])):
                start, end = 0, len(text.text)  # nothing else is there but marks, which then belong to it
            if start > at:
                yield Text(text=text.text[at:start], span=text.span)
            words = text.text[start:end]
            self._found(phrase, words, span, whole=False)
            yield Foreign(language=phrase.language, children=(Text(text=words, span=text.span),), span=text.span)
            at = end
        if not at:
            yield text
        elif at < len(text.text):
            yield Text(text=text.text[at:], span=text.span)

    def _found(self, phrase: Phrase, text: str, span: Span | None, *, whole: bool) -> None:
        self.findings.append(Finding(phrase.language, text.strip(), whole, phrase.confidence, span))
