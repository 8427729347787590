"""Ids: short, readable, stable, unique; the same in every edition."""

from slugify import slugify

LONGEST_PIECE = 26
"""Characters of a contribution's id: sections add "-s123", and 32 is the limit."""

LONGEST_PERSON = 28


class Identifiers:
    """Hands out ids, each once."""

    __slots__ = ("_given",)

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, words: str, otherwise: str, longest: int = LONGEST_PIECE) -> str:
        """An id made of the words, or of `otherwise` where they hold no letter that can be written in ASCII."""
        slug = slugify(words, max_length=longest, word_boundary=True) or slugify(words, max_length=longest)
        if not slug[:1].isalpha():
            slug = f"{otherwise}-{slug}".strip("-")[:longest].rstrip("-")
        candidate, count = slug, 1
        while candidate in self._given:
            count += 1
            suffix = f"-{count}"
            candidate = slug[: longest - len(suffix)].rstrip("-") + suffix
        self._given.add(candidate)
        return candidate
