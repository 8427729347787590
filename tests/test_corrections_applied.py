"""Corrections from the file to the document: each setting on a small text; what is confirmed stays as it was."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import procpub
from procpub.corrections_file import load
from procpub.corrections_template import template
from procpub.diagnostics import Code, Diagnostic, Report, Severity
from procpub.model.check import check
from procpub.model.metadata import Provenance
from procpub.model.nodes import Block
from procpub.model.proceedings import Contribution, Group, Matter, Piece, Proceedings
from procpub.model.walk import lines as lines_of
from procpub.model.walk import nested, pieces, plain_text
from procpub.recovery.corrections import Entry, HeadingLevel, PieceCorrection
from procpub.recovery.pipeline import recover
from tests.recovery.cases import source_text

VOLUME = """A Volume of Speeches

CONTENTS

Speech of Ann Lee, Kenya ..... 1
Speech of Bo Hansen, Norway ..... 2

Speech of Ann Lee, Kenya

On the Weather

Dear colleagues, the weather is fine today, and I hope that it will stay so until we leave.

It has been fine for a week.

Some more remarks are made here, and they end as remarks do.

Speech of Bo Hansen, Norway

The sea is wide, and ships are on it; that is what I came here to say.

A Word of Thanks

Thanks are due to all who came, and to those who stayed at home.

Printed at the harbour.
"""

CONTENTS_END = 7
"""The lines above are title page and contents, which are data."""

SEED = Path(__file__).parent.parent / "seeds/000_dfe2a69c2e3356cc.txt"

Read = Callable[..., Proceedings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the volume with one correction, of the last line that begins with some words unless another is named."""

    def once(
        quote: str = "", settings: str = "", report: Report | None = None, volume: str = VOLUME, line: int | None = None
    ) -> Proceedings:
        path = tmp_path / "c.toml"
        places = [n for n, text in enumerate(volume.splitlines(), 1) if text.startswith(quote)]
        number = line or places[-1]
        entry = f'[[correction]]\nline = {number}\nquote = "{quote}"\n{settings}\n' if quote else ""
        path.write_text(entry, encoding="utf-8")
        document = procpub.read(volume.encode(), corrections=path, report=report)
        return replace(document, provenance=Provenance())

    return once


def tree(document: Proceedings) -> list[tuple[str, str]]:
    """Each piece with its type and its heading."""
    return [(type(piece).__name__, plain_text(piece.heading)) for piece in pieces(document)]


def texts(piece: Piece) -> list[str]:
    blocks: tuple[Block, ...] = getattr(piece, "blocks", ())
    return [plain_text(line) for block in blocks for inner in nested(block) for line in lines_of(inner)]


def piece(document: Proceedings, heading: str) -> Piece:
    return next(each for each in pieces(document) if heading in plain_text(each.heading))


def contribution(document: Proceedings, heading: str) -> Contribution:
    found = piece(document, heading)
    assert isinstance(found, Contribution)
    return found


def everything(document: Proceedings) -> str:
    """All that is printed in the editions' text, without white space."""
    return "".join(
        "".join((plain_text(each.heading), plain_text(getattr(each, "title", ())), *texts(each))).replace(" ", "")
        for each in pieces(document)
    )


def test_the_volume_is_what_the_corrections_are_made_for(read: Read) -> None:
    assert tree(read()) == [
        ("Contribution", "Speech of Ann Lee, Kenya"),
        ("Contribution", "Speech of Bo Hansen, Norway"),
        ("Section", "A Word of Thanks"),
    ]
    assert plain_text(contribution(read(), "Ann").title) == "On the Weather"


def test_a_heading_can_be_none(read: Read) -> None:
    document = read("Speech of Bo", 'heading = "none"')
    assert [kind for kind, _ in tree(document)] == ["Contribution", "Section"]
    assert "Speech of Bo Hansen, Norway" in texts(contribution(document, "Ann"))
    assert everything(document) == everything(read())


def test_a_sections_heading_can_be_none(read: Read) -> None:
    document = read("A Word of Thanks", 'heading = "none"')
    assert ("Section", "A Word of Thanks") not in tree(document)
    assert "A Word of Thanks" in texts(contribution(document, "Bo"))


def test_a_title_can_be_none(read: Read) -> None:
    talk = contribution(read("On the Weather", 'heading = "none"'), "Ann")
    assert talk.title == ()
    assert texts(talk)[0] == "On the Weather"


def test_a_line_can_be_made_a_contributions_heading(read: Read) -> None:
    document = read("A Word of Thanks", 'heading = "contribution"')
    assert texts(contribution(document, "A Word of Thanks"))[0].startswith("Thanks are due")


@pytest.mark.parametrize("level", ["part", "session"])
def test_a_line_can_be_made_the_heading_of_a_group(read: Read, level: str) -> None:
    volume = VOLUME.replace("Speech of Bo Hansen, Norway\n\nThe", "Quite another\n\nSpeech of Bo Hansen, Norway\n\nThe")
    group = piece(read("Quite another", f'heading = "{level}"', volume=volume), "Quite another")
    assert isinstance(group, Group)
    assert (group.kind, len(group.members)) == (level, 1)


def test_a_line_can_be_made_a_sections_heading(read: Read) -> None:
    document = read("It has been fine", 'heading = "section"')
    assert texts(piece(document, "It has been fine")) == [
        "Some more remarks are made here, and they end as remarks do."
    ]


def test_a_line_can_be_made_the_heading_of_matter(read: Read) -> None:
    matter = piece(read("A Word of Thanks", 'heading = "matter"\nkind = "acknowledgements"'), "A Word of Thanks")
    assert isinstance(matter, Matter)
    assert matter.kind == "acknowledgements"


