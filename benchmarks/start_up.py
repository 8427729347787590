"""Times what a run does before it makes an edition: start, imports, reading and recovery, each run in its own process.

Usage: python benchmarks/start_up.py TEXT [--rounds N] [--imports]

For each phase the best of the rounds counts, in milliseconds of processor time, because whatever else the machine does
only adds. `--imports` shows the modules that take longest to load, as `python -X importtime` counts them. Where
PYTHONDONTWRITEBYTECODE is set, an editable installation compiles every module in every run; it is not handed on here.
Not a test: nothing fails if it is slow.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

PHASES = """
import gc
import sys
from time import process_time
times = [("interpreter", process_time())]
def phase(name):
    times.append((name, process_time()))
gc.disable()  # as the command line does
import procpub.cli.process
phase("command line")
from procpub import conversion, registry
registry.reader("txt")
phase("flow, model, reader")
import procpub.recovery.pipeline
phase("recovery's modules")
conversion.read(sys.argv[1])
phase("reading and recovery")
before = 0
for name, time in times:
    print(f"{name}\\t{1000 * (time - before)}")
    before = time
again = process_time()
conversion.read(sys.argv[1])
print(f"(the same again)\\t{1000 * (process_time() - again)}")
"""

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

MOST_MODULES = 30


def phases(text: Path) -> dict[str, float]:
    """The milliseconds of each phase in one process."""
    command = [sys.executable, "-c", PHASES, str(text)]
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout
    return {name: float(time) for name, time in (line.split("\t") for line in out.splitlines())}


def imports(text: Path) -> list[tuple[int, str]]:
    """The microseconds that each module took itself, without those that it imports, the longest first."""
    command = [sys.executable, "-X", "importtime", "-c", PHASES, str(text)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stderr.splitlines()
    rows = [
        line.partition(":")[2].split("|") for line in lines if line.startswith("import time:") and "[us]" not in line
    ]
    return sorted(((int(own), name.strip()) for own, _, name in rows), reverse=True)


def main() -> None:
    """Reads the arguments, times, prints the table."""
    parser = argparse.ArgumentParser(description="Time the start of procpub, up to the recovered document.")
    parser.add_argument("text", type=Path)
    parser.add_argument("--rounds", type=int, default=10, help="processes for each figure (10)")
    parser.add_argument("--imports", action="store_true", help="show the modules that take longest to load")
    arguments = parser.parse_args()
    rounds = [phases(arguments.text) for _ in range(arguments.rounds)]
    best = {name: min(each[name] for each in rounds) for name in rounds[0]}
    for name, time in best.items():
        print(f"{name:24} {time:8.1f} ms")
    again = list(best)[-1]
    print(f"{'all but that':24} {min(sum(each.values()) - each[again] for each in rounds):8.1f} ms")
    if arguments.imports:
        for own, name in imports(arguments.text)[:MOST_MODULES]:
            print(f"{name:48} {own / 1000:8.1f} ms")


if __name__ == "__main__":
    main()
