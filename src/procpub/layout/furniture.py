"""Running heads and folios."""

from dataclasses import dataclass

from procpub.layout.boxes import Box, Piece, Placed
from procpub.layout.geometry import Geometry
from procpub.layout.lines import set_line, words_of
from procpub.layout.text import Setting, natural_width, shortened
from procpub.style import Align, Role

HEAD_RISE = 1.9
"""From the top of the text up to the running head's baseline, of its leading."""

FOLIO_DROP = 2.6
"""From the foot of the text down to the folio's baseline, of its leading."""

FULLEST, SHORTEST = 0.8, 0.2
"""Running heads that are cut short take so much of the measure at most and at least."""

EDGE = 14.0
"""Furniture stays so many points from the edge of the page at least."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Sets the furniture of one book."""

    title: str
    setting: Setting
    geometry: Geometry

    def head(self, chapter: str, *, recto: bool) -> Placed | None:
        """A running head: the title on left-hand pages, the chapter's head on right-hand ones; none if it is empty."""
        words = chapter if recto else self.title
        if not chapter or not words:
            return None
        role = self.setting.style.role("running-head")
        pieces = self._fitted(words, role)
        y = max(self.geometry.top - HEAD_RISE * role.leading, EDGE + role.size)
        return self._placed(pieces, role, y, recto=recto)

    def _fitted(self, words: str, role: Role) -> list[Piece]:
        """The words on one line: as many of their parts between commas as it takes, or else as many words."""
        measure = self.geometry.text_width
        parts = words.split(", ")
        whole = self.setting.words(words, role)
        if natural_width(whole) <= measure:
            return whole
        for count in range(len(parts) - 1, 0, -1):
            pieces = self.setting.words(", ".join(parts[:count]), role)
            if measure * SHORTEST <= natural_width(pieces) <= measure:
                return pieces
        return shortened(whole, measure * FULLEST, self.setting.words("…", role))

    def folio(self, label: str, *, recto: bool) -> Placed:
        """A page's number."""
        role = self.setting.style.role("folio")
        y = self.geometry.height - self.geometry.bottom + FOLIO_DROP * role.leading
        return self._placed(self.setting.words(label, role), role, min(y, self.geometry.height - EDGE), recto=recto)

    def _placed(self, pieces: list[Piece], role: Role, y: float, *, recto: bool) -> Placed:
        """On one line with its baseline at `y`; alignment to the left or right is mirrored on left-hand pages."""
        mirrored: dict[Align, Align] = {"left": "right", "right": "left", "justify": "right"}
        align = role.align if recto else mirrored.get(role.align, role.align)
        measure = self.geometry.text_width
        mark = set_line(words_of(pieces, last=True), x=0.0, y=0.0, measure=measure, align=align, element=None)
        return Placed(self.geometry.left(recto=recto), y, Box(0.0, (mark,)))
