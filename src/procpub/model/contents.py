"""The contents of a volume: one value, computed once, that every edition's contents page and navigation come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings
from procpub.model.terms import term
from procpub.model.walk import plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the contents: the piece's id, its heading on one line, its level from 1, and the people in it.

    `title` is the talk's own title, empty if it has none; `people` are ids of persons, in printed order.
    """

    id: str
    label: str
    level: int
    title: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The contents page's heading, in the words of the source if it printed one, and its entries in order."""

    heading: str
    entries: tuple[Entry, ...]


def contents_of(proceedings: Proceedings, depth: int = 1) -> Contents:
    """The contents of the volume.

    Args:
        proceedings: the document.
        depth: 1 lists front matter, parts, sessions, contributions and back matter; each further level adds one level
            of sections inside them.

    Raises:
        ValueError: depth is less than 1.
    """
    if depth < 1:
        raise ValueError(f"contents depth {depth} is less than 1")
    printed = proceedings.printed_contents
    heading = printed.heading if printed and printed.heading else term("contents", proceedings.metadata.language)
    entries = (
        entry
        for part in (proceedings.front, proceedings.body, proceedings.back)
        for piece in part
        for entry in _entries(piece, 1, depth)
    )
    return Contents(heading=heading, entries=tuple(entries))


def _entries(piece: Piece, level: int, depth: int) -> Iterator[Entry]:
    """`depth` counts the levels still to be shown; groups do not use it up."""
    label = heading_text(piece)
    if label:
        yield Entry(
            id=piece.id,
            label=label,
            level=level,
            title=_one_line(plain_text(piece.title)) if isinstance(piece, Contribution) else "",
            people=piece.contributors if isinstance(piece, Contribution) else (),
        )
    inner = level + 1 if label else level
    if isinstance(piece, Group):
        children: tuple[Matter | Contribution | Group, ...] = (*piece.preliminaries, *piece.members)
        for child in children:
            yield from _entries(child, inner, depth)
    elif depth > 1:
        for section in piece.sections:
            yield from _entries(section, inner, depth - 1)


def heading_text(piece: Piece) -> str:
    """The heading on one line, as contents, bookmarks and navigation show it; empty if the piece has none."""
    return _one_line(plain_text(piece.heading))


def _one_line(text: str) -> str:
    """Without soft hyphens: they serve lines of text, and some readers show them in navigation."""
    return " ".join(text.replace("\u00ad", "").split())
