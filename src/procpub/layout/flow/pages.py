"""Pages as word processors fill them: line after line, with widows, orphans and headings held together.

After what Word documents of its paragraph settings, and what LibreOffice does with files in Word's format.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

TOGETHER = 2
"""So many lines of a paragraph at least stand together at the foot and at the head of a page (widow control)."""


class Start(Enum):
    """Where a paragraph begins."""

    HERE = "below the one before"
    PAGE = "on a new page"
    RECTO = "on a new right-hand page"


class Note(NamedTuple):
    """A footnote: the line, from 0, of its paragraph that calls it, and its own lines' count and height."""

    line: int
    lines: int
    height: int

    @property
    def opening(self) -> int:
        """The height of the lines that stand on the page where it is called."""
        return self.height * (TOGETHER if self.lines >= 2 * TOGETHER else self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as so many lines of one height, or a row of a table as one line. Lengths in twips."""

    lines: int
    height: int
    before: int = 0
    after: int = 0
    start: Start = Start.HERE
    keep_next: bool = False
    """It stands on a page with the first lines of the next."""
    keep_lines: bool = False
    """No page ends inside it."""
    repeated: int = 0
    """The height of the heads that its table repeats on a new page, if it is a row."""
    notes: tuple[Note, ...] = ()


class Turn(NamedTuple):
    """Where a page begins: with a line of a paragraph, both from 0.

    `pages` is how many begin there: those before the last of them are blank, or hold nothing but notes.
    """

    paragraph: int
    line: int
    pages: int = 1


@dataclass(slots=True)
class _Page:
    """The page that is being filled, from 0, and how much of its height text and notes take."""

    height: int
    separator: int
    number: int = 0
    used: int = 0
    notes: int = 0
    owed: int = 0
    """The height of notes that go on from the page before."""
    empty: bool = True
    after: int = 0

    def turn(self) -> None:
        """Goes on to the next page, which notes left over from this one may have to fill."""
        self.number, self.used, self.after, self.empty = self.number + 1, 0, 0, True
        room = self.height - self.separator
        if room <= 0:
            self.owed = 0  # no page has room for notes at all
        while self.owed >= room > 0:
            self.owed -= room
            self.number += 1
        self.notes, self.owed = (self.owed + self.separator if self.owed else 0), 0

    def room(self) -> int:
        return self.height - self.used - self.notes

    def takes(self, line: int, notes: Sequence[Note]) -> bool:
        """Whether a line of this height goes on the page, with the opening of each note that it calls."""
        first = sum(note.opening for note in notes)
        separator = self.separator if first and not self.notes else 0
        return line + first + separator <= self.room()

    def add(self, line: int, notes: Sequence[Note], kept: int = 0) -> None:
        """Puts a line on the page; what there is no room for of its notes goes on the next.

        `kept` is the height that notes leave to the lines which have to stand with this one.
        """
        self.used += line
        self.empty = False
        for note in notes:
            if not self.notes:
                self.notes = self.separator
            wanted = note.lines * note.height
            room = self.room()
            whole = (room - kept) // note.height * note.height if note.height else 0
            here = max(min(wanted, max(whole, note.opening if note.opening <= room else 0)), 0)
            self.notes += here
            self.owed += wanted - here


@dataclass(slots=True)
class Flow:
    """Pages of one height being filled. The first is number 0."""

    height: int
    separator: int = 0
    """What the line above the footnotes of a page takes."""
    turns: list[Turn] = field(init=False, default_factory=list)
    """Where the pages begin, but for the first."""
    _page: _Page = field(init=False)
    _placed: int = field(init=False, default=0)
    """How many paragraphs have been placed."""
    _turned: int = field(init=False, default=0)
    """The number of the last page that is known to `turns`."""

    def __post_init__(self) -> None:
        self._page = _Page(self.height, self.separator)

    @property
    def page(self) -> int:
        """The number of the page that was filled last."""
        return self._page.number

    def fill(self, paragraphs: Sequence[Paragraph]) -> list[int]:
        """Puts the paragraphs one below the other; gives the page that each begins on."""
        begins: list[int] = []
        index = 0
        while index < len(paragraphs):
            chain = _chain(paragraphs, index, self.height)
            while len(chain) > 2 and self._height(chain) > self.height:
                chain = chain[:-1]  # what fits on no page is kept together as far as it does
            page = self._page
            if not page.empty and chain[0].start is Start.HERE and not self._fits(chain):
                page.turn()
            begins += map(self._place, chain)
            index += len(chain)
        return begins

    def _height(self, chain: Sequence[Paragraph]) -> int:
        """The height from the chain's first paragraph to the opening of its last, with the notes called there."""
        *whole, last = chain
        lines = _first_lines(last)
        notes = sum(note.opening for paragraph in whole for note in paragraph.notes)
        notes += sum(note.opening for note in last.notes if note.line < lines)
        separator = self.separator if notes and not self._page.notes else 0
        return stack_height([*whole, replace(last, lines=lines)]) + notes + separator

    def _fits(self, chain: Sequence[Paragraph]) -> bool:
        """Whether the opening of the chain's last paragraph fits on the page with all before it, or on none."""
        if len(chain) == 1:
            return True  # placing it takes care of that
        height = self._height(chain)
        return _gap(self._page.after, chain[0].before) + height <= self._page.room() or height > self.height

    def _place(self, paragraph: Paragraph) -> int:
        page = self._page
        if paragraph.start is not Start.HERE and not (page.empty and page.number == 0):
            page.turn()
            if paragraph.start is Start.RECTO and page.number % 2:
                page.turn()
        gap = _gap(page.after, paragraph.before)
        if not page.empty and not self._opening_fits(paragraph, gap):
            page.turn()
            page.used += paragraph.repeated
        if page.empty and paragraph.start is Start.HERE and page.number:
            gap = 0  # what happens to come first on its page stands at its head
        page.used += gap
        begin = page.number
        self._begin_page(0)
        line = 0
        while line < paragraph.lines:
            line += self._lines_here(paragraph, line)
            if line < paragraph.lines:
                page.turn()
                self._begin_page(line)
        page.after, page.empty = paragraph.after, False
        self._placed += 1
        return begin

    def _begin_page(self, line: int) -> None:
        """Takes down that this line of the paragraph being placed comes first on its page, if it does."""
        if self._page.number > self._turned:
            self.turns.append(Turn(self._placed, line, self._page.number - self._turned))
            self._turned = self._page.number

    def _opening_fits(self, paragraph: Paragraph, gap: int) -> bool:
        """Whether as many lines as must stand together fit below a gap."""
        lines = _first_lines(paragraph)
        room = self._page.room() - gap
        notes = [note for note in paragraph.notes if note.line < lines]
        separator = self.separator if notes and not self._page.notes else 0
        return lines * paragraph.height + sum(note.opening for note in notes) + separator <= room

    def _lines_here(self, paragraph: Paragraph, line: int) -> int:
        """Puts lines from this one on on the page; how many. At least one, so that there is an end to it."""
        page, left = self._page, paragraph.lines - line
        saved = (page.used, page.notes, page.owed, page.empty)
        count = self._add_lines(paragraph, line, left)
        if count < left and left - count < TOGETHER and not paragraph.keep_lines:
            allowed = left - TOGETHER
            if allowed >= (TOGETHER if line == 0 else 1):
                page.used, page.notes, page.owed, page.empty = saved
                count = self._add_lines(paragraph, line, allowed)
        return count

    def _add_lines(self, paragraph: Paragraph, line: int, most: int) -> int:
        height = paragraph.height
        if not paragraph.notes:
            fits = self._page.room() // height if height else most
            count = max(min(most, fits), 1)
            self._page.add(count * height, ())
            return count
        opening = most if paragraph.keep_lines else 0 if line else _first_lines(paragraph)
        count = 0
        while count < most:
            notes = [note for note in paragraph.notes if note.line == line + count]
            if count and not self._page.takes(height, notes):
                break
            count += 1
            self._page.add(height, notes, kept=max(opening - count, 0) * height)
        return count


def stack_height(paragraphs: Sequence[Paragraph]) -> int:
    """The height of paragraphs one below the other, without the space above and below them all."""
    height, after = 0, 0
    for number, paragraph in enumerate(paragraphs):
        height += _gap(after, paragraph.before) if number else 0
        height += paragraph.lines * paragraph.height
        after = paragraph.after
    return height


def _gap(after: int, before: int) -> int:
    """The space between two paragraphs: the larger of what the upper and the lower one ask for, as in HTML, unless a
    document has the compatibility setting `doNotUseHTMLParagraphAutoSpacing`.
    """
    return max(after, before)


def _chain(paragraphs: Sequence[Paragraph], index: int, most: int) -> Sequence[Paragraph]:
    """The paragraphs from this one on that stand on a page with the next, and that next; not many more than have the
    height of a page, `most`, as no more can.
    """
    end, height = index, 0
    while paragraphs[end].keep_next and end + 1 < len(paragraphs) and paragraphs[end + 1].start is Start.HERE:
        height += max(paragraphs[end].lines * paragraphs[end].height, 1)
        if height > most:
            break
        end += 1
    return paragraphs[index : end + 1]


def _first_lines(paragraph: Paragraph) -> int:
    """How many lines must stand where it begins: all of a short one, which could not be parted."""
    if paragraph.keep_lines or paragraph.lines < 2 * TOGETHER:
        return paragraph.lines
    return TOGETHER
