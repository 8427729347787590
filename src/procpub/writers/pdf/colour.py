"""What the colours of the file mean: sRGB (IEC 61966-2-1), as the ICC profile PDF/A asks for (ISO 19005-2, 6.2.3)."""

from PIL import ImageCms

COMPONENTS = 3

_DATE = slice(24, 36)
"""Where a profile has the time that it was made at (ICC.1:2004-10, 7.2): six numbers of two bytes."""

_NEW_YEAR_2000 = bytes.fromhex("07d0 0001 0001 0000 0000 0000")


def srgb_profile() -> bytes:
    """The profile, as LittleCMS makes it; the same bytes every time."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = _NEW_YEAR_2000
    return bytes(profile)
