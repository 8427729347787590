"""Lines to raw paragraphs: a line each, or several where the source is hard-wrapped, told apart by measuring."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Line
from procpub.model.nodes import Paragraph, Text
from procpub.patterns import regex
from procpub.recovery.corrections import Corrections
from procpub.recovery.features import is_capitals
from procpub.recovery.footnote_marks import opening
from procpub.recovery.lexicon import CONNECTIVES
from procpub.recovery.shapes import ends_sentence, marker_of
from procpub.recovery.source_lines import SourceLines
from procpub.recovery.words import HYPHENS, SOFT_HYPHENS, Words

FULL = 0.9
"""A line is full if the next word would have ended beyond this share of the measure."""

RUNNING = 0.45
"""A line of at least this share of the measure is no list of names or words; a small letter below it goes on."""

INDENT = 2
"""Columns by which the first line of a paragraph is set in, at least."""

DEEPEST_INDENT = 8

INDENTED_SHARE = 0.04
"""A source marks its paragraphs by first-line indents where at least this share of its lines is set in so."""

NOTE_MARKS = "[(*†‡§¹²³"
"""How footnotes begin."""

LONGEST_HEADING = 12
"""Words in a line of capitals that is a heading, or a line of one."""

LONGEST_EVENT = 8
"""Lines in brackets."""

_STOPS = tuple('.:;!?…)]"”»')

_SPACES = regex(r"[ \t]+")

_BYLINE = regex(r"(?:by|von|vom|par|por|di|de|door|av|af)\b", re.IGNORECASE)


class Passage(NamedTuple):
    """A raw paragraph: its printed lines, its text on one line, and the blank lines that stand before it."""

    lines: tuple[Line, ...]
    text: str
    gap: int

    @property
    def span(self) -> Span:
        """The source lines."""
        return Span(self.lines[0].number, self.lines[-1].number)

    @property
    def paragraph(self) -> Paragraph:
        """The passage as a block."""
        return Paragraph(children=(Text(text=self.text, span=self.span),), span=self.span)


def paragraphs(source: SourceLines, words: Words, corrections: Corrections, report: Report) -> tuple[Passage, ...]:
    """The lines as raw paragraphs, blank lines left out, white space inside a line made single.

    In hard-wrapped text a line continues the one before it where its first word would not have fitted there; `words`
    are the document's, by which divided ones are made whole. An editor's corrections come first.
    """
    margin = source.margin if _marks_by_indent(source) else None
    groups: list[tuple[int, list[Line]]] = []
    gap = 0
    for line in source.lines:
        if not line.text:
            gap += 1
            continue
        last = groups[-1][1] if groups else []
        forced = line.number in corrections.joined
        if line.number in corrections.parted or line.number in corrections.headings:
            groups.append((gap, [line]))
        elif (last and forced) or (
            last and source.measure and not gap and _continues(last, line, source.measure, margin)
        ):
            last.append(line)
        elif last and source.measure and gap and _goes_on(last, line, source.measure):
            message = f"joined with line {last[-1].number} over a gap"
            report.add(Code.JOINED_PARAGRAPH, message, Span(line.number, line.number), confidence=0.9)
            last.append(line)
        else:
            groups.append((gap, [line]))
        gap = 0
    return tuple(
        Passage(lines=tuple(lines), text=joined((line.text for line in lines), words), gap=gap) for gap, lines in groups
    )


def _marks_by_indent(source: SourceLines) -> bool:
    """Whether paragraphs begin with an indent, so that a full line before one does not hide where it begins."""
    printed = [line for line in source.lines if line.text]
    margin = source.margin
    starts = sum(
        INDENT <= after.indent - margin <= DEEPEST_INDENT and before.indent == margin and ends_sentence(before.text)
        for before, after in pairwise(printed)
    )
    return starts >= max(3, INDENTED_SHARE * len(printed))


def _goes_on(group: Sequence[Line], line: Line, measure: int) -> bool:
    """Whether a sentence goes on over blank lines: a page's furniture stood there, or the dump put them in. The line
    before is full, ends nowhere near a stop, and the next begins with a small letter.
    """
    previous = group[-1]
    if is_capitals(previous.text) and is_capitals(line.text) and len(group) < 6:
        # "SPEECH / OF / MR. HILL": what stands around "of" is one heading, however far apart it is printed.
        return not set(CONNECTIVES).isdisjoint((previous.text.rsplit(maxsplit=1)[-1].casefold(), line.text.casefold()))
    if not line.text[0].islower() or previous.text.endswith(_STOPS):
        return False
    return _is_full(previous, line, measure) or _is_cut(previous.text)


def _continues(group: Sequence[Line], line: Line, measure: int, margin: int | None) -> bool:
    """Whether a line goes on with the lines right above it; `margin` is given where first lines are set in from it."""
    previous = group[-1]
    if _is_cut(previous.text) and (line.text[0].islower() or (previous.text[-2].isupper() and line.text[:2].isupper())):
        return True
    if _is_open(group):
        return True
    if marker_of(line.text) and not _is_dash(previous, line, measure):
        return False
    if _hangs(group[0], line):
        return True
    if line.text[0] in NOTE_MARKS and ends_sentence(previous.text) and opening(line.text):
        return False
    if is_capitals(previous.text) and is_capitals(line.text):
        return len(group) < 6 and not _BYLINE.match(line.text)  # a heading over several lines
    if margin is not None and _is_set_in(group, line, margin) and ends_sentence(previous.text):
        return False
    if _is_full(previous, line, measure):
        return not is_capitals(previous.text) or len(previous.text.split()) > LONGEST_HEADING or line.text[0].islower()
    below_heading = is_capitals(previous.text) and len(previous.text.split()) <= LONGEST_HEADING
    return line.text[0].islower() and not below_heading and previous.indent + len(previous.text) > RUNNING * measure


def _is_dash(previous: Line, line: Line, measure: int) -> bool:
    """Whether a dash at the head of a line is one of running text, and no bullet."""
    return line.text[0] in "-–—" and _is_full(previous, line, measure) and previous.text[-1].isalnum()


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line stands under the words of an item, right of its marker."""
    marker = marker_of(first.text)
    return marker is not None and line.indent == first.indent + len(first.text) - len(marker.rest)


