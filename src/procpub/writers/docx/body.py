"""Pieces with their headings, in the order of the book."""

from collections.abc import Iterator

from procpub.model.nodes import Inlines
from procpub.model.proceedings import Contribution, Group, Piece
from procpub.writers.docx.blocks import block_elements
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.ooxml import Element, name, paragraph
from procpub.writers.docx.outline import Outline
from procpub.writers.docx.story import Story


def piece_elements(piece: Piece, story: Story, outline: Outline) -> Iterator[Element]:
    """The piece from its heading on, a bookmark at its beginning, without the pieces inside it."""
    if piece.heading:
        heading = inline_elements(piece.heading, story)
        style = outline.heading_style(piece).replace(" ", "")
        yield _on_one_line(paragraph(style, *story.bookmark(piece.id, heading)))
    else:
        yield from story.bookmark(piece.id)
    if isinstance(piece, Contribution):
        yield from _line("TalkTitle", piece.title, story)
        yield from _line("Byline", piece.byline, story)
    if not isinstance(piece, Group):
        yield from block_elements(piece.blocks, story)


def _line(style: str, inlines: Inlines, story: Story) -> Iterator[Element]:
    if inlines:
        yield paragraph(style, *inline_elements(inlines, story))


def _on_one_line(heading: Element) -> Element:
    """The heading as the contents show it, with single spaces and no line ends: Word copies it there on an update."""
    after_space = True
    last = None
    for element in list(heading.iter(name("t"), name("br"))):
        if element.tag == name("br"):
            element.tag, element.text = name("t"), " "
        words = element.text or ""
        line = " ".join(f".{words}.".split())[1:-1]
        element.text = line.removeprefix(" ") if after_space else line
        if element.text:
            after_space, last = element.text.endswith(" "), element
    if last is not None:
        last.text = (last.text or "").removesuffix(" ")
    return heading
