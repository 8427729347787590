"""The manifest of a shelf, in TOML: a table [[volume]] for each, and [all] for what holds of every one.

docs/batch.md describes the keys. Paths are relative to the manifest.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from procpub.batch.volume import Volume
from procpub.errors import UsageError
from procpub.files import check_name, read_toml
from procpub.interfaces import stem_of

COMMON, VOLUME = "all", "volume"


class _WrongValueError(ValueError):
    """A value that its key cannot have; the message ends the sentence "KEY ..."."""


def read_manifest(path: Path, common: Volume) -> list[Volume]:
    """The volumes in the manifest, in its order.

    Args:
        path: of the manifest.
        common: what holds of every volume unless the manifest says otherwise.

    Raises:
        UsageError: the file cannot be read, has an unknown key or a value that its key cannot have, or a volume without
            a source.
    """
    document = read_toml(path, "manifest")
    for key in document.keys() - {COMMON, VOLUME}:
        raise UsageError(f"manifest {path}: unknown table or key {key!r}; there are [{COMMON}] and [[{VOLUME}]]")
    shared, tables = document.get(COMMON, {}), document.get(VOLUME, [])
    if not isinstance(shared, dict):
        raise UsageError(f"manifest {path}: {COMMON} must be a table, [{COMMON}]")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"manifest {path}: {VOLUME} must be a table in double brackets, [[{VOLUME}]]")
    for key in shared.keys() & OWN:
        raise UsageError(f"manifest {path}: [{COMMON}] cannot have {key!r}, which is of one volume")
    folder = path.absolute().parent
    common = replace(common, **_values(shared, folder, f"manifest {path}: [{COMMON}]"))
    return [_volume(table, common, folder, f"manifest {path}: volume {n}") for n, table in enumerate(tables, 1)]


def _volume(table: Mapping[str, Any], common: Volume, folder: Path, where: str) -> Volume:
    values = _values(table, folder, where)
    if "source" not in values:
        raise UsageError(f"{where} has no 'source'")
    return replace(common, **{"name": stem_of(values["source"])} | values)


def _values(table: Mapping[str, Any], folder: Path, where: str) -> dict[str, Any]:
    """The values of a table, by field of `Volume`."""
    values = {}
    for key, value in table.items():
        if key not in KEYS:
            raise UsageError(f"{where}: unknown key {key!r}; known are: {', '.join(KEYS)}")
        field, read = KEYS[key]
        try:
            values[field] = read(value, folder)
        except _WrongValueError as error:
            raise UsageError(f"{where}: {key} {error}") from None
    return values


def _name(value: Any, folder: Path) -> str:
    name = _text(value, folder)
    for part in name.split("/"):
        try:
            check_name(part)
        except UsageError as error:
            raise _WrongValueError(f"cannot be {name!r}: {error}") from None
        if part.startswith("."):
            raise _WrongValueError(f"cannot be {name!r}: {part!r} begins with a dot")
    return name


def _text(value: Any, folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _WrongValueError(f"must be a text, not {value!r}")
    return value


def _path(value: Any, folder: Path) -> Path:
    return folder / _text(value, folder)


def _style(value: Any, folder: Path) -> str:
    name = _text(value, folder)
    return str(folder / name) if name.lower().endswith(".toml") else name


def _formats(value: Any, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise _WrongValueError(f"must be a list of formats, not {value!r}")
    return tuple(_text(each, folder) for each in value)


def _depth(value: Any, folder: Path) -> int:
    if type(value) is not int or not 1 <= value <= 6:
        raise _WrongValueError(f"must be a number from 1 to 6, not {value!r}")
    return value


def _truth(value: Any, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError(f"must be true or false, not {value!r}")
    return value


KEYS: Mapping[str, tuple[str, Callable[[Any, Path], Any]]] = {
    "source": ("source", _path),
    "name": ("name", _name),
    "to": ("to", _formats),
    "style": ("style", _style),
    "contents-depth": ("contents_depth", _depth),
    "attach-source": ("attach_source", _truth),
    "metadata": ("metadata", _path),
    "corrections": ("corrections", _path),
    "from": ("format", _text),
    "encoding": ("encoding", _text),
    "language": ("language", _text),
}
"""The keys of a volume, each with the field of `Volume` that it fills and what reads its value."""

OWN = {"source", "name", "metadata", "corrections"}
"""The keys that say what only one volume has."""
