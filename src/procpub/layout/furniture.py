"""Running heads and folios."""

from dataclasses import dataclass, field

from procpub.layout.boxes import Box, Piece, Placed
from procpub.layout.geometry import Geometry
from procpub.layout.lines import set_line, words_of
from procpub.layout.proportions import EDGE, FOLIO_DROP, HEAD_RISE
from procpub.layout.running_heads import fitted
from procpub.layout.text import Setting, natural_width
from procpub.style import Align, Role


@dataclass(frozen=True, slots=True)
class Furniture:
    """Sets the furniture of one book."""

    title: str
    setting: Setting
    geometry: Geometry
    _short: dict[str, str] = field(default_factory=dict)
    """What running heads say of the words that they are given."""

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
        """The words on one line."""
        if words not in self._short:
            width = self.geometry.text_width
            self._short[words] = fitted(words, width, lambda text: natural_width(self.setting.words(text, role)))
        return self.setting.words(self._short[words], role)

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
