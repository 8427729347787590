"""Styles: how an edition looks, as data by role, in TOML. Writers translate roles into their own terms.

A style file names what it `extends` (a built-in style, or a file beside it) and gives only what differs. Lengths are in
points; page sizes and margins in millimetres. docs/styles.md describes every key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from procpub.errors import UsageError
from procpub.files import read_toml

T = TypeVar("T", "Role", "Page")
Align = Literal["left", "right", "center", "justify"]

PAGE_SIZES = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B5": (176.0, 250.0),
    "Letter": (215.9, 279.4),
    "6x9in": (152.4, 228.6),
}
"""Width and height in millimetres."""

ROLES = (
    "body",
    "title",
    "subtitle",
    "title-date",
    "organiser",
    "imprint",
    "contents-heading",
    "contents-group",
    "contents-entry",
    "contents-section",
    "contents-title",
    "group-heading",
    "heading",
    "talk-title",
    "byline",
    "section-heading",
    "subsection-heading",
    "salutation",
    "closing",
    "list-item",
    "quote",
    "verse",
    "table-cell",
    "table-head",
    "caption",
    "note",
    "speaker",
    "event",
    "running-head",
    "folio",
    "link",
)
"""Every role that a style may speak of; each begins as a copy of `body`, but for its `first`."""


SWITCHES = {
    "recto": False,
    "hyphenate": True,
    "grid": False,
    "index": False,
    "contents-title": False,
    "contents-people": False,
}
"""The keys at the top of a style that are true or false, and what they are if no file says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """How one kind of line is set: sizes and spaces in points; `indent` on the left, `first` more on first lines (those
    of paragraphs that follow another).
    """

    font: str = "text"
    size: float = 10.5
    leading: float = 14.0
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: Align = "justify"
    indent: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """Keep on a page with what follows."""
    colour: str = "#000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page: all in millimetres. `inner` is left on a recto where `two_sided`."""

    width: float = 210.0
    height: float = 297.0
    top: float = 25.0
    bottom: float = 25.0
    inner: float = 28.0
    outer: float = 24.0
    two_sided: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font family: its name and its TrueType files; faces that are missing fall back to `regular`."""

    family: str
    regular: Path
    bold: Path | None = None
    italic: Path | None = None
    bold_italic: Path | None = None

    def file(self, *, bold: bool, italic: bool) -> Path:
        """The file nearest to what is asked for."""
        wanted = {
            (True, True): self.bold_italic or self.bold or self.italic,
            (True, False): self.bold,
            (False, True): self.italic,
            (False, False): None,
        }[bold, italic]
        return wanted or self.regular


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style, loaded and checked. `faces` are by name; `fallback` names those tried, in order, for what a role's own
    face does not have.
    """

    name: str
    description: str
    page: Page
    faces: Mapping[str, Face]
    fallback: tuple[str, ...]
    roles: Mapping[str, Role]
    recto: bool
    """Contributions begin on a right-hand page."""
    leader: str
    """What is repeated between a contents entry and its page number."""
    hyphenate: bool = True
    """Words may be divided at line ends."""
    grid: bool = False
    """Lines of body text stand at the same heights on all pages."""
    index: bool = False
    """The print edition ends with an index of speakers."""
    contents_title: bool = False
    """The contents show the titles of talks under their headings."""
    contents_people: bool = False
    """The contents show who speaks where the heading does not say it."""

    def role(self, name: str) -> Role:
        """The role called `name`, one of `ROLES`."""
        return self.roles[name]

    def face(self, role: Role) -> Face:
        """The font family of a role."""
        return self.faces[role.font]


@cache
def style_folder() -> Path:
    """Where the built-in styles are: inside the installed package, or at the top of the source tree (editable)."""
    here = Path(__file__).resolve().parent
    return next(folder for folder in (here / "styles", here.parents[1] / "styles") if folder.is_dir())


def style_names() -> tuple[str, ...]:
    """The names of the built-in styles, in alphabetical order."""
    return tuple(sorted(path.stem for path in style_folder().glob("*.toml")))


def load_style(name: str = "default") -> Style:
    """The style of this name, or in this TOML file.

    Args:
        name: a built-in name ("default"), or the path of a file that ends in ".toml".

    Raises:
        UsageError: there is no such style, or it is not well-formed; the message names the file and the key.
    """
    path = _find(name, Path.cwd())
    return _style(_read(path, ()), path)


def _find(name: str, beside: Path) -> Path:
    if name.lower().endswith(".toml"):
        return (beside / name).resolve()
    path = style_folder() / f"{name}.toml"
    if not path.is_file() or Path(name).name != name:
        raise UsageError(f"there is no style {name!r}; there are: {', '.join(style_names())}; or name a .toml file")
    return path


