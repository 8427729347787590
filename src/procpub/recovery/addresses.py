"""Pass: lines that address the audience or take leave of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from procpub.diagnostics import Code, Report
from procpub.model.nodes import Address, AddressKind, Block, Blocks, Paragraph
from procpub.model.proceedings import Contribution, Matter, Proceedings
from procpub.model.walk import map_bodies, plain_text
from procpub.patterns import regex
from procpub.recovery.lexicon import ADDRESSEES, COURTESIES, GREETINGS, THANKS, VOCATIVES
from procpub.recovery.shapes import ends_sentence, has_inner_sentence, marker_of

LONGEST = 14
"""Words in a line of address."""

LONGEST_CLOSING = 10

_TRIM = ".,;:!?…()\"“”'’，。：！"

_AFTER_EXCLAMATION = regex(r"(?<=!)\s+")
_WORD = regex(r"[^\W_]+")
_THANKS = regex(rf"(?:(?:i|we|ich|wir|and|und|once again|again)\s)*(?:{'|'.join(THANKS)})\b")


def mark_addresses(proceedings: Proceedings, report: Report) -> Proceedings:
    """Turns paragraphs that are salutations or closing lines of a contribution into addresses."""

    def change(piece: Contribution | Matter) -> Contribution | Matter:
        if not isinstance(piece, Contribution) or piece.sections:
            return piece
        blocks = _closed(_opened(_salutations(piece.blocks)))
        if blocks == piece.blocks:
            return piece
        for old, new in zip(piece.blocks, blocks, strict=True):
            if isinstance(new, Address) and not isinstance(old, Address):
                report.add(Code.SALUTATION, f"“{plain_text(new.children)}” is a {new.kind}", new.span)
        return replace(piece, blocks=blocks)

    return map_bodies(proceedings, change)


def is_salutation(text: str) -> bool:
    """Whether a line does nothing but address somebody: courtesies, names and addressees, or a greeting."""
    return all(map(_addresses, _AFTER_EXCLAMATION.split(text) if "!" in text else (text,)))


def _addresses(text: str) -> bool:
    # Most texts are long: no more of their words are looked at than tell that.
    printed = list(islice(filter(None, (word.strip(_TRIM) for word in text.split())), LONGEST + 1))
    if not 0 < len(printed) <= LONGEST:
        return False
    words = list(map(str.casefold, printed))
    greets = len(words) <= 8 and " ".join(words).startswith(GREETINGS)
    return (greets or _is_spoken_to(text, words, printed)) and not has_inner_sentence(text) and not marker_of(text)


def _is_spoken_to(text: str, words: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether a line's words, case-folded and as printed, are addressees and what stands around them."""
    # Without a comma or a courtesy, "Heads of Delegation" is a heading.
    spoken = text.rstrip()[-1] in ",!:，！：" or words[0] in COURTESIES or not VOCATIVES.isdisjoint(words)
    return (
        spoken
        and not ADDRESSEES.isdisjoint(words)
        and all(
            word in ADDRESSEES or word in COURTESIES or as_printed[0].isupper()
            for word, as_printed in zip(words, printed, strict=True)
        )
    )


def is_closing(text: str) -> bool:
    """Whether a line does nothing but thank for the attention."""
    words = _WORD.findall(text.casefold())
    if not 0 < len(words) <= LONGEST_CLOSING or has_inner_sentence(text):
        return False
    return _THANKS.match(" ".join(words[:4])) is not None


def _address(block: Block, kind: AddressKind) -> Block:
    return Address(kind=kind, children=block.children, span=block.span) if isinstance(block, Paragraph) else block


def _text(block: Block) -> str:
    return plain_text(block.children) if isinstance(block, Paragraph | Address) else ""


def _salutations(blocks: Blocks) -> Blocks:
    return tuple(_address(block, AddressKind.SALUTATION) if is_salutation(_text(block)) else block for block in blocks)


def _opened(blocks: Blocks) -> Blocks:
    """In the opening run of short lines, what stands between two salutations belongs to them (an office under a name);
    a line of thanks that ends with a comma leads over to the speech.
    """
    end = next((i for i, block in enumerate(blocks) if not _is_short_line(block)), len(blocks))
    salutations = [i for i in range(end) if _is_marked(blocks[i])]
    first, last = (salutations[0], salutations[-1]) if salutations else (0, -1)
    opened = [_address(block, AddressKind.SALUTATION) for block in blocks[first : last + 1]]
    follows = blocks[last + 1 : last + 2]
    if follows and _leads_over(_text(follows[0])):
        opened.append(_address(follows[0], AddressKind.SALUTATION))
    return (*blocks[:first], *opened, *blocks[first + len(opened) :])


def _leads_over(text: str) -> bool:
    """Whether it is such a line of thanks: "Thank you, Mr. President, for giving me the floor,"."""
    words = {word.strip(_TRIM).casefold() for word in text.split()}
    return (
        text.endswith(",") and text.casefold().startswith(THANKS) and len(words) <= LONGEST and bool(words & ADDRESSEES)
    )


def _is_marked(block: Block) -> bool:
    return isinstance(block, Address) and block.kind is AddressKind.SALUTATION


def _is_short_line(block: Block) -> bool:
    text = _text(block)
    return _is_marked(block) or (
        isinstance(block, Paragraph)
        and bool(text)
        and len(text.split()) <= LONGEST
        and not ends_sentence(text)
        and not marker_of(text)
    )


def _closed(blocks: Blocks) -> Blocks:
    """The last lines of a contribution, as far as they are thanks."""
    start = len(blocks)
    while start and is_closing(_text(blocks[start - 1])):
        start -= 1
    return (*blocks[:start], *(_closing(blocks[start:]))) if start else blocks


def _closing(blocks: Sequence[Block]) -> Blocks:
    return tuple(_address(block, AddressKind.CLOSING) for block in blocks)
