"""Painting laid-out pages: marks become operators of a PDF content stream (ISO 32000-1, 8 and 9)."""

from io import BytesIO
from typing import assert_never

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from procpub.layout.boxes import Line, LinkArea, Look, Page, Picture, Rule
from procpub.model.addresses import uri

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *b"()\\")}
"""Bytes that a literal string cannot hold, or that editors of the file may spoil."""


class Painter:
    """Paints on a canvas, page after page; the caller ends each page. `destinations` are the pieces' beginnings.

    Spaces are widened by the word spacing operator: ReportLab's subsets have one byte a character, and the space at 32
    in each, so that it works as in simple fonts.
    """

    def __init__(self, canvas: Canvas, height: float) -> None:
        """`height` is that of the page, in points: layout counts down from its top, PDF up from its foot."""
        self._canvas = canvas
        self._document = canvas._doc  # type: ignore[attr-defined]  # not in the stubs; fonts keep their subsets by it
        self._height = height
        self.destinations: dict[str, object] = {}

    def paint(self, page: Page) -> None:
        """Paints a page and what leads to and from it."""
        for placed in page.boxes:
            for anchor in placed.box.anchors:
                if isinstance(anchor, str):
                    top = self._height - placed.y
                    self.destinations[anchor] = self._canvas.bookmarkHorizontalAbsolute(anchor, top)
            for mark in placed.box.marks:
                x, y = placed.x + mark.x, self._height - placed.y - mark.y
                match mark:
                    case Line():
                        self._canvas.addLiteral(self._text(mark, x, y))
                    case Rule():
                        self._canvas.addLiteral(
                            f"{mark.thickness:.2f} w {x:.2f} {y:.2f} m {x + mark.width:.2f} {y:.2f} l S"
                        )
                    case Picture():
                        self._picture(mark, x, y)
                    case LinkArea():
                        self._link(mark, x, y)
                    case _:
                        assert_never(mark)

    def _text(self, line: Line, x: float, y: float) -> str:
        """One text object. What it sets, it sets anew: operators outlive text objects."""
        operators = [f"BT {x:.2f} {y:.2f} Td {line.word_space:.4f} Tw"]
        for run in line.runs:
            look = run.look
            operators.append(f"{colour(look.colour)} rg {look.rise:.2f} Ts")
            strings = [f"{font} {look.size:.2f} Tf ({string}) Tj" for font, string in self._strings(run.text, look)]
            operators += in_language(look.language, strings) if look.language else strings
        return " ".join((*operators, "ET"))

    def _strings(self, text: str, look: Look) -> list[tuple[str, str]]:
        """The text in literal strings, each with the subset of the font that it is in; ASCII is all in the first."""
        font, document = look.font.source, self._document
        if text.isascii():
            return [(font.getSubsetInternalName(0, document), text.translate(_ESCAPES))]
        return [
            (font.getSubsetInternalName(subset, document), data.decode("latin-1").translate(_ESCAPES))
            for subset, data in font.splitString(text, document)
        ]

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        """With its alternative text, for readers that look for it in the page (ISO 32000-1, 14.9.3)."""
        self._canvas.addLiteral(f"/Span <</Alt {_text_string(picture.alternative)}>> BDC")
        image = ImageReader(BytesIO(picture.image.data))
        self._canvas.drawImage(image, x, y - picture.height, picture.width, picture.height, mask="auto")
        self._canvas.addLiteral("EMC")

    def _link(self, area: LinkArea, x: float, y: float) -> None:
        rectangle = (x, y - area.height, x + area.width, y)
        if area.target.startswith("#"):
            self._canvas.linkRect("", area.target[1:], rectangle, relative=0, thickness=0)
        else:
            self._canvas.linkURL(uri(area.target), rectangle, relative=0, thickness=0)


def in_language(language: str, operators: list[str]) -> list[str]:
    """The operators marked as text in this language (ISO 32000-1, 14.9.2.3)."""
    return [f"/Span <</Lang ({language})>> BDC", *operators, "EMC"]


def colour(code: str) -> str:
    """Three components from 0 to 1 of a colour given as #rrggbb."""
    return " ".join(f"{int(code[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))


def _text_string(text: str) -> str:
    """A PDF text string in UTF-16, in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
