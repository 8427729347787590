"""An editor changes procpub's own TEI by hand: what is corrected counts, what contradicts it is reported."""

import pytest

from procpub.diagnostics import Report
from procpub.interfaces import ReadOptions
from procpub.model.contents import contents_of
from procpub.model.dump import dump
from procpub.model.proceedings import Proceedings
from procpub.readers.tei import read
from procpub.style import load_style
from procpub.writers.tei import WRITER
from tests.documents import every_node


def corrected(*changes: tuple[str, str]) -> tuple[Proceedings, list[str]]:
    """The document in the edition of everything after these changes, and what was reported, without lines."""
    document = every_node()
    source = WRITER.write(document, contents_of(document), load_style(), Report()).data.decode()
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new, 1)
    report = Report()
    return read(source.encode(), "x.tei.xml", ReadOptions(), report), [each.message for each in report]


def test_a_name_that_is_corrected_in_one_place_only_is_reported() -> None:
    told = "<persName> says “Prof. Anna Maier”, but the person is called “Anna Mayer”"
    assert corrected(("<name>Anna Maier</name>", "<name>Anna Mayer</name>"))[1] == [told]
    both = (
        ("<name>Anna Maier</name>", "<name>Anna Mayer</name>"),
        (">Prof. Anna Maier</pers", ">Prof. Anna Mayer</pers"),
    )
    assert [message for message in corrected(*both)[1] if "is called" in message] == []


def test_a_pointer_to_nobody_is_reported() -> None:
    document, told = corrected(('<person xml:id="p-bo-li">', '<person xml:id="p-li-bo">'))
    assert "@ref of <persName> is not carried over" in told
    assert [person.id for person in document.people][:2] == ["p-anna-maier", "p-li-bo"]


def test_a_known_person_is_known_by_name_with_and_without_honorific() -> None:
    named = '<div type="contribution" subtype="x"><head>By <persName>Prof. Anna Maier</persName></head></div></body>'
    document, told = corrected(("</body>", named))
    assert len(document.people) == 2
    assert told == []


def test_a_title_is_corrected_in_the_header_and_the_title_page_follows() -> None:
    document, told = corrected(("Every Node &amp; More", "Every Node and More"))
    assert document.metadata.title == "Every Node and More"
    assert [matter.kind for matter in document.front] == ["preface", "imprint"]
    assert dump(document).count("Every Node & More") == 0
    assert told == [
        "the title page says “Every Node & More”, the header does not; "
        "the header counts, and the title page is made of it"
    ]


def test_a_paragraph_added_to_the_contents_is_kept_beside_them() -> None:
    document, told = corrected(("<head>Contents</head>\n        <list>", "<head>Contents</head><p>Added.</p><list>"))
    assert [matter.kind for matter in document.front] == ["preliminaries", "preface", "imprint"]
    assert told == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<head>Contents</head>\n        <list>", "<head>Table</head><list>", "the contents are headed “Table”"),
        ("</appInfo>", "</appInfo><editorialDecl><p>Mine.</p></editorialDecl>", "<p> is left out: “Mine.”"),
        ("<revisionDesc>", '<revisionDesc><change who="#x">Mine.</change>', "@who of <change> is not carried over"),
    ],
)
def test_what_cannot_be_kept_is_reported(old: str, new: str, told: str) -> None:
    assert [message for message in corrected((old, new))[1] if message.startswith(told)]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("<change><desc>D</desc> and <p>more</p></change>", "D and more"),
        ("<change><list><item>one</item><item>two</item></list></change>", "one two"),
        ('<change type="conversion">By hand.</change>', "By hand."),
        ("<listChange><change>In a list.</change></listChange>", "In a list."),
    ],
)
def test_a_change_that_is_noted_by_hand_is_kept_whole(change: str, text: str) -> None:
    document, _ = corrected(("<revisionDesc>", f"<revisionDesc>{change}"))
    assert [revision.text for revision in document.provenance.revisions] == [text]
