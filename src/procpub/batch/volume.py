"""One volume of a shelf, and how it is to be converted."""

from dataclasses import dataclass
from pathlib import Path

from procpub.conversion import FORMATS
from procpub.interfaces import stem_of

REPORT = ".report.txt"
"""Suffix of the file beside a volume's editions that has every decision which was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume: its source, what its editions are called, and what `procpub.convert` is told of it.

    All paths are absolute, for who makes it may work in another folder. `name` is the path of the editions below the
    output folder, without suffix, with slashes; `metadata` and `corrections` are None where there is no such file,
    except that corrections beside the source are found all the same; `style` is a built-in name or a path.
    """

    source: Path
    name: str
    to: tuple[str, ...] = FORMATS
    style: str = "default"
    contents_depth: int = 1
    attach_source: bool = False
    metadata: Path | None = None
    corrections: Path | None = None
    format: str | None = None
    encoding: str | None = None
    language: str | None = None

    @property
    def is_named_like_its_source(self) -> bool:
        """Whether the editions are called like the source, whatever that is called."""
        return self.name.rpartition("/")[2] == stem_of(self.source)
