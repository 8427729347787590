"""Reads the proceedings in a file and tells who speaks in them, and what an editor should look at.

python examples/read_a_file.py [FILE]
"""

import sys

import procpub
from procpub.diagnostics import Report, Severity
from procpub.model.walk import contributions, plain_text

source = sys.argv[1] if len(sys.argv) > 1 else "seeds/000_dfe2a69c2e3356cc.txt"
report = Report()
proceedings = procpub.read(source, report=report)

print(proceedings.metadata.title)
for contribution in contributions(proceedings):
    names = [proceedings.person(who).name for who in contribution.contributors]
    print(f"- {', '.join(names)}: {plain_text(contribution.title) or contribution.kind}")

doubtful = [found for found in report if found.severity >= Severity.WARNING]
print(f"{len(report)} decisions, {len(doubtful)} of them worth a look")
