"""What is known about the volume: titles, event, publication, and where the text came from."""

from dataclasses import dataclass

from procpub.model.nodes import Node
from procpub.model.people import LocalText, Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Node):
    """A date as printed, and as ISO 8601 (YYYY, YYYY-MM or YYYY-MM-DD; `until` for the last day of a range)."""

    text: str
    when: str
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier of the volume: scheme in lower case (isbn, issn, doi, uri, urn) and value."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Terms of use: a statement for readers and, if there is one, the address of the licence."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Node):
    """The conference or seminar itself, where its name differs from the volume's title."""

    names: tuple[LocalText, ...]
    date: Date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The volume's bibliographic data. Titles are in printed order; the first of each is the main one."""

    titles: tuple[LocalText, ...] = ()
    subtitles: tuple[LocalText, ...] = ()
    meeting: Meeting | None = None
    date: Date | None = None
    place: str = ""
    organisers: tuple[Organisation, ...] = ()
    publishers: tuple[Organisation, ...] = ()
    editors: tuple[str, ...] = ()
    """Names, in order."""
    languages: tuple[str, ...] = ("en",)
    """BCP 47 tags, the main language first; never empty."""
    identifiers: tuple[Identifier, ...] = ()
    licence: Licence | None = None
    description: str = ""
    subjects: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The main title; empty if there is none."""
        return self.titles[0].text if self.titles else ""

    @property
    def language(self) -> str:
        """The main language."""
        return self.languages[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file that the text came from: its name without folders, encoding, SHA-256 in hexadecimal, lines."""

    name: str
    encoding: str
    sha256: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How often recovery took one kind of decision: the diagnostic's slug and the count."""

    code: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Node):
    """A change that somebody made to the document by hand and noted in it: what, who (a name), and when (ISO 8601)."""

    text: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the text came from, what recovery did to it, and what was changed by hand since then, the latest first."""

    source: Source | None = None
    steps: tuple[Step, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEntry(Node):
    """One entry of the contents as printed: number and page are as printed, empty if absent; level counts from 1.

    `target` is the id of the piece it was found to stand for; None if it was not found.
    """

    label: str
    number: str = ""
    page: str = ""
    level: int = 1
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedContents(Node):
    """The contents list as the source printed it: a witness, never what the editions show."""

    heading: str
    entries: tuple[PrintedEntry, ...]
