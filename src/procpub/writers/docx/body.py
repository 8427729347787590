"""Pieces with their headings, in the order of the book."""

from collections.abc import Iterator

from procpub.model.proceedings import Contribution, Group, Piece
from procpub.writers.docx.blocks import block_elements
from procpub.writers.docx.inlines import inline_elements
from procpub.writers.docx.ooxml import XML_SPACE, Element, name, paragraph
from procpub.writers.docx.outline import Outline
from procpub.writers.docx.story import Story


def piece_elements(piece: Piece, story: Story, outline: Outline) -> Iterator[Element]:
    """The piece from its heading on, a bookmark at its beginning, without the pieces inside it."""
    if piece.heading:
        yield from _displayed(piece, story, outline)
    else:
        yield from story.bookmark(piece.id)
    if not isinstance(piece, Group):
        yield from block_elements(piece.blocks, story)


def _displayed(piece: Piece, story: Story, outline: Outline) -> list[Element]:
    """The heading and, of a contribution, title and byline: what parts two of them is the space above the lower one, as
    in print (the style of titled headings has no space below); the largest that any has stands below the last.
    """
    heading = inline_elements(piece.heading, story)
    style = outline.heading_style(piece).replace(" ", "")
    lines = [_on_one_line(paragraph(style, *story.bookmark(piece.id, heading)))]
    spaces = [story.style.role(outline.heading_role(piece)).after]
    if isinstance(piece, Contribution):
        for role, inlines in (("talk-title", piece.title), ("byline", piece.byline)):
            if inlines:
                name_of_style = "".join(word.title() for word in role.split("-"))
                lines.append(paragraph(name_of_style, *inline_elements(inlines, story)))
                spaces.append(story.style.role(role).after)
    for line in lines[1:-1]:
        story.variants.space(line, "Above Byline", after=0.0)
    if max(spaces) > spaces[-1]:
        story.variants.space(lines[-1], "Below Heading", after=max(spaces))
    return lines


def _on_one_line(heading: Element) -> Element:
    """The heading as the contents show it, with single spaces and no line ends: Word copies it there on an update."""
    after_space = True
    last: Element | None = None
    for hyphen in list(heading.iter(name("softHyphen"))):
        run_of_it = hyphen.getparent()
        if run_of_it is not None:
            run_of_it.remove(hyphen)
    for element in list(heading.iter(name("t"), name("br"), name("noBreakHyphen"))):
        if element.tag == name("noBreakHyphen"):
            after_space, last = False, None
            continue
        if element.tag == name("br"):
            element.tag, element.text = name("t"), " "
            element.set(XML_SPACE, "preserve")
        words = element.text or ""
        line = " ".join(f".{words}.".split())[1:-1]
        element.text = line.removeprefix(" ") if after_space else line
        if element.text:
            after_space, last = element.text.endswith(" "), element
    if last is not None:
        last.text = (last.text or "").removesuffix(" ")
    return heading
