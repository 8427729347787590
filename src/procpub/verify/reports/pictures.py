"""Pictures of PDF pages, with the words in question marked."""

from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

_SCALE = 1.25
"""Pixels a point: enough to read by, and some 60 kB a page."""

_MARK = (255, 214, 0, 110)
_EDGE = (214, 90, 0, 255)
_MARGIN = 2
"""Around marked words, in points: so that the mark is seen on a small picture too."""


class Pictures:
    """The pages of a PDF, drawn when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._document = pdfium.PdfDocument(data)

    def __enter__(self) -> "Pictures":
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def png(self, index: int, words: str) -> bytes:
        """The page, from 0, as PNG; `words` are marked if they stand on it as they are."""
        page = self._document[index]
        picture = page.render(scale=_SCALE).to_pil().convert("RGBA")
        if boxes := _boxes(page, words):
            layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
            pen = ImageDraw.Draw(layer)
            for left, bottom, right, top in boxes:
                height = page.get_height()
                corners = (left - _MARGIN, height - top - _MARGIN, right + _MARGIN, height - bottom + _MARGIN)
                pen.rectangle([each * _SCALE for each in corners], fill=_MARK, outline=_EDGE, width=2)
            picture = Image.alpha_composite(picture, layer)
        data = BytesIO()
        picture.convert("RGB").quantize(64, Image.Quantize.FASTOCTREE).save(data, "PNG", optimize=True)
        return data.getvalue()


def _boxes(page: pdfium.PdfPage, words: str) -> list[tuple[float, float, float, float]]:
    """Where the words stand for the first time, line by line, in points from the lower left."""
    if not words:
        return []
    text = page.get_textpage()
    found = text.search(words, match_case=True).get_next()
    if found is None:
        return []
    first, count = found
    return [text.get_rect(index) for index in range(text.count_rects(first, count))]
