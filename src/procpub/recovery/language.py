"""Which language a text is in, and which a name is in, from its script and its commonest words.

Proceedings are long, so a count of function words is certain; the language detectors of the package index were left out
because their models cost more start-up time than the whole of recovery.
"""

import re
from collections import Counter
from collections.abc import Iterable

from procpub.recovery.lexicon import FUNCTION_WORDS

SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
"""Scripts that tell a language, the surest first: kana before ideographs."""

SAMPLE = 200_000
"""Characters that are looked at; more change nothing."""


def language_of_text(lines: Iterable[str]) -> str | None:
    """The main language of running text as a BCP 47 tag; None if there is too little to tell."""
    sample = " ".join(lines)[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for tag, script in SCRIPTS:
        if tag != "ru" and letters and len(script.findall(sample)) > 0.4 * letters:
            return tag
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {tag: sum(counts[word] for word in words.split()) for tag, words in FUNCTION_WORDS.items()}
    best = max(scores, key=lambda tag: (scores[tag], tag))
    return best if scores[best] >= 5 else None


def language_of_name(text: str, main: str) -> str:
    """The tag of a name's language where its script is not the main language's; empty where it is."""
    found = next((tag for tag, script in SCRIPTS if script.search(text)), None)
    if found is None or found == main.partition("-")[0] or {found, main.partition("-")[0]} == {"ru", "uk"}:
        return ""
    return found
