"""Blocks and inlines as XHTML: one module, because a note is an inline that holds blocks.

Semantics after the EPUB Structural Semantics Vocabulary 1.1 and DPUB-ARIA 1.1, both together, since reading systems
heed the one and assistive technology the other. Text is never changed.
"""

from itertools import count
from typing import assert_never

from procpub.diagnostics import Code
from procpub.model.addresses import is_followable, uri
from procpub.model.markers import marker_text, note_marker
from procpub.model.nodes import (
    Address,
    Block,
    Blocks,
    Emphasis,
    Event,
    Figure,
    Foreign,
    Inline,
    Inlines,
    ItemList,
    LineBreak,
    Link,
    MarkerStyle,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
    Verse,
)
from procpub.model.walk import plain_text
from procpub.writers.epub.lists import OL_TYPE, ordinals
from procpub.writers.epub.volume import PrintedPage, Volume
from procpub.writers.epub.xhtml import EPUB_TYPE, PAGE, Attributes, Element, add, add_text, put_first, set_language

NOTES: Attributes = {EPUB_TYPE: "footnotes"}
NOTE: Attributes = {EPUB_TYPE: "footnote", "role": "doc-footnote"}
NOTE_REFERENCE: Attributes = {EPUB_TYPE: "noteref", "role": "doc-noteref"}
BACK_LINK: Attributes = {EPUB_TYPE: "backlink", "role": "doc-backlink"}
PAGE_BREAK: Attributes = {EPUB_TYPE: "pagebreak", "role": "doc-pagebreak"}


