"""Pass: paragraphs that a page break cut in two are made one again."""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TypeGuard

from procpub.diagnostics import Code, Report, spanning
from procpub.model.nodes import Block, Blocks, Inline, Note, Paragraph, Text, Turn
from procpub.model.proceedings import Proceedings
from procpub.model.walk import map_blocks, mapped, plain_text
from procpub.recovery.corrections import Corrections
from procpub.recovery.footnote_marks import opening
from procpub.recovery.paragraphs import NOTE_MARKS, joined
from procpub.recovery.shapes import can_be_heading, ends_sentence, has_inner_sentence, marker_of
from procpub.recovery.words import Words

FULL_LINE = 55
"""Characters: a page ends with a full line, so the piece before the break is at least about this long."""

RUNNING = 100
"""Characters: an unfinished piece of this length is running text, not a heading, whatever it begins with."""

_OPENING = "\"'“‘„«(["


def join_paragraphs(proceedings: Proceedings, report: Report, *, words: Words, corrections: Corrections) -> Proceedings:
    """Joins neighbouring paragraphs of which the first is unfinished and the second goes on with its sentence.

    An unfinished paragraph that nothing continues is reported and left: a wrong join costs more than a missed one.
    `words` are the document's. What an editor parted stays apart.
    """
    apart = corrections.parted
    return map_blocks(
        proceedings, lambda blocks: _in_turns(_joined(blocks, words, apart, report), words, apart, report)
    )


def _in_turns(blocks: Blocks, words: Words, apart: Set[int], report: Report) -> Blocks:
    """The same inside turns; the same object if there is nothing to do."""

    def change(block: Block) -> Block:
        if not isinstance(block, Turn):
            return block
        inner = _joined(block.blocks, words, apart, report)
        return block if inner is block.blocks else replace(block, blocks=inner)

    return mapped(blocks, change)


def _joined(blocks: Blocks, words: Words, apart: Set[int], report: Report) -> Blocks:
    out: list[Block] = []
    pieces: list[Paragraph] = []
    for block in (*blocks, None):
        if pieces and block and _is_plain(block) and not (block.span and block.span.first in apart):
            first, second = _text(pieces[-1]), _text(block)
            if continues(first, second, words, running=len(pieces) > 1):
                if pieces[-1].span:
                    message = f"joined with line {pieces[-1].span.last} over a page break"
                    report.add(Code.JOINED_PARAGRAPH, message, block.span)
                pieces.append(block)
                continue
            if len(first) >= RUNNING and first[-1] in ",;–—-" and not marker_of(second):
                ending = " ".join(first.split()[-5:])
                message = f"ends with “… {ending}”, but what follows is new"
                report.add(Code.UNFINISHED_PARAGRAPH, message, pieces[-1].span)
        if pieces:
            out.append(_join(pieces, words))
        pieces = [block] if block and _is_plain(block) else []
        if block and not pieces:
            out.append(block)
    return tuple(out) if len(out) < len(blocks) else blocks


def _is_plain(block: Block) -> TypeGuard[Paragraph]:
    """Whether it is a paragraph of text and notes: emphasis comes later, and other things are not joined."""
    return (
        isinstance(block, Paragraph)
        and bool(block.children)
        and isinstance(block.children[0], Text)
        and all(isinstance(child, Text | Note) for child in block.children)
    )


def _text(paragraph: Paragraph) -> str:
    return plain_text(paragraph.children)


def continues(first: str, second: str, words: Words, *, running: bool = False) -> bool:
    """Whether `second` goes on with the sentence that `first` leaves unfinished; `running` text is known to be no
    heading.
    """
    if not first.strip() or not second:
        return False
    if (len(first) < FULL_LINE and not running) or ends_sentence(first) or marker_of(second):
        return False
    if second[0] in NOTE_MARKS and opening(second):
        return False
    start = second.lstrip(_OPENING)
    if not start or not start[0].isalnum():
        return False
    if start[0].islower():
        # After a colon a lower-case line may be an unmarked item; only a finished sentence is a continuation.
        return first[-1] not in ":;" or ends_sentence(second)
    if first[-1] in ":;":
        return False
    before, _, last_word = first.rstrip().rpartition(" ")
    # Headings end with nouns, capitalised in many houses; a preposition has a capital only where its sentence begins.
    if words.never_ends(last_word) and (last_word.islower() or ends_sentence(before)):
        return True
    # A capital or a digit after a whole line of running text: a name, not the beginning of a sentence.
    whole = running or (len(first) >= RUNNING and (has_inner_sentence(first) or not can_be_heading(first)))
    first_word = start.split()[0].strip(",.;:!?")
    return whole and not words.is_common_noun(first_word) and first[-1] not in '"”'


def _join(pieces: Sequence[Paragraph], words: Words) -> Paragraph:
    if len(pieces) == 1:
        return pieces[0]
    children: list[Inline] = []
    run: list[str] = []  # texts since the last note, to be joined at once
    for piece in pieces:
        first, *others = piece.children
        # A piece goes on behind a note with a space.
        run.append(f" {plain_text((first,))}" if children and not run else plain_text((first,)))
        for child in others:
            if isinstance(child, Text):
                run.append(child.text)
            else:
                if run:
                    children.append(Text(text=joined(run, words)))
                    run = []
                children.append(child)
    if run:
        children.append(Text(text=joined(run, words)))
    return Paragraph(children=tuple(children), span=spanning(piece.span for piece in pieces))
