"""What the colours of the file mean: sRGB, as an ICC profile.

PDF/A asks for one (ISO 19005-2, 6.2.3). It is made here of the numbers of IEC 61966-2-1, so that it is the same
everywhere; tools that make profiles put the time into them.
"""

from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""Adapted to D50, as profiles have them."""

_ADAPTATION = (1.04788, 0.02292, -0.05020, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)
"""From D65 to D50, after Bradford."""

_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""(a x + b)^g from d on, c x below: g, a, b, c, d."""

COMPONENTS = 3


def srgb_profile() -> bytes:
    """The profile (ICC.1:2004-10, version 4.2: three components, matrix and curve)."""
    curve = pack(">4s4xHxx", b"para", 3) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": pack(">4s4x", b"XYZ ") + _fixed(*_D50),
        b"chad": pack(">4s4x", b"sf32") + _fixed(*_ADAPTATION),
        **{tag: pack(">4s4x", b"XYZ ") + _fixed(*primary) for tag, primary in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    offsets: dict[bytes, int] = {}
    for tag, body in tags.items():
        if body not in offsets:
            offsets[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += pack(">4sLL", tag, offsets[body], len(body))
    size = start + len(data)
    header = pack(
        ">L4xL4s4s4s6H4s4x4x4x4x8xL12s48x",
        *(size, 0x04200000, b"mntr", b"RGB ", b"XYZ "),
        *(2000, 1, 1, 0, 0, 0),
        *(b"acsp", 0, _fixed(*_D50)),
    )
    return header + pack(">L", len(tags)) + table + data


def _fixed(*numbers: float) -> bytes:
    """Numbers with sixteen bits after the point."""
    return b"".join(pack(">l", round(number * 65536)) for number in numbers)


def _text(words: str) -> bytes:
    """Words in American English."""
    data = words.encode("utf-16-be")
    return pack(">4s4xLL2s2sLL", b"mluc", 1, 12, b"en", b"US", len(data), 28) + data
