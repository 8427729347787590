"""How an outline is shown on a terminal: a line each piece, with source line and confidence, wrapped to the width."""

import shutil
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from procpub.cli.show import columns
from procpub.diagnostics import DOUBTFUL, Severity

if TYPE_CHECKING:  # at run time it would load the whole model, for `--version` too
    from procpub.model.people import Person
    from procpub.outline import Item, Outline

NARROWEST = 24
"""Columns that the words have at least, however narrow the terminal."""

FALLBACK = 100
"""Columns, where there is no terminal."""

_TYPES = {
    "group": ("part or session", "parts and sessions"),
    "contribution": ("contribution", "contributions"),
    "section": ("section", "sections"),
    "front-matter": ("piece of front matter", "pieces of front matter"),
    "preliminaries": ("piece of preliminaries", "pieces of preliminaries"),
    "back-matter": ("piece of back matter", "pieces of back matter"),
}
"""What pieces of each type are called, one and several."""


def terminal_width() -> int:
    """Columns of the terminal, or what the environment variable COLUMNS says."""
    return shutil.get_terminal_size((FALLBACK, 0)).columns


def as_text(outline: "Outline", source: str, width: int) -> str:
    """The outline in lines of at most `width` columns, with colours. Doubtful pieces bear a question mark."""
    from procpub.outline import walk

    lines = [click.style(line, bold=True) for line in wrapped(outline.title or source, width, "", "")]
    found = list(walk(outline.items))
    last = max((item.span.last for _, item in found if item.span), default=0)
    margin = len(str(last))
    lines.append("")
    for depth, item in found:
        lines += _item(item, depth, margin, width)
    lines.append("")
    lines += _summary(outline, Counter(item.type for _, item in found), width)
    return "".join(f"{line}\n" for line in lines)


def _item(item: "Item", depth: int, margin: int, width: int) -> Iterator[str]:
    number = str(item.span.first) if item.span else ""
    sure = "" if item.confidence is None else f"{item.confidence:.0%}"
    doubtful = item.confidence is not None and item.confidence < DOUBTFUL
    left = f"{number:>{margin}}  {sure:>4}{'?' if doubtful else ' '} "
    indent = "  " * depth
    first, *more = wrapped(_label(item), width - len(left), indent, f"{indent}  ")
    yield click.style(left, fg="yellow" if doubtful else "cyan") + click.style(first, bold=item.type != "section")
    blank = " " * len(left)
    yield from (blank + click.style(line, bold=item.type != "section") for line in more)
    if item.title:
        for line in wrapped(f"“{item.title}”", width - len(left), f"{indent}    ", f"{indent}      "):
            yield blank + click.style(line, italic=True)
    for person in item.people:
        for line in wrapped(_person(person), width - len(left), f"{indent}    ", f"{indent}      "):
            yield blank + line


def _label(item: "Item") -> str:
    kind = "" if item.type == "section" or item.kind == "contribution" else f"[{item.kind}]"
    return " ".join(filter(None, (item.heading, kind)))


def _person(person: "Person") -> str:
    """Everything that is known, in the order of print; a country that the affiliation names already, once."""
    country = "" if person.country in person.affiliation else person.country
    name = f"{person.honorific} {person.name}".strip()
    return ", ".join(filter(None, (name, person.role, person.affiliation, country, person.email, person.orcid)))


def _summary(outline: "Outline", counts: Counter[str], width: int) -> Iterator[str]:
    pieces = ", ".join(f"{counts[each]} {words[counts[each] != 1]}" for each, words in _TYPES.items() if counts[each])
    yield from wrapped(f"{pieces or 'no pieces'}; language {outline.language}", width, "", "  ")
    levels = Counter(doubt.severity for doubt in outline.doubts)
    doubts = " and ".join(
        f"{levels[each]} {each.label}{'s' * (levels[each] != 1)}"
        for each in (Severity.ERROR, Severity.WARNING)
        if levels[each]
    )
    line = (
        f"{doubts}: --json has them, --corrections-template writes a file for those that it can settle"
        if doubts
        else "nothing is doubtful"
    )
    for part in wrapped(line, width, "", "  "):
        yield click.style(part, fg="yellow" if doubts else "green")


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    """The text in lines of at most `width` columns, the first with the indent `first`, the others with `rest`; words
    that are wider, and scripts without spaces, are broken anywhere. At least one line.
    """
    lines: list[str] = []
    line, indent = "", first
    for word in text.split():
        room = max(NARROWEST, width - len(indent))
        longer = f"{line} {word}" if line else word
        if columns(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(indent + line)
            indent = rest
        room = max(NARROWEST, width - len(indent))
        *whole, line = _broken(word, room)
        for part in whole:
            lines.append(indent + part)
            indent = rest
    return [*lines, indent + line]


def _broken(word: str, room: int) -> Iterator[str]:
    """The word in parts of at most `room` columns."""
    part, used = "", 0
    for character in word:
        wide = columns(character)
        if part and used + wide > room:
            yield part
            part, used = "", 0
        part, used = part + character, used + wide
    yield part
