"""Times procpub beside what one would use instead, on the seed and on volumes of its contributions many times over.

Usage: python benchmarks/performance.py [--times [N ...]] [--editions NAME ...] [--rounds N] [--procpub COMMAND]
                                        [--out DIR]

Writes DIR/performance.json, DIR/performance.md, which says how it is measured, and DIR/performance.svg; the folder is
docs if none is given. What has been measured before is kept, so that one size or edition can be measured anew; with
--times and no number, only the page and the picture are made again. Needs the extra `bench`; the peers are installed in
the user's cache. All of it takes about an hour, in which nothing else should run. Not a test: nothing fails if it is
slow.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import grow
import peers
from measurements import EDITIONS, Row, Side, load, save
from performance_page import page
from processes import ENVIRONMENT, Command, Times, peak_memory, times

ROOT = Path(__file__).parent.parent

SIZES = (1, 20, 100)

ROUNDS, ROUNDS_OF_LARGE, LARGE = 5, 3, 100
"""Rounds that count; fewer from a size on that takes minutes."""


def convert(procpub: Path, source: Path, out: Path, edition: str) -> Command:
    """The command by which procpub makes an edition of a text in a folder, or all four."""
    formats = "pdf,docx,epub,tei" if edition == "all" else edition
    return [procpub, "convert", source, "--to", formats, "--out", out, "--quiet"]


def sides(ours: Sequence[Command], theirs: Sequence[Command], rounds: int) -> tuple[Side, Side]:
    """Both jobs measured: once for the memory, which no clock sees, and then in alternating rounds for the time."""
    peaks = [peak_memory(job) for job in (ours, theirs)]
    timed = [[times(job) for job in (ours, theirs)] for _ in range(rounds)]
    one, other = (_side(list(each), peak) for each, peak in zip(zip(*timed, strict=True), peaks, strict=True))
    return one, other


def _side(timed: Sequence[Times], peak: int) -> Side:
    """The figures of one side, to a tenth of a millisecond."""
    return Side(
        wall=tuple(round(each.wall, 4) for each in timed), cpu=tuple(round(each.cpu, 4) for each in timed), peak=peak
    )


def pages_of(procpub: Path, source: Path, out: Path) -> int:
    """How many pages procpub's PDF of a text has."""
    command = [*convert(procpub, source, out, "pdf"), "--report", "json"]
    told = subprocess.run(command, check=True, stderr=subprocess.PIPE, env=ENVIRONMENT).stderr
    return int(json.loads(told)["editions"][0]["pages"])


def version_of(procpub: Path) -> str:
    """The version, and the commit that this checkout is at."""
    version = subprocess.run([procpub, "--version"], check=True, capture_output=True, text=True).stdout.split()[-1]
    git: Command = ["git", "-C", ROOT, "describe", "--always", "--dirty", "--exclude=*"]
    return f"{version} ({subprocess.run(git, check=True, capture_output=True, text=True).stdout.strip()})"


def machine() -> str:
    """The processor, its cores that may be used, and the system."""
    info = Path("/proc/cpuinfo")  # Linux alone has it; there, platform knows no name
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}"


def rows(procpub: Path, size: int, editions: Sequence[str], rounds: int | None, folder: Path) -> Iterator[Row]:
    """Measures one edition of a volume after the other, in a folder for the files of both sides."""
    home = peers.environment()
    text, markdown = grow.write(size, folder)
    ours, theirs = folder / "ours", folder / "theirs"
    about = {"procpub": version_of(procpub), "python": platform.python_version(), "machine": machine()}
    pages = pages_of(procpub, text, ours)
    count = rounds or (ROUNDS_OF_LARGE if size >= LARGE else ROUNDS)
    for edition in editions:
        jobs = [convert(procpub, text, ours, edition)], peers.job(home, markdown, theirs, edition)
        one, other = sides(*jobs, count)
        today = date.today().isoformat()
        yield Row(times=size, edition=edition, pages=pages, date=today, **about, ours=one, theirs=other)


def main() -> None:
    """Reads the arguments, measures row after row and keeps each, writes the page and the picture."""
    parser = argparse.ArgumentParser(description="Time procpub beside pandoc and Typst.")
    parser.add_argument("--times", type=int, nargs="*", default=SIZES, help="how often contributions are repeated")
    parser.add_argument("--editions", nargs="+", choices=EDITIONS, default=EDITIONS)
    parser.add_argument("--rounds", type=int, help=f"that count ({ROUNDS}; {ROUNDS_OF_LARGE} from {LARGE} times on)")
    parser.add_argument("--procpub", type=Path, default=Path(sys.executable).parent / "procpub", help="the command")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="the folder for what is written (docs)")
    arguments = parser.parse_args()
    file = arguments.out / "performance.json"
    kept = load(file)
    for size in arguments.times:
        with tempfile.TemporaryDirectory() as folder:
            for row in rows(arguments.procpub, size, arguments.editions, arguments.rounds, Path(folder)):
                kept[size, row.edition] = row
                save(file, kept.values())
                print(
                    f"{size:4} {row.edition:4} {row.ours.seconds:8.2f} s, peers {row.theirs.seconds:8.2f} s, "
                    f"ratio {row.time_ratio:.2f}; memory {row.memory_ratio:.2f}",
                    flush=True,
                )
    (arguments.out / "performance.md").write_text(page(kept), encoding="utf-8")
    if kept:
        from performance_plot import draw  # only now: the kernel counts this process's memory in those that it starts

        draw(kept, arguments.out / "performance.svg")


if __name__ == "__main__":
    main()
