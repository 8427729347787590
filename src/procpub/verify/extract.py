"""From a file to what it says: the format is told by the first bytes, whatever the file is called."""

from procpub import libraries
from procpub.errors import InputError, MissingLibraryError
from procpub.verify.package import Archive
from procpub.verify.witness import Witness

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_EXTRA = "procpub[verify]"


def witness_of(data: bytes, name: str) -> Witness:
    """What an edition says; `name` is the file's, for errors.

    Raises:
        InputError: the file is none of the formats, or is damaged.
        MissingLibraryError: a library is not installed.
    """
    try:
        witness = _read(data)
        if not witness.blocks:
            raise InputError("there is no text in it")
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
    except ModuleNotFoundError as error:
        raise MissingLibraryError(f"{error.name} is needed to verify {name}: pip install '{_EXTRA}'") from error
    return witness


def require() -> None:
    """Asks for the libraries that reading editions takes.

    Raises:
        MissingLibraryError: one is not installed.
    """
    try:
        libraries.require("lxml", "pdfminer")
    except ModuleNotFoundError as error:
        raise MissingLibraryError(f"{error.name} is needed to verify editions: pip install '{_EXTRA}'") from error


def _read(data: bytes) -> Witness:
    if is_pdf(data):
        from procpub.verify.pdf import witness
    elif data.startswith(b"PK"):
        if "META-INF/container.xml" in Archive(data).names:
            from procpub.verify.epub import witness
        else:
            from procpub.verify.docx import witness
    elif data.startswith(_UTF_16) or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from procpub.verify.tei import witness
    else:
        raise InputError("it is no PDF, DOCX, EPUB or TEI")
    return witness(data)


def is_pdf(data: bytes) -> bool:
    """Whether the file is a PDF: its first line may stand a little further on (ISO 32000-1, annex H.3.4.1)."""
    return b"%PDF-" in data[:1024]
