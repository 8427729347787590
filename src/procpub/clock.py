"""The one moment that an edition may bear: pure writers have no clock."""

import os
from datetime import UTC, datetime

from procpub.model.metadata import Metadata

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""For documents without a date; ZIP cannot go below 1980."""


LAST = 4102444799
"""The end of 2099: ZIP and Word know no date much later."""


def edition_time(metadata: Metadata) -> datetime:
    """SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) if set, else the document's date.

    A date without day or month counts as its first. Always in UTC, at 1980 or later.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        moment = datetime.fromtimestamp(min(int(given), LAST), UTC)
    elif metadata.date:
        year, month, day = (*metadata.date.when.split("-"), "1", "1")[:3]
        moment = datetime(int(year), int(month), int(day), tzinfo=UTC)
    else:
        moment = EPOCH
    return max(moment, datetime(1980, 1, 1, tzinfo=UTC))
