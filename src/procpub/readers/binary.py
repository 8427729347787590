"""What a file is that people take for text: told by its first bytes."""

_BINARY = {
    b"%PDF-": "a PDF; dump its text first, for example with pdftotext",
    b"PK\x03\x04": "a ZIP archive (as DOCX, ODT and EPUB files are); save it as plain text first",
    b"\xd0\xcf\x11\xe0": "an old Word document; save it as plain text first",
    b"{\\rtf": "an RTF document; save it as plain text first",
    b"AT&TFORM": "a DjVu document; dump its text first, for example with djvutxt",
    b"\x89PNG": "a picture; recognise its text first, for example with Tesseract",
    b"\xff\xd8\xff": "a picture; recognise its text first, for example with Tesseract",
    b"GIF8": "a picture; recognise its text first, for example with Tesseract",
    b"II*\x00": "a picture; recognise its text first, for example with Tesseract",
    b"MM\x00*": "a picture; recognise its text first, for example with Tesseract",
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"7z\xbc\xaf": "a 7-Zip archive; unpack it first",
}
"""First bytes of what people take for text, and what to do about it."""


def what_binary(data: bytes) -> str | None:
    """What the file is and what to do about it, as the end of a sentence; None if it is none of these."""
    return next((what for magic, what in _BINARY.items() if data.startswith(magic)), None)
