"""The document's own conventions: how it prints the headings of its pieces where no contents tell.

Families of headings are looked for, the most telling first; the first that comes more than once is the document's own,
and holds for all of it. A missed heading is better than a false one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from procpub.recovery.addresses import is_closing, is_salutation
from procpub.recovery.alignment import heading_key
from procpub.recovery.attribution import announces_speaker, speakers_in
from procpub.recovery.body import Body, short_lines
from procpub.recovery.bylines import byline, office_lines
from procpub.recovery.dates import find_date
from procpub.recovery.events import is_bracketed
from procpub.recovery.features import is_capitals, ordinal
from procpub.recovery.heading import LONGEST, Heading, looks_like_heading, stands_alone
from procpub.recovery.lexicon import DISCUSSIONS
from procpub.recovery.names import name_likelihood
from procpub.recovery.paragraphs import Passage
from procpub.recovery.roles import GROUPS, Place, Role, role_of
from procpub.recovery.shapes import can_be_heading, ends_sentence, title_case

FEWEST = 2
"""Headings that make a family."""

READ_ALOUD = 80
"""Words of a paper, at least, before its discussion."""

LEAST_TEXT = 25
"""Words under a heading that is known by its form only."""

LONGEST_ENDING = 12
"""Words."""

LONGEST_TITLE = 4
"""Passages that a title over a byline may take."""

BY = re.compile(r"(?:by|von|par|por)\s", re.IGNORECASE)

A_NAME = 0.51
"""How likely a line is a name by its shape alone."""

SURE, LIKELY, GUESSED = 0.95, 0.8, 0.6


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
            extra += _papers(body, known)
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
    papers = list(_papers(body, taken))
    if len(found) >= FEWEST:
        own = {each.index for each in found}
        signed = [each for each in papers if each.index not in own and BY.match(body.passages[each.end].text)]
        return [*found, *signed, *_others(body, [*found, *signed], taken)]
    if _is_debate(body):
        # Names and titles between speeches are hardly headings, unless there are many.
        fewest = max(FEWEST, len(spoken) // 3)
        families: tuple[Callable[[Body, set[int]], Iterator[Heading]], ...] = (_counted,)
    else:
        fewest, families = FEWEST, (_counted, _names)
        signed = list(_signed(body, taken))
        if len(signed) > len(papers) and len(signed) >= FEWEST:
            known = {each.index for each in signed}
            return [*signed, *(each for each in _names(body, taken) if each.index not in known), *found]
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
        if len(text) > longest or index in body.labels or (known and _opening(text) not in usual):
            continue
        if announces_speaker(text) and _can_announce(text.rstrip(":")):
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
    capitals = is_capitals(text)
    bare = text.rstrip(".,)")  # what announces a speaker is no sentence, stop or not
    return can_be_heading(bare, longest=LONGEST) and (capitals or title_case(text) > 0.5)


def _open(body: Body, taken: set[int]) -> Iterator[int]:
    """Passages that stand alone, look like headings, and are nothing else yet."""
    for index, passage in enumerate(body.passages):
        if index in taken or index in body.labels or is_bracketed(passage.text):
            continue
        if passage.text.casefold().strip(" .:") in DISCUSSIONS:
            continue  # of the piece above
        if not stands_alone(body.passages, index, wrapped=body.wrapped) or not looks_like_heading(passage.text):
            continue
        if not is_salutation(passage.text) and not is_closing(passage.text):
            yield index


def _text_follows(body: Body, index: int, least: int = LEAST_TEXT) -> bool:
    """Whether running text stands under a heading, at least so many words, before another line like it."""
    count = 0
    for passage in body.passages[index + 1 : index + 8]:
        count += len(passage.text.split())
        if count >= least and len(passage.text.split()) >= 8:
            return True
    return False


def _papers(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Titles over a byline, or over a block of authors."""
    passages = body.passages
    end = 0
    for index, passage in enumerate(passages):
        if index < end or index in taken or index in body.labels or (body.wrapped and not passage.gap and index):
            continue
        if not _title_line(passage.text) or _is_dated(passage.text, body.language):
            continue
        for after in range(index + 1, min(index + 1 + LONGEST_TITLE, len(passages) - 1)):
            if after in body.labels or passages[after].gap > 4:
                break
            lines = short_lines(body, after)
            found = byline(lines, body.language) if lines else None
            if found and found.confidence >= GUESSED:
                if after + found.count not in taken and _text_follows(body, after + found.count - 1):
                    yield Heading(index, after, Place.CONTRIBUTION, confidence=found.confidence)
                    end = after + found.count
                break
            if not _title_line(passages[after].text) and not _ends_title(passages[after]):
                break


def _ends_title(passage: Passage) -> bool:
    """Whether a line right below a title is its end, whatever it begins with: "and Limits"."""
    return not passage.gap and len(passage.text.split()) <= LONGEST_ENDING and not ends_sentence(passage.text)


def _is_dated(text: str, language: str) -> bool:
    """Whether it is a place and date, as under a preface, and no title."""
    return any(map(str.isdigit, text)) and find_date(text, language) is not None


