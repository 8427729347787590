"""Pieces of text as parts of content streams (ISO 32000-1, 9.4.3), each worked out once however often it is drawn.

A fragment is what stands between the parentheses of a `TJ` array; so fragments in one text state follow each other as
they are, with one pair of parentheses around them. Inside one, `)-12(` moves the next glyph.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from procpub.layout.boxes import Look, Piece
from procpub.layout.breaking import After
from procpub.layout.fonts import Font, Shape
from procpub.layout.structure import Element
from procpub.writers.pdf.embedding import Codes, EmbeddedFonts
from procpub.writers.pdf.objects import decimal

NO_BREAK_SPACE = "\u00a0"

_SPECIAL = re.compile(f"[{NO_BREAK_SPACE}\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ELSEWHERE = "\uffff"

_SMALLEST = 0.05
"""Thousandths of the size that are not worth moving a glyph."""


class TextState:
    """How a fragment is drawn: the text state of ISO 32000-1, 9.3, and the colour.

    Each is equal to itself alone, so that a change of state is a change of identity.
    """

    __slots__ = ("colour", "element", "font", "rise", "size")

    def __init__(self, look: Look, resource: str) -> None:
        self.font = f"/{resource} {decimal(look.size)} Tf"
        self.size = look.size
        self.rise = look.rise
        self.colour = look.colour
        self.element: Element | None = look.element


Fragment = tuple[TextState, str]


class Cluster(NamedTuple):
    """Glyphs that show some characters together, from left to right: which glyphs of the shape, and what each is read
    as; `together` is what all are read as where that does not tell it.
    """

    first: int
    characters: tuple[str, ...]
    together: str = ""


class _Spaced(dict[tuple[int, str, float], str]):
    """Glyphs of a font's first subset as they stand in fragments, by what characters they show and how far they move
    on: a dictionary which fills itself, for there are not many. Other glyphs are `_ELSEWHERE`.
    """

    def __init__(self, codes: Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, key: tuple[int, str, float]) -> str:
        glyph, characters, advance = key
        code = self._codes[glyph, characters]
        shown = self[key] = _ELSEWHERE if code.subset else code.shown + _moved(code.width - advance)
        return shown


class Fragments(dict[Piece, tuple[Fragment, ...]]):
    """The fragments of pieces: a dictionary which fills itself.

    Where a line widens something else than its spaces, a fragment has a placeholder for it: `gaps` are those, by how
    many word spaces each counts for.
    """

    def __init__(self, fonts: EmbeddedFonts) -> None:
        super().__init__()
        self.gaps: dict[float, str] = {}
        self._fonts = fonts
        self._settings: dict[tuple[Look, int], TextState] = {}
        self._spaced: dict[Font, _Spaced] = {}

    def __missing__(self, piece: Piece) -> tuple[Fragment, ...]:
        fragments = self[piece] = self._drawn(piece)
        return fragments

    def _setting(self, look: Look, subset: int) -> TextState:
        found = self._settings.get((look, subset))
        if found is None:
            resource = self._fonts[look.font].resource(subset)
            found = self._settings[look, subset] = TextState(look, resource)
        return found

    def _gap(self, factor: float) -> str:
        """A character that is in no content stream."""
        return self.gaps.setdefault(factor, chr(0x100 + len(self.gaps)))

    def _drawn(self, piece: Piece) -> tuple[Fragment, ...]:
        text, shape, look = piece.text, piece.shape, piece.look
        codes = self._fonts[look.font]
        after = self._after(piece, codes)
        plain = shape.offsets is None and shape.clusters == tuple(range(len(text)))
        if plain and (text.isascii() or not _SPECIAL.search(text)):
            spaced = self._spaced.get(look.font) or self._spaced.setdefault(look.font, _Spaced(codes))
            shown = "".join([spaced[key] for key in zip(shape.glyphs, text, shape.advances, strict=True)])
            if _ELSEWHERE not in shown:
                return ((self._setting(look, 0), shown + after),)
        runs = self._by_clusters(piece, codes)
        runs.append((runs[-1][0] if runs else 0, after))
        return tuple([(self._setting(look, number), part) for number, part in _joined(runs)])

    def _by_clusters(self, piece: Piece, codes: Codes) -> list[tuple[int, str]]:
        """Ligatures, marks, whatever is more than one glyph a character."""
        shape, rise = piece.shape, piece.look.rise
        out: list[tuple[int, str]] = []
        for cluster in clusters(piece.text, shape):
            drawn: list[tuple[int, str]] = []
            for index, characters in enumerate(cluster.characters, cluster.first):
                glyph = shape.glyphs[index]
                if characters == NO_BREAK_SPACE and codes.space.glyph:  # widened like the others
                    glyph, characters = codes.space
                subset, shown, width = codes[glyph, characters]
                x, y = shape.offsets[index] if shape.offsets else (0.0, 0.0)
                if y:
                    raised = rise + y * piece.look.size / 1000
                    shown = f")]TJ {decimal(raised)} Ts[({shown})]TJ {decimal(rise)} Ts[("
                drawn.append((subset, f"{_moved(-x)}{shown}{_moved(width - shape.advances[index] + x)}"))
            if cluster.together:
                actual = cluster.together.encode("utf-16-be").hex().upper()
                begin = f")]TJ/Span<</ActualText<FEFF{actual}>>>BDC[("
                drawn = [(drawn[0][0], begin), *drawn, (drawn[-1][0], ")]TJ EMC[(")]
            out += drawn
        return out

    def _after(self, piece: Piece, codes: Codes) -> str:
        """What follows the piece: a space as wide as the layout has it, or a gap."""
        if piece.after is not After.SPACE:
            return self._gap(piece.gap) if piece.gap else ""
        space = piece.space * 1000 / piece.look.size
        if not codes.space.glyph:
            return f"{_moved(-space)}{self._gap(1.0)}"
        return f" {_moved(codes.space_width - space)}"


def clusters(text: str, shape: Shape) -> list[Cluster]:
    """The glyphs in clusters, from left to right, with what each is read as.

    Characters are dealt out to the glyphs of their cluster in reading order, the last one taking what is left. The
    cluster has to say itself what it is where there are fewer characters than glyphs, private ones (ISO 19005-2,
    6.2.11.7.3), no-break spaces, which are drawn as others, or raised marks, which some programs take for another line.
    What comes before the first cluster, if there were characters nobody sees, belongs to it.
    """
    starts = shape.clusters
    if not starts:
        return []
    order = sorted(set(starts))
    ends = dict(zip(order, [*order[1:], len(text)], strict=True))
    backward = starts[0] > starts[-1]
    out: list[Cluster] = []
    index = 0
    while index < len(starts):
        start, first = starts[index], index
        while index < len(starts) and starts[index] == start:
            index += 1
        characters = text[0 if start == order[0] else start : ends[start]]
        count = index - first
        dealt = [*characters[: count - 1], characters[count - 1 :]]
        dealt += [""] * (count - len(dealt))
        if backward:
            dealt.reverse()
        raised = count > 1 and shape.offsets and any(y for _, y in shape.offsets[first:index])
        together = characters if len(characters) < count or raised or _SPECIAL.search(characters) else ""
        out.append(Cluster(first, tuple(dealt), together))
    return out


def _joined(runs: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Neighbours of one subset made one."""
    out: list[tuple[int, str]] = []
    for subset, part in runs:
        if out and out[-1][0] == subset:
            out[-1] = (subset, out[-1][1] + part)
        else:
            out.append((subset, part))
    return out


@lru_cache(4096)
def _moved(thousandths: float) -> str:
    """Moves what follows to the left."""
    return f"){decimal(thousandths)}(" if abs(thousandths) >= _SMALLEST else ""
