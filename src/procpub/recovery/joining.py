"""Pass: paragraphs that a page break cut in two are made one again."""

from procpub.diagnostics import Code, Report, spanning
from procpub.model.nodes import Block, Blocks, Paragraph, Text
from procpub.model.proceedings import Proceedings
from procpub.model.walk import contributions, map_blocks, plain_text
from procpub.recovery.paragraphs import joined
from procpub.recovery.shapes import can_be_heading, ends_sentence, has_inner_sentence, marker_of
from procpub.recovery.words import Words, words_of

FULL_LINE = 55
"""Characters: a page ends with a full line, so the piece before the break is at least about this long."""

RUNNING = 100
"""Characters: an unfinished piece of this length is running text, not a heading, whatever it begins with."""

_OPENING = "\"'“‘„«(["


def join_paragraphs(proceedings: Proceedings, report: Report) -> Proceedings:
    """Joins neighbouring paragraphs of which the first is unfinished and the second goes on with its sentence.

    An unfinished paragraph that nothing continues is reported and left: a wrong join costs more than a missed one.
    """
    words = words_of(
        plain_text(block.children)
        for contribution in contributions(proceedings)
        for block in contribution.blocks
        if isinstance(block, Paragraph)
    )
    return map_blocks(proceedings, lambda blocks: _joined(blocks, words, report))


def _joined(blocks: Blocks, words: Words, report: Report) -> Blocks:
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(last, Paragraph) and isinstance(block, Paragraph):
            first, second = plain_text(last.children), plain_text(block.children)
            if continues(first, second, words):
                out[-1] = _join(last, block, words, report)
                continue
            if len(first) >= RUNNING and first[-1] in ",;–—-" and not marker_of(second):
                ending = " ".join(first.split()[-5:])
                report.add(Code.UNFINISHED_PARAGRAPH, f"ends with “… {ending}”, but what follows is new", last.span)
        out.append(block)
    return tuple(out) if len(out) < len(blocks) else blocks


def continues(first: str, second: str, words: Words) -> bool:
    """Whether `second` goes on with the sentence that `first` leaves unfinished."""
    if len(first) < FULL_LINE or ends_sentence(first) or marker_of(second):
        return False
    start = second.lstrip(_OPENING)
    if not start or not start[0].isalnum():
        return False
    if start[0].islower():
        # After a colon a lower-case line may be an unmarked item; only a finished sentence is a continuation.
        return first[-1] not in ":;" or ends_sentence(second)
    if first[-1] in ":;":
        return False
    before, last_word = first.rsplit(maxsplit=1) if " " in first else ("", first)
    # Headings end with nouns, capitalised in many houses; a preposition has a capital only where its sentence begins.
    if words.never_ends(last_word) and (last_word.islower() or ends_sentence(before)):
        return True
    # A capital or a digit after a whole line of running text: a name, not the beginning of a sentence.
    running = len(first) >= RUNNING and (has_inner_sentence(first) or not can_be_heading(first))
    first_word = start.split()[0].strip(",.;:!?")
    return running and not words.is_common_noun(first_word) and first[-1] not in '"”'


def _join(first: Paragraph, second: Paragraph, words: Words, report: Report) -> Paragraph:
    """One paragraph of both; at this stage a paragraph is a single run of text."""
    texts = (plain_text(first.children), plain_text(second.children))
    if first.span and second.span:
        report.add(Code.JOINED_PARAGRAPH, f"joined with line {first.span.last} over a page break", second.span)
    return Paragraph(children=(Text(text=joined(texts, words)),), span=spanning((first.span, second.span)))
