"""Where words may be divided: Liang's algorithm (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).

The patterns are LibreOffice's, which the package pyphen carries. Its own reading of them takes 60 ms for English and
500 for German (pyphen 0.18, November 2026), and importing it 27 more, which is a third of the time that a short book
takes from start to end. Here a pattern is parsed when a word has it: 8 ms and 60.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SHORTEST, LONGEST = 5, 100
"""Words of fewer letters are not divided, nor those of more, which are none."""

_BEFORE, _AFTER = 2, 3
"""At least so many letters stand before and after a hyphen, unless the patterns ask for more."""

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_MINIMUM = re.compile(r"^(LEFT|RIGHT)HYPHENMIN +(\d+)", re.MULTILINE)


class Level:
    """Patterns that are tried together."""

    def __init__(self, text: str) -> None:
        """The patterns, a line each. Those that change the spelling ("omaatje" to "oma-tje") are left out."""
        self._patterns = dict(zip(re.sub("[0-9]+", "", text).split("\n"), text.split("\n"), strict=True))
        self._longest = max(map(len, filter(str.isalpha, self._patterns)), default=0) + 1  # and the dot at a word's end

    def places(self, word: str) -> list[int]:
        """After how many of its letters the word may be divided."""
        dotted = f".{word}."
        values = [0] * (len(dotted) + 1)
        patterns, longest = self._patterns, self._longest
        if len(dotted) > longest and dotted in patterns:  # a whole word, as an exception
            _raise(values, 0, patterns[dotted])
        for start in range(len(dotted)):
            for stop in range(start + 1, min(start + longest, len(dotted)) + 1):
                pattern = patterns.get(dotted[start:stop])
                if pattern:
                    _raise(values, start, pattern)
        return [place - 1 for place, value in enumerate(values) if value % 2 and 1 < place <= len(word)]


def _raise(values: list[int], place: int, pattern: str) -> None:
    """Raises the values from this place on to those that stand between the pattern's letters."""
    for character in pattern:
        if character.isdigit():
            values[place] = max(values[place], int(character))
        else:
            place += 1


class Patterns:
    """The patterns of one language. Of one that compounds words, one level parts these, the next divides the parts."""

    def __init__(self, path: Path) -> None:
        """Reads a hyph_*.dic file (https://github.com/hunspell/hyphen, README.hyphen and README.compound)."""
        data = path.read_bytes()
        encoding = data.partition(b"\n")[0].decode("ascii").strip().lower()
        text = data.decode("cp1251" if encoding == "microsoft-cp1251" else encoding).replace("\r", "")
        minimums = {side: int(count) for side, count in _MINIMUM.findall(text)}
        self._before = max(_BEFORE, minimums.get("LEFT", 0))
        self._after = max(_AFTER, minimums.get("RIGHT", 0))
        self._levels = tuple(map(Level, text.split("\nNEXTLEVEL\n")))

    def positions(self, word: str) -> tuple[int, ...]:
        """After how many of its letters the word, in lower case, may be divided.

        Where three or more would have single letters between them, none is taken: most of them are wrong.
        """
        found = _divided(word, self._levels)
        single = {place for place in found if place + 1 in found and place - 1 in found}
        last = len(word) - self._after
        return tuple(
            place
            for place in found
            if self._before <= place <= last
            and word[place - 1] != "'" != word[place]
            and single.isdisjoint({place - 1, place, place + 1})
        )


def _divided(word: str, levels: tuple[Level, ...]) -> list[int]:
    """After how many of its letters the word may be divided, by all levels."""
    ends = [*levels[0].places(word), len(word)]
    if len(levels) == 1:
        return ends[:-1]
    places: list[int] = []
    start = 0
    for end in ends:
        places += (start + place for place in _divided(word[start:end], levels[1:]))
        places.append(end)
        start = end
    return places[:-1]


def divisions(word: str, language: str) -> tuple[int, ...]:
    """After how many characters a word may be divided, its punctuation counted; none if its language has no patterns.

    Only a word that is one word is: not one with hyphens, slashes or figures in it, which shows where it may break, nor
    one in capitals, which may be an abbreviation.
    """
    found = _LETTERS.search(word)
    if (
        not found
        or not SHORTEST <= len(found[0]) <= LONGEST
        or found[0].isupper()
        or _LETTERS.search(word, found.end())
    ):
        return ()
    patterns = patterns_of(language)
    lower = found[0].lower()
    if patterns is None or len(lower) != len(found[0]) or any(map(str.isdigit, word)):
        return ()
    return tuple(found.start() + place for place in patterns.positions(lower.replace("’", "'")))


_PREFERRED = {"de": "de_DE", "en": "en_US", "no": "nb_NO", "pt": "pt_BR", "sr": "sr"}
"""Whose patterns a language has of which the tag names no country, where several are there."""


@cache
def patterns_of(language: str) -> Patterns | None:
    """The patterns of the language of a BCP 47 tag, or of the nearest to it that has some (RFC 4647, section 3.4)."""
    files = _files()
    subtags = language.replace("-", "_").lower().split("_")
    for count in range(len(subtags), 0, -1):
        name = "_".join(subtags[:count])
        for wanted in (name, _PREFERRED.get(name, "").lower()):
            if wanted in files:
                return Patterns(files[wanted])
    return next((Patterns(path) for name, path in files.items() if name.startswith(f"{subtags[0]}_")), None)


@cache
def _files() -> dict[str, Path]:
    """The dictionaries by the tags in their names, in lower case."""
    package = find_spec("pyphen")
    if package is None or package.origin is None:
        return {}
    folder = Path(package.origin).parent / "dictionaries"
    return {path.stem.removeprefix("hyph_").lower(): path for path in sorted(folder.glob("hyph_*.dic"))}
