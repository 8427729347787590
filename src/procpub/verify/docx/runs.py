"""What stands in a paragraph of a DOCX (ISO/IEC 29500-1, 17.3): its text, and what is in the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from procpub.verify.docx.pages import BREAK, Pages
from procpub.verify.docx.styles import VALUE, Style, W
from procpub.verify.words import Growing, one_line, visible

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_SHOWN = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "\u2011"}
_SHOWING = frozenset({f"{W}t", f"{W}tab", f"{W}drawing", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}sym"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_THROUGH = frozenset(
    {f"{W}{tag}" for tag in ("hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml", "bdo", "dir")}
)
"""What holds runs. Not among them: `del` and `moveFrom`, of which the words are gone."""


@dataclass(slots=True)
class Gathered:
    """The content of a paragraph, or of several that are one."""

    text: Growing = field(default_factory=Growing)
    calls: list[tuple[str, int]] = field(default_factory=list)
    """The notes that it calls, such as "footnote 2", and how many visible characters stand before."""
    pictures: list[tuple[str, str]] = field(default_factory=list)
    """The descriptions of its pictures, and the ids of their relationships."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes that hang on it."""
    links: list[etree._Element] = field(default_factory=list)
    bookmarks: list[tuple[str, int]] = field(default_factory=list)
    """Their names, and how many visible characters stand before."""
    page: str | None = None
    """The page that it begins on."""


@dataclass(slots=True)
class Gatherer:
    """Gathers paragraphs, and goes through the pages as it does."""

    styles: Mapping[str, Style]
    pages: Pages | None

    def gather(self, paragraph: etree._Element, found: Gathered) -> None:
        """Adds the content of a paragraph to what was gathered."""
        found.links += filter(has_words, paragraph.iter(f"{W}hyperlink"))
        for element in _inside(paragraph):
            if element.tag == f"{W}r":
                self._run(element, found)
            elif element.tag == f"{W}bookmarkStart":
                found.bookmarks.append((element.get(f"{W}name", ""), found.text.visible))
            else:
                found.text.add("".join(part.text or "" for part in element.iter(f"{_MATH}t")))

    def _run(self, run: etree._Element, found: Gathered) -> None:
        reference = run.find(f"{W}rPr/{W}rStyle")
        style = self.styles.get(reference.get(VALUE, ""), Style()) if reference is not None else Style()
        own = run.find(f"{W}rPr/{W}vanish")
        if style.hidden if own is None else own.get(VALUE) not in ("0", "false"):
            return
        is_mark = style.is_a("footnote reference", "endnote reference")
        for part in _parts(run):
            if part.tag == BREAK and self.pages is not None:
                self.pages.turn()
            elif part.tag in _SHOWING:
                self._show(found)
            if part.tag in _NOTES:
                found.calls.append((f"{_NOTES[part.tag]} {part.get(f'{W}id', '')}", found.text.visible))
                if part.get(f"{W}customMarkFollows"):
                    return
            elif not is_mark:
                self._part(part, found)

    def _part(self, part: etree._Element, found: Gathered) -> None:
        if part.tag == f"{W}t":
            found.text.add(part.text or "")
        elif part.tag in _SHOWN:
            found.text.add(_SHOWN[part.tag])
        elif part.tag == f"{W}sym":
            found.text.add(_symbol(part.get(f"{W}char", "")))
        elif part.tag in (f"{W}drawing", f"{W}pict"):
            boxes = list(part.iter(f"{W}txbxContent"))
            found.boxes += boxes
            for blip in part.iter(_BLIP) if not boxes else ():
                described = next(part.iter(f"{_DRAWING}docPr"), None)
                description = one_line(described.get("descr", "")) if described is not None else ""
                found.pictures.append((description, blip.get(f"{_RELATIONSHIPS}embed", "")))

    def _show(self, found: Gathered) -> None:
        """Something of a paragraph is on the page now."""
        if self.pages is not None:
            self.pages.show()
            if found.page is None:
                found.page = self.pages.label()


def has_words(link: etree._Element) -> bool:
    """Whether a link has words that can be seen; the mark of a note is none of its own."""
    runs = (run for run in link.iter(f"{W}r") if not any(part.tag in _NOTES for part in run))
    return bool(visible("".join(part.text or "" for run in runs for part in run.iter(f"{W}t"))))


def _inside(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Runs, bookmarks and formulas in a paragraph, whatever links and insertions they are in."""
    for element in paragraph:
        if element.tag in (f"{W}r", f"{W}bookmarkStart", f"{_MATH}oMath"):
            yield element
        elif element.tag in _THROUGH or element.tag == f"{_MATH}oMathPara":
            yield from _inside(element)
        elif element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            yield from _inside(content) if content is not None else ()


def _parts(run: etree._Element) -> Iterator[etree._Element]:
    """What is in a run; of alternatives the first, which is what new programs show."""
    for part in run:
        if part.tag == f"{_ALTERNATIVES}AlternateContent":
            choice = part.find(f"{_ALTERNATIVES}Choice")
            yield from choice if choice is not None else ()
        else:
            yield part


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
