"""Phrases inside a text that are in another language than the text, found by script or by function words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from procpub.patterns import regex
from procpub.recovery.language import HAN, KANA_SHARE, SCRIPTS, Script, scripts_in, telltale
from procpub.recovery.lexicon import FUNCTION_WORDS

BEYOND_LATIN = regex(
    "[^\x00-\u036f\u1e00-\u1eff\u2000-\u2c7f\u2e00-\u2e7f\ua720-\ua7ff\ufb00-\uff65\uffdd-\uffff\U00040000-\U0010ffff]"
)
"""Letters of other scripts: to be quick about texts that have none. The class lists what is left out, for
that is less, and Python compiles a class character by character.
"""

UNDETERMINED = "und"
"""The subtag of ISO 639-2 for a language that is not known; the script behind it is."""

FEWEST_WORDS = 4
"""Words of a phrase whose language function words can tell."""

FEWEST_HITS = 2
"""Different function words that such a phrase has."""

HIT_SHARE = 0.15
"""At least this share of its words are function words."""

QUICK_LOOK = 200
"""Characters in which most texts show that they are in the main language."""

GREEK_WORD = 3
"""Letters of a Greek word at least; fewer are symbols, as in formulas."""

LONGEST_HAN = 20
"""Ideographs before the first kana of a Japanese phrase."""

_JOINT = r"(?:[^\w()\[\]{}\"“”„«»‹›]|[\d_]){0,12}+"
"""Between words of one phrase: spaces, digits, marks other than brackets and quotation marks."""

_WIDE_MARKS = "\u3001-\u301f\uff01-\uff0f\uff1a-\uff20"
"""Chinese and Japanese punctuation, which belongs to the phrase that it stands beside."""

_LATIN = regex("[0-9A-Za-z\u00c0-\u024f]")

_WORD = regex(r"[^\W\d_]+")

_MORE_WORDS = {
    "en": "a an i we you he she they his her their our your my will would can all or but if there what so no when who "
    "do does did been more than into about should may must these those its one out up over under after",
    "de": "ich wir sie er ihr aber oder wie wenn man noch nur so bei aus nach zum zur vom wird sind war hat haben "
    "in so was",
    "fr": "je nous vous il elle ils leur mais ou avec sans aux cette ces été être son sa ses notre on a y",
    "es": "yo nosotros él ella ellos pero o sin sobre entre este esta ser ha hay muy ya cuando",
    "it": "io noi voi lui lei loro ma o senza questo questa essere ha ho ci gli anche in o come",
    "pt": "eu nós ele ela eles mas ou sem sobre entre este esta ser há muito já pelo pela",
    "nl": "ik wij zij hij maar of zonder deze dit wordt worden heeft hebben naar uit over was we of",
}
"""More common words of languages that many volumes are in or quote from."""


class Phrase(NamedTuple):
    """A phrase by its place in a text, its language as a BCP 47 tag, and how sure that is."""

    start: int
    end: int
    language: str
    confidence: float


class Tongues(NamedTuple):
    """What the texts in other scripts in one document tell about each other: the language of those phrases of a script
    whose letters give it away, by the script's code.
    """

    by_script: Mapping[str, str]


def tongues(text: str) -> Tongues:
    """The languages in which a document's texts in other scripts surely are; `text` holds them all."""
    found = {}
    counts = scripts_in(text)
    if counts["Jpan"] > KANA_SHARE * (counts["Jpan"] + counts["Hani"]):
        found["Hani"] = "ja"
    for script in SCRIPTS:
        votes = Counter(filter(None, (telltale(word, script) for word in _WORD.findall(text) if script.others)))
        ranked = votes.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]):
            found[script.code] = ranked[0][0]
    return Tongues(found)


def phrases_by_script(text: str, main: str, known: Tongues) -> Iterator[Phrase]:
    """The phrases in scripts that the main language is not written in, in order."""
    for match in _finder(main).finditer(text):
        script = next(script for script in SCRIPTS if script.code == match.lastgroup)
        start, end = match.span()
        if _is_text(text, start, end, script):
            language, confidence = _language(match.group(), script, known)
            yield Phrase(start, end, language, confidence)


