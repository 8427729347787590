"""Whether verify can be fooled: faults done to editions, one at a time, and what it says of each.

Usage: python benchmarks/verify_faults.py [INPUT ...] [--places N] [--all]

First the faults that the tests do to a volume made for them, then faults at places drawn at random in the editions of
each input, by default of the seed. `reported`: a right check calls the faulty edition wrong; `placed`: a report names
the words, and where they stand; `innocent`: so many faults make it call an edition wrong that has none.
"""

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from lxml import etree
from pypdf.generic import DictionaryObject

import procpub

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.verify.faults.case import Case, Fault
from tests.verify.faults.cases import CASES
from tests.verify.faults.packages import drop, edited, in_file, in_part, part, parts, replaced, text_of
from tests.verify.faults.pdf_file import File, Words, removed, type_of
from tests.verify.faults.reading import compared
from tests.verify.faults.volume import DOCX, EPUB, PDF, TEI, Editions, editions, editions_of

SEED = Path(__file__).parent.parent / "seeds" / "000_dfe2a69c2e3356cc.txt"
STORY = "word/document.xml"
LETTERS = re.compile(r"\b[a-z]{7,}\b")
BEGINS = 5
"""So many words tell a paragraph."""


@dataclass(slots=True)
class Count:
    """What became of the faults of a kind."""

    faults: int = 0
    reported: int = 0
    placed: int = 0
    innocent: int = 0

    def add(self, other: "Count") -> None:
        """Adds up."""
        self.faults += other.faults
        self.reported += other.reported
        self.placed += other.placed
        self.innocent += other.innocent


def done_to(cases: Iterable[Case], whole: Editions, *, show_all: bool) -> dict[str, Count]:
    """Does each fault to the editions; the counts by kind. Prints what verify should have said otherwise."""
    counts: dict[str, Count] = defaultdict(Count)
    for case in cases:
        verification = compared(case.done_to(whole), [case.edition])
        complaint = case.complaint(verification)
        counts[case.kind].add(
            Count(
                faults=1,
                reported=bool(case.reports(verification)),
                placed=case.is_placed(verification),
                innocent=bool(case.accused(verification)),
            )
        )
        if complaint or show_all:
            print(f"- {case.sentence}: {complaint or 'as it should'}")
    return counts


def printed(counts: dict[str, Count]) -> None:
    """Prints the table."""
    total = Count()
    print(f"\n{'kind':<28}{'faults':>8}{'reported':>10}{'placed':>8}{'innocent':>10}")
    for kind, count in sorted(counts.items()):
        total.add(count)
        print(f"{kind:<28}{count.faults:>8}{count.reported:>10}{count.placed:>8}{count.innocent:>10}")
    kinds = f"{len(counts)} kinds"
    print(f"{kinds:<28}{total.faults:>8}{total.reported:>10}{total.placed:>8}{total.innocent:>10}\n")


def drawn(whole: Editions, places: int, random: Random) -> Iterator[Case]:
    """Faults at places drawn at random."""
    file = File(whole[PDF])
    files = dict(parts(whole[EPUB], ".xhtml"))
    texts = {DOCX: part(whole[DOCX], STORY), TEI: whole[TEI].decode(), EPUB: "\n".join(files.values())}
    words = [word for word in sorted(set(LETTERS.findall(texts[TEI]))) if _is_single(word, texts, file)]
    for word in random.sample(words, min(places, len(words))):
        name = next(name for name, text in files.items() if word in text)
        for kind, new in _wrong(word):
            yield _case(f"{PDF}: {word} {kind}", kind, PDF, _in_pdf(word, new), "text", word if new == "" else new)
            for edition, within in ((DOCX, STORY), (EPUB, name), (TEI, "")):
                fault = replaced(word, new)
                done = in_part(within, fault) if within else in_file(fault)
                yield _case(f"{edition}: {word} {kind}", kind, edition, done, "text", word if new == "" else new)
    yield from _paragraphs(whole, places, random)
    yield from _page_numbers(file, texts[DOCX], places, random)


def _is_single(word: str, texts: dict[str, str], file: File) -> bool:
    """Whether all editions have a word once, the PDF within a line."""
    if any(len(re.findall(rf"(?<!\w){word}(?!\w)", text)) != 1 or text.count(word) != 1 for text in texts.values()):
        return False
    found = [(page, first, last) for page in file.pages for first, last in page.spans(word)]
    return len(found) == 1 and len({glyph.array for glyph in found[0][0].glyphs[found[0][1] : found[0][2]]}) == 1


def _wrong(word: str) -> tuple[tuple[str, str], ...]:
    """What may become of a word: nothing that needs letters which it has not."""
    turned = word[0] + word[2] + word[1] + word[3:]
    found = [("word lost", ""), ("word doubled", f"{word} {word}"), ("letter lost", word[:3] + word[4:])]
    return (*found, ("letters swapped", turned)) if turned != word else tuple(found)


def _in_pdf(word: str, new: str) -> Fault:
    def fault(data: bytes) -> bytes:
        file = File(data)
        words: Words = file.words(word)
        words.page.cut([(words.start, words.end, words.encoded(new))])
        return file.saved()

    return fault


