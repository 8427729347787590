"""Damages files in every way and recovers them, for as many minutes as are given, looking for a crash or a lost letter.

Usage: python benchmarks/fuzz_recovery.py FILE ... [--minutes N] [--seed N] [--once] [--out DIR]

Each run takes a seed: first the one given (or the clock's), then the next. A run that fails prints its seed, and writes
its text to DIR/SEED.txt if a folder is given; `--seed SEED --once` repeats it. Exits with 1 if a run failed.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import monotonic, perf_counter, time_ns

from noise import DAMAGES, damaged, excerpt, faults, recovered
from procpub.errors import InputError

LENGTHS = (5, 40, 200, 1000, 10**9)
"""Lines of an excerpt; the last takes the whole file."""

SLOW = 20e-6
"""Seconds for a character beyond which a run is reported as slow; the seed takes less than 1e-6."""

MOST_DAMAGE = 4


def noisy(texts: Sequence[str], seed: int) -> tuple[list[str], str]:
    """The kinds of damage and the text of one run."""
    random = Random(seed)
    text = excerpt(random.choice(texts), random, random.choice(LENGTHS))
    names = random.choices(list(DAMAGES), k=random.randrange(MOST_DAMAGE + 1))
    return names, damaged(text, random, names)


def run(text: str, *, again: bool = True) -> list[str]:
    """What is wrong with the document recovered from the text; a crash counts. A slow run is repeated (`again`), for
    the first that needs a language's hyphenation patterns loads them.
    """
    started = perf_counter()
    try:
        found = faults(*recovered(text))
    except InputError:
        return []
    except Exception:  # whatever it is, it is what we look for
        return [traceback.format_exc()]
    seconds = perf_counter() - started
    if seconds > 1 and seconds > SLOW * len(text):
        if again:
            return run(text, again=False)
        found.append(f"slow: {seconds:.1f} s for {len(text)} characters")
    return found


def main() -> int:
    """Reads the arguments, runs until the time is over, prints what failed."""
    parser = argparse.ArgumentParser(description="Fuzz the recovery.")
    parser.add_argument("files", nargs="+", type=Path, help="plain texts to damage")
    parser.add_argument("--minutes", type=float, default=1, help="how long (1)")
    parser.add_argument("--seed", type=int, default=time_ns() % 10**9, help="the first run's seed (the clock's)")
    parser.add_argument("--once", action="store_true", help="one run only")
    parser.add_argument("--out", type=Path, help="folder for texts that fail")
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in arguments.files]
    end, seed, failed = monotonic() + 60 * arguments.minutes, arguments.seed, 0
    print(f"first seed {seed}")
    while True:
        names, text = noisy(texts, seed)
        found = run(text)
        if found:
            failed += 1
            print(f"seed {seed} ({', '.join(names) or 'no damage'}):", *found, sep="\n  ")
            if arguments.out:
                arguments.out.mkdir(parents=True, exist_ok=True)
                (arguments.out / f"{seed}.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
        seed += 1
        if arguments.once or monotonic() > end:
            break
    print(f"{seed - arguments.seed} runs, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
