"""The style's roles as CSS.

Sizes and spaces are in em, so that they follow the size that the reader chose; the reader's own font is left alone, and
colours other than the text's are given for light backgrounds only: at night the reader's own have to do.
"""

from collections.abc import Iterator
from dataclasses import replace

from procpub.style import Role, Style
from procpub.writers.epub.fonts import EmbeddedFont, font_rules

_CONTAINERS = {"list-item": "li", "quote": "blockquote", "note": "aside"}
"""Roles of paragraphs that stand inside an element of their own, which passes the text's looks on to them."""

_SELECTORS = {
    "title": ".title",
    "subtitle": ".subtitle",
    "title-date": ".title-date",
    "organiser": ".organiser",
    "imprint": ".imprint-page p",
    "heading": "h1",
    "contents-heading": ".contents h1",
    "group-heading": "[data-kind=part] > h1, [data-kind=session] > h1",
    "section-heading": "h2",
    "subsection-heading": "h3, h4, h5, h6",
    "contents-group": ".contents-group",
    "contents-entry": ".contents-entry",
    "contents-section": ".contents-section",
    "talk-title": ".talk-title",
    "byline": ".byline",
    "salutation": ".salutation",
    "closing": ".closing",
    "verse": ".verse",
    "table-cell": "td",
    "table-head": "th",
    "caption": "caption, figcaption",
    "speaker": ".speaker",
    "event": ".event",
}
"""Where the other roles show that concern an EPUB."""

_FIXED = """\
body { hyphens: auto; margin: 1em; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { hyphens: none; }
li li, blockquote blockquote { font-size: 1em; }
li ol, li ul { margin: 0; }
.as-printed, .contents ol { list-style: none; }
.marker { box-sizing: border-box; display: inline-block; margin-inline-end: -0.25em; padding-inline-end: 0.25em; }
.contents ol { margin: 0; padding: 0; }
.contents ol ol { padding-inline-start: 1.5em; }
.contents a { display: block; text-decoration: none; }
.cover { margin: 0; }
.cover img { display: block; height: auto; margin: 0 auto; max-height: 96vh; max-width: 100%; width: auto; }
.title-page { margin-top: 15%; }
.title-date { margin-bottom: 1em; }
.title-date + .organiser { margin-top: 3em; }
.verse span { display: block; padding-inline-start: 1em; text-indent: -1em; }
.verse br { display: none; }
table { border-collapse: collapse; margin: 1em auto; }
th, td { border-bottom: 1px solid; border-top: 1px solid; padding: 0.25em 0.5em; vertical-align: top; }
th, td { overflow-wrap: anywhere; }
figure { break-inside: avoid; margin: 1em 0; text-align: center; }
img { height: auto; max-width: 100%; }
.alternative { border: 1px solid; padding: 0.5em; text-align: center; }
sup, sub { font-size: 0.75em; line-height: 0; }
.notes { border-top: 1px solid; margin-top: 2em; padding-top: 1em; }
"""


def stylesheet(style: Style, fonts: tuple[EmbeddedFont, ...]) -> str:
    """The style sheet of an edition in this style, with these fonts."""
    return "\n".join((*filter(None, _rules(style)), _FIXED + font_rules(fonts)))


def _rules(style: Style) -> Iterator[str]:
    body = style.role("body")
    yield f"body {{ {_text(body, body)} }}"
    yield from _paragraphs("", body)
    for name, selector in _CONTAINERS.items():
        role = style.role(name)
        yield f"{selector} {{ {_text(role, body)} }}"
        yield from _paragraphs(f"{selector} ", replace(role, before=0.0))
    openers = (
        f".{name} + {'.page + ' * pages}p:not([class])"
        for name in ("salutation", "closing", "speaker", "event", "verse")
        for pages in range(3)
    )
    yield f"{', '.join(openers)} {{ text-indent: 0; }}"
    for name, selector in _SELECTORS.items():
        role = style.role(name)
        yield f"{selector} {{ {_text(role, body)} {_spacing(role)}{_indent(role)} }}"
    for name in ("salutation", "closing"):  # those that follow each other close up: the two margins make none
        role = style.role(name)
        yield f".{name} + .{name} {{ margin-top: -{_em(role.after, role.size)}; }}" if role.after else ""
    for upper, lower in (("heading", "talk-title"), ("heading", "byline"), ("talk-title", "byline")):
        above, below = style.role(upper), style.role(lower)
        if above.after > below.before:  # margins that collapse: a negative one leaves the space above the lower line
            selector = f"{_SELECTORS[upper]} + {_SELECTORS[lower]}"
            yield f"{selector} {{ margin-top: -{_em(above.after - below.before, below.size)}; }}"
    quote, item = style.role("quote"), style.role("list-item")
    yield f"blockquote {{ margin: {_em(quote.before, quote.size)} 0;{_indent(quote)} }}"
    # Less than 2 em leaves no room for a marker of three characters.
    markers = _em(max(item.indent, 2 * body.size), body.size)
    yield f"ol, ul {{ margin: {_em(item.before, body.size)} 0; padding-inline-start: {markers}; }}"
    yield f".marker {{ margin-inline-start: -{markers}; min-width: {markers}; }}"
    colours = [
        f"{selector} {{ color: {style.role(name).colour}; }}"
        for name, selector in (_CONTAINERS | _SELECTORS | {"link": "a"}).items()
        if style.role(name).colour != body.colour
    ]
    if colours:
        yield f"@media (prefers-color-scheme: light) {{ {' '.join(colours)} }}"


def _paragraphs(within: str, role: Role) -> Iterator[str]:
    """Paragraphs in a container (a selector with a space, or nothing): first lines are set in where they follow another
    paragraph, pages beginning between the two or not.
    """
    yield f"{within}p {{ {_spacing(replace(role, first=0.0))} }}"
    if role.first:
        followers = (f"{within}p + {'.page + ' * pages}p" for pages in range(3))  # of print and of the source
        yield f"{', '.join(followers)} {{ text-indent: {_em(role.first, role.size)}; }}"


def _text(role: Role, body: Role) -> str:
    """How the text looks. All is said, since readers have looks of their own for headings, captions and the like."""
    align = {"left": "start", "right": "end"}.get(role.align, role.align)
    return (
        f"font-size: {_em(role.size, body.size)}; line-height: {_number(role.leading / role.size)};"
        f" font-weight: {'bold' if role.bold else 'normal'}; font-style: {'italic' if role.italic else 'normal'};"
        f" text-align: {align}; text-transform: {'uppercase' if role.capitals else 'none'};"
    )


def _spacing(role: Role) -> str:
    """The space around, in em of the role's own size."""
    keep = " break-after: avoid;" if role.keep else ""
    margin = f"{_em(role.before, role.size)} 0 {_em(role.after, role.size)}"
    return f"margin: {margin}; text-indent: {_em(role.first, role.size)};{keep}"


def _indent(role: Role) -> str:
    """On the side where lines begin, whichever the script."""
    return f" margin-inline-start: {_em(role.indent, role.size)};" if role.indent else ""


def _em(points: float, size: float) -> str:
    return f"{_number(points / size)}em" if points else "0"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
