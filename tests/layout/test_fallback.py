"""Characters find a font that has them."""

from procpub.diagnostics import Code, Report, Span
from procpub.layout.fallback import Chain, Fonts, Tally
from procpub.style import Style, load_style

STYLE: Style = load_style("default")


def chain(fonts: Fonts) -> Chain:
    return fonts.chain("text", bold=False, italic=False)


def resolved(text: str) -> list[tuple[str, str]]:
    return [(font.path.stem, run) for font, run in chain(Fonts(STYLE)).resolve(text)]


def test_a_run_of_another_script_is_set_in_a_fallback() -> None:
    assert resolved("China中国.") == [
        ("ProcpubSerif-Regular", "China"),
        ("NotoSerifSC-Regular", "中国"),
        ("ProcpubSerif-Regular", "."),
    ]


def test_what_no_font_has_is_shown_by_its_code_point() -> None:
    assert resolved("a\U0001f984b") == [("ProcpubSerif-Regular", "a[U+1F984]b")]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert resolved("e\u0301") == [("ProcpubSerif-Regular", "e\u0301")]


def test_missing_characters_are_counted_through_the_document() -> None:
    fonts, report = Fonts(STYLE), Report()
    chain(fonts).note("plain text", Span(1, 1))
    chain(fonts).note("\U0001f984\U0001f984", Span(5, 6))
    fonts.chain("text", bold=True, italic=False).note("\U0001f984", Span(9, 9))
    fonts.tell(report)
    (missing,) = report
    assert (missing.code, missing.span) == (Code.MISSING_GLYPH, Span(5, 6))
    assert missing.message == "no font has U+1F984 UNICORN FACE, which stands 3 times"


def test_what_is_not_to_be_seen_stays_with_what_is_before_it() -> None:
    assert resolved("中\U000e0101国") == [("NotoSerifSC-Regular", "中\U000e0101国")]
    assert resolved("\U000e0101国") == [("NotoSerifSC-Regular", "国")]


def test_a_code_point_is_shown_in_a_font_that_has_its_letters() -> None:
    arabic = STYLE.faces["arabic"].regular
    mixed = Chain((arabic, STYLE.faces["text"].regular), Tally())
    ((font, shown),) = mixed.resolve("\U0001f984")
    assert (font.path.stem, shown) == ("ProcpubSerif-Regular", "[U+1F984]")
    alone = Chain((arabic,), Tally())
    assert all(font.has(character) for font, run in alone.resolve("\U0001f984") for character in run)
