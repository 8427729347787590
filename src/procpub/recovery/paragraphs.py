"""Lines to raw paragraphs: a line each, or several where the source is hard-wrapped, told apart by measuring."""

import re
from collections.abc import Iterable, Sequence

from procpub.diagnostics import Code, Report, Span
from procpub.interfaces import Line
from procpub.model.nodes import Paragraph, Text
from procpub.recovery.shapes import marker_of
from procpub.recovery.source_lines import SourceLines
from procpub.recovery.words import Words, words_of

SOFT_HYPHEN = "\u00ad"

IDEOGRAPH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Chinese and Japanese letters and punctuation, which have no space between them."""

_STOP = re.compile(r"[.:;!?…)\]\"”»]$")

_SPACES = re.compile(r"[ \t]+")


def paragraphs(source: SourceLines, report: Report) -> tuple[Paragraph, ...]:
    """The lines as paragraphs, blank lines left out, white space inside a line made single.

    In hard-wrapped text a line continues the one before it where its first word would not have fitted there.
    """
    lines, measure = source.lines, source.measure
    words = words_of(line.text for line in lines)
    groups: list[list[Line]] = []
    blanks = 0
    for line in lines:
        if not line.text:
            blanks += 1
            continue
        previous = groups[-1][-1] if groups else None
        if previous and measure and not blanks and _continues(previous, line, measure):
            groups[-1].append(line)
        elif previous and measure and blanks and _goes_on(previous, line, measure):
            message = f"joined with line {previous.number} over a gap"
            report.add(Code.JOINED_PARAGRAPH, message, Span(line.number, line.number))
            groups[-1].append(line)
        else:
            groups.append([line])
        blanks = 0
    return tuple(_paragraph(group, words) for group in groups)


def _goes_on(previous: Line, line: Line, measure: int) -> bool:
    """Whether a sentence goes on over blank lines: a page's furniture stood there, or the dump put them in. The line
    before is full, ends nowhere near a stop, and the next begins with a small letter.
    """
    full = _continues(previous, line, measure)
    return full and line.text[0].islower() and not _STOP.search(previous.text)


def _continues(previous: Line, line: Line, measure: int) -> bool:
    if marker_of(line.text) and not previous.text.endswith("-"):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    return previous.indent + len(previous.text) + 1 + len(first_word) > 0.9 * measure


def _paragraph(lines: Sequence[Line], words: Words) -> Paragraph:
    span = Span(lines[0].number, lines[-1].number)
    return Paragraph(children=(Text(text=joined((line.text for line in lines), words)),), span=span)


def joined(texts: Iterable[str], words: Words) -> str:
    """The texts as one: words divided at the seams are made whole, ideographs stand together, all else apart.

    Spaces and tabs inside a text become one space; other white space, such as U+00A0, means something and stays.
    """
    parts: list[str] = []
    for text in texts:
        piece = _SPACES.sub(" ", text)
        if not parts:
            parts.append(piece)
            continue
        left, right = parts[-1].rpartition(" ")[2], piece.partition(" ")[0]
        if _is_divided(left, right):
            whole = left[:-1] + right if left[-1] == SOFT_HYPHEN else words.join_divided(left[:-1], right)
            parts[-1] = parts[-1][: -len(left)] + whole
            parts.append(piece[len(right) :])
        else:
            parts += ["" if IDEOGRAPH.match(left[-1:]) and IDEOGRAPH.match(right[:1]) else " ", piece]
    return "".join(parts)


def _is_divided(left: str, right: str) -> bool:
    return len(left) > 2 and left[-1] in f"-{SOFT_HYPHEN}" and left[-2].isalpha() and right[:1].isalpha()
