"""Files in ZIP archives (EPUB, DOCX), read in bounded memory."""

import zipfile
import zlib
from io import BytesIO

from procpub.errors import InputError

_LARGEST = 500_000_000
"""Bytes of all parts together, unpacked; more is taken for an attack."""

_LARGEST_PART = 100_000_000
"""Bytes of one part that is read: four times the text of a volume of 7,500 pages."""


class Archive:
    """The parts of an archive, by their names.

    Raises:
        InputError: it is no archive, or unpacks to more than can be meant.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except zipfile.BadZipFile as error:
            raise InputError(f"it is no ZIP archive that can be read: {error}") from error
        if sum(each.file_size for each in self._file.infolist()) > _LARGEST:
            raise InputError(f"it unpacks to more than {_LARGEST // 1_000_000} MB")
        self.names = frozenset(self._file.namelist())

    def read(self, name: str) -> bytes:
        """A part.

        Raises:
            InputError: there is none of this name, or it is damaged.
        """
        try:
            with self._file.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except KeyError as error:
            raise InputError(f"it has no part called {name}") from error
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise InputError(f"its part {name} cannot be read: {error}") from error
        if len(data) > _LARGEST_PART:
            raise InputError(f"its part {name} is larger than {_LARGEST_PART // 1_000_000} MB")
        return data
