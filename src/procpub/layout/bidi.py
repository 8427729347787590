"""Text that runs from right to left, alone or among other text: the Unicode Bidirectional Algorithm (UAX #9).

The levels come from python-bidi, whose `algorithm` module implements the rules up to I2; what is done here is to cut
pieces where the level changes, to shape them in their direction, and to order them on their line (rule L2). Only
paragraphs that have right-to-left letters come here at all.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.fonts import Shape


def is_mixed(pieces: Sequence[Piece]) -> bool:
    """Whether any of the text runs from right to left."""
    return any(map(attrgetter("level"), pieces))


def levelled(pieces: Sequence[Piece]) -> tuple[list[Piece], bool]:
    """The pieces of a paragraph with their levels, cut where these change, and spaces as pieces of their own; whether
    the paragraph as a whole runs from right to left (rules P2 and P3: its first letter tells).
    """
    spaced = [part for piece in pieces for part in _space_apart(piece)]
    text = "".join(map(_characters, spaced))
    levels, right_to_left = _levels(text)
    out: list[Piece] = []
    place = 0
    for piece in spaced:
        length = len(_characters(piece))
        out += _cut(piece, levels[place : place + length])
        place += length
    return out, right_to_left


def _levels(text: str) -> tuple[list[int], bool]:
    """The embedding level of each character, and whether that of the paragraph is odd."""
    from bidi import algorithm  # type: ignore[import-untyped]  # imported for the few texts that need it

    base = algorithm.get_base_level(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = [character["level"] for character in storage["chars"]]
    if len(found) != len(text):  # explicit formatting characters were taken out (rule X9): they get their neighbour's
        kept = iter(found)
        removed = algorithm.X9_REMOVED
        found = [base if algorithm.bidirectional(c) in removed else next(kept, base) for c in text]
    return found, bool(base)


_PAIRS = {
    pair[0]: pair[1] for pair in ("()", "[]", "{}", "⁅⁆", "⟨⟩", "〈〉", "《》", "「」", "『』", "【】", "〔〕", "〖〗")
}
"""Brackets that belong together (Bidi_Paired_Bracket, those that print uses)."""

_DIRECTIONS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What counts for a direction beside brackets."""


def _resolve_brackets(characters: Sequence[dict[str, Any]], base: str) -> None:
    """Gives both brackets of a pair one direction (rule N0), which python-bidi's algorithm does not know: that of the
    paragraph if it is inside them, else that of what is before them if it is inside too.
    """
    for start, end in _bracket_pairs(characters):
        inside = {_DIRECTIONS.get(characters[place]["type"]) for place in range(start + 1, end)}
        if base in inside:
            direction = base
        elif inside & {"L", "R"}:
            types = (_DIRECTIONS.get(characters[place]["type"]) for place in range(start - 1, -1, -1))
            direction = next(filter(None, types), base)
        else:
            continue
        characters[start]["type"] = characters[end]["type"] = direction


def _bracket_pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """The places of brackets that belong together (definition BD16), in the order of the opening ones."""
    open_: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        bracket = character["ch"]
        if character["type"] not in ("ON", "N"):
            continue
        if bracket in _PAIRS:
            open_.append((_PAIRS[bracket], place))
        elif any(closing == bracket for closing, _ in open_):
            while open_[-1][0] != bracket:
                open_.pop()
            pairs.append((open_.pop()[1], place))
    return sorted(pairs)


def _space_apart(piece: Piece) -> list[Piece]:
    """The piece, and the space after it as a piece of its own."""
    if not piece.space:
        return [piece]
    space = Piece("", Shape((), (), (), None), 0.0, piece.look, After.SPACE, space=piece.space)
    return [replace(piece, after=After.JOIN, space=0.0), space]


def _characters(piece: Piece) -> str:
    """What the algorithm sees of a piece: a line break is nothing to it."""
    return piece.text or (" " if piece.space else "\u200b")


def _cut(piece: Piece, levels: Sequence[int]) -> list[Piece]:
    """The piece in stretches of one level, each shaped in its direction."""
    if not any(levels):
        return [piece]
    if not piece.text:
        return [replace(piece, level=levels[0])]
    out: list[Piece] = []
    place = 0
    for level, group in groupby(levels):
        text = piece.text[place : place + len(list(group))]
        place += len(text)
        shape = piece.look.font.shape(text, right_to_left=level % 2 == 1)
        width = sum(shape.advances) * piece.look.size / 1000
        part = replace(piece, text=text, shape=shape, width=width, level=level, divisions=None, hyphen=None)
        part.after, part.note, part.call, part.source = After.JOIN, (), 0, len(text)
        part.hang_left = part.hang_right = 0.0
        out.append(part)
    out[-1].after = piece.after
    out[0].note, out[0].call = piece.note, piece.call
    return out


def visual(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a line in the order that they are drawn in (rule L2); spaces at its end stay there."""
    line = list(pieces)
    while line and line[-1].space and not line[-1].text:
        line.pop()
    if not line:
        return ()
    for level in range(max(piece.level for piece in line), 0, -1):
        line = _reversed_from(line, level)
    return tuple(line)


def _reversed_from(line: list[Piece], level: int) -> list[Piece]:
    """With each run of pieces of this level or more in reverse order."""
    out: list[Piece] = []
    for inside, group in groupby(line, key=lambda piece: piece.level >= level):
        run = list(group)
        out += reversed(run) if inside else run
    return out
