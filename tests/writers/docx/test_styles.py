"""Styles: what everything is set in, so that no paragraph bears formatting of its own."""

from dataclasses import replace

from hypothesis import given, settings

from procpub.model.metadata import Metadata
from procpub.model.nodes import Figure, Foreign, Quote
from procpub.model.proceedings import Contribution, Proceedings
from tests.documents import PIXEL, every_node, paragraph, text
from tests.strategies import proceedings
from tests.writers.docx.package import STYLE, Package, W, find, numbered, speech, style_of, value, words, write

SET_IN_PARAGRAPHS = {f"{W}{tag}" for tag in ("pStyle", "numPr", "sectPr")}
SET_IN_RUNS = {f"{W}{tag}" for tag in ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "vertAlign", "rtl", "lang")}


def twips(points: float) -> str:
    return str(round(20 * points))


def shown(package: Package, *texts: str) -> list[str]:
    """The styles of the paragraphs of the main text that say so, but for the contents."""
    found = (p for p in package.document.iter(f"{W}p") if words(p) in texts and not style_of(p).startswith("TOC"))
    return [style_of(p) for p in found]


@given(proceedings())
@settings(max_examples=25)
def test_nothing_is_formatted_but_by_styles_and_what_is_emphasis(document: Proceedings) -> None:
    package = write(document, depth=2)
    defined = {style.get(f"{W}styleId") for style in package.parts["word/styles.xml"].iter(f"{W}style")}
    for story in package.stories():
        for properties in story.iter(f"{W}pPr"):
            assert {element.tag for element in properties} <= SET_IN_PARAGRAPHS
            assert value(properties, "pStyle") in defined
        for properties in story.iter(f"{W}rPr"):
            assert {element.tag for element in properties} <= SET_IN_RUNS


def test_every_style_is_based_on_one_that_there_is_and_followed_by_one_that_there_is() -> None:
    styles = write(every_node()).parts["word/styles.xml"]
    defined = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    named = {e.get(f"{W}val") for tag in ("basedOn", "next", "link") for e in styles.iter(f"{W}{tag}")}
    assert len(set(defined)) == len(defined)
    assert named <= set(defined)


def test_words_own_styles_bear_words_own_names_and_are_linked() -> None:
    styles = write(every_node(), depth=3).parts["word/styles.xml"]
    own = {value(s, "name") for s in styles.iter(f"{W}style") if s.get(f"{W}customStyle") is None}
    wanted = {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "TOC Heading", "toc 1", "toc 2"}
    wanted |= {"List Number", "List Number 2", "List Bullet", "Quote", "caption", "footnote text", "header", "footer"}
    assert wanted <= own
    assert {"First Paragraph", "Heading 1 Char"}.isdisjoint(own)
    heading = find(styles, f"style[@{W}styleId='Heading1']")
    character = find(styles, f"style[@{W}styleId='{value(heading, 'link')}']")
    assert (character.get(f"{W}type"), value(character, "link")) == ("character", "Heading1")
    assert value(heading, "next") == "FirstParagraph"


def test_what_is_typed_after_a_paragraph_is_in_the_style_for_that_wherever_the_paragraph_stands() -> None:
    package = write(speech(numbered("1.", "2.")))
    items = [style_of(p) for p in package.document.iter(f"{W}p") if style_of(p).startswith("ListNumber")]
    styles = package.parts["word/styles.xml"]
    assert items == ["ListNumberFirst", "ListNumberLast"]
    assert [value(styles, f"style[@{W}styleId='{item}']/{W}next") for item in items] == ["ListNumber"] * 2


def test_list_styles_number_what_a_user_sets_in_them() -> None:
    package = write(Proceedings())
    for kind in ("Number", "Bullet"):
        style = find(package.parts["word/styles.xml"], f"style[@{W}styleId='List{kind}2']")
        instance = value(style, f"pPr/{W}numPr/{W}numId")
        numbering = package.parts["word/numbering.xml"]
        definition = value(numbering, f"num[@{W}numId='{instance}']/{W}abstractNumId")
        level = find(numbering, f"abstractNum[@{W}abstractNumId='{definition}']/{W}lvl[@{W}ilvl='1']")
        assert value(level, "pStyle") == f"List{kind}2"


def test_a_volume_that_runs_from_right_to_left_does_so_in_every_run_but_foreign_ones() -> None:
    foreign = Foreign(language="en", children=text("English"))
    document = replace(speech(paragraph("عربي ", foreign)), metadata=Metadata(languages=("ar",)))
    package = write(document)
    directions = {words(run): value(run, f"rPr/{W}rtl") for run in package.document.iter(f"{W}r") if words(run)}
    assert directions.pop("English") == "0"
    assert set(directions.values()) == {""} and "عربي " in directions


