"""Renders one edition of a document in memory: what a web service would do.

python examples/render_one_edition.py [FOLDER]
"""

import sys
from pathlib import Path

import procpub

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "editions")
proceedings = procpub.read(Path("seeds/000_dfe2a69c2e3356cc.txt").read_bytes())
edition = procpub.render(proceedings, "pdf", style="large-print", contents_depth=2)

folder.mkdir(exist_ok=True)
target = folder / f"large-print{edition.suffix}"
target.write_bytes(edition.data)
pages = len(edition.pages.labels) if edition.pages else 0
print(f"{target}: {edition.media_type}, {len(edition.data)} bytes, {pages} pages")
