"""Setting blocks: every block of the model becomes a stack of boxes, and an element of the book's structure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import assert_never

from procpub.layout.boxes import Anchor, Box, Line, Piece, turn_anchor
from procpub.layout.figures import set_figure
from procpub.layout.geometry import Geometry
from procpub.layout.lines import link_areas
from procpub.layout.paragraphs import Frame, baseline, set_paragraph, set_words
from procpub.layout.proportions import TURN_OVER
from procpub.layout.structure import Element, Kind
from procpub.layout.tables import set_table
from procpub.layout.text import RAISED, Setting, natural_width, pieces_of
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
from procpub.model.openings import with_followers
from procpub.model.walk import nested
from procpub.style import Role

COLONS = (":", "：")

MARKER_GAP = 0.5
"""Between a list marker and its item, of the type size."""


def set_blocks(
    blocks: Blocks, frame: Frame, role: Role, setting: Setting, parent: Element, piece: str | None = None
) -> list[Box]:
    """Blocks on top of each other, their paragraphs in the given role. Of the blocks of a piece itself, whose id is
    given, the first box of each is an anchor for it.
    """
    out: list[Box] = []
    waiting: list[Anchor] = []
    upper: Block | None = None
    for index, (block, follows) in enumerate(with_followers(blocks)):
        if piece:
            waiting += _anchors(piece, index, block, setting)
        boxes = set_block(block, frame, _first(role, block, follows), setting, parent)
        if boxes:
            _join(out, boxes, upper, block)
            out += anchored(boxes, waiting)
            waiting, upper = [], block
    # Blocks at the end that show nothing, such as marks of the source's pages, begin on no page of their own.
    return out or anchored([], waiting)


def _anchors(piece: str, index: int, block: Block, setting: Setting) -> Iterator[Anchor]:
    """What begins with a block of the piece."""
    yield piece, index
    if setting.style.index and _has_turn(block):
        yield turn_anchor(piece, index)


def anchored(boxes: list[Box], anchors: Sequence[Anchor]) -> list[Box]:
    """The boxes with these anchors at the first; without boxes, one of no height that bears them."""
    if not anchors:
        return boxes
    first = boxes[0] if boxes else Box(0.0)
    return [first._replace(anchors=(*anchors, *first.anchors)), *boxes[1:]]


def _has_turn(block: Block) -> bool:
    """Whether somebody known takes the floor in the block."""
    return any(isinstance(inner, Turn) and inner.who for inner in nested(block))


def _first(role: Role, block: Block, follows: bool) -> Role:
    """The role for a block: the first line of a paragraph is set in only if it follows another."""
    return _flush(role) if role.first and isinstance(block, Paragraph) and not follows else role


@cache
def _flush(role: Role) -> Role:
    return replace(role, first=0.0)


def _join(above: list[Box], boxes: list[Box], upper: Block | None, block: Block) -> None:
    """Fits a block's boxes to those of the one above, both as they stand in their lists.

    What is above a closing line is kept with it, lest that stand alone at the top of a page; and so is a line that ends
    in a colon with the list or quotation that it announces. Salutations that follow each other close up, and so do
    closing lines.
    """
    if not above:
        return
    closing = isinstance(block, Address) and block.kind is AddressKind.CLOSING
    announced = isinstance(block, ItemList | Quote | Verse | Table | Figure) and _last_words(above[-1]).endswith(COLONS)
    if closing or announced:
        above[-1] = above[-1]._replace(keep=True)
    if isinstance(block, Address) and isinstance(upper, Address) and upper.kind is block.kind:
        above[-1] = above[-1]._replace(after=0.0)
        boxes[0] = boxes[0]._replace(before=0.0)


def _last_words(box: Box) -> str:
    return next((mark.text for mark in reversed(box.marks) if isinstance(mark, Line)), "")


def set_block(block: Block, frame: Frame, role: Role, setting: Setting, parent: Element) -> list[Box]:
    """One block in the frame; its paragraphs in the given role, and nothing in it in larger type than that."""

    def styled(name: str) -> Role:
        own = setting.style.role(name)
        return replace(own, size=min(own.size, role.size), leading=min(own.leading, role.leading))

    def displayed(name: str, inlines: Inlines) -> list[Box]:
        own = styled(name)
        return _paragraph(inlines, own, frame.inset(own.indent), setting, block, parent)

    match block:
        case Paragraph():
            return _paragraph(block.children, role, frame, setting, block, parent)
        case Address():
            return displayed(block.kind.value, block.children)
        case Event():
            return displayed("event", block.children)
        case ItemList():
            own = styled("list-item")
            listed = _list(block, frame, own, setting, parent)
            return listed if parent.kind is Kind.BODY else _spaced(listed, own, role)
        case Quote():
            own = styled("quote")
            inner = frame.inset(own.indent, own.indent)
            return _spaced(set_blocks(block.blocks, inner, own, setting, parent.add(Kind.QUOTE)), own, role)
        case Verse():
            own = styled("verse")
            return _verse(block, frame.inset(own.indent), own, setting, parent.add(Kind.PARAGRAPH))
        case Table():
            return _spaced(set_table(block, frame, styled, setting, parent), styled("caption"), role)
        case Figure():
            return _spaced(set_figure(block, frame, styled("caption"), setting, parent), styled("caption"), role)
        case Turn():
            turn = parent.add(Kind.DIVISION)
            own = styled("speaker")
            beside = replace(frame.inset(own.indent), grid=frame.grid)
            label = _paragraph(block.label, own, beside, setting, block, turn)
            return [*label, *set_blocks(block.blocks, frame, role, setting, turn)]
        case PageBreak():
            return []
    assert_never(block)


def _paragraph(inlines: Inlines, role: Role, frame: Frame, setting: Setting, node: Node, parent: Element) -> list[Box]:
    element = parent.add(Kind.PARAGRAPH)
    pieces = setting.inlines(inlines, role, node.span, element)
    return set_paragraph(
        pieces, role, frame, setting.report, element=element, span=node.span, hyphenate=setting.style.hyphenate
    )


def _spaced(boxes: list[Box], own: Role, around: Role) -> list[Box]:
    """The boxes of a display, with the space above and below that its role has, or that is around it."""
    if not boxes:
        return boxes
    boxes[0] = boxes[0]._replace(before=max(boxes[0].before, own.before))
    boxes[-1] = boxes[-1]._replace(after=max(boxes[-1].after, own.before, around.after))
    return boxes


def _list(item_list: ItemList, frame: Frame, role: Role, setting: Setting, parent: Element) -> list[Box]:
    """Items set in far enough for the widest marker; markers end at the same distance from the items' text."""
    markers = [
        setting.printed(marker_text(item_list, index), role, item.span) for index, item in enumerate(item_list.items)
    ]
    gap = role.size * MARKER_GAP
    inner = frame.inset(max(role.indent, gap + max(map(natural_width, markers))))
    within = replace(role, before=0.0)
    element = parent.add(Kind.LIST)
    element.numbering = item_list.style
    out: list[Box] = []
    for item, marker in zip(item_list.items, markers, strict=True):
        entry = element.add(Kind.ITEM)
        label = entry.add(Kind.LABEL)
        boxes = set_blocks(item.blocks, inner, within, setting, entry.add(Kind.BODY))
        if inner is frame:  # no room beside them
            out += [*_above(marker, within, frame, setting, item, label), *boxes]
        else:
            out += _marked(boxes, marker, inner.left - gap, within, label)
    return out


