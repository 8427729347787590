"""What a document's own words tell: which of them can end a sentence, which are names, which are really hyphenated."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from procpub.patterns import regex
from procpub.recovery.hyphenation import is_division
from procpub.recovery.lexicon import SUSPENDING

SOFT_HYPHENS = "\u00ad¬"
"""Characters that only ever divide a word, and are no part of it."""

HYPHENS = f"-\u2010{SOFT_HYPHENS}"
"""Characters that stand at the end of a line where a word is divided."""

STEM = 3
"""Letters after the seam that a word shares with another if it is a form of it."""

FEWEST = 3
"""Real hyphens at line ends that show a source which divides no words."""

_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDING = regex(r"\b[^\W\d_]++(?=[.!?:;”\"])")
_PARTS = regex(r"['’-]")
_FIRST = regex(r"[^\W\d_]*")


@dataclass(frozen=True)
class Words:
    """Counts of a document's words: `all` as printed, `folded` case-folded, `ending` those at the end of a sentence.

    `compounds` has the second members of hyphenated words by their first; `cuts` the words that line ends divide, in
    two; both case-folded. `language` is a BCP 47 tag, or empty if it is not known.
    """

    all: Counter[str]
    folded: Counter[str]
    ending: Counter[str]
    compounds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cuts: tuple[tuple[str, str], ...] = ()
    language: str = ""

    def never_ends(self, word: str) -> bool:
        """Whether the word is very common and practically never ends a sentence: an article, a preposition."""
        count = self.folded[word.casefold()]
        return count >= max(3, self._total // 500) and self.ending[word.casefold()] * 50 <= count

    def is_common_noun(self, word: str) -> bool:
        """Whether the word is also printed without a capital, so that its capital begins a sentence."""
        return self.all[word.lower()] > 0

    def divided(self, left: str, right: str) -> bool:
        """Whether `left`, which ends a line with a hyphen, and `right` after it are one word, as the function `divided`
        says; a conjunction is half a word where the document prints the whole elsewhere ("thous-", "and").
        """
        if divided(left, right, self.language):
            return True
        one, other = _seam(left[:-1], right)
        return left[-1:] in HYPHENS and bool(one and other) and self.folded[(one + other).casefold()] > 0

    def join_divided(self, left: str, right: str) -> str:
        """A word divided at a line end made one again; `left` comes without its hyphen, either may have punctuation.

        The document's own words decide: printed whole elsewhere, or hyphenated, or hyphenated with other words. Then
        the hyphenation patterns of its language: where two words meet and none may be divided, the hyphen is real.
        """
        return left + right if self._is_whole(left, right) else f"{left}-{right}"

    def _is_whole(self, left: str, right: str) -> bool:
        before, after = _seam(left, right)
        if not before or not after:
            return False  # digits: "15-jährig", "COVID-19"
        one, other = before.casefold(), after.casefold()
        known, hyphenated = self.folded[one + other], self.folded[f"{one}-{other}"]
        if known or hyphenated:
            return known >= hyphenated
        if after[0].isupper() != before.isupper() or (len(before) == 1 and after[0].isupper()):
            return False  # "Bergen-Belsen", "UN-led", "E-Mail"
        if self._knows_form(one + other, len(one) + STEM):
            return True
        seconds = self.compounds.get(one, frozenset())
        if len(seconds) > 1 or any(second[:STEM] == other[:STEM] for second in seconds) or not self._divides_words:
            return False
        return not (self.folded[one] and self.folded[other]) or is_division(one, other, self.language) is True

    def _knows_form(self, whole: str, shared: int) -> bool:
        """Whether a word of the document has the same first letters, so many of them."""
        if len(whole) < shared:
            return False
        at = bisect_left(self._vocabulary, whole[:shared])
        return at < len(self._vocabulary) and self._vocabulary[at].startswith(whole[:shared])

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self.folded)

    @cached_property
    def _total(self) -> int:
        return self.folded.total()

    @cached_property
    def _divides_words(self) -> bool:
        """Whether the source divides words at line ends at all; many only break after the hyphens that they have."""
        whole = sum(self.folded[one + other] > 0 for one, other in self.cuts)
        real = sum(self.folded[one] > 0 and self.folded[other] > 0 for one, other in self.cuts) - whole
        return real < FEWEST or 4 * whole >= real


def divided(left: str, right: str, language: str = "") -> bool:
    """Whether `left`, at the end of a line, ends in a hyphen that belongs to one word with `right` after it.

    Not so where the hyphen stands for the second half of a word: "pre- and post-war", "Hin- und Rückweg". `language`
    is a BCP 47 tag, or empty if it is not known.
    """
    if len(left) < 2 or left[-1] not in HYPHENS or not right[:1].isalnum() or not left[-2].isalnum():
        return False
    if left[-1] in SOFT_HYPHENS:
        return left[-2].isalpha() and right[0].isalpha()
    conjunctions = SUSPENDING.get(language.partition("-")[0], SUSPENDING[""])
    if right.rstrip(".,;:").casefold() in conjunctions.split() and not right[0].isupper():
        return False
    if left[-2].isdigit():
        return not right[0].isupper() or len(left) < 5  # "1914-1918", "15-Jährige"; but "born 1939- Professor"
    return len(left) > 2 or (left[0].isupper() and left[0] != "I" and right[0].isalpha())  # "E-Mail"; but "1. a- ..."


def _seam(left: str, right: str) -> tuple[str, str]:
    """The letters on both sides of a seam."""
    backwards = _FIRST.match(left[::-1])
    forwards = _FIRST.match(right)
    return (backwards[0][::-1] if backwards else "", forwards[0] if forwards else "")


def words_of(texts: Iterable[str], language: str = "") -> Words:
    """The words of the texts, hyphenated ones whole and in their parts. The halves of a word that is divided between a
    text and the next are no words.
    """
    texts = [text for text in texts if text]
    tokens = Counter(chain.from_iterable(map(str.split, texts)))
    cuts: list[tuple[str, str]] = []
    last = ""
    for text in texts:
        if last[-1:] in HYPHENS and last:
            one, other = _seam(last[:-1].rpartition(" ")[2], text)
            if one and other:
                cuts.append((one, other))
        last = text
    printed, ending = _words_in(tokens)
    printed.subtract(half for cut in cuts for half in cut)
    folded = tuple((one.casefold(), other.casefold()) for one, other in cuts)
    return _counted(printed, ending, folded, language)


def _words_in(tokens: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """The words of tokens as printed, and those that end a sentence, case-folded. Most tokens come many times, so that
    to look at each only once is much the quickest way.
    """
    printed: defaultdict[str, int] = defaultdict(int)  # a counter, but quicker at words that are new
    ending: defaultdict[str, int] = defaultdict(int)
    for token, count in tokens.items():
        if token.isalpha():
            printed[token] += count
            continue
        for word in _WORD.findall(token):
            printed[word] += count
        if not token[-1].isalnum():  # the others end nothing
            for word in _ENDING.findall(token):
                ending[word.casefold()] += count
    return Counter(printed), Counter(ending)


def _counted(printed: Counter[str], ending: Counter[str], cuts: tuple[tuple[str, str], ...], language: str) -> Words:
    """The counts with hyphenated words in their parts too, and elided ones ("l'intervention") under their last."""
    compounds: defaultdict[str, set[str]] = defaultdict(set)
    folded: defaultdict[str, int] = defaultdict(int)
    parts: defaultdict[str, int] = defaultdict(int)
    for word, count in printed.items():
        if count <= 0:
            continue
        folded[word.casefold()] += count
        if "-" in word:
            for part in word.split("-"):
                parts[part] += count
            for one, other in pairwise(word.casefold().split("-")):
                compounds[one].add(other)
        elif "'" in word or "’" in word:
            last = _PARTS.split(word)[-1].casefold()
            folded[last] += count * (len(last) > STEM)
    for part, count in parts.items():
        folded[part.casefold()] += count
    printed.update(parts)
    return Words(
        printed, Counter(folded), ending, {one: frozenset(others) for one, others in compounds.items()}, cuts, language
    )
