"""What footnotes and the marks that call them look like, each on its own; pairing them is another matter."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple
from unicodedata import normalize

from procpub.patterns import regex
from procpub.recovery.lexicon import NOTE_WORDS

LONGEST = 12
"""Letters of the word before a number in "[Footnote 1: ...]"."""


class Form(Enum):
    """How a mark is printed."""

    WORD = "[Footnote 1: ...]"
    BRACKETS = "[1]"
    PARENTHESES = "(1)"
    SYMBOL = "*"
    RAISED = "¹"
    BARE = "1"
    STOP = "1."
    """An item's marker anywhere but under a heading that says that notes follow."""


CALLED_BY = {
    Form.WORD: frozenset({Form.BRACKETS, Form.PARENTHESES, Form.RAISED, Form.SYMBOL}),
    Form.BRACKETS: frozenset({Form.BRACKETS, Form.RAISED}),
    Form.PARENTHESES: frozenset({Form.PARENTHESES, Form.BRACKETS, Form.RAISED}),
    Form.SYMBOL: frozenset({Form.SYMBOL, Form.BRACKETS, Form.PARENTHESES}),
    Form.RAISED: frozenset({Form.RAISED, Form.BARE}),
    Form.BARE: frozenset({Form.BARE, Form.RAISED, Form.BRACKETS}),
    Form.STOP: frozenset({Form.BARE, Form.RAISED, Form.BRACKETS, Form.PARENTHESES}),
}
"""The forms of calls that may belong to notes of each form."""


class Opening(NamedTuple):
    """The mark that a note begins with: its form, what it counts by, as printed, and the note's words after it.

    `unclosed`: the bracket that the note stands in is closed in a later paragraph.
    """

    form: Form
    key: str
    printed: str
    rest: str
    unclosed: bool = False


class Call(NamedTuple):
    """A mark in the text that may call a note, with its place in it."""

    form: Form
    key: str
    printed: str
    start: int
    end: int


_MARK = r"\d{1,3}|[A-Za-z]|\*{1,4}|†{1,3}|‡{1,3}|§{1,3}"
_RAISED = "[⁰¹²³⁴-⁹]{1,3}"
_WORD = regex(rf"\[(?P<word>[^\W\d_]{{1,{LONGEST}}})(?:\s+(?P<mark>{_MARK}))?\s?[:.：]\s*(?=\S)")
_OPENINGS = (
    (Form.BRACKETS, regex(rf"\[({_MARK})\][.:]?\s*(?=\S)")),
    (Form.PARENTHESES, regex(rf"\(({_MARK})\)\s*(?=\S)")),
    (Form.SYMBOL, regex(r"(\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|¶)\s*(?=[^\W\d_]|[\"“„«(‘'\[])")),
    (Form.RAISED, regex(rf"({_RAISED})\s*(?=\S)")),
    (Form.BARE, regex(r"(\d{1,3})(?:\s+(?=[^\W\d_]|[\"“„«(‘'])|(?=[^\W\d_]))")),
    (Form.STOP, regex(r"(\d{1,3})[.)]\s+(?=\S)")),
)
_FIRST = "[(*†‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹0123456789"
_CALLS = regex(
    rf"\[(?P<brackets>{_MARK})\]"
    rf"|(?<=[^\W\d_][^\W\d_]|[^\s\w(][^\s\w(])\((?P<parentheses>{_MARK})\)"
    rf"|(?<=[^\W\d_][.,;:!?])\((?P<dotted>{_MARK})\)"
    rf"|(?<=\S)(?P<raised>{_RAISED})"
    r"|(?P<symbol>\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|¶)"
    r"|(?<=[^\W\d_][.,;:!?\"”’»)])(?P<after>\d{1,3})(?!\S)"
    r"|(?<=[^\W\d_][^\W\d_][^\W\d_])(?P<glued>\d{1,3})(?=[\s.,;:!?)”\"»]|$)"
)
_EMPHASIS_ENDS = regex(r"\S\*(?!\w)")


def opening(text: str) -> Opening | None:
    """The mark that a paragraph begins with, if it may be a note."""
    if text[:1] not in _FIRST or not text:
        return None
    word = _WORD.match(text)
    if word and word["word"].casefold() in NOTE_WORDS:
        closed = text.endswith("]")
        rest = text[word.end() : -1] if closed else text[word.end() :]
        return Opening(Form.WORD, word["mark"] or "", word["mark"] or "", rest.rstrip(), not closed) if rest else None
    for form, pattern in _OPENINGS:
        match = pattern.match(text)
        if match:
            rest = text[match.end() :]
            fits = _fits(form, match, rest)
            return Opening(form, _key(match[1]), match.group().strip(), rest) if fits else None
    return None


def _fits(form: Form, match: re.Match[str], rest: str) -> bool:
    if form is Form.SYMBOL:
        return not (match[1][0] == "*" and _EMPHASIS_ENDS.search(rest))
    # A number that is glued to its note has a capital after it: "2nd" and "3d" are words.
    return form is not Form.BARE or rest[0] in "\"“„«(‘'" or rest[0].isupper() or match.group()[-1].isspace()


def _key(mark: str) -> str:
    return normalize("NFKC", mark)


def calls(text: str) -> Iterator[Call]:
    """The marks in a text that may call notes, in order: there are words before them. Asterisks around words are
    emphasis.
    """
    emphasis: list[str] = []
    for match in _CALLS.finditer(text):
        kind = match.lastgroup or ""
        mark = match[kind]
        if kind == "symbol":
            before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
            if not before or before.isspace() or before in '([“"‘„«—':
                if after and not after.isspace():
                    emphasis.append(mark)
                continue
            if mark in emphasis:
                emphasis.remove(mark)
                continue
            if after.isalnum():
                continue
        if match.start():
            yield Call(_FORMS[kind], _key(mark), match.group(), match.start(), match.end())


_FORMS = {
    "brackets": Form.BRACKETS,
    "parentheses": Form.PARENTHESES,
    "dotted": Form.PARENTHESES,
    "raised": Form.RAISED,
    "symbol": Form.SYMBOL,
    "after": Form.BARE,
    "glued": Form.BARE,
}