@cache
def _finder(main: str) -> re.Pattern[str]:
    """Finds runs of one script with what stands between their words; its groups are named by the scripts' codes."""
    foreign = [script for script in SCRIPTS if not script.writes(main)]
    return re.compile("|".join(f"(?P<{script.code}>{_run(script, main)})" for script in foreign))


def _run(script: Script, main: str) -> str:
    """Letters of the script, with what stands between its words; possessive, so that no text takes long.

    Kana and ideographs make one run of Japanese, except in Chinese text.
    """
    letters, marks = script.letters, ""
    if script.code == "Hani" or (script.code == "Jpan" and not main.startswith("zh")):
        marks = f"[{_WIDE_MARKS}]"
    head = f"[{letters}]++"
    if script.code == "Jpan" and marks:
        head, letters = f"[{HAN}]{{0,{LONGEST_HAN}}}+[{letters}]++", letters + HAN
    run = f"{head}(?:{_JOINT}[{letters}]++)*+"
    return f"{marks}{{0,3}}+{run}{marks}{{0,3}}+" if marks else run


def _is_text(text: str, start: int, end: int, script: Script) -> bool:
    """Whether a run is words: one letter of an alphabet is a symbol, and one inside a Latin word a misreading."""
    if script.code not in {"Grek", "Cyrl", "Arab", "Hebr", "Armn", "Geor"}:
        return True
    if _LATIN.match(text[start - 1 : start]) or _LATIN.match(text[end : end + 1]):
        return False
    lengths = [len(word) for word in _WORD.findall(text[start:end])]
    if script.code == "Grek":
        return max(lengths) >= GREEK_WORD or sum(length >= 2 for length in lengths) > 1
    return max(lengths) > 1


def _language(phrase: str, script: Script, known: Tongues) -> tuple[str, float]:
    told = telltale(phrase, script)
    if told:
        return told, 0.9
    if script.code == "Cyrl":
        words = language_of_phrase(phrase, "", [tag for tag in FUNCTION_WORDS if script.writes(tag)])
        language = words.language if words else known.by_script.get("Cyrl")
        return (language, 0.8) if language else (f"{UNDETERMINED}-Cyrl", 0.9)
    if script.others:
        return known.by_script.get(script.code, script.language), 0.9
    return script.language, 0.95


_ALPHABETS = {tag: next((s.code for s in SCRIPTS if s.writes(tag)), "Latn") for tag in FUNCTION_WORDS}


@cache
def _words_of_language(tag: str) -> frozenset[str]:
    return frozenset(f"{FUNCTION_WORDS.get(tag, '')} {_MORE_WORDS.get(tag, '')}".split())


@cache
def _own_words(main: str) -> frozenset[str]:
    """Words of the main language that no other language of its script has."""
    own = main.partition("-")[0]
    others = (tag for tag, code in _ALPHABETS.items() if tag != own and code == _ALPHABETS.get(own, "Latn"))
    return _words_of_language(own).difference(*map(_words_of_language, others))


def language_of_phrase(
    text: str, main: str, tags: list[str] | None = None, *, fewest: int = FEWEST_WORDS, hits: int = FEWEST_HITS
) -> Phrase | None:
    """The whole text as a phrase in another language than the main one, if its function words clearly are.

    It must have at least `fewest` words and `hits` different function words of one language that the main one lacks,
    more than of any other of `tags` (all languages of the main one's script, if not given), and none of the main
    language's that the other lacks.
    """
    if main and not _own_words(main).isdisjoint(text[:QUICK_LOOK].lower().split()):
        return None
    words = _WORD.findall(text.lower())
    own = _words_of_language(main.partition("-")[0])
    if len(words) < fewest or (main and not own):
        return None
    seen = set(words)
    alphabet = _ALPHABETS.get(main.partition("-")[0], "Latn")
    candidates = tags or [tag for tag, code in _ALPHABETS.items() if code == alphabet]
    scores = sorted(((len(seen & (_words_of_language(tag) - own)), tag) for tag in candidates), reverse=True)
    best, tag = scores[0]
    if best < hits or (len(scores) > 1 and scores[1][0] == best):
        return None
    theirs = _words_of_language(tag)
    if seen & (own - theirs) or sum(word in theirs for word in words) < HIT_SHARE * len(words):
        return None
    return Phrase(0, len(text), tag, min(0.95, 0.6 + 0.08 * best))
