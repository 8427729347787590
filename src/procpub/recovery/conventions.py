"""The document's own conventions: how it prints the headings of its pieces where no contents tell.

Families of headings are looked for, the most telling first; the first that comes more than once is the document's own,
and holds for all of it. A missed heading is better than a false one.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from procpub.recovery.alignment import heading_key
from procpub.recovery.attribution import announces_speaker
from procpub.recovery.body import Body
from procpub.recovery.dates import find_date
from procpub.recovery.features import is_capitals, ordinal
from procpub.recovery.heading import LONGEST, Heading, looks_like_heading
from procpub.recovery.heading_lines import GUESSED, LEAST_TEXT, LIKELY, SURE, heading_lines, text_follows
from procpub.recovery.roles import GROUPS, Place, Role, role_of
from procpub.recovery.shapes import can_be_heading, title_case
from procpub.recovery.signed import BY, is_byline, is_name, names_alone, papers_of, signed_by_name

FEWEST = 2
"""Headings that make a family."""

READ_ALOUD = 80
"""Words of a paper, at least, before its discussion."""


def conventional(body: Body, listed: Sequence[Heading], promised: int) -> list[Heading]:
    """The headings that the contents do not list: those in the form of the ones that they list, or, without contents,
    those of the document's own family; and groups and matter, known by their words. Contents of which less than half of
    the contributions `promised` are in the text testify to little.
    """
    main = [each for each in listed if each.place is Place.CONTRIBUTION]
    named = list(_by_words(body))
    if main and 2 * len(main) >= promised:
        spoken = sum(each.label is not None for each in main)
        extra = speeches(body) if 2 * spoken > len(main) else announced(body, [each.index for each in main])
        known = {index for each in listed for index in range(each.index, each.end + 1)}
        signed = sum(is_byline(body, each.end) for each in main)
        if 2 * signed > len(main):
            extra += papers_of(body, known)
        own = [each for each in extra if each.index not in known]
        return [*own, *_beyond(named, listed, spoken=2 * spoken > len(main))]
    return [*_family(body, {each.index for each in named}), *named]


def _beyond(named: Sequence[Heading], listed: Sequence[Heading], *, spoken: bool) -> list[Heading]:
    """Of groups and matter that the contents do not list, those that an incomplete list may leave out: groups if it
    lists none, matter outside the contributions that it lists.
    """
    groups = any(each.place in GROUPS for each in listed)
    first, last = min(each.index for each in listed), max(each.index for each in listed)
    return [
        each
        for each in named
        if (each.place in GROUPS and not groups and not spoken)
        or (each.place is Place.BACK and each.index > last)
        or (each.place is Place.FRONT and each.index < first)
    ]


def _family(body: Body, taken: set[int]) -> list[Heading]:
    """The contributions of a document without contents."""
    found, spoken = announced(body, []), speeches(body)
    papers = list(papers_of(body, taken))
    if len(found) >= FEWEST:
        own = {each.index for each in found}
        signed = [each for each in papers if each.index not in own and BY.match(body.passages[each.end].text)]
        return [*found, *signed, *_others(body, [*found, *signed], taken)]
    if _is_debate(body):
        # Names and titles between speeches are hardly headings, unless there are many.
        fewest = max(FEWEST, len(spoken) // 3)
        families: tuple[Callable[[Body, set[int]], Iterator[Heading]], ...] = (_counted,)
    else:
        fewest, families = FEWEST, (_counted, names_alone)
        signed = list(signed_by_name(body, taken))
        if len(signed) > len(papers) and len(signed) >= FEWEST:
            known = {each.index for each in signed}
            return [*signed, *(each for each in names_alone(body, taken) if each.index not in known), *found]
    if len(papers) >= fewest:
        return [*papers, *found, *_others(body, papers, taken)]
    for family in families:
        members = list(family(body, taken))
        if len(members) >= FEWEST:
            return [*members, *found]
    read = list(_read_papers(body, taken)) if _is_debate(body) else []
    if len(read) >= FEWEST:
        return [*read, *found, *papers]
    if len(spoken) >= FEWEST:
        return [*spoken, *found, *_topics(body, spoken, taken)]
    for family in (_capitals, _titles):
        members = list(family(body, taken))
        if len(members) >= FEWEST:
            return [*members, *found]
    return [*found, *papers, *spoken]


def _is_debate(body: Body) -> bool:
    """Whether most of the text stands under speakers' labels."""
    if not body.labels or len(body.speeches) < FEWEST:
        return False
    first = min(body.labels)
    return sum(len(each.text) for each in body.passages[:first]) < sum(len(each.text) for each in body.passages[first:])


def announced(body: Body, known: Sequence[int]) -> list[Heading]:
    """Lines that announce a speaker as the known headings do; as any volume does, if none is known."""
    texts = [passage.text for passage in body.passages]
    usual = {_opening(texts[index]) for index in known}
    longest = 2 * max((len(texts[index]) for index in known), default=LONGEST)
    found = []
    for index, text in enumerate(texts):
        if len(text) > longest or index in body.labels or not _can_announce(text.rstrip(":")):
            continue
        if (not known or _opening(text) in usual) and announces_speaker(text):
            end = index + 2 if _goes_on(body, index) else index + 1
            found.append(Heading(index, end, Place.CONTRIBUTION, confidence=SURE))
    return found


