"""From inlines to pieces: stretches of text in one look, shaped and measured, between which lines may end."""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import chain as joined
from itertools import count
from re import compile as pattern
from typing import assert_never

from procpub.diagnostics import Report, Span
from procpub.layout.boxes import Box, Piece
from procpub.layout.breaking import After
from procpub.layout.fallback import WHITE_SPACE, Fonts
from procpub.layout.structure import Element, Kind
from procpub.layout.words import Format, TextStyle
from procpub.model.markers import note_marker
from procpub.model.nodes import (
    Emphasis,
    Foreign,
    Inlines,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from procpub.style import Role, Style

RAISED, LOWERED = 0.34, -0.16
"""How far raised and lowered characters are moved, of the size around them."""

_WHITE = pattern(f"[{WHITE_SPACE}]")

NoteSetter = Callable[[Note, str, int, "Setting", Element], tuple[Box, ...]]
"""Sets a note: the note, its marker, its number in the book, the setting, the element that calls it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the setting of one piece of the document needs: style, fonts, language, where to report, and how notes are
    set and numbered: from 1 in each piece, and through the book.
    """

    style: Style
    fonts: Fonts
    report: Report
    set_note: NoteSetter
    language: str = ""
    """BCP 47 tag of the volume, for hyphenation."""
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    notes: "count[int]" = field(default_factory=lambda: count(1))
    styles: dict[Format, TextStyle] = field(default_factory=dict)

    def afresh(self) -> "Setting":
        """The same for the next piece: notes are numbered from 1 again."""
        return replace(self, numbers=count(1))

    def text_style(self, form: Format) -> TextStyle:
        """The format with its fonts; one object for all that look alike."""
        found = self.styles.get(form)
        if found is None:
            chain = self.fonts.chain(form.face, bold=form.bold, italic=form.italic)
            plain = self.text_style(replace(form, element=None)) if form.element else None
            found = self.styles[form] = TextStyle(form, chain, plain)
        return found

    def format(self, role: Role, language: str = "", element: Element | None = None) -> Format:
        """How a role's text looks, in the language of the volume if no other is given."""
        tag = language or self.language
        return Format(role.font, role.size, role.bold, role.italic, role.capitals, 0.0, role.colour, tag, element)

    def words(self, text: str, role: Role, element: Element | None = None) -> list[Piece]:
        """The pieces of words that are no part of the document's running text: running heads, contents, markers."""
        return pieces_of(text, self.text_style(self.format(role, element=element)))

    def linked(self, text: str, role: Role, target: str, element: Element) -> list[Piece]:
        """The pieces of words that link to `target`; plain ones if it is empty."""
        form = self.format(role)
        if target:
            link = element.inline(Kind.LINK, target=target)
            form = replace(form, colour=self.style.role("link").colour, element=link)
        style = self.text_style(form)
        style.chain.note(text, None)
        return pieces_of(text, style)

    def printed(
        self, text: str, role: Role, span: Span | None, language: str = "", element: Element | None = None
    ) -> list[Piece]:
        """The pieces of words of the document, a title or name; characters that no font has are noted."""
        style = self.text_style(self.format(role, language, element))
        style.chain.note(text, span)
        return pieces_of(text, style)

    def inlines(self, inlines: Inlines, role: Role, span: Span | None, element: Element) -> list[Piece]:
        """The pieces of inlines in the style of a role. Page breaks of the source show as nothing.

        Links, calls of notes and foreign phrases become inline elements of `element`.
        """
        run = _Inlines(self, element, [])
        run.add(inlines, self.format(role), span)
        return trimmed(run.pieces)


def pieces_of(text: str, style: TextStyle) -> list[Piece]:
    """The pieces of a text on its own: single spaces between words, none at the ends."""
    out: list[Piece] = []
    append(text, style, out)
    return trimmed(out)


def append(text: str, style: TextStyle, out: list[Piece]) -> None:
    """Adds the pieces of a text that stands among others; every run of white space becomes one space."""
    *words, last = _WHITE.sub(" ", text).split(" ")
    if words and out and not style.spaced[words[0]] and out[-1].after not in (After.SPACE, After.FORCED):
        out[-1] = style.with_space(out[-1])
    out.extend(joined.from_iterable(map(style.spaced.__getitem__, words)))
    out.extend(style[last])


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without a space at the end."""
    if pieces and pieces[-1].after is After.SPACE:
        pieces[-1] = copy(pieces[-1])
        pieces[-1].after, pieces[-1].space = After.JOIN, 0.0
    return pieces


@dataclass(slots=True)
class _Inlines:
    """Goes through inlines, collecting pieces."""

    setting: Setting
    element: Element
    pieces: list[Piece]

    def add(self, inlines: Inlines, form: Format, span: Span | None) -> None:
        """Emphasis inside italics is upright, as printers do."""
        for inline in inlines:
            where = inline.span or span
            match inline:
                case Text():
                    style = self.setting.text_style(form)
                    style.chain.note(inline.text, where)
                    append(inline.text, style, self.pieces)
                case Emphasis():
                    self.add(inline.children, replace(form, italic=not form.italic), where)
                case Strong():
                    self.add(inline.children, replace(form, bold=True), where)
                case Superscript():
                    self.add(inline.children, form.moved(RAISED), where)
                case Subscript():
                    self.add(inline.children, form.moved(LOWERED), where)
                case Link():
                    link = self._inside(form, Kind.REFERENCE if inline.target[0] == "#" else Kind.LINK)
                    link.target = inline.target
                    colour = self.setting.style.role("link").colour
                    self.add(inline.children, replace(form, colour=colour, element=link), where)
                case Foreign():
                    phrase = self._inside(form, Kind.SPAN)
                    phrase.language = inline.language
                    self.add(inline.children, replace(form, language=inline.language, element=phrase), where)
                case Note():
                    self._call(inline, form)
                case LineBreak():
                    self.pieces = trimmed(self.pieces)
                    self.pieces.append(self.setting.text_style(form).line_break)
                case PageBreak():
                    pass
                case _:
                    assert_never(inline)

    def _inside(self, form: Format, kind: Kind) -> Element:
        """A new inline element inside the one that the format is in."""
        return (form.element or self.element).inline(kind)

    def _call(self, note: Note, form: Format) -> None:
        """The note's marker or number, raised, on the same line as the word before it."""
        marker = note_marker(note) or str(next(self.setting.numbers))
        number = next(self.setting.notes)
        call = self._inside(form, Kind.REFERENCE)
        call.target = f"#note:{number}"
        boxes = self.setting.set_note(note, marker, number, self.setting, self.element)
        spaced = bool(self.pieces) and self.pieces[-1].after is After.SPACE
        self.pieces = trimmed(self.pieces)
        style = self.setting.text_style(replace(form.moved(RAISED), italic=False, element=call))
        style.chain.note(marker, note.span)
        first, *rest = pieces_of(marker, style)
        self.pieces += (replace(first, note=boxes, call=number, source=0), *(replace(each, source=0) for each in rest))
        if spaced:
            self.pieces[-1] = self.setting.text_style(form).with_space(self.pieces[-1])


def natural_width(pieces: Iterable[Piece]) -> float:
    """The width of pieces on one line."""
    return sum(piece.width + piece.space for piece in pieces)
