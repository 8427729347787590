"""The organisations that the volume names, each with an id that its names point to."""

from itertools import count

from procpub.model.people import LocalText, Organisation
from procpub.model.proceedings import Proceedings
from procpub.model.walk import pieces
from procpub.writers.tei.xml import XML_ID, Element, add, add_in


class Directory:
    """All organisers, publishers and people's affiliations, in this order, each once.

    An affiliation that bears a name of one of the others is that organisation.
    """

    def __init__(self, proceedings: Proceedings) -> None:
        metadata = proceedings.metadata
        organisations = [*metadata.organisers, *metadata.publishers]
        named = {name.text for organisation in organisations for name in organisation.names}
        for person in proceedings.people:
            if person.affiliation and person.affiliation not in named:
                named.add(person.affiliation)
                organisations.append(Organisation(names=(LocalText(text=person.affiliation),)))
        taken = {piece.id for piece in pieces(proceedings)} | {person.id for person in proceedings.people}
        free = (name for number in count(1) if (name := f"org-{number}") not in taken)
        self._ids = dict(zip(dict.fromkeys(organisations), free, strict=False))
        self._by_name = {name.text: id_ for organisation, id_ in self._ids.items() for name in organisation.names}

    def add_names(self, parent: Element, organisation: Organisation) -> None:
        """Appends all names of an organiser or publisher."""
        for name in organisation.names:
            add_in(parent, "orgName", name.text, name.language, ref=f"#{self._ids[organisation]}")

    def add_affiliation(self, parent: Element, name: str) -> None:
        """Appends the name of an organisation that a person belongs to."""
        add(parent, "orgName", name, ref=f"#{self._by_name[name]}")

    def add_list(self, parent: Element) -> None:
        """Appends the list of all; nothing if there are none."""
        if not self._ids:
            return
        listing = add(parent, "listOrg")
        for organisation, identifier in self._ids.items():
            element = add(listing, "org")
            element.set(XML_ID, identifier)
            for name in organisation.names:
                add_in(element, "orgName", name.text, name.language)