def _above(marker: list[Piece], role: Role, frame: Frame, setting: Setting, node: Node, label: Element) -> list[Box]:
    """A marker as a line of its own, kept with what follows."""
    own = replace(role, keep=True, first=0.0)
    return set_paragraph(marker, own, frame, setting.report, element=label, span=node.span)


def _marked(boxes: list[Box], marker: list[Piece], right: float, role: Role, label: Element) -> list[Box]:
    """The boxes with a marker on the first one's line, its right edge at `right`."""
    first = boxes[0] if boxes else Box(role.leading)
    y = next((mark.y for mark in first.marks if isinstance(mark, Line)), baseline(role))
    line = set_words(marker, right - natural_width(marker), y, label)
    return [first._replace(marks=(line, *link_areas(line, y - baseline(role), role.leading), *first.marks)), *boxes[1:]]


def _verse(verse: Verse, frame: Frame, role: Role, setting: Setting, element: Element) -> list[Box]:
    """Line by line, what does not fit turned over; kept together like a paragraph."""
    stanza = [
        set_paragraph(
            setting.inlines(line, role, verse.span, element),
            replace(role, before=0.0, after=0.0),
            frame,
            setting.report,
            element=element,
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


_HOLDING = frozenset({Kind.CELL, Kind.HEADER_CELL, Kind.CAPTION, Kind.NOTE})
"""Elements that hold the notes called in them; of others, a note stands after what calls it."""


def set_note(note: Note, marker: str, number: int, setting: Setting, caller: Element) -> tuple[Box, ...]:
    """A footnote for the foot of a page: its marker raised, its text beside it, notes called in it after it."""
    holder = caller if caller.kind in _HOLDING or caller.parent is None else caller.parent
    element = holder.add(Kind.NOTE)
    label = element.add(Kind.LABEL)
    role = setting.style.role("note")
    back = label.inline(Kind.REFERENCE, target=f"#call:{number}")
    form = replace(setting.format(role).moved(RAISED), italic=False, element=back)
    raised = pieces_of(marker, setting.text_style(form))
    gap = role.size * MARKER_GAP / 2
    frame = Frame(0.0, Geometry.of(setting.style.page).text_width)
    inner = frame.inset(max(role.size, gap + natural_width(raised)))
    boxes = set_blocks(note.blocks, inner, role, setting, element)
    if inner is frame:
        boxes = [*_above(raised, role, frame, setting, note, label), *boxes]
    else:
        boxes = _marked(boxes, raised, inner.left - gap, role, label)
    boxes = anchored(boxes, (f"note:{number}",))
    return tuple(
        flat for box in boxes for flat in (box._replace(notes=()), *(line for own in box.notes for line in own))
    )
