"""The headings as an editor's corrections have them."""

from collections.abc import Sequence
from dataclasses import replace

from procpub.recovery.body import Body
from procpub.recovery.corrections import Corrections, HeadingLevel
from procpub.recovery.heading import Heading
from procpub.recovery.roles import Place, role_of

_LEVELS = {
    HeadingLevel.PART: Place.PART,
    HeadingLevel.SESSION: Place.SESSION,
    HeadingLevel.CONTRIBUTION: Place.CONTRIBUTION,
}


def corrected_headings(body: Body, headings: Sequence[Heading], corrections: Corrections) -> list[Heading]:
    """The headings as an editor wants them: a line made a heading, of another level, or none."""
    if not corrections.headings:
        return list(headings)
    by_index = {heading.index: _cut(heading, body, corrections) for heading in headings}
    for index, passage in enumerate(body.passages):
        level = corrections.headings.get(passage.span.first)
        if level is None:
            continue
        place = _LEVELS.get(level)
        known = by_index.pop(index, None)
        if known and _is_of(known, level):
            by_index[index] = replace(known, forced=True)
        elif place:
            label = known.label if known else body.labels.get(index)
            end = known.end if known else index + (0 if label and not label.alone else 1)
            entry = known.entry if known else None
            by_index[index] = Heading(index, end, place, entry=entry, label=label, forced=True)
        elif level is HeadingLevel.MATTER:
            role = role_of(passage.text, body.language)
            kind = role.kind if role else ""
            by_index[index] = Heading(index, index + 1, Place.FRONT, kind, forced=True)
    ordered = [by_index[index] for index in sorted(by_index)]
    return [_sided(ordered, i) for i in range(len(ordered))]


def _is_of(heading: Heading, level: HeadingLevel) -> bool:
    """Whether a correction only confirms what a heading was taken for."""
    match heading.place:
        case Place.FRONT | Place.BACK:
            return level is HeadingLevel.MATTER
        case Place.DAY:
            return level is HeadingLevel.SESSION
    return heading.place is _LEVELS.get(level)


def _cut(heading: Heading, body: Body, corrections: Corrections) -> Heading:
    """The heading up to the first line in it that an editor says something about."""
    inner = (i for i in range(heading.index + 1, heading.end) if body.passages[i].span.first in corrections.headings)
    return replace(heading, end=next(inner, heading.end))


def _sided(headings: Sequence[Heading], index: int) -> Heading:
    """Matter that an editor asked for is back matter where no contribution follows."""
    heading = headings[index]
    if not heading.forced or heading.place is not Place.FRONT:
        return heading
    follows = any(each.place is Place.CONTRIBUTION for each in headings[index + 1 :])
    return heading if follows else replace(heading, place=Place.BACK)
