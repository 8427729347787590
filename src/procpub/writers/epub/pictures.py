"""The pictures of an edition: each once, under a name that no other has, and no larger than screens can show."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from procpub.model.nodes import Image
from procpub.writers.epub.names import unused

if TYPE_CHECKING:
    from PIL.Image import Image as Pillow

FOLDER = "images"

LARGEST = 2048
"""More pixels across or down are none that a reader sees: large tablets have as many."""

HEAVIEST = 1_500_000
"""Bytes of a picture that is left as it is."""

_QUALITY = 85
"""Of JPEG, where a picture is compressed anew."""

_MODES = {"image/png": ("1", "L", "LA", "P", "RGB", "RGBA"), "image/jpeg": ("L", "RGB")}
"""What browsers show of each type: no CMYK, of which many make negatives, and no grey of 16 bits."""

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}


def sized(image: Image) -> Image:
    """The picture as it is, or compressed anew if it is too large, too heavy, of a colour space for print, or lying on
    its side.

    Raises:
        ValueError: it is no picture of the declared type.
    """
    from PIL import Image as PillowImage  # a third of the time of a short document that has no picture
    from PIL import UnidentifiedImageError

    kind = image.media_type.removeprefix("image/").upper()
    try:
        with catch_warnings():
            simplefilter("ignore", PillowImage.DecompressionBombWarning)  # larger ones are errors
            with PillowImage.open(BytesIO(image.data), formats=[kind]) as opened:
                opened.load()  # or a file that is cut short would not be noticed
                return image if _is_fit(opened, image) else _made_anew(opened, image)
    except UnidentifiedImageError as error:
        raise ValueError(f"it is no {kind}") from error
    except Exception as error:  # whatever a damaged file makes Pillow's decoders raise
        raise ValueError(str(error) or type(error).__name__) from error


def _is_fit(opened: "Pillow", image: Image) -> bool:
    """Whether a picture can be shown as it is."""
    from PIL import ExifTags

    upright = opened.getexif().get(ExifTags.Base.Orientation, 1) == 1
    still = getattr(opened, "n_frames", 1) == 1  # what flashes can cause seizures
    small = max(opened.size) <= LARGEST and len(image.data) <= HEAVIEST
    return upright and still and small and opened.mode in _MODES[image.media_type]


def _made_anew(opened: "Pillow", image: Image) -> Image:
    from PIL import ImageOps

    profile = opened.info.get("icc_profile") if opened.mode == "RGB" else None
    upright = ImageOps.exif_transpose(opened)
    if upright.mode.startswith("I"):
        upright = upright.point(lambda value: value / 256).convert("L")  # 16 bits
    elif upright.mode not in ("L", "LA", "RGB", "RGBA"):
        upright = upright.convert("L" if upright.mode == "1" else "RGBA" if upright.has_transparency_data else "RGB")
    upright.thumbnail((LARGEST, LARGEST))
    if image.media_type == "image/png":
        data = _saved(upright, "PNG", optimize=True, icc_profile=profile)
        if len(data) <= HEAVIEST or upright.mode in ("LA", "RGBA"):
            return replace(image, data=data)
    upright = upright.convert("RGB") if upright.mode != "L" else upright
    data = _saved(upright, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile)
    return replace(image, media_type="image/jpeg", data=data)


def _saved(picture: "Pillow", kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@dataclass(slots=True)
class Pictures:
    """Collects pictures; equal bytes become one file."""

    _paths: dict[bytes, str] = field(default_factory=dict)
    _files: dict[str, Image] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def add(self, image: Image) -> str:
        """The path, inside the edition, of the file that this picture becomes.

        Raises:
            ValueError: see `sized`.
        """
        if image.data not in self._paths:
            small = sized(image)
            stem = f"{FOLDER}/{image.name.rpartition('.')[0] or image.name}"
            path = unused(stem, _SUFFIXES[small.media_type], self._names)
            self._paths[image.data] = path
            self._files[path] = small
        return self._paths[image.data]

    def files(self) -> tuple[tuple[str, str, bytes], ...]:
        """Path, media type and bytes of each file, in the order of their first use."""
        return tuple((path, image.media_type, image.data) for path, image in self._files.items())
