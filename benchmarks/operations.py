"""Whether procpub does more for the same text than it did, or more than the text grows: counted, not timed.

Usage: python benchmarks/operations.py [--record]

Counts the calls of procpub's own functions while the seed becomes all four editions. The counts are the same in every
run, on every machine and, but for a few in a thousand, in every version of Python. They are compared with those in
operations.json, by layer, and for some functions by what they do: more by over 2 % is a failure; less by over 10 % asks
to be recorded anew, so that what was won is kept. `--record` does so; it is also for counts that grew for a reason.

Then the counts for the seed's contributions once, twice and four times. The second doubling adds twice the text that
the first adds, so it should add no more than twice the calls, in each layer and function. Of reading, which looks at a
volume from end to end more than once, the lines of code that are run are counted as well, for they tell of loops
without a call. Not seen is what libraries and built-in functions do within (a list's `index`, a slice), nor work in
other processes.

Exits with 1 if there was a failure. Takes some ten seconds.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from cProfile import Profile
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import procpub
from grow import SEED, grown
from procpub import registry
from procpub.conversion import FORMATS
from procpub.diagnostics import Report
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import load_style

RECORDED = Path(__file__).with_suffix(".json")

PACKAGE = Path(procpub.__file__).parent

LAYERS = ("readers", "recovery", "model", "layout", "writers.pdf", "writers.docx", "writers.epub", "writers.tei")

OTHER = "everything else"

WORK = {
    "words shaped": "layout.fonts:Font.shape",
    "widths measured": "layout.fonts:Font.width",
    "lines set": "layout.lines:set_line",
    "lines painted": "writers.pdf.paint:_Content._line",
    "elements made for Word": "writers.docx.ooxml:w",
    "list markers looked for": "recovery.shapes:marker_of",
}
"""What some functions do each time they are called."""

MORE, LESS = 1.02, 0.90
"""Times the recorded count: beyond is a failure, or asks to be recorded anew."""

GROWTH = 2.1
"""Times what the first doubling of the text added that the second may add; 2 is linear, 4 grows with the square."""

SLACK = 0.01
"""Share of a layer by which a function may grow beyond that: some start to work on large texts only."""

Counts = Mapping[str, int]


def read(text: str, report: Report) -> Proceedings:
    """The document in a text."""
    return procpub.read(text.encode(), report=report)


def publish(text: str) -> None:
    """Makes all four editions of a text, in memory."""
    report = Report()
    document, style = read(text, report), load_style("default")
    contents, pages = contents_of(document), None
    for name in FORMATS:
        edition = registry.writer(name).write(document, contents, style, report, pages=pages)
        pages = pages or edition.pages


def calls(text: str) -> Counter[str]:
    """How often each named function of procpub is called to publish a text.

    Comprehensions, generator expressions and lambdas are left out: some versions of Python call them, others do not.
    """
    profile = Profile(builtins=False)
    profile.runcall(publish, text)
    counted: Counter[str] = Counter()
    for entry in profile.getstats():
        code = entry.code
        if isinstance(code, CodeType) and _is_own(code) and not code.co_name.startswith("<"):
            counted[_name(code)] += entry.callcount
    return counted


def lines(text: str) -> Counter[str]:
    """How many lines of code are run in each function of procpub to read a text."""
    counted: Counter[CodeType] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            counted[frame.f_code] += 1
        return count

    def begin(frame: FrameType, _: str, __: Any) -> Any:
        return count if _is_own(frame.f_code) else None

    sys.settrace(begin)
    try:
        read(text, Report())
    finally:
        sys.settrace(None)
    named: Counter[str] = Counter()
    for code, number in counted.items():
        named[_name(code)] += number
    return named


def _is_own(code: CodeType) -> bool:
    return code.co_filename.startswith(str(PACKAGE))


def _name(code: CodeType) -> str:
    """Module and qualified name: "layout.fonts:Font.shape"."""
    module = Path(code.co_filename).relative_to(PACKAGE).with_suffix("")
    return f"{'.'.join(module.parts)}:{code.co_qualname}"


def layer_of(name: str) -> str:
    """The layer that a function belongs to, or a layer itself."""
    return next((layer for layer in LAYERS if re.match(rf"{layer}\b", name)), OTHER)


def by_layer(functions: Counts) -> Counter[str]:
    """The counts of all functions of a layer together."""
    counted = Counter(dict.fromkeys((*LAYERS, OTHER), 0))
    for name, number in functions.items():
        counted[layer_of(name)] += number
    return counted


def by_work(functions: Counts) -> Counter[str]:
    """The counts of the functions that are called by what they do."""
    return Counter({work: functions.get(name, 0) for work, name in WORK.items()})


def more(recorded: Counts, counted: Counts) -> Iterator[str]:
    """What is done more often than it was, or no longer known by its name."""
    for name, number in counted.items():
        before = recorded.get(name, 0)
        if not number:
            yield f"{name}: none; the function has another name, or nothing calls it (WORK in {Path(__file__).name})"
        elif number > MORE * before:
            yield f"{name}: {number:,}, {_change(number, before)} than the {before:,} recorded"


def less(recorded: Counts, counted: Counts) -> Iterator[str]:
    """What is done so much less often that it should be recorded."""
    for name, number in counted.items():
        before = recorded.get(name, 0)
        if 0 < number < LESS * before:
            yield f"{name}: {number:,}, {_change(number, before)} than the {before:,} recorded"


def _change(number: int, before: int) -> str:
    if not before:
        return "more"
    return f"{abs(number / before - 1):.1%} {'more' if number > before else 'fewer'}"


def faster(what: str, once: Counts, twice: Counts, four_times: Counts) -> Iterator[str]:
    """What grows faster than the text, layers first, then functions."""
    largest = by_layer(four_times)
    for one, two, four in ([by_layer(each) for each in (once, twice, four_times)], (once, twice, four_times)):
        for name, number in sorted(four.items()):
            before, first = two.get(name, 0), one.get(name, 0)
            allowed = GROWTH * max(before - first, 0) + SLACK * largest[layer_of(name)]
            if number - before > allowed:
                yield f"{name}: {first:,}, {before:,}, {number:,} {what} for the text once, twice, four times"


def main() -> int:
    """Reads the arguments, counts, compares; 1 if there was a failure."""
    parser = argparse.ArgumentParser(description="Count what procpub does for the seed, and how that grows.")
    parser.add_argument("--record", action="store_true", help="keep the counts, for later runs to be compared with")
    arguments = parser.parse_args()
    seed = SEED.read_text(encoding="utf-8")
    first = calls(seed)  # before anything is cached
    counted = by_layer(first) | by_work(first)
    if arguments.record:
        RECORDED.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    print("Calls for the seed, by layer and by what is done:")
    for name, number in counted.items():
        print(f"{name:24} {number:9,}   {recorded.get(name, 0):9,} recorded")
    texts = [grown(seed, times)[0] for times in (1, 2, 4)]
    failures = [
        *more(recorded, counted),
        *faster("calls", *map(calls, texts)),
        *faster("lines run", *map(lines, texts)),
    ]
    for failure in failures:
        print("FAIL", failure)
    for gain in less(recorded, counted):
        print("Record it anew, with --record:", gain)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
