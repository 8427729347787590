"""Whether editions of one volume say the same: the checks, and what came of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

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
    without_structure,
)
from procpub.verify.own import complaints_of
from procpub.verify.settling import settle
from procpub.verify.source import Departure, SourceLine, fidelity
from procpub.verify.witness import Place, Witness

FACTS = (
    "title", "subtitles", "language", "languages", "date", "identifiers", "contributors", "editors", "organisers",
    "publishers", "description", "subjects", "licence",
)  # fmt: skip
"""What formats have places for in their metadata."""

TEXT = "text"
"""The only check that an edition without structure takes part in."""

CHECKS: Mapping[str, Callable[[Witness], Column | None]] = {
    "title page": title_page_column,
    "imprint": imprint_column,
    TEXT: text_column,
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

SOURCE = "source"
"""The comparison with the text that the editions were made from."""

PEOPLE = "people and metadata"
"""The comparison of what editions say about the volume."""

NAMES = ("contents", *OWN, *CHECKS, PEOPLE, SOURCE)
"""The checks in the order of the report."""

_CONTEXT = 6
"""So many words before and behind a difference are shown."""

_LONGEST = 160
"""Characters of a reading that a sentence quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an edition says at a place: the words, those before and behind, and where."""

    edition: str
    words: str
    before: str
    behind: str
    place: Place
    part: str = ""
    """Which list of the edition says it, if it has several: its contents, its bookmarks."""

    @property
    def who(self) -> str:
        """The edition, and the list."""
        return f"{self.edition} ({self.part})" if self.part else self.edition


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


class _Voice(NamedTuple):
    """Who speaks: an edition, or one of its lists."""

    edition: str
    part: str = ""


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


def verified(witnesses: Mapping[str, Witness], source: Sequence[SourceLine] = ()) -> Verification:
    """The editions compared, by their names, and each with its source, if there is one."""
    settle(witnesses)
    compared: dict[tuple[str, str], int] = {}
    differences: list[Difference] = []
    listings = {
        _Voice(name, listing.name): listing_column(listing)
        for name, witness in witnesses.items()
        for listing in witness.listings
        if listing.entries or listing.name == "contents"
    }
    differences += _compared("contents", listings, compared)
    structured = all(witness.is_structured for witness in witnesses.values())
    for check, column_of in CHECKS.items():
        columns = {
            _Voice(name): column_of(witness) if witness.is_structured or check == TEXT else None
            for name, witness in witnesses.items()
        }
        if check == TEXT and not structured:
            columns = {voice: column and without_structure(column) for voice, column in columns.items()}
        differences += _compared(check, columns, compared)
    for fact in FACTS:
        columns = {_Voice(name): fact_column(fact)(witness) for name, witness in witnesses.items()}
        differences += _compared(PEOPLE, columns, compared, about=fact)
    differences += _authors(witnesses)
    differences += _parallel_titles(witnesses)
    if source:
        differences += _departures(source, witnesses, compared)
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


def _compared(
    check: str, columns: Mapping[_Voice, Column | None], compared: dict[tuple[str, str], int], about: str = ""
) -> Iterator[Difference]:
    """The differences of a check; what was compared is counted. Who does not speak of it (None) is left out."""
    speaking = {voice: column for voice, column in columns.items() if column is not None}
    if len(speaking) < 2:
        return
    for voice, column in speaking.items():
        compared[check, voice.edition] = compared.get((check, voice.edition), 0) + len(column.keys)
    for variation in collated(speaking):
        readings = tuple(_reading(voice, speaking[voice], span) for voice, span in variation.spans.items())
        dissenting = {_Voice(reading.edition, reading.part) for reading in readings} & set(variation.dissenting)
        yield Difference(
            check=check,
            message=_sentence(check, about, dissenting, readings),
            dissenting=tuple(dict.fromkeys(voice.edition for voice in speaking if voice in dissenting)),
            readings=readings,
        )


def _reading(voice: _Voice, column: Column, span: Span) -> Reading:
    return Reading(
        edition=voice.edition,
        part=voice.part,
        words=column.shown(span.first, span.last),
        before=column.shown(span.first - _CONTEXT, span.first),
        behind=column.shown(span.last, span.last + _CONTEXT),
        place=column.place(span.first),
    )


def _sentence(check: str, about: str, dissenting: Set[_Voice], readings: Sequence[Reading]) -> str:
    """What is wrong in one sentence: the place, what those say who stand alone, and what the others say."""
    alone = [each for each in readings if _Voice(each.edition, each.part) in dissenting]
    by_words: dict[str, list[str]] = {}
    for reading in [*alone, *(each for each in readings if each not in alone)]:
        by_words.setdefault(reading.words, []).append(reading.who)
    said = "; ".join(f"{', '.join(names)}: {_quoted(text)}" for text, names in by_words.items())
    where = about or (alone or readings)[0].place.words
    return f"{where}: {said}" if where not in ("", check) else said


def _quoted(text: str) -> str:
    """Words in quotation marks, cut off where they are many."""
    if not text:
        return "nothing"
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"


def _departures(
    source: Sequence[SourceLine], witnesses: Mapping[str, Witness], compared: dict[tuple[str, str], int]
) -> Iterator[Difference]:
    """What the editions have otherwise than the source, though nothing was reported: each once, with all that do."""
    found: dict[tuple[int, str, str], dict[str, Departure]] = {}
    for name, witness in witnesses.items():
        outcome = fidelity(source, witness)
        compared[SOURCE, name] = outcome.words
        for each in outcome.departures:
            found.setdefault((each.line, each.source, each.edition), {})[name] = each
    for (line, words, instead), by_name in sorted(found.items()):
        first = next(iter(by_name.values()))
        yield Difference(
            check=SOURCE,
            message=f"line {line} of the source: {_quoted(words)}; {', '.join(by_name)}: {_quoted(instead)}",
            dissenting=tuple(by_name),
            readings=(
                Reading(
                    edition=SOURCE, words=words, before=first.before, behind=first.behind, place=Place(f"line {line}")
                ),
                *(
                    Reading(edition=name, words=instead, before=each.before, behind=each.behind, place=each.place)
                    for name, each in by_name.items()
                ),
            ),
        )


def _authors(witnesses: Mapping[str, Witness]) -> Iterator[Difference]:
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
            yield Difference(check=PEOPLE, message=message, dissenting=(name,), readings=(reading,))


def _parallel_titles(witnesses: Mapping[str, Witness]) -> Iterator[Difference]:
    """Titles in other languages that no other edition knows: a PDF has room for one a language, others for all."""
    known = {name: each.facts.get("parallel titles") for name, each in witnesses.items()}
    titles = {name: each for name, each in known.items() if each is not None}
    for name, own in titles.items():
        theirs = dict.fromkeys(title for other, each in titles.items() if other != name for title in each)
        strange = [title for title in own if title not in theirs]
        if strange and theirs:
            instead = "; ".join(title for title in theirs if title not in own)
            words = "; ".join(strange)
            reading = Reading(edition=name, words=words, before="", behind="", place=Place("metadata: title"))
            message = f"title: {name}: {_quoted(words)}; others: {_quoted(instead)}"
            yield Difference(check=PEOPLE, message=message, dissenting=(name,), readings=(reading,))
