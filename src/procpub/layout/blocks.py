"""Setting blocks: every block of the model becomes a stack of boxes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from procpub.layout.boxes import Anchor, Box, Line
from procpub.layout.figures import set_figure
from procpub.layout.geometry import Geometry
from procpub.layout.paragraphs import Frame, baseline, set_paragraph, set_words
from procpub.layout.tables import set_table
from procpub.layout.text import RAISED, Format, Piece, Setting, natural_width
from procpub.model.markers import marker_text
from procpub.model.nodes import (
    Address,
    AddressKind,
    Block,
    Blocks,
    Event,
    Figure,
    Inlines,
    ItemList,
    Node,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Turn,
    Verse,
)
from procpub.style import Role

TURN_OVER = 1.5
"""How far the second line of a line of verse is set in, of the type size."""

MARKER_GAP = 0.5
"""Between a list marker and its item, of the type size."""


def set_piece_blocks(piece: str, blocks: Blocks, frame: Frame, role: Role, setting: Setting) -> list[Box]:
    """The blocks of the piece with this id; each block's first box is an anchor for it."""
    out: list[Box] = []
    waiting: list[Anchor] = []
    for index, block in enumerate(blocks):
        waiting.append((piece, index))
        _keep_with_closing(out, block)
        boxes = set_block(block, frame, role, setting)
        if boxes:
            out += anchored(boxes, waiting)
            waiting = []
    if waiting:
        out = [*out[:-1], *anchored(out[-1:], waiting)]
    return out


def anchored(boxes: list[Box], anchors: Sequence[Anchor]) -> list[Box]:
    """The boxes with these anchors at the first; without boxes, one of no height that bears them."""
    first = boxes[0] if boxes else Box(0.0)
    return [first._replace(anchors=(*anchors, *first.anchors)), *boxes[1:]]


def set_blocks(blocks: Blocks, frame: Frame, role: Role, setting: Setting) -> list[Box]:
    """Blocks inside another, their paragraphs in the given role."""
    out: list[Box] = []
    for block in blocks:
        _keep_with_closing(out, block)
        out += set_block(block, frame, role, setting)
    return out


def _keep_with_closing(above: list[Box], block: Block) -> None:
    """A closing line does not stand alone at the top of a page: what is above it is kept with it."""
    if above and isinstance(block, Address) and block.kind is AddressKind.CLOSING:
        above[-1] = above[-1]._replace(keep=True)


def set_block(block: Block, frame: Frame, role: Role, setting: Setting) -> list[Box]:
    """One block in the frame; its paragraphs in the given role, and nothing in it in larger type than that."""

    def styled(name: str) -> Role:
        own = setting.style.role(name)
        return replace(own, size=min(own.size, role.size), leading=min(own.leading, role.leading))

    def displayed(name: str, inlines: Inlines) -> list[Box]:
        own = styled(name)
        return _paragraph(inlines, own, frame.inset(own.indent), setting, block)

    match block:
        case Paragraph():
            return _paragraph(block.children, role, frame, setting, block)
        case Address():
            return displayed(block.kind.value, block.children)
        case Event():
            return displayed("event", block.children)
        case ItemList():
            return _closed(_list(block, frame, styled("list-item"), setting), role)
        case Quote():
            own = styled("quote")
            return _closed(set_blocks(block.blocks, frame.inset(own.indent, own.indent), own, setting), role)
        case Verse():
            own = styled("verse")
            return _verse(block, frame.inset(own.indent), own, setting)
        case Table():
            return _closed(set_table(block, frame, styled, setting), role)
        case Figure():
            return _closed(set_figure(block, frame, styled("caption"), setting), role)
        case Turn():
            return [*displayed("speaker", block.label), *set_blocks(block.blocks, frame, role, setting)]
        case PageBreak():
            return []
    assert_never(block)


def _paragraph(inlines: Inlines, role: Role, frame: Frame, setting: Setting, node: Node) -> list[Box]:
    return set_paragraph(setting.inlines(inlines, role, node.span), role, frame, setting.report, span=node.span)


def _closed(boxes: list[Box], around: Role) -> list[Box]:
    """With at least the space below that a paragraph around it would have."""
    return [*boxes[:-1], *(box._replace(after=max(box.after, around.after)) for box in boxes[-1:])]


def _list(item_list: ItemList, frame: Frame, role: Role, setting: Setting) -> list[Box]:
    """Items set in far enough for the widest marker; markers end at the same distance from the items' text."""
    markers = [
        setting.printed(marker_text(item_list, index), role, item.span) for index, item in enumerate(item_list.items)
    ]
    gap = role.size * MARKER_GAP
    inner = frame.inset(max(role.indent, gap + max(map(natural_width, markers))))
    out: list[Box] = []
    for item, marker in zip(item_list.items, markers, strict=True):
        boxes = set_blocks(item.blocks, inner, role, setting)
        if inner is frame:  # no room beside them
            out += [*_above(marker, role, frame, setting, item), *boxes]
        else:
            out += _marked(boxes, marker, inner.left - gap, role)
    return out


def _above(marker: list[Piece], role: Role, frame: Frame, setting: Setting, node: Node) -> list[Box]:
    """A marker as a line of its own, kept with what follows."""
    return set_paragraph(marker, replace(role, keep=True), frame, setting.report, span=node.span)


def _marked(boxes: list[Box], marker: list[Piece], right: float, role: Role) -> list[Box]:
    """The boxes with a marker on the first one's line, its right edge at `right`."""
    first = boxes[0] if boxes else Box(role.leading)
    y = next((mark.y for mark in first.marks if isinstance(mark, Line)), baseline(role))
    line = set_words(marker, right - natural_width(marker), y)
    return [first._replace(marks=(line, *first.marks)), *boxes[1:]]


def _verse(verse: Verse, frame: Frame, role: Role, setting: Setting) -> list[Box]:
    """Line by line, what does not fit turned over; kept together like a paragraph."""
    stanza = [
        set_paragraph(
            setting.inlines(line, role, verse.span),
            replace(role, before=0.0, after=0.0),
            frame,
            setting.report,
            span=verse.span,
            hanging=role.size * TURN_OVER,
        )
        for line in verse.lines
    ]
    boxes = [box for line in stanza for box in line]
    last = len(boxes) - 1
    return [
        box._replace(
            before=role.before if index == 0 else 0.0,
            after=role.after if index == last else 0.0,
            keep=box.keep or (last > 0 and index in {0, last - 1}),
        )
        for index, box in enumerate(boxes)
    ]


def set_note(note: Note, marker: str, setting: Setting) -> tuple[Box, ...]:
    """A footnote for the foot of a page: its marker raised, its text beside it, notes called in it after it."""
    role = setting.style.role("note")
    form = replace(Format.of(role).moved(RAISED), italic=False)
    raised = setting.text_style(form).pieces(marker)
    gap = role.size * MARKER_GAP / 2
    frame = Frame(0.0, Geometry.of(setting.style.page).text_width)
    inner = frame.inset(max(role.size, gap + natural_width(raised)))
    boxes = set_blocks(note.blocks, inner, role, setting)
    if inner is frame:
        boxes = [*_above(raised, role, frame, setting, note), *boxes]
    else:
        boxes = _marked(boxes, raised, inner.left - gap, role)
    return tuple(
        flat for box in boxes for flat in (box._replace(notes=()), *(line for own in box.notes for line in own))
    )
