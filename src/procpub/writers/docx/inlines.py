"""Inlines as runs, hyperlinks and the marks of notes and pages (ISO/IEC 29500-1, 17.3 and 17.16)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import assert_never

from procpub.diagnostics import Code
from procpub.model.languages import is_right_to_left
from procpub.model.markers import note_marker
from procpub.model.nodes import (
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from procpub.writers.docx.languages import is_east_asian, language
from procpub.writers.docx.ooxml import RELATIONSHIP_ID, Element, copied, name, run, switch, text, texts, w
from procpub.writers.docx.story import Story, bookmark_name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a run differs from its paragraph; `position` is a value of `w:vertAlign`, `language` a BCP 47 tag, and
    `around` says whether the volume runs from right to left.
    """

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    position: str = ""
    language: str = ""
    around: bool = False

    def run(self, *content: Element) -> Element:
        """A run that looks so."""
        properties = _properties(self)
        return run(*content, properties=copied(properties) if len(properties) else None)


@cache
def _properties(look: _Look) -> Element:
    """The `w:rPr` of a run.

    The character style names the sense. Bold and italic are said outright too, since Word takes those of a style
    to be switched over where the paragraph's style has them already (17.7.3): strong words in a bold heading
    would be set in light type.
    """
    properties = w("rPr")
    style = "Hyperlink" if look.link else "Strong" if look.strong else "Emphasis" if look.emphasis else ""
    if style:
        properties.append(w("rStyle", val=style))
    if is_east_asian(look.language):
        properties.append(w("rFonts", hint="eastAsia"))
    if look.strong:
        properties.extend((switch("b", True), switch("bCs", True)))
    if look.emphasis:
        properties.extend((switch("i", True), switch("iCs", True)))
    if look.position:
        properties.append(w("vertAlign", val=look.position))
    if look.language and is_right_to_left(look.language) != look.around:
        properties.append(switch("rtl", not look.around))
    if look.language:
        properties.append(language(look.language))
    return properties


def inline_elements(inlines: Inlines, story: Story) -> list[Element]:
    """What goes into a paragraph for these inlines; their notes are left to `story.notes`."""
    return list(_elements(inlines, story, _Look(around=story.right_to_left)))


def local_run(characters: str, tag: str, story: Story) -> Element:
    """A run in the language of a BCP 47 tag; in that of the document if it is empty."""
    return _Look(language=tag, around=story.right_to_left).run(*texts(characters))


def _elements(inlines: Inlines, story: Story, look: _Look) -> Iterator[Element]:
    for inline in inlines:
        yield from _inline(inline, story, look)


def _inline(inline: Inline, story: Story, look: _Look) -> Iterator[Element]:
    match inline:
        case Text():
            yield look.run(*texts(inline.text))
        case Emphasis():
            yield from _elements(inline.children, story, replace(look, emphasis=True))
        case Strong():
            yield from _elements(inline.children, story, replace(look, strong=True))
        case Superscript():
            yield from _elements(inline.children, story, replace(look, position="superscript"))
        case Subscript():
            yield from _elements(inline.children, story, replace(look, position="subscript"))
        case Foreign():
            yield from _elements(inline.children, story, replace(look, language=inline.language))
        case Link():
            yield from _link(inline, story, look)
        case Note():
            yield _note_call(inline, story)
        case LineBreak():
            yield run(w("br"))
        case PageBreak():
            yield from story.page_bookmark(inline)
        case _:
            assert_never(inline)


def _link(link: Link, story: Story, look: _Look) -> Iterator[Element]:
    hyperlink = w("hyperlink", history="1")
    if link.target.startswith("#"):
        hyperlink.set(name("anchor"), bookmark_name(link.target[1:]))
    else:
        relationship = story.relationship_to(link.target)
        if relationship is None:
            yield from _elements(link.children, story, look)
            return
        hyperlink.set(RELATIONSHIP_ID, relationship)
    hyperlink.extend(_elements(link.children, story, replace(look, link=True)))
    yield hyperlink


def _note_call(note: Note, story: Story) -> Element:
    """The mark of a note. Word numbers those that were numbered; another mark, such as an asterisk, is kept."""
    story.notes.append(note)
    if story.in_note:
        story.report.add(
            Code.NOT_EXPRESSIBLE, "Word has no notes in notes; this one follows at the end of its note", note.span
        )
        return note_mark(text(story.inner_mark(len(story.notes))))
    number = str(len(story.notes))
    custom = note_marker(note)
    if custom:
        return note_mark(w("footnoteReference", customMarkFollows="1", id=number), text(custom))
    return note_mark(w("footnoteReference", id=number))


def note_mark(*content: Element) -> Element:
    """A run that shows the mark of a note, where it is called or before its text."""
    return run(*content, properties=w("rPr", w("rStyle", val="FootnoteReference")))
