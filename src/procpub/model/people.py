"""Whose words and whose event: persons, organisations, and names in several languages."""

from dataclasses import dataclass

from procpub.model.nodes import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalText(Node):
    """A name or title as printed, with the BCP 47 tag of its language (empty: the volume's main language)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Node):
    """A body with its names in one or more languages, in printed order; at least one."""

    names: tuple[LocalText, ...]


def main_name(names: tuple[LocalText, ...], language: str) -> LocalText:
    """Of names in several languages, that in the volume's main language, or else the first; there is at least one."""
    return next((name for name in names if name.language in ("", language)), names[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Node):
    """Somebody who speaks or writes in the volume.

    `name` is the whole name without the honorific; `country` only where the text prints it. `id` begins with "p-".
    """

    id: str
    name: str
    honorific: str = ""
    role: str = ""
    affiliation: str = ""
    country: str = ""
    email: str = ""
    orcid: str = ""
