"""Times reading and recovering after imports, and how the time grows with the text.

Usage: python benchmarks/recovery_scaling.py SMALL LARGE [--rounds N] [--profile]

LARGE is to be SMALL several times over; where recovery is linear, the ratio of the times is about that of the sizes.
The best of the rounds counts, because whatever else the machine does only adds. `--profile` shows where the time goes.
Not a test: nothing fails if it is slow.
"""

import argparse
import cProfile
import pstats
from pathlib import Path
from time import perf_counter

from procpub.diagnostics import Report
from procpub.interfaces import ReadOptions
from procpub.readers.plain_text import read
from procpub.recovery.pipeline import recover


def work(data: bytes) -> None:
    """Reads and recovers."""
    report = Report()
    recover(read(data, "timed.txt", ReadOptions(), report), report)


def best(data: bytes, rounds: int) -> float:
    """The seconds of the fastest round, after one that is not counted."""
    times = []
    for _ in range(rounds + 1):
        started = perf_counter()
        work(data)
        times.append(perf_counter() - started)
    return min(times[1:])


def main() -> None:
    """Reads the arguments, times both files, prints the table."""
    parser = argparse.ArgumentParser(description="Time the recovery of a small and a large text.")
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="rounds that are counted (5)")
    parser.add_argument(
        "--profile", action="store_true", help="show the functions that take most time in the large one"
    )
    arguments = parser.parse_args()
    small, large = arguments.small.read_bytes(), arguments.large.read_bytes()
    seconds = [best(small, arguments.rounds), best(large, arguments.rounds)]
    for path, data, each in zip((arguments.small, arguments.large), (small, large), seconds, strict=True):
        print(f"{path.name:24} {len(data) / 1000:9.0f} kB {1000 * each:9.1f} ms")
    print(f"{'ratio':24} {len(large) / len(small):9.1f}    {seconds[1] / seconds[0]:9.1f}")
    if arguments.profile:
        with cProfile.Profile() as profile:
            work(large)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
