"""A fault, and what a report of it must say."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from procpub.verify import Difference, Verification
from tests.verify.faults.volume import Editions

Fault = Callable[[bytes], bytes]
"""Does one fault to an edition. One that changes nothing raises `AssertionError`."""

_MOST, _SHOWN = 8, 300
"""So many differences are shown where one is missed, and so many characters of each."""

Names = tuple[str, ...] | Callable[[], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fault in one edition.

    `checks` are those of which one has to report it, and `names` are the words that this report has to name together:
    what is wrong, and where. Where only the editions of two formats speak of something, neither can be called the wrong
    one: then the case is not `alone`.
    """

    sentence: str
    kind: str
    edition: str
    fault: Fault
    checks: frozenset[str]
    names: Names
    alone: bool = True

    def done_to(self, editions: Editions) -> Editions:
        """The editions, one of them with the fault."""
        before = editions[self.edition]
        after = self.fault(before)
        assert after != before, f"{self.sentence}: the fault changes nothing"
        return {**editions, self.edition: after}

    def expected_names(self) -> tuple[str, ...]:
        """The words that the report has to name; some are known only when the volume is made."""
        return self.names if isinstance(self.names, tuple) else self.names()

    def reports(self, verification: Verification) -> list[Difference]:
        """The differences that report the fault, wherever they say that it is."""
        return [
            each for each in verification.differences if each.check in self.checks and self.edition in each.dissenting
        ]

    def is_placed(self, verification: Verification) -> bool:
        """Whether a report names what is wrong and where."""
        said = [_said(each, self.edition) for each in self.reports(verification)]
        return any(all(_names(text, name) for name in self.expected_names()) for text in said)

    def accused(self, verification: Verification) -> list[Difference]:
        """The differences that call an edition wrong which is not, or, with three to one, do not say which one is."""
        if not self.alone:
            return []
        return [
            each
            for each in verification.differences
            if each.dissenting != (self.edition,) and not (len(each.readings) == 2 and self.edition in each.dissenting)
        ]

    def complaint(self, verification: Verification) -> str:
        """What is wrong with the report; nothing if all is well."""
        found = "\n".join(
            f"  {each.check}: {each.message[:_SHOWN]} {each.dissenting}" for each in verification.differences[:_MOST]
        )
        if not self.reports(verification):
            return f"no check of {sorted(self.checks)} reports it; reported is\n{found}"
        if not self.is_placed(verification):
            return f"no report of it names {self.expected_names()}; reported is\n{found}"
        if self.accused(verification):
            return f"editions without a fault are called wrong:\n{found}"
        return ""


def _said(difference: Difference, edition: str) -> str:
    """What a difference says about the faulty edition: the sentence, its reading, the place.

    An edition with several lists of contents has a reading for each: those that say what most say are not the faulty.
    """
    (most, count), *_ = Counter(each.words for each in difference.readings).most_common(1) or [("", 0)]
    readings = [each for each in difference.readings if each.edition.split(" ")[0] == edition]
    own = (
        f"{each.before} {each.words} {each.behind} | {each.place.words}"
        for each in readings
        if each.words != most or count * 2 <= len(difference.readings) or len(readings) == 1
    )
    return " | ".join((difference.message, *own))


def _names(text: str, name: str) -> bool:
    """Whether a text has a name, and not as a part of a longer word or number."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", text) is not None
