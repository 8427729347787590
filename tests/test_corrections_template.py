"""The template of a corrections file: as it is it corrects nothing, uncommented it confirms what was decided."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from procpub.corrections_file import load
from procpub.corrections_template import template
from procpub.diagnostics import Code, Report, Span
from procpub.model.metadata import Metadata, Provenance, Source
from procpub.model.nodes import Text
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings, Section
from procpub.recovery.corrected_pieces import correct_pieces
from procpub.recovery.corrections import Corrections, Entry, HeadingLevel, PieceCorrection, resolve
from tests.recovery.cases import source_text

VOLUME = """CONTENTS
Speech of Ann Lee on the many things there are ... 3

FIRST DAY
Speech of Ann Lee on the many things there are

"A toast"
Some words \\ and more,
- 7 -
goes on here.
INTRODUCTION
Words of one who is not named
Schlußwort"""

ANN = Person(id="p-ann", name='Ann "A." Lee', role="Chair")


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


def document() -> Proceedings:
    section = Section(id="talk-s1", heading=text("INTRODUCTION"), span=Span(11, 11))
    talk = Contribution(
        id="talk",
        kind="speech",
        heading=text("Speech"),
        contributors=(ANN.id,),
        sections=(section,),
        span=Span(5, 11),
    )
    other = Contribution(id="other", kind="speech", heading=text("Words"), span=Span(12, 12))
    session = Group(id="g", kind=GroupKind.SESSION, heading=text("FIRST DAY"), members=(talk, other), span=Span(4, 12))
    annex = Matter(id="a", kind="annex", heading=text("Schlußwort"), span=Span(13, 13))
    source = Source(name="volume.txt", encoding="utf-8", sha256="", lines=13)
    return Proceedings(
        metadata=Metadata(), provenance=Provenance(source=source), people=(ANN,), body=(session,), back=(annex,)
    )


def report(confidence: float = 0.5) -> Report:
    found = Report()
    for code, line in (
        (Code.GROUP, 4),
        (Code.CONTRIBUTION, 5),
        (Code.PERSON_UNCERTAIN, 5),
        (Code.TALK_TITLE, 7),
        (Code.FURNITURE, 9),
        (Code.JOINED_PARAGRAPH, 10),
        (Code.SECTION_HEADING, 11),
        (Code.PERSON_UNCERTAIN, 12),
        (Code.UNFINISHED_PARAGRAPH, 12),
        (Code.MATTER, 13),
        (Code.LANGUAGE, 1),
    ):
        found.add(code, f"about line {line}", Span(line, line), confidence=confidence)
    found.add(Code.NO_TITLE, "no title")
    return found


def written(found: Report, settled: tuple[Entry, ...] = ()) -> str:
    lines = source_text(VOLUME).lines
    return template(document(), found, lines, name="volume.corrections.toml", settled=settled)


def entries(path: Path, content: str) -> tuple[Entry, ...]:
    path.write_text(content, encoding="utf-8")
    return load(path)


def uncommented(content: str) -> str:
    return re.sub("^#(?=[^# ])", "", content, flags=re.MULTILINE)


def test_as_it_is_it_corrects_nothing(tmp_path: Path) -> None:
    assert entries(tmp_path / "c.toml", written(report())) == ()


def test_uncommented_it_confirms_every_decision(tmp_path: Path) -> None:
    found = entries(tmp_path / "c.toml", uncommented(written(report())))
    ann = {"name": 'Ann "A." Lee', "role": "Chair"}
    assert found == (
        Entry(line=4, quote="FIRST DAY", heading=HeadingLevel.SESSION),
        Entry(
            line=5,
            quote="Speech of Ann Lee on the many things there are",
            heading=HeadingLevel.CONTRIBUTION,
            piece=PieceCorrection(people=(ann,)),
        ),
        Entry(line=7, quote='"A toast"', heading=HeadingLevel.TITLE),
        Entry(line=9, quote="- 7 -", drop=True),
        Entry(line=10, quote="goes on here.", join=True),
        Entry(line=11, quote="INTRODUCTION", heading=HeadingLevel.SECTION),
        Entry(line=12, quote="Words of one who", piece=PieceCorrection(people=())),
        Entry(
            line=13, quote="Schlußwort", split=True, heading=HeadingLevel.MATTER, piece=PieceCorrection(kind="annex")
        ),
    )


def test_uncommented_it_fits_its_text_and_leaves_people_as_they_are(tmp_path: Path) -> None:
    found = Report()
    resolved = resolve(entries(tmp_path / "c.toml", uncommented(written(report()))), source_text(VOLUME).lines, found)
    assert {each.code for each in found} == {Code.CORRECTION}
    assert correct_pieces(document(), Corrections(pieces=resolved.pieces), found) == document()


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        (4, '##heading = "none"'),
        (5, '##heading = "none"'),
        (5, '##affiliation = ""'),
        (7, '##heading = "none"'),
        (9, "##keep = true"),
        (10, "##split = true"),
        (12, "##[[correction.person]]"),
    ],
)
def test_what_would_change_the_decision_stands_below(line: int, setting: str) -> None:
    (entry,) = (part for part in written(report()).split("\n\n") if f"#line = {line}\n" in part)
    assert setting in entry.splitlines()


def test_the_doubt_is_told_above_its_entry() -> None:
    assert "# about line 4 (50% sure) [group]\n#[[correction]]\n#line = 4\n" in written(report())


def test_the_line_after_an_unfinished_paragraph_is_split_or_joined_furniture_passed_over(tmp_path: Path) -> None:
    found = Report()
    found.add(Code.UNFINISHED_PARAGRAPH, "ends in the middle", Span(7, 8))
    found.add(Code.FURNITURE, "a folio", Span(9, 9))
    content = written(found)
    assert entries(tmp_path / "c.toml", uncommented(content)) == (Entry(line=10, quote="goes on here.", split=True),)
    assert "##join = true" in content


def test_decisions_that_contradict_each_other_are_not_confirmed_at_once(tmp_path: Path) -> None:
    found = Report()
    found.add(Code.UNFINISHED_PARAGRAPH, "ends in the middle", Span(7, 8))
    found.add(Code.JOINED_PARAGRAPH, "joined", Span(9, 9), confidence=0.5)
    (entry,) = entries(tmp_path / "c.toml", uncommented(written(found)))
    assert (entry.split, entry.join) == (True, False)


def test_an_unfinished_paragraph_at_the_end_has_no_line_after_it() -> None:
    found = Report()
    found.add(Code.UNFINISHED_PARAGRAPH, "ends in the middle", Span(13, 13))
    assert "No decision is doubtful." in written(found)


def test_lines_that_are_settled_are_left_out() -> None:
    content = written(report(), settled=(Entry(line=4, quote="FIRST", drop=True), Entry(line=9, quote="7", keep=True)))
    assert "#line = 4\n" not in content
    assert "#line = 9\n" not in content
    assert "#line = 5\n" in content


def test_without_doubts_it_says_so(tmp_path: Path) -> None:
    found = Report()
    found.add(Code.CONTRIBUTION, "sure", Span(5, 5))
    content = written(found)
    assert "No decision is doubtful." in content
    assert entries(tmp_path / "c.toml", content) == ()


def test_long_lines_are_quoted_in_part_and_quotes_never_end_in_the_air(tmp_path: Path) -> None:
    lines = source_text("文" * 300 + "\n\n" + "longword" * 40 + " and more").lines
    found = Report()
    found.add(Code.JOINED_PARAGRAPH, "joined", Span(1, 1), confidence=0.5)
    found.add(Code.JOINED_PARAGRAPH, "joined", Span(3, 3), confidence=0.5)
    content = template(replace(document(), body=(), back=()), found, lines, name="x")
    quotes = [entry.quote for entry in entries(tmp_path / "c.toml", uncommented(content))]
    assert quotes == ["文" * 80, "longword" * 10]
