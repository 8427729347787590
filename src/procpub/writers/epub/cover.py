"""The cover: the title page's words, broken into lines by procpub's own layout, drawn by HarfBuzz, coloured by Pillow.

Titles stand above, the main one as large as fits; organisers on a darker band at the foot; meeting, editors, date just
above it. A ribbon hangs from the top edge. All begin on the main title's side. Lengths are in pixels; `y` runs down.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations
from PIL import Image

from procpub.diagnostics import Code, Report
from procpub.layout.boxes import Piece
from procpub.layout.breaking import After
from procpub.layout.fallback import Fonts
from procpub.layout.fonts import is_ignorable
from procpub.layout.front import IN_CAPITALS, ROLES
from procpub.layout.lines import Words
from procpub.layout.paragraphs import Broken, lines_of
from procpub.layout.text import pieces_of
from procpub.layout.words import SOFT_HYPHEN, Format, TextStyle
from procpub.model.metadata import Metadata
from procpub.model.title_page import Kind, title_page_of
from procpub.style import Style
from procpub.writers.epub.colours import contrast

WIDTH, HEIGHT, MARGIN = 1600, 2560, 160
TITLE_TOP, TITLE_HEIGHT = 330, 0.45 * HEIGHT
"""Where the main title begins, and how high it is at most."""
PADDING, RIBBON = 120, (44, 216)
"""The white above the band and inside of it; the ribbon's width and height."""

TITLE_SIZES, READABLE, NEARLY = range(264, 35, -4), 64, 0.77
"""A title too long to be `READABLE` is shortened (one with a long word is not); `NEARLY` as large does, if fuller."""
SIZES = {Kind.TITLE: 84, Kind.SUBTITLE: 76, Kind.MEETING: 62, Kind.EDITORS: 62, Kind.DATE: 62, Kind.ORGANISER: 58}
SECOND, SMALLEST, REDUCTIONS, MOST_LINES = 0.7, 44, (1.0, 0.86, 0.74), 4
"""All but the main title is at most so much of it, or that small; reduced until it goes in, each on so many lines."""

LEADING, OTHER_LEADING = 1.14, 1.36
"""From line to line, of the size: in the role's own font, and in others, whose scripts are taller or fill a square."""
ASCENT, BETWEEN = 0.74, 0.9
"""From the top of a line down to its baseline, and the white above a statement, of the size."""
EM = 1000.0
MEASURE = EM * (WIDTH - 2 * MARGIN)
"""Pieces are made in the size `EM`, once; for another their lines are broken in `MEASURE`, divided by that size."""

TEXT, NEUTRAL, CONTRAST, LEVELS = "#fbfaf6", "#24292f", 7.0, 8
"""The text's colour, a ground for it, their contrast at least (WCAG 2.2, 1.4.6), the steps between at glyphs' edges."""


class _Block(NamedTuple):
    """A name or title on lines `leading` apart, with white `before` it; whether words are missing or divided."""

    lines: Sequence[Words]
    size: float
    leading: float
    before: float
    short: bool
    right_to_left: bool


class _Text(NamedTuple):
    """A name or title in pieces of the size `EM`; leading, white before it, and own size, of the size it is given."""

    kind: Kind
    pieces: list[Piece]
    ellipsis: list[Piece]
    leading: float
    before: float
    scale: float

    def broken(self, size: float, *, balance: bool = False) -> Broken:
        """In as few lines as it takes; in about equally long ones, unless it is so long that this takes its time."""
        return lines_of(self.pieces, MEASURE / size, MEASURE / size, balance=balance and len(self.pieces) < 120)

    def fits(self, size: float) -> bool:
        """Whether it does as the main title: no word is divided and, if it can be read at all, no line is missing."""
        lines, cut, _ = self.broken(size)
        wide = cut or any(line.width > MEASURE / size for line in lines)
        return not wide and (size <= READABLE or len(lines) * self.leading * size <= TITLE_HEIGHT)

    def block(self, size: float, most: int) -> _Block:
        """Set in lines that are about equally long, so many at most."""
        leading, before, size = self.leading * size * self.scale, self.before * size, size * self.scale
        lines, cut, right_to_left = self.broken(size)
        short = len(lines) > most
        lines = (self._shortened(size, most) if short else self).broken(size, balance=not cut).lines
        return _Block(lines[:most], size, leading, before, short or cut, right_to_left)

    def _shortened(self, size: float, most: int) -> "_Text":
        """The words from the beginning that go on so many lines with an ellipsis; one at least."""

        def until(end: int) -> _Text:
            last = replace(self.pieces[end], after=After.JOIN, space=0.0)
            return self._replace(pieces=[*self.pieces[:end], last, *self.ellipsis])

        ends = [n for n, it in enumerate(self.pieces) if it.after is not After.JOIN and it.text[-1:] not in ",;:"]
        count = bisect_right(ends, most, key=lambda end: len(until(end).broken(size).lines))
        return until(ends[max(count - 1, 0)]) if ends else self


