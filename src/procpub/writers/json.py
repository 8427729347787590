"""The JSON edition: the normalized document itself, field for field; reading it back gives an equal document."""

from dataclasses import dataclass

from procpub.diagnostics import Report
from procpub.interfaces import Edition, PageMap
from procpub.model.codec import encode
from procpub.model.contents import Contents
from procpub.model.proceedings import Proceedings
from procpub.style import Style


@dataclass(frozen=True, slots=True)
class JsonWriter:
    """Writes procpub's own JSON."""

    suffix: str = ".json"

    def write(
        self,
        proceedings: Proceedings,
        contents: Contents,
        style: Style,
        report: Report,
        *,
        pages: PageMap | None = None,
    ) -> Edition:
        """The document as JSON; contents, style and pages are no part of it."""
        data = encode(proceedings).encode("utf-8")
        return Edition(format="json", suffix=self.suffix, media_type="application/json", data=data)


WRITER = JsonWriter()
