"""Reads procpub's own JSON: a normalized document, which skips recovery."""

from procpub.diagnostics import Report
from procpub.errors import InputError
from procpub.interfaces import ReadOptions
from procpub.model.codec import NotADocumentError, decode
from procpub.model.proceedings import Proceedings


def read(data: bytes, name: str, options: ReadOptions, report: Report) -> Proceedings:
    """The document in the JSON.

    Raises:
        InputError: it is not UTF-8, not JSON, or not a document of this version's format.
    """
    try:
        return decode(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"JSON must be UTF-8, but byte {error.start} is not") from error
    except NotADocumentError as error:
        raise InputError(f"this is no document that procpub can read: {error}") from error
