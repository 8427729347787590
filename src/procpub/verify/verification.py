"""Whether editions of one volume say the same: the checks, and what came of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procpub.verify.collation import Column, Span, collated
from procpub.verify.columns import (
    fact_column,
    figures_column,
    headings_column,
    imprint_column,
    links_column,
    listing_column,
    lists_column,
    notes_column,
    pages_column,
    tables_column,
    text_column,
    title_page_column,
)
from procpub.verify.own import complaints_of
from procpub.verify.settling import settle
from procpub.verify.witness import Place, Witness

FACTS = (
    "title", "subtitles", "language", "languages", "date", "identifiers", "contributors", "editors", "organisers",
    "publishers", "description", "subjects", "licence",
)  # fmt: skip
"""What formats have places for in their metadata."""

CHECKS: Mapping[str, Callable[[Witness], Column | None]] = {
    "title page": title_page_column,
    "imprint": imprint_column,
    "text": text_column,
    "notes": notes_column,
    "headings": headings_column,
    "lists": lists_column,
    "tables": tables_column,
    "figures": figures_column,
    "addresses": links_column,
    "pages": pages_column,
}
"""What is compared, by the name of the check."""

OWN = ("links", "page numbers")
"""What every edition must keep by itself."""

NAMES = ("contents", *OWN, *CHECKS, "people and metadata")
"""The checks in the order of the report."""

_CONTEXT = 6
"""So many words before and behind a difference are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an edition says at a place: the words, those before and behind, and where."""

    edition: str
    words: str
    before: str
    behind: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A disagreement: the check that found it, one sentence, which editions are wrong as far as can be told, and what
    each says.
    """

    check: str
    message: str
    dissenting: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A check of one edition: how much was compared (None: the edition does not speak of it, or stands alone)."""

    check: str
    edition: str
    compared: int | None
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of it: the names of the editions in order, an outcome a check and edition, and the differences."""

    editions: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    differences: tuple[Difference, ...] = field(default=())

    @property
    def agree(self) -> bool:
        """Whether all is well."""
        return not self.differences


def verified(witnesses: Mapping[str, Witness]) -> Verification:
    """The editions compared, by their names."""
    settle(witnesses)
    compared: dict[tuple[str, str], int] = {}
    differences: list[Difference] = []
    listings = {
        f"{name} {listing.name}": listing_column(listing)
        for name, witness in witnesses.items()
        for listing in witness.listings
        if listing.entries or listing.name == "contents"
    }
    differences += _compared("contents", listings, compared)
    for check, column_of in CHECKS.items():
        columns = {name: column_of(witness) for name, witness in witnesses.items()}
        differences += _compared(check, _spoken(columns), compared)
    for fact in FACTS:
        columns = {name: fact_column(fact)(witness) for name, witness in witnesses.items()}
        differences += _compared("people and metadata", _spoken(columns), compared, about=fact)
    differences += _authors(witnesses, compared)
    for name, witness in witnesses.items():
        for check in OWN:
            compared[check, name] = sum(len(listing.entries) for listing in witness.listings)
        differences += (
            Difference(
                check=each.check,
                message=f"{name}: {each.message}",
                dissenting=(name,),
                readings=(Reading(edition=name, words=each.found, before="", behind="", place=each.place),),
            )
            for each in complaints_of(witness)
        )
    outcomes = [
        Outcome(
            check=check,
            edition=name,
            compared=compared.get((check, name)),
            differences=sum(each.check == check and name in each.dissenting for each in differences),
        )
        for check in NAMES
        for name in witnesses
    ]
    order = {check: index for index, check in enumerate(NAMES)}
    differences.sort(key=lambda each: order.get(each.check, len(order)))
    return Verification(editions=tuple(witnesses), outcomes=tuple(outcomes), differences=tuple(differences))


def _spoken(columns: Mapping[str, Column | None]) -> dict[str, Column]:
    return {name: column for name, column in columns.items() if column is not None}


def _compared(
    check: str, columns: Mapping[str, Column], compared: dict[tuple[str, str], int], about: str = ""
) -> Iterator[Difference]:
    if len(columns) < 2:
        return
    for name, column in columns.items():
        edition = name.split(" ")[0] if check == "contents" else name
        compared[check, edition] = compared.get((check, edition), 0) + len(column.keys)
    for variation in collated(columns):
        readings = tuple(_reading(name, columns[name], span) for name, span in variation.spans.items())
        yield Difference(
            check=check,
            message=_sentence(about or check, variation.dissenting, readings),
            dissenting=tuple(
                dict.fromkeys(name.split(" ")[0] if check == "contents" else name for name in variation.dissenting)
            ),
            readings=readings,
        )


def _reading(name: str, column: Column, span: Span) -> Reading:
    return Reading(
        edition=name,
        words=column.shown(span.first, span.last),
        before=column.shown(span.first - _CONTEXT, span.first),
        behind=column.shown(span.last, span.last + _CONTEXT),
        place=column.place(span.first),
    )


def _sentence(check: str, dissenting: Sequence[str], readings: Sequence[Reading]) -> str:
    """What is wrong in one sentence: who says what, and what the others say."""
    by_words: dict[str, list[str]] = {}
    for reading in sorted(readings, key=lambda each: each.edition not in dissenting):
        by_words.setdefault(reading.words, []).append(reading.edition)
    said = [f"{', '.join(names)} {_quoted(text)}" for text, names in by_words.items()]
    where = readings[0].place.words
    first = next((each for each in readings if each.edition in dissenting), readings[0])
    where = first.place.words
    return f"{where}: {'; '.join(said)}" if where else "; ".join(said)


def _quoted(text: str) -> str:
    if not text:
        return "has nothing"
    return f"has “{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"


_LONGEST = 160


def _authors(witnesses: Mapping[str, Witness], compared: dict[tuple[str, str], int]) -> Iterator[Difference]:
    """Formats with one place for authors have the editors there, or the contributors, or who held the meeting."""
    known = [
        set(witness.facts.get(fact, ()))
        for witness in witnesses.values()
        for fact in ("editors", "contributors", "organisers")
        if witness.facts.get(fact)
    ]
    for name, witness in witnesses.items():
        authors = witness.facts.get("authors")
        if authors and known and not any(set(authors) <= each for each in known):
            strange = [each for each in authors if not any(each in names for names in known)]
            message = (
                f"{name}: its authors {', '.join(strange or authors)} are neither editors nor contributors "
                "nor organisers in any edition"
            )
            place = Place("metadata: authors")
            reading = Reading(edition=name, words="; ".join(strange or authors), before="", behind="", place=place)
            yield Difference(check="people and metadata", message=message, dissenting=(name,), readings=(reading,))
