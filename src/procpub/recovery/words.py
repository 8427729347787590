"""What a document's own words tell: which of them can end a sentence, which are names, which are really hyphenated."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD_AND_END = re.compile(r"([^\W\d_]+)([.!?:;”\"]?)")


@dataclass(frozen=True, slots=True)
class Words:
    """Counts of a document's words: `all` as printed, `folded` case-folded, `ending` those at the end of a sentence."""

    all: Counter[str]
    folded: Counter[str]
    ending: Counter[str]

    def never_ends(self, word: str) -> bool:
        """Whether the word is very common and practically never ends a sentence: an article, a preposition."""
        count = self.folded[word.casefold()]
        return count >= max(3, self.folded.total() // 500) and self.ending[word.casefold()] * 50 <= count

    def is_common_noun(self, word: str) -> bool:
        """Whether the word is also printed without a capital, so that its capital begins a sentence."""
        return self.all[word.lower()] > 0

    def join_divided(self, left: str, right: str) -> str:
        """A word divided at a line end (`left` without its hyphen), made whole as the document prints it elsewhere;
        otherwise with a hyphen only before a capital.
        """
        whole, hyphenated = left + right, f"{left}-{right}"
        if self.folded[whole.casefold()]:
            return whole
        return hyphenated if self.folded[hyphenated.casefold()] or not right[:1].islower() else whole


def words_of(texts: Iterable[str]) -> Words:
    """The words of the texts, hyphenated ones whole and in their parts."""
    printed: Counter[str] = Counter()
    ending: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            printed[word] += 1
            if "-" in word:
                printed.update(word.split("-"))
        ending.update(word.casefold() for word, mark in _WORD_AND_END.findall(text) if mark)
    folded: Counter[str] = Counter()
    for word, count in printed.items():
        folded[word.casefold()] += count
    return Words(printed, folded, ending)