def test_a_line_can_be_made_the_title(read: Read) -> None:
    document = read("The sea is wide", 'heading = "title"')
    assert plain_text(contribution(document, "Bo").title).startswith("The sea is wide")
    assert everything(document) == everything(read())


def test_paragraphs_can_be_joined(read: Read) -> None:
    document = read("It has been", "join = true")
    assert texts(contribution(document, "Ann"))[0].endswith("until we leave. It has been fine for a week.")
    assert everything(document) == everything(read())


def test_paragraphs_that_were_joined_can_be_parted(read: Read) -> None:
    volume = VOLUME.replace(", and I hope", ", and I really do hope with all my heart and\n\nwith all my soul")
    assert "heart and with all my soul" in "".join(texts(contribution(read(volume=volume), "Ann")))
    parted = read("with all my soul", "split = true", volume=volume)
    assert any(text.startswith("with all my soul") for each in pieces(parted) for text in texts(each))


def test_a_line_can_be_left_out_and_that_is_told(read: Read) -> None:
    report = Report()
    document = read("Printed at", "drop = true", report)
    assert everything(document) == everything(read()).replace("Printedattheharbour.", "")
    assert "left out: “Printed at the harbour.”" in {found.message for found in report}


def test_a_line_that_was_taken_for_furniture_can_be_kept(read: Read) -> None:
    pages = "\f".join(
        f"RUNNING HEAD {n}\nThe talk goes on over the page with many words, and on it goes to the very end of\n"
        for n in range(1, 9)
    )
    volume = VOLUME.replace("Some more remarks", f"{pages}\n\nSome more remarks")
    assert "RUNNINGHEAD" not in everything(read(volume=volume))
    assert everything(read("RUNNING HEAD 8", "keep = true", volume=volume)).count("RUNNINGHEAD") == 1


def test_title_kind_and_people_can_be_given_at_once(read: Read) -> None:
    document = read(
        "Speech of Bo",
        'kind = "toast"\ntitle = "On the Sea"\n[[correction.person]]\nname = "Bo Hansen"\nrole = "Pilot"\n'
        '[[correction.person]]\nname = "Cy Young"',
    )
    toast = contribution(document, "Bo")
    assert (toast.kind, plain_text(toast.title)) == ("toast", "On the Sea")
    assert [(document.person(who).name, document.person(who).role) for who in toast.contributors] == [
        ("Bo Hansen", "Pilot"),
        ("Cy Young", ""),
    ]
    assert document.person(toast.contributors[0]).country == "Norway"


def test_a_changed_text_is_noticed(read: Read) -> None:
    number = VOLUME.splitlines().index("A Word of Thanks") + 1
    longer = VOLUME.replace("A Volume of Speeches", "A Volume of Speeches\n\nWith a line more")
    report = Report()
    document = read("A Word of Thanks", 'heading = "none"', report, longer, number)
    assert ("Section", "A Word of Thanks") not in tree(document)
    assert Code.CORRECTION_MOVED in {found.code for found in report}
    report = Report()
    document = read("A Word of Thanks", 'heading = "none"', report, longer.replace("A Word", "Words"), number)
    assert ("Section", "Words of Thanks") in tree(document)
    assert Code.CORRECTION_STALE in {found.code for found in report}


def doubted(report: Report) -> list[Diagnostic]:
    """The decisions, every one of them as doubtful as can be."""
    return [replace(found, confidence=0.1) for found in report]


SETTINGS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, heading=st.sampled_from([each for each in HeadingLevel if each is not HeadingLevel.CONTRIBUTION])),
    st.builds(
        dict,
        heading=st.just(HeadingLevel.CONTRIBUTION),
        piece=st.builds(
            PieceCorrection,
            kind=st.just(""),
            title=st.sampled_from(["", "A Title"]),
            people=st.sampled_from([None, ()]),
        ),
    ),
    st.sampled_from([{"join": True}, {"split": True}, {"drop": True}, {"keep": True}]),
)


@given(st.dictionaries(st.integers(CONTENTS_END + 1, VOLUME.count("\n")), SETTINGS))
def test_whatever_is_corrected_the_document_is_sound_and_has_all_lines_but_those_dropped(
    settings: dict[int, dict[str, Any]],
) -> None:
    source = source_text(VOLUME)
    texts_by_line = {line.number: line.text for line in source.lines if line.text}
    entries = [Entry(line=n, quote=texts_by_line[n], **said) for n, said in settings.items() if n in texts_by_line]
    document = recover(source, Report(), corrections=entries)
    assert check(document) == ()
    kept = everything(document)
    dropped = {entry.line for entry in entries if entry.drop}
    for number, text in texts_by_line.items():
        if number > CONTENTS_END and number not in dropped:
            assert text.replace(" ", "") in kept


@pytest.mark.parametrize("volume", [VOLUME, SEED.read_text(encoding="utf-8")], ids=["small", "seed"])
def test_what_is_confirmed_stays_as_it_was_and_is_doubtful_no_more(volume: str, tmp_path: Path) -> None:
    source, report = source_text(volume), Report()
    before = recover(source, report)
    content = template(before, doubted(report), source.lines, name="c.toml")
    path = tmp_path / "c.toml"
    path.write_text(re.sub("^#(?=[^# ])", "", content, flags=re.MULTILINE), encoding="utf-8")
    entries = load(path)
    assert entries
    again = Report()
    after = recover(source, again, corrections=entries)
    assert {found.code for found in again} & {Code.CORRECTION_MOVED, Code.CORRECTION_STALE} == set()
    assert replace(after, provenance=Provenance()) == replace(before, provenance=Provenance())
    lines = {entry.line for entry in entries}
    doubts = [found for found in again if found.severity > Severity.NOTE and found.confidence < 1]
    assert not [found for found in doubts if found.span and found.span.first in lines]
