"""How well contributions are still found when the text is misread, as a Markdown table.

Usage: python benchmarks/recovery_noise.py TEXT GOLD [TEXT GOLD ...] [--seeds N]

GOLD is JSON: under "contributions" a list of objects with "heading", perhaps "or" (other forms of it) and "optional"
(counts neither way). A contribution is found if its heading is nearly the same, in order. The headings of a misread
text are misread too, so that a little is lost by the measure itself.
"""

import argparse
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

from rapidfuzz import fuzz

from noise import misread, recovered
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings
from procpub.model.walk import pieces, plain_text

SHARES = (0.0, 0.01, 0.02, 0.05)
"""Characters that are misread."""

SAME = 90
"""Per cent by which two headings are the same."""

CUT = 0.6
"""A heading may be cut or followed by its first words, down to this share of the longer."""


def key(text: str) -> str:
    """The words, in lower case, without marks."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("_", "").casefold()
    return re.sub(r"\W+", " ", folded).strip()


def same_heading(one: str, other: str) -> bool:
    """Whether two keys are the same but for a few characters, or one is the beginning of the other."""
    if not one or not other:
        return False
    begins = one.startswith(other) or other.startswith(one)
    shorter, longer = sorted((len(one), len(other)))
    return fuzz.ratio(one, other) >= SAME or (begins and shorter >= CUT * longer)


def headings_of(document: Proceedings, units: Sequence[str]) -> list[list[str]]:
    """The keys of the headings of every piece of these kinds, and of both lines together where there are two."""
    found = []
    for piece in pieces(document):
        if _kind(piece) in units:
            lines = [key(plain_text(line)) for line in (getattr(piece, "heading", ()), getattr(piece, "title", ()))]
            found.append([*filter(None, lines), " ".join(filter(None, lines))])
    return found


def _kind(piece: Piece) -> str:
    match piece:
        case Contribution():
            return "contribution"
        case Group() | Matter():
            return str(piece.kind)
        case _:
            return "section"


def pairs(wanted: int, found: int, same: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """The longest matching of two lists in order, as pairs of places."""
    equal = [[same(i, j) for j in range(found)] for i in range(wanted)]
    best = [[0] * (found + 1) for _ in range(wanted + 1)]
    for i in reversed(range(wanted)):
        for j in reversed(range(found)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if equal[i][j] else 0)
    matched, i, j = [], 0, 0
    while i < wanted and j < found:
        if equal[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            matched.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return matched


def contributions_f1(document: Proceedings, gold: dict[str, Any]) -> float:
    """F1 of the contributions found; recall where the gold does not have them all (`"measure": "recall"`)."""
    keys = [[key(form) for form in (entry["heading"], *entry.get("or", ()))] for entry in gold["contributions"]]
    optional = [bool(entry.get("optional")) for entry in gold["contributions"]]
    wanted = [forms for forms, extra in zip(keys, optional, strict=True) if not extra]
    extras = [forms for forms, extra in zip(keys, optional, strict=True) if extra]
    found = headings_of(document, gold.get("units", ["contribution"]))

    def same(forms: Sequence[str], heads: Sequence[str]) -> bool:
        return any(same_heading(form, head) for form in forms for head in heads)

    matched = pairs(len(wanted), len(found), lambda i, j: same(wanted[i], found[j]))
    if gold.get("measure") == "recall":
        return len(matched) / len(wanted)
    taken = {j for _, j in matched}
    surplus = sum(not any(same(forms, found[j]) for forms in extras) for j in range(len(found)) if j not in taken)
    return 2 * len(matched) / (len(wanted) + len(matched) + surplus)


def main() -> None:
    """Reads the arguments, recovers every text at every share of noise, prints the table."""
    parser = argparse.ArgumentParser(description="Measure the recovery of misread texts.")
    parser.add_argument("files", nargs="+", type=Path, help="TEXT GOLD, in pairs")
    parser.add_argument("--seeds", type=int, default=3, help="runs for each share of noise (3)")
    arguments = parser.parse_args()
    if len(arguments.files) % 2:
        parser.error("files come in pairs: TEXT GOLD")
    print("| Text |", *(f"{share:.0%} |" for share in SHARES))
    print("| --- |", *("--- |" for _ in SHARES))
    for text_file, gold_file in zip(arguments.files[::2], arguments.files[1::2], strict=True):
        text = text_file.read_text(encoding="utf-8")
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        row = []
        for share in SHARES:
            seeds = range(arguments.seeds if share else 1)
            row.append(mean(contributions_f1(recovered(misread(text, share, Random(seed)))[1], gold) for seed in seeds))
        print(f"| {text_file.stem} |", *(f"{figure:.2f} |" for figure in row))


if __name__ == "__main__":
    main()