def _paragraphs(whole: Editions, places: int, random: Random) -> Iterator[Case]:
    """Paragraphs that are lost, of those whose first words stand nowhere else."""
    texts = [text_of(each) for each in etree.fromstring(whole[TEI]).iter("{*}p") if not len(each)]
    begins = [" ".join(text.split()[:BEGINS]) for text in texts if len(text.split()) > BEGINS]
    single = [each for each in begins if begins.count(each) == 1 and whole[TEI].decode().count(each) == 1]
    names = dict(parts(whole[EPUB], ".xhtml"))
    for begin in random.sample(single, min(places, len(single))):
        holding = [name for name, text in names.items() if begin in text]
        if len(holding) != 1:
            continue
        for edition, fault in (
            (PDF, _lose_element(begin)),
            (DOCX, in_part(STORY, edited(_lose(begin)))),
            (EPUB, in_part(holding[0], edited(_lose(begin)))),
            (TEI, in_file(edited(_lose(begin)))),
        ):
            yield _case(f"{edition}: “{begin}” lost", "paragraph lost", edition, fault, "text", begin)


def _lose(begin: str) -> Callable[[etree._Element], None]:
    def surgery(root: etree._Element) -> None:
        (found,) = (each for each in root.iter("{*}p") if " ".join(text_of(each).split()).startswith(begin))
        drop(found)

    return surgery


def _lose_element(begin: str) -> Fault:
    def fault(data: bytes) -> bytes:
        file = File(data)
        plain = begin.split()[0]
        paragraphs = (each for each in file.elements if type_of(each) == "P" and file.text(each).startswith(plain))
        (found,) = (each for each in paragraphs if " ".join(file.text(each).split()).startswith(begin))
        removed(found)
        return file.saved()

    return fault


def _page_numbers(file: File, story: str, places: int, random: Random) -> Iterator[Case]:
    """Page numbers in the contents that are not true: each one more."""
    entries = [each for each in file.elements if type_of(each) == "TOCI" and re.search("[1-8]$", _number(file, each))]
    for index in random.sample(range(len(entries)), min(places, len(entries))):
        entry = file.text(entries[index])
        name = f"page {int(_number(file, entries[index])) + 1}"
        yield _case(f"{PDF}: “{entry}” on {name}", "contents page number", PDF, _renumber(entry), "page numbers", name)
    pattern = re.compile(r'( PAGEREF (\S+) .{0,160}?<w:t xml:space="preserve">)(\d+)</w:t>')
    found = list(pattern.finditer(story))
    for match in random.sample(found, min(places, len(found))):
        number = str(int(match[3]) + 1)
        fault = in_part(STORY, replaced(match[0], f"{match[1]}{number}</w:t>"))
        sentence = f"{DOCX}: {match[2]} on page {number}"
        yield _case(sentence, "contents page number", DOCX, fault, "page numbers", f"page {number}")


def _number(file: File, entry: DictionaryObject) -> str:
    """The number in an entry of the contents: the figures in what it shows last."""
    page, number = file.marks(entry)[-1]
    own = [glyph for glyph in file.pages[page].glyphs if glyph.number == number]
    return re.sub(r"\D", "", "".join(glyph.text for glyph in own if glyph.array == own[-1].array))


def _renumber(entry: str) -> Fault:
    """Makes the last figure of an entry's number one more."""

    def fault(data: bytes) -> bytes:
        file = File(data)
        page, number = file.marks(file.element("TOCI", entry))[-1]
        last = max(index for index, glyph in enumerate(file.pages[page].glyphs) if glyph.number == number)
        words = Words(file.pages[page], page, last, last + 1)
        words.page.cut([(words.start, words.end, words.encoded(str(int(words.glyphs[0].text) + 1)))])
        return file.saved()

    return fault


def _case(sentence: str, kind: str, edition: str, fault: Fault, check: str, name: str) -> Case:
    return Case(
        sentence=sentence, kind=kind, edition=edition, fault=fault, checks=frozenset({check}), names=(name,)
    )  # fmt: skip


def main() -> None:
    """Reads the arguments, does the faults, prints the tables."""
    parser = argparse.ArgumentParser(description="Do faults to editions, and see whether verify reports them.")
    parser.add_argument("inputs", type=Path, nargs="*", default=[SEED])
    parser.add_argument("--places", type=int, default=10, help="places drawn at random, for each kind of fault")
    parser.add_argument("--all", action="store_true", help="name the faults that are reported as they should be, too")
    arguments = parser.parse_args()
    volumes: list[tuple[str, Editions, Iterable[Case]]] = [("the volume of the tests", editions(), CASES)]
    for path in arguments.inputs:
        whole = editions_of(procpub.read(path))
        volumes.append((path.name, whole, list(drawn(whole, arguments.places, Random(1)))))
    for name, whole, cases in volumes:
        print(f"{name}: {len(compared(whole, ()).differences)} differences before any fault")
        started = perf_counter()
        printed(done_to(cases, whole, show_all=arguments.all))
        print(f"{perf_counter() - started:.0f} s\n")


if __name__ == "__main__":
    main()
