"""The verification as JSON."""

import json
from dataclasses import asdict
from typing import Any

from procpub.verify.verification import Reading, Verification


def as_json(verification: Verification) -> str:
    """The text of `as_data`."""
    return json.dumps(as_data(verification), ensure_ascii=False, indent=1) + "\n"


def as_data(verification: Verification) -> dict[str, Any]:
    """One object, the same for the same files.

    `agree` says whether all is well; `editions` are the names; `checks` have check, edition, compared (how much; null
    if the edition does not speak of it, or there is nothing to compare it with) and differences (how many).
    `differences` have check, message, dissenting (the editions that are wrong, as far as can be told) and readings:
    what each edition says, or which of its lists (part; else null), with the words before and behind, the place in
    words, the heading that it is under and the page of the PDF from 1, or null.
    """
    return {
        "agree": verification.agree,
        "editions": list(verification.editions),
        "checks": [asdict(outcome) for outcome in verification.outcomes],
        "differences": [
            {
                "check": difference.check,
                "message": difference.message,
                "dissenting": list(difference.dissenting),
                "readings": [_reading(reading) for reading in difference.readings],
            }
            for difference in verification.differences
        ],
    }


def _reading(reading: Reading) -> dict[str, str | int | None]:
    page = reading.place.page
    return {
        "edition": reading.edition,
        "part": reading.part or None,
        "before": reading.before,
        "words": reading.words,
        "behind": reading.behind,
        "place": reading.place.words,
        "under": reading.place.under or None,
        "page": page + 1 if page is not None else None,
    }
