"""What must hold of every document before a writer sees it. Writers trust this; nothing else checks it again."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from procpub.model.grid import WIDEST, placed
from procpub.model.metadata import Date, Metadata
from procpub.model.nodes import (
    OWN_PAGES,
    Blocks,
    Emphasis,
    Figure,
    Foreign,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.people import LocalText
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Piece, Proceedings
from procpub.model.walk import headings, inlines_within, lines, nested, notes, pieces, plain_text
from procpub.patterns import regex

IDENTIFIER = regex(r"[A-Za-z][A-Za-z0-9-]{0,31}")
"""An id fits XML (NCName), Word bookmarks (40 characters) and file names in EPUB alike."""

LANGUAGE = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag (RFC 5646, section 2.1), without looking into the registry."""

TOKEN = regex(r"[A-Za-z][A-Za-z0-9-]*")

_OTHER_PIECES = frozenset({"contribution", "section", *GroupKind})
"""Kinds that matter cannot be of: they are those of other pieces."""

DEEPEST = 100
"""How deep nodes may stand in each other: far beyond what is printed, and well within Python's stack."""

_SCHEME = regex(r"[a-z][a-z0-9-]*")

ISO_DATE = regex(r"\d{4}(-\d\d(-\d\d)?)?")

NOT_XML = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) forbids."""

_URI = r"(?:%[0-9A-Fa-f]{2}|[^\s<>\"{}|\\^`\[\]#%])"

LINK_TARGET = regex(rf"#.+|(?:https?|ftp)://{_URI}+(?:#{_URI}*)?|(?:mailto|doi|urn|tel):{_URI}+")
"""A piece of the document, or a URI (RFC 3986; letters beyond ASCII as in RFC 3987; no IPv6 hosts)."""

IMAGE_TYPES = ("image/png", "image/jpeg")


def check(proceedings: Proceedings) -> tuple[str, ...]:
    """The rules that the document breaks, one sentence each; empty if it is sound."""
    try:
        return tuple(_violations(proceedings))
    except _NestedTooDeeplyError as error:
        return (str(error),)


class _NestedTooDeeplyError(ValueError):
    """The document is deeper than `DEEPEST`: the rule that is looked at first, for the others go all the way down."""


def _violations(proceedings: Proceedings) -> Iterator[str]:
    yield from _characters(proceedings)
    yield from _identifiers(proceedings)
    yield from _metadata(proceedings.metadata)
    known = {piece.id for piece in pieces(proceedings)}
    people = {person.id for person in proceedings.people}
    for piece in pieces(proceedings):
        yield from _piece(piece, known, people)
    for revision in proceedings.provenance.revisions:
        if revision.when and not is_date(revision.when):
            yield f"revision: {revision.when!r} is not a date as ISO 8601 writes it"
    if proceedings.printed_contents:
        if not proceedings.printed_contents.entries:
            yield "printed contents: no entries"
        for entry in proceedings.printed_contents.entries:
            if entry.target is not None and entry.target not in known:
                yield f"printed contents: {entry.label!r} points to {entry.target!r}, which is not there"


def _piece(piece: Piece, known: set[str], people: set[str]) -> Iterator[str]:
    """What is wrong with the piece itself, without the pieces in it."""
    if not isinstance(piece, Matter) and not plain_text(piece.heading).replace("\u00ad", "").strip():
        yield f"{piece.id}: has no heading"
    if isinstance(piece, Matter | Contribution) and not TOKEN.fullmatch(piece.kind):
        yield f"{piece.id}: kind {piece.kind!r} is not one token"
    if isinstance(piece, Matter) and piece.kind in _OTHER_PIECES:
        yield f"{piece.id}: matter of the kind {piece.kind!r}"
    if isinstance(piece, Contribution):
        for who in piece.contributors:
            if who not in people:
                yield f"{piece.id}: contributor {who!r} is no person of the document"
        if len(set(piece.contributors)) != len(piece.contributors):
            yield f"{piece.id}: a contributor is named twice"
    if isinstance(piece, Group):
        if not piece.members:
            yield f"{piece.id}: a {piece.kind} without contributions"
    else:
        yield from _blocks(piece.blocks, piece.id, known, people)
    for line in headings(piece):
        yield from _inlines(line, piece.id, known)
        for note in notes(line):
            yield from _blocks(note.blocks, piece.id, known, people)


def _identifiers(proceedings: Proceedings) -> Iterator[str]:
    identifiers = [piece.id for piece in pieces(proceedings)] + [person.id for person in proceedings.people]
    for identifier, count in Counter(identifiers).items():
        if not IDENTIFIER.fullmatch(identifier):
            yield f"{identifier!r} is not an id: a letter, then at most 31 letters, digits and hyphens"
        if count > 1:
            yield f"id {identifier!r} is used {count} times"
    for person in proceedings.people:
        if not person.name.strip():
            yield f"{person.id}: a person without a name"


def _metadata(metadata: Metadata) -> Iterator[str]:
    if not metadata.languages:
        yield "metadata: no language"
    for tag in metadata.languages:
        yield from _language(tag, "metadata")
    names: list[LocalText] = [*metadata.titles, *metadata.subtitles]
    for organisation in (*metadata.organisers, *metadata.publishers):
        if not organisation.names:
            yield "metadata: an organisation without a name"
        names += organisation.names
    dates = [metadata.date]
    if metadata.meeting:
        names += metadata.meeting.names
        dates.append(metadata.meeting.date)
    for name in names:
        if not name.text.strip():
            yield "metadata: an empty name or title"
        if name.language:
            yield from _language(name.language, "metadata")
    for day in filter(None, dates):
        yield from _date(day)
    yield from _description(metadata)


def _date(day: Date) -> Iterator[str]:
    if not day.text.strip():
        yield f"metadata: the date {day.when!r} is not given in words"
    for value in (day.when, day.until) if day.until else (day.when,):
        if not is_date(value):
            yield f"metadata: {value!r} is not a date as ISO 8601 writes it"
    if day.until and day.until < day.when[: len(day.until)]:
        yield f"metadata: {day.until!r} is before {day.when!r}"


def _description(metadata: Metadata) -> Iterator[str]:
    """What is wrong with the words and numbers by which the volume is found."""
    if not all(editor.strip() for editor in metadata.editors):
        yield "metadata: an editor without a name"
    if not all(subject.strip() for subject in metadata.subjects):
        yield "metadata: an empty subject"
    for identifier in metadata.identifiers:
        if not (_SCHEME.fullmatch(identifier.scheme) and identifier.value.strip()):
            yield f"metadata: {identifier.value!r} is no identifier, or {identifier.scheme!r} no scheme of any"
    if metadata.licence and metadata.licence.url and not LINK_TARGET.fullmatch(metadata.licence.url):
        yield f"metadata: {metadata.licence.url!r} is not an address to link to"


def is_date(value: str) -> bool:
    """Whether the value is a day, month or year of the calendar as ISO 8601 writes it."""
    if not ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _language(tag: str, where: str) -> Iterator[str]:
    if not LANGUAGE.fullmatch(tag):
        yield f"{where}: {tag!r} is not a BCP 47 language tag"


def _characters(proceedings: Proceedings) -> Iterator[str]:
    for part in fields(proceedings):
        odd: list[tuple[str, str]] = []
        _find_odd(getattr(proceedings, part.name), part.name.replace("_", " "), 0, odd)
        for where, text in odd:
            bad = NOT_XML.search(text)
            if bad:
                yield f"{where}: U+{ord(bad.group()):04X} cannot stand in XML"


def _find_odd(value: Any, where: str, depth: int, odd: list[tuple[str, str]]) -> None:
    """Adds to `odd` the strings in a value of the model, in whatever field, that not only have what can be printed (and
    so can stand in XML), each with the id of the piece or person that it is in; `depth` nodes are around the value.
    """
    if isinstance(value, str):
        if not value.isprintable():
            odd.append((where, value))
    elif isinstance(value, tuple):
        for part in value:
            _find_odd(part, where, depth, odd)
    elif names := _field_names(value.__class__):
        where = getattr(value, "id", where)
        if depth >= DEEPEST:
            span = getattr(value, "span", None)
            line = f", on line {span.first}" if span else ""
            raise _NestedTooDeeplyError(f"{where}: more than {DEEPEST} nodes within each other{line}")
        for name in names:
            _find_odd(getattr(value, name), where, depth + 1, odd)


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "span") if is_dataclass(kind) else ()


def _blocks(blocks: Blocks, where: str, known: set[str], people: set[str]) -> Iterator[str]:
    for outer in blocks:
        for block in nested(outer):
            for line in lines(block):
                yield from _inlines(line, where, known)
            match block:
                case ItemList():
                    if not block.items or not all(item.blocks for item in block.items):
                        yield f"{where}: a list or an item without content"
                    if block.style is MarkerStyle.BULLET and block.start != 1:
                        yield f"{where}: a bulleted list that starts at {block.start}"
                    if block.start < 0:
                        yield f"{where}: a list that starts below 0"
                case Quote() if not block.blocks:
                    yield f"{where}: an empty quotation"
                case Verse() if not block.lines:
                    yield f"{where}: verse without lines"
                case Table():
                    yield from _table(block, where)
                case Figure():
                    yield from _figure(block, where)
                case PageBreak():
                    yield from _page(block, where)
                case Turn() if block.who is not None and block.who not in people:
                    yield f"{where}: {block.who!r} speaks, but is no person of the document"
                case _:
                    pass


def _table(table: Table, where: str) -> Iterator[str]:
    if not table.rows:
        yield f"{where}: a table without rows"
        return
    cells = [cell for row in (*table.head, *table.rows) for cell in row.cells]
    if not cells:
        yield f"{where}: a table without cells"
    if not all(1 <= cell.columns <= WIDEST and cell.rows >= 1 for cell in cells):
        yield f"{where}: a table cell that spans nothing, or more than {WIDEST} columns"
        return
    for part in (table.head, table.rows):
        slots = Counter(slot for placement in placed(part) for slot in placement.slots())
        if slots.total() > len(slots):
            yield f"{where}: table cells that overlap"


def _figure(figure: Figure, where: str) -> Iterator[str]:
    if not figure.alternative.strip():
        yield f"{where}: a figure without alternative text"
    image = figure.image
    if image and (image.media_type not in IMAGE_TYPES or not image.data):
        yield f"{where}: image {image.name!r} is neither PNG nor JPEG"
    if image and not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", image.name):
        yield f"{where}: {image.name!r} is not a plain file name"


def _inlines(inlines: Inlines, where: str, known: set[str]) -> Iterator[str]:
    yield from _runs(inlines, where)
    for inline in inlines_within(inlines):
        match inline:
            case Link():
                if not LINK_TARGET.fullmatch(inline.target):
                    yield f"{where}: {inline.target!r} is not an address to link to"
                elif inline.target.startswith("#") and inline.target[1:] not in known:
                    yield f"{where}: a link to {inline.target!r}, which is not there"
                yield from _runs(inline.children, where)
            case Foreign():
                yield from _language(inline.language, where)
                yield from _runs(inline.children, where)
            case Emphasis() | Strong() | Superscript() | Subscript():
                yield from _runs(inline.children, where)
            case Note():
                if not inline.blocks:
                    yield f"{where}: an empty note"
            case PageBreak():
                yield from _page(inline, where)
            case Text() | LineBreak():
                pass


def _page(page: PageBreak, where: str) -> Iterator[str]:
    if not TOKEN.fullmatch(page.edition) or page.edition == OWN_PAGES:
        yield f"{where}: {page.edition!r} is not one token for whose page begins, or stands for procpub's own pages"


def _runs(inlines: Inlines, where: str) -> Iterator[str]:
    """Text runs are never empty and never stand side by side, so that equal texts are equal values."""
    for i, inline in enumerate(inlines):
        if isinstance(inline, Text):
            if not inline.text:
                yield f"{where}: an empty run of text"
            if i and isinstance(inlines[i - 1], Text):
                yield f"{where}: two runs of text side by side at {inline.text[:20]!r}"
        elif isinstance(inline, Emphasis | Strong | Superscript | Subscript | Link | Foreign) and not inline.children:
            yield f"{where}: an empty {type(inline).__name__.lower()}"
