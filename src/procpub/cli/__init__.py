"""The command line: arguments in, editions and messages out, an exit code at the end. It decides nothing else."""

import gc
import sys

from procpub.garbage import uncollected

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns the exit code (see the README).

    Args:
        arguments: without the program's name; by default the process's own.
    """
    try:
        with uncollected(gc.freeze):  # nor are they looked through when the process ends
            return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        sys.stderr.write("procpub: error: interrupted; nothing is half written\n")
        return 130


def _run(arguments: list[str]) -> int:
    # Not above: whoever interrupts the loading of the command line is to see one line too, and no traceback.
    from procpub.cli.process import run

    return run(arguments)
