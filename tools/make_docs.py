"""Writes docs/diagnostics.md from the codes in procpub/diagnostics.py, where each is documented.

Usage: python tools/make_docs.py
"""

import re
from collections.abc import Iterator
from inspect import getsource
from itertools import groupby
from pathlib import Path

from procpub.diagnostics import Code

PAGE = Path(__file__).parent.parent / "docs" / "diagnostics.md"

INTRODUCTION = """\
# Diagnostics

<!-- Made by tools/make_docs.py out of src/procpub/diagnostics.py; change the text there. -->

procpub reports every decision that an editor might want to check, and everything that an edition could not carry. A
diagnostic looks like a compiler's message: the file, the line of the source, how bad it is, what was decided, and its
code in brackets.

    proceedings.txt:71: warning: joined with line 69 over a page break [joined-paragraph]

There are three severities: a **note** tells of a routine decision; a **warning** of a decision that may be wrong, worth
a look; an **error** of something that is lost or cannot be trusted. `--fail-on warning` or `--fail-on error` makes the
command end with exit code 1 if there was one at that level or above. Codes may be added, but are never renamed, so
scripts may rely on them.
"""


def diagnostics_page() -> str:
    """The whole page: a table of codes for each stage of the conversion, in the order of their definition."""
    return "\n".join((INTRODUCTION, *_tables()))


def _tables() -> Iterator[str]:
    stages = _stages()
    for stage, codes in groupby(Code, key=lambda code: stages[code.name]):
        yield f"## {stage[0].upper()}{stage[1:]}\n"
        yield "| Code | Severity | What it says |\n| --- | --- | --- |"
        yield from (f"| `{code.slug}` | {code.severity.label} | {code.explanation} |" for code in codes)
        yield ""


def _stages() -> dict[str, str]:
    """The stage that each code belongs to: the comment that stands over its group in the class."""
    stages, stage = {}, ""
    for line in getsource(Code).splitlines():
        if comment := re.fullmatch(r" {4}# (.+)", line):
            stage = comment[1]
        elif definition := re.match(r" {4}([A-Z_]+) = ", line):
            stages[definition[1]] = stage
    return stages


if __name__ == "__main__":
    PAGE.write_text(diagnostics_page(), encoding="utf-8", newline="\n")