def _is_set_in(group: Sequence[Line], line: Line, margin: int) -> bool:
    """Whether a line is set in as the first line of a paragraph, and not as all lines of a block are."""
    in_block = len(group) > 1 and group[-1].indent == line.indent
    return INDENT <= line.indent - margin <= DEEPEST_INDENT and not in_block


def _is_open(group: Sequence[Line]) -> bool:
    """Whether something is not closed yet: a bracket that the first line begins with (an event over several lines), or
    underscores around a phrase.
    """
    if len(group) < 3 and sum(line.text.count("_") for line in group) == 1 and group[-1].text[-1] != "_":
        return True
    bracket = group[0].text[0]
    if bracket not in "([" or len(group) > LONGEST_EVENT:
        return False
    closing = ")" if bracket == "(" else "]"
    return sum(line.text.count(bracket) - line.text.count(closing) for line in group) > 0


def _is_full(previous: Line, line: Line, measure: int) -> bool:
    first_word = line.text.split(maxsplit=1)[0]
    return previous.indent + len(previous.text) + 1 + len(first_word) > FULL * measure


def _is_cut(text: str) -> bool:
    """Whether a word is divided at the end."""
    return len(text) > 2 and text[-1] in HYPHENS and text[-2].isalpha()


def joined(texts: Iterable[str], words: Words) -> str:
    """The texts as one: words divided at the seams are made whole, ideographs stand together, all else apart.

    Spaces and tabs inside a text become one space; other white space, such as U+00A0, means something and stays.
    """
    parts: list[str] = []
    for text in texts:
        piece = _SPACES.sub(" ", text) if "  " in text or "\t" in text else text
        if not parts:
            parts.append(piece)
            continue
        left, right = parts[-1].rpartition(" ")[2], piece.partition(" ")[0]
        if left and right and words.divided(left, right):
            whole = left[:-1] + right if left[-1] in SOFT_HYPHENS else words.join_divided(left[:-1], right)
            parts[-1] = parts[-1][: -len(left)] + whole
            parts.append(piece[len(right) :])
        else:
            parts += ["" if _is_ideograph(left[-1:]) and _is_ideograph(right[:1]) else " ", piece]
    return "".join(parts)


def _is_ideograph(character: str) -> bool:
    """Whether it is a letter or punctuation of Chinese or Japanese, which have no space between them."""
    return any(first <= character <= last for first, last in ("\u3000\u30ff", "\u3400\u9fff", "\uff00\uffef"))
