"""Golden cases: a folder each under tests/cases, with `in.txt`, `expected.txt` (a dump) and `report.txt`.

`pytest --update-cases` writes the two expectations anew; read the difference before you commit it.
"""

import hashlib
from pathlib import Path

from procpub.diagnostics import Diagnostic
from procpub.interfaces import Line, SourceText
from procpub.model.metadata import Source

CASES = Path(__file__).parent.parent / "cases"


def source_text(text: str, name: str = "in.txt") -> SourceText:
    """A source of these lines, read without any reader; form feeds turn the page."""
    lines, page = [], 1
    for number, line in enumerate(text.split("\n"), 1):
        page += line.count("\f")
        clean = line.replace("\f", "")
        indent = len(clean.expandtabs()) - len(clean.expandtabs().lstrip())
        lines.append(Line(number=number, indent=indent, text=clean.strip(), page=page))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceText(source=Source(name=name, encoding="utf-8", sha256=digest, lines=len(lines)), lines=tuple(lines))


def shown(diagnostic: Diagnostic) -> str:
    """One line: place, severity, message, code."""
    span = diagnostic.span
    place = f"{span.first}-{span.last}" if span and span.first != span.last else str(span.first) if span else "-"
    return f"{place}: {diagnostic.severity.label}: {diagnostic.message} [{diagnostic.code.slug}]\n"


def compare(folder: Path, expected: str, report: str, *, update: bool) -> None:
    """Asserts that both expectations hold, or writes them."""
    if update:
        (folder / "expected.txt").write_text(expected, encoding="utf-8")
        (folder / "report.txt").write_text(report, encoding="utf-8")
    assert expected == (folder / "expected.txt").read_text(encoding="utf-8")
    assert report == (folder / "report.txt").read_text(encoding="utf-8")
