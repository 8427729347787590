"""Where pieces begin. The printed contents are aligned with the body; what they leave out, or all where there are none,
is found by the document's own conventions.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from procpub.diagnostics import Code, Report, spanning
from procpub.recovery.alignment import CLOSE, align, heading_key, likeness
from procpub.recovery.body import Body
from procpub.recovery.conventions import conventional
from procpub.recovery.corrected_headings import corrected_headings
from procpub.recovery.corrections import Corrections
from procpub.recovery.events import is_bracketed
from procpub.recovery.features import is_capitals, ordinal
from procpub.recovery.heading import Heading, looks_like_heading, stands_alone
from procpub.recovery.labels import Found
from procpub.recovery.lexicon import DISCUSSIONS
from procpub.recovery.names import label_speaker, name_likelihood
from procpub.recovery.printed_contents import FoundContents
from procpub.recovery.roles import GROUPS, Place, role_of
from procpub.recovery.signed import BY, is_about_people

WIDEST = 3
"""Passages that one heading may be printed over."""

FARTHEST = 4
"""Blank lines between the number of a piece and its title."""

SPEECH_WEIGHT = 6.0
"""What speaks for the place where a long speech begins, in points of likeness, beside other labels of the speaker."""

SAME_WORDS = 90.0
"""Likeness, from 0 to 100, of the words of an entry and a heading that stand in another order."""

MOST_COMPARED = 200_000
"""Pairs; there is no looking for lost entries beyond."""

QUOTES = "\"'“‘„«»("

EVIDENT = 0.9
"""How likely a name is that has a title or initials."""

LONGEST_HEADING = 160
"""Characters in a heading, however short the contents are."""

APART_WEIGHT = 2.0
"""What speaks for a line that stands apart."""


def find_headings(
    body: Body, contents: FoundContents | None, corrections: Corrections, report: Report
) -> tuple[Heading, ...]:
    """The headings of contributions, groups and matter, in order. Every disagreement with the printed contents is
    reported, and so is the confidence in each heading.
    """
    listed = _listed(body, contents, report) if contents else []
    promised = sum(place is Place.CONTRIBUTION for place, _ in _entry_places(body, contents)) if contents else 0
    found = conventional(body, listed, promised)
    if contents:
        _report_unlisted(body, [each for each in found if each.place is Place.CONTRIBUTION], report)
    headings = _placed(_without_overlap([*listed, *found]))
    headings = corrected_headings(body, headings, corrections)
    whole = _with_members(headings)
    for heading in whole:
        _report_heading(body, heading, report)
    return whole


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    end: int
    text: str
    weight: float
    label: Found | None = field(default=None, compare=False)


def _listed(body: Body, contents: FoundContents, report: Report) -> list[Heading]:
    """The headings of the contents' entries. Entries of sections are left to the pass that finds sections."""
    entries = contents.contents.entries
    longest = max(LONGEST_HEADING, 1.6 * max(len(entry.label) for entry in entries) + 10)
    candidates = _candidates(body, longest)
    variants = [(entry.label, *contents.variants[i]) for i, entry in enumerate(entries)]
    pairs = dict(align(variants, [each.text for each in candidates], [each.weight for each in candidates]))
    pairs |= _out_of_order(variants, candidates, pairs)
    places = _entry_places(body, contents)
    headings: list[Heading] = []
    for i, entry in enumerate(entries):
        place, kind = places[i]
        if i not in pairs:
            if place is not None and (entry.page or not _is_group_like(entry.label, body.language)):
                message = f"the contents promise “{entry.label}”, but the text has no such heading"
                report.add(Code.CONTENTS_ENTRY_NOT_FOUND, message, entry.span)
            continue
        found = candidates[pairs[i]]
        if place is None:
            continue
        passage = body.passages[found.index]
        printed = found.label.bare if found.label else found.text
        if all(_differ(variant, printed) for variant in variants[i]):
            message = f"the contents say “{entry.label}”, the heading on line {passage.span.first} says “{printed}”"
            report.add(Code.CONTENTS_DISAGREE, message, entry.span, hint="the heading is used in every edition")
        score = _likeness(variants[i], printed)
        begin, end = _whole_heading(body, found, variants[i])
        named = end < found.end and _is_author(body, begin, variants[i])
        headings.append(
            Heading(begin, end, place, kind, entry=i, confidence=score / 100, label=found.label, named=named)
        )
    return _topics_grouped(headings, [entry.label for entry in entries], body.language)


def _whole_heading(body: Body, found: _Candidate, variants: Sequence[str]) -> tuple[int, int]:
    """The passages of a heading: with the number on the line above ("LECTURE II."), without the authors below, unless
    what seem to be authors is the end of the title as the contents have it.
    """
    begin, end = found.index, found.end
    if found.label:
        return begin, end
    cut = next((place for place in range(begin + 1, end) if is_about_people(body, place)), end)
    if end - begin > 1 and cut == end and _is_author(body, begin, variants):
        return begin, begin + 1
    if cut < end:
        title = " ".join(passage.text for passage in body.passages[begin:cut])
        part, whole = _likeness(variants, title), _likeness(variants, found.text)
        below = body.passages[cut].text
        evident = BY.match(below) or (name_likelihood(below, body.language) >= EVIDENT and part >= CLOSE)
        if part >= whole or evident:
            end = cut
    if begin and body.passages[begin].gap <= FARTHEST and _is_number_line(body.passages[begin - 1].text):
        begin -= 1
    return begin, end


