"""Who speaks in a volume and where, in the order of an index."""

from collections.abc import Iterator
from dataclasses import dataclass

from procpub.model.family_names import sort_key
from procpub.model.nodes import Turn
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, Matter, Proceedings, Section
from procpub.model.walk import nested, pieces

Place = str | tuple[str, int]
"""Where somebody speaks: a contribution, by its id, or a block, by the id of its piece and its index there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person and every place where they speak, in reading order; at least one."""

    person: Person
    places: tuple[Place, ...]


def speakers_of(proceedings: Proceedings) -> tuple[Speaker, ...]:
    """Everybody who has a contribution or takes the floor in a debate, by family name."""
    places: dict[str, list[Place]] = {}
    for who, place in _speaking(proceedings):
        own = places.setdefault(who, [])
        if place not in own:
            own.append(place)
    speakers = (
        Speaker(person=person, places=tuple(places[person.id])) for person in proceedings.people if person.id in places
    )
    return tuple(sorted(speakers, key=lambda speaker: sort_key(speaker.person.name)))


def _speaking(proceedings: Proceedings) -> Iterator[tuple[str, Place]]:
    """Everybody who speaks, with the place; what one says inside a contribution of one's own is part of that."""
    own: tuple[str, ...] = ()
    for piece in pieces(proceedings):
        if not isinstance(piece, Section):
            own = piece.contributors if isinstance(piece, Contribution) else ()
            yield from ((who, piece.id) for who in own)
        if not isinstance(piece, Group):
            yield from ((who, place) for who, place in _turns(piece) if who not in own)


def _turns(piece: Contribution | Matter | Section) -> Iterator[tuple[str, Place]]:
    for index, outer in enumerate(piece.blocks):
        for block in nested(outer):
            if isinstance(block, Turn) and block.who:
                yield block.who, (piece.id, index)
