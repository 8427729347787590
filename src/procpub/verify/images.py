"""Whether a picture can be shown: a description alone is no picture."""

import warnings
from io import BytesIO

from PIL import Image

_KNOWN = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*")
_OTHERS = (b"<svg", b"<?xml", b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a")
"""SVG, EMF and WMF, which are taken as they are."""


def fault_of(data: bytes | None) -> str:
    """What is wrong with the bytes of a picture (None: there are none); empty if nothing is."""
    if not data:
        return "is not there"
    if data.lstrip().startswith(_OTHERS):
        return ""
    if not data.startswith(_KNOWN):
        return "is no picture"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as opened:
                opened.verify()
    except Exception as error:  # whatever a damaged picture makes Pillow trip over
        return f"cannot be shown ({str(error) or type(error).__name__})"
    return ""
