"""Damage as scans, dumps and copying do it to plain text, and what must hold of every document recovered from it.

Used by the tests, for a short run, and by the other scripts here, for long ones. All damage is drawn from a
`random.Random`, so that a seed repeats it.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from procpub.diagnostics import Code, Report
from procpub.interfaces import ReadOptions, SourceText
from procpub.model.check import check
from procpub.model.dump import dump
from procpub.model.proceedings import Proceedings
from procpub.readers.plain_text import read
from procpub.recovery.pipeline import recover

CONFUSIONS: dict[str, tuple[str, ...]] = {
    "e": ("c", "o"), "c": ("e", "o"), "o": ("c", "0", "a"), "a": ("o", "u"), "u": ("n", "ii"), "n": ("u", "ri"),
    "h": ("b", "li"), "b": ("h", "6"), "l": ("1", "I", "i"), "i": ("l", "1", "j"), "t": ("f", "l"), "f": ("t", "r"),
    "r": ("t", "i"), "m": ("rn", "in"), "w": ("vv",), "d": ("cl",), "s": ("5", "8"), "g": ("q", "9"), "v": ("y",),
    "I": ("l", "1", "J"), "O": ("0", "Q"), "S": ("5", "8"), "B": ("8", "R"), "E": ("F",), "G": ("C", "6"),
    "C": ("G", "("), "M": ("N", "JV1"), "H": ("II",), "D": ("O",), "Z": ("2",), "0": ("O", "o"), "1": ("l", "I"),
    "5": ("S",), "6": ("b",), "8": ("B",), "2": ("Z",), "3": ("8",), "ä": ("a", "ii"), "ö": ("o", "ii"),
    "ü": ("u", "ii"), "ß": ("B", "fs"), "é": ("e", "6"), "è": ("e",), "ç": ("c",), "ñ": ("n",),
    ".": (",", "", "·"), ",": (".", "", "'"), ":": (";", "."), ";": (":",), "'": ("", "’"), "’": ("'", ""),
    "“": ("''", "*"), "”": ("''", "\""), "-": ("", "—", "~"), " ": ("", "  "), "\n": (" ", "\n\n"), "\f": ("", "\n"),
}  # fmt: skip
"""What a character is misread as; an empty string where it is overlooked, a space for a line end that is."""

Damage = Callable[[str, Random], str]


def misread(text: str, share: float, random: Random) -> str:
    """The text with about this share of its characters misread."""
    characters = list(text)
    for place in random.sample(range(len(characters)), round(share * len(characters))):
        options = CONFUSIONS.get(characters[place])
        if options:
            characters[place] = random.choice(options)
    return "".join(characters)


def _misread(text: str, random: Random) -> str:
    return misread(text, random.choice((0.01, 0.02, 0.05)), random)


def _some(lines: Sequence[str], random: Random) -> set[int]:
    """Places of one line, of a few, or of one in ten."""
    most = random.choice((1, 3, max(1, len(lines) // 10)))
    return set(random.sample(range(len(lines)), min(most, len(lines))))


def _drop_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    gone = _some(lines, random)
    return "\n".join(line for i, line in enumerate(lines) if i not in gone)


def _double_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    doubled = _some(lines, random)
    return "\n".join(f"{line}\n{line}" if i in doubled else line for i, line in enumerate(lines))


def _shuffle_lines(text: str, random: Random) -> str:
    """A stretch of lines in any order, or all of them."""
    lines = text.split("\n")
    length = random.choice((2, 10, len(lines)))
    begin = random.randrange(max(1, len(lines) - length + 1))
    stretch = lines[begin : begin + length]
    random.shuffle(stretch)
    return "\n".join([*lines[:begin], *stretch, *lines[begin + length :]])


def _move_lines(text: str, random: Random) -> str:
    """A stretch of lines somewhere else, as when columns or pages are dumped in the wrong order."""
    lines = text.split("\n")
    begin, end = sorted(random.randrange(len(lines) + 1) for _ in range(2))
    stretch, rest = lines[begin:end], lines[:begin] + lines[end:]
    place = random.randrange(len(rest) + 1)
    return "\n".join([*rest[:place], *stretch, *rest[place:]])


def _merge_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    merged = _some(lines, random)
    return "".join(line + (" " if i in merged else "\n") for i, line in enumerate(lines))


def _split_lines(text: str, random: Random) -> str:
    """Lines broken after any of their words, some in the middle of one."""
    lines = text.split("\n")
    for i in _some(lines, random):
        at = random.randrange(len(lines[i]) + 1)
        lines[i] = f"{lines[i][:at]}{random.choice(('', '-'))}\n{lines[i][at:]}"
    return "\n".join(lines)


def _wrap(text: str, random: Random) -> str:
    """Every line broken into lines of one measure."""
    measure = random.choice((30, 55, 70))
    wrapped = []
    for line in text.split("\n"):
        row = ""
        for word in line.split(" "):
            if row and len(row) + len(word) >= measure:
                wrapped.append(row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        wrapped.append(row)
    return "\n".join(wrapped)


def _indent(text: str, random: Random) -> str:
    lines = text.split("\n")
    for i in _some(lines, random):
        lines[i] = " " * random.randrange(12) + lines[i]
    return "\n".join(lines)


def _blank_lines(text: str, random: Random) -> str:
    """Blank lines put in, or all taken out."""
    lines = text.split("\n")
    if random.random() < 0.3:
        return "\n".join(filter(str.strip, lines))
    blank = _some(lines, random)
    return "\n".join(f"{line}\n" if i in blank else line for i, line in enumerate(lines))


def _number_pages(text: str, random: Random) -> str:
    """A folio, perhaps with a running head, every so many lines."""
    every, head = random.choice((7, 30, 45)), random.choice(("", "Proceedings of the Meeting ", "\f"))
    lines = text.split("\n")
    return "\n".join(f"{line}\n{head}{i // every}" if i % every == every - 1 else line for i, line in enumerate(lines))


def _strange_characters(text: str, random: Random) -> str:
    """Characters that plain text rarely has, put in anywhere."""
    characters = list(text)
    for place in sorted(random.sample(range(len(characters) + 1), min(5, len(characters) + 1)), reverse=True):
        characters.insert(place, random.choice("\x00\x0b\x0c\u00ad\u200b\u2028\ufeff\ufffd*_\t外かΩЯ😀¬|ﬁ½²"))
    return "".join(characters)


DAMAGES: dict[str, Damage] = {
    "misread": _misread,
    "drop lines": _drop_lines,
    "double lines": _double_lines,
    "shuffle lines": _shuffle_lines,
    "move lines": _move_lines,
    "merge lines": _merge_lines,
    "split lines": _split_lines,
    "wrap": _wrap,
    "indent": _indent,
    "blank lines": _blank_lines,
    "number pages": _number_pages,
    "strange characters": _strange_characters,
}


def damaged(text: str, random: Random, names: Sequence[str]) -> str:
    """The text after these kinds of damage, one after the other."""
    for name in names:
        text = DAMAGES[name](text, random)
    return text


def excerpt(text: str, random: Random, longest: int) -> str:
    """So many lines in a row from anywhere in the text."""
    lines = text.split("\n")
    begin = random.randrange(max(1, len(lines) - longest + 1))
    return "\n".join(lines[begin : begin + longest])


_NOTE_MARK = re.compile(r"\W*(?:[^\W\d_]+\s+)?\w{1,4}\W")


def letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in the text, in either case."""
    return Counter(filter(str.isalnum, text.casefold()))


