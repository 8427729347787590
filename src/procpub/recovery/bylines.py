"""Authors under a title: "By Dr. J. H. Smith, Ohio", lines of names with marks, their affiliations and addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from procpub.recovery.attribution import speakers_in
from procpub.recovery.countries import country_within, is_country
from procpub.recovery.lexicon import ORGANISATIONS, POSITIONS
from procpub.recovery.names import Speaker, parse_name

LONGEST = 25
"""Words in a line of an author block."""

MOST_AUTHORS = 15

LIKELY, SURE = 0.5, 0.9
"""How likely a name is by its shape alone, and with a title or initials."""

SURE_BY = 0.95
"""The confidence in a line that says "by"."""

_BY = re.compile(r"(?:by|von|vom|par|por|di|door|av|af|de)\s+(?=\S)", re.IGNORECASE)
_BARE_BY = re.compile(r"(?:by|von|par|por)\W*", re.IGNORECASE)
_MARK = r"[\d*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰]"
_AUTHOR = re.compile(
    rf"\s*(?P<name>[^\d,;&*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰()\[\]{{}}@]+?)\s*"
    rf"(?P<marks>(?:{_MARK}+|[(\[]{_MARK}+(?:,\s?{_MARK}+)*[)\]]|,(?=\s?{_MARK}))*)\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|$)\s*"
)
_MARKED_LINE = re.compile(rf"[(\[]?(?P<mark>{_MARK}+)[)\].]?\s*(?P<rest>[^\W\d_].*)")
_EMAIL = re.compile(
    r"(?:\{(?P<many>[^{}@]+)\}|(?P<one>[\w.+-]+))\s?(?:@|\[at\]|\(at\)| at )\s?(?P<host>[\w-]+(?:\.[\w-]+)+)"
)
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_ABSTRACT = re.compile(r"(?:abstract|summary|keywords|zusammenfassung|résumé|resumen)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """An author block: how many lines it takes up, who the authors are, and how sure that is, from 0 to 1."""

    count: int
    speakers: tuple[Speaker, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Author:
    speaker: Speaker
    marks: frozenset[str]


def byline(printed: Sequence[str], language: str) -> Byline | None:
    """The author block that begins with the first of these short lines; None if none does.

    Understood: a line with "by" and a name; a line of names, with or without marks, and the lines of affiliations and
    e-mail addresses under it, which are shared by the marks; one such block under another, each with its own.
    """
    lines = [line.strip(" _*") for line in printed]
    found = _block(lines, language)
    while found and found.confidence >= SURE and (more := _block(lines[found.count :], language)):
        if more.count < 2 or more.confidence < SURE:
            break
        found = Byline(
            count=found.count + more.count, speakers=(*found.speakers, *more.speakers), confidence=more.confidence
        )
    return found


def _block(lines: Sequence[str], language: str) -> Byline | None:
    """Authors with the lines that are about them all."""
    if not lines or not lines[0] or len(lines[0].split()) > LONGEST or _ABSTRACT.match(lines[0]):
        return None
    if _BARE_BY.fullmatch(lines[0]) and len(lines) > 1:
        named = speakers_in(lines[1].rstrip("."), language)
        return (
            _with_lines(lines, 2, [_Author(each, frozenset()) for each in named], language, SURE_BY) if named else None
        )
    announced = _BY.match(lines[0])
    if announced and (announced.group().strip().casefold() != "de" or not lines[0][0].islower()):
        named = speakers_in(lines[0][announced.end() :].rstrip(".,"), language)
        if named:
            return _with_lines(lines, 1, [_Author(each, frozenset()) for each in named], language, SURE_BY)
        return None
    single = _with_office(lines[0], language)
    if single:
        return _with_lines(lines, 1, [_Author(single, frozenset())], language, 0.85)
    authors = _authors(lines[0], language)
    if not authors:
        return None
    taken = 1
    while taken < len(lines) and _more_names(lines[taken - 1], lines[taken]):
        more = _authors(lines[taken], language)
        if not more:
            break
        authors += more
        taken += 1
    return _with_lines(lines, taken, authors, language, 0.0)


def office_lines(lines: Sequence[str], language: str) -> int:
    """How many of the lines under a name tell what its bearer is and where: "Director, Institute of X, Norway"."""
    count = 0
    for line in lines:
        if not _is_affiliation(line, language, following=count > 0):
            break
        count += 1
    return count


def with_offices(speaker: Speaker, lines: Sequence[str], language: str) -> Speaker:
    """The speaker with the role, affiliation and country that such lines give."""
    found = speakers_in(f"{speaker.name}, {', '.join(line.strip(' ,') for line in lines)}", language)
    if not found:
        return replace(speaker, affiliation=speaker.affiliation or ", ".join(lines))
    return replace(
        speaker,
        role=speaker.role or found[0].role,
        affiliation=speaker.affiliation or found[0].affiliation,
        country=speaker.country or found[0].country,
    )


def _with_office(line: str, language: str) -> Speaker | None:
    """A single author with an honorific and perhaps a place: "DR. E. M. HALLOWAY, ALBANY, NEW YORK"."""
    name = parse_name(line.partition(",")[0].rstrip("."), language)
    if name is None or name.likelihood < SURE or len(line.split()) > LONGEST or line[-1].isdigit():
        return None
    named = speakers_in(line.rstrip("."), language)
    return named[0] if len(named) == 1 else None


def _authors(line: str, language: str) -> list[_Author]:
    """The authors in a line of nothing but names, with their marks; none if anything in it is no name."""
    text = line.rstrip(" .")
    if len(text.split()) > LONGEST or _EMAIL.search(text) or not text or text[0].islower():
        return []
    authors: list[_Author] = []
    at = 0
    while at < len(text) and len(authors) <= MOST_AUTHORS:
        match = _AUTHOR.match(text, at)
        if not match or match.end() == at:
            return []
        name = parse_name(match["name"], language)
        if name is None or name.likelihood < LIKELY:
            return []
        marks = re.findall(rf"{_MARK}", match["marks"].translate(_DIGITS))
        authors.append(_Author(Speaker(name=name.name, honorific=name.honorific), frozenset(marks)))
        at = match.end()
    return authors


def _more_names(above: str, line: str) -> bool:
    """Whether names go on on the next line: the one above ends with a comma or "and", or both have marks."""
    return above.rstrip().endswith((",", "and", "&", ";")) or (above[-1:].isdigit() and line[-1:].isdigit())


def _with_lines(
    lines: Sequence[str], taken: int, authors: Sequence[_Author], language: str, confidence: float
) -> Byline:
    """The byline with the affiliations and addresses below the names. Without "by", they are what speaks for it."""
    count = taken
    places: list[tuple[str, str]] = []
    emails: list[str] = []
    for line in lines[taken:]:
        found = list(_emails(line))
        if found:
            emails += found
        elif _ABSTRACT.match(line) or not _is_affiliation(line, language, following=bool(places)):
            break
        else:
            marked = _MARKED_LINE.fullmatch(line.translate(_DIGITS))
            places.append((marked["mark"], marked["rest"]) if marked else ("", line))
        count += 1
    if confidence == 0.0:
        honoured = any(each.speaker.honorific for each in authors)
        numbered = any(each.marks for each in authors)
        supported = bool(places or emails)
        confidence = (
            0.95 if supported and (numbered or emails) else 0.85 if supported or numbered else 0.7 if honoured else 0.5
        )
    speakers = [_placed(author, places, language) for author in authors]
    return Byline(count=count, speakers=tuple(_addressed(speakers, emails)), confidence=confidence)


def _is_affiliation(line: str, language: str, *, following: bool) -> bool:
    words = [word.strip("().,;:").casefold() for word in line.split()]
    if not words or len(words) > LONGEST or line.rstrip()[-1] in ":?!":
        return False
    marked = _MARKED_LINE.fullmatch(line.translate(_DIGITS))
    known = not ORGANISATIONS.isdisjoint(words) or not POSITIONS.isdisjoint(words[:4])
    if known or (marked is not None and len(words) <= 15 and not line[0].isalpha() and "," in line):
        return not line.rstrip().endswith(".") or len(words) <= 12
    return following and (is_country(line.strip(" ."), language) or bool(country_within(line.strip(" ."), language)))


def _placed(author: _Author, places: Sequence[tuple[str, str]], language: str) -> Speaker:
    own = [text for mark, text in places if not mark or not author.marks or set(mark) & author.marks]
    if author.speaker.affiliation or not own:
        return author.speaker
    return with_offices(author.speaker, own, language)


def _emails(line: str) -> Iterator[str]:
    for match in _EMAIL.finditer(line):
        users = [user.strip() for user in match["many"].split(",")] if match["many"] else [match["one"]]
        for user in users:
            yield f"{user}@{match['host']}"


def _addressed(speakers: Sequence[Speaker], emails: Sequence[str]) -> Iterator[Speaker]:
    """Each author with the address that is theirs: in the same order, or the one that holds their name."""
    for index, speaker in enumerate(speakers):
        if len(emails) == len(speakers):
            yield replace(speaker, email=emails[index])
            continue
        names = [part.casefold() for part in re.findall(r"[^\W\d_]{3,}", speaker.name)]
        own = next((email for email in emails if any(name in email.casefold() for name in names)), "")
        yield replace(speaker, email=own)
