"""What of somebody else's TEI the model has no place for: every case is reported, by element and line."""

from collections import defaultdict
from dataclasses import dataclass, field

from procpub.diagnostics import Code, Report, Span
from procpub.readers.tei.xml import Element

MOST_REPORTED = 10
"""Cases of one kind that are reported one by one; the others are counted."""

LONGEST = 60
"""Characters of a text that a message quotes."""


@dataclass(slots=True)
class Leftovers:
    """Collects the cases, and reports them in the order of the lines."""

    _cases: dict[tuple[Code, str], list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """The line and the message of each, by code and what it is about."""

    def markup(self, element: Element) -> None:
        """The element's text stands in the document, but not what the element says about it."""
        self._add(Code.MARKUP_LOST, element, f"<{element.name}>", "is not carried over; its text stands without it")

    def attribute(self, element: Element, name: str) -> None:
        """The element is understood, but not this attribute."""
        self._add(Code.MARKUP_LOST, element, f"@{name} of <{element.name}>", "is not carried over")

    def left_out(self, element: Element, why: str = "") -> None:
        """The element is not in the document, for the reason given; what it says is quoted."""
        text = element.text
        quoted = f": “{text[:LONGEST]}{'…' if len(text) > LONGEST else ''}”" if text else ""
        reason = f"{quoted} ({why})" if why else quoted
        self._add(Code.LEFT_OUT, element, f"<{element.name}>", f"is left out{reason}")

    def unused(self, header: Element, what: str, words: str) -> None:
        """A fact that the model has a place for, but not for a work in a volume."""
        quoted = words[:LONGEST] + ("…" if len(words) > LONGEST else "")
        self._add(Code.LEFT_OUT, header, f"the {what} of a work", f"is left out: “{quoted}”")

    def supplied(self, element: Element, what: str, why: str) -> None:
        """The document lacked something that the model demands."""
        self._add(Code.SUPPLIED, element, what, f"was supplied: {why}")

    def _add(self, code: Code, element: Element, subject: str, predicate: str) -> None:
        self._cases[code, subject].append((element.line, f"{subject} {predicate}"))

    def report(self, report: Report) -> None:
        """Reports all: of one kind, the first one by one and the others together."""
        told = [
            (line, code, message) for (code, _), cases in self._cases.items() for line, message in cases[:MOST_REPORTED]
        ]
        told += [
            (cases[MOST_REPORTED][0], code, f"{subject}: {len(cases) - MOST_REPORTED} more such cases from here on")
            for (code, subject), cases in self._cases.items()
            if len(cases) > MOST_REPORTED
        ]
        for line, code, message in sorted(told, key=lambda case: case[0]):
            report.add(code, message, Span(line, line))
