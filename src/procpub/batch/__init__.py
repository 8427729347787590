"""A shelf of proceedings, volume by volume: in processes of this machine, or on a cluster; resumable.

shelf.py says which volumes there are, by the files of a folder or, with manifest.py, by a list; making.py makes the
editions of one, unless record.py knows from their fingerprint (fingerprint.py) that they are made already; crew.py
gathers those who do the work, and run.py hands it out.
"""

from procpub.batch.outcome import Outcome
from procpub.batch.run import convert_shelf
from procpub.batch.shelf import shelf_of
from procpub.batch.volume import Volume

__all__ = ["Outcome", "Volume", "convert_shelf", "shelf_of"]
