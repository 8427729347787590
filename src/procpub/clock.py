"""The one moment that an edition may bear: pure writers have no clock."""

import os
import re
from datetime import UTC, datetime

from procpub.errors import UsageError
from procpub.model.metadata import Metadata

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""For documents without a date."""

FIRST = datetime(1980, 1, 1, tzinfo=UTC)
"""ZIP knows no date before."""

LAST = datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)
"""ZIP and Word know no date much later."""


def edition_time(metadata: Metadata) -> datetime:
    """SOURCE_DATE_EPOCH if set, else the document's date. Always in UTC, from `FIRST` to `LAST`.

    A date without day or month counts as its first.

    Raises:
        UsageError: see `source_date_epoch`.
    """
    moment = source_date_epoch() or _dated(metadata)
    return max(FIRST, min(moment, LAST))


def source_date_epoch() -> datetime | None:
    """The moment that the environment asks for (https://reproducible-builds.org/specs/source-date-epoch/), if it does.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no whole number of seconds since 1970, or one after `LAST`.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return None
    if not re.fullmatch("[0-9]{1,10}", given) or int(given) > LAST.timestamp():
        raise UsageError(f"SOURCE_DATE_EPOCH is {given!r}, but must be seconds since 1970, until the end of 2099")
    return datetime.fromtimestamp(int(given), UTC)


def _dated(metadata: Metadata) -> datetime:
    if metadata.date is None:
        return UNDATED
    year, month, day = (*metadata.date.when.split("-"), "1", "1")[:3]
    return datetime(int(year), int(month), int(day), tzinfo=UTC)
