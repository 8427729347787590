"""What tests of the TEI reader share: a volume around a few elements, and what comes of it."""

from procpub.diagnostics import Report
from procpub.interfaces import ReadOptions
from procpub.model.check import check
from procpub.model.dump import dump
from procpub.model.proceedings import Proceedings
from procpub.readers.tei import read

TITLE = "<titleStmt><title>A Volume</title></titleStmt>"
REST = "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
HEADER = f"<teiHeader><fileDesc>{TITLE}{REST}</fileDesc></teiHeader>"


def volume(text: str, header: str = HEADER) -> str:
    """A TEI document with this in its `text`."""
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}<text>{text}</text></TEI>'


def work(title: str, authors: str, text: str, profile: str = "") -> str:
    """A TEI element with a header of its own, for a corpus."""
    statement = f"<titleStmt><title>{title}</title>{authors}</titleStmt>"
    header = f"<teiHeader><fileDesc>{statement}{REST}</fileDesc>{profile}</teiHeader>"
    return f"<TEI>{header}<text>{text}</text></TEI>"


def document(source: str) -> tuple[Proceedings, list[str]]:
    """The sound document in the TEI, and what was reported, with lines."""
    report = Report()
    found = read(source.encode(), "x.tei.xml", ReadOptions(), report)
    assert check(found) == ()
    return found, [f"{each.span.first if each.span else 0}: {each.message}" for each in report]


def body(source: str) -> list[str]:
    """The lines of the dump from the body on."""
    lines = dump(document(source)[0]).splitlines()
    return [line.removeprefix("  ") for line in lines[lines.index("body") + 1 :]]