def cover_image(metadata: Metadata, style: Style, report: Report) -> bytes:
    """The cover of a volume as a PNG, `WIDTH` by `HEIGHT`; the same bytes every time.

    Reports if there is no room for something: the title page inside has all of it. Characters that no font has are for
    those to report who set the whole book.

    Raises:
        UsageError: a font of the style cannot be read.
    """
    main, *others = _texts(metadata, style)
    title = _main_title(main._replace(before=0.0, scale=1.0))
    above = [text for text in others if text.kind in (Kind.TITLE, Kind.SUBTITLE)]
    middle = [text for text in others if text.kind in (Kind.MEETING, Kind.EDITORS, Kind.DATE)]
    below = [text for text in others if text.kind is Kind.ORGANISER]
    middle, below = (middle, below) if below else (below, middle)
    largest = max(title.size * SECOND, SMALLEST)
    room = HEIGHT - TITLE_TOP - _height([title]) - 4 * PADDING
    foot = _group(below, room / 2, largest)
    centre = _group(middle, (room - _height(foot)) / 2, largest)
    high = _group(above, room - _height(foot) - _height(centre), largest)
    shown = [title, *high, *centre, *foot]
    if len(shown) <= len(others) or any(block.short for block in shown):
        report.add(Code.NOT_EXPRESSIBLE, "EPUB: the cover has no room for all that is on the title page")
    band = HEIGHT - round(_height(foot) + 2 * PADDING)
    lead = foot[0].before / 2 if foot else 0.0  # half of the white above them goes below
    stacks = [([title, *high], TITLE_TOP), (centre, band - PADDING - _height(centre)), (foot, band + PADDING - lead)]
    coverage = _coverage(stacks, right=title.right_to_left)
    return _picture(coverage, band, colours_of(style), right=title.right_to_left)


def _texts(metadata: Metadata, style: Style) -> list[_Text]:
    """What stands on the title page, in order; without soft hyphens, since no word is divided."""
    fonts, texts = Fonts(style), list[_Text]()
    for statement in title_page_of(metadata):
        role = style.role(ROLES[statement.kind])
        for number, line in enumerate(statement.lines):
            language = line.language or metadata.language
            form = Format(role.font, EM, role.bold, role.italic, role.capitals, language=language)
            look = TextStyle(form, fonts.chain(role.font, bold=role.bold, italic=role.italic))
            words = line.text.replace(SOFT_HYPHEN, "")
            drawn = "".join(c for c in words if c.isspace() or is_ignorable(c) or look.chain.font_of(c))
            # A picture has no place for code points of what no font has, such as emoji.
            pieces = pieces_of(drawn if drawn.strip() else words, look)
            leading = LEADING if all(piece.look.font is look.chain.main for piece in pieces) else OTHER_LEADING
            scale = IN_CAPITALS if line.text.isupper() and len(line.text.split()) > 1 else 1.0
            before = 0.0 if number else BETWEEN
            texts.append(_Text(statement.kind, pieces, pieces_of("…", look), leading, before, scale))
    return texts


def _main_title(text: _Text) -> _Block:
    """As large as its longest word and its height let it be; or a little smaller, if its lines are fuller then."""
    largest = TITLE_SIZES[min(bisect_left(TITLE_SIZES, True, key=text.fits), len(TITLE_SIZES) - 1)]
    sizes = [size for size in TITLE_SIZES if max(largest * NEARLY, READABLE) <= size <= largest] or [largest]
    size = max(sizes, key=lambda size: size**1.5 / max(len(text.broken(size).lines), 1))
    return text.block(size, int(TITLE_HEIGHT / (text.leading * size)))


