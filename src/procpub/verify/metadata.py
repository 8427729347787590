"""Facts of the metadata that formats have unlike room for: authors, titles in other languages."""

from collections.abc import Iterator, Mapping

from procpub.verify.verification import PEOPLE, Difference, Reading
from procpub.verify.witness import Place, Witness
from procpub.verify.wording import quoted

FACTS = (
    "title", "subtitles", "language", "languages", "date", "identifiers", "contributors", "editors", "organisers",
    "publishers", "description", "subjects", "licence",
)  # fmt: skip
"""Those that are compared value by value."""


def strange_authors(witnesses: Mapping[str, Witness]) -> Iterator[Difference]:
    """Authors whom no edition knows otherwise: formats with one place for them have the editors there, or the
    contributors, or who held the meeting.
    """
    known = [
        set(witness.facts[fact])
        for witness in witnesses.values()
        for fact in ("editors", "contributors", "organisers")
        if witness.facts.get(fact)
    ]
    for name, witness in witnesses.items():
        authors = witness.facts.get("authors", ())
        if authors and known and not any(set(authors) <= each for each in known):
            strange = "; ".join(each for each in authors if not any(each in names for names in known))
            said = strange or "; ".join(authors)
            message = f"{name}: its authors {said} are neither editors nor contributors nor organisers in any edition"
            yield _difference(name, said, "authors", message)


def strange_titles(witnesses: Mapping[str, Witness]) -> Iterator[Difference]:
    """Titles in other languages that no other edition has: a PDF has room for one a language, others for all."""
    titles = {
        name: each.facts["parallel titles"] for name, each in witnesses.items() if "parallel titles" in each.facts
    }
    for name, own in titles.items():
        theirs = dict.fromkeys(title for other, each in titles.items() if other != name for title in each)
        strange = "; ".join(title for title in own if title not in theirs)
        if strange and theirs:
            instead = "; ".join(title for title in theirs if title not in own)
            yield _difference(name, strange, "title", f"title: {name}: {quoted(strange)}; others: {quoted(instead)}")


def _difference(name: str, words: str, fact: str, message: str) -> Difference:
    reading = Reading(edition=name, words=words, place=Place(f"metadata: {fact}"))
    return Difference(check=PEOPLE, message=message, dissenting=(name,), readings=(reading,))
