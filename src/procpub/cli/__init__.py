"""The command line: arguments in, editions and messages out, an exit code at the end. It decides nothing else."""

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code (see the README).

    Args:
        arguments: without the program's name; by default the process's own.
    """
    try:
        # Here, not above: whoever interrupts the loading of the command line sees a line too, not a traceback.
        from procpub.cli.process import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        sys.stderr.write("procpub: error: interrupted; nothing is half written\n")
        return 130
