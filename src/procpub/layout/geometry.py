"""A style's page in points, and where text stands on it."""

from dataclasses import dataclass

from procpub.style import Page

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page's size and margins, all in points."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    two_sided: bool

    @staticmethod
    def of(page: Page) -> "Geometry":
        """The geometry of a style's page."""
        return Geometry(
            width=page.width * POINTS_PER_MM,
            height=page.height * POINTS_PER_MM,
            top=page.top * POINTS_PER_MM,
            bottom=page.bottom * POINTS_PER_MM,
            inner=page.inner * POINTS_PER_MM,
            outer=page.outer * POINTS_PER_MM,
            two_sided=page.two_sided,
        )

    @property
    def text_width(self) -> float:
        """The measure of running text."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """The height of a page's text, footnotes included."""
        return self.height - self.top - self.bottom

    def left(self, *, recto: bool) -> float:
        """Where text begins on a right-hand or left-hand page; one-sided books have right-hand pages only."""
        return self.inner if recto or not self.two_sided else self.outer
