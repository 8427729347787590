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
    """Authors who are not, in this order, those whom an edition knows by their roles: formats with one place for them
    have the editors there, or the contributors, or who held the meeting, by one of their names each.
    """
    roles = [_people(each, role) for each in witnesses.values() for role in ("editors", "contributors")]
    organisers = [_people(each, "organisers") for each in witnesses.values()]
    known = [names for names in (*roles, *organisers) if names]
    for name, witness in witnesses.items():
        authors = _people(witness, "authors")
        if not authors or not known or authors in roles or any(set(authors) <= {*names} for names in organisers):
            continue
        said, others = "; ".join(authors), "; ".join(max(known, key=lambda names: len({*names} & {*authors})))
        message = f"authors: {name}: {quoted(said)}; other editions know {quoted(others)}"
        yield _difference(name, said, "authors", message)


def _people(witness: Witness, role: str) -> tuple[str, ...]:
    """Names, in order; some formats have them all as one value, with semicolons."""
    return tuple(part.strip() for name in witness.facts.get(role, ()) for part in name.split(";") if part.strip())


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