def _read(path: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The tables of the file, over those that it extends. Faces are made at once: their paths are relative to the file,
    and one that is named again is another family, not a mixture of two.
    """
    if path in seen:
        raise UsageError(f"style {path}: extends itself")
    own = read_toml(path, "style")
    own["faces"] = {name: _face(table, name, path) for name, table in _table(own, "faces", path).items()}
    base = own.pop("extends", None)
    if base is None:
        return own
    if not isinstance(base, str):
        raise UsageError(f"style {path}: 'extends' is not a name")
    return _merged(_read(_find(base, path.parent), (*seen, path)), own)


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def _table(tables: dict[str, Any], key: str, path: Path) -> dict[str, Any]:
    table = tables.get(key, {})
    if not isinstance(table, dict):
        raise UsageError(f"style {path}: {key!r} is not a table")
    return table


def _style(tables: dict[str, Any], path: Path) -> Style:
    known = {"description", "page", "faces", "fallback", "roles", "leader", *SWITCHES}
    for key in tables.keys() - known:
        raise UsageError(f"style {path}: unknown key {key!r}; known are: {', '.join(sorted(known))}")
    faces = _table(tables, "faces", path)
    fallback = tuple(_typed(tables.get("fallback", []), list, "fallback", path))
    roles = _roles(_table(tables, "roles", path), path)
    switches = {key: _typed(tables.get(key, default), bool, key, path) for key, default in SWITCHES.items()}
    for name in (*fallback, *(role.font for role in roles.values())):
        if name not in faces:
            raise UsageError(
                f"style {path}: no face is called {name!r}; name one in [faces], or extend a style that has it"
            )
    return Style(
        name=path.stem,
        description=_typed(tables.get("description", ""), str, "description", path),
        page=_page(_table(tables, "page", path), path),
        faces=faces,
        fallback=fallback,
        roles=roles,
        leader=_typed(tables.get("leader", "."), str, "leader", path),
        recto=switches["recto"],
        hyphenate=switches["hyphenate"],
        grid=switches["grid"],
        index=switches["index"],
        contents_title=switches["contents-title"],
        contents_people=switches["contents-people"],
    )


def _page(table: dict[str, Any], path: Path) -> Page:
    table = dict(table)
    if "size" in table:
        size = _typed(table.pop("size"), str, "page.size", path)
        if size not in PAGE_SIZES:
            raise UsageError(f"style {path}: page size {size!r} is not one of {', '.join(PAGE_SIZES)}")
        width, height = PAGE_SIZES[size]
        table = {"width": width, "height": height} | table
    page = _filled(Page, table, "page", path)
    if page.inner + page.outer + 40 > page.width or page.top + page.bottom + 40 > page.height:
        raise UsageError(f"style {path}: the margins leave less than 40 mm of the page")
    return page


def _face(table: Any, name: str, path: Path) -> Face:
    if not isinstance(table, dict):
        raise UsageError(f"style {path}: face {name!r} is not a table")
    texts = {key: _typed(value, str, f"faces.{name}.{key}", path) for key, value in table.items()}
    if "regular" not in texts or "family" not in texts:
        raise UsageError(f"style {path}: face {name!r} needs 'family' and 'regular'")
    family = texts.pop("family")
    unknown = texts.keys() - {"regular", "bold", "italic", "bold_italic"}
    if unknown:
        raise UsageError(f"style {path}: face {name!r} has an unknown key {min(unknown)!r}")
    files = {key: path.parent / file for key, file in texts.items()}
    for file in files.values():
        if not file.is_file():
            raise UsageError(f"style {path}: face {name!r} names {file}, which is not there")
    return Face(family=family, **files)


def _roles(tables: dict[str, Any], path: Path) -> dict[str, Role]:
    for name in tables.keys() - set(ROLES):
        raise UsageError(f"style {path}: unknown role {name!r}; known are: {', '.join(ROLES)}")
    body = _table(tables, "body", path)
    common = {key: value for key, value in body.items() if key != "first"}
    own = {name: common | _table(tables, name, path) for name in ROLES if name != "body"}
    return {name: _filled(Role, table, f"roles.{name}", path) for name, table in ({"body": body} | own).items()}


def _filled(kind: type[T], table: dict[str, Any], where: str, path: Path) -> T:
    types = {field.name: field.type for field in fields(kind)}
    for key in table.keys() - types.keys():
        raise UsageError(f"style {path}: unknown key {key!r} in [{where}]; known are: {', '.join(types)}")
    return kind(**{key: _typed(value, types[key], f"{where}.{key}", path) for key, value in table.items()})


def _typed(value: Any, kind: Any, where: str, path: Path) -> Any:
    """The value if it has the type; whole numbers count as lengths; type has a size; colours are #rrggbb."""
    if get_origin(kind) is Literal:
        fits = value in get_args(kind)
    elif kind is float:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2000
        fits = fits and (value > 0 or not where.endswith((".size", ".leading")))
        value = float(value) if fits else value
    else:
        fits = isinstance(value, kind)
    if fits and where.endswith(".colour"):
        fits = len(value) == 7 and value[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in value[1:])
    if not fits:
        raise UsageError(f"style {path}: {where} cannot be {value!r}")
    return value
