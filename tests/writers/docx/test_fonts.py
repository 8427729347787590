"""The fonts in the document, and which characters are set in which."""

from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations
from lxml import etree

from procpub.diagnostics import Code, Report
from procpub.model.contents import contents_of
from procpub.model.nodes import Emphasis, Foreign, Item, ItemList, MarkerStyle
from procpub.model.proceedings import Proceedings
from procpub.style import load_style
from procpub.writers.docx import WRITER
from tests.documents import every_node, paragraph, text
from tests.writers.docx.package import STYLE, Package, R, W, find, speech, value, words, write


def embedded(document: Proceedings) -> dict[tuple[str, str], hb.Face]:
    """The fonts in the file, read as a word processor does, by family and element of the font table."""
    data = WRITER.write(document, contents_of(document), STYLE, Report()).data
    with ZipFile(BytesIO(data)) as archive:
        table = etree.fromstring(archive.read("word/fontTable.xml"))
        rels = {
            rel.get("Id"): rel.get("Target", "")
            for rel in etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        }
        faces = {}
        for font in table:
            for slot in font:
                if not slot.tag.startswith(f"{W}embed"):
                    continue
                hidden = archive.read(f"word/{rels[slot.get(f'{R}id')]}")
                key = bytes.fromhex(UUID(slot.get(f"{W}fontKey")).hex)[::-1] * 2
                plain = bytes(a ^ b for a, b in zip(hidden, key, strict=False)) + hidden[32:]
                faces[font.get(f"{W}name", ""), slot.tag.removeprefix(W)] = hb.Face(plain)
    return faces


def runs(package: Package) -> list[tuple[str, str]]:
    """The words of each run of the last paragraph, and the font that it names for itself."""
    last = [p for p in package.document.iter(f"{W}p") if words(p)][-1]
    shown = [run for run in last.iter(f"{W}r") if words(run)]
    fonts = [run.find(f"{W}rPr/{W}rFonts") for run in shown]
    return [
        (words(run), "" if font is None else font.get(f"{W}cs") or "") for run, font in zip(shown, fonts, strict=True)
    ]


def test_fonts_that_only_heads_and_markers_need_are_in_the_file_too() -> None:
    faces = embedded(speech(ItemList(style=MarkerStyle.DECIMAL, items=(Item(marker="☞", blocks=(paragraph("x"),)),))))
    assert ("Procpub Serif", "embedItalic") in faces, "running heads are italic"
    assert ord("☞") in set(faces["Procpub Symbols", "embedRegular"].unicodes)


def test_fonts_are_in_the_file_with_the_characters_of_the_document_and_those_that_corrections_need() -> None:
    faces = embedded(speech(paragraph("Plain Ω, ", Emphasis(children=text("slanted")), ", 中.")))
    assert faces.keys() == {
        ("Procpub Serif", "embedRegular"),
        ("Procpub Serif", "embedItalic"),
        ("Noto Serif SC", "embedRegular"),
    }
    characters = {key: set(face.unicodes) for key, face in faces.items()}
    assert {ord(c) for c in "aßŁ€—Ω"} <= characters["Procpub Serif", "embedRegular"]
    assert ord("Ψ") in characters["Procpub Serif", "embedRegular"], "the whole alphabet of a letter that there is"
    assert ord("Ж") not in characters["Procpub Serif", "embedRegular"]
    assert ord("中") in characters["Noto Serif SC", "embedRegular"]
    assert ord("国") not in characters["Noto Serif SC", "embedRegular"]


def test_a_character_that_the_paragraphs_font_has_not_is_a_run_in_one_that_has_it() -> None:
    package = write(speech(paragraph("Shalom שלום עולם, Georgian ქართული.")))
    assert runs(package) == [
        ("Shalom ", ""),
        ("שלום עולם", "Noto Serif Hebrew"),
        (", Georgian ", ""),
        ("ქართული", "Noto Serif Georgian"),
        (".", ""),
    ]


def test_chinese_needs_no_run_of_its_own_since_every_style_has_a_font_for_it() -> None:
    assert runs(write(speech(paragraph("In Beijing (北京).")))) == [("In Beijing (北京).", "")]
    assert runs(write(speech(paragraph("서울")))) == [("서울", "Noto Serif KR")]


def test_what_is_set_in_another_font_keeps_its_emphasis_and_language() -> None:
    shalom = Foreign(language="he", children=(Emphasis(children=text("שלום")),))
    package = write(speech(paragraph("A ", shalom)))
    run = next(run for run in package.document.iter(f"{W}r") if words(run) == "שלום")
    assert [element.tag.removeprefix(W) for element in find(run, "rPr")][:3] == ["rStyle", "rFonts", "i"]
    assert value(run, f"rPr/{W}lang") == "he"


def test_characters_that_no_font_has_are_left_to_the_machine() -> None:
    assert runs(write(speech(paragraph("A \U0001f984 here")))) == [("A \U0001f984 here", "")]


def test_a_machine_that_does_not_look_at_embedded_fonts_takes_others_with_serifs() -> None:
    fonts = {font.get(f"{W}name"): font for font in write(every_node()).parts["word/fontTable.xml"]}
    assert fonts.keys() == {"Noto Serif SC", "Procpub Serif"}
    assert {value(font, "family") for font in fonts.values()} == {"roman"}
    assert "Noto Serif" in value(fonts["Procpub Serif"], "altName").split(",")


def test_a_font_that_may_not_be_embedded_is_not_and_that_is_reported(tmp_path: Path) -> None:
    forbidden = bytearray(STYLE.face(STYLE.role("body")).regular.read_bytes())
    tables = {
        bytes(forbidden[at : at + 4]): at for at in range(12, 12 + 16 * int.from_bytes(forbidden[4:6], "big"), 16)
    }
    entry = tables[b"OS/2"]
    start = int.from_bytes(forbidden[entry + 8 : entry + 12], "big")
    forbidden[start + 8 : start + 10] = (2).to_bytes(2, "big")
    (tmp_path / "forbidden.ttf").write_bytes(forbidden)
    (tmp_path / "style.toml").write_text(
        'extends = "default"\n[faces.text]\nfamily = "Forbidden"\nregular = "forbidden.ttf"\n', "utf-8"
    )
    report = Report()
    document = speech(paragraph("x"))
    data = WRITER.write(document, contents_of(document), load_style(str(tmp_path / "style.toml")), report).data
    assert [diagnostic.code for diagnostic in report] == [Code.NOT_EXPRESSIBLE]
    assert "forbidden.ttf" in next(iter(report)).message
    assert not [name for name in Package(data).names if name.endswith(".odttf")]
