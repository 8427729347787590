"""A file in the file: what the edition was made from (ISO 19005-3, annex E)."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import md5

from procpub.writers.pdf.objects import File, reference, text_string

PART = 3
"""The part of PDF/A that allows any file to be attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file to attach: its name without folders, media type, bytes, and what it is, in words."""

    name: str
    media_type: str
    data: bytes
    description: str


def attach(file: File, attachment: Attachment, moment: datetime) -> int:
    """Adds the file, as the source of the document. Returns the number of its specification."""
    checksum = md5(attachment.data, usedforsecurity=False).hexdigest().upper()
    dated = f"(D:{moment:%Y%m%d%H%M%S}Z)"
    stream = file.add_stream(
        f"/Type/EmbeddedFile/Subtype/{_name(attachment.media_type)}"
        f"/Params<</CreationDate{dated}/ModDate{dated}/Size {len(attachment.data)}/CheckSum<{checksum}>>>",
        attachment.data,
    )
    name = text_string(attachment.name)
    return file.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(attachment.description)}/AFRelationship/Source"
        f"/EF<</F {reference(stream)}/UF {reference(stream)}>>>>"
    )


def _name(text: str) -> str:
    """A PDF name (ISO 32000-1, 7.3.5), without its solidus."""
    return "".join(c if (c.isascii() and c.isalnum()) or c in "-._+" else f"#{ord(c):02X}" for c in text)
