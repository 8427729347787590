"""The normalized document: front matter, body, back matter, and everything that is known about them."""

from dataclasses import dataclass, field
from enum import StrEnum

from procpub.model.metadata import Metadata, PrintedContents, Provenance
from procpub.model.nodes import Blocks, Inlines, Node
from procpub.model.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A part of a piece under a heading of its own; sections nest."""

    id: str
    heading: Inlines
    blocks: Blocks = ()
    sections: "tuple[Section, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Node):
    """A piece of front or back matter, or preliminaries before the first speech: nobody's contribution.

    `kind` is one token, as in TEI's `div/@type`: preface, foreword, imprint, preliminaries, annex, colophon ...; never
    one that says that it is something else (contribution, part, session, section).
    `heading` is empty where none is printed.
    """

    id: str
    kind: str
    heading: Inlines = ()
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Node):
    """A piece with a heading or a contents entry of its own; where there are neither, a speech.

    `kind` is one token (opening-remarks, speech, paper); `heading` is as printed, or the speaker's label; `title` the
    talk's own title, if it has one; `byline` the line of names under a title; `contributors` are ids of persons, in
    printed order; `page` the printed page that it starts on.
    """

    id: str
    kind: str
    heading: Inlines
    title: Inlines = ()
    byline: Inlines = ()
    contributors: tuple[str, ...] = ()
    page: str = ""
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()


class GroupKind(StrEnum):
    """What groups contributions."""

    PART = "part"
    SESSION = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """A part or session, with its preliminaries and its members in printed order; groups nest."""

    id: str
    kind: GroupKind
    heading: Inlines
    preliminaries: tuple[Matter, ...] = ()
    members: "tuple[Contribution | Group, ...]"


Member = Contribution | Group
Piece = Section | Matter | Contribution | Group
"""Everything that has an id and may have a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """The one normalized document that every edition is made from."""

    metadata: Metadata = field(default_factory=Metadata)
    provenance: Provenance = field(default_factory=Provenance)
    people: tuple[Person, ...] = ()
    printed_contents: PrintedContents | None = None
    front: tuple[Matter, ...] = ()
    body: tuple[Member, ...] = ()
    back: tuple[Matter, ...] = ()

    def person(self, identifier: str) -> Person:
        """The person with this id.

        Raises:
            KeyError: there is none; `check` finds such references.
        """
        for person in self.people:
            if person.id == identifier:
                return person
        raise KeyError(identifier)
