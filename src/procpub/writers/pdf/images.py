"""Pictures as image objects (ISO 32000-1, 8.9.5), each once in the file however often it is drawn."""

from io import BytesIO
from typing import TYPE_CHECKING

from procpub.errors import OutputError
from procpub.model.nodes import Image
from procpub.writers.pdf.objects import File, reference

if TYPE_CHECKING:  # most volumes have no picture, and are done sooner without it
    from PIL.Image import Image as Opened

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


class Images:
    """The pictures of a file, named for resource dictionaries."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._numbers: dict[str, int] = {}
        self._names: dict[bytes, str] = {}

    def name(self, image: Image) -> str:
        """What resource dictionaries call the image, which is added to the file the first time.

        Raises:
            OutputError: it is no image that can be read.
        """
        name = self._names.get(image.data)
        if name is None:
            from PIL.Image import DecompressionBombError

            name = self._names[image.data] = f"I{len(self._names) + 1}"
            try:
                self._numbers[name] = _add(self._file, image)
            except (OSError, ValueError, SyntaxError, DecompressionBombError) as error:
                raise OutputError(f"image {image.name} cannot be read: {error}") from error
        return name

    def entries(self, names: frozenset[str]) -> str:
        """The entries of a resource dictionary's `XObject`."""
        return "".join(f"/{name} {reference(self._numbers[name])}" for name in sorted(names))


def _add(file: File, image: Image) -> int:
    """JPEG stays as it is, if it is upright and in colours that a screen has; all else is stored without loss."""
    from PIL import ExifTags, ImageOps
    from PIL import Image as PillowImage

    with PillowImage.open(BytesIO(image.data)) as opened:
        if (
            opened.format == "JPEG"
            and opened.mode in _SPACES
            and opened.getexif().get(ExifTags.Base.Orientation, 1) == 1
        ):
            entries = _entries(opened.width, opened.height, _SPACES[opened.mode]) + "/Filter/DCTDecode"
            return file.add_stream(entries, image.data, compressed=False)
        upright = ImageOps.exif_transpose(opened)
    transparent = upright.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in upright.info
    grey = upright.mode in ("1", "L", "LA", "La") and "transparency" not in upright.info
    mask = ""
    if transparent:
        upright = upright.convert("RGBA")
        mask = f"/SMask {reference(_add_lossless(file, upright.getchannel('A'), ''))}"
    elif upright.mode.startswith(("I", "F")):
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
        grey = True
    return _add_lossless(file, upright.convert("L" if grey else "RGB"), mask)


def _add_lossless(file: File, image: "Opened", mask: str) -> int:
    """The picture as PNG stores it: filtered line by line, then compressed (ISO 32000-1, 7.4.4.4)."""
    encoded = BytesIO()
    image.save(encoded, "PNG")
    colours = len(image.getbands())
    decoding = f"/DecodeParms<</Predictor 15/Colors {colours}/BitsPerComponent 8/Columns {image.width}>>"
    entries = _entries(image.width, image.height, _SPACES[image.mode]) + f"/Filter/FlateDecode{decoding}{mask}"
    return file.add_stream(entries, _image_data(encoded.getvalue()), compressed=False)


def _entries(width: int, height: int, space: str) -> str:
    return f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/{space}"


def _image_data(png: bytes) -> bytes:
    """What the IDAT chunks of a PNG file hold (ISO/IEC 15948, 11.2.4)."""
    parts = []
    position = 8
    while position < len(png):
        length = int.from_bytes(png[position : position + 4], "big")
        if png[position + 4 : position + 8] == b"IDAT":
            parts.append(png[position + 8 : position + 8 + length])
        position += length + 12
    return b"".join(parts)
