"""The pictures of an edition: each once, under a name that no other has."""

from dataclasses import dataclass, field

from procpub.model.nodes import Image

FOLDER = "images"

_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
"""How files of a type begin: PNG (W3C, section 5.2), JPEG (ITU-T T.81, B.1.1.3: SOI and the next marker)."""

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}


def readable(image: Image) -> bool:
    """Whether the bytes begin as files of the declared media type do."""
    return image.data.startswith(_SIGNATURES[image.media_type])


@dataclass(slots=True)
class Pictures:
    """Collects pictures; equal bytes become one file."""

    _files: dict[bytes, tuple[str, str]] = field(default_factory=dict)

    def add(self, image: Image) -> str:
        """The path, inside the edition, of the file that this picture becomes."""
        if image.data not in self._files:
            taken = {path.lower() for path, _ in self._files.values()}
            stem, suffix = f"{FOLDER}/{image.name.rpartition('.')[0] or image.name}", _SUFFIXES[image.media_type]
            path, copy = stem + suffix, 1
            while path.lower() in taken:
                copy += 1
                path = f"{stem}_{copy}{suffix}"
            self._files[image.data] = path, image.media_type
        return self._files[image.data][0]

    def files(self) -> tuple[tuple[str, str, bytes], ...]:
        """Path, media type and bytes of each file, in the order of their first use."""
        return tuple((path, media_type, data) for data, (path, media_type) in self._files.items())
