"""Authors under a title: "By Dr. J. H. Smith, Ohio", lines of names with marks, their affiliations and addresses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.addresses import is_closing, is_salutation
from procpub.recovery.attribution import speakers_in
from procpub.recovery.countries import country_within, is_country, is_subdivision
from procpub.recovery.name_parts import without_degrees
from procpub.recovery.names import PersonName, Speaker, is_running, parse_name
from procpub.recovery.offices import Office, is_office, is_organisation, office
from procpub.recovery.person_words import AUTHOR_WORDS, BYLINE_WORDS

LONGEST = 25
"""Words in a line of an author block."""

MOST_AUTHORS = 25

LIKELY, SURE = 0.5, 0.9
"""How likely a name is by its shape alone, and with a title or initials."""

SURE_BY = 0.95
"""The confidence in a line that says "by"."""

_BY_WORDS = "|".join(sorted(map(re.escape, BYLINE_WORDS), key=len, reverse=True))
_BY = regex(rf"(?P<by>{_BY_WORDS})\s+(?=\S)", re.IGNORECASE)
_BARE_BY = regex(rf"(?:{_BY_WORDS})\W*", re.IGNORECASE)
_COLON = regex(r"(?P<word>[^\W\d_]+(?:\(s\))?)\s?:\s+(?=\S)")
_MARK = r"(?:\d{1,2}|[*†‡§¶]{1,3})"
_MARKS = regex(rf"\s?[(\[^{{]*(?P<marks>{_MARK}(?:\s?,\s?{_MARK})*)[)\]}}]*$")
_LETTERS = regex(r"\s(?P<marks>[a-h](?:,[a-h])*)$")
_JOINED_MARKS = regex(rf"(?<=[\d*†‡§¶])\s?,\s?(?={_MARK}(?!\s?[^\W\d_]))")
_JOINED_LETTERS = regex(r"(?<=\s[a-h]),(?=[a-h](?![^\W\d_]))")
_PIECES = regex(r"\s*[,;]\s*(?:(?:and|und|et|y|e|&)\s+)?|\s+(?:and|und|et|y|&|и)\s+", re.IGNORECASE)
_MARKED_LINE = regex(rf"[(\[^]?(?P<mark>{_MARK})[)\].]?\s*(?P<rest>[^\W\d_].*)")
_LETTERED_LINE = regex(r"[(\[]?(?P<mark>[a-h])[)\].]?\s+(?P<rest>[^\W\d_a-z].*)")
_SEVERAL_LINES = regex(rf"\s*;\s*(?=[(\[]?{_MARK}[)\]]?\s*[^\W\d_])")
_EMAIL = regex(
    r"(?:\{(?P<many>[^{}@]{1,200})\}|(?P<one>[\w.+-]{1,80}))\s?(?:@|\[at\]|\(at\)| at )\s?(?P<host>[\w-]+(?:\.[\w-]+)+)"
)
_CJK = regex(r"[\u3400-\u9fff]{2,4}(?:[\s、，,;；]+[\u3400-\u9fff]{2,4})*")
_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_ABSTRACT = regex(r"(?:abstract|summary|keywords|zusammenfassung|résumé|resumen|摘要)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """An author block: how many lines it takes up, who the authors are, and how sure that is, from 0 to 1."""

    count: int
    speakers: tuple[Speaker, ...]
    confidence: float


class _Author(NamedTuple):
    """An author, the marks behind the name, and how likely it is one."""

    speaker: Speaker
    marks: frozenset[str] = frozenset()
    likelihood: float = SURE


def byline(printed: Sequence[str], language: str) -> Byline | None:
    """The author block that begins with the first of these short lines; None if none does.

    Understood: a line with "by" and a name; a line of names, with or without marks, and the lines of affiliations and
    e-mail addresses under it, which are shared by the marks; one such block under another, each with its own.
    """
    lines = [_without_emphasis(line).translate(_DIGITS) for line in printed]
    found = _block(lines, language)
    while found and found.count < len(lines) and (more := _block(lines[found.count :], language)):
        alike = more.count > 1 or all(each.role or each.affiliation or each.country for each in more.speakers)
        if found.confidence < 0.85 or more.confidence < 0.85 or not alike:
            break
        found = Byline(
            count=found.count + more.count, speakers=(*found.speakers, *more.speakers), confidence=more.confidence
        )
    return found


def _without_emphasis(line: str) -> str:
    line = line.strip()
    while len(line) > 2 and line[0] == line[-1] and line[0] in "*_":
        line = line[1:-1].strip()
    return line.strip("_ ")


def _block(lines: Sequence[str], language: str) -> Byline | None:
    """Authors with the lines that are about them all."""
    first = lines[0]
    if not first or len(first.split()) > LONGEST or _ABSTRACT.match(first) or is_salutation(first):
        return None
    if _BARE_BY.fullmatch(first) and len(lines) > 1:
        return _announced(lines[1], lines[2:], 2, language)
    announced = _BY.match(first)
    if announced and (announced["by"].casefold() not in ("de", "da", "di", "del") or first[0].islower()):
        return _announced(first[announced.end() :], lines[1:], 1, language)
    colon = _COLON.match(first)
    if colon:
        known = colon["word"].casefold() in AUTHOR_WORDS
        return _announced(first[colon.end() :], lines[1:], 1, language) if known else None
    letters = any(_LETTERED_LINE.fullmatch(line) for line in lines[1:3])
    authors = _authors(first, language, letters=letters)
    if not authors:
        single = _with_office(first, language)
        return _with_lines([_Author(each) for each in single], lines[1:], 1, language, 0.85) if single else None
    taken = 1
    while taken < len(lines) and _goes_on(lines[taken - 1], lines[taken]):
        more = _authors(lines[taken], language, letters=letters)
        if not more:
            break
        authors += more
        taken += 1
    return _with_lines(authors, lines[taken:], taken, language, 0.0)


def _announced(text: str, below: Sequence[str], taken: int, language: str) -> Byline | None:
    """Authors behind "by"; a single word is one only with a title."""
    text = text.rstrip(",") if text.endswith((".", ",")) and not text.isupper() else text.rstrip(".,")
    authors = _authors(text, language)
    if not authors:
        authors = [_Author(each) for each in speakers_in(text.rstrip("."), language, LIKELY)]
    return _with_lines(authors, below, taken, language, SURE_BY) if authors else None


def _with_office(line: str, language: str) -> tuple[Speaker, ...]:
    """Authors with what they are, or where, on one line: "DR. E. M. HALLOWAY, ALBANY, NEW YORK", "Ann Hill, Fellow"."""
    who, comma, rest = line.partition(",")
    name = parse_name(who, language)
    if name is None or not comma or name.likelihood < 0.6 or is_running(line.split()):
        return ()
    if name.likelihood < SURE and not (is_organisation(rest) or is_office(rest)):
        return ()
    return speakers_in(line.rstrip("."), language, 0.6)


def _authors(line: str, language: str, *, letters: bool = False) -> list[_Author]:
    """The authors in a line of nothing but names, with their marks; none if anything in it is no name."""
    text = line.rstrip(" ,&;")
    if not text or text[0].islower() or "@" in text or len(text) > 400 or is_running(text.split()):
        return []
    whole = parse_name(text.rstrip("."), language)
    if not text.isascii() and _CJK.fullmatch(text):
        names = [(parse_name(piece, language), frozenset[str]()) for piece in re.split(r"[\s、，,;；]+", text)]
    elif whole and whole.likelihood >= LIKELY:
        names = [(whole, frozenset())]
    elif text.count(";") and text.count(",") == text.count(";") + 1:
        # "Smith, John; Lee, Ana"
        turned = [" ".join(reversed(piece.split(","))) for piece in text.split(";")]
        names = [(parse_name(" ".join(piece.split()), language), frozenset()) for piece in turned]
    else:
        names = []
        joined = _JOINED_LETTERS.sub("\x1f", text) if letters else _JOINED_MARKS.sub("\x1f", text)
        for piece in _PIECES.split(joined):
            marked = _MARKS.search(piece.replace("\x1f", ",")) or (
                _LETTERS.search(piece.replace("\x1f", ",")) if letters else None
            )
            bare = piece[: marked.start()] if marked else piece
            if names and len(without_degrees(["A", "B", ",", bare])) == 2:
                continue  # a degree of the one before
            marks = frozenset(re.findall(rf"{_MARK}|[a-h]", marked["marks"])) if marked else frozenset()
            names.append((parse_name(bare.strip(), language), marks))
    known = [(name, marks) for name, marks in names if name and name.likelihood >= _least(name)]
    if not known or len(known) < len(names) or len(known) > MOST_AUTHORS:
        return []
    return [
        _Author(Speaker(name=name.name, honorific=name.honorific, role=name.office), marks, name.likelihood)
        for name, marks in known
    ]


def _least(name: PersonName) -> float:
    return LIKELY if not name.name.isupper() else SURE


def _goes_on(above: str, line: str) -> bool:
    """Whether names go on on the next line: the one above ends with a comma or "and", or both have marks."""
    return above.rstrip().endswith((",", " and", "&", ";", " und", " et")) or (
        _MARKS.search(above) is not None and _MARKS.search(line) is not None and not line[0].isdigit()
    )


def _with_lines(
    authors: Sequence[_Author], below: Sequence[str], taken: int, language: str, confidence: float
) -> Byline:
    """The byline with the affiliations and addresses below the names. Without "by", they are what speaks for it."""
    count = 0
    places: list[tuple[str, str]] = []
    emails: list[str] = []
    lettered = any(mark.isalpha() for author in authors for mark in author.marks)
    for line in below:
        found = _emails(line)
        if found and len(line.split()) <= LONGEST:
            emails += found
        elif (
            _ABSTRACT.match(line)
            or not _is_affiliation(line, language, following=True, lettered=lettered)
            or ((places or authors[-1].speaker.affiliation) and _names_again(line, language))
        ):
            break
        else:
            for part in _SEVERAL_LINES.split(line):
                marked = _MARKED_LINE.fullmatch(part) or (_LETTERED_LINE.fullmatch(part) if lettered else None)
                places.append((marked["mark"], marked["rest"]) if marked else ("", part))
        count += 1
    if not confidence:
        confidence = _confidence(authors, supported=bool(places), addressed=bool(emails))
    speakers = [_placed(author, places, language) for author in authors]
    return Byline(count=taken + count, speakers=tuple(_addressed(speakers, emails)), confidence=confidence)


def _confidence(authors: Sequence[_Author], *, supported: bool, addressed: bool) -> float:
    """How sure a line of names is a byline, by what stands below it, and by the names."""
    marked = any(author.marks for author in authors)
    if addressed or (supported and marked):
        return 0.95
    if supported or (marked and len(authors) > 1):
        return 0.85
    if all(author.likelihood >= SURE for author in authors):
        return 0.7
    if len(authors) > 1 and any(author.likelihood >= SURE for author in authors):
        return 0.65
    return 0.65 if len(authors) > 2 else 0.5


def _names_again(line: str, language: str) -> bool:
    """Whether a line begins the next author's block: "Bo Chen, Institute of Physics" under another's."""
    return not _MARKED_LINE.fullmatch(line) and "," in line and bool(_with_office(line, language))


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
    said = _said([line.strip(" ,") for line in lines], language)
    return speaker._replace(
        role=speaker.role or said.role,
        affiliation=speaker.affiliation or said.affiliation,
        country=speaker.country or said.country,
    )


def _said(lines: Sequence[str], language: str) -> Office:
    text = ", ".join(line.strip(" ,") for line in lines)
    return office((text.rstrip(".") if text.count(".") == 1 else text).split(","), language)


def _is_affiliation(line: str, language: str, *, following: bool, lettered: bool = False) -> bool:
    """Whether a line says what somebody is, or where; `following` lines about it may be just a place."""
    words = line.split()
    if not words or len(words) > LONGEST or line.rstrip()[-1] in ":?!" or is_running(words):
        return False
    if is_salutation(line) or is_closing(line):
        return False
    marked = _MARKED_LINE.fullmatch(line) or (_LETTERED_LINE.fullmatch(line) if lettered else None)
    text = marked["rest"] if marked else line
    if not text[0].isupper() and not text[0] > "\u2e80" and not is_office(words[0]):
        return False
    if line.rstrip().endswith(".") and len(words) > 12:
        return False
    if is_organisation(text) or (is_office(" ".join(words[:5])) and (len(words) <= 8 or _has_capitals(words))):
        return _has_capitals(words) or is_office(words[0])
    if marked is not None and len(words) <= 15 and "," in line:
        return True
    if not following or len(words) > 8 or parse_name(text, language):
        return False
    last = text.rpartition(",")[2].strip(" .")
    bare = text.strip(" .")
    return is_country(bare, language) or bool(country_within(bare, language)) or ("," in text and is_subdivision(last))


def _has_capitals(words: Sequence[str]) -> bool:
    """Whether at least half of the longer words begin with a capital, as names of organisations do."""
    longer = [word for word in words if len(word) > 3]
    return 2 * sum(not word[0].islower() for word in longer) >= len(longer)


def _placed(author: _Author, places: Sequence[tuple[str, str]], language: str) -> Speaker:
    """The author with the affiliations that bear a mark of theirs; those without marks are everybody's."""
    own = [text for mark, text in places if mark in author.marks]
    shared = [text for mark, text in places if not mark or not author.marks]
    texts = [*(_said([text], language) for text in own), *([_said(shared, language)] if shared else [])]
    if author.speaker.affiliation or not texts:
        return author.speaker
    affiliation = "; ".join(dict.fromkeys(each.affiliation for each in texts if each.affiliation))
    return author.speaker._replace(
        role=author.speaker.role or next((each.role for each in texts if each.role), ""),
        affiliation=affiliation,
        country=author.speaker.country or next((each.country for each in texts if each.country), ""),
    )


