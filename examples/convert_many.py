"""Converts every text in a folder, and goes on where one cannot be converted.

python examples/convert_many.py [FOLDER [OUTPUT]]
"""

import sys
from pathlib import Path

import procpub
from procpub.errors import ProcpubError

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")
out = Path(sys.argv[2] if len(sys.argv) > 2 else "editions")

for source in sorted(folder.glob("*.txt")):
    try:
        done = procpub.convert(source, to=("epub", "tei"), out=out)
    except ProcpubError as error:
        print(error)
        continue
    for edition in done.editions:
        print(f"{source.name}: {edition.path.name}, {edition.size} bytes")
    for failure in done.failures:
        print(f"{source.name}: no {failure.format}: {failure.error}")
