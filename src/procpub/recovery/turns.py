"""Passages to blocks: what is said under a speaker's label becomes a turn, what happens meanwhile an event."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from procpub.diagnostics import Code, Report, Span, spanning
from procpub.model.nodes import Block, Blocks, Event, Paragraph, Text, Turn
from procpub.recovery.events import is_event
from procpub.recovery.labels import Found
from procpub.recovery.paragraphs import Passage


def blocks_of(
    passages: Sequence[Passage],
    labels: Mapping[int, Found],
    begin: int,
    end: int,
    identify: Callable[[Found, Span], str],
    report: Report,
) -> Blocks:
    """The passages from `begin` to `end` as blocks. `identify` gives the id of the person that a label names, empty if
    it names none.
    """
    out: list[Block] = []
    debate = bool(labels)
    places = [index for index in labels if begin <= index < end and not labels[index].reported]
    first = places[0] if places else end
    out += _plain(passages[begin:first], report, debate=debate)
    for place, after in pairwise([*places, end]):
        found, passage = labels[place], passages[place]
        inner: list[Block] = []
        rest = passage.text[found.end :].strip()
        if rest:
            inner.append(Paragraph(children=(Text(text=rest),), span=passage.span))
        inner += _plain(passages[place + 1 : after], report, debate=debate)
        who = identify(found, passage.span) or None
        span = spanning((passage.span, *(block.span for block in inner)))
        out.append(Turn(label=(Text(text=found.text),), who=who, blocks=tuple(inner), span=span))
    return tuple(out)


def _plain(passages: Sequence[Passage], report: Report, *, debate: bool) -> list[Block]:
    blocks: list[Block] = []
    for passage in passages:
        if is_event(passage.text, debate=debate):
            report.add(Code.EVENT, f"“{passage.text[:60]}” is an event", passage.span)
            blocks.append(Event(children=(Text(text=passage.text),), span=passage.span))
        else:
            blocks.append(passage.paragraph)
    return blocks