def _group(texts: Sequence[_Text], room: float, largest: float) -> list[_Block]:
    """One under the other, none set larger than that; as many as there is room for."""
    blocks: list[_Block] = []
    for reduction in REDUCTIONS:
        blocks = [text.block(min(SIZES[text.kind], largest) * reduction, MOST_LINES) for text in texts]
        if _height(blocks) <= room and not any(block.short for block in blocks):
            break
    return blocks[: bisect_right(list(accumulate(_height([block]) for block in blocks)), room)]


def _height(blocks: Iterable[_Block]) -> float:
    return sum(block.before + len(block.lines) * block.leading for block in blocks)


def _coverage(stacks: Iterable[tuple[Sequence[_Block], float]], *, right: bool) -> bytes:
    """A byte a pixel, in rows from the top: how much of it is text, in stacks of blocks, each from some `y` on."""
    draw = hb.RasterDraw()
    draw.extents = hb.RasterExtents(0, 0, WIDTH, HEIGHT, WIDTH)
    for blocks, y in stacks:
        for block in blocks:
            y += block.before
            for line in block.lines:
                x = WIDTH - MARGIN - line.width * block.size / EM if right else MARGIN
                _draw(draw, line.pieces, x, y + ASCENT * block.size, block.size / EM)
                y += block.leading
    return bytes(draw.render().buffer)


def _draw(draw: hb.RasterDraw, pieces: Iterable[Piece], x: float, y: float, scale: float) -> None:
    """Draws pieces from `x` on the baseline `y`."""
    for piece in pieces:
        font, shape = _outlines(piece.look.font.path), piece.shape
        zoom = scale * EM / font.face.upem
        offsets = shape.offsets or ((0.0, 0.0),) * len(shape.glyphs)
        for glyph, advance, (right, up) in zip(shape.glyphs, shape.advances, offsets, strict=True):
            draw.transform = (zoom, 0.0, 0.0, -zoom, x + right * scale, y - up * scale)
            draw.draw_glyph(font, glyph)
            x += advance * scale
        x += piece.space * scale


@cache
def _outlines(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


def colours_of(style: Style) -> tuple[str, str, str]:
    """The ground (the colour of links, if it is dark enough), the band and the ribbon on it, each as #rrggbb."""
    link = style.role("link").colour
    ground = link if contrast(link, TEXT) >= CONTRAST else NEUTRAL
    return ground, _mixed(ground, "#000000", 0.3), _mixed(ground, TEXT, 0.55)


def _mixed(one: str, other: str, share: float) -> str:
    """The colour that is this share of the way from one to the other."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return f"#{bytes(round(a + (b - a) * share) for a, b in pairs).hex()}"


def _picture(coverage: bytes, band: int, colours: tuple[str, str, str], *, right: bool) -> bytes:
    """A PNG. Its palette has steps from the ground to the text, steps from the band to the text, and the ribbon."""
    steps = [round(value * (LEVELS - 1) / 255) for value in range(256)]
    above, below = coverage[: band * WIDTH], coverage[band * WIDTH :]
    pixels = above.translate(bytes(steps)) + below.translate(bytes(step + LEVELS for step in steps))
    *grounds, ribbon = colours
    palette = [*(_mixed(ground, TEXT, step / (LEVELS - 1)) for ground in grounds for step in range(LEVELS)), ribbon]
    image = Image.frombytes("P", (WIDTH, HEIGHT), pixels)
    image.putpalette(bytes.fromhex("".join(colour[1:] for colour in palette)))
    width, height = RIBBON
    left = WIDTH - MARGIN - width if right else MARGIN
    image.paste(2 * LEVELS, (left, 0, left + width, height))
    out = BytesIO()
    image.save(out, "PNG", compress_level=3)  # 87 kB in 9 ms; level 5 makes 67 kB in 15, level 6 62 in 19 (Pillow 12)
    return out.getvalue()
