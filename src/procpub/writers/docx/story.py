"""A story, as WordprocessingML calls the main text or a footnote, and what writing one draws on and adds to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from docx.image.image import Image as Header
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart
from docx.parts.story import StoryPart

from procpub.diagnostics import Code, Report
from procpub.model.addresses import is_followable, uri
from procpub.model.markers import note_marker
from procpub.model.nodes import OWN_PAGES, Note, PageBreak
from procpub.style import Style
from procpub.writers.docx.numbering import Numbering
from procpub.writers.docx.ooxml import Element, name, w
from procpub.writers.docx.parts import relate
from procpub.writers.docx.variants import Variants

BOOKMARK_MARKS = (name("bookmarkStart"), name("bookmarkEnd"))


@dataclass(slots=True, kw_only=True)
class Story:
    """Where text is being written to, and the counters and collections that all stories of a document share."""

    part: StoryPart
    """The part of the package that the story is in: relationships to pictures and addresses are its own."""
    style: Style
    report: Report
    numbering: Numbering
    right_to_left: bool = False
    """Whether the volume's main language runs from right to left."""
    variants: Variants = field(default_factory=Variants)
    notes: list[Note] = field(default_factory=list)
    """The notes called so far, in order: Word's footnotes 1, 2 ... are made of them once the text is written."""
    in_note: bool = False
    _pages: set[str] = field(default_factory=set)
    """The bookmarks at the print edition's pages, of which none may come twice."""
    _bookmarks: Iterator[int] = field(default_factory=lambda: count(1))
    _drawings: Iterator[int] = field(default_factory=lambda: count(1))
    _of_text: bool = True
    _related: dict[tuple[bool, str | bytes], str | None] = field(default_factory=dict)
    """The relationships of the main text and of the notes to addresses and pictures."""

    def for_note(self, part: StoryPart) -> "Story":
        """The story of one footnote of this story, in the footnotes part; it collects the notes inside the note."""
        return replace(self, part=part, notes=[], in_note=True, _of_text=False)

    def inner_mark(self, number: int) -> str:
        """The mark of a note called inside this note, counted from 1: its own, or as many asterisks as it takes."""
        marks = [note_marker(note) for note in self.notes[:number]]
        return marks[-1] or "*" * marks.count("")

    def bookmark(self, identifier: str, content: Iterable[Element] = ()) -> list[Element]:
        """The content between the marks of a bookmark for the piece with this id."""
        return self._bookmarked(bookmark_name(identifier), content)

    def page_bookmark(self, page: PageBreak) -> list[Element]:
        """The marks of a bookmark, hidden from Word's list, where a page begins: `_page-143` is page 143 of print;
        those of the source have other names, as a folio may come twice in it.
        """
        label = page.label
        if page.edition == OWN_PAGES:
            named = f"_page-{label}"[:40]
            if named in self._pages:
                return []
            self._pages.add(named)
            return self._bookmarked(named, ())
        number = next(self._bookmarks)
        letters = "".join(c for c in label if c.isascii() and c.isalnum())
        return self._bookmarked(f"_page{number}_{letters}"[:40], ())

    def _bookmarked(self, name: str, content: Iterable[Element]) -> list[Element]:
        number = str(next(self._bookmarks))
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]

    def drawing_id(self) -> int:
        """A number that no other drawing of the document has."""
        return next(self._drawings)

    def relationship_to(self, target: str) -> str | None:
        """The id of the relationship to an address outside the document; None, and reported, if none can be."""
        key = (self._of_text, target)
        if key not in self._related:
            self._related[key] = self._relate(target)
        return self._related[key]

    def relationship_to_image(self, data: bytes) -> str:
        """The id of the relationship to a picture, of which there is one part in each of the stories.

        Raises:
            Exception: python-docx cannot read the picture.
        """
        key = (self._of_text, data)
        if (known := self._related.get(key)) is None:
            image = Header.from_blob(data)
            part = ImagePart.from_image(image, PackURI(f"/word/media/image{len(self._related) + 1}.{image.ext}"))
            known = self._related[key] = relate(self.part, RELATIONSHIP_TYPE.IMAGE, part)
        return known

    def _relate(self, target: str) -> str | None:
        if not is_followable(target):
            self.report.add(Code.NOT_EXPRESSIBLE, f"Word cannot link to {target!r}; its text stands")
            return None
        return relate(self.part, RELATIONSHIP_TYPE.HYPERLINK, uri(target))


def bookmark_name(identifier: str) -> str:
    """The name of the bookmark at the piece with this id: Word allows letters, digits and the underscore, 40 in all.

    One to one, since ids hold no underscore; the names that begin with one are free for hidden bookmarks.
    """
    return identifier.replace("-", "_")
