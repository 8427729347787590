"""Reads plain text: bytes to numbered lines, with pages told apart by form feeds, and nothing that XML cannot hold."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from procpub.diagnostics import Code, Report, Span
from procpub.errors import InputError
from procpub.interfaces import Line, ReadOptions, SourceText
from procpub.model.metadata import Source
from procpub.patterns import regex
from procpub.readers.binary import what_binary
from procpub.readers.encoding import decode

TAB = 8
"""Columns from one tab stop to the next."""

MOST_REPORTED = 20
"""Lines that are reported one by one for one kind of damage; the others are counted."""

_HTML = regex(r"\s*<(!doctype\s+html|html)\b", re.IGNORECASE)

_LINE_END = regex("\r\n|\n|\r")
"""What editors count as the end of a line; the others below only divide one."""

_DIVISION = regex("[\x0b\x85\u2028\u2029]")
"""Vertical tab (Word's manual line break), NEL, line and paragraph separator (Unicode 5.8, newline guidelines)."""

_END_NAMES = {
    "\r\n": "CRLF", "\n": "LF", "\r": "CR", "\x0b": "VT", "\x85": "NEL", "\u2028": "U+2028", "\u2029": "U+2029",
}  # fmt: skip

_UNWANTED = regex("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Controls that end no line, what XML 1.0 (section 2.2) forbids, and byte order marks left by joined files."""

_CONTROL = regex("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""For telling text from binary data: without escape, which terminals leave in text."""


def read(data: bytes, name: str, options: ReadOptions, report: Report) -> SourceText:
    """The lines of a plain text.

    Raises:
        InputError: it is empty, or no text; the message says what it is instead, where that is known.
        UsageError: there is no encoding of the name given.
    """
    binary = what_binary(data)
    if binary:
        raise InputError(f"this is no plain text but {binary}")
    decoded = decode(data, options.encoding)
    text = decoded.text.removeprefix("\ufeff")
    if len(_CONTROL.findall(text)) * 20 > len(text):
        raise InputError("this is no plain text but binary data; save or dump it as text first")
    if _HTML.match(text):
        raise InputError("this is no plain text but a web page; open it in a browser and save it as text first")
    numbered = list(enumerate(_LINE_END.split(text), 1))
    lines = tuple(_lines(numbered))
    if not any(line.text for line in lines):
        raise InputError("it is empty" if not data else "it holds nothing but white space")
    hint = None if options.encoding else "--encoding says otherwise"
    report.add(Code.ENCODING, f"read as {decoded.encoding}, {decoded.reason}", hint=hint)
    _report_damage(numbered, report)
    _report_line_ends(text, report)
    count = len(numbered) if numbered[-1][1] else len(numbered) - 1
    source = Source(name=name, encoding=decoded.encoding, sha256=sha256(data).hexdigest(), lines=count)
    return SourceText(source=source, lines=lines)


def _lines(numbered: Sequence[tuple[int, str]]) -> Iterator[Line]:
    """The lines of the source, divided further where a character in them says so; pieces keep the line's number."""
    page = 1
    for number, text in numbered:
        if text.isprintable():  # neither form feeds nor anything else to take care of
            yield _line(text, number, page)
            continue
        for at, piece in enumerate(text.split("\f")):
            page += at > 0
            # A form feed is no line: what stands before or after it counts if there is anything.
            if piece or "\f" not in text:
                yield from (_line(part, number, page) for part in _DIVISION.split(piece))
        if text and not text.strip("\f"):
            yield _line("", number, page)


def _line(text: str, number: int, page: int) -> Line:
    clean = text if text.isprintable() else _UNWANTED.sub("", text)
    stripped = clean.lstrip()
    indent = len(clean[: len(clean) - len(stripped)].expandtabs(TAB))
    return Line(number=number, indent=indent, text=stripped.rstrip(), page=page)


def _report_damage(numbered: Sequence[tuple[int, str]], report: Report) -> None:
    lost = [(number, text.count("\ufffd")) for number, text in numbered if "\ufffd" in text]
    _report_lines(Code.UNDECODABLE_BYTES, "characters lost, shown as U+FFFD", lost, report)
    odd = [(number, text) for number, text in numbered if not text.isprintable()]
    controls = [(number, len(_UNWANTED.findall(_DIVISION.sub("", text)))) for number, text in odd]
    removed = [(number, count) for number, count in controls if count]
    _report_lines(Code.CONTROL_CHARACTERS, "control characters taken out", removed, report)


def _report_lines(code: Code, what: str, found: Sequence[tuple[int, int]], report: Report) -> None:
    """One diagnostic a line for the first lines, one for all others together."""
    for number, count in found[:MOST_REPORTED]:
        report.add(code, f"{what}: {count}", Span(number, number))
    rest = found[MOST_REPORTED:]
    if rest:
        total = sum(count for _, count in rest)
        report.add(code, f"{what}: {total} more, in {len(rest)} lines", Span(rest[0][0], rest[-1][0]))


def _report_line_ends(text: str, report: Report) -> None:
    kinds = Counter(re.findall("|".join(_END_NAMES), text)).most_common()
    if len(kinds) > 1:
        counts = ", ".join(f"{count} {_END_NAMES[end]}" for end, count in kinds)
        report.add(Code.LINE_ENDS, f"the source mixes line ends: {counts}")
