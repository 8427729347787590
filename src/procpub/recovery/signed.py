"""Headings known by the people named there: titles over authors, names over offices, names alone."""

import re
from collections import Counter
from collections.abc import Iterator

from procpub.patterns import regex
from procpub.recovery.attribution import speakers_in
from procpub.recovery.body import Body, short_lines
from procpub.recovery.bylines import byline, office_lines
from procpub.recovery.dates import find_date
from procpub.recovery.features import is_capitals
from procpub.recovery.heading import Heading, looks_like_heading
from procpub.recovery.heading_lines import GUESSED, LEAST_TEXT, heading_lines, text_follows
from procpub.recovery.names import name_likelihood
from procpub.recovery.paragraphs import Passage
from procpub.recovery.roles import Place
from procpub.recovery.shapes import can_be_heading, ends_sentence, title_case

FEWEST = 2
"""Names in one style."""

LONGEST_ENDING = 12
"""Words."""

LONGEST_TITLE = 4
"""Passages that a title over a byline may take."""

BY = regex(r"(?:by|von|par|por)\s", re.IGNORECASE)
"""How a byline begins."""

A_NAME = 0.51
"""How likely a line is a name by its shape alone."""


def papers_of(body: Body, taken: set[int]) -> Iterator[Heading]:
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
                if after + found.count not in taken and text_follows(body, after + found.count - 1):
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


def signed_by_name(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Names, each over the lines that tell what its bearer is, and then what they say."""
    passages = body.passages
    for index, passage in enumerate(passages[:-1]):
        if index in taken or index in body.labels or len(passage.text) > 90 or (not passage.gap and index):
            continue
        if not is_name(body, passage.text) and not _are_names(body, passage.text):
            continue
        if index and index - 1 not in taken and _is_title_above(body, index - 1):
            continue
        lines = short_lines(body, index + 1)
        offices = office_lines(lines, body.language) if lines else 0
        if offices and not _is_signature(index + offices, taken) and text_follows(body, index + offices):
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=0.85, named=True)


def _is_title_above(body: Body, index: int) -> bool:
    """Whether a line right above a name is a title, so that the name is its author's."""
    passage, below = body.passages[index], body.passages[index + 1]
    alone = (passage.gap > 0 or not index) and below.gap <= 2
    return alone and len(passage.text.split()) <= 20 and _title_line(passage.text) and not is_name(body, passage.text)


def _is_signature(last: int, taken: set[int]) -> bool:
    """Whether a name (its last line given) signs what stands above it: another heading follows at once."""
    return last + 1 in taken


def is_name(body: Body, text: str) -> bool:
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


def is_byline(body: Body, index: int) -> bool:
    """Whether authors stand from here on."""
    lines = short_lines(body, index)
    found = byline(lines, body.language) if lines else None
    return found is not None and found.confidence >= GUESSED


def is_about_people(body: Body, index: int) -> bool:
    """Whether authors stand from here on, or what somebody named above is."""
    lines = short_lines(body, index)
    return is_byline(body, index) or (bool(lines) and office_lines(lines[:1], body.language) > 0)


def names_alone(body: Body, taken: set[int]) -> Iterator[Heading]:
    """Names on lines of their own, each over a piece: known by nothing but being names, so in one style."""
    found = [
        index
        for index in heading_lines(body, taken)
        if len(body.passages[index].text) <= 90
        and is_name(body, body.passages[index].text)
        and not _is_signature(index, taken)
        and not _is_signature(index + 1, taken)
        and text_follows(body, index, 2 * LEAST_TEXT)
    ]
    styles = Counter(is_capitals(body.passages[index].text) for index in found)
    for index in found:
        capitals = is_capitals(body.passages[index].text)
        if styles[capitals] >= FEWEST and styles[capitals] >= 0.5 * len(found):
            yield Heading(index, index + 1, Place.CONTRIBUTION, confidence=0.7, named=True)
