"""Which formats there are: the built-in ones, and the readers and writers of plug-ins by entry point; loaded when used.

Entry points: https://packaging.python.org/en/latest/specifications/entry-points/. To look for them means to look into
every distribution that is installed, so that is done when something else than a built-in format is asked for.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from procpub.errors import MissingLibraryError, UsageError
from procpub.interfaces import Reader, Writer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

READERS = "procpub.readers"
WRITERS = "procpub.writers"

OURS = "procpub"
"""The distribution that the built-in formats come with."""

BUILT_IN: Mapping[str, Mapping[str, str]] = {
    READERS: {
        "json": "procpub.readers.json:read",
        "txt": "procpub.readers.plain_text:read",
    },
    WRITERS: {
        "docx": "procpub.writers.docx:WRITER",
        "epub": "procpub.writers.epub:WRITER",
        "json": "procpub.writers.json:WRITER",
        "pdf": "procpub.writers.pdf:WRITER",
        "tei": "procpub.writers.tei:WRITER",
    },
}
"""By group and name what entry points say of others: module and object."""


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """A format that is installed, not necessarily imported: its name, the distribution that brings it, and the module
    and name of the object that it is.
    """

    name: str
    distribution: str
    module: str
    attribute: str


def reader_specs() -> tuple[FormatSpec, ...]:
    """The formats that can be read, in alphabetical order; nothing is imported.

    Raises:
        UsageError: two distributions bring a reader of one name.
    """
    return _specs(READERS)


def writer_specs() -> tuple[FormatSpec, ...]:
    """The formats that can be written, in alphabetical order; nothing is imported.

    Raises:
        UsageError: two distributions bring a writer of one name.
    """
    return _specs(WRITERS)


def can_read(name: str) -> bool:
    """Whether there is a reader of this name.

    Raises:
        UsageError: two distributions bring a reader of one name, and this is none of the built-in ones.
    """
    return name in BUILT_IN[READERS] or any(spec.name == name for spec in reader_specs())


def reader(name: str) -> Reader:
    """The reader of this name, loaded.

    Raises:
        UsageError: there is none, there are two, or it cannot be imported.
        MissingLibraryError: a library that it needs is not installed.
    """
    return cast(Reader, _load(_find(name, READERS, "read")))


def writer(name: str) -> Writer:
    """The writer of this name, loaded.

    Raises:
        UsageError: there is none, there are two, or it cannot be imported.
        MissingLibraryError: a library that it needs is not installed.
    """
    return cast(Writer, _load(_find(name, WRITERS, "written")))


@cache
def _installed(group: str, path: tuple[str, ...]) -> "EntryPoints":
    """The group's entry points on `path`, which is `sys.path`: asking anew means reading every distribution again."""
    from importlib.metadata import entry_points  # for plug-ins only: it takes as long as all else here

    return entry_points(group=group)


@cache
def _built_in(group: str) -> Mapping[str, FormatSpec]:
    return {name: FormatSpec(name, OURS, *target.split(":")) for name, target in BUILT_IN[group].items()}


def _specs(group: str) -> tuple[FormatSpec, ...]:
    specs = dict(_built_in(group))
    for point in _installed(group, tuple(sys.path)):
        spec = FormatSpec(point.name, point.dist.name if point.dist else "unknown", point.module, point.attr)
        other = specs.setdefault(spec.name, spec)
        if other != spec:
            raise UsageError(
                f"two plug-ins are called {spec.name!r} in {group}: one of {other.distribution}, "
                f"one of {spec.distribution}; uninstall one of them"
            )
    return tuple(specs[name] for name in sorted(specs))


def _find(name: str, group: str, done: str) -> FormatSpec:
    """A built-in format, whatever plug-ins there are, or else that of a plug-in."""
    if name in BUILT_IN[group]:
        return _built_in(group)[name]
    specs = {spec.name: spec for spec in _specs(group)}
    if name not in specs:
        raise UsageError(f"there is no format {name!r} that can be {done}; there are: {', '.join(specs)}")
    return specs[name]


def _load(spec: FormatSpec) -> Any:
    try:
        return attrgetter(spec.attribute)(import_module(spec.module))
    except (ImportError, AttributeError) as error:
        missing = getattr(error, "name", None) if isinstance(error, ModuleNotFoundError) else None
        if missing and missing.partition(".")[0] != spec.module.partition(".")[0]:
            raise MissingLibraryError(_advice(spec, missing)) from error
        raise UsageError(f"format {spec.name!r} of {spec.distribution} cannot be loaded: {error}") from error


def _advice(spec: FormatSpec, missing: str) -> str:
    needs = f"format {spec.name!r} needs the library {missing!r}, which is not installed"
    if spec.distribution == OURS:
        return f"{needs}; install it with: pip install 'procpub[{spec.name}]'"
    return f"{needs}; it should have come with {spec.distribution}"
