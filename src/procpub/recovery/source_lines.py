"""The printed lines behind a paragraph: what passes need that look at indents and line ends."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from procpub.diagnostics import Span
from procpub.interfaces import Line

WRAPPED_SHARE = 0.3
"""A source is hard-wrapped where at least this share of its lines is followed by another without a blank between."""

WIDEST = 120
"""Columns; longer lines are nobody's hard wrap."""


@dataclass(frozen=True)
class SourceLines:
    """The lines of a source, furniture emptied, in order."""

    lines: tuple[Line, ...]

    def within(self, span: Span | None) -> tuple[Line, ...]:
        """The printed lines of a span, blank ones left out; none if it is not known."""
        if span is None:
            return ()
        return tuple(line for number in range(span.first, span.last + 1) for line in self._by_number.get(number, ()))

    @cached_property
    def _by_number(self) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            if line.text:
                found.setdefault(line.number, []).append(line)
        return found

    def stands_apart(self, span: Span | None) -> bool:
        """Whether blank lines, or the ends of the source, are before and after a span. Where each paragraph is a line,
        they all stand apart.
        """
        if span is None or not self.measure:
            return True
        first, last = self._places.get(span.first), self._places.get(span.last)
        if first is None or last is None:
            return False
        before = first == 0 or not self.lines[first - 1].text
        return before and (last + 1 >= len(self.lines) or not self.lines[last + 1].text)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {line.number: place for place, line in enumerate(self.lines) if line.text}

    @cached_property
    def measure(self) -> int:
        """The width in columns that the text was wrapped to; 0 if it was not."""
        widths = sorted(line.indent + len(line.text) for line in self._printed())
        if not widths:
            return 0
        neighbours = sum(bool(a.text and b.text) for a, b in pairwise(self.lines))
        widest = widths[int(0.95 * (len(widths) - 1))]
        return widest if neighbours >= WRAPPED_SHARE * len(widths) and widest <= WIDEST else 0

    @cached_property
    def margin(self) -> int:
        """The indent of running text, in columns: that of most lines."""
        indents = Counter(line.indent for line in self._printed())
        return indents.most_common(1)[0][0] if indents else 0

    def _printed(self) -> Iterator[Line]:
        return (line for line in self.lines if line.text)


def source_lines(lines: Sequence[Line]) -> SourceLines:
    """The lines as a value that passes can ask."""
    return SourceLines(tuple(lines))
