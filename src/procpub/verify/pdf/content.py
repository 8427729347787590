"""What is drawn on the pages of a PDF, as text by marked content (ISO 32000-1, 9.4 and 14.6)."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, apply_matrix_pt, decode_text, mult_matrix

from procpub.errors import InputError
from procpub.verify.witness import LINE_END

UNKNOWN = "\ufffd"
"""Stands for a glyph of which the file does not say what character it is."""

_SAME_LINE = 0.7
"""Baselines closer than this, in parts of the type size, are one line: raised marks are on it too."""

_MOST_DRAWN = 10_000
"""Pictures and forms that a page draws, at most."""

_LARGEST_PAGE = 10_000_000
"""Bytes of the content of a page, at most: a page of text has some thousands."""

_WORD_GAP = 0.18
"""On pages on which no space is drawn, words are apart that are so far from each other, in parts of the type size."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_GAP = "\u0000"
"""Stands for such a distance inside a string."""


@dataclass(slots=True)
class Run:
    """Text drawn in one go: on which page (from 0), from where to where, in points, and how large.

    `apart` says whether something that is no content (a leader) was drawn between it and the run before.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    apart: bool = False
    number: int | None = None
    """The marked content that it belongs to."""
    is_picture: bool = False
    """Then it has no text."""


@dataclass(slots=True)
class Drawn:
    """What a page draws: runs by the numbers of marked content (None for what bears no number), and the text of running
    heads and folios.
    """

    runs: dict[int | None, list[Run]]
    furniture: list[Run]


class _Device(PDFDevice):
    """Gathers runs; artifacts (running heads, folios, leaders) are no content and are left out."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.page = 0
        self.drawn = 0
        self.runs: dict[int | None, list[Run]] = defaultdict(list)
        self.furniture: list[Run] = []
        self._tags: list[_Tag] = []
        self._apart = False

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        above = self._tags[-1] if self._tags else _Tag()
        given = props if isinstance(props, dict) else {}
        actual = given.get("ActualText")
        self._tags.append(
            _Tag(
                given["MCID"] if isinstance(given.get("MCID"), int) else above.number,
                above.artifact or tag.name == "Artifact",
                above.is_pagination or getattr(given.get("Type"), "name", "") == "Pagination",
                _Replacement(decode_text(actual)) if isinstance(actual, bytes) else above.instead,
            )
        )

    def draw(self) -> None:
        """Counts what is drawn by name.

        Raises:
            InputError: it is more than any page has.
        """
        self.drawn += 1
        if self.drawn > _MOST_DRAWN:
            raise InputError(f"page {self.page + 1} draws more than {_MOST_DRAWN:,} pictures and forms")

    def end_tag(self) -> None:
        if self._tags:
            self._tags.pop()

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        if textstate.font is None or self.ctm is None:
            return
        text, advance = _shown(textstate, textstate.font, seq)
        matrix = mult_matrix(textstate.matrix, self.ctm)
        x, y = textstate.linematrix
        textstate.linematrix = (x + advance, y)
        tag = self._tags[-1] if self._tags else _Tag()
        if tag.artifact:
            self._apart = True
            if not tag.is_pagination:
                return
        if tag.instead is not None:
            text = tag.instead.take()
        left, base = apply_matrix_pt(matrix, (x, y))
        right, _ = apply_matrix_pt(matrix, (x + advance, y))
        size = textstate.fontsize * max(_scale(matrix), 1e-6)
        run = Run(text, self.page, left, right, base, size, self._apart, tag.number)
        if tag.artifact:
            self.furniture.append(run)
            return
        self.runs[tag.number].append(run)
        self._apart = False

    def render_image(self, name: str, stream: PDFStream) -> None:
        tag = self._tags[-1] if self._tags else _Tag()
        if not tag.artifact:
            self.runs[tag.number].append(Run("", self.page, 0.0, 0.0, 0.0, 1.0, is_picture=True))


@dataclass(slots=True)
class _Replacement:
    """A text that stands for all glyphs of a sequence: the first of them shows it (ISO 32000-1, 14.9.4)."""

    text: str

    def take(self) -> str:
        text, self.text = self.text, ""
        return text


@dataclass(slots=True)
class _Tag:
    number: int | None = None
    artifact: bool = False
    is_pagination: bool = False
    instead: _Replacement | None = None


