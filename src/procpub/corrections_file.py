"""The corrections file: what an editor says about lines of a text that recovery cannot know, in TOML.

`load` reads one; the entries are resolved against a text by `recovery.corrections`. docs/corrections.md has the keys.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from procpub.errors import UsageError
from procpub.files import read_toml
from procpub.interfaces import stem_of
from procpub.model.check import NOT_XML, TOKEN
from procpub.patterns import regex
from procpub.recovery.corrections import Entry, HeadingLevel, PieceCorrection, folded

SUFFIX = ".corrections.toml"
"""What the name of a corrections file ends with that is found by itself, after the input's own without its suffix."""

TABLE = "correction"
"""The one table of the file, as often as there are lines to correct."""

PERSON_KEYS = ("name", "honorific", "role", "affiliation", "country", "email", "orcid")
"""The fields of a person that can be given."""

_ORCID = regex(r"(?:\d{4}-){3}\d{3}[\dX]")


class _WrongValueError(ValueError):
    """A value that its key cannot have; the message ends the sentence "KEY ..."."""


def name_for(source: Path) -> str:
    """What the corrections file of a source is called that is found by itself."""
    return f"{stem_of(source)}{SUFFIX}"


def beside(source: Path) -> Path | None:
    """The corrections file that lies beside a source and bears its name; None if there is none."""
    try:
        path = source.with_name(name_for(source))
        return path if path.is_file() and path != source else None
    except (OSError, ValueError):
        return None


def load(path: Path) -> tuple[Entry, ...]:
    """The entries in the file, in its order.

    Raises:
        UsageError: the file cannot be read, has an unknown key, a value that its key cannot have, an entry that
            contradicts itself, or two entries for one line.
    """
    document = read_toml(path, "corrections file")
    for key in document:
        if key != TABLE:
            raise UsageError(f"corrections file {path}: unknown table or key {key!r}; there is only [[{TABLE}]]")
    tables = document.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"corrections file {path}: {TABLE} must be a table in double brackets, [[{TABLE}]]")
    entries: dict[int, Entry] = {}
    for number, table in enumerate(tables, 1):
        where = f"corrections file {path}: correction {number}"
        if type(table.get("line")) is int:
            where += f" (line {table['line']})"
        entry = _entry(table, where)
        if entry.line in entries:
            raise UsageError(f"{where}: there is another for this line; put the keys of both into one")
        entries[entry.line] = entry
    return tuple(entries.values())


def _entry(table: Mapping[str, Any], where: str) -> Entry:
    values = dict(_values(table, KEYS, where))
    for key in ("line", "quote"):
        if key not in values:
            raise UsageError(f"{where}: {key} is missing; each correction has a line and quotes words of it")
    if values.keys() == {"line", "quote"}:
        raise UsageError(f"{where}: it corrects nothing; what it can do: {', '.join([*KEYS][2:])}")
    for one, others in _CONTRADICTIONS:
        found = [key for key in others if key in values]
        if one(values) and found:
            raise UsageError(f"{where}: {_shown(values)} contradict each other")
    piece = PieceCorrection(
        kind=values.pop("kind", ""), title=values.pop("title", ""), people=values.pop("person", None)
    )
    return Entry(**values, piece=piece)


def _shown(values: Mapping[str, Any]) -> str:
    words = [f"heading = {values[key].value!r}" if key == "heading" else key for key in values]
    *first, last = [word for word in words if word not in ("line", "quote")]
    return f"{', '.join(first)} and {last}"


def _values(table: Mapping[str, Any], keys: "Mapping[str, Callable[[Any], Any]]", where: str) -> Iterator[Any]:
    for key, value in table.items():
        if key not in keys:
            raise UsageError(f"{where}: unknown key {key!r}; known are: {', '.join(keys)}")
        try:
            yield key, keys[key](value)
        except _WrongValueError as error:
            raise UsageError(f"{where}: {key} {error}") from None


def _line(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise _WrongValueError(f"must be the number of a line, counted from 1, not {value!r}")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongValueError(f"must be a text, not {value!r}")
    return _any_text(value)


def _any_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongValueError(f"must be a text, not {value!r}")
    bad = NOT_XML.search(value)
    if bad:
        raise _WrongValueError(f"cannot have U+{ord(bad.group()):04X}, which no edition can carry")
    return folded(value)


def _level(value: Any) -> HeadingLevel:
    try:
        return HeadingLevel(value)
    except ValueError:
        raise _WrongValueError(f"must be one of {', '.join(HeadingLevel)}, not {value!r}") from None


def _true(value: Any) -> bool:
    if value is not True:
        raise _WrongValueError(f"must be true, not {value!r}; leave it out where it is not so")
    return value


def _kind(value: Any) -> str:
    if not isinstance(value, str) or not TOKEN.fullmatch(value):
        raise _WrongValueError(
            f'must be one word of letters, digits and hyphens, such as "opening-remarks", not {value!r}'
        )
    return value


def _people(value: Any) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list) or not all(isinstance(person, dict) for person in value):
        raise _WrongValueError(f"must be tables in double brackets, [[{TABLE}.person]], not {value!r}")
    return tuple(map(_person, value))


def _person(value: Mapping[str, Any]) -> Mapping[str, str]:
    if "name" not in value:
        raise _WrongValueError("must have a name")
    fields = {}
    for key, text in value.items():
        if key not in PERSON_KEYS:
            raise _WrongValueError(f"has the unknown key {key!r}; known are: {', '.join(PERSON_KEYS)}")
        try:
            fields[key] = _text(text) if key == "name" else _any_text(text)
        except _WrongValueError as error:
            raise _WrongValueError(f"has a {key} that {error}") from None
    if fields.get("orcid") and not _is_orcid(fields["orcid"]):
        raise _WrongValueError(
            f"cannot have orcid = {fields['orcid']!r}: it is like 0000-0002-1825-0097, check digit last"
        )
    return fields


def _is_orcid(text: str) -> bool:
    """Whether the digits are those of an ORCID iD, whose last one checks the others (ISO 7064, MOD 11-2)."""
    if not _ORCID.fullmatch(text):
        return False
    total = 0
    for digit in text.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == text[-1]


KEYS: Mapping[str, Callable[[Any], Any]] = {
    "line": _line,
    "quote": _text,
    "heading": _level,
    "join": _true,
    "split": _true,
    "drop": _true,
    "keep": _true,
    "kind": _kind,
    "title": _text,
    "person": _people,
}
"""Each key of a correction, with how its value is read."""

_PIECE = ("kind", "title", "person")

_CONTRADICTIONS: tuple[tuple[Callable[[Mapping[str, Any]], bool], tuple[str, ...]], ...] = (
    (lambda values: "drop" in values, ("heading", "join", "split", "keep", *_PIECE)),
    (lambda values: "join" in values, ("split", *_PIECE)),
    (lambda values: "join" in values and values.get("heading") not in (None, HeadingLevel.NONE), ("heading",)),
    (lambda values: values.get("heading") not in (None, HeadingLevel.CONTRIBUTION), ("title", "person")),
    (lambda values: values.get("heading") not in (None, HeadingLevel.CONTRIBUTION, HeadingLevel.MATTER), ("kind",)),
)
"""What cannot be said at once: where the condition holds, none of the keys may be there."""
