"""Which formats there are: readers and writers by entry point, the built-in ones like everybody's, loaded when used.

Entry points: https://packaging.python.org/en/latest/specifications/entry-points/.
"""

import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import Any, cast

from procpub.errors import MissingLibraryError, UsageError
from procpub.interfaces import Reader, Writer

READERS = "procpub.readers"
WRITERS = "procpub.writers"


@dataclass(frozen=True, slots=True)
class FormatSpec:
    """A format that is installed, not necessarily imported: its name and the entry point that loads it."""

    name: str
    entry_point: EntryPoint

    @property
    def distribution(self) -> str:
        """The name of the installed distribution that brings the format."""
        # Read only when somebody asks: it means parsing the distribution's metadata.
        return self.entry_point.dist.name if self.entry_point.dist else "unknown"


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
def _installed(group: str, path: tuple[str, ...]) -> EntryPoints:
    """The group's entry points on `path`, which is `sys.path`: asking anew means reading every distribution again."""
    return entry_points(group=group)


def _specs(group: str) -> tuple[FormatSpec, ...]:
    specs: dict[str, FormatSpec] = {}
    for entry_point in sorted(_installed(group, tuple(sys.path)), key=lambda point: point.name):
        spec = FormatSpec(entry_point.name, entry_point)
        other = specs.setdefault(spec.name, spec)
        if other is not spec:
            raise UsageError(
                f"two plug-ins are called {spec.name!r} in {group}: one of {other.distribution}, "
                f"one of {spec.distribution}; uninstall one of them"
            )
    return tuple(specs.values())


def _find(name: str, group: str, done: str) -> FormatSpec:
    specs = {spec.name: spec for spec in _specs(group)}
    if name not in specs:
        known = ", ".join(specs) or "none, for procpub itself is not installed"
        raise UsageError(f"there is no format {name!r} that can be {done}; there are: {known}")
    return specs[name]


def _load(spec: FormatSpec) -> Any:
    try:
        return spec.entry_point.load()
    except (ImportError, AttributeError) as error:
        missing = getattr(error, "name", None) if isinstance(error, ModuleNotFoundError) else None
        if missing and missing.partition(".")[0] != spec.entry_point.module.partition(".")[0]:
            raise MissingLibraryError(_advice(spec, missing)) from error
        raise UsageError(f"format {spec.name!r} of {spec.distribution} cannot be loaded: {error}") from error


def _advice(spec: FormatSpec, missing: str) -> str:
    needs = f"format {spec.name!r} needs the library {missing!r}, which is not installed"
    if spec.distribution == "procpub":
        return f"{needs}; install it with: pip install 'procpub[{spec.name}]'"
    return f"{needs}; it should have come with {spec.distribution}"