class _Interpreter(PDFPageInterpreter):
    """Looks up properties that marked content refers to by name (ISO 32000-1, 14.6.2)."""

    def do_BDC(self, tag: PDFStackT, props: PDFStackT) -> None:  # noqa: N802 - the operator's name
        if isinstance(props, PSLiteral):
            named = dict_value(dict_value(self.resources).get("Properties"))
            props = dict_value(named.get(props.name))
        super().do_BDC(tag, props)

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802
        """Draws a picture or a form; forms that draw each other would never end."""
        self.device.draw()  # type: ignore[attr-defined]
        super().do_Do(xobjid_arg)


def drawn_on(pages: Iterable[PDFPage]) -> Iterator[Drawn]:
    """What each page draws, in order."""
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = _Interpreter(manager, device)
    for number, page in enumerate(pages):
        device.page, device.drawn, device.runs, device.furniture = number, 0, defaultdict(list), []
        for stream in page.contents:
            _check_size(resolve1(stream), number)
        interpreter.process_page(page)
        _part_words([run for runs in device.runs.values() for run in runs])
        yield Drawn(dict(device.runs), device.furniture)


def _check_size(stream: object, page: int) -> None:
    """Refuses what unpacks to more than a page can need, before it is unpacked."""
    data = getattr(stream, "rawdata", None)
    if not isinstance(data, bytes):
        return
    with suppress(zlib.error):
        unpacked = zlib.decompressobj().decompress(data, _LARGEST_PAGE + 1)
        if len(unpacked) > _LARGEST_PAGE:
            raise InputError(f"page {page + 1} unpacks to more than {_LARGEST_PAGE // 1_000_000} MB")


def _part_words(runs: Sequence[Run]) -> None:
    """Makes spaces of the distances between words, but only where no spaces are drawn: else these are mere kerning."""
    space = "" if any(" " in run.text for run in runs) else " "
    last: Run | None = None
    for run in runs:
        run.text = run.text.replace(_GAP, space)
        if space and last and not begins_line(last, run) and run.left - last.right > _WORD_GAP * run.size:
            run.text = space + run.text
        last = run


def text_of(runs: Iterable[Run]) -> str:
    """The runs' text one after the other: where a line ends without a space, `LINE_END` says so."""
    lines: list[list[Run]] = []
    for run in runs:
        if not run.text:
            continue
        if lines and not begins_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    text = ""
    for line in lines:
        said = "".join(run.text for run in line)
        if _RIGHT_TO_LEFT.search(said):
            said = _in_reading_order(line)
        together = text and said and not text[-1].isspace() and not said[0].isspace()
        text += f"{LINE_END}{said}" if together else said
    return text


def _in_reading_order(line: Sequence[Run]) -> str:
    """A line with scripts that run from right to left, which are drawn from left to right as all others.

    What one marked content has of it is put in order by itself: the structure has these in their order already.
    """
    from bidi import get_display  # type: ignore[import-untyped]  # imported for the few volumes that need it

    pieces = ["".join(run.text for run in piece) for _, piece in groupby(line, key=lambda run: run.number)]
    letters = "".join(pieces)
    backward = 2 * len(_RIGHT_TO_LEFT.findall(letters)) > sum(map(str.isalpha, letters))
    return "".join(str(get_display(piece, base_dir="R" if backward else "L")) for piece in pieces)


def begins_line(last: Run, run: Run) -> bool:
    """Whether a run stands on another line than the one before it."""
    return last.page != run.page or abs(last.base - run.base) > _SAME_LINE * max(last.size, run.size)


def _shown(state: PDFTextState, font: PDFFont, seq: PDFTextSeq) -> tuple[str, float]:
    """The text of a string and how far it moves on, in text space (ISO 32000-1, 9.4.4)."""
    scaling = state.scaling * 0.01
    unit = 0.001 * state.fontsize * scaling
    spacing, wordspacing = state.charspace * scaling, 0 if font.is_multibyte() else state.wordspace * scaling
    text: list[str] = []
    advance = 0.0
    for part in seq:
        if isinstance(part, bytes):
            for code in font.decode(part):
                try:
                    text.append(font.to_unichr(code))
                except PDFUnicodeNotDefined:
                    text.append(UNKNOWN)
                advance += font.char_width(code) * state.fontsize * scaling + spacing
                if code == 32:
                    advance += wordspacing
        elif isinstance(part, (int, float)):
            advance -= part * unit
            if -part * 0.001 > _WORD_GAP:
                text.append(_GAP)
    return "".join(text), advance


def _scale(matrix: Matrix) -> float:
    _, _, c, d, *_ = matrix
    return float((c * c + d * d) ** 0.5)


def integer(value: Any) -> int | None:
    """A number of the file, if it is a whole one."""
    return value if isinstance(value, int) else None