def _goes_on(body: Body, index: int) -> bool:
    """Whether the title of the talk stands on the line below an announcement that ends with a colon."""
    if not body.passages[index].text.endswith(":") or index + 2 >= len(body.passages):
        return False
    below = body.passages[index + 1]
    return index + 1 not in body.labels and below.gap <= 1 and can_be_heading(below.text.rstrip("."), longest=200)


def speeches(body: Body) -> list[Heading]:
    """Where somebody takes the floor."""
    found = []
    for index in body.speeches:
        label = body.labels[index]
        end = index + (1 if label.alone else 0)
        found.append(Heading(index, end, Place.CONTRIBUTION, confidence=LIKELY, label=label))
    return found


def _opening(text: str) -> str:
    return " ".join(heading_key(text).split()[:2])


def _can_announce(text: str) -> bool:
    bare = text.rstrip(".,)")  # what announces a speaker is no sentence, stop or not
    return can_be_heading(bare, longest=LONGEST) and (title_case(text) > 0.5 or is_capitals(text))


def _counted(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Headings that count up behind the same word: "LECTURE I.", "Paper 2". The title may stand on the next line."""
    places: dict[str, list[tuple[int, int]]] = {}
    for index in heading_lines(body, taken):
        word, number = ordinal(body.passages[index].text)
        if word and number and role_of(body.passages[index].text, body.language) is None:
            places.setdefault(word, []).append((number, index))
    for found in places.values():
        numbers = [number for number, _ in found]
        ascending = sum(b == a + 1 for a, b in pairwise(numbers))
        if len(found) >= FEWEST and ascending >= 0.7 * (len(found) - 1) and numbers[0] <= 2:
            for _, index in found:
                yield Heading(index, _title_end(body, index), Place.CONTRIBUTION, confidence=LIKELY)


def _title_end(body: Body, index: int) -> int:
    """Where a heading ends that goes on with a title on the next lines."""
    text = body.passages[index].text
    end = index + 1
    if len(text.split()) > 3:
        return end
    while end < min(index + 3, len(body.passages) - 1):
        after = body.passages[end]
        if after.gap > 3 or end in body.labels or not looks_like_heading(after.text) or is_byline(body, end):
            break
        end += 1
    return end


def _capitals(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Lines in capitals with text under them."""
    for index in heading_lines(body, taken):
        text = body.passages[index].text
        if is_capitals(text) and len(text) >= 6 and text_follows(body, index) and not is_byline(body, index):
            end = _title_end(body, index)
            yield Heading(index, end, Place.CONTRIBUTION, confidence=GUESSED)


def _read_papers(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Papers that are read and then discussed: capitals over text that no label opens."""
    for index in heading_lines(body, taken):
        text = body.passages[index].text
        if not is_capitals(text) or len(text.split()) < 2:
            continue
        words = 0
        for place in range(index + 1, len(body.passages)):
            if place in body.labels or words >= READ_ALOUD:
                break
            words += len(body.passages[place].text.split())
        if words >= READ_ALOUD:
            yield Heading(index, _title_end(body, index), Place.CONTRIBUTION, confidence=0.65)


def _titles(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Lines that are set off by more white space than paragraphs are."""
    gaps = Counter(passage.gap for passage in body.passages if passage.gap)
    usual = gaps.most_common(1)[0][0] if gaps else 1
    for index in heading_lines(body, taken):
        passage = body.passages[index]
        if passage.gap > usual + 1 and text_follows(body, index, 2 * LEAST_TEXT):
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=0.5)


def _others(body: Body, family: Sequence[Heading], taken: set[int]) -> Iterator[Heading]:
    """Other headings in the style of a family, where the family is no more than half of them: then capitals are what
    makes a heading in this volume, not the words or the byline.
    """
    own = {index for each in family for index in range(each.index, max(each.end, each.index + 1))}
    if not all(is_capitals(body.passages[each.index].text) for each in family):
        return
    gap = min(body.passages[each.index].gap for each in family)
    others = [
        index
        for index in heading_lines(body, taken | own)
        if is_capitals(body.passages[index].text)
        and body.passages[index].gap >= gap
        and len(body.passages[index].text.split()) >= 2
        and not is_name(body, body.passages[index].text)
        and not is_byline(body, index)
        and text_follows(body, index, 2 * LEAST_TEXT)
    ]
    if 2 * len(others) >= len(family):
        for index in others:
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=GUESSED)


def _topics(body: Body, spoken: Sequence[Heading], taken: set[int]) -> Iterator[Heading]:
    """What a debate is about, in capitals right above a speaker's label: a session of its own."""
    for index in heading_lines(body, taken):
        if is_capitals(body.passages[index].text) and index + 1 in body.labels:
            yield Heading(index, index + 1, Place.SESSION, confidence=0.7)


def _meeting(text: str, language: str) -> Role | None:
    """Capitals that bear a date head the proceedings of that day, in a volume of several."""
    if is_capitals(text) and any(map(str.isdigit, text)) and find_date(text, language):
        return Role(Place.DAY)
    return None


def _by_words(body: Body) -> Iterator[Heading]:
    """Groups and matter that their own words tell, and the proceedings of another day, known by its date."""
    for index in heading_lines(body, set()):
        text = body.passages[index].text
        role = role_of(text, body.language) or _meeting(text, body.language)
        if role and not announces_speaker(text):
            confidence = SURE if is_capitals(text) or role.place in GROUPS else LIKELY
            yield replace(Heading(index, index + 1, role.place, role.kind), confidence=confidence)