def _signed(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Names, each over the lines that tell what its bearer is, and then what they say."""
    passages = body.passages
    for index, passage in enumerate(passages[:-1]):
        if index in taken or index in body.labels or len(passage.text) > 90 or (not passage.gap and index):
            continue
        if not _is_name(body, passage.text) and not _are_names(body, passage.text):
            continue
        if index and index - 1 not in taken and _is_title_above(body, index - 1):
            continue
        lines = short_lines(body, index + 1)
        offices = office_lines(lines, body.language) if lines else 0
        if offices and not _is_signature(index + offices, taken) and _text_follows(body, index + offices):
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=0.85, named=True)


def _is_title_above(body: Body, index: int) -> bool:
    """Whether a line right above a name is a title, so that the name is its author's."""
    passage, below = body.passages[index], body.passages[index + 1]
    alone = (passage.gap > 0 or not index) and below.gap <= 2
    return alone and len(passage.text.split()) <= 20 and _title_line(passage.text) and not _is_name(body, passage.text)


def _is_signature(last: int, taken: set[int]) -> bool:
    """Whether a name (its last line given) signs what stands above it: another heading follows at once."""
    return last + 1 in taken


def _is_name(body: Body, text: str) -> bool:
    """Whether a line is a person's name: likely one by its form, and of no words that the text has in small letters."""
    if name_likelihood(text, body.language) < A_NAME:
        return False
    return not any(map(body.words.is_common_noun, re.findall(r"[^\W\d_]{3,}", text)))


def _are_names(body: Body, text: str) -> bool:
    """Whether a line is the names of several persons."""
    return len(text.split()) <= 14 and len(speakers_in(text, body.language, A_NAME)) > 1


def _title_line(text: str) -> bool:
    if BY.match(text):
        return False
    return looks_like_heading(text) or (can_be_heading(text, longest=200) and title_case(text) > 0.3)


def _counted(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Headings that count up behind the same word: "LECTURE I.", "Paper 2". The title may stand on the next line."""
    places: dict[str, list[tuple[int, int]]] = {}
    for index in _open(body, taken):
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


def is_byline(body: Body, index: int) -> bool:
    """Whether authors stand from here on."""
    lines = short_lines(body, index)
    found = byline(lines, body.language) if lines else None
    return found is not None and found.confidence >= GUESSED


def is_about_people(body: Body, index: int) -> bool:
    """Whether authors stand from here on, or what somebody named above is."""
    lines = short_lines(body, index)
    return is_byline(body, index) or (bool(lines) and office_lines(lines[:1], body.language) > 0)


def _names(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Names on lines of their own, each over a piece: known by nothing but being names, so in one style."""
    found = [
        index
        for index in _open(body, taken)
        if len(body.passages[index].text) <= 90
        and _is_name(body, body.passages[index].text)
        and not _is_signature(index, taken)
        and not _is_signature(index + 1, taken)
        and _text_follows(body, index, 2 * LEAST_TEXT)
    ]
    styles = Counter(is_capitals(body.passages[index].text) for index in found)
    for index in found:
        capitals = is_capitals(body.passages[index].text)
        if styles[capitals] >= FEWEST and styles[capitals] >= 0.5 * len(found):
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=0.7, named=True)


def _capitals(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Lines in capitals with text under them."""
    for index in _open(body, taken):
        text = body.passages[index].text
        if is_capitals(text) and len(text) >= 6 and _text_follows(body, index) and not is_byline(body, index):
            end = _title_end(body, index)
            yield Heading(index, end, Place.CONTRIBUTION, confidence=GUESSED)


def _read_papers(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Papers that are read and then discussed: capitals over text that no label opens."""
    for index in _open(body, taken):
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
    for index in _open(body, taken):
        passage = body.passages[index]
        if passage.gap > usual + 1 and _text_follows(body, index, 2 * LEAST_TEXT):
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
        for index in _open(body, taken | own)
        if is_capitals(body.passages[index].text)
        and body.passages[index].gap >= gap
        and len(body.passages[index].text.split()) >= 2
        and not _is_name(body, body.passages[index].text)
        and not is_byline(body, index)
        and _text_follows(body, index, 2 * LEAST_TEXT)
    ]
    if 2 * len(others) >= len(family):
        for index in others:
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=GUESSED)


def _topics(body: Body, spoken: Sequence[Heading], taken: set[int]) -> Iterator[Heading]:
    """What a debate is about, in capitals right above a speaker's label: a session of its own."""
    for index in _open(body, taken):
        if is_capitals(body.passages[index].text) and index + 1 in body.labels:
            yield Heading(index, index + 1, Place.SESSION, confidence=0.7)


def _meeting(text: str, language: str) -> Role | None:
    """Capitals that bear a date head the proceedings of that day, in a volume of several."""
    if is_capitals(text) and any(map(str.isdigit, text)) and find_date(text, language):
        return Role(Place.DAY)
    return None


def _by_words(body: Body) -> Iterator[Heading]:
    """Groups and matter that their own words tell, and the proceedings of another day, known by its date."""
    for index in _open(body, set()):
        text = body.passages[index].text
        role = role_of(text, body.language) or _meeting(text, body.language)
        if role and not announces_speaker(text):
            confidence = SURE if is_capitals(text) or role.place in GROUPS else LIKELY
            yield replace(Heading(index, index + 1, role.place, role.kind), confidence=confidence)
