"""What a batch keeps beside the editions, in the folder `.procpub`: of each volume, a lock, what came of it, and, while
it is being made, its unfinished editions.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from procpub.batch.outcome import Outcome
from procpub.errors import OutputError
from procpub.files import checksum, make_folder, reason_of, write_file

FOLDER = ".procpub"

WAITING = -1
"""As a time-out: none."""


class Record:
    """What is kept of one volume below an output folder."""

    def __init__(self, out: Path, name: str) -> None:
        self._out = out
        key = sha256(os.fsencode(name)).hexdigest()[:32]  # names have slashes, are long, and end like the files here
        self._lock = out / FOLDER / f"{key}.lock"
        self._finished = out / FOLDER / f"{key}.json"
        self.unfinished = out / FOLDER / f"{key}.unfinished"
        """A folder for editions that are not all there yet; what an interrupted run left in it is nobody's."""

    @contextmanager
    def locked(self, *, wait: bool) -> Iterator[bool]:
        """Whether nobody else is at this volume, which then is ours until the end; other runs, and their other
        machines where the file system knows locks, keep off. The system opens the lock of a process that is killed.

        Args:
            wait: wait until it is ours.

        Raises:
            OutputError: the folder cannot be written.
        """
        make_folder(self._lock.parent)
        lock = FileLock(self._lock, timeout=WAITING if wait else 0)
        try:
            lock.acquire()
        except Timeout:
            yield False
            return
        except OSError as error:
            raise OutputError(f"{self._lock} cannot be written: {reason_of(error)}") from error
        try:
            yield True
        finally:
            lock.release()

    def finished(self, fingerprint: str) -> Outcome | None:
        """What came of the volume when it was made of the same, if its editions are all as they were then."""
        try:
            kept = json.loads(self._finished.read_bytes())
            outcome: Outcome = kept["outcome"]
            files = [*outcome["editions"], outcome["report"]]
            same = kept["fingerprint"] == fingerprint and all(
                checksum(self._out / each["file"]) == each["sha256"] for each in files if each
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None  # never made, or the record is nobody's
        return outcome if same else None

    def begin(self) -> None:
        """From now on, and until it is finished, the volume counts as never made.

        Raises:
            OutputError: the folder cannot be written.
        """
        try:
            self._finished.unlink(missing_ok=True)
            shutil.rmtree(self.unfinished, ignore_errors=True)
        except OSError as error:
            raise OutputError(f"{self._finished} cannot be removed: {reason_of(error)}") from error

    def end(self) -> None:
        """Takes away what is unfinished."""
        shutil.rmtree(self.unfinished, ignore_errors=True)

    def finish(self, fingerprint: str, outcome: Outcome) -> None:
        """The volume counts as made.

        Raises:
            OutputError: the folder cannot be written.
        """
        write_file(self._finished, json.dumps({"fingerprint": fingerprint, "outcome": outcome}).encode())
