"""One XHTML file for each contribution, group, and piece of front or back matter."""

from itertools import takewhile
from types import MappingProxyType
from typing import assert_never

from procpub.model.contents import heading_text
from procpub.model.nodes import PageBreak
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Section
from procpub.writers.epub.text import TextRenderer
from procpub.writers.epub.volume import Leaf, Place, Volume
from procpub.writers.epub.xhtml import EPUB_TYPE, Attributes, Element, add, document

SUBTITLE: Attributes = {EPUB_TYPE: "subtitle", "role": "doc-subtitle"}

_CHAPTER: Attributes = {EPUB_TYPE: "chapter", "role": "doc-chapter"}

_GROUP = MappingProxyType(
    {
        GroupKind.PART: {EPUB_TYPE: "part", "role": "doc-part"},
        GroupKind.SESSION: {EPUB_TYPE: "division"},
    }
)

_MATTER = MappingProxyType(
    {
        "acknowledgements": "acknowledgments",
        "acknowledgments": "acknowledgments",
        "afterword": "afterword",
        "annex": "appendix",
        "appendix": "appendix",
        "colophon": "colophon",
        "conclusion": "conclusion",
        "dedication": "dedication",
        "foreword": "foreword",
        "introduction": "introduction",
        "preface": "preface",
    }
)
"""Kinds of matter that both vocabularies have a word for, and the word."""


def piece_file(place: Place, volume: Volume) -> Element:
    """The XHTML document of a place: heading, text, sections and notes; a group's members have others."""
    piece = place.piece
    root, body = document(heading_text(piece) or volume.title, volume.language, {EPUB_TYPE: place.part})
    semantics = _semantics(piece) if place.opens else {}
    section = add(body, "section", "", {**semantics, "data-kind": piece.kind})
    renderer = TextRenderer(volume, place.file, volume.note_numbers(piece.id))
    if place.opens:
        _add_opening(section, piece, renderer)
    elif heading_text(piece):
        section.set("aria-label", heading_text(piece))
    _add_sections(section, place.sections, 2 if heading_text(piece) else 1, renderer)
    renderer.add_notes(section)
    return root


def _add_opening(section: Element, piece: Leaf | Group, renderer: TextRenderer) -> None:
    """All that stands above the sections."""
    header = add(section, "header") if isinstance(piece, Contribution) else section
    _add_heading(header, section, piece, 1, renderer)
    if heading_text(piece):
        section.set("aria-labelledby", piece.id)
    if isinstance(piece, Contribution):
        _add_titles(header, piece, renderer)
    if not isinstance(piece, Group):
        renderer.add_blocks(section, piece.blocks)


def _semantics(piece: Leaf | Group) -> Attributes:
    match piece:
        case Contribution():
            return _CHAPTER
        case Group():
            return _GROUP[piece.kind]
        case Matter():
            word = _MATTER.get(piece.kind)
            return {EPUB_TYPE: word, "role": f"doc-{word}"} if word else {}
    assert_never(piece)


def _add_titles(header: Element, piece: Contribution, renderer: TextRenderer) -> None:
    if piece.title:
        renderer.add_inlines(add(header, "p", "", SUBTITLE, css="talk-title"), piece.title)
    if piece.byline:
        renderer.add_inlines(add(header, "p", css="byline"), piece.byline)


def _add_sections(parent: Element, sections: tuple[Section, ...], level: int, renderer: TextRenderer) -> None:
    """Sections with headings of this level, and those inside them."""
    for section in sections:
        element = add(parent, "section")
        _add_heading(element, element, section, level, renderer)
        renderer.add_blocks(element, section.blocks)
        _add_sections(element, section.sections, level + 1, renderer)


def _add_heading(
    parent: Element, section: Element, piece: Leaf | Section | Group, level: int, renderer: TextRenderer
) -> None:
    """The heading, which bears the piece's id; where there is none that has words, the section bears it.

    HTML has six levels of headings, ARIA more.
    """
    if heading_text(piece):
        deeper = {"aria-level": str(level)} if level > 6 else {}
        pages = tuple(takewhile(lambda inline: isinstance(inline, PageBreak), piece.heading))
        words = piece.heading[len(pages) :]
        # A page that begins with the heading is no part of what it is called.
        renderer.add_blocks(parent, tuple(page for page in pages if isinstance(page, PageBreak)))
        heading = add(parent, f"h{min(level, 6)}", "", {"id": piece.id, **deeper})
        renderer.add_inlines(heading, words)
    else:
        section.set("id", piece.id)
        if piece.heading:
            renderer.add_inlines(add(parent, "p"), piece.heading)
