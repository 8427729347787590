"""Makes the README's picture, docs/pages.png, out of a PDF edition: eight of its pages side by side.

Usage: python tools/make_picture.py editions/000_dfe2a69c2e3356cc.pdf

docs/word.png is of the DOCX edition, which LibreOffice printed as a PDF, with its fields refreshed: made with
--pages 0 2 4 6 40 41 46 50 --out docs/word.png

The pages are named by their index in the file, from 0; the default ones show the title page, the contents, and pages
with headings and lists. Needs pypdfium2 and Pillow, which the `dev` extra brings.
"""

# mypy: disable-error-code="import-untyped"

import argparse
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

PICTURE = Path(__file__).parent.parent / "docs" / "pages.png"
PAGES = (0, 1, 2, 6, 7, 50, 51, 52)
COLUMNS = 4
WIDTH = 400
"""Of one page, in pixels."""
GAP = 16
"""Around each page, in pixels."""
DESK = "#d8d5cf"
COLOURS = 64
"""Enough for black text on white, and for a small file."""


def page_pictures(pdf: Path, indices: Sequence[int]) -> list[Image.Image]:
    """The pages at these indices, each `WIDTH` pixels wide.

    Raises:
        pypdfium2.PdfiumError: the file is no PDF, or has no such page.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[index] for index in indices]
        return [page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB") for page in pages]
    finally:
        document.close()


def side_by_side(pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures in rows of `COLUMNS`, on a desk."""
    rows = -(-len(pictures) // COLUMNS)
    height = max(picture.height for picture in pictures)
    desk = Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), DESK)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, COLUMNS)
        desk.paste(picture, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return desk


def main() -> None:
    """Reads the arguments and writes the picture."""
    parser = argparse.ArgumentParser(description="Make the README's picture out of a PDF edition.")
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--pages", type=int, nargs="+", default=PAGES, help="indices of pages, from 0")
    parser.add_argument("--out", type=Path, default=PICTURE)
    arguments = parser.parse_args()
    picture = side_by_side(page_pictures(arguments.pdf, arguments.pages))
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(arguments.out, optimize=True)
    print(f"{arguments.out}: {picture.width} x {picture.height} pixels, {arguments.out.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
