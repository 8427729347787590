"""Blocks and inlines: one module, because a note is an inline that holds blocks.

What the profile writes is read as it was; of other elements the text is kept in its place, and what they say about it
is reported. Nothing that is not spoken gets into a speech: an event inside a paragraph parts it in two.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from procpub.diagnostics import Span
from procpub.model.check import LANGUAGE, LINK_TARGET, TOKEN
from procpub.model.nodes import (
    OWN_PAGES,
    Address,
    AddressKind,
    Block,
    Blocks,
    Event,
    Foreign,
    Inline,
    Inlines,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Text,
    Turn,
    Verse,
)
from procpub.model.walk import inlines_within, notes, plain_text
from procpub.readers.tei.figures import read_figure
from procpub.readers.tei.inlines import BOUNDARY, SPACES, apart, line_break, merged
from procpub.readers.tei.leftovers import Leftovers
from procpub.readers.tei.lists import read_list, span_of
from procpub.readers.tei.people import People
from procpub.readers.tei.tables import read_table
from procpub.readers.tei.vocabulary import (
    BLOCKS,
    CONTAINERS,
    DISPLAYED,
    DIVIDING,
    EVENTS,
    IN_LINES,
    PARAGRAPHS,
    POINTS,
    QUOTATIONS,
    RAISED,
    READINGS,
)
from procpub.readers.tei.xml import Element
from procpub.tei_profile import ADDRESSES

Children: TypeAlias = Sequence[Element | str]

_ADDRESSES = {word: kind for kind, word in ADDRESSES.items()}

_SPLITS = re.compile(r"[\s,;]+")


@dataclass(slots=True)
class TextReader:
    """Reads what stands inside divisions. `language` is the volume's; `pointers` are the ids that links lead to, each
    with an element that does so.
    """

    people: People
    leftovers: Leftovers
    language: str
    pointers: dict[str, Element] = field(default_factory=dict)
    _spoken: bool = False
    """Whether what is read is an utterance: a note in it is somebody else's."""

    # Lines

    def line(self, element: Element, *, naming: bool = False) -> Inlines:
        """All that the element holds, on one line; `naming`: names of persons in it are read elsewhere."""
        return self._line(element, element.children, naming=naming)

    def _line(self, holder: Element, children: Children, *, naming: bool = False) -> Inlines:
        inlines = merged(self._inlines(holder, children, span_of(holder), naming), preserve=holder.preserve, line=True)
        if inlines and self._is_foreign(holder.language, self.language):
            return (Foreign(language=holder.language, children=inlines, span=span_of(holder)),)
        return inlines

    def _inlines(self, holder: Element, children: Children, span: Span, naming: bool) -> Iterator[Inline]:
        holder.read = True
        joined = False
        for child in children:
            if isinstance(child, str):
                if not (joined and child.isspace()):
                    yield Text(text=child, span=span)
                continue
            joined = child.get("join") in ("right", "both")
            inlines = self._inline(child, span, naming)
            if child.name != "foreign" and self._is_foreign(child.language, holder.language):
                yield from self._wrapped(Foreign, child, inlines, span, language=child.language)
            else:
                yield from inlines

    def _is_foreign(self, tag: str, around: str) -> bool:
        """Whether a language is another than that around it; en-GB is none beside en."""
        return _primary(tag) != _primary(around or self.language) and bool(LANGUAGE.fullmatch(tag))

    def _inline(self, child: Element, span: Span, naming: bool) -> Iterable[Inline]:
        match child.name:
            case "hi" | "emph":
                return self._highlighted(child, span, naming)
            case "pb":
                return self._page(child, span)
            case "lb":
                return line_break(child, span)
            case "note":
                blocks = self.blocks(child, prose=True)
                return (Note(marker=child.get("n"), blocks=blocks, span=span_of(child)),) if blocks else ()
            case "foreign":
                return self._foreign(child, span, naming)
            case "ref" | "ptr":
                return self._reference(child, span, naming)
            case "persName" | "docAuthor" if naming:
                return self._inlines(child, child.children, span, naming)
            case "choice" | "app":
                return self._reading(child, span, naming)
            case "fw":
                self.leftovers.left_out(child, "a running head, page number or the like")
                return ()
        if child.name in DIVIDING:
            return self._inlines(child, child.children, span, naming)
        if not child.children and child.name not in POINTS:
            self.leftovers.left_out(child)
        else:
            self.leftovers.markup(child)
        inlines = self._inlines(child, apart(child), span, naming)
        return (BOUNDARY, *inlines, BOUNDARY) if child.name in DISPLAYED else inlines

    def _wrapped(
        self, kind: Callable[..., Inline], child: Element, inlines: Iterable[Inline], span: Span, **fields: str
    ) -> Iterable[Inline]:
        """The inlines in a node of this kind; none if there are none, as it may not be empty."""
        children = merged(inlines, preserve=child.preserve)
        return (kind(children=children, span=span, **fields),) if children else ()

    def _highlighted(self, child: Element, span: Span, naming: bool) -> Iterable[Inline]:
        words = list(filter(None, _SPLITS.split(child.get("rend").lower())))
        kinds = [RAISED[word] for word in words if word in RAISED]
        if child.name == "emph" and not kinds:
            kinds = [RAISED["italic"]]
        if not kinds or (words and len(kinds) < len(words)):
            self.leftovers.markup(child)
        inlines: Iterable[Inline] = self._inlines(child, child.children, span, naming)
        for kind in reversed(kinds):
            inlines = self._wrapped(kind, child, inlines, span)
        return inlines

    def _foreign(self, child: Element, span: Span, naming: bool) -> Iterable[Inline]:
        inlines = self._inlines(child, child.children, span, naming)
        tag = child.get("xml:lang")
        if not LANGUAGE.fullmatch(tag):
            self.leftovers.markup(child)
            return inlines
        return self._wrapped(Foreign, child, inlines, span, language=tag)

    def _reference(self, child: Element, span: Span, naming: bool) -> Iterable[Inline]:
        target, *others = child.get("target").split() or [""]
        if others:
            self.leftovers.attribute(child, "target")
        inlines: Iterable[Inline] = self._inlines(child, child.children, span, naming)
        if not LINK_TARGET.fullmatch(target):
            self.leftovers.markup(child)
            return inlines
        if target.startswith("#"):
            self.pointers.setdefault(target[1:], child)
        elif not child.children:
            inlines = (Text(text=target, span=span),)
        return self._wrapped(Link, child, inlines, span, target=target)

    def _reading(self, child: Element, span: Span, naming: bool) -> Iterable[Inline]:
        """One of several readings: what is printed, or else the first; the others are reported."""
        chosen = child.first(*READINGS) or next(iter(child), None)
        for other in child:
            if other is not chosen:
                self.leftovers.left_out(other, "another reading of what stands there")
        return self._inlines(chosen, chosen.children, span, naming) if chosen else ()

    def _page(self, child: Element, span: Span) -> Iterable[PageBreak]:
        """A page of the source; those of procpub's own edition belong to that, and are left out."""
        edition = child.get("ed") or "print"
        if edition == OWN_PAGES:
            return ()
        edition = edition if TOKEN.fullmatch(edition) else "print"
        return (PageBreak(label=child.get("n"), edition=edition, span=span_of(child)),)

    # Blocks

    def blocks(self, holder: Element, children: Children | None = None, *, prose: bool = False) -> Blocks:
        """The blocks in an element, or of some of its children.

        Args:
            holder: the element.
            children: those to be read; by default all.
            prose: whether the element may hold bare text: quotations and references in it are part of that.
        """
        out: list[Block] = []
        run: list[Element | str] = []
        label: Inlines = ()
        children = holder.children if children is None else children
        debate = not prose and any(not isinstance(child, str) and child.name == "u" for child in children)
        for child in children:
            if isinstance(child, str) or not self._is_block(child, prose=prose, debate=debate):
                run.append(child)
                continue
            out += self._gathered(holder, run)
            run.clear()
            speaker = debate and child.name == "note" and child.get("type") == "speaker"
            if label and child.name != "u":  # a label that no utterance follows
                out.append(Paragraph(children=label, span=span_of(holder)))
                label = ()
            if child.name == "u":
                out += self._utterance(child, label)
                label = ()
            elif speaker:
                label = self.line(child)
            else:
                out += self._block(child)
        out += self._gathered(holder, run)
        if label:
            out.append(Paragraph(children=label, span=span_of(holder)))
        return tuple(out)

    def _is_block(self, child: Element, *, prose: bool, debate: bool) -> bool:
        match child.name:
            case "note":
                return (debate or self._spoken) and not child.get("place")
            case "bibl" | "label" | "title" | "docAuthor" | "desc" | "head":
                return not prose
            case "seg":
                return self._spoken and not prose
        if child.name in QUOTATIONS:
            return not prose or not _is_phrase(child)
        return child.name in BLOCKS or not (prose or child.name in IN_LINES)

    def _gathered(self, holder: Element, run: Children) -> Iterator[Block]:
        """A paragraph of what stands between blocks, or the page breaks that stand there alone."""
        if not run:
            return
        inlines = self._line(holder, run)
        if plain_text(inlines).strip(SPACES) or next(notes(inlines), None):
            yield Paragraph(children=inlines, span=span_of(holder))
        else:
            yield from (inline for inline in inlines_within(inlines) if isinstance(inline, PageBreak))

    def _block(self, child: Element) -> Iterable[Block]:
        match child.name:
            case "p" | "ab" | "seg":
                return self._paragraph(child)
            case "list":
                return read_list(child, lambda item: self.blocks(item, prose=True), self.line)
            case "epigraph":
                return self._quotation(child)
            case "lg":
                return self._verse(child)
            case "l":
                return (Verse(lines=(self.line(child),), span=span_of(child)),)
            case "table":
                return read_table(child, self.line, self.leftovers)
            case "figure" | "graphic":
                return read_figure(child, self.line, lambda rest: self.blocks(rest, prose=True), self.leftovers)
            case "sp":
                return self._speech(child)
            case "u":
                return self._utterance(child, ())
        if child.name in QUOTATIONS:
            return self._quotation(child)
        if child.name in EVENTS or child.name == "note":
            return self._event(child)
        return self._around_text(child)

    def _around_text(self, child: Element) -> Iterable[Block]:
        """What opens, closes or holds a text."""
        match child.name:
            case "opener" | "closer":
                return self._addresses(child)
            case "salute":
                return (Address(kind=AddressKind.SALUTATION, children=self.line(child), span=span_of(child)),)
            case "floatingText":
                return (block for part in child for block in self.blocks(part))
        if child.name in CONTAINERS:
            if child.name != "listBibl":
                self.leftovers.markup(child)
            return self.blocks(child)
        inlines = self.line(child) if child.name in PARAGRAPHS else self._line(child, [child])
        return (Paragraph(children=inlines, span=span_of(child)),) if inlines else ()

    def _paragraph(self, child: Element) -> Iterable[Block]:
        """A paragraph, or what blocks inside it part it into; nothing of an `ab` that holds nothing."""
        if any(self._is_block(each, prose=True, debate=False) for each in child):
            return self.blocks(child, prose=True)
        inlines = self.line(child)
        kind = _ADDRESSES.get(child.get("rend"))
        if kind:
            return (Address(kind=kind, children=inlines, span=span_of(child)),)
        if child.get("rend"):
            self.leftovers.attribute(child, "rend")
        return (Paragraph(children=inlines, span=span_of(child)),) if inlines or child.name == "p" else ()

    def _quotation(self, child: Element) -> Iterable[Block]:
        """A quotation; of a `q` in which somebody's speech is reported, that speech; with its source, both."""
        if child.name == "cit":
            return self.blocks(child)
        blocks = self.blocks(child, prose=True)
        if child.name == "q" and blocks and all(isinstance(block, Turn) for block in blocks):
            return blocks
        return (Quote(blocks=blocks, span=span_of(child)),) if blocks else ()

    def _verse(self, child: Element) -> Iterator[Block]:
        """A stanza, or the stanzas in it; its heads and what else is no line stand as paragraphs."""
        lines: list[Inlines] = []
        pages: Inlines = ()
        for each in child:
            match each.name:
                case "l":
                    lines.append((*pages, *self.line(each)))
                    pages = ()
                case "pb":
                    pages = (*pages, *self._page(each, span_of(each)))
                case _:
                    if lines:
                        yield Verse(lines=tuple(lines), span=span_of(child))
                        lines = []
                    yield from self.blocks(child.holding([each]))
        if lines:
            yield Verse(lines=tuple(lines), span=span_of(child))
        yield from (page for page in pages if isinstance(page, PageBreak))

    def _speech(self, child: Element) -> Iterable[Block]:
        who = self._who(child)
        speaker = child.first("speaker")
        label = self.line(speaker) if speaker else self._name(who)
        rest = [each for each in child.children if each is not speaker]
        return (Turn(label=label, who=who, blocks=self.blocks(child, rest), span=span_of(child)),)

    def _utterance(self, child: Element, label: Inlines) -> Iterable[Block]:
        """What somebody says in a transcription of speech (Guidelines 8.3.1); its paragraphs are `seg`."""
        who = self._who(child)
        spoken, self._spoken = self._spoken, True
        blocks = self.blocks(child)
        self._spoken = spoken
        return (Turn(label=label or self._name(who), who=who, blocks=blocks, span=span_of(child)),)

    def _who(self, child: Element) -> str | None:
        """The person who speaks; the model knows one, so that others, and pointers to nobody, are reported."""
        who = self.people.pointed(child)
        if len(child.get("who").split()) > (who is not None):
            self.leftovers.attribute(child, "who")
        return who

    def _name(self, who: str | None) -> Inlines:
        return (Text(text=self.people.name_of(who)),) if who else ()

    def _event(self, child: Element) -> Iterable[Block]:
        inlines = self.line(child)
        if not inlines and child.name != "stage":
            self.leftovers.left_out(child)
            return ()
        return (Event(children=inlines, span=span_of(child)),)

    def _addresses(self, child: Element) -> Iterator[Block]:
        """Each `salute` as an address of the kind that its place tells, what else there is as paragraphs."""
        kind = AddressKind.SALUTATION if child.name == "opener" else AddressKind.CLOSING
        rest: list[Element | str] = []
        for each in child.children:
            if isinstance(each, str) or each.name != "salute":
                rest.append(each)
                continue
            yield from self.blocks(child, rest)
            rest = []
            yield Address(kind=kind, children=self.line(each), span=span_of(each))
        yield from self.blocks(child, rest)


def _is_phrase(quotation: Element) -> bool:
    """Whether a quotation is words in a line, not set off from it."""
    words = any(isinstance(each, str) and each.strip(SPACES) for each in quotation.children)
    others = [each.name for each in quotation if each.name != "pb"]
    return (words or bool(others)) and not any(name in BLOCKS or name in QUOTATIONS for name in others)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
