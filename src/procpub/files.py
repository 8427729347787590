"""Files as a whole: read with a limit, written so that nobody ever sees half of one."""

import os
import re
import tomllib
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO

from procpub.errors import InputError, OutputError, UsageError
from procpub.patterns import regex

LARGEST_INPUT = 256 * 2**20
"""Bytes; a hundred times the largest volume known. More is a mistake, and would only fill the memory."""

LONGEST_NAME = 200
"""Bytes of an edition's name without its suffix: most file systems take 255 with it."""

_RESERVED = regex(r'[<>:"/\\|?*\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)
"""What Windows refuses in file names, and therefore procpub everywhere: editions are sent to other people.

https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
"""


def read_file(path: Path) -> bytes:
    """The contents of the file.

    Raises:
        InputError: there is no such file, it is a folder, it may not be read, or it is larger than `LARGEST_INPUT`.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder; name a file")
        with path.open("rb") as file:
            return read_stream(file, str(path))
    except FileNotFoundError:
        raise InputError(f"there is no file {path}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(f"{path} cannot be read: {reason_of(error)}") from error


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All of the stream.

    Raises:
        InputError: it holds more than `LARGEST_INPUT`.
    """
    data = stream.read(LARGEST_INPUT + 1)
    if len(data) > LARGEST_INPUT:
        raise InputError(f"{name} is larger than {LARGEST_INPUT // 2**20} MB, which no proceedings are")
    return data


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def read_toml(path: Path, kind: str) -> dict[str, Any]:
    """The tables of a TOML file that the user wrote; `kind` is what the messages call it.

    Raises:
        UsageError: the file cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(read_file(path).decode("utf-8-sig"))
    except InputError as error:
        raise UsageError(f"{kind}: {error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{kind} {path} is no TOML: byte {error.start} is not UTF-8") from error
    except ValueError as error:  # TOMLDecodeError, and what Python says of numbers with thousands of digits
        raise UsageError(f"{kind} {path} is no TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(f"{kind} {path} is nested too deeply") from error


def same_file(one: Path, other: Path) -> bool:
    """Whether both are there and are one file; who cannot be asked is another (opening it says what is wrong)."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def check_name(stem: str) -> str:
    """The name itself, if files can be called so on every system.

    Raises:
        UsageError: it is empty, too long, or holds a character or a word that a system refuses.
    """
    if not stem or len(os.fsencode(stem)) > LONGEST_NAME or _RESERVED.search(stem):
        raise UsageError(f"{stem!r} cannot be the name of a file on every system; choose letters, digits and hyphens")
    return stem


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it, where they are not there yet.

    Raises:
        OutputError: there is a file of that name, or nothing may be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise OutputError(f"{folder} cannot be the output folder: there is a file of that name") from None
    except (OSError, ValueError) as error:
        raise OutputError(f"the folder {folder} cannot be made: {reason_of(error)}") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"nothing may be written into the folder {folder}: permission denied")


def write_file(path: Path, data: bytes) -> None:
    """Puts the data at `path` in one step: what was there before stays until all of the new file is written.

    Raises:
        OutputError: the file cannot be written; nothing is changed.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device such as /dev/stderr; a folder is refused by the system
        else:
            _replace(path, data)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {reason_of(error)}") from error


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".procpub-{token_hex(8)}.part")  # no other process has it, nor another machine's
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:  # an interruption too leaves nothing behind
        with suppress(OSError):
            part.unlink()
        raise


def reason_of(error: Exception) -> str:
    """Why the system could not do it, in its own words, without number and path."""
    return (getattr(error, "strerror", None) or str(error)).lower()
