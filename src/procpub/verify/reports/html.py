"""The verification as a page of HTML: what was compared, and every difference side by side."""

import base64
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby

from lxml import etree
from lxml.html import tostring
from lxml.html.builder import E

from procpub.verify.columns import CALL, PARAGRAPH
from procpub.verify.extract import is_pdf
from procpub.verify.reports.pictures import Pictures
from procpub.verify.verification import NAMES, Difference, Outcome, Reading, Verification

_MOST_PICTURES = 60
"""So many pages at most are shown: the report stays a few megabytes."""

_MOST = 500
"""So many differences of a check are shown."""

_LONGEST = 600
"""Characters of a reading that are shown: a lost contribution need not be printed in whole."""

_SOUGHT = 5
"""So many words are looked for on a page: longer passages run over line ends."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem; text-align: left; border-bottom: 1px solid #8885; vertical-align: top; }
td.wrong, .dissenting > h4 { color: #b00020; font-weight: 600; }
td.none { color: #888; }
.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
.reading { border: 1px solid #8885; border-radius: .4rem; padding: .6rem .9rem; overflow-wrap: anywhere; }
.dissenting { border: 2px solid #b00020; }
.reading h4 { margin: 0 0 .3rem; font-size: 1rem; }
.place { color: #777; font-size: .875rem; margin: 0; }
.reading p.words { font-family: Georgia, serif; margin: .4rem 0 0; }
mark { background: #ffd600; color: #000; padding: 0 .15em; }
mark.nothing { background: #ffcdd2; }
img { max-width: 100%; border: 1px solid #8885; margin-top: .8rem; }
section.difference { border-top: 1px solid #8885; margin-top: 1.5rem; }
@media (prefers-color-scheme: dark) { td.wrong, .dissenting > h4 { color: #ff8a80; } }
"""


def as_html(verification: Verification, files: Mapping[str, bytes]) -> str:
    """A page that stands by itself, the pictures of PDF pages in it.

    Args:
        verification: what came of the comparison.
        files: the editions, by their names there.
    """
    with ExitStack() as stack:
        pdfs = {name: stack.enter_context(Pictures(data)) for name, data in files.items() if is_pdf(data)}
        shown = _Shown(pdfs)
        body = E.body(
            E.h1("Do the editions agree?"),
            E.p(_summary(verification)),
            E.p(f"{PARAGRAPH} stands for the end of a paragraph, {CALL} for the call of a note."),
            _table(verification),
            *_differences(verification, shown),
        )
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.title("Do the editions agree?"),
        E.style(_STYLE),
    )
    return str(tostring(E.html(head, body, lang="en"), doctype="<!DOCTYPE html>", encoding="unicode"))


class _Shown:
    """The pictures that were shown, each once: `figure` gives a picture, or a link to where it is."""

    def __init__(self, pdfs: Mapping[str, Pictures]) -> None:
        self._pdfs = pdfs
        self._ids: dict[tuple[str, int], str] = {}

    def figure(self, reading: Reading) -> Iterator[etree._Element]:
        """The page that a reading of a PDF stands on."""
        page, edition = reading.place.page, reading.edition
        pictures = self._pdfs.get(edition)
        if pictures is None or page is None:
            return
        if (edition, page) in self._ids:
            yield E.p(E.a(f"Picture of {reading.place.words}, above", href=f"#{self._ids[edition, page]}"))
        elif len(self._ids) < _MOST_PICTURES:
            identifier = self._ids[edition, page] = f"picture-{len(self._ids) + 1}"
            data = base64.b64encode(pictures.png(page, _sought(reading))).decode()
            description = f"{reading.place.words} of {edition}"
            yield E.img(src=f"data:image/png;base64,{data}", alt=_clean(description), id=identifier)


def _sought(reading: Reading) -> str:
    """What to mark in the picture: the words, or those that stand before the place where nothing is."""
    passages = [part.strip() for part in reading.words.split(PARAGRAPH) if part.strip()]
    if passages:
        return " ".join(passages[0].split()[:_SOUGHT])
    return " ".join(reading.before.rpartition(PARAGRAPH)[2].split()[-_SOUGHT:])


def _summary(verification: Verification) -> str:
    editions = ", ".join(verification.editions)
    count = len(verification.differences)
    if verification.agree:
        return _clean(f"Yes: {editions} say the same in all that was compared.")
    return _clean(f"No: {count} difference{'s' * (count != 1)} between {editions}.")


def _table(verification: Verification) -> etree._Element:
    """A row a check, a column an edition."""
    outcomes = {(each.check, each.edition): each for each in verification.outcomes}
    head = E.tr(E.th("Check", scope="col"), *(E.th(_clean(name), scope="col") for name in verification.editions))
    rows = [
        E.tr(E.th(check, scope="row"), *(_cell(outcomes[check, name]) for name in verification.editions))
        for check in NAMES
    ]
    return _element(E.table(E.thead(head), E.tbody(*rows)))


def _cell(outcome: Outcome) -> etree._Element:
    if outcome.differences:
        return _element(E.td(f"{outcome.differences} different"), "wrong")
    if outcome.compared is None:
        return _element(E.td("not compared"), "none")
    return _element(E.td(f"agrees ({outcome.compared:,})" if outcome.compared else "none there"))


def _element(element: etree._Element, name: str = "") -> etree._Element:
    """The element, of a class."""
    if name:
        element.set("class", name)
    return element


def _differences(verification: Verification, shown: _Shown) -> Iterator[etree._Element]:
    for check, found in groupby(verification.differences, key=lambda each: each.check):
        yield E.h2(check.capitalize())
        some = list(found)
        for number, difference in enumerate(some[:_MOST], start=1):
            yield _difference(difference, number, shown)
        if len(some) > _MOST:
            yield E.p(f"{len(some) - _MOST:,} more are in the report as JSON.")


def _difference(difference: Difference, number: int, shown: _Shown) -> etree._Element:
    readings = E.div(*(_reading(each, difference, shown) for each in difference.readings))
    heading = E.h3(f"{number}. {_clean(_short(difference.message))}")
    return _element(E.section(heading, _element(readings, "readings")), "difference")


def _reading(reading: Reading, difference: Difference, shown: _Shown) -> etree._Element:
    """A card: the edition, the place, the words among those around them, and the page if it is a PDF's."""
    words = E.mark(_clean(_short(reading.words)) or "nothing")
    if not reading.words:
        words = _element(words, "nothing")
    is_dissenting = reading.edition in difference.dissenting
    card = E.div(
        E.h4(_clean(reading.who)),
        _element(E.p(_clean(str(reading.place))), "place"),
        _element(E.p(f"{_clean(reading.before)} ", words, f" {_clean(reading.behind)}"), "words"),
        *(shown.figure(reading) if is_dissenting else ()),
    )
    return _element(card, "reading dissenting" if is_dissenting else "reading")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _clean(text: str) -> str:
    """Text that XML can hold."""
    return _NO_XML.sub("\ufffd", text)
