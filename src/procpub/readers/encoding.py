"""From bytes to characters: which encoding a plain text is in, and why.

What the file says of itself comes first (a byte order mark), then what can be proved (zeros where UTF-16 has them,
valid UTF-8), then what is likely: charset-normalizer's judgement among the encodings that proceedings come in.
"""

import codecs
import re
from typing import NamedTuple

from procpub.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_EAST_ASIAN = ["gb18030", "big5", "shift_jis", "euc_kr"]
"""Without EUC-JP, which cannot be told from EUC-KR."""

_ALPHABETIC = ["cp1252", "cp1250", "cp1251", "cp1253", "koi8_r"]
"""Without ISO 8859, whose letters Windows' code pages have too, nearly all at the same places."""

_WESTERN, _CENTRAL = "cp1252", "cp1250"


class Decoded(NamedTuple):
    """The characters, the Python codec that gave them, and why it was chosen, as an end of a sentence.

    Bytes that mean nothing in the encoding stand as U+FFFD.
    """

    text: str
    encoding: str
    reason: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The characters of `data`, in the encoding given, or else in the one that it is most likely in.

    Raises:
        UsageError: there is no text encoding of the name given.
    """
    if encoding:
        return _given(data, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, "replace"), codec, "by its byte order mark")
    wide = _utf16(data)
    if wide:
        return wide
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if not lost:
        return Decoded(text, "utf-8", "because all of it is valid")
    if lost * 2 < _beyond_ascii(text):
        return Decoded(text, "utf-8", "because most of it is valid")
    return _guessed(data)


def _given(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):
        # Besides unknown names: codecs that give no text (hex), or that know no replacement (idna).
        raise UsageError(f"there is no text encoding {encoding!r}; utf-8, cp1252 and gb18030 are some") from None
    return Decoded(text, codecs.lookup(encoding).name, "as asked")


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: spaces and line ends at least have zeros, nearly all in the same byte of each pair."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 100 < len(data) or min(even, odd) * 2 > max(even, odd):
        return None
    codec = "utf-16-be" if even > odd else "utf-16-le"
    try:
        return Decoded(data.decode(codec), codec, "because every other byte is often zero")
    except UnicodeDecodeError:
        return None


def _beyond_ascii(text: str) -> int:
    return sum(not character.isascii() and character != "\ufffd" for character in text)


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # not for the many files that are UTF-8

    matches = from_bytes(data, cp_isolation=_ALPHABETIC if _accented(data) else _EAST_ASIAN + _ALPHABETIC)
    best = matches.best()
    if best is None:
        return Decoded(data.decode(_WESTERN, "replace"), _WESTERN, "for want of a better guess")
    if best.encoding == _CENTRAL and (_same(data) or any(match.encoding == _WESTERN for match in matches)):
        # They differ in few letters, and charset-normalizer leans to the rarer one.
        return Decoded(data.decode(_WESTERN, "replace"), _WESTERN, "by the letters in it")
    return Decoded(data.decode(best.encoding, "replace"), best.encoding, "by the letters in it")


def _accented(data: bytes) -> bool:
    """Whether bytes beyond ASCII are few, and mostly alone, as accented letters are.

    charset-normalizer would read one as a Chinese character, together with the letter after it.
    """
    runs = re.findall(rb"[\x80-\xff]+", data)
    alone = sum(len(run) == 1 for run in runs)
    return alone * 2 >= len(runs) and sum(map(len, runs)) * 5 < len(data)


def _same(data: bytes) -> bool:
    return data.decode(_WESTERN, "replace") == data.decode(_CENTRAL, "replace")
