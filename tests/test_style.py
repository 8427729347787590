"""Loading styles: what a file inherits, what it may say, and how it is refused."""

from pathlib import Path

import pytest

from procpub.errors import UsageError
from procpub.style import ROLES, Style, load_style, style_names


def load(folder: Path, text: str, name: str = "own.toml") -> Style:
    (folder / name).write_text(text, encoding="utf-8")
    return load_style(str(folder / name))


def test_the_built_in_styles_are_whole() -> None:
    assert style_names() == ("a5", "book", "default", "large-print", "letter")
    for name in style_names():
        style = load_style(name)
        assert style.name == name
        assert style.description
        assert set(style.roles) == set(ROLES)
        assert all(style.face(role).regular.is_file() for role in style.roles.values())


def test_large_print_is_large() -> None:
    roles = load_style("large-print").roles
    assert min(role.size for name, role in roles.items() if name not in ("folio", "running-head")) >= 18


def test_large_print_has_no_italics_and_no_divided_words() -> None:
    style = load_style("large-print")
    assert not any(role.italic for role in style.roles.values())
    assert not style.hyphenate


@pytest.mark.parametrize("name", ["a5", "book", "default", "letter"])
def test_pages_hold_whole_lines_on_a_readable_measure(name: str) -> None:
    style = load_style(name)
    page, body = style.page, style.role("body")
    lines = (page.height - page.top - page.bottom) * 72 / 25.4 / body.leading
    assert 0 <= lines % 1 < 0.1
    assert 25 < (page.width - page.inner - page.outer) * 72 / 25.4 / body.size < 33, "ems: about twice as many letters"


def test_a_style_gives_only_what_differs(tmp_path: Path) -> None:
    style = load(tmp_path, 'extends = "default"\n[roles.heading]\nsize = 30')
    default = load_style()
    assert style.role("heading").size == 30
    assert style.role("heading").bold == default.role("heading").bold
    assert style.role("quote") == default.role("quote")
    assert style.page == default.page


def test_roles_inherit_from_body(tmp_path: Path) -> None:
    style = load(tmp_path, 'extends = "default"\n[roles.body]\ncolour = "#123456"')
    assert style.role("quote").colour == "#123456"


def test_roles_do_not_inherit_the_indent_of_the_bodys_first_lines(tmp_path: Path) -> None:
    style = load(tmp_path, 'extends = "default"\n[roles.body]\nfirst = 30\n[roles.closing]\nfirst = 20')
    assert [style.role(name).first for name in ("body", "heading", "closing")] == [30, 0, 20]


def test_what_is_on_or_off_is_said_at_the_top(tmp_path: Path) -> None:
    text = "hyphenate = false\ngrid = false\nindex = true\ncontents-title = false\ncontents-people = true"
    style = load(tmp_path, f'extends = "default"\n{text}')
    assert (style.hyphenate, style.grid, style.index) == (False, False, True)
    assert (style.contents_title, style.contents_people) == (False, True)


def test_a_style_extends_a_file_beside_it(tmp_path: Path) -> None:
    load(tmp_path, 'extends = "default"\nleader = "-"', "base.toml")
    assert load(tmp_path, 'extends = "base.toml"').leader == "-"


def test_faces_are_found_beside_the_file_that_names_them(tmp_path: Path) -> None:
    font = tmp_path / "fonts" / "own.ttf"
    font.parent.mkdir()
    font.write_bytes(b"")
    load(tmp_path, 'extends = "default"\n[faces.text]\nfamily = "Own"\nregular = "fonts/own.ttf"', "base.toml")
    (tmp_path / "deeper").mkdir()
    style = load(tmp_path / "deeper", 'extends = "../base.toml"')
    assert style.faces["text"].regular == font
    assert style.faces["text"].bold is None


def test_a_named_page_size_is_in_millimetres(tmp_path: Path) -> None:
    page = load(tmp_path, 'extends = "default"\n[page]\nsize = "A5"').page
    assert (page.width, page.height) == (148.0, 210.0)


def test_a_face_falls_back_to_the_nearest_file() -> None:
    face = load_style().faces["cjk"]
    assert face.file(bold=True, italic=True) == face.regular


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends = ", r"style .*own\.toml is no TOML: Invalid value"),
        ("extends = 3", "'extends' is not a name"),
        ('extends = "baroque"', "there is no style 'baroque'; there are: a5, book"),
        ('extends = "own.toml"', "extends itself"),
        ('extends = "none.toml"', "style: there is no file"),
        ('extends = "default"\ncolor = 1', "unknown key 'color'"),
        ('extends = "default"\nroles = 1', "'roles' is not a table"),
        ('extends = "default"\nrecto = "yes"', "recto cannot be 'yes'"),
        ('extends = "default"\nhyphenate = "de"', "hyphenate cannot be 'de'"),
        ('extends = "default"\ncontents-people = 1', "contents-people cannot be 1"),
        ('extends = "default"\n[roles.heading]\nsise = 1', r"unknown key 'sise' in \[roles.heading\]"),
        ('extends = "default"\n[roles.headline]\nsize = 1', "unknown role 'headline'"),
        ('extends = "default"\n[roles.heading]\nsize = "big"', "roles.heading.size cannot be 'big'"),
        ('extends = "default"\n[roles.heading]\nsize = -1', "roles.heading.size cannot be -1"),
        ('extends = "default"\n[roles.body]\nsize = 0', r"own\.toml: roles.body.size cannot be 0"),
        ('extends = "default"\n[roles.note]\nleading = 0', r"own\.toml: roles.note.leading cannot be 0"),
        ('extends = "default"\n[roles.heading]\nalign = "middle"', "roles.heading.align cannot be 'middle'"),
        ('extends = "default"\n[roles.heading]\ncolour = "red"', "roles.heading.colour cannot be 'red'"),
        ('extends = "default"\n[roles.heading]\nfont = "comic"', "no face is called 'comic'"),
        ('extends = "default"\n[page]\nsize = "A3+"', r"page size 'A3\+' is not one of A4"),
        ('extends = "default"\nfallback = "cjk"', "fallback cannot be 'cjk'"),
        ('extends = "default"\n[page]\nsize = [1]', r"page.size cannot be \[1\]"),
        ('extends = "default"\n[faces.own]\nregular = 3', "faces.own.regular cannot be 3"),
        ('extends = "default"\n[page]\ninner = 150', "the margins leave less than 40 mm"),
        ('extends = "default"\n[faces.own]\nfamily = "A"\nregular = "none.ttf"', "which is not there"),
        ('extends = "default"\n[faces.own]\nregular = "own.toml"', "needs 'family' and 'regular'"),
    ],
)
def test_what_a_style_cannot_say_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(tmp_path, text)


@pytest.mark.parametrize("name", ["baroque", "../styles/default", ""])
def test_an_unknown_style_is_told_with_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError, match="there are: a5, book, default, large-print, letter"):
        load_style(name)
