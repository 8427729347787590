"""Measures `procpub batch` on a shelf of varied volumes: its rate with one process and with several; a run that is
killed half-way and begun again; a Dask cluster of which a worker is killed.

Usage: python benchmarks/batch.py TEXT... [--volumes N] [--jobs N] [--rounds N]

The volumes are the texts in turn, each with the words of its paragraphs in another order here and there, so that no
two are alike. The rounds alternate between one process and several. Ends with 1 if a volume is missing, was made twice,
or is not, byte for byte, what an undisturbed run makes.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from distributed import LocalCluster

PROCPUB = Path(sys.executable).parent / "procpub"


def varied(text: str, number: int) -> str:
    """The text with two neighbours changed in every tenth of its longer lines; another tenth for another number."""
    chance = random.Random(number)
    lines = text.split("\n")
    for index, line in enumerate(lines):
        words = line.split(" ")
        if len(words) > 40 and chance.random() < 0.1:
            place = chance.randrange(10, len(words) - 10)
            words[place], words[place + 1] = words[place + 1], words[place]
            lines[index] = " ".join(words)
    return "\n".join(lines)


def make_shelf(folder: Path, texts: Sequence[Path], count: int) -> None:
    """Writes so many volumes into the folder."""
    folder.mkdir()
    for number in range(count):
        source = texts[number % len(texts)]
        text = varied(source.read_text(encoding="utf-8"), number)
        (folder / f"{number:04}-{source.stem}.txt").write_text(text, encoding="utf-8")


def batch(shelf: Path, out: Path, *options: str) -> "subprocess.Popen[str]":
    """A run that has begun; its JSON lines can be read."""
    command: list[str | Path] = [PROCPUB, "batch", shelf, "--out", out, "--report", "json", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def lines_of(process: "subprocess.Popen[str]") -> Iterator[dict[str, Any]]:
    """What the run tells of its volumes, to its end."""
    assert process.stdout
    with process:
        yield from (line for line in map(json.loads, process.stdout) if "volume" in line)


def editions(out: Path) -> dict[str, bytes]:
    """All files that a reader of the output folder sees."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".procpub" not in path.parts
    }


def seconds(shelf: Path, out: Path, jobs: int) -> float:
    """How long a whole run takes."""
    started = time.perf_counter()
    states = [line["state"] for line in lines_of(batch(shelf, out, "--jobs", str(jobs)))]
    assert set(states) == {"made"}, states
    return time.perf_counter() - started


def rates(shelf: Path, folder: Path, jobs: int, rounds: int) -> list[float]:
    """The medians of volumes a second, with one process and with several; what was made last stays in folder/whole."""
    count = len([*shelf.iterdir()])
    times: dict[int, list[float]] = {1: [], jobs: []}
    for number in range(rounds):
        for each in times:
            times[each].append(seconds(shelf, folder / f"{number}-{each}", each))
    (folder / f"{rounds - 1}-1").rename(folder / "whole")
    return [count / median(each) for each in times.values()]


def resumed(shelf: Path, out: Path, jobs: int) -> tuple[list[str], list[str]]:
    """The volumes that a run made until it was killed half-way, as it told, and that the next one made."""
    half = len([*shelf.iterdir()]) // 2
    first = []
    process = batch(shelf, out, "--jobs", str(jobs))
    for line in lines_of(process):
        first.append(line["volume"])
        if len(first) == half:
            process.kill()
    second = [line["volume"] for line in lines_of(batch(shelf, out, "--jobs", str(jobs))) if line["state"] == "made"]
    return first, second


def on_cluster(shelf: Path, out: Path, workers: int) -> list[str]:
    """The states of the volumes that a cluster made, of which a worker was killed half-way."""
    half = len([*shelf.iterdir()]) // 2
    states = []
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        for line in lines_of(batch(shelf, out, "--scheduler", cluster.scheduler_address)):
            states.append(line["state"])
            if len(states) == half:
                next(iter(cluster.workers.values())).process.process.kill()
    return states


def main() -> int:
    """Reads the arguments, runs all of it, prints what came of it."""
    parser = argparse.ArgumentParser(description="Measure procpub batch.")
    parser.add_argument("texts", type=Path, nargs="+", metavar="TEXT")
    parser.add_argument("--volumes", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    wrong = 0

    def told(what: str, *, good: bool) -> None:
        nonlocal wrong
        wrong += not good
        print(f"{'ok  ' if good else 'FAIL'} {what}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_shelf(folder / "shelf", arguments.texts, arguments.volumes)
        one, several = rates(folder / "shelf", folder, arguments.jobs, arguments.rounds)
        print(f"{arguments.volumes} volumes, {one:.2f} a second in one process, {several:.2f} in {arguments.jobs}: "
              f"{several / one:.2f} times (medians of {arguments.rounds} alternating rounds)", flush=True)  # fmt: skip
        whole = editions(folder / "whole")
        first, second = resumed(folder / "shelf", folder / "killed", arguments.jobs)
        told(f"killed after {len(first)}: {len(second)} made by the next run", good=bool(first and second))
        told("no volume was made twice", good=not {*first} & {*second})
        told("every file is what an undisturbed run makes", good=editions(folder / "killed") == whole)
        states = on_cluster(folder / "shelf", folder / "cluster", arguments.jobs)
        told(f"a cluster that lost a worker: {len(states)} volumes, {sorted({*states})}",
             good=len(states) == arguments.volumes and {*states} <= {"made", "unchanged"})  # fmt: skip
        told("every file is what an undisturbed run makes", good=editions(folder / "cluster") == whole)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
