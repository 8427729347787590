"""Corrections: found again in the lines or reported, and applied to pieces in the last step."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procpub.diagnostics import Code, Report, Severity, Span
from procpub.interfaces import Line
from procpub.model.check import check
from procpub.model.metadata import Metadata
from procpub.model.nodes import Blocks, Emphasis, PageBreak, Paragraph, Text, Turn
from procpub.model.people import Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings, Section
from procpub.model.walk import plain_text
from procpub.recovery.corrected_pieces import correct_pieces
from procpub.recovery.corrections import (
    NONE,
    Corrections,
    Entry,
    HeadingLevel,
    PieceCorrection,
    Texts,
    resolve,
    settling,
)
from tests.recovery.cases import shown, source_text

TALKS = """A Volume

REMARKS BY MRS. LEE

On the franchise
Words are said.
- 7 -
Words are said again."""


def lines(text: str) -> tuple[Line, ...]:
    return source_text(text).lines


def reported(report: Report) -> list[str]:
    return [shown(diagnostic).strip() for diagnostic in report]


class TestResolving:
    def test_without_entries_there_is_nothing_to_do(self) -> None:
        report = Report()
        assert resolve((), lines(TALKS), report) is NONE
        assert len(report) == 0

    def test_each_setting_is_known_by_its_line_and_told(self) -> None:
        report = Report()
        entries = [
            Entry(line=8, quote="Words are said again", join=True),
            Entry(line=7, quote="- 7 -", drop=True),
            Entry(line=6, quote="Words", split=True, keep=True),
            Entry(line=5, quote="franchise", heading=HeadingLevel.NONE),
            Entry(line=3, quote="REMARKS", heading=HeadingLevel.MATTER, piece=PieceCorrection(kind="greeting")),
        ]
        found = resolve(entries, lines(TALKS), report)
        assert found == Corrections(
            dropped=frozenset([7]),
            kept=frozenset([6]),
            joined=frozenset([8]),
            parted=frozenset([6]),
            headings={3: HeadingLevel.MATTER, 5: HeadingLevel.NONE},
            pieces={3: PieceCorrection(kind="greeting")},
        )
        assert found.lines == {3, 5, 6, 7, 8}
        assert reported(report) == [
            "3: note: “REMARKS BY MRS. LEE” is a heading: matter [correction]",
            "5: note: “On the franchise” is no heading [correction]",
            "6: note: kept as text [correction]",
            "6: note: begins a paragraph [correction]",
            "7: note: left out: “- 7 -” [correction]",
            "8: note: goes on with the paragraph before [correction]",
        ]

    def test_a_title_begins_a_paragraph_and_heads_nothing(self) -> None:
        found = resolve([Entry(line=5, quote="On the", heading=HeadingLevel.TITLE)], lines(TALKS), Report())
        assert found.titles == found.parted == {5}
        assert found.headings == {5: HeadingLevel.NONE}

    @pytest.mark.parametrize("quote", ["REMARKS BY MRS.", "MRS.\u00a0LEE", " BY   MRS. ", "LEE"])
    def test_white_space_does_not_matter(self, quote: str) -> None:
        found = resolve([Entry(line=3, quote=quote, drop=True)], lines(TALKS), Report())
        assert found.dropped == {3}

    def test_letters_matter_however_they_are_composed(self) -> None:
        text = lines("Rede von Mu\u0308ller")
        assert resolve([Entry(line=1, quote="M\u00fcller", drop=True)], text, Report()).dropped == {1}
        assert resolve([Entry(line=1, quote="Muller", drop=True)], text, Report()) == NONE

    def test_capitals_matter(self) -> None:
        assert resolve([Entry(line=3, quote="Remarks", drop=True)], lines(TALKS), Report()) == NONE

    @pytest.mark.parametrize("number", [1, 2, 4, 99])
    def test_words_that_stand_on_one_other_line_by_now_are_corrected_there(self, number: int) -> None:
        report = Report()
        found = resolve([Entry(line=number, quote="On the franchise", drop=True)], lines(TALKS), report)
        assert found.dropped == {5}
        assert reported(report) == [
            f"5: warning: “On the franchise” stood on line {number} when it was corrected [correction-moved]",
            "5: note: left out: “On the franchise” [correction]",
        ]

    @pytest.mark.parametrize(
        ("entry", "message"),
        [
            (
                Entry(line=5, quote="On franchises", drop=True),
                "5: error: not corrected: the correction quotes “On franchises”, but line 5 says “On the franchise”, "
                "and no line has these words [correction-stale]",
            ),
            (
                Entry(line=4, quote="Words are", drop=True),
                "4: error: not corrected: the correction quotes “Words are”, but line 4 is empty, "
                "and several lines have these words [correction-stale]",
            ),
            (
                Entry(line=10, quote="said", drop=True),
                "-: error: not corrected: the correction quotes “said”, but there is no line 10, "
                "and several lines have these words [correction-stale]",
            ),
        ],
    )
    def test_words_that_stand_nowhere_or_on_several_lines_correct_nothing(self, entry: Entry, message: str) -> None:
        report = Report()
        assert resolve([entry], lines(TALKS), report) == NONE
        assert reported(report) == [message]

    def test_an_entry_does_not_move_to_a_line_that_is_corrected_already(self) -> None:
        report = Report()
        entries = [Entry(line=1, quote="franchise", drop=True), Entry(line=5, quote="On the", keep=True)]
        found = resolve(entries, lines(TALKS), report)
        assert found == Corrections(kept=frozenset([5]))
        assert "line 5, which has these words, has a correction of its own" in reported(report)[0]

    def test_its_own_line_counts_though_others_have_the_words_too(self) -> None:
        assert resolve([Entry(line=8, quote="Words are said", drop=True)], lines(TALKS), Report()).dropped == {8}

    @given(st.lists(st.text("ab \u00a0c", max_size=6), max_size=8), st.text("abc ", min_size=1, max_size=3))
    def test_places_are_the_lines_that_have_the_words(self, texts: list[str], quote: str) -> None:
        if not quote.strip():
            return
        source = Texts(lines("\n".join(texts)))
        expected = tuple(number for number in range(1, len(texts) + 1) if source.has(number, quote))
        assert source.places(quote, 99) == expected
        assert source.places(quote, 1) == expected[:1]


class TestSettling:
    SETTLED = Corrections(
        headings={3: HeadingLevel.CONTRIBUTION}, pieces={5: PieceCorrection(people=({"name": "Ann Lee"},))}
    )

    def test_a_report_without_corrections_is_itself(self) -> None:
        report = Report()
        assert settling(report, NONE) is report

    def test_a_decision_about_a_corrected_line_is_no_doubt_any_more(self) -> None:
        report = Report()
        settled = settling(report, self.SETTLED)
        settled.add(Code.CONTRIBUTION, "a", Span(3, 4), confidence=0.4)
        settled.add(Code.CONTRIBUTION, "b", Span(6, 6), confidence=0.4, hint="look")
        settled.add(Code.LANGUAGE, "c", confidence=0.4)
        assert [(found.message, found.severity, found.confidence, found.hint) for found in report] == [
            ("a", Severity.NOTE, 1.0, None),
            ("b", Severity.WARNING, 0.4, "look"),
            ("c", Severity.WARNING, 0.4, None),
        ]
        assert (list(settled), len(settled)) == (list(report), 3)

    def test_people_are_settled_only_where_people_are_given(self) -> None:
        report = Report()
        settled = settling(report, self.SETTLED)
        settled.add(Code.PERSON_UNCERTAIN, "still uncertain", Span(3, 3), confidence=0.4)
        settled.add(Code.PERSON_UNCERTAIN, "given by the editor", Span(5, 5), confidence=0.4)
        assert [(found.message, found.confidence) for found in report] == [("still uncertain", 0.4)]


def paragraph(text: str, line: int) -> Paragraph:
    return Paragraph(children=(Text(text=text),), span=Span(line, line))


ANN = Person(id="p-ann-lee", name="Ann Lee", honorific="Dr.", role="Chair", country="Kenya")
BO = Person(id="p-bo-hansen", name="Bo Hansen")

TALK = Contribution(
    id="talk",
    kind="speech",
    heading=(Text(text="Speech of Ann Lee"),),
    contributors=(ANN.id,),
    blocks=(paragraph("ON THE FRANCHISE.", 5), paragraph("Words are said.", 6)),
    span=Span(3, 6),
)
OTHER = Contribution(
    id="other",
    kind="speech",
    heading=(Text(text="Speech of Bo Hansen"),),
    contributors=(BO.id,),
    blocks=(paragraph("More words.", 9),),
    span=Span(8, 9),
)
PREFACE = Matter(id="m", kind="preface", blocks=(paragraph("Dear reader.", 1),), span=Span(1, 1))
DOCUMENT = Proceedings(metadata=Metadata(), people=(ANN, BO), front=(PREFACE,), body=(TALK, OTHER))


def corrected(document: Proceedings, report: Report | None = None, **of_line: PieceCorrection) -> Proceedings:
    """The document with corrections of pieces, named by "line" and the number: `line3=...`."""
    pieces = {int(name.removeprefix("line")): correction for name, correction in of_line.items()}
    changed = correct_pieces(document, Corrections(pieces=pieces), Report() if report is None else report)
    assert check(changed) == ()
    return changed


def texts(blocks: Blocks) -> list[str]:
    return [plain_text(block.children) if isinstance(block, Paragraph) else "-" for block in blocks]


def first(document: Proceedings) -> Contribution:
    piece = document.body[0]
    assert isinstance(piece, Contribution)
    return piece


class TestPieces:
    def test_without_corrections_the_document_is_the_same(self) -> None:
        assert correct_pieces(DOCUMENT, NONE, Report()) is DOCUMENT

    def test_the_kind_of_a_contribution_and_of_matter_can_be_set(self) -> None:
        report = Report()
        changed = corrected(
            DOCUMENT, report, line1=PieceCorrection(kind="foreword"), line3=PieceCorrection(kind="lecture")
        )
        assert (changed.front[0].kind, first(changed).kind) == ("foreword", "lecture")
        assert reported(report) == [
            "1: note: kind: foreword, instead of preface [correction]",
            "3: note: kind: lecture, instead of speech [correction]",
        ]

    def test_a_contribution_in_a_session_is_found(self) -> None:
        session = Group(id="s", kind=GroupKind.SESSION, heading=(Text(text="First"),), members=(TALK,))
        changed = corrected(replace(DOCUMENT, body=(session, OTHER)), line3=PieceCorrection(kind="lecture"))
        assert isinstance(changed.body[0], Group)
        assert changed.body[0].members == (replace(TALK, kind="lecture"),)

    def test_a_title_that_is_printed_under_the_heading_stands_there_no_more(self) -> None:
        changed = first(corrected(DOCUMENT, line3=PieceCorrection(title="On the Franchise")))
        assert plain_text(changed.title) == "On the Franchise"
        assert texts(changed.blocks) == ["Words are said."]

    def test_a_title_that_is_printed_with_emphasis_keeps_it(self) -> None:
        title = (Text(text="On the "), Emphasis(children=(Text(text="franchise"),)))
        talk = replace(TALK, blocks=(Paragraph(children=title), *TALK.blocks[1:]))
        changed = first(corrected(replace(DOCUMENT, body=(talk,)), line3=PieceCorrection(title="On the franchise")))
        assert changed.title == title

    def test_a_title_over_several_paragraphs_is_one_and_page_breaks_stay(self) -> None:
        page = PageBreak(label="7")
        blocks = (paragraph("ON THE", 4), page, paragraph("FRANCHISE", 5), paragraph("Words are said.", 6))
        document = replace(DOCUMENT, body=(replace(TALK, blocks=blocks),))
        changed = first(corrected(document, line3=PieceCorrection(title="On the Franchise")))
        assert plain_text(changed.title) == "On the Franchise"
        assert changed.blocks == (page, blocks[3])

    def test_a_title_that_was_taken_for_a_sections_heading_heads_none(self) -> None:
        inner = Section(id="talk-s1-s1", heading=(Text(text="Inner"),))
        section = Section(
            id="talk-s1", heading=(Text(text="On the Franchise"),), blocks=(TALK.blocks[1],), sections=(inner,)
        )
        talk = replace(TALK, blocks=(), sections=(section,))
        changed = first(corrected(replace(DOCUMENT, body=(talk,)), line3=PieceCorrection(title="On the franchise")))
        assert (texts(changed.blocks), changed.sections) == (["Words are said."], (inner,))

    def test_a_title_that_is_not_printed_takes_nothing_away(self) -> None:
        changed = first(corrected(DOCUMENT, line3=PieceCorrection(title="Of the Franchise")))
        assert plain_text(changed.title) == "Of the Franchise"
        assert changed.blocks == TALK.blocks

    def test_a_better_reading_takes_the_place_of_the_title_that_was_found(self) -> None:
        talk = replace(TALK, title=(Text(text="On tlie franclnse"),))
        changed = first(corrected(replace(DOCUMENT, body=(talk,)), line3=PieceCorrection(title="On the franchise")))
        assert plain_text(changed.title) == "On the franchise"
        assert "On tlie franclnse" not in texts(changed.blocks)

    def test_another_title_leaves_the_one_that_was_found_in_the_text(self) -> None:
        talk = replace(TALK, title=(Text(text="A toast"),), blocks=TALK.blocks[1:])
        changed = first(corrected(replace(DOCUMENT, body=(talk,)), line3=PieceCorrection(title="On the franchise")))
        assert plain_text(changed.title) == "On the franchise"
        assert texts(changed.blocks) == ["A toast", "Words are said."]

    def test_a_title_that_is_known_stays_as_it_is(self) -> None:
        talk = replace(TALK, title=(Text(text="On the franchise"),), blocks=TALK.blocks[1:])
        document = replace(DOCUMENT, body=(talk, OTHER))
        assert corrected(document, line3=PieceCorrection(title="On the franchise")) == document

    def test_a_known_person_keeps_the_fields_that_are_not_given(self) -> None:
        report = Report()
        changed = corrected(
            DOCUMENT,
            report,
            line3=PieceCorrection(people=({"name": "Ann  lee", "role": "", "email": "ann@example.org"},)),
        )
        assert changed.people == (
            Person(id="p-ann-lee", name="Ann  lee", honorific="Dr.", role="", country="Kenya", email="ann@example.org"),
            BO,
        )
        assert first(changed).contributors == (ANN.id,)

    def test_a_new_person_replaces_the_one_who_was_found(self) -> None:
        report = Report()
        changed = corrected(DOCUMENT, report, line3=PieceCorrection(people=({"name": "Cy Young", "role": "Clerk"},)))
        assert changed.people == (BO, Person(id="p-cy-young", name="Cy Young", role="Clerk"))
        assert first(changed).contributors == ("p-cy-young",)
        assert reported(report) == ["3: note: people: Cy Young, instead of Ann Lee [correction]"]

    def test_a_new_persons_id_is_nobody_elses(self) -> None:
        document = replace(DOCUMENT, people=(replace(ANN, id="p-cy-young"), BO), body=(OTHER,))
        changed = corrected(document, line8=PieceCorrection(people=({"name": "Bo Hansen"}, {"name": "Cy Young"})))
        assert first(changed).contributors == (BO.id, "p-cy-young-2")

    def test_one_who_speaks_elsewhere_stays(self) -> None:
        turn = Turn(label=(Text(text="Dr. LEE."),), who=ANN.id, blocks=(paragraph("Hear, hear.", 9),))
        document = replace(DOCUMENT, body=(TALK, replace(OTHER, blocks=(turn,))))
        assert corrected(document, line3=PieceCorrection(people=())).people == (ANN, BO)

    def test_a_contribution_can_be_nobodys(self) -> None:
        report = Report()
        changed = corrected(DOCUMENT, report, line3=PieceCorrection(people=()))
        assert (first(changed).contributors, changed.people) == ((), (BO,))
        assert reported(report) == ["3: note: people: nobody, instead of Ann Lee [correction]"]

    @pytest.mark.parametrize(
        ("line", "correction"),
        [
            ("line1", PieceCorrection(title="A Preface")),
            ("line1", PieceCorrection(people=())),
            ("line6", PieceCorrection(kind="lecture")),
        ],
    )
    def test_where_no_contribution_begins_nothing_is_corrected_and_that_is_an_error(
        self, line: str, correction: PieceCorrection
    ) -> None:
        report = Report()
        assert corrected(DOCUMENT, report, **{line: correction}) == DOCUMENT
        assert [(found.code, found.severity) for found in report] == [(Code.CORRECTION_UNUSED, Severity.ERROR)]


class TestTitles:
    def test_a_line_under_the_heading_can_be_made_the_title(self) -> None:
        changed = correct_pieces(DOCUMENT, Corrections(titles=frozenset([5])), Report())
        assert plain_text(first(changed).title) == "ON THE FRANCHISE."
        assert texts(first(changed).blocks) == ["Words are said."]

    def test_the_title_that_was_found_goes_back_into_the_text(self) -> None:
        talk = replace(TALK, title=(Text(text="A toast"),))
        changed = correct_pieces(replace(DOCUMENT, body=(talk,)), Corrections(titles=frozenset([5])), Report())
        assert plain_text(first(changed).title) == "ON THE FRANCHISE."
        assert texts(first(changed).blocks) == ["A toast", "Words are said."]

    def test_a_title_that_is_none_goes_back_into_the_text(self) -> None:
        report = Report()
        report.add(Code.TALK_TITLE, "a title", Span(4, 4))
        document = replace(DOCUMENT, body=(replace(TALK, title=(Text(text="A toast"),)), OTHER))
        changed = correct_pieces(document, Corrections(headings={4: HeadingLevel.NONE}), report)
        assert first(changed).title == ()
        assert texts(first(changed).blocks) == ["A toast", "ON THE FRANCHISE.", "Words are said."]

    def test_a_title_that_was_found_is_confirmed(self) -> None:
        report = Report()
        report.add(Code.TALK_TITLE, "a title", Span(4, 4))
        document = replace(DOCUMENT, body=(replace(TALK, title=(Text(text="A toast"),)), OTHER))
        fixed = Corrections(titles=frozenset([4]), headings={4: HeadingLevel.NONE})
        assert correct_pieces(document, fixed, report) is document

    def test_a_title_that_stands_under_no_heading_is_an_error(self) -> None:
        report = Report()
        assert correct_pieces(DOCUMENT, Corrections(titles=frozenset([7])), report) is DOCUMENT
        assert [found.code for found in report] == [Code.CORRECTION_UNUSED]
