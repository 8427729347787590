"""The seed's contributions N times over, as the damaged text that procpub reads and as clean Markdown for its peers.

Usage: python benchmarks/grow.py TIMES [TIMES ...] --out DIR

Writes DIR/seed-N.txt and DIR/seed-N.md for each N. The headings of each repetition name other speakers, and the
contents list them all, as in a volume that long. The Markdown has every contribution's heading marked already.
"""

import argparse
import re
from itertools import chain
from pathlib import Path

SEED = Path(__file__).parent.parent / "seeds" / "000_dfe2a69c2e3356cc.txt"

PAGES = 72
"""Printed pages of the seed, by which the page numbers of each repetition are later."""

_HEADING = re.compile(r"(?:Opening Remarks|Closing Remarks|Remarks|Speech) (?:by|of) ")
_SPEAKER = re.compile(r"^(\S+(?: Remarks)? (?:by|of) (?:H\. ?E\. )?\S+)")
_ENTRY = re.compile(r"\d+\. (?P<label>.*?)\.{3,}\t(?P<page>\d+)")

_METADATA = """\
---
title: "International Virtual Seminar 2020 on Joint Response to Terrorism under the New Circumstances"
subtitle: Proceedings
date: 2020-12-22
lang: en
---
"""


def grown(seed: str, times: int) -> tuple[str, str]:
    """The text and the Markdown of a volume with the seed's contributions so many times."""
    lines = seed.split("\n")
    begin = next(place for place, line in enumerate(lines) if _HEADING.match(line))
    front, body = lines[:begin], lines[begin:]
    entries = [entry for line in front if (entry := _ENTRY.fullmatch(line))]
    title_page = front[: next(place for place, line in enumerate(front) if _ENTRY.fullmatch(line))]
    contents = [
        f"{turn * len(entries) + place}. {_another(entry['label'], turn)}.....\t{int(entry['page']) + PAGES * turn:02}"
        for turn in range(times)
        for place, entry in enumerate(entries, 1)
    ]
    turns = [[_another(line, turn) if _HEADING.match(line) else line for line in body] for turn in range(times)]
    text = list(chain.from_iterable(turns))
    marked = [f"# {line}" if _HEADING.match(line) else line for line in text]
    return "\n".join([*title_page, *contents, "", *text]), "\n".join([_METADATA, *marked])


def _another(heading: str, turn: int) -> str:
    """The heading with a number after the speaker's first name, from the second repetition on."""
    return _SPEAKER.sub(rf"\1 {turn + 1}", heading) if turn else heading


def write(times: int, folder: Path) -> tuple[Path, Path]:
    """Writes both files of a volume, and says where they are: the text, the Markdown."""
    text, markdown = grown(SEED.read_text(encoding="utf-8"), times)
    paths = folder / f"seed-{times}.txt", folder / f"seed-{times}.md"
    for path, content in zip(paths, (text, markdown), strict=True):
        path.write_text(content, encoding="utf-8")
    return paths


def main() -> None:
    """Reads the arguments, writes the files."""
    parser = argparse.ArgumentParser(description="Write the seed with its contributions repeated.")
    parser.add_argument("times", nargs="+", type=int)
    parser.add_argument("--out", type=Path, default=Path(), help="the folder for the files (this one)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for times in arguments.times:
        write(times, arguments.out)


if __name__ == "__main__":
    main()
