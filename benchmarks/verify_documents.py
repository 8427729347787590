"""Whether `procpub verify` raises no false alarm: editions of many generated documents, each compared with the others.

Usage: python benchmarks/verify_documents.py [--count N] [--style NAME] [--contents-depth N]

Hypothesis makes the documents, the same ones on every run: everything that the model can express, with hostile texts in
it. All four editions are made in one run, and must agree. Ends with 1 if any do not.
"""

import argparse
import sys

from procpub import registry
from procpub.conversion import FORMATS
from procpub.diagnostics import Report
from procpub.interfaces import PageMap
from procpub.model.contents import contents_of
from procpub.model.proceedings import Proceedings
from procpub.style import Style, load_style
from procpub.verify import Verification, verify
from validate_documents import documents


def verified(document: Proceedings, style: Style, depth: int) -> Verification:
    """The editions of a document, compared."""
    contents = contents_of(document, depth)
    pages: PageMap | None = None
    files: dict[str, bytes] = {}
    for name in FORMATS:
        edition = registry.writer(name).write(document, contents, style, Report(), pages=pages)
        pages = pages or edition.pages
        files[name] = edition.data
    return verify(files)


def main() -> int:
    """Reads the arguments, makes and compares the editions; 1 if any differ."""
    parser = argparse.ArgumentParser(description="Verify editions of generated documents.")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--style", default="default")
    parser.add_argument("--contents-depth", type=int, default=1)
    arguments = parser.parse_args()
    style = load_style(arguments.style)
    alarms = words = 0
    made = documents(arguments.count)
    for number, document in enumerate(made):
        found = verified(document, style, arguments.contents_depth)
        words += sum(each.compared or 0 for each in found.outcomes if each.check == "text")
        alarms += not found.agree
        for difference in found.differences:
            print(f"document {number}: {difference.check}: {difference.message}")
    print(f"{len(made)} documents, {words:,} words in their editions, {alarms} with differences")
    return min(alarms, 1)


if __name__ == "__main__":
    sys.exit(main())
