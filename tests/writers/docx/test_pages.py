"""Sections with their running heads and folios."""

from procpub.model.nodes import Text
from procpub.model.proceedings import Contribution, Proceedings
from tests.documents import every_node
from tests.writers.docx.package import R, W, find, style_of, words, write


def head(heading: str) -> str:
    """The words or the field over the pages of a contribution with this heading."""
    package = write(Proceedings(body=(Contribution(id="c", kind="speech", heading=(Text(text=heading),)),)))
    targets = {rel.get("Id"): rel.get("Target") for rel in package.parts["word/_rels/document.xml.rels"]}
    reference = list(package.document.iter(f"{W}headerReference"))[-1]
    part = package.parts[f"word/{targets[reference.get(f'{R}id')]}"]
    return (part.findtext(f".//{W}instrText") or words(part)).strip()


def test_running_heads_repeat_the_heading_over_the_page() -> None:
    heads = write(every_node()).running_heads()
    assert heads == [
        "",
        'STYLEREF "Group Heading"',
        'STYLEREF "Heading 2 Titled"',
        "STYLEREF 2",
        "STYLEREF 1",
    ]


def test_a_heading_too_long_for_a_line_is_shortened_over_the_pages() -> None:
    assert head("A short heading") == "STYLEREF 1"
    long = "Remarks by Ann Hill, Minister of Roads, " + ", ".join(["Ministry of Roads and Bridges"] * 8)
    assert long.startswith(head(long)) and head(long).endswith("Bridges")


def test_a_program_that_computes_no_fields_shows_the_heading_all_the_same() -> None:
    heads = [part for name, part in write(every_node()).parts.items() if "/header" in name]
    fields = [part for part in heads if part.find(f".//{W}instrText") is not None]
    assert {words(part) for part in fields} == {"Session 1: Nodes <all>", "Mr. LI", "Annex"} | {
        words(part) for part in fields if words(part).startswith("Keynote")
    }


def test_a_piece_that_begins_on_a_left_hand_page_has_its_folio_on_the_left() -> None:
    pieces = tuple(Contribution(id=f"c-{n}", kind="speech", heading=(Text(text=f"Speech {n}"),)) for n in range(3))
    package = write(Proceedings(body=pieces))
    targets = {rel.get("Id"): rel.get("Target") for rel in package.parts["word/_rels/document.xml.rels"]}
    firsts = package.document.iterfind(f".//{W}footerReference[@{W}type='first']")
    feet = [package.parts[f"word/{targets[reference.get(f'{R}id')]}"] for reference in firsts]
    assert [style_of(next(foot.iter(f"{W}p"))) for foot in feet] == ["FooterLeft", "Footer", "FooterLeft", "Footer"]


def test_no_running_head_stands_over_the_page_that_a_piece_begins_on() -> None:
    sections = list(write(every_node()).document.iter(f"{W}sectPr"))
    assert all(section.find(f"{W}titlePg") is not None for section in sections)
    first_heads = [section.find(f"{W}headerReference[@{W}type='first']") for section in sections]
    assert not any(head is not None for head in first_heads)
    contents = sections[1]
    assert contents.find(f"{W}footerReference[@{W}type='first']") is not None


def test_title_page_and_imprint_have_neither_head_nor_folio() -> None:
    first = next(write(every_node()).document.iter(f"{W}sectPr"))
    assert first.find(f"{W}headerReference") is None and first.find(f"{W}footerReference") is None


def test_left_hand_pages_bear_the_title_and_mirror_the_right_hand_ones() -> None:
    package = write(every_node())
    styles = package.parts["word/styles.xml"]
    sides = [find(styles, f"style[@{W}styleId='{s}']/{W}pPr/{W}jc").get(f"{W}val") for s in ("Header", "HeaderLeft")]
    assert sides == ["right", "left"]
    heads = [part for name, part in package.parts.items() if "/header" in name]
    assert [words(part) for part in heads if part.find(f".//{W}instrText") is None][:2] == ["Every Node & More"] * 2