def _is_author(body: Body, index: int, variants: Sequence[str]) -> bool:
    """Whether the first line of a heading names the author, whom the contents have before the title too."""
    name = body.passages[index].text
    return name_likelihood(name, body.language) > 0.5 and heading_key(variants[0]).startswith(heading_key(name))


def _likeness(variants: Sequence[str], text: str) -> float:
    key = heading_key(text)
    return max(likeness(heading_key(variant), key) for variant in variants)


def _is_number_line(text: str) -> bool:
    """Whether a line is nothing but the number of what follows: "LECTURE II.", "Paper 3", "IV."."""
    return len(text.split()) <= 2 and ordinal(text)[1] > 0 and looks_like_heading(text.rstrip("."))


def _topics_grouped(headings: list[Heading], labels: Sequence[str], language: str) -> list[Heading]:
    """In a debate, where the entries are speakers, other entries are what they speak about: sessions of their own.
    An entry that names a speaker is one even if the label in the text is misread.
    """
    main = [each for each in headings if each.place is Place.CONTRIBUTION]
    spoken = sum(each.label is not None for each in main)
    if 2 * spoken <= len(main):
        return headings
    grouped: list[Heading] = []
    for each in headings:
        if each.place is Place.CONTRIBUTION and each.label is None and not _names_speaker(labels, each, language):
            if grouped and grouped[-1].place is Place.SESSION and grouped[-1].end == each.index:
                grouped[-1] = replace(grouped[-1], end=each.end)  # one topic, printed over several paragraphs
                continue
            each = replace(each, place=Place.SESSION)
        grouped.append(each)
    return grouped


def _candidates(body: Body, longest: float) -> list[_Candidate]:
    """Short passages, and up to three together, by which an entry's heading can be printed; in order."""
    speeches = set(body.speeches)
    candidates: list[_Candidate] = []
    for index, passage in enumerate(body.passages):
        if index in body.labels:
            if index in speeches:
                label = body.labels[index]
                candidates.append(
                    _Candidate(index, index + (1 if label.alone else 0), label.bare, SPEECH_WEIGHT, label)
                )
            continue
        if len(passage.text) > longest or is_bracketed(passage.text) or passage.text.lstrip(QUOTES)[:1].islower():
            continue
        weight = APART_WEIGHT if stands_alone(body.passages, index, wrapped=body.wrapped) else 0.0
        text = passage.text
        candidates.append(_Candidate(index, index + 1, text, weight))
        for end in range(index + 1, min(index + WIDEST, len(body.passages))):
            after = body.passages[end]
            text = f"{text} {after.text}"
            if end in body.labels or after.gap > 3 or len(text) > longest or is_bracketed(after.text):
                break
            block = (passage.gap > 0 or not index) and (
                end + 1 >= len(body.passages) or body.passages[end + 1].gap > 0 or not body.wrapped
            )
            candidates.append(_Candidate(index, end + 1, text, (APART_WEIGHT if block else 0.0) - 1))
    return candidates


def _names_speaker(labels: Sequence[str], heading: Heading, language: str) -> bool:
    if heading.entry is None or ordinal(labels[heading.entry])[1]:
        return False
    name = re.split(r"[,(\[]", labels[heading.entry])[0]  # a misread party or office does not hide the name
    return label_speaker(labels[heading.entry], language) is not None or name_likelihood(name, language) > 0.5


