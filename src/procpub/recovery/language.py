"""Which language a text is in, and which a name is in, from its script and its commonest words.

Proceedings are long, so a count of function words is certain; the language detectors of the package index were left out
because their models cost more start-up time than the whole of recovery.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.lexicon import FUNCTION_WORDS


class Script(NamedTuple):
    """A script: its ISO 15924 code, its letters as the inside of a character class, the language that most text in it
    is in (as a BCP 47 tag), and the other languages written in it that a volume may be in.
    """

    code: str
    letters: str
    language: str
    others: frozenset[str] = frozenset()

    def writes(self, language: str) -> bool:
        """Whether the language of the tag is written in it."""
        tag = language.partition("-")[0]
        return tag == self.language or tag in self.others


HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"

SCRIPTS = (
    Script("Jpan", "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f", "ja"),
    Script("Kore", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko"),
    Script("Hani", HAN, "zh", frozenset({"ja", "ko", "yue"})),
    Script("Arab", "\u0620-\u065f\u066e-\u06dc\u06fa-\u06ff\u0750-\u077f", "ar", frozenset({"fa", "ur", "ps", "ckb"})),
    Script("Hebr", "\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05f4", "he", frozenset({"yi"})),
    Script("Grek", "\u0370-\u0373\u0386\u0388-\u03ff\u1f00-\u1fff", "el", frozenset({"grc"})),
    Script("Cyrl", "\u0400-\u052f", "ru", frozenset({"uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"})),
    Script("Deva", "\u0900-\u0963\u0971-\u097f", "hi", frozenset({"mr", "ne", "sa"})),
    Script("Beng", "\u0980-\u09e3", "bn", frozenset({"as"})),
    Script("Taml", "\u0b82-\u0bd7", "ta"),
    Script("Thai", "\u0e01-\u0e4e", "th"),
    Script("Armn", "\u0531-\u0587", "hy"),
    Script("Geor", "\u10a0-\u10ff", "ka"),
    Script("Ethi", "\u1200-\u135f", "am", frozenset({"ti"})),
)
"""Scripts beside the Latin one, the surest to tell a language first: kana before ideographs."""

SAMPLE = 60_000
"""Characters that are looked at, from all over the text; more change nothing."""

MAIN_SHARE = 0.4
"""A text is in a language of the script that has more than this share of its letters: many volumes quote much Latin."""

KANA_SHARE = 0.1
"""Japanese has at least this share of kana among its kana and ideographs."""

FEWEST = 5
"""Function words that running text has at least."""

_TELLTALES = (
    ("uk", regex("[іїєґ]"), regex("[ыэёў]")),
    ("be", regex("ў"), None),
    ("mk", regex("[ѓќѕ]"), None),
    ("sr", regex("[ђћџљњј]"), None),
    ("ru", regex("[ыэё]"), None),
    ("ur", regex("[ٹڈڑںے]"), None),
    ("fa", regex("[پچژگکی]"), None),
    ("yi", regex("[\u05f0-\u05f2]"), None),
    ("grc", regex("[\u1f00-\u1fff]"), None),
)
"""Letters by which a language is told from others of its script, and those that it does not have."""

_WORD = regex(r"[^\W\d_]+")
_BEYOND_ASCII = regex(r"[^\x00-\x7f]")
_RANGE = regex(".-.|.")


def scripts_in(text: str) -> Counter[str]:
    """How many letters of each of the scripts are in a text, by their codes. Most texts have few that are not ASCII."""
    found: Counter[str] = Counter()
    for character, count in Counter(_BEYOND_ASCII.findall(text)).items():
        script = _script_of(character)
        if script:
            found[script] += count
    return found


@cache
def _script_of(character: str) -> str:
    """The code of the script that a character is a letter of; empty if it is in none of them."""
    begins, ends, codes = _ranges()
    place = bisect_right(begins, character) - 1
    return codes[place] if place >= 0 and character <= ends[place] else ""


@cache
def _ranges() -> tuple[list[str], list[str], list[str]]:
    """The first and last letters of the scripts' ranges, in order, and the script that each range is of."""
    found = sorted((part[0], part[-1], script.code) for script in SCRIPTS for part in _RANGE.findall(script.letters))
    return [first for first, _, _ in found], [last for _, last, _ in found], [code for _, _, code in found]


def language_of_text(lines: Iterable[str]) -> str | None:
    """The main language of running text as a BCP 47 tag; None if there is too little to tell."""
    sample = _sample(list(lines))
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        counts = scripts_in(sample)
        if counts["Jpan"] > KANA_SHARE * (counts["Jpan"] + counts["Hani"]):
            counts["Jpan"] += counts["Hani"]
        for script in SCRIPTS:
            if counts[script.code] > MAIN_SHARE * letters:
                told = _by_words(sample, [tag for tag in FUNCTION_WORDS if script.writes(tag)])
                return told or telltale(sample, script) or script.language
    return _by_words(sample, FUNCTION_WORDS)


def _sample(lines: list[str]) -> str:
    """Lines from all over the text, evenly, of about SAMPLE characters; all of a shorter text."""
    step = max(1, -(-sum(map(len, lines)) // SAMPLE))
    return " ".join(lines[::step])[: 2 * SAMPLE]


def _by_words(sample: str, tags: Iterable[str]) -> str | None:
    counts = Counter(_WORD.findall(sample.lower()))
    scores = {tag: sum(counts[word] for word in FUNCTION_WORDS[tag].split()) for tag in tags}
    best = max(scores, key=lambda tag: (scores[tag], tag), default=None)
    return best if best and scores[best] >= FEWEST else None


def telltale(text: str, script: Script) -> str:
    """The language that letters in the text give away; empty if none does."""
    lower = text.lower()
    for tag, has, lacks in _TELLTALES:
        if script.writes(tag) and has.search(lower) and not (lacks and lacks.search(lower)):
            return tag
    return ""


def language_of_name(text: str, main: str) -> str:
    """The tag of a name's language where its script is not the main language's; empty where it is."""
    if text.isascii():
        return ""
    found = scripts_in(text)
    script = next((script for script in SCRIPTS if script.code in found), None)
    if script is None or script.writes(main):
        return ""
    return telltale(text, script) or script.language
