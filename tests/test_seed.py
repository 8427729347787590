"""The proceedings that the project was made for, against the gold file made by hand, and its PDF against itself."""

import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

import procpub
from procpub.diagnostics import Code, Report
from procpub.model.nodes import ItemList
from procpub.model.proceedings import Proceedings
from procpub.model.walk import contributions, nested, pieces, plain_text

SEED = Path(__file__).parent.parent / "seeds" / "000_dfe2a69c2e3356cc.txt"


@cache
def gold() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(SEED.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return data


@cache
def recovered() -> tuple[Proceedings, Report]:
    report = Report()
    return procpub.read(SEED, report=report), report


def test_every_contribution_is_found_with_its_heading_kind_title_and_page() -> None:
    document, _ = recovered()
    assert [
        (plain_text(c.heading), c.kind.replace("-", " "), plain_text(c.title) or None, c.page)
        for c in contributions(document)
    ] == [(c["heading"], c["kind"], c["talk_title"], c["page"]) for c in gold()["contributions"]]


def test_every_speaker_has_the_name_honorific_role_affiliation_and_country_that_are_printed() -> None:
    document, _ = recovered()
    for contribution, printed in zip(contributions(document), gold()["contributions"], strict=True):
        (who,) = contribution.contributors
        (speaker,) = printed["speakers"]
        person = document.person(who)
        for field in ("name", "honorific", "role", "affiliation", "country"):
            accepted = {speaker.get(field, ""), speaker.get("or", {}).get(field, "")}
            assert getattr(person, field) in accepted, (person.name, field)


def test_the_title_page_is_read() -> None:
    metadata = recovered()[0].metadata
    assert metadata.title == gold()["title"]
    assert metadata.date is not None
    assert metadata.date.when == gold()["date"]["iso"]
    names = [[name.text for name in organiser.names] for organiser in metadata.organisers]
    assert names == [[organiser["zh"], organiser["en"]] for organiser in gold()["organisers"]]
    assert [name.language for name in metadata.organisers[0].names] == ["zh", ""]


def test_the_disagreements_of_the_contents_are_reported_with_both_lines() -> None:
    _, report = recovered()
    reported = [
        (diagnostic.span.first, int(found[1]))
        for diagnostic in report
        if diagnostic.code is Code.CONTENTS_DISAGREE
        and diagnostic.span
        and (found := re.search(r"the heading on line (\d+)", diagnostic.message))
    ]
    entries, headings = gold()["printed_contents"], gold()["contributions"]
    numbers = [disagreement["number"] - 1 for disagreement in gold()["discrepancies"]]
    assert reported == [(entries[n]["line"], headings[n]["line"]) for n in numbers]


def test_sections_and_list_items_begin_where_they_are_printed() -> None:
    document, _ = recovered()
    sections = [piece for piece in pieces(document) if piece.id.rpartition("-s")[2].isdigit()]
    assert [plain_text(section.heading) for section in sections] == [s["text"] for s in gold()["sections"]]
    items = [
        item.span.first
        for piece in (*contributions(document), *sections)
        for outer in getattr(piece, "blocks", ())
        for block in nested(outer)
        if isinstance(block, ItemList)
        for item in block.items
        if item.span
    ]
    assert sorted(items) == sorted(item["line"] for item in gold()["items"])


def test_each_page_number_in_the_contents_is_the_folio_of_the_page_where_the_heading_stands() -> None:
    reader = PdfReader(io.BytesIO(procpub.render(recovered()[0], "pdf").data))
    labels = reader.page_labels
    texts = [squeezed(page.extract_text()) for page in reader.pages]
    listed = "".join(text for text, label in zip(texts, labels, strict=True) if not label.isdigit())
    assert len(reader.outline) == 20
    for entry in reader.outline:
        assert isinstance(entry, Destination), "no entry lies under another"
        page, title = reader.get_destination_page_number(entry), squeezed(str(entry.title))
        assert page is not None
        assert title in texts[page]
        assert texts[page].endswith(labels[page]), "the folio stands at the foot"
        assert title + labels[page] in listed


def squeezed(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", text)
