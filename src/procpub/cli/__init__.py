"""The command line: arguments in, editions and messages out, an exit code at the end. It decides nothing else."""

import gc
import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns the exit code (see the README).

    Args:
        arguments: without the program's name; by default the process's own.
    """
    collecting = gc.isenabled()
    gc.disable()  # a run leaves next to nothing in cycles, and to look for them takes a tenth of its time
    try:
        # Not above: whoever interrupts the loading of the command line is to see one line too, and no traceback.
        from procpub.cli.process import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        sys.stderr.write("procpub: error: interrupted; nothing is half written\n")
        return 130
    finally:
        if collecting:
            gc.enable()
