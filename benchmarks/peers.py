"""What one would use instead of procpub: pandoc for DOCX, EPUB and TEI, pandoc and Typst for a tagged PDF.

Both come as Python packages, in a virtual environment in the user's cache that is made when it is first asked for.
"""

import os
import subprocess
import sys
from pathlib import Path

from processes import Command

PACKAGES = {"pypandoc_binary": "1.17", "typst": "0.15.2"}

_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1', 'a-2a'])"


def environment() -> Path:
    """The virtual environment with the peers, made if it is not there.

    Raises:
        subprocess.CalledProcessError: the packages cannot be installed.
    """
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "procpub-peers"
    if not all(any(_packages(home, f"{name}-{version}.dist-info")) for name, version in PACKAGES.items()):
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        pins = [f"{name}=={version}" for name, version in PACKAGES.items()]
        subprocess.run([home / "bin" / "python", "-m", "pip", "install", "-q", *pins], check=True)
    return home


def job(home: Path, source: Path, out: Path, edition: str) -> list[Command]:
    """The commands that make an edition of a Markdown file in a folder, or all four; the PDF to UA-1 and A-2a."""
    out.mkdir(exist_ok=True)
    if edition == "all":
        return [command for each in ("pdf", "docx", "epub", "tei") for command in job(home, source, out, each)]
    (pandoc,) = _packages(home, "pypandoc/files/pandoc")
    markup = "typst" if edition == "pdf" else edition
    convert: Command = [pandoc, "--toc", "-s", source, "-t", markup, "-o", out / f"book.{markup}"]
    if edition != "pdf":
        return [convert]
    return [convert, [home / "bin" / "python", "-c", _TYPST, out / "book.typst", out / "book.pdf"]]


def _packages(home: Path, path: str) -> list[Path]:
    """Files at a place among the environment's packages, none or one."""
    return list(home.glob(f"lib/python3*/site-packages/{path}"))
