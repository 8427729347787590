"""Where `make_fonts.py` gets its fonts: packages of two registries, pinned by version and by digest."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Files = Mapping[str, bytes]
"""What a package holds, by path."""


@dataclass(frozen=True)
class Wheel:
    """A wheel on PyPI that holds fonts."""

    project: str
    version: str
    sha256: str

    def fetch(self, cache: Path) -> Files:
        """Have pip put the wheel into `cache`, if it isn't there, and open it once its digest is found right."""
        pattern = f"{self.project.replace('-', '_')}-{self.version}-*.whl"
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary", ":all:", "--dest", str(cache), f"{self.project}=={self.version}"]
        with zipfile.ZipFile(io.BytesIO(_fetched(cache, pattern, command, self.sha256))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


@dataclass(frozen=True)
class Tarball:
    """A package on npm that holds fonts."""

    package: str
    version: str
    sha256: str

    def fetch(self, cache: Path) -> Files:
        """Have npm put the tarball into `cache`, if it isn't there, and open it once its digest is found right."""
        name = f"{self.package.lstrip('@').replace('/', '-')}-{self.version}.tgz"
        command = ["npm", "pack", "--silent", "--pack-destination", str(cache), f"{self.package}@{self.version}"]
        with tarfile.open(fileobj=io.BytesIO(_fetched(cache, name, command, self.sha256))) as archive:
            members = [(member.name, archive.extractfile(member)) for member in archive.getmembers()]
            return {name: content.read() for name, content in members if content}


def _fetched(cache: Path, pattern: str, command: list[str], sha256: str) -> bytes:
    """The one file in `cache` that matches, brought there by the command if need be."""
    if not list(cache.glob(pattern)):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    [path] = cache.glob(pattern)
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != sha256:
        raise SystemExit(f"{path.name}: sha256 is {digest}, not {sha256}")
    return data


def inside(files: Files, end: str) -> bytes:
    """The one file whose path ends with `end`, or, of licences, which wheels hold twice, the first."""
    names = [name for name in files if name.endswith(end)]
    if len({files[name] for name in names}) != 1:
        raise SystemExit(f"{end}: found {names or 'nowhere'}")
    return files[names[0]]


def text(files: Files, end: str) -> str:
    """A text file, with plain line ends and no space at them."""
    return "".join(line.rstrip() + "\n" for line in inside(files, end).decode("utf-8").splitlines())
