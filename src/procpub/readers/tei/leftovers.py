"""What of somebody else's TEI the model has no place for: every case is reported, by element and line."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from procpub.diagnostics import Code, Report, Span
from procpub.readers.tei.xml import Element

MOST_REPORTED = {Code.LEFT_OUT: 10_000, Code.MARKUP_LOST: 10, Code.SUPPLIED: 100, Code.NAME_DISAGREES: 100}
"""Cases of one kind that are reported one by one; the others are counted. What is left out stands nowhere else."""

LONGEST = 2_000
"""Characters of a text that a message quotes."""


@dataclass(slots=True)
class Leftovers:
    """Collects the cases, and reports them in the order of the lines."""

    _cases: dict[tuple[Code, str], list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """The line and the message of the first of each kind, by code and what it is about, and the line of the next."""
    _counts: Counter[tuple[Code, str]] = field(default_factory=Counter)

    def markup(self, element: Element) -> None:
        """The element's text stands in the document, but not what the element says about it."""
        self._add(Code.MARKUP_LOST, element, f"<{element.name}>", "is not carried over; its text stands without it")

    def attribute(self, element: Element, name: str) -> None:
        """The element is understood, but not this attribute."""
        self._add(Code.MARKUP_LOST, element, f"@{name} of <{element.name}>", "is not carried over")

    def left_out(self, element: Element, why: str = "") -> None:
        """The element is not in the document, for the reason given; what it says is quoted."""
        text = element.words
        element.take()
        reason = f" ({why})" if why else ""
        self._add(Code.LEFT_OUT, element, f"<{element.name}>", f"is left out{_quoted(text)}{reason}")

    def stray(self, element: Element) -> None:
        """The element is understood, but there is no place in it for the words that stand directly inside."""
        words = " ".join(child.strip() for child in element.children if isinstance(child, str) and child.strip())
        self._add(Code.LEFT_OUT, element, f"what stands directly in <{element.name}>", f"is left out{_quoted(words)}")

    def name(self, element: Element, name: str) -> None:
        """A name is not the one that the person has whom it points to."""
        subject = f"<{element.name}>"
        self._add(Code.NAME_DISAGREES, element, subject, f"says “{element.text}”, but the person is called “{name}”")

    def unused(self, header: Element, what: str, words: str) -> None:
        """A fact that the model has a place for, but not for a work in a volume."""
        self._add(Code.LEFT_OUT, header, f"the {what} of a work", f"is left out{_quoted(words)}")

    def supplied(self, element: Element, what: str, why: str) -> None:
        """The document lacked something that the model demands."""
        self._add(Code.SUPPLIED, element, what, f"was supplied: {why}")

    def _add(self, code: Code, element: Element, subject: str, predicate: str) -> None:
        kind = code, subject
        self._counts[kind] += 1
        if self._counts[kind] <= MOST_REPORTED[code] + 1:
            self._cases[kind].append((element.line, f"{subject} {predicate}"))

    def report(self, report: Report) -> None:
        """Reports all: of one kind, the first one by one and the others together."""
        told: list[tuple[int, Code, str]] = []
        for (code, subject), cases in self._cases.items():
            most = MOST_REPORTED[code]
            told += [(line, code, message) for line, message in cases[:most]]
            more = self._counts[code, subject] - most
            if more > 0:
                told.append((cases[-1][0], code, f"{subject}: {more} more such cases from here on"))
        for line, code, message in sorted(told, key=lambda case: case[0]):
            report.add(code, message, Span(line, line))


def _quoted(words: str) -> str:
    """The words as the end of a sentence; empty if there are none."""
    return f": “{words[:LONGEST]}{'…' if len(words) > LONGEST else ''}”" if words else ""
