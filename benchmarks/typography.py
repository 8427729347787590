"""How evenly a text is set: word spaces, hyphens, widows and orphans.

Usage: python benchmarks/typography.py [INPUT] [--style NAME]

Extra word space is what justification adds to a space's natural width, in points, on all justified lines but the last
ones of paragraphs. A widow is a paragraph's last line alone at the top of a page, an orphan its first line alone at the
foot of one.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import procpub
from procpub.diagnostics import Report
from procpub.layout.book import lay_out
from procpub.layout.boxes import Line, Pages
from procpub.layout.structure import Element, Kind
from procpub.model.contents import contents_of
from procpub.style import load_style

SEED = Path(__file__).parent.parent / "seeds" / "000_dfe2a69c2e3356cc.txt"
LOOSE = 4.0
"""Points of extra word space that a reader notices."""


def body_lines(book: Pages) -> Iterator[tuple[int, Line]]:
    """The index of its page, and each line of a paragraph of the text."""
    for index, page in enumerate(book.pages[book.front :]):
        for placed in page.boxes:
            for mark in placed.box.marks:
                if isinstance(mark, Line) and mark.element and mark.element.kind is Kind.PARAGRAPH:
                    yield index, mark


def stretched(lines: list[tuple[int, Line]]) -> list[Line]:
    """The lines that are justified: all whose word spaces or glyphs are not as wide as they naturally are."""
    return [line for _, line in lines if line.word_space or line.expansion != 1.0]


def stranded(lines: list[tuple[int, Line]]) -> tuple[int, int]:
    """How many paragraphs of more than one line have only their last on a page, and how many only their first."""
    whole: Counter[Element] = Counter()
    parts: dict[Element, Counter[int]] = {}
    for index, line in lines:
        if line.element:
            whole[line.element] += 1
            parts.setdefault(line.element, Counter())[index] += 1
    divided = [sorted(part.items()) for element, part in parts.items() if whole[element] > 1 and len(part) > 1]
    return sum(part[-1][1] == 1 for part in divided), sum(part[0][1] == 1 for part in divided)


def main() -> None:
    """Reads the arguments, lays the text out, prints the figures."""
    parser = argparse.ArgumentParser(description="Measure how evenly a text is set.")
    parser.add_argument("input", type=Path, nargs="?", default=SEED)
    parser.add_argument("--style", default="book")
    arguments = parser.parse_args()
    document = procpub.read(arguments.input)
    style = load_style(arguments.style)
    book = lay_out(document, contents_of(document), style, Report())
    lines = list(body_lines(book))
    justified = stretched(lines)
    widows, orphans = stranded(lines)
    hyphens = sum(line.text.endswith("\u00ad") for line in justified)
    role = style.role("body")
    print(f"{arguments.input.name}, {style.name}: {role.size}/{role.leading} pt, {len(book.pages)} pages")
    print(f"justified_lines   {len(justified)}")
    if justified:
        extra = [line.word_space for line in justified]
        widened = mean(max(space, 0.0) for space in extra)
        print(f"mean_extra_space  {widened:.2f} pt; {mean(extra):.2f} with those that are narrowed")
        print(f"loose_lines       {sum(space > LOOSE for space in extra)} by more than {LOOSE:.0f} pt a space")
        print(f"hyphens           {hyphens}, {hyphens / len(justified):.0%} of the lines")
        print(f"mean_expansion    {mean(abs(line.expansion - 1) for line in justified):.4f} of the glyphs' width")
    print(f"widows            {widows}")
    print(f"orphans           {orphans}")


if __name__ == "__main__":
    main()
