"""A document as plain text, one node a line: stable, readable in a diff, for tests and for looking."""

from collections.abc import Iterator
from typing import assert_never

from procpub.model.metadata import Metadata
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import LocalText, Person
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings, Section


def dump(proceedings: Proceedings) -> str:
    """The document as text: indentation shows nesting, marks show inlines; source spans are left out."""
    return "".join(f"{'  ' * depth}{text}\n" for depth, text in _lines(proceedings))


_Lines = Iterator[tuple[int, str]]


def _lines(proceedings: Proceedings) -> _Lines:
    yield 0, "metadata"
    for line in _metadata(proceedings.metadata):
        yield 1, line
    for person in proceedings.people:
        yield 0, _person(person)
    printed = proceedings.printed_contents
    if printed:
        yield 0, f"printed contents: {printed.heading}"
        for entry in printed.entries:
            number = f"{entry.number} " if entry.number else ""
            yield entry.level, f"{number}{entry.label} ... {entry.page} -> {entry.target or 'nothing'}"
    for name, part in (("front", proceedings.front), ("body", proceedings.body), ("back", proceedings.back)):
        if part:
            yield 0, name
            for piece in part:
                yield from _piece(piece, 1)


def _metadata(metadata: Metadata) -> Iterator[str]:
    for title in metadata.titles:
        yield f"title: {_local(title)}"
    for subtitle in metadata.subtitles:
        yield f"subtitle: {_local(subtitle)}"
    if metadata.meeting:
        yield f"meeting: {'; '.join(map(_local, metadata.meeting.names))}"
    if metadata.date:
        until = f"/{metadata.date.until}" if metadata.date.until else ""
        yield f"date: {metadata.date.text} = {metadata.date.when}{until}"
    for role, organisations in (("organiser", metadata.organisers), ("publisher", metadata.publishers)):
        for organisation in organisations:
            yield f"{role}: {'; '.join(map(_local, organisation.names))}"
    values = {
        "place": metadata.place,
        "editors": "; ".join(metadata.editors),
        "languages": " ".join(metadata.languages),
        "identifiers": "; ".join(f"{i.scheme}:{i.value}" for i in metadata.identifiers),
        "licence": f"{metadata.licence.text} {metadata.licence.url}".strip() if metadata.licence else "",
        "description": metadata.description,
        "subjects": "; ".join(metadata.subjects),
    }
    for name, value in values.items():
        if value:
            yield f"{name}: {value}"


def _local(name: LocalText) -> str:
    return f"[{name.language}] {name.text}" if name.language else name.text


def _person(person: Person) -> str:
    parts = (person.honorific, person.role, person.affiliation, person.country, person.email, person.orcid)
    return f"person {person.id}: {person.name} | {' | '.join(parts)}".rstrip(" |")


def _piece(piece: Piece, depth: int) -> _Lines:
    match piece:
        case Contribution():
            page = f" page {piece.page}" if piece.page else ""
            by = f" by {', '.join(piece.contributors)}" if piece.contributors else ""
            yield depth, f"contribution {piece.id} ({piece.kind}){page}{by}: {inline_text(piece.heading)}"
            if piece.title:
                yield depth + 1, f"title: {inline_text(piece.title)}"
            if piece.byline:
                yield depth + 1, f"byline: {inline_text(piece.byline)}"
        case Group():
            yield depth, f"{piece.kind} {piece.id}: {inline_text(piece.heading)}"
            for matter in piece.preliminaries:
                yield from _piece(matter, depth + 1)
            for member in piece.members:
                yield from _piece(member, depth + 1)
            return
        case Matter():
            yield depth, f"matter {piece.id} ({piece.kind}): {inline_text(piece.heading)}".rstrip(": ")
        case Section():
            yield depth, f"section {piece.id}: {inline_text(piece.heading)}"
        case _:
            assert_never(piece)
    yield from _blocks(piece.blocks, depth + 1)
    for section in piece.sections:
        yield from _piece(section, depth + 1)


def _blocks(blocks: Blocks, depth: int) -> _Lines:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> _Lines:
    match block:
        case Paragraph():
            yield depth, f"paragraph: {inline_text(block.children)}"
        case Address():
            yield depth, f"{block.kind}: {inline_text(block.children)}"
        case Event():
            yield depth, f"event: {inline_text(block.children)}"
        case PageBreak():
            yield depth, inline_text((block,))
        case ItemList():
            yield depth, f"list ({block.style} from {block.start})"
            for item in block.items:
                yield depth + 1, f"item {item.marker}".rstrip()
                yield from _blocks(item.blocks, depth + 2)
        case Quote():
            yield depth, "quote"
            yield from _blocks(block.blocks, depth + 1)
        case Verse():
            yield depth, "verse"
            for line in block.lines:
                yield depth + 1, f"line: {inline_text(line)}"
        case Table():
            yield depth, f"table: {inline_text(block.caption)}".rstrip(": ")
            for name, rows in (("head", block.head), ("row", block.rows)):
                for row in rows:
                    yield depth + 1, f"{name}: {_row(row)}"
        case Figure():
            name = block.image.name if block.image else "no image"
            yield depth, f"figure ({name}; {block.alternative}): {inline_text(block.caption)}".rstrip(": ")
        case Turn():
            who = f" ({block.who})" if block.who else ""
            yield depth, f"turn{who}: {inline_text(block.label)}"
            yield from _blocks(block.blocks, depth + 1)
        case _:
            assert_never(block)


def _row(row: Row) -> str:
    cells = []
    for cell in row.cells:
        size = f"{cell.columns}x{cell.rows} " if (cell.columns, cell.rows) != (1, 1) else ""
        cells.append(f"{size}{'!' if cell.header else ''}{inline_text(cell.children)}")
    return " | ".join(cells)


def inline_text(inlines: Inlines) -> str:
    """Inlines on one line, in the dump's own notation: {em ...}, {link URL ...}, {note ...}, {pb print 12}."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Emphasis():
            return f"{{em {inline_text(inline.children)}}}"
        case Strong():
            return f"{{strong {inline_text(inline.children)}}}"
        case Superscript():
            return f"{{sup {inline_text(inline.children)}}}"
        case Subscript():
            return f"{{sub {inline_text(inline.children)}}}"
        case Link():
            return f"{{link {inline.target} {inline_text(inline.children)}}}"
        case Foreign():
            return f"{{foreign {inline.language} {inline_text(inline.children)}}}"
        case Note():
            inner = " / ".join(text for _, text in _blocks(inline.blocks, 0))
            return f"{{note {inline.marker} {inner}}}"
        case LineBreak():
            return "{br}"
        case PageBreak():
            return f"{{pb {inline.edition} {inline.label}}}"
    assert_never(inline)
