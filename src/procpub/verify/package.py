"""Files in ZIP archives (EPUB, DOCX), read in bounded memory."""

import zipfile
from io import BytesIO

from procpub.errors import InputError

_LARGEST = 500_000_000
"""Bytes of all parts together, unpacked; more is taken for an attack."""


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
            return self._file.read(name)
        except KeyError as error:
            raise InputError(f"it has no part called {name}") from error
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise InputError(f"its part {name} cannot be read: {error}") from error
