"""What a volume's editions depend on, as one number: while it is the same, they need not be made again."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from platform import python_version
from typing import Any
from zlib import ZLIB_RUNTIME_VERSION

from procpub import __version__, corrections_file, registry
from procpub.batch.volume import Volume
from procpub.conversion import FORMATS
from procpub.files import checksum, read_file
from procpub.style import load_style, style_folder

PACKAGE = Path(__file__).parent.parent

_REQUIREMENT = re.compile(r"""([\w.-]+)(?:.*\bextra\s*==\s*["']([\w-]+))?""")
"""A requirement in a distribution's metadata: its name, and the extra that it is for."""


def fingerprint(volume: Volume, program: str) -> str:
    """The SHA-256 of all that goes into the volume's editions, in hexadecimal digits.

    Args:
        volume: which.
        program: what makes them, see `program`.

    Raises:
        InputError: a file cannot be read.
        UsageError: there is no such style.
    """
    corrections = volume.corrections or corrections_file.beside(volume.source)
    inputs = (volume.source, volume.metadata, corrections)
    options = (volume.to, volume.contents_depth, volume.attach_source, volume.format, volume.encoding, volume.language)
    return _digest(
        {
            "program": program,
            "moment": os.environ.get("SOURCE_DATE_EPOCH", ""),
            "inputs": [path and (path.name, _content(path)) for path in inputs],
            "style": asdict(load_style(volume.style)),
            "name": volume.name,
            "options": options,
        }
    )


@cache
def program() -> str:
    """The SHA-256 of procpub and the styles that come with it, and of the versions of what it loads."""
    folders = (PACKAGE, style_folder())
    files = {str(path.relative_to(folder)): _content(path) for folder in folders for path in _files(folder)}
    system = (python_version(), ZLIB_RUNTIME_VERSION)
    return _digest({"version": __version__, "files": files, "loaded": dict(_loaded()), "system": system})


def _files(folder: Path) -> Iterator[Path]:
    """The files in the folder and below, but for what Python compiled."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _loaded() -> Iterator[tuple[str, str]]:
    """The versions of the plug-ins, and of the libraries that readers and writers use, where they are installed."""
    names = {spec.distribution for spec in (*registry.reader_specs(), *registry.writer_specs())}
    for requirement in requires("procpub") or ():
        if (found := _REQUIREMENT.match(requirement)) and (found[2] is None or found[2] in FORMATS):
            names.add(found[1])
    for name in sorted(names):
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


def _content(path: Path) -> str:
    return sha256(read_file(path)).hexdigest()


def _font(path: Path) -> str:
    status = path.stat()
    return _font_content(path, status.st_size, status.st_mtime_ns)


@cache
def _font_content(path: Path, size: int, changed: int) -> str:
    """Read once while size and time are the same: the fonts of a style are larger than most volumes."""
    return checksum(path)


def _digest(value: Any) -> str:
    """Of JSON data, in which fonts are paths."""
    return sha256(json.dumps(value, sort_keys=True, default=_font).encode()).hexdigest()
