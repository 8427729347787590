"""`python -m procpub` is `procpub`."""

import sys

from procpub.cli import main

sys.exit(main())
