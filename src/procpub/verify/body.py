"""The running text of an edition in the making: what all extractors gather, and how."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from procpub.verify.witness import Block, Cell, Complaint, Item, Kind, Link, Note, PageStart, Place, Witness
from procpub.verify.words import Growing, one_line


@dataclass(slots=True)
class Body:
    """What was gathered so far, in reading order."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    pages: list[PageStart] = field(default_factory=list)
    visible: int = 0
    """Its visible characters, by which places in it are counted."""
    tables: int = 0
    waiting: list[str] = field(default_factory=list)
    """What links lead to the next block by."""

    def append(self, block: Block) -> None:
        """Adds a block."""
        block.ids, self.waiting = tuple(self.waiting), []
        self.blocks.append(block)

    def add_text(self, words: Growing, kind: Kind, place: Place, *, level: int = 0, cell: Cell | None = None) -> int:
        """Adds a block with these words, if they are to be seen or those of a cell. Returns the index of the block that
        notes among the words are called from.
        """
        text = str(words)
        if one_line(text) or cell:
            self.append(Block(kind=kind, text=text, place=place, level=level, cell=cell))
        self.visible += words.visible
        return max(len(self.blocks) - 1, 0)

    def add_picture(self, description: str, place: Place) -> None:
        """Adds a picture."""
        self.append(Block(kind=Kind.FIGURE, text="", place=place, alternative=description))

    def complain_of_picture(self, description: str, fault: str, place: Place) -> None:
        """Notes what is wrong with a picture; nothing if there is no fault."""
        if fault:
            self.complaints.append(Complaint("figures", f"the picture “{description}” {fault}", place))

    def add_note(self, inner: "Body", place: Place, block: int, offset: int) -> None:
        """Adds a note, whose own text is `inner`; the text of notes that it calls itself follows its own."""
        text = " ".join([*(each.text for each in inner.blocks), *(each.text for each in inner.notes)])
        self.notes.append(Note(text=text, place=place, block=block, offset=offset))
        self.links += inner.links

    def begin_page(self, label: str, place: Place, before: int = 0) -> PageStart:
        """Notes that a page begins behind so many characters of the block that is being read."""
        start = PageStart(label=label, offset=self.visible + before, place=place)
        self.pages.append(start)
        return start

    def targets(self) -> dict[str, int]:
        """The blocks that links lead to, by what they are called."""
        return {each: index for index, block in enumerate(self.blocks) for each in block.ids}

    def witness(self, format: str, *, complaints: Iterable[Complaint] = (), **others: Any) -> Witness:  # noqa: A002
        """What the edition says: the text, and what an extractor knows beside it."""
        targets = self.targets()
        links = [replace(link, leads_to=targets.get(link.address)) if link.is_inner else link for link in self.links]
        said = {"links": links, "page_starts": self.pages or None} | others
        return Witness(
            format=format,
            blocks=self.blocks,
            notes=self.notes,
            items=self.items,
            complaints=[*self.complaints, *complaints],
            **said,
        )
