"""Reads TEI P5: what procpub wrote, without loss, and what others did, as far as the model goes.

xml.py parses; header.py reads the header, with people.py and dates.py; volume.py the text, with divisions.py for
pieces, works.py for texts with titles of their own, title_pages.py, and text.py for blocks and inlines (lists.py,
tables.py, figures.py, inlines.py). ids.py gives ids that fit; references.py looks at what needs the whole; leftovers.py
reports what has no place. docs/tei.md says what is understood.
"""

from procpub.diagnostics import Report
from procpub.errors import InputError
from procpub.interfaces import ReadOptions
from procpub.model.proceedings import Proceedings
from procpub.readers.tei.volume import read_volume
from procpub.readers.tei.xml import parse


def read(data: bytes, name: str, options: ReadOptions, report: Report) -> Proceedings:
    """The document in the TEI; spans are the lines of the file.

    Raises:
        InputError: it is no well-formed XML, no TEI P5, has a document type declaration, or is too deep or too large;
            the message names the line.
        UsageError: there is no encoding of the name given.
    """
    root = parse(data, options.encoding)
    if root.name == "TEI.2":
        raise InputError(f"line {root.line}: this is TEI P4; convert it to P5 first, with the TEI Stylesheets")
    if root.name not in ("TEI", "teiCorpus"):
        raise InputError(f"line {root.line}: this is XML, but no TEI: its root element is <{root.name}>")
    return read_volume(root, report)