def test_headings_have_levels_that_the_navigation_pane_shows() -> None:
    package = write(every_node())
    styles = package.parts["word/styles.xml"]
    for level in (1, 2, 3, 4):
        assert value(styles, f"style[@{W}styleId='Heading{level}']/{W}name") == f"heading {level}"
        assert package.effective(f"Heading{level}", "outlineLvl") == str(level - 1)
    assert shown(package, "A section", "Inner", "Annex") == ["Heading3", "Heading4", "Heading1"]


def test_groups_have_a_look_of_their_own_on_the_level_of_other_pieces() -> None:
    package = write(every_node())
    assert [words(p) for p in package.paragraphs("GroupHeading")] == ["Session 1: Nodes <all>"]
    assert [words(p) for p in package.paragraphs("Heading1")] == ["Preface", "Annex"]
    size, styles = f"{W}rPr/{W}sz", package.parts["word/styles.xml"]
    for style, role in (("GroupHeading", "group-heading"), ("Heading1", "heading"), ("Heading2", "heading")):
        assert value(styles, f"style[@{W}styleId='{style}']/{size}") == str(round(2 * STYLE.role(role).size))
    assert value(styles, f"style[@{W}styleId='GroupHeading']/{W}basedOn") == "Heading1"
    assert package.effective("GroupHeading", "outlineLvl") == "0"


def test_only_paragraphs_that_follow_another_are_set_in() -> None:
    two = (paragraph("first"), paragraph("second"))
    package = write(speech(*two, Quote(blocks=two)))
    first, second, quoted, more = shown(package, "first", "second")
    assert [first, second] == ["FirstParagraph", "BodyText"]
    indents = [package.effective(style, "ind", "firstLine") for style in (first, second, quoted, more)]
    assert indents == ["0", twips(STYLE.role("body").first), "0", twips(STYLE.role("quote").first)]


def test_space_stands_around_a_list_and_not_between_its_items() -> None:
    package = write(speech(numbered("1.", "2.", "3.")))
    items = [style_of(p) for p in package.document.iter(f"{W}p") if style_of(p).startswith("ListNumber")]
    around = twips(STYLE.role("list-item").before)
    spaces = [tuple(package.effective(item, "spacing", side) for side in ("before", "after")) for item in items]
    assert spaces == [(around, "0"), ("0", "0"), ("0", around)]


def test_heading_title_and_byline_stand_together() -> None:
    talk = Contribution(id="c", kind="paper", heading=text("Heading"), title=text("Title"), byline=text("By line"))
    package = write(Proceedings(body=(talk,)))
    styles = shown(package, "Heading", "Title", "By line")
    spaces = [package.effective(style, "spacing", "after") for style in styles]
    assert spaces == ["0", "0", twips(STYLE.role("heading").after)]
    assert package.effective(styles[0], "outlineLvl") == "0"


def test_a_caption_stays_with_what_it_belongs_to() -> None:
    figure = Figure(image=PIXEL, alternative="A pixel", caption=text("A caption"))
    package = write(speech(figure, Figure(image=PIXEL, alternative="Another")))
    with_caption, alone = [style_of(p) for p in package.document.iter(f"{W}p") if p.find(f".//{W}drawing") is not None]
    assert package.effective(with_caption, "keepNext") == "1"
    assert package.effective(alone, "keepNext") in (None, "0")


def test_the_style_decides_on_fonts_and_measures() -> None:
    styles = write(every_node()).parts["word/styles.xml"]
    fonts = find(styles, f"docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == STYLE.face(STYLE.role("body")).family
    assert fonts.get(f"{W}eastAsia") == STYLE.faces[STYLE.fallback[0]].family
    quote = find(styles, f"style[@{W}styleId='Quote']/{W}pPr")
    assert find(quote, "ind").get(f"{W}left") == twips(STYLE.role("quote").indent)


def test_salutations_close_up_and_so_do_closings() -> None:
    package = write(every_node())
    assert [package.effective(style, "contextualSpacing") for style in ("Salutation", "Closing")] == ["1", "1"]


def test_a_piece_without_a_heading_begins_a_page_all_the_same() -> None:
    unheaded = replace(every_node().front[0], heading=(), blocks=(paragraph("Unheaded"),))
    package = write(replace(every_node(), front=(unheaded,)))
    assert [package.effective(style, "pageBreakBefore") for style in shown(package, "Unheaded")] == ["1"]
