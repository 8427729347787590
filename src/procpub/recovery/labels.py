"""Speakers' labels: the name before what somebody says, run in ("Mr. SMITH. I rise ..."), on a line of its own with a
colon ("Dr. Braun (XYZ):"), or a name alone on its line.

A label is believed for the company it keeps: the forms of labels that a document uses come again and again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.addresses import is_closing, is_salutation
from procpub.recovery.features import is_capitals
from procpub.recovery.lexicon import ARTICLES, SAYING
from procpub.recovery.names import Label, label_speaker, name_likelihood
from procpub.recovery.offices import is_office
from procpub.recovery.paragraphs import Passage

LONGEST = 110
"""Characters of a label."""

FEWEST = 3
"""Occurrences that make a form of labels."""

FEWEST_REPORTED = 6
"""Paragraphs that begin with who says what they tell."""

_NUMBER = regex(r"\d{1,3}\.\s+")
_UP_TO_CLAUSE = regex(r"[^,(]+(?:\([^)]*\))?")
_WORD = regex(r"\s(?P<word>[^\W\d_]+)")

SET_IN = 3
"""Columns that a label may be further in than others."""

_CLOSE = regex(r"(?P<mark>[.:](?:\s?[—–-]{1,2})?|\s[—–]{1,2}|—)(?=\s|$|(?<=[—–-]))")
_TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "hon", "rev", "st", "messrs", "gen", "col", "capt", "lt", "sen", "rep", "gov",
    "sr", "sra", "srta", "h", "e", "mme", "mlle", "dott", "ing", "jr", "no", "abg", "frhr", "geh", "ass", "assoc",
    "maj", "sgt", "supt", "pres",
})  # fmt: skip
_SALUTATION = regex(r"(?:mr|madam|mister|herr|frau|señora?|sr|monsieur|madame|dear|my)\b\.?\s", re.IGNORECASE)


class Found(NamedTuple):
    """A label at the head of a passage: as printed with its closing mark, the characters that it takes up, and who it
    names. `alone`: nothing else is in the passage; `reported`: the label is part of the sentence, which tells what
    somebody said, and takes up nothing.
    """

    text: str
    end: int
    label: Label
    alone: bool
    reported: bool = False

    @property
    def who(self) -> str:
        """What tells one speaker from another: the surname, or the whole office."""
        words = re.findall(r"\w+", (self.label.speaker.name or self.bare).casefold())
        return words[-1] if words else ""

    @property
    def bare(self) -> str:
        """The label without its closing mark."""
        return re.sub(r"\s*(?:[:—–-]|\.\s?[—–-]+)+$", "", self.text).strip()


class _Form(NamedTuple):
    """How labels of one kind look."""

    mark: str
    capitals: bool
    alone: bool


def find_labels(passages: Sequence[Passage], language: str) -> Mapping[int, Found]:
    """The labels by the index of the passage that they stand in."""
    forms: dict[_Form, dict[int, Found]] = defaultdict(dict)
    for index, passage in enumerate(passages):
        found = _label(passage.text, language)
        if found:
            forms[_form(found)][index] = found
    sure = {form for form, group in forms.items() if _is_convention(form, group)}
    labels = {index: found for form in sure for index, found in forms[form].items()}
    known = {found.who for found in labels.values()}
    for form, group in forms.items():
        # A label in another form (a slip of the printer's) is one if its speaker has one in a usual form.
        if form not in sure and not form.alone:
            labels |= {index: found for index, found in group.items() if found.who in known}
    names = _bare_names(passages, labels, language)
    return dict(sorted((_level(passages, labels) | names).items())) or _reported(passages, language)


def _reported(passages: Sequence[Passage], language: str) -> dict[int, Found]:
    """The names that paragraphs of a summary record begin with: "12. Mr. ABDOU (Egypt) said that ...", if many do."""
    found: dict[int, Found] = {}
    for index, passage in enumerate(passages):
        bare = _who_says(passage.text)
        label = label_speaker(bare, language) if bare and _has_capitals(bare) else None
        if label and (label.chair or label.speaker.name):
            found[index] = Found(bare, 0, label, alone=False, reported=True)
    speakers = {each.who for each in found.values()}
    return found if len(found) >= FEWEST_REPORTED and len(speakers) >= FEWEST else {}


def _who_says(text: str) -> str:
    """What stands before the first verb of saying near the head of a paragraph, its number and a clause left aside."""
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    if SAYING.isdisjoint(_WORD.findall(text[begin : begin + LONGEST].casefold())):
        return ""
    for match in _WORD.finditer(text, begin, begin + LONGEST):
        if match["word"].casefold() in SAYING:
            said = _UP_TO_CLAUSE.match(text, begin, match.start())
            return said.group().strip() if said else ""
    return ""


def _level(passages: Sequence[Passage], labels: dict[int, Found]) -> dict[int, Found]:
    """Without those that stand much further in than labels do: they are in a quoted document."""
    if not labels:
        return labels
    indents = Counter(passages[index].lines[0].indent for index in labels)
    usual = indents.most_common(1)[0][0]
    return {index: found for index, found in labels.items() if passages[index].lines[0].indent <= usual + SET_IN}


def _form(found: Found) -> _Form:
    mark = found.text[len(found.text.rstrip(" .:—–-")) :].strip()[:1]
    return _Form(mark, _has_capitals(found.bare), found.alone)


def _has_capitals(text: str) -> bool:
    """Whether the surname is set in capitals."""
    return any(len(word) > 2 and is_capitals(word) for word in re.findall(r"[^\W\d_]+", text))


def _is_convention(form: _Form, group: Mapping[int, Found]) -> bool:
    """Whether a form is used often, for more than one speaker, and by the same ones again."""
    speakers = Counter(found.who for found in group.values())
    strong = form.capitals or form.mark == ":" or form.mark in "—–"
    evident = sum(_is_evident(found) for found in group.values()) >= 0.5 * len(group)
    if not strong and not evident:
        return False
    fewest = FEWEST if strong else 2 * FEWEST
    again = len(group) > len(speakers) or evident
    return len(group) >= fewest and len(speakers) >= 2 and again


def _is_evident(found: Found) -> bool:
    label = found.label
    return label.chair or label.collective or bool(label.speaker.honorific or label.speaker.affiliation)


def _label(text: str, language: str) -> Found | None:
    """The label that a passage begins with."""
    if not text or not (text[0].isupper() or (text[0].isalpha() and not text[0].islower())):
        return None
    head = text[: LONGEST + 3]
    for match in _CLOSE.finditer(head):
        bare, end = head[: match.start()], match.end()
        if match["mark"][0] == "." and _goes_on(bare):
            continue
        if len(bare.split()) > 12:
            return None
        alone = end >= len(text)
        if alone and match["mark"] == ".":
            return None  # a sentence or a heading
        label = label_speaker(bare, language)
        if label and is_capitals(text[end:]) and len(text[end:].split()) > 1:
            return None  # a heading: "WALLS AND WATER: A HISTORY"
        if label and not _is_salutation(bare, label) and not _is_clause(bare):
            return Found(text[:end].strip(), end, label, alone)
        if match["mark"][0] == ":":
            return None
    return None


def _goes_on(bare: str) -> bool:
    """Whether the stop belongs to an abbreviation."""
    last = bare.rsplit(maxsplit=1)[-1] if bare.strip() else ""
    return len(last.strip("(.")) <= 1 or last.casefold() in _TITLES


def _is_salutation(bare: str, label: Label) -> bool:
    """Whether it is spoken to somebody: "Mr. Chairman:" is, "The CHAIRMAN:" and "Mr. SPEAKER:" say who speaks."""
    return label.chair and _SALUTATION.match(bare) is not None and not label.speaker.name and not _has_capitals(bare)


def _is_clause(bare: str) -> bool:
    """Whether what follows a comma is no office but the sentence that begins: "Mr. Hill, a small correction:"."""
    after = bare.partition(",")[2].strip()
    return bool(after) and after.partition(" ")[0] in ARTICLES and not is_office(after)


def _bare_names(passages: Sequence[Passage], labels: Mapping[int, Found], language: str) -> dict[int, Found]:
    """Names that stand alone on their lines again and again, each over what its bearer says."""
    found: dict[int, Found] = {}
    for index, passage in enumerate(passages[:-1]):
        text = passage.text
        if index in labels or len(text) > 60 or len(text.split()) > 7 or text[-1] in ".:;,!?":
            continue
        if is_salutation(text) or is_closing(text):
            continue
        label = label_speaker(text, language)
        if label and (label.chair or label.collective or name_likelihood(text, language) >= 0.6 or is_capitals(text)):
            found[index] = Found(text, len(text), label, alone=True)
    speakers = Counter(each.who for each in found.values())
    again = {who for who, count in speakers.items() if count >= 2}
    often = sum(speakers[who] for who in again)
    if len(again) < 2 or len(found) < 4 or often < 0.5 * len(found) or len(labels) > len(found):
        return {}
    if 4 * len(found) > 3 * len(passages):
        return {}
    capitals = sum(is_capitals(each.text) for each in found.values()) >= 0.7 * len(found)
    return {i: each for i, each in found.items() if each.who in again or is_capitals(each.text) == capitals}
