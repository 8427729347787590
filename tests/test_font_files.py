"""The fonts that come with procpub may be embedded, are told of with their licences, and have what names need."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]  # it has no annotations

from procpub.style import load_style

FOLDER = Path(__file__).parent.parent / "styles" / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))
STYLE = load_style("default")
README = (FOLDER / "README.md").read_text("utf-8")

TEXT_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")

SAMPLES = {
    "hangul": "대한민국 김철수 이순신 ㄱㅏ",
    "arabic": "السلام عليكم ورحمة الله، محمد؟ گفتگوی پچپچ ٹھیک ہے ژڈڑںۓ ۱۲۳ ١٢٣ مُحَمَّدٌ ﻣﺤﻤﺪ ﷲ",
    "hebrew": "שָׁלוֹם עֲלֵיכֶם ירושלים־ צה״ל ג׳ בְּרֵאשִׁ֖ית ײַ שׁ",
    "devanagari": "नमस्ते क्षत्रिय राष्ट्रीय विद्यार्थी हिन्दी, ॐ १२३।",
    "bengali": "বাংলাদেশ শ্রী ক্ষমতা রবীন্দ্রনাথ ঠাকুর ৰ ৱ ১২৩",
    "tamil": "தமிழ்நாடு ஸ்ரீ கொழும்பு க்ஷ",
    "thai": "สวัสดีครับ ที่นี่ กำลัง ปู่ย่า ๑๒๓ ฿",
    "armenian": "Հայաստան Երևան ﬓ ՞՛՝։",
    "georgian": "საქართველო ᲗᲑᲘᲚᲘᲡᲘ Ⴀ ⴀ",
}

SPACES = "\u0020\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~¡§¶·¿«»‐‑‒–—―‖‘’‚‛“”„‟†‡•‥…‧‰′″‴‹›※‼⁂⁄−×÷±≤≥≠≈℃№™℠℗©®°ʻʼʹʺ\ufffd\u00ad"
LETTERS = "ȝȜæœðþŋəɔɛɓɗƙŵŷươếữậỷḥṣṭẓḫāīūʿʾÅŁßẞſﬀﬁﬂﬃﬄЂѓєїґўӣӯәөүұҚҳΐᾱᾳῆὦϟⅠⅣⅫⅷ"


@cache
def face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


def characters(path: Path) -> set[str]:
    return set(map(chr, face(path).unicodes))


def shaped(path: Path, text: str) -> list[tuple[int, int, int, int]]:
    """Each glyph of the text: its number, how far it moves on, and how far it is moved from there."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "und"
    hb.shape(hb.Font(face(path)), buffer)
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance, place.x_offset, place.y_offset) for info, place in pairs]


def glyphs(path: Path, text: str) -> list[int]:
    return [glyph for glyph, *_ in shaped(path, text)]


def text_font(style: str) -> Path:
    return FOLDER / f"ProcpubSerif-{style}.ttf"


