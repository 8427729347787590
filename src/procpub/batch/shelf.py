"""Which volumes a shelf has: those that a manifest lists, or the files of a folder."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from procpub import registry
from procpub.batch.manifest import read_manifest
from procpub.batch.record import FOLDER
from procpub.batch.volume import REPORT, Volume
from procpub.errors import InputError, UsageError
from procpub.files import reason_of
from procpub.interfaces import stem_of

MANIFEST = ".toml"

HIDDEN = "."
"""What files and folders begin with that are nobody's volume."""


def shelf_of(path: Path, out: Path, common: Volume) -> tuple[Volume, ...]:
    """The volumes of a shelf, in order.

    Args:
        path: a manifest, a TOML file; or a folder, of which all files are volumes that a reader's suffix tells, those
            in folders below it too. There, STEM.toml beside a source is its metadata file.
        out: the folder that the editions are for; nothing in it is a volume.
        common: what holds of every volume unless a manifest says otherwise; its source and name do not count.

    Raises:
        UsageError: the manifest is not well-formed, or two volumes would have one name, or the editions would lie
            among their sources, or replace one.
        InputError: there is no such file or folder, or no volume in it.
    """
    if not path.exists():
        raise InputError(f"there is no file or folder {path}")
    if path.is_file() and path.suffix.lower() != MANIFEST:
        raise UsageError(
            f"{path} is neither a folder nor a manifest ({MANIFEST}); one volume is made by: procpub convert {path}"
        )
    volumes = _in_folder(path.resolve(), out.resolve(), common) if path.is_dir() else read_manifest(path, common)
    if not volumes:
        raise InputError(f"{path} has no volume in it")
    _check_names(volumes)
    _check_places(volumes, out)
    return tuple(volumes)


def _in_folder(folder: Path, out: Path, common: Volume) -> list[Volume]:
    if out == folder:
        raise UsageError(f"the editions would lie among their sources in {folder}; choose another --out")
    suffixes = {f".{spec.name}" for spec in registry.reader_specs()} | {".xml"}
    return [
        replace(common, source=source, name=_name(source.relative_to(folder)), metadata=_metadata_beside(source))
        for source in _files(folder, out)
        if source.suffix.lower() in suffixes
    ]


def _files(folder: Path, out: Path) -> Iterator[Path]:
    """The files in the folder, then those in the folders in it, each in alphabetical order."""
    try:
        found = sorted(each for each in folder.iterdir() if not each.name.startswith(HIDDEN) and each != out)
    except OSError as error:
        raise InputError(f"the folder {folder} cannot be read: {reason_of(error)}") from error
    yield from (each for each in found if each.is_file())
    for each in found:
        # A link could lead back here; and what an earlier run made is no source.
        if each.is_dir() and not each.is_symlink() and not (each / FOLDER).exists():
            yield from _files(each, out)


def _name(source: Path) -> str:
    return source.with_name(stem_of(source)).as_posix()


def _metadata_beside(source: Path) -> Path | None:
    path = source.with_name(f"{stem_of(source)}.toml")
    return path if path.is_file() else None


def _check_names(volumes: Sequence[Volume]) -> None:
    """No two names are one, in capitals or not."""
    named: defaultdict[str, list[Volume]] = defaultdict(list)
    for volume in volumes:
        named[volume.name.casefold()].append(volume)
    for one, *others in named.values():
        if others:
            raise UsageError(
                f"the editions of {one.source} and {others[0].source} would have one name, {one.name}; "
                "give one of them another 'name' in a manifest"
            )


def _check_places(volumes: Sequence[Volume], out: Path) -> None:
    """No edition would replace a file that a volume is made of."""
    files = {
        file.resolve()
        for volume in volumes
        for file in (volume.source, volume.metadata, volume.corrections)
        if file is not None
    }
    for volume in volumes:
        for suffix in _suffixes(volume.to):
            target = (out / f"{volume.name}{suffix}").resolve()
            if target in files:
                raise UsageError(
                    f"an edition of {volume.source} would replace {target}, of which a volume is made; "
                    "choose another --out"
                )


def _suffixes(formats: Sequence[str]) -> Iterator[str]:
    """Those of the editions and their report; a format that is not there is told with the volume."""
    yield REPORT
    for each in formats:
        with suppress(UsageError):
            yield registry.writer(each).suffix
