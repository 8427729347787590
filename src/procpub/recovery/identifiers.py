"""Ids: short, readable, stable, unique; the same in every edition."""

from collections import Counter

from slugify import slugify

from procpub.patterns import regex

LONGEST_PIECE = 26
"""Characters of a contribution's id: sections add "-s123", and 32 is the limit."""

PERSON = "p-"
"""How ids of persons begin, and no others."""

_SECTION = regex(r"-s(\d+)$")


class Identifiers:
    """Hands out ids of pieces, each once; none looks like that of a person ("p-smith") or of a section ("talk-s1")."""

    __slots__ = ("_given", "_uses")

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._uses: Counter[str] = Counter()

    def new(self, words: str, otherwise: str, longest: int = LONGEST_PIECE) -> str:
        """An id made of the words, or of `otherwise` where they hold no letter that can be written in ASCII."""
        slug = slugify(words, max_length=longest, word_boundary=True) or slugify(words, max_length=longest)
        if not slug[:1].isalpha() or slug.startswith(PERSON):
            slug = f"{otherwise}-{slug}".strip("-")[:longest].rstrip("-")
        slug = _SECTION.sub(r"-s-\1", slug)
        candidate = slug
        while candidate in self._given:
            self._uses[slug] += 1
            suffix = f"-{self._uses[slug] + 1}"
            candidate = slug[: longest - len(suffix)].rstrip("-") + suffix
        self._given.add(candidate)
        return candidate

    def person(self, name: str) -> str:
        """The id of somebody of this name."""
        return PERSON + self.new(name, "person")