def script_fonts() -> list[tuple[str, Path]]:
    """The scripts' names and files, regular and bold."""
    files = [(name, {STYLE.faces[name].regular, STYLE.faces[name].bold}) for name in SAMPLES]
    return [(name, path) for name, paths in files for path in sorted(filter(None, paths))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_is_static_truetype_on_an_em_of_a_thousand(path: Path) -> None:
    tags = set(face(path).table_tags)
    assert tags >= {"glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post", "OS/2"}
    assert not tags & {"CFF ", "CFF2", "fvar", "gvar", "fpgm", "prep", "DSIG"}
    assert face(path).upem == 1000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_may_be_embedded_by_anybody(path: Path) -> None:
    (fs_type,) = struct.unpack_from(">H", face(path).reference_table("OS/2").data, 8)
    assert fs_type == 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_was_made_when_all_were(path: Path) -> None:
    created, modified = struct.unpack_from(">qq", face(path).reference_table("head").data, 20)
    assert created == modified == 3_850_000_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_readme_tells_of_a_font_and_its_licence(path: Path) -> None:
    rows = [row for row in README.splitlines() if row.startswith("|") and f"`{path.name}`" in row]
    assert len(rows) == 1
    family = path.stem.partition("-")[0]
    assert f"[`LICENSE-{family}.txt`]" in README
    licence = (FOLDER / f"LICENSE-{family}.txt").read_text("utf-8")
    assert licence.lower().count("copyright") > 1
    assert "OFL-1.1" not in rows[0] or "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_readme_tells_of_no_other_font() -> None:
    assert set(re.findall(r"`(\w+-\w+\.ttf)`", README)) == {path.name for path in FILES}
    assert set(re.findall(r"\[`(LICENSE-\w+\.txt)`\]", README)) == {path.name for path in FOLDER.glob("LICENSE-*")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_has_the_name_that_the_readme_gives_it_and_no_reserved_one(path: Path) -> None:
    family, copyright_ = face(path).get_name(1), face(path).get_name(0)
    assert re.search(rf"`{path.name}`.* \| {family}, ", README)
    assert family.replace(" ", "") == path.stem.partition("-")[0]
    for reserved in re.findall(r"Reserved Font Name ‘(\w+)’", copyright_):
        assert reserved not in family


def test_every_font_is_of_use_to_the_default_style() -> None:
    used = {
        path
        for face in STYLE.faces.values()
        for path in (face.regular, face.bold, face.italic, face.bold_italic)
        if path
    }
    assert {path.resolve() for path in used} == {path.resolve() for path in FILES}
    assert set(STYLE.fallback) | {"text"} == set(STYLE.faces)


@pytest.mark.parametrize(("name", "path"), script_fonts(), ids=lambda value: getattr(value, "stem", value))
def test_every_script_is_set_whole(name: str, path: Path) -> None:
    assert "".join(sorted(set(SAMPLES[name]) - characters(path) - set(","))) == ""
    for word in SAMPLES[name].replace(",", "").split():
        assert 0 not in glyphs(path, word)


def test_a_script_font_has_no_latin_so_that_a_run_of_it_stays_in_the_text_serif() -> None:
    for name, path in script_fonts():
        assert not characters(path) & set("azAZ09.,-()"), name


ARABIC = STYLE.faces["arabic"].regular
HEBREW = STYLE.faces["hebrew"].regular
DEVANAGARI = STYLE.faces["devanagari"].regular
HANGUL = STYLE.faces["hangul"].regular


def test_arabic_letters_join() -> None:
    assert not set(glyphs(ARABIC, "سمح")) & {glyphs(ARABIC, letter)[0] for letter in "سمح"}
    assert len(glyphs(ARABIC, "لا")) <= 2
    assert glyphs(ARABIC, "می\u200cخ")[1:] != glyphs(ARABIC, "میخ")[1:]


def test_hebrew_points_stand_at_their_letters() -> None:
    bare, pointed = shaped(HEBREW, "שלום"), shaped(HEBREW, "שָׁלוֹם")
    assert sum(advance for _, advance, *_ in pointed) == sum(advance for _, advance, *_ in bare)


def test_devanagari_consonants_make_conjuncts() -> None:
    assert len(glyphs(DEVANAGARI, "क्ष")) == 1
    assert glyphs(DEVANAGARI, "कि")[1] == glyphs(DEVANAGARI, "क")[0]


def test_thai_tone_marks_stand_above_vowels() -> None:
    thai = STYLE.faces["thai"].regular
    assert shaped(thai, "ที่")[-1] != shaped(thai, "ท่")[-1]


def test_all_syllables_of_ks_x_1001_are_there_and_composed() -> None:
    codes = (bytes([lead, trail]) for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF))
    syllables = {code.decode("euc_kr") for code in codes}
    assert len(syllables) == 2350
    assert syllables <= characters(HANGUL)
    assert glyphs(HANGUL, unicodedata.normalize("NFD", "한국")) == glyphs(HANGUL, "한국")


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_punctuation_and_spaces_never_leave_the_text_serif(style: str) -> None:
    assert "".join(sorted(set(PUNCTUATION + SPACES + UNSEEN + LETTERS) - characters(text_font(style)))) == ""


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_spaces_are_as_wide_as_their_names_say(style: str) -> None:
    font = hb.Font(face(text_font(style)))

    def width(character: str) -> int:
        advance: int = font.get_glyph_h_advance(font.get_nominal_glyph(ord(character)))
        return advance

    assert all(width(space) > 0 for space in SPACES)
    assert not any(width(character) for character in UNSEEN)
    assert width("\u00a0") == width(" ")
    assert width("\u2007") == width("0")
    assert width("\u2011") == width("-")
    assert 0 < width("\u200a") < width("\u2006") < width("\u2004") < width("\u2002")


@pytest.mark.parametrize("style", TEXT_STYLES)
def test_letters_that_f_begins_join_in_ligatures(style: str) -> None:
    path = text_font(style)
    assert all(len(glyphs(path, letters)) < len(letters) for letters in ("fi", "fl", "ff", "ffi", "ffl"))


@pytest.mark.parametrize("style", TEXT_STYLES)
@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("r\u0325", "a letter of Source Serif, a mark of Noto Serif"),
        ("R\u0325", "a capital"),
        ("Ɔ\u0300", "a letter of Noto Serif, a mark of Source Serif"),
        ("ƙ\u0301", "with an ascender"),
        ("x\u0323", "a letter that has no point of its own"),
    ],
)
def test_marks_stand_at_letters_of_either_origin(style: str, marked: str, why: str) -> None:
    font = hb.Font(face(text_font(style)))
    (base, advance, *_), (mark, width, x, y) = shaped(text_font(style), marked)
    letter, over = font.get_glyph_extents(base), font.get_glyph_extents(mark)
    middle = advance + x + over.x_bearing + over.width / 2
    assert width == 0
    assert letter.x_bearing < middle < letter.x_bearing + letter.width, why
    top, bottom = over.y_bearing + y, over.y_bearing + over.height + y
    if unicodedata.combining(marked[1]) == 230:
        assert bottom > letter.y_bearing - 20, "above the letter"
    else:
        assert top < letter.y_bearing + letter.height + 20, "below the letter"
