"""The command line: arguments in, editions and messages out, an exit code at the end. It decides nothing else."""

from procpub.cli.main import main

__all__ = ["main"]
