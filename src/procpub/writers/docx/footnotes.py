"""The footnotes part (ISO/IEC 29500-1, 17.11), which python-docx does not have."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart

from procpub.model.markers import note_marker
from procpub.model.nodes import Note
from procpub.writers.docx.blocks import block_elements
from procpub.writers.docx.inlines import note_mark
from procpub.writers.docx.ooxml import Element, name, paragraph, run, text, w
from procpub.writers.docx.parts import add_part
from procpub.writers.docx.story import BOOKMARK_MARKS, Story

SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}
"""The ids of the lines between text and notes, as Word numbers them; notes follow from 1."""


def add_footnotes(document: DocumentPart, story: Story) -> Element | None:
    """Adds the part with the notes that were called in the story, if there were any; gives its root."""
    if not story.notes:
        return None
    root = w("footnotes", *(_separator(kind, identifier) for kind, identifier in SEPARATORS.items()))
    part, _ = add_part(
        document, StoryPart, "footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, root
    )
    for number, note in enumerate(story.notes, 1):
        root.append(_footnote(note, number, story.for_note(part)))
    return root


def _separator(kind: str, identifier: str) -> Element:
    return w("footnote", paragraph("FootnoteRule", run(w(kind))), type=kind, id=identifier)


def _footnote(note: Note, number: int, story: Story) -> Element:
    """The note behind its mark, and after it the notes called inside it, each behind its own."""
    custom = note_marker(note)
    content = _marked(text(custom) if custom else w("footnoteRef"), block_elements(note.blocks, story))
    for inner_number, inner in enumerate(story.notes, 1):  # grows while notes inside these are written
        content += _marked(text(story.inner_mark(inner_number)), block_elements(inner.blocks, story))
    return w("footnote", *content, id=str(number))


def _marked(mark: Element, content: list[Element]) -> list[Element]:
    """The content of a note with the mark and a space before its first paragraph."""
    first = next((element for element in content if element.tag not in BOOKMARK_MARKS), None)
    if first is None or not _is_plain(first):
        first = paragraph("FootnoteText")
        content = [first, *content]
    first[1:1] = [note_mark(mark), run(text(" "))]
    return content


def _is_plain(element: Element) -> bool:
    """Whether it is a paragraph that nothing stands before, such as a list's marker."""
    return element.tag == name("p") and element.find(f"{name('pPr')}/{name('numPr')}") is None