def _emails(line: str) -> list[str]:
    if "@" not in line and "at" not in line:
        return []
    found = []
    for match in _EMAIL.finditer(line):
        users = match["many"].split(",") if match["many"] else [match["one"]]
        if match["one"] and "@" not in match.group() and match.group().count("at") == 1 and " at " in match.group():
            continue  # "works at example.org"
        found += [f"{user.strip()}@{match['host']}" for user in users]
    return found


def _addressed(speakers: Sequence[Speaker], emails: Sequence[str]) -> list[Speaker]:
    """Each author with the address that is theirs: one that holds their name, or else those left, in the same order."""
    left = list(dict.fromkeys(emails))
    own: dict[int, str] = {}
    for index, speaker in enumerate(speakers):
        words = re.findall(r"[^\W\d_]{3,}", speaker.name.casefold())
        for word in reversed(words):
            mine = next((email for email in left if word in email.partition("@")[0].casefold()), "")
            if mine:
                own[index] = mine
                left.remove(mine)
                break
    without = [index for index in range(len(speakers)) if index not in own]
    if len(left) == len(without) or (len(left) == 1 and len(speakers) == 1):
        own |= dict(zip(without, left, strict=False))
    return [speaker._replace(email=speaker.email or own.get(index, "")) for index, speaker in enumerate(speakers)]
