"""A corrections file to choose from: an entry, commented out, for each doubtful decision that a correction can settle.

Taken as it is, an entry confirms what was decided; the other ways to settle it stand below as comments.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procpub.corrections_file import PERSON_KEYS, TABLE
from procpub.diagnostics import Code, Diagnostic
from procpub.interfaces import Line
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings, Section
from procpub.model.walk import pieces
from procpub.outline import doubtful
from procpub.recovery.corrections import Entry, HeadingLevel, Texts, folded

FEWEST_WORDS, MOST_WORDS = 4, 12
"""How many words of a line are quoted: as many as make it the only one with them."""

LONGEST_QUOTE = 80
"""Characters; what has no spaces is cut here."""

_HEAD = """\
# Corrections: what the text {source} does not tell.
# Beside it, this file is found by itself if it is called {name}.
#
# Each entry is about one doubtful decision. Take the # away before its lines to confirm the decision, choose one of the
# lines with ## instead to change it, or delete the entry to leave it open. The quoted words must stand on the line.
# docs/corrections.md has all that an entry can say.
"""

_HEADINGS = frozenset([Code.CONTRIBUTION, Code.GROUP, Code.MATTER, Code.SECTION_HEADING, Code.HEADING_NOT_IN_CONTENTS])

_SETTINGS: Mapping[Code, tuple[tuple[str, ...], str]] = {
    Code.TALK_TITLE: (('heading = "title"',), 'heading = "none"'),
    Code.JOINED_PARAGRAPH: (("join = true",), "split = true"),
    Code.UNFINISHED_PARAGRAPH: (("split = true",), "join = true"),
    Code.FURNITURE: (("drop = true",), "keep = true"),
}
"""The settings that confirm a decision, and the one that changes it."""


@dataclass(slots=True)
class _Draft:
    """An entry in the making: what is doubtful about its line, the settings that confirm it, and others to choose."""

    doubts: list[Diagnostic] = field(default_factory=list)
    confirm: list[str] = field(default_factory=list)
    change: list[str] = field(default_factory=list)
    people: list[Mapping[str, str]] | None = None


def template(
    document: Proceedings,
    diagnostics: Iterable[Diagnostic],
    lines: Sequence[Line],
    *,
    name: str,
    settled: Iterable[Entry] = (),
) -> str:
    """The text of a corrections file for the doubtful decisions that were reported when the document was read.

    Args:
        document: what was recovered from `lines`.
        diagnostics: what was reported on the way.
        lines: the source's.
        name: what the file is to be called.
        settled: entries that there are already; their lines are left out.
    """
    found = tuple(diagnostics)
    texts = Texts(lines)
    known = {entry.line for entry in settled}
    drafts = {number: draft for number, draft in _drafts(document, found, lines).items() if number not in known}
    entries = (_entry(number, draft, texts) for number, draft in sorted(drafts.items()) if texts[number])
    source = document.provenance.source
    head = _HEAD.format(source=folded(source.name) if source else "itself", name=folded(name))
    return "\n".join([head, *entries]) if drafts else f"{head}#\n# No decision is doubtful.\n"


def _drafts(document: Proceedings, diagnostics: Sequence[Diagnostic], lines: Sequence[Line]) -> dict[int, _Draft]:
    """Drafts by line: several decisions about one line are settled by one entry."""
    by_line = {piece.span.first: piece for piece in reversed(list(pieces(document))) if piece.span}
    furniture = {found.span.first for found in diagnostics if found.code is Code.FURNITURE and found.span}
    below = _next_lines(lines, furniture)
    drafts: dict[int, _Draft] = {}
    for doubt in doubtful(diagnostics):
        if not doubt.span:
            continue
        number = doubt.span.first
        if doubt.code is Code.UNFINISHED_PARAGRAPH:
            number = below.get(doubt.span.last, 0)
        piece = by_line.get(number)
        confirm, change = _SETTINGS.get(doubt.code, ((), ""))
        if doubt.code in _HEADINGS:
            confirm, change = _heading(piece), _setting("heading", HeadingLevel.NONE)
        uncertain = doubt.code is Code.PERSON_UNCERTAIN and isinstance(piece, Contribution)
        if not number or not (confirm or uncertain):
            continue
        draft = drafts.setdefault(number, _Draft())
        draft.doubts.append(doubt)
        if confirm and confirm[0] not in (*draft.confirm, *draft.change):
            draft.confirm += confirm
            draft.change.append(change)
        if uncertain and isinstance(piece, Contribution):
            draft.people = [_fields(document.person(who)) for who in piece.contributors]
    return drafts


def _heading(piece: Piece | None) -> tuple[str, ...]:
    """The settings that confirm what the piece's heading is; none if there is no piece."""
    match piece:
        case None:
            return ()
        case Contribution():
            return (_setting("heading", HeadingLevel.CONTRIBUTION),)
        case Section():
            return (_setting("heading", HeadingLevel.SECTION),)
        case Matter():
            return (_setting("heading", HeadingLevel.MATTER), _setting("kind", piece.kind))
        case Group():
            return (_setting("heading", HeadingLevel(piece.kind)),)


def _setting(key: str, value: str) -> str:
    return f"{key} = {_quoted(value)}"


def _next_lines(lines: Sequence[Line], furniture: set[int]) -> dict[int, int]:
    """The number of the next line of text by that of each line, furniture passed over."""
    below: dict[int, int] = {}
    following = 0
    for line in reversed(lines):
        if following:
            below[line.number] = following
        if line.text and line.number not in furniture:
            following = line.number
    return below


def _fields(person: Person) -> dict[str, str]:
    return {key: getattr(person, key) for key in PERSON_KEYS if getattr(person, key)}


def _entry(number: int, draft: _Draft, texts: Texts) -> str:
    return "".join(f"{line}\n" for line in _lines(number, draft, texts))


def _lines(number: int, draft: _Draft, texts: Texts) -> Iterator[str]:
    for doubt in draft.doubts:
        sure = f" ({doubt.confidence:.0%} sure)" if doubt.confidence < 1 else ""
        yield f"# {' '.join(doubt.message.split())}{sure} [{doubt.code.slug}]"
    yield f"#[[{TABLE}]]"
    yield f"#line = {number}"
    yield f"#quote = {_quoted(_quote(number, texts))}"
    yield from (f"#{setting}" for setting in draft.confirm)
    yield from (f"##{setting}" for setting in draft.change)
    if draft.people == []:
        yield "#person = [] # nobody's; or, instead:"
        yield f"##[[{TABLE}.person]]"
        for key in PERSON_KEYS:
            yield f'##{key} = ""'
    for person in draft.people or ():
        yield f"#[[{TABLE}.person]]"
        for key in PERSON_KEYS:
            yield f"#{key} = {_quoted(person[key])}" if key in person else f'##{key} = ""'


def _quote(number: int, texts: Texts) -> str:
    """As many of the line's first words as no other line has, but at least `FEWEST_WORDS`; all that may be quoted, if
    others have them too.
    """
    words = texts[number].split()
    quote = ""
    for count in range(min(FEWEST_WORDS, len(words)), min(MOST_WORDS, len(words)) + 1):
        longer = " ".join(words[:count])
        if quote and len(longer) > LONGEST_QUOTE:
            break
        quote = longer[:LONGEST_QUOTE]
        if len(texts.places(quote, 2)) == 1:
            break
    return folded(quote)


def _quoted(text: str) -> str:
    """The text as a basic string of TOML (version 1.0): JSON's escapes are among TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
