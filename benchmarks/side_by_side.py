"""Times procpub beside what one would use instead, on the same machine in the same run.

Usage: python benchmarks/side_by_side.py PEERS [--rounds N] [--times N] [--procpub COMMAND]
                                         [--pdf ENVIRONMENT | --docx ENVIRONMENT |
                                          --epub ENVIRONMENT | --tei ENVIRONMENT]

PEERS is an executable with two subcommands, the other side of the comparison:

    PEERS input N DIR      writes DIR/seed-N.txt, the seed with its contributions N times, and DIR/seed-N.md, the same
                           as clean Markdown
    PEERS run FILE.md OUT  makes PDF, DOCX, EPUB and TEI of it in OUT

With --pdf, only the PDF is made on both sides, to the standards PDF/UA-1 and PDF/A-2a; ENVIRONMENT is a virtual
environment with the packages pypandoc_binary and typst in it. With --docx, --epub or --tei, only that is made, beside
pandoc's.

Both sides are timed as whole processes, from start to the last edition on disk. The rounds alternate, so that whatever
else the machine does hits both alike; after one round that is not counted, the medians are compared. Seconds differ
from machine to machine; the ratio, much less. Not a test: nothing fails if it is slow.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

FORMATS = "pdf,docx,epub,tei"

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1', 'a-2a'])"


def seconds(command: Sequence[str | Path]) -> float:
    """Wall-clock time of a command.

    Raises:
        subprocess.CalledProcessError: it failed; its output is in the exception.
    """
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started


def rounds(commands: Sequence[Sequence[str | Path]], count: int) -> list[list[float]]:
    """The times of each command in `count` alternating rounds, after one that warms up the disk's cache."""
    timed = [[seconds(command) for command in commands] for _ in range(count + 1)]
    return [list(times) for times in zip(*timed[1:], strict=True)]


def pandoc_of(environment: Path) -> Path:
    """The program in a virtual environment with pypandoc_binary."""
    return next(environment.glob("lib/python3*/site-packages/pypandoc/files/pandoc"))


def by_pandoc(environment: Path, source: Path, folder: Path, form: str) -> list[str | Path]:
    """The command that makes a DOCX, EPUB or TEI of Markdown."""
    folder.mkdir(exist_ok=True)
    return [pandoc_of(environment), "--toc", "-s", "-t", form, source, "-o", folder / f"book.{form}"]


def pdf_by_typst(environment: Path, source: Path, folder: Path) -> list[str | Path]:
    """The command that makes a PDF of Markdown by way of pandoc and Typst."""
    pandoc = pandoc_of(environment)
    folder.mkdir(exist_ok=True)
    typst, pdf = folder / "book.typ", folder / "book.pdf"
    script = f'"{pandoc}" --toc -s "{source}" -t typst -o "{typst}" && exec "$0" -c "{TYPST}" "{typst}" "{pdf}"'
    return ["bash", "-c", script, environment / "bin" / "python"]


def main() -> None:
    """Reads the arguments, runs both sides, prints the table."""
    parser = argparse.ArgumentParser(description="Time procpub beside pandoc and Typst.")
    parser.add_argument("peers", type=Path, help="executable that makes the input and runs the other side")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that are counted (5)")
    parser.add_argument("--times", type=int, default=1, help="how often the seed's contributions are repeated (1)")
    parser.add_argument("--procpub", default=Path(sys.executable).parent / "procpub", help="the command to time")
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument(
        "--pdf", type=Path, metavar="ENVIRONMENT", help="the PDF alone, beside pandoc and Typst of there"
    )
    alone.add_argument("--docx", type=Path, metavar="ENVIRONMENT", help="the DOCX alone, beside pandoc of there")
    alone.add_argument("--epub", type=Path, metavar="ENVIRONMENT", help="the EPUB alone, beside pandoc of there")
    alone.add_argument("--tei", type=Path, metavar="ENVIRONMENT", help="the TEI alone, beside pandoc of there")
    arguments = parser.parse_args()
    formats = next((form for form in FORMATS.split(",") if getattr(arguments, form)), FORMATS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([arguments.peers, "input", str(arguments.times), folder], check=True, stdout=subprocess.DEVNULL)
        source = folder / f"seed-{arguments.times}.txt"
        clean = source.with_suffix(".md")
        theirs: list[str | Path] = [arguments.peers, "run", clean, folder / "theirs"]
        if arguments.pdf:
            theirs = pdf_by_typst(arguments.pdf, clean, folder / "theirs")
        elif environment := arguments.docx or arguments.epub or arguments.tei:
            theirs = by_pandoc(environment, clean, folder / "theirs", formats)
        sides = {
            "procpub": [arguments.procpub, "convert", source, "--to", formats, "--out", folder / "ours", "--quiet"],
            "peers": theirs,
        }
        times = dict(zip(sides, rounds(list(sides.values()), arguments.rounds), strict=True))
    print(f"{source.name}, {formats}; medians of {arguments.rounds} alternating rounds, in seconds")
    for side, each in times.items():
        print(f"{side:8} {median(each):7.2f}   from {min(each):.2f} to {max(each):.2f}")
    print(f"ratio    {median(times['procpub']) / median(times['peers']):7.2f}   (below 1: procpub is faster)")


if __name__ == "__main__":
    main()
