"""Fonts cut down to the characters that a document has, for editions that carry fonts to be typed and read with."""

from collections.abc import Set
from pathlib import Path

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations

_INSTALLABLE, _EDITABLE, _WHOLE_ONLY = 0x0000, 0x0008, 0x0100
"""What OS/2's fsType says of embedding: without limit, in documents that may be edited, not in part."""


def subset(file: Path, characters: Set[str]) -> bytes | None:
    """The font with no more than these characters, shaped as before; whole, if its licence wants that, and None if it
    forbids to embed the font in a document that may be edited.
    """
    source = hb.Face(hb.Blob.from_file_path(str(file)))
    rights = int.from_bytes(source.reference_table("OS/2").data[8:10], "big")
    if rights & ~_WHOLE_ONLY not in (_INSTALLABLE, _EDITABLE):
        return None
    if rights & _WHOLE_ONLY:
        return file.read_bytes()
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    return bytes(hb.subset(source, wanted).blob.data)