def _out_of_order(
    variants: Sequence[Sequence[str]], candidates: Sequence[_Candidate], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Entries that are not where their order says: contents by the alphabet or by kinds, with surnames first. The
    heading has all their words, in whatever order, and stands apart.
    """
    missing = [i for i in range(len(variants)) if i not in pairs]
    if not missing or len(missing) * len(candidates) > MOST_COMPARED:
        return {}
    taken = {index for j in pairs.values() for index in range(candidates[j].index, candidates[j].end)}
    free = [
        j
        for j, each in enumerate(candidates)
        if each.weight >= APART_WEIGHT - 1 and each.index not in taken and (each.label or looks_like_heading(each.text))
    ]
    keys = {j: heading_key(candidates[j].text) for j in free}
    found: dict[int, int] = {}
    for i in missing:
        key = heading_key(variants[i][0])
        if len(key.split()) < 3:
            continue
        best = max(free, key=lambda j: fuzz.token_set_ratio(key, keys[j]), default=None)
        if best is not None and fuzz.token_set_ratio(key, keys[best]) >= SAME_WORDS and len(keys[best].split()) > 2:
            found[i] = best
            free.remove(best)
    return found


def _entry_places(body: Body, contents: FoundContents) -> list[tuple[Place | None, str]]:
    """What each entry stands for; None for sections inside a piece."""
    entries = contents.contents.entries
    places: list[tuple[Place | None, str]] = []
    above: list[tuple[int, bool]] = []  # levels of the entries above, and whether each is a group
    back = ""  # the kind of back matter that an entry without a folio has announced for those below it
    for i, entry in enumerate(entries):
        following = entries[i + 1] if i + 1 < len(entries) else None
        while above and above[-1][0] >= entry.level:
            above.pop()
        role = role_of(f"{entry.number} {entry.label}".strip(), body.language) or role_of(entry.label, body.language)
        opens = following is not None and following.level > entry.level and not entry.page
        group = opens or (role is not None and role.place in GROUPS)
        kind = role.kind if role else ""
        if role and role.place in (*GROUPS, Place.FRONT, Place.BACK):
            place: Place | None = role.place
            back = kind if role.place is Place.BACK and not entry.page else ""
        elif back:
            place, kind = Place.BACK, back
        elif entry.label.casefold().strip(" .:") in DISCUSSIONS:
            place = None  # it belongs to the paper that is discussed
        elif opens:
            place = Place.SESSION
        elif above and not above[-1][1] and "." in entry.number.strip("."):
            place = None
        else:
            place = Place.CONTRIBUTION
        places.append((place, kind))
        above.append((entry.level, group))
    return places


def _is_group_like(label: str, language: str) -> bool:
    """Whether an entry without a folio may be a caption of the contents page only."""
    role = role_of(label, language)
    return label.endswith(":") or (role is not None and role.place in GROUPS) or is_capitals(label)


def _differ(label: str, heading: str) -> bool:
    """Capitals aside: headings in capitals are a convention, not a disagreement."""
    return label.casefold().rstrip(".: ") != heading.casefold().rstrip(".: ")


def _report_unlisted(body: Body, headings: Sequence[Heading], report: Report) -> None:
    for heading in headings:
        passage = body.passages[heading.index]
        text = heading.label.bare if heading.label else passage.text
        report.add(Code.HEADING_NOT_IN_CONTENTS, f"“{text}” is not in the contents", passage.span)


def _without_overlap(headings: Sequence[Heading]) -> list[Heading]:
    """In order, each passage in one heading at most; the first named wins."""
    taken: set[int] = set()
    kept: list[Heading] = []
    for heading in headings:
        own = set(range(heading.index, max(heading.end, heading.index + 1)))
        if taken.isdisjoint(own):
            kept.append(heading)
            taken |= own
    return sorted(kept, key=lambda heading: heading.index)


def _placed(headings: Sequence[Heading]) -> list[Heading]:
    """Front matter stands before the first contribution, back matter behind the last; elsewhere the words that tell it
    tell nothing: an entry is a contribution there, other lines are none of our business.
    """
    main = [i for i, each in enumerate(headings) if each.place is Place.CONTRIBUTION]
    first, last = (main[0], main[-1]) if main else (len(headings), -1)
    groups = [i for i, each in enumerate(headings) if each.place in GROUPS]
    opening = min(first, groups[0]) if groups and groups[0] < first else first
    placed = []
    for i, heading in enumerate(headings):
        front, back = heading.place is Place.FRONT, heading.place is Place.BACK
        if (front and i > opening) or (back and i < last):
            if heading.entry is None:
                continue
            placed.append(replace(heading, place=Place.CONTRIBUTION, kind=""))
        else:
            placed.append(heading)
    return placed


def _with_members(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Groups that hold no contribution are contributions themselves if they were promised, and no headings if not."""
    kept: list[Heading] = []
    for i, heading in enumerate(headings):
        if heading.place in GROUPS and not _holds(headings, i):
            if heading.entry is None and not heading.forced:
                continue
            heading = replace(heading, place=Place.CONTRIBUTION)
        kept.append(heading)
    return tuple(kept)


def _holds(headings: Sequence[Heading], index: int) -> bool:
    rank = GROUPS.index(headings[index].place)
    for heading in headings[index + 1 :]:
        if heading.place is Place.CONTRIBUTION:
            return True
        if heading.place not in GROUPS or GROUPS.index(heading.place) <= rank:
            return False
    return False


def _report_heading(body: Body, heading: Heading, report: Report) -> None:
    parts = body.passages[heading.index : max(heading.end, heading.index + 1)]
    text = heading.label.bare if heading.label else " ".join(part.text for part in parts)
    if heading.place is Place.CONTRIBUTION:
        code, what = Code.CONTRIBUTION, "a contribution"
    elif heading.place in GROUPS:
        code, what = Code.GROUP, f"a {heading.place}"
    else:
        code, what = Code.MATTER, f"{heading.place} matter ({heading.kind})"
    span = spanning(part.span for part in parts) if not heading.label else parts[0].span
    report.add(code, f"“{text[:100]}” begins {what}", span, confidence=heading.confidence)
