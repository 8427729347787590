"""Fonts for phrases in scripts that a reader of the volume's language may have no font for.

The text itself is left to the reader's own font. A phrase in another language is set in the style's fallback face where
the style's main face has not its characters; what is embedded of that has no more than these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from procpub.diagnostics import Code, Report
from procpub.layout.fallback import Fonts
from procpub.layout.subsets import subset
from procpub.model.nodes import Block, Foreign, Inlines
from procpub.model.proceedings import Proceedings
from procpub.model.title_page import imprint_of, title_page_of
from procpub.model.walk import headings, inlines_within, lines, nested, notes, pieces, plain_text
from procpub.style import Style
from procpub.writers.epub.names import unused

FOLDER = "fonts"
MEDIA_TYPE = "font/ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedFont:
    """A font in the edition: the file's path there, its bytes, its family, and the languages of what it is for."""

    path: str
    data: bytes
    family: str
    languages: tuple[str, ...]


def embedded_fonts(proceedings: Proceedings, style: Style, report: Report) -> tuple[EmbeddedFont, ...]:
    """The fonts that phrases in other languages need."""
    main = proceedings.metadata.language
    chain = Fonts(style).chain(style.role("body").font, bold=False, italic=False)
    characters: dict[Path, set[str]] = {}
    languages: dict[Path, dict[str, None]] = {}
    for language, text in _phrases(proceedings):
        if _primary(language) == _primary(main) or chain.all_in_main(text):
            continue
        for character in text:
            font = chain.font_of(character)
            if font and font is not chain.main:
                characters.setdefault(font.path, set()).add(character)
                languages.setdefault(font.path, {})[language] = None
    families = {face.regular: face.family for face in reversed(tuple(style.faces.values()))}
    found: list[EmbeddedFont] = []
    names: set[str] = set()
    for file, used in characters.items():
        data = subset(file, used)
        if data is None:
            message = f"font {file} may not be embedded, by its licence; readers need to have it"
            report.add(Code.NOT_EXPRESSIBLE, message)
        else:
            path = unused(f"{FOLDER}/{file.stem}", ".ttf", names)
            found.append(EmbeddedFont(path=path, data=data, family=families[file], languages=tuple(languages[file])))
    return tuple(found)


def font_rules(fonts: tuple[EmbeddedFont, ...]) -> str:
    """The rules of the style sheet that bring the fonts to the phrases."""
    return "".join(
        f"@font-face {{ font-family: {_string(font.family)}; src: url({_string(font.path)}); }}\n"
        f"{', '.join(f':lang({tag})' for tag in font.languages)} {{ font-family: {_string(font.family)}, serif; }}\n"
        for font in fonts
    )


def _string(text: str) -> str:
    """A string in a style sheet (CSS Syntax, section 4.3.5)."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'


def _phrases(proceedings: Proceedings) -> Iterator[tuple[str, str]]:
    """The language and the words of each phrase that is marked as foreign, and of each line before the text."""
    for statement in (*title_page_of(proceedings.metadata), *imprint_of(proceedings)):
        yield from ((line.language, line.text) for line in statement.lines if line.language)
    for piece in pieces(proceedings):
        for heading in headings(piece):
            yield from _foreign(heading)
            for note in notes(heading):
                for outer in note.blocks:
                    yield from _in_block(outer)
        for outer in getattr(piece, "blocks", ()):
            yield from _in_block(outer)


def _in_block(outer: Block) -> Iterator[tuple[str, str]]:
    for block in nested(outer):  # those of notes too
        for line in lines(block):
            yield from _foreign(line)


def _foreign(line: Inlines) -> Iterator[tuple[str, str]]:
    for inline in inlines_within(line):
        if isinstance(inline, Foreign):
            yield inline.language, plain_text(inline.children)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
