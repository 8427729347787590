"""A metadata file to fill in: what is known stands in it, what is not known as comments with an example."""

from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable

from procpub.model.metadata import Date, Identifier, Licence, Metadata
from procpub.model.people import LocalText, Organisation

_HEAD = """\
What the editions of this volume say about it. Correct it, fill it in, and give it to --metadata.
Lines that begin with # say nothing; take the # away to use them."""

_PURPOSES = {
    "title": ("The title; with its language if there are several.", '"Papers of a meeting"'),
    "subtitle": ("The subtitle, likewise.", '"Proceedings"'),
    "date": ("The date: as printed (text), and in figures (when; until, if it is several days).", '"2020-12-22"'),
    "place": ("Where the volume appeared, or the meeting was held.", '"Vienna"'),
    "organisers": ("Who held the meeting; a body's names in several languages stand together.", '["A university"]'),
    "publishers": ("Who publishes the volume, likewise.", '["A press"]'),
    "editors": ("Who edited it.", '["Ada Editor", "Ben Editor"]'),
    "languages": ("Its languages as BCP 47 tags, the main one first.", '["en", "zh"]'),
    "identifiers": ("Its numbers: isbn, issn, doi, uri, urn.", '{ isbn = "978-3-16-148410-0" }'),
    "licence": ("Terms of use, with their address if they have one.", '{ text = "CC BY 4.0", url = "https://..." }'),
    "description": ("What it is about, in a sentence or two.", '"The papers read at ..."'),
    "subjects": ("What it is about, in catalogue words.", '["history"]'),
}
"""What each key is for, and an example."""


def template(metadata: Metadata) -> str:
    """The text of a metadata file; `metadata_file.load` reads it back to the same values."""
    document = tomlkit.document()
    for line in _HEAD.splitlines():
        document.add(tomlkit.comment(line))
    values = _values(metadata)
    for key, (purpose, example) in _PURPOSES.items():
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(purpose))
        if values[key]:
            document.add(key, values[key])
        else:
            document.add(tomlkit.comment(f"{key} = {example}"))
    return tomlkit.dumps(document)


def _values(metadata: Metadata) -> dict[str, Any]:
    language = metadata.language
    return {
        "title": _names(metadata.titles, language),
        "subtitle": _names(metadata.subtitles, language),
        "date": _date(metadata.date) if metadata.date else None,
        "place": metadata.place,
        "organisers": _organisations(metadata.organisers, language),
        "publishers": _organisations(metadata.publishers, language),
        "editors": _array(metadata.editors),
        "languages": _array(metadata.languages),
        "identifiers": _identifiers(metadata.identifiers),
        "licence": _licence(metadata.licence) if metadata.licence else None,
        "description": metadata.description,
        "subjects": _array(metadata.subjects),
    }


def _names(names: tuple[LocalText, ...], language: str) -> Any:
    if len(names) == 1 and not names[0].language:
        return names[0].text
    return _inline({name.language or language: name.text for name in names})


def _organisations(organisations: tuple[Organisation, ...], language: str) -> Array:
    return _array([_names(organisation.names, language) for organisation in organisations]).multiline(True)


def _date(date: Date) -> Any:
    parts = {"text": date.text, "when": date.when, "until": date.until}
    return _inline({key: part for key, part in parts.items() if part})


def _identifiers(identifiers: tuple[Identifier, ...]) -> Any:
    schemes = dict.fromkeys(identifier.scheme for identifier in identifiers)
    values = {scheme: [known.value for known in identifiers if known.scheme == scheme] for scheme in schemes}
    return _inline({scheme: found[0] if len(found) == 1 else found for scheme, found in values.items()})


def _licence(licence: Licence) -> Any:
    return _inline({"text": licence.text, "url": licence.url}) if licence.url else licence.text


def _inline(table: dict[str, Any]) -> InlineTable:
    inline = tomlkit.inline_table()
    inline.update(table)
    return inline


def _array(values: Iterable[Any]) -> Array:
    array = tomlkit.array()
    array.extend(values)
    return array