def recovered(text: str) -> tuple[SourceText, Proceedings, Report]:
    """The text read and recovered; blank text is refused by the reader.

    Raises:
        InputError: there is nothing in the text, or it is no text.
    """
    report = Report()
    source = read(text.encode("utf-8", "surrogatepass"), "noise.txt", ReadOptions(encoding="utf-8"), report)
    return source, recover(source, report), report


def _marks_of_notes(source: SourceText, report: Report) -> Counter[str]:
    """The marks that footnotes began with, "[Footnote 1:" or "1": they stand where the notes are called, once."""
    first = {found.span.first for found in report if found.code is Code.FOOTNOTE and found.span}
    marks = (_NOTE_MARK.match(line.text) for line in source.lines if line.number in first)
    return letters(" ".join(mark.group() for mark in marks if mark))


def faults(source: SourceText, document: Proceedings, report: Report) -> list[str]:
    """What must hold and does not: the document is sound, and every letter of the source is in it or in a line that the
    report says was left out.
    """
    gone = {diagnostic.span.first for diagnostic in report if diagnostic.code is Code.FURNITURE and diagnostic.span}
    printed = letters("\n".join(line.text for line in source.lines))
    furniture = letters("\n".join(line.text for line in source.lines if line.number in gone))
    lost = printed - letters(dump(document)) - furniture - _marks_of_notes(source, report)
    found = list(check(document))
    if lost:
        found.append(f"letters lost: {dict(lost)}")
    return found
