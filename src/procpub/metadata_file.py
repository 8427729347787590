"""The metadata file: what an editor knows about the volume better than its text does, in TOML.

`load` reads one, `override` puts its values in the place of the recovered ones. docs/metadata.md describes the keys.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from procpub.diagnostics import Code, Report
from procpub.errors import UsageError
from procpub.files import read_toml
from procpub.model.check import check
from procpub.model.identifiers import problem_of
from procpub.model.metadata import Date, Identifier, Licence, Metadata
from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Proceedings


class _WrongValueError(ValueError):
    """A value of the wrong type; the message ends the sentence "KEY ..."."""


def load(path: Path) -> dict[str, Any]:
    """The values in the file, by field of `Metadata`.

    Raises:
        UsageError: the file cannot be read, has an unknown key, or a value that its key cannot have.
    """
    return dict(_values(read_toml(path, "metadata file"), path))


def override(metadata: Metadata, values: Mapping[str, Any], report: Report) -> Metadata:
    """A copy with the loaded values in the place of those known before; reports each that replaces another."""
    language = values.get("languages", metadata.languages)[0]
    values = {field: _untagged(value, language) for field, value in values.items()}
    for key, (field, _) in KEYS.items():
        before = getattr(metadata, field)
        if field in values and before and before != values[field]:
            report.add(Code.METADATA_OVERRIDES, f"{key}: the metadata file's value replaces what the text says")
    return replace(metadata, **values)


def _untagged(value: Any, language: str) -> Any:
    """The value with no tag on names in the main language, which is what they are in without one."""
    match value:
        case LocalText():
            return replace(value, language="") if value.language == language else value
        case Organisation():
            return replace(value, names=_untagged(value.names, language))
        case tuple():
            return tuple(_untagged(each, language) for each in value)
    return value


def _values(table: Mapping[str, Any], path: Path) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if key not in KEYS:
            raise UsageError(f"metadata file {path}: unknown key {key!r}; known are: {', '.join(KEYS)}")
        field, read = KEYS[key]
        try:
            values = {field: read(value)}
        except _WrongValueError as error:
            raise UsageError(f"metadata file {path}: {key} {error}") from None
        for violation in check(Proceedings(metadata=replace(Metadata(), **values))):
            raise UsageError(f"metadata file {path}: {key}: {violation.removeprefix('metadata: ')}")
        yield from values.items()


def _string(value: Any) -> str:
    """A text in one line, whatever lines it has in the file."""
    if not isinstance(value, str) or not value.strip():
        raise _WrongValueError(f"must be a text, not {value!r}")
    return " ".join(value.split())


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _WrongValueError(f"must be a list of texts, not {value!r}")
    return tuple(map(_string, value))


def _names(value: Any) -> tuple[LocalText, ...]:
    """A text, or a table of texts by language."""
    if isinstance(value, dict) and value:
        return tuple(LocalText(text=_string(text), language=language) for language, text in value.items())
    return (LocalText(text=_string(value)),)


def _organisations(value: Any) -> tuple[Organisation, ...]:
    if not isinstance(value, list):
        raise _WrongValueError(f"must be a list of names, not {value!r}")
    return tuple(Organisation(names=_names(names)) for names in value)


def _date(value: Any) -> Date:
    """A TOML date, a text such as "2020-12" or "2020", or a table of text, when and until."""
    if isinstance(value, dict):
        known = _table(value, {"text", "when", "until"}, "text")
        when = known.get("when") or known["text"]
        return Date(text=known["text"], when=when, until=known.get("until", ""))
    text = value.isoformat() if type(value) is date else _string(value)
    return Date(text=text, when=text)


def _identifiers(value: Any) -> tuple[Identifier, ...]:
    """A table by scheme; of one scheme, a text or a list of texts."""
    if not isinstance(value, dict):
        raise _WrongValueError(f'must be a table such as {{ isbn = "978-3-16-148410-0" }}, not {value!r}')
    identifiers = tuple(
        Identifier(scheme=scheme.lower(), value=text)
        for scheme, texts in value.items()
        for text in _strings(texts if isinstance(texts, list) else [texts])
    )
    for identifier in identifiers:
        problem = problem_of(identifier)
        if problem:
            raise _WrongValueError(f"cannot have {identifier.scheme} = {identifier.value!r}: {problem}")
    return identifiers


def _licence(value: Any) -> Licence:
    if isinstance(value, dict):
        licence = Licence(**_table(value, {"text", "url"}, "text"))
        problem = problem_of(Identifier(scheme="uri", value=licence.url)) if licence.url else None
        if problem:
            raise _WrongValueError(f"cannot have url = {licence.url!r}: {problem}")
        return licence
    return Licence(text=_string(value))


def _table(value: dict[str, Any], known: set[str], needed: str) -> dict[str, str]:
    if needed not in value or not value.keys() <= known:
        raise _WrongValueError(
            f"must have {needed!r}, and may have {', '.join(sorted(known - {needed}))}, nothing else"
        )
    return {key: part.isoformat() if type(part) is date else _string(part) for key, part in value.items()}


KEYS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "title": ("titles", _names),
    "subtitle": ("subtitles", _names),
    "date": ("date", _date),
    "place": ("place", _string),
    "organisers": ("organisers", _organisations),
    "publishers": ("publishers", _organisations),
    "editors": ("editors", _strings),
    "languages": ("languages", _strings),
    "identifiers": ("identifiers", _identifiers),
    "licence": ("licence", _licence),
    "description": ("description", _string),
    "subjects": ("subjects", _strings),
}
"""Each key of the file, with the field of `Metadata` that it gives and how its value is read."""
