"""Makes the ICC profile of sRGB that PDF editions carry, as LittleCMS (in Pillow) makes it, without the time of day.

Usage: python tools/make_colour.py
"""

from pathlib import Path

from PIL import ImageCms

PROFILE = Path(__file__).parent.parent / "src" / "procpub" / "writers" / "pdf" / "srgb.icc"

_DATE = slice(24, 36)
"""Where a profile has the time that it was made at (ICC.1:2004-10, 7.2): six numbers of two bytes."""

_NEW_YEAR_2000 = bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def srgb_profile() -> bytes:
    """The profile; the same bytes every time."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = _NEW_YEAR_2000
    return bytes(profile)


if __name__ == "__main__":
    PROFILE.write_bytes(srgb_profile())