class TextRenderer:
    """Renders the text of one file, whose notes it gathers for the file's end.

    Ids that it makes hold an underscore ("note_1"), which no id of a piece does.
    """

    def __init__(self, volume: Volume, file: str, numbers: "count[int]") -> None:
        self._volume = volume
        self._file = file
        self._notes: list[tuple[Note, str]] = []
        self._numbers = numbers
        self._in_link = False
        self._in_notes = False
        self._behind_link: list[Note] = []

    def add_inlines(self, parent: Element, inlines: Inlines) -> None:
        """Appends the inlines."""
        for inline in inlines:
            self._add_inline(parent, inline)

    def _add_inline(self, parent: Element, inline: Inline) -> None:
        match inline:
            case Text():
                add_text(parent, inline.text)
            case Emphasis():
                self.add_inlines(add(parent, "em"), inline.children)
            case Strong():
                self.add_inlines(add(parent, "strong"), inline.children)
            case Superscript():
                self.add_inlines(add(parent, "sup"), inline.children)
            case Subscript():
                self.add_inlines(add(parent, "sub"), inline.children)
            case Link():
                self._add_link(parent, inline)
            case Foreign():
                phrase = add(parent, "span")
                set_language(phrase, inline.language)
                self.add_inlines(phrase, inline.children)
            case Note():
                if self._in_link:
                    self._behind_link.append(inline)
                else:
                    self._add_note_reference(parent, inline)
            case LineBreak():
                add(parent, "br")
            case PageBreak():
                self._add_page_break(parent, "span", inline)
            case _:
                assert_never(inline)

    def _add_link(self, parent: Element, link: Link) -> None:
        """HTML allows no link within a link: a link inside loses its target, a note is called right behind."""
        target = self._target(link.target)
        nameless = not plain_text(link.children).strip()
        if self._in_link or not target or nameless:
            why = "stands within a link" if self._in_link else "has no words" if nameless else "cannot be followed"
            self._volume.report.add(
                Code.NOT_EXPRESSIBLE, f"EPUB: the address {link.target} {why}; its words alone are kept", link.span
            )
            self.add_inlines(add(parent, "span"), link.children)
            return
        self._in_link = True
        self.add_inlines(add(parent, "a", "", {"href": target}), link.children)
        self._in_link = False
        behind, self._behind_link = self._behind_link, []
        for note in behind:
            self._add_note_reference(parent, note)

    def _target(self, target: str) -> str:
        if target.startswith("#"):
            return self._volume.href(target[1:], self._file)
        return uri(target) if is_followable(target) else ""

    def _add_note_reference(self, parent: Element, note: Note) -> None:
        mark = note_marker(note) or str(next(self._numbers))
        self._notes.append((note, mark))
        number = len(self._notes)
        anchor = add(parent, "a", "", {**NOTE_REFERENCE, "href": f"#note_{number}", "id": f"call_{number}"})
        add(anchor, "sup", mark)

    def add_notes(self, parent: Element) -> None:
        """Appends the notes called so far, each with a link back; to be called once, at the file's end."""
        if not self._notes:
            return
        section = add(parent, "div", "", NOTES, css="notes")
        # A note that calls another makes the list longer while it is being gone through; that one follows in its turn.
        self._in_notes = True
        for number, (note, mark) in enumerate(self._notes, start=1):
            aside = add(section, "aside", "", {**NOTE, "id": f"note_{number}"})
            self.add_blocks(aside, note.blocks)
            back = add(aside, "a", mark, {**BACK_LINK, "href": f"#call_{number}"})
            put_first(aside, back)

    def add_blocks(self, parent: Element, blocks: Blocks) -> None:
        """Appends the blocks, each as elements of its own."""
        for block in blocks:
            self._add_block(parent, block)

    def _add_block(self, parent: Element, block: Block) -> None:
        match block:
            case Paragraph():
                self.add_inlines(add(parent, "p"), block.children)
            case Address():
                self.add_inlines(add(parent, "p", css=block.kind.value), block.children)
            case ItemList():
                self._add_list(parent, block)
            case Quote():
                self.add_blocks(add(parent, "blockquote"), block.blocks)
            case Verse():
                self._add_verse(parent, block)
            case Table():
                self._add_table(parent, block)
            case Figure():
                self._add_figure(parent, block)
            case Turn():
                turn = add(parent, "div", css="turn")
                self.add_inlines(add(turn, "p", css="speaker"), block.label)
                self.add_blocks(turn, block.blocks)
            case Event():
                self.add_inlines(add(parent, "p", css="event"), block.children)
            case PageBreak():
                self._add_page_break(parent, "div", block)
            case _:
                assert_never(block)

    def _add_page_break(self, parent: Element, element: str, page: PageBreak) -> None:
        """Marks where a page begins. A page list follows one pagination and names every page, in reading order; what
        begins a page of another, such as the source's where the print edition's are listed, is no more than a place
        with a name, and so is what begins one in a note, which stands elsewhere than in print.
        """
        last = self._volume.pages[-1].label if self._volume.pages else ""
        if page.edition != self._volume.pagination or not page.label.strip() or self._in_notes:
            add(parent, element, "", {"data-edition": page.edition, "data-page": page.label}, css=PAGE)
            return
        if page.label == last:
            return
        identifier = f"page_{len(self._volume.pages) + 1}"
        add(parent, element, "", {**PAGE_BREAK, "aria-label": page.label, "id": identifier}, css=PAGE)
        self._volume.pages.append(PrintedPage(label=page.label, href=f"{self._file}#{identifier}"))

    def _add_list(self, parent: Element, block: ItemList) -> None:
        if block.style is MarkerStyle.BULLET:
            bullets = add(parent, "ul")
            for item in block.items:
                self.add_blocks(add(bullets, "li"), item.blocks)
        elif (numbers := ordinals(block)) is not None:
            self._add_numbered_list(parent, block, numbers)
        else:
            self._add_list_as_printed(parent, block)

    def _add_numbered_list(self, parent: Element, block: ItemList, numbers: tuple[int, ...]) -> None:
        start = numbers[0]
        items = add(parent, "ol", "", {"type": OL_TYPE[block.style]} | ({"start": str(start)} if start != 1 else {}))
        for item, number, expected in zip(block.items, numbers, (start, *(n + 1 for n in numbers)), strict=False):
            self.add_blocks(add(items, "li", "", {} if number == expected else {"value": str(number)}), item.blocks)

    def _add_list_as_printed(self, parent: Element, block: ItemList) -> None:
        """The role is for Safari, which takes a list whose own markers are hidden for none."""
        items = add(parent, "ol", "", {"role": "list"}, css="as-printed")
        for index, item in enumerate(block.items):
            entry = add(items, "li")
            self.add_blocks(entry, item.blocks)
            put_first(entry, add(entry, "span", marker_text(block, index), css="marker"))

    def _add_verse(self, parent: Element, block: Verse) -> None:
        """Line breaks are for readers without style sheets; ours makes each line a block, turned over hanging."""
        stanza = add(parent, "p", css="verse")
        for index, line in enumerate(block.lines):
            if index:
                add(stanza, "br")
            self.add_inlines(add(stanza, "span"), line)

    def _add_table(self, parent: Element, block: Table) -> None:
        table = add(parent, "table")
        if block.caption:
            self.add_inlines(add(table, "caption"), block.caption)
        if block.head:
            head = add(table, "thead")
            for row in block.head:
                self._add_row(head, row, "col")
        body = add(table, "tbody")
        for row in block.rows:
            self._add_row(body, row, "row")

    def _add_row(self, parent: Element, row: Row, scope: str) -> None:
        """All cells of the head are headers, but a header never is empty: there would be nothing to announce."""
        element = add(parent, "tr")
        for cell in row.cells:
            header = (cell.header or scope == "col") and plain_text(cell.children).strip()
            attributes = {"scope": scope} if header else {}
            if cell.columns > 1:
                attributes["colspan"] = str(cell.columns)
            if cell.rows > 1:
                attributes["rowspan"] = str(cell.rows)
            self.add_inlines(add(element, "th" if header else "td", "", attributes), cell.children)

    def _add_figure(self, parent: Element, block: Figure) -> None:
        figure, source = add(parent, "figure"), ""
        if block.image is not None:
            try:
                source = self._volume.pictures.add(block.image)
            except ValueError as error:
                message = f"picture {block.image.name!r} cannot be read: {error}"
                self._volume.report.add(Code.UNREADABLE_IMAGE, message, block.span)
        if source:
            add(figure, "img", "", {"src": source, "alt": block.alternative})
        else:
            add(figure, "p", block.alternative, css="alternative")
        if block.caption:
            self.add_inlines(add(figure, "figcaption"), block.caption)
