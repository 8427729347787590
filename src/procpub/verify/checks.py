"""Whether editions of one volume say the same: one check after the other, each by comparing what they say of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from procpub.verify.metadata import FACTS, strange_authors, strange_titles
from procpub.verify.own import complaints_of
from procpub.verify.settling import settle
from procpub.verify.source import Departure, SourceLine, fidelity
from procpub.verify.verification import (
    CONTENTS,
    LINKS,
    NAMES,
    PAGE_NUMBERS,
    PEOPLE,
    RUNNING_HEADS,
    SOURCE,
    TEXT,
    Difference,
    Outcome,
    Reading,
    Verification,
)
from procpub.verify.witness import Place, Witness
from procpub.verify.wording import quoted, sentence

_COLUMNS: Mapping[str, Callable[[Witness], Column | None]] = {
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

_CONTEXT = 6
"""So many words before and behind a difference are shown."""


def verified(witnesses: Mapping[str, Witness], source: Sequence[SourceLine] = ()) -> Verification:
    """The editions compared, by their names, and each with its source, if there is one. Settles the witnesses."""
    settle(witnesses)
    checks = _Checks(witnesses)
    checks.compare_listings()
    checks.compare_columns()
    checks.compare_metadata()
    checks.compare_with(source)
    checks.complain()
    return checks.verification()


class _Voice(NamedTuple):
    """Who speaks: an edition, or one of its lists."""

    edition: str
    part: str = ""


class _Checks:
    """The checks, and what they found so far."""

    def __init__(self, witnesses: Mapping[str, Witness]) -> None:
        self._witnesses = witnesses
        self._differences: list[Difference] = []
        self._compared: dict[tuple[str, str], int] = {}
        """How much was compared, by check and edition."""

    def compare_listings(self) -> None:
        """Contents, bookmarks and navigation, of all editions at once."""
        self._compare(
            CONTENTS,
            {
                _Voice(name, listing.name): listing_column(listing)
                for name, witness in self._witnesses.items()
                for listing in witness.listings
            },
        )

    def compare_columns(self) -> None:
        """What stands in the volume. Of editions without structure there is nothing but words."""
        all_structured = all(witness.is_structured for witness in self._witnesses.values())
        for check, column_of in _COLUMNS.items():
            columns: dict[_Voice, Column | None] = {}
            for name, witness in self._witnesses.items():
                column = column_of(witness) if witness.is_structured or check == TEXT else None
                if column and check == TEXT and not all_structured:
                    column = without_structure(column)
                columns[_Voice(name)] = column
            self._compare(check, columns)

    def compare_metadata(self) -> None:
        """What is said about the volume."""
        for fact in FACTS:
            column_of = fact_column(fact)
            columns = {_Voice(name): column_of(witness) for name, witness in self._witnesses.items()}
            self._compare(PEOPLE, columns, about=fact)
        self._differences += strange_authors(self._witnesses)
        self._differences += strange_titles(self._witnesses)

    def compare_with(self, source: Sequence[SourceLine]) -> None:
        """What editions have otherwise than the source, though nothing was reported: each once, with all that do."""
        if not source:
            return
        found: dict[tuple[int, str, str], dict[str, Departure]] = {}
        for name, witness in self._witnesses.items():
            outcome = fidelity(source, witness)
            self._compared[SOURCE, name] = outcome.words
            for each in outcome.departures:
                found.setdefault((each.line, each.source, each.edition), {})[name] = each
        for key in sorted(found):
            self._differences.append(_departed(found[key]))

    def complain(self) -> None:
        """What is wrong with each edition in itself."""
        for name, witness in self._witnesses.items():
            entries = [entry for listing in witness.listings for entry in listing.entries]
            self._compared[LINKS, name] = len(entries) + sum(link.is_inner for link in witness.links)
            if numbered := [entry for entry in entries if entry.page]:
                self._compared[PAGE_NUMBERS, name] = len(numbered)
            if witness.furniture:
                self._compared[RUNNING_HEADS, name] = len(witness.furniture)
            for each in complaints_of(witness):
                reading = Reading(edition=name, words=each.found, place=each.place)
                self._differences.append(
                    Difference(
                        check=each.check, message=f"{name}: {each.message}", dissenting=(name,), readings=(reading,)
                    )
                )

    def verification(self) -> Verification:
        """All that was found, in the order of the checks."""
        order = {check: index for index, check in enumerate(NAMES)}
        counts: dict[tuple[str, str], int] = {}
        for difference in self._differences:
            for name in difference.dissenting:
                counts[difference.check, name] = counts.get((difference.check, name), 0) + 1
        outcomes = (
            Outcome(
                check=check,
                edition=name,
                compared=self._compared.get((check, name)),
                differences=counts.get((check, name), 0),
            )
            for check in NAMES
            for name in self._witnesses
        )
        return Verification(
            editions=tuple(self._witnesses),
            outcomes=tuple(outcomes),
            differences=tuple(sorted(self._differences, key=lambda each: order[each.check])),
        )

    def _compare(self, check: str, columns: Mapping[_Voice, Column | None], about: str = "") -> None:
        """Compares columns; who does not speak of the matter (None) is left out. `about` is the fact in question."""
        speaking = {voice: column for voice, column in columns.items() if column is not None}
        if len(speaking) < 2:
            return
        for voice, column in speaking.items():
            self._compared[check, voice.edition] = self._compared.get((check, voice.edition), 0) + len(column.keys)
        for variation in collated(speaking):
            readings = {voice: _reading(voice, speaking[voice], span) for voice, span in variation.spans.items()}
            wrong = [readings[voice] for voice in variation.dissenting]
            others = [reading for voice, reading in readings.items() if voice not in variation.dissenting]
            where = about or str(wrong[0].place)
            self._differences.append(
                Difference(
                    check=check,
                    message=sentence("" if where == check else where, wrong, others),
                    dissenting=_editions(wrong),
                    readings=tuple(readings.values()),
                )
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


def _editions(readings: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.edition for reading in readings))


def _departed(by_name: Mapping[str, Departure]) -> Difference:
    """One departure from the source, of all editions that have it."""
    first = next(iter(by_name.values()))
    where = f"line {first.line}" if first.line else "nowhere"
    own = Reading(edition=SOURCE, words=first.source, before=first.before, behind=first.behind, place=Place(where))
    readings = [
        Reading(edition=name, words=each.edition, before=each.before, behind=each.behind, place=each.place)
        for name, each in by_name.items()
    ]
    said = f"{', '.join(by_name)}: {quoted(first.edition)}"
    return Difference(
        check=SOURCE,
        message=f"{where} in the source: {quoted(first.source)}; {said}",
        dissenting=tuple(by_name),
        readings=(own, *readings),
    )
