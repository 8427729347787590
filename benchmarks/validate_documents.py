"""Runs a validator over editions of many generated documents: what no hand-written test would think of.

Usage: python benchmarks/validate_documents.py [--count N] [--to NAMES] [--style NAME] [--keep DIR] -- VALIDATOR...

Hypothesis makes the documents, the same ones on every run: everything that the model can express, with hostile texts in
it. VALIDATOR is a command that takes files behind its own arguments and ends with 0 if all of them are valid. The
document of the tests that has one of everything is always among them.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.documents import every_node
from tests.strategies import proceedings

import procpub
from procpub.model.proceedings import Proceedings

JOBS = 2


def documents(count: int) -> list[Proceedings]:
    """So many documents, always the same."""
    found: list[Proceedings] = [every_node()]

    @settings(
        max_examples=max(count - 1, 1),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(proceedings())
    def collect(document: Proceedings) -> None:
        found.append(document)

    collect()
    return found[:count]


def editions(folder: Path, made: Sequence[Proceedings], formats: Sequence[str], style: str) -> list[Path]:
    """The files of all documents in all formats."""
    paths: list[Path] = []
    for number, document in enumerate(made):
        for format_ in formats:
            edition = procpub.render(document, format_, style=style, contents_depth=3)
            path = folder / f"document-{number:03}{edition.suffix}"
            path.write_bytes(edition.data)
            paths.append(path)
    return paths


def main() -> int:
    """Reads the arguments, makes the editions, validates them; 1 if any is not valid."""
    parser = argparse.ArgumentParser(description="Validate editions of generated documents.")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--to", default="pdf", help="formats, with commas between them")
    parser.add_argument("--style", default="default")
    parser.add_argument("--keep", type=Path, help="a folder that the editions stay in")
    parser.add_argument("validator", nargs="+")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        paths = editions(folder, documents(arguments.count), arguments.to.split(","), arguments.style)

        def failure(path: Path) -> str:
            done = subprocess.run([*arguments.validator, path], capture_output=True, text=True)
            return done.stdout + done.stderr if done.returncode else ""

        with ThreadPoolExecutor(JOBS) as pool:
            failures = [output for output in pool.map(failure, paths) if output]
    print(*failures, sep="\n")
    print(f"{len(paths)} editions, {len(failures)} not valid")
    return min(len(failures), 1)


if __name__ == "__main__":
    sys.exit(main())
