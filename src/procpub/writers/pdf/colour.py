"""What the colours of the file mean: sRGB (IEC 61966-2-1), as the ICC profile PDF/A asks for (ISO 19005-2, 6.2.3)."""

from pathlib import Path

COMPONENTS = 3


def srgb_profile() -> bytes:
    """The profile, which tools/make_colour.py made."""
    return Path(__file__).with_name("srgb.icc").read_bytes()
