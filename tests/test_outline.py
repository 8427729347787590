"""The outline of a document, as a value and as JSON."""

import json
from dataclasses import replace

from procpub.diagnostics import Code, Report, Span
from procpub.model.metadata import Metadata
from procpub.model.nodes import Text
from procpub.model.people import LocalText, Person
from procpub.model.proceedings import Contribution, Group, GroupKind, Matter, Proceedings, Section
from procpub.outline import as_json, outline_of, walk
from tests.documents import every_node

ANN = Person(id="p-ann", name="Ann Lee", role="Chair", country="Kenya")


def document() -> Proceedings:
    section = Section(id="talk-s1", heading=(Text(text="A Section"),), span=Span(14, 15))
    talk = Contribution(
        id="talk",
        kind="speech",
        heading=(Text(text="Speech of\u00ad  Ann Lee"),),
        title=(Text(text="On Things"),),
        contributors=(ANN.id,),
        sections=(section,),
        span=Span(12, 15),
    )
    session = Group(
        id="session",
        kind=GroupKind.SESSION,
        heading=(Text(text="First Session"),),
        preliminaries=(Matter(id="opening", kind="preliminaries", span=Span(11, 11)),),
        members=(talk,),
        span=Span(10, 15),
    )
    return Proceedings(
        metadata=Metadata(titles=(LocalText(text="A Volume"),), languages=("en",)),
        people=(ANN,),
        front=(Matter(id="preface", kind="preface", heading=(Text(text="Preface"),), span=Span(5, 8)),),
        body=(session,),
        back=(Matter(id="annex", kind="annex", heading=(Text(text="Annex"),)),),
    )


def report() -> Report:
    found = Report()
    found.add(Code.CONTRIBUTION, "a contribution", Span(12, 12), confidence=0.9)
    found.add(Code.HEADING_NOT_IN_CONTENTS, "not in the contents", Span(12, 12), confidence=0.6)
    found.add(Code.SECTION_HEADING, "a section", Span(14, 14), confidence=0.8)
    found.add(Code.TALK_TITLE, "a title", Span(5, 5), confidence=0.5)
    found.add(Code.NO_TITLE, "no title", hint="give one")
    return found


def test_every_piece_stands_in_its_place() -> None:
    outline = outline_of(document(), report())
    assert [(depth, item.type, item.kind, item.heading) for depth, item in walk(outline.items)] == [
        (0, "front-matter", "preface", "Preface"),
        (0, "group", "session", "First Session"),
        (1, "preliminaries", "preliminaries", ""),
        (1, "contribution", "speech", "Speech of Ann Lee"),
        (2, "section", "", "A Section"),
        (0, "back-matter", "annex", "Annex"),
    ]


def test_the_least_sure_decision_about_a_line_counts_and_others_do_not() -> None:
    outline = outline_of(document(), report())
    assert {item.id: item.confidence for _, item in walk(outline.items)} == {
        "preface": None,
        "session": None,
        "opening": None,
        "talk": 0.6,
        "talk-s1": 0.8,
        "annex": None,
    }


def test_what_is_doubtful_comes_in_the_order_of_lines() -> None:
    outline = outline_of(document(), report())
    assert [doubt.message for doubt in outline.doubts] == ["no title", "a title", "not in the contents"]


def test_as_json_it_has_everything() -> None:
    found = json.loads(as_json(outline_of(document(), report()), "volume.txt"))
    assert (found["source"], found["title"], found["language"]) == ("volume.txt", "A Volume", "en")
    assert [piece["id"] for piece in found["tree"]] == ["preface", "session", "annex"]
    assert found["tree"][1]["children"][1] == {
        "id": "talk",
        "type": "contribution",
        "kind": "speech",
        "line": 12,
        "last_line": 15,
        "heading": "Speech of Ann Lee",
        "title": "On Things",
        "people": [
            {
                "id": "p-ann",
                "name": "Ann Lee",
                "honorific": "",
                "role": "Chair",
                "affiliation": "",
                "country": "Kenya",
                "email": "",
                "orcid": "",
            }
        ],
        "confidence": 0.6,
        "children": [
            {
                "id": "talk-s1",
                "type": "section",
                "kind": "",
                "line": 14,
                "last_line": 15,
                "heading": "A Section",
                "title": "",
                "people": [],
                "confidence": 0.8,
                "children": [],
            }
        ],
    }
    assert found["tree"][2]["line"] is None
    assert found["doubts"][0] == {
        "severity": "warning",
        "code": "no-title",
        "line": None,
        "last_line": None,
        "message": "no title",
        "hint": "give one",
        "confidence": 1.0,
    }


def test_documents_of_every_kind_have_an_outline() -> None:
    for each in (every_node(), Proceedings(), replace(every_node(), metadata=Metadata())):
        assert json.loads(as_json(outline_of(each, ()), "-"))["doubts"] == []
