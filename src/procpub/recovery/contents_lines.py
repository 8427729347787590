"""What a line of the contents is: a label, and the folio or date that it leads to, in the forms in which houses print
them.
"""

from typing import NamedTuple

from procpub.patterns import regex

_FOLIO = regex(r"(?:^|(?<=[\s.·…_-]))(?P<page>\d{1,5}(?:\s?[A-D])?|[ivxlc]{1,8}|[IVXLC]{1,8})\.?$")
"""A folio at the end: arabic (perhaps with a column letter) or roman."""

_LEADER = regex(r"[.·…_\s-]{3,}|\t")
"""Dots, lines, a tab or wide space between a label and what it leads to."""

_LEADER_MARKS = ".·…_- \t\u00a0"

_LEADING = regex(r"(?P<page>\d{1,4}|[ivxlc]{1,7})(?:\s{2,}|\t\s*)(?P<label>[^\W\d_].*)")
"""A folio before the label."""

_BARE_FOLIO = regex(r" (?P<page>\d{1,5}(?:\s?\*?[A-D])?)$")
"""Where the dump kept one space only; believed if the numbers go up."""

_DATE = regex(r"(?:[^\W\d_]+\.? )?\d[^.…]{0,30}\.?")


class Split(NamedTuple):
    """A line of the contents divided at its leaders: the label, and the folio that it leads to (empty where that is a
    `date` or nothing). `led`: there are leaders, which running text has not.
    """

    label: str
    page: str
    led: bool = True
    date: str = ""


def paged_line(text: str) -> Split | None:
    """A label, leaders, a folio."""
    folio = _FOLIO.search(text)
    if not folio or not folio.start():
        return None
    head = text[: folio.start()]
    label = head.rstrip(_LEADER_MARKS)
    leader = head[len(label) :]
    marks = sum(mark in ".·…_" for mark in leader)
    led = marks >= 2 or "…" in leader or "\t" in leader or len(leader) >= 3
    return Split(label, folio["page"]) if label and led else None


def leading_line(text: str) -> Split | None:
    """A folio, then a label."""
    match = _LEADING.fullmatch(text)
    return Split(match["label"], match["page"]) if match else None


def bare_line(text: str) -> Split | None:
    """A label and a folio with one space between them."""
    match = _BARE_FOLIO.search(text[-12:])
    label = text[: len(text) - len(match.group())] if match else ""
    return Split(label, match["page"]) if match and any(map(str.isalpha, label)) else None


def dated_line(text: str) -> Split | None:
    """A label, leaders, a date; without the date, which is in the heading too, if anywhere."""
    runs = list(_LEADER.finditer(text))
    if not runs or not _DATE.fullmatch(text, runs[-1].end()):
        return None
    if not runs[-1].start():
        return None
    return Split(text[: runs[-1].start()], "", date=text[runs[-1].end() :])


def led_nowhere(text: str) -> Split | None:
    """A label with leaders and nothing behind them."""
    label = text.rstrip(_LEADER_MARKS)
    return Split(label, "") if label and sum(mark in ".·…_" for mark in text[len(label) :]) >= 4 else None
