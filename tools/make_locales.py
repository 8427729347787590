"""Writes the names of months and countries in the commonest languages of volumes, as babel and pycountry have them,
into src/procpub/recovery/locales.

Usage: python tools/make_locales.py
"""

import json
from collections.abc import Collection, Mapping

from procpub.recovery.countries import LANGUAGES
from procpub.recovery.locales import FOLDER, names_by_libraries

TAGS = ("en", *LANGUAGES)


def content(tag: str) -> Mapping[str, Collection[str]]:
    """What the file of a language holds."""
    names = names_by_libraries(tag)
    official = sorted(names.official - names.usual)  # most names are both
    return {"months": names.months, "usual": sorted(names.usual), "official": official}


def main() -> None:
    """Writes a file for each language."""
    for tag in TAGS:
        text = json.dumps(content(tag), ensure_ascii=False, indent=1)
        (FOLDER / f"{tag}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
